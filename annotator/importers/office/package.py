"""A zip of XML parts, read part by part: nothing is larger than it may be, and no document type is ever read."""

import zipfile
import zlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from xml.parsers import expat

from annotator.errors import ImportFailure

MOST_BYTES = 256 << 20
"""Bytes that one part may unpack to: the XML of a novel is a tenth of it. Parts are read as a stream."""

_BLOCK = 1 << 16

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, LookupError)

Start = Callable[[str, dict[str, str]], None]


class Package:
    """An open document. Every method raises `ImportFailure` for what is damaged, locked or too large."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = frozenset(archive.namelist())

    def feed(
        self,
        name: str,
        start: Start,
        end: Callable[[str], None] | None = None,
        data: Callable[[str], None] | None = None,
    ) -> bool:
        """Tell the handlers of the elements of a part, names as ``uri}local``; return whether the part is there."""
        if name not in self.names:
            return False
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = start
        if end is not None:
            parser.EndElementHandler = end
        if data is not None:
            parser.CharacterDataHandler = data
        parser.StartDoctypeDeclHandler = _refuse_doctype
        read = 0
        try:
            with self._archive.open(name) as part:
                while block := part.read(_BLOCK):
                    read += len(block)
                    if read > MOST_BYTES:
                        raise ImportFailure(
                            f"{name} in it unpacks to more than {MOST_BYTES >> 20} MiB: it is damaged, or made to harm"
                        )
                    parser.Parse(block, False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise ImportFailure(f"{name} in it is damaged: {error}") from None
        except _DAMAGED as error:
            raise ImportFailure(f"{name} in it cannot be unpacked: {error}") from error
        except RuntimeError as error:  # what zipfile raises for a password
            raise ImportFailure(
                f"it cannot be opened ({error}): save it without a password"
            ) from None
        return True


@contextmanager
def opened(path: Path) -> Generator[Package, None, None]:
    """Open a document. Raises `OSError` where the file cannot be read."""
    try:
        archive = zipfile.ZipFile(path)
    except _DAMAGED as error:
        raise ImportFailure(f"the document is damaged: {error}") from None
    with archive:
        yield Package(archive)


def _refuse_doctype(*_: object) -> None:
    raise ImportFailure(
        "it holds a document type, which no program of an office writes: it is made to harm"
    )


def local(name: str) -> str:
    """Return an element's or attribute's name without its namespace."""
    return name.rpartition("}")[2]


def attribute(attributes: dict[str, str], wanted: str) -> str | None:
    return next((value for name, value in attributes.items() if local(name) == wanted), None)
