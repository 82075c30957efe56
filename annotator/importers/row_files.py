"""Files of rows, line by line, in UTF-8 or Windows-1256."""

from collections.abc import Iterator
from pathlib import Path

from annotator.errors import ImportFailure
from annotator.importers.files import TOO_LARGE, lines
from annotator.importers.head import Head
from annotator.text import decoding, detect


class LineError(ImportFailure):
    """A line that cannot be read, with its number from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def rows_of(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines without their ends, with their numbers; raise `LineError` for one that is no text, and `OSError`.

    A byte order mark at the beginning is left out. One line is held at a time.
    """
    encoding = _encoding(Head.of(path))
    with path.open("rb") as file:
        for number, raw in lines(file):
            if raw is None:
                raise LineError(number, f"the line is {TOO_LARGE}")
            try:
                row = raw.decode(encoding).rstrip("\r\n")
            except UnicodeDecodeError as error:
                reason = f"byte {error.start + 1} of the line is not UTF-8; save the file as UTF-8"
                raise LineError(number, reason) from None
            if "\0" in row:
                raise LineError(number, "the line holds a NUL character (U+0000): it is damaged")
            yield number, row.lstrip(decoding.BOM) if number == 1 else row


def _encoding(head: Head) -> str:
    if any(head.raw.startswith(mark) for mark, name in decoding.MARKS if name != "utf-8"):
        raise LineError(1, "the file is UTF-16 or UTF-32; save it as UTF-8")
    try:
        head.whole.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1256" if detect.looks_like_cp1256(head.whole) else "utf-8"
    return "utf-8"
