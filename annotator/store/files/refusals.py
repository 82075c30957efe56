from collections.abc import Generator
from contextlib import contextmanager

from annotator.errors import NotSavedError


@contextmanager
def in_words() -> Generator[None, None, None]:
    """Turn the disk's refusals inside the block into words."""
    try:
        yield
    except OSError as error:
        raise NotSavedError(
            f"the disk refused: {error.strerror or error} ({error.filename or 'journal'})"
        ) from error
