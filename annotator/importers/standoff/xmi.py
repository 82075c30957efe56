"""CAS in XMI, taken to JSON by dkpro-cassis: its types are in a type system beside it or in its zip."""

import warnings
import zipfile
import zlib
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from annotator.errors import ImportFailure
from annotator.format_facts import Needs
from annotator.importers.files import LARGEST, TOO_LARGE

NEEDS = Needs("cassis", "inception")
TYPE_SYSTEM = "TypeSystem.xml"

MOST = 4 * LARGEST
"""Bytes of one CAS that are taken: its tokens take some twenty times what its text takes."""

MOST_MEMBERS = 1000
"""Files in the zip of one document: it holds two."""

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError)


_RAISED = (
    SyntaxError,  # lxml's are such
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    RuntimeError,  # among them RecursionError
    AssertionError,
)
"""What cassis raises for files that are damaged or no CAS."""


def is_type_system(raw: bytes) -> bool:
    """Tell by its beginning whether a file is a type system."""
    return b"<typeSystemDescription" in raw[:4096]


class TypeSystems:
    """Type systems by what is in their files; the last one is kept, as all documents of a project have the same."""

    def __init__(self) -> None:
        self._raw = b""
        self._system: Any = None

    def to_json(self, xmi: bytes, system: bytes) -> str:
        """Return a CAS in JSON. Raise `ImportFailure` for what is no CAS or has types that the system does not have."""
        cassis: Any = NEEDS.load()
        for raw in (xmi, system):
            _refuse_declarations(raw)
        try:
            with warnings.catch_warnings():
                # of features that Python has another use for, and of what it mends by itself
                warnings.simplefilter("ignore", UserWarning)
                if self._system is None or self._raw != system:
                    self._system = cassis.load_typesystem(BytesIO(system))
                    self._raw = system
                cas = cassis.load_cas_from_xmi(BytesIO(xmi), self._system)
                return str(cas.to_json())
        except cassis.typesystem.TypeNotFoundError as error:
            raise ImportFailure(
                f"{_first_line(error)}: {TYPE_SYSTEM} is another one than that of this document; export both again"
            ) from None
        except _RAISED as error:
            raise ImportFailure(
                f"it is no CAS in XMI that fits its type system: {_first_line(error)}; export the document again, with both"
            ) from None


def _refuse_declarations(raw: bytes) -> None:
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw or b"\0" in raw[:4]:
        raise ImportFailure(
            "it declares a document type, entities or another encoding, which no program on UIMA writes: it is not taken"
        )


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]


def beside(path: Path, root: Path) -> bytes:
    """Return the type system of a file: in its folder, or in one above it up to ``root``. Raise `ImportFailure`."""
    folder = path.parent
    while True:
        there = sorted(folder.glob("*.xml"), key=lambda p: p.name.lower() != TYPE_SYSTEM.lower())
        for one in there:
            with one.open("rb") as file:
                if is_type_system(file.read(4096)):
                    file.seek(0)
                    return limited(file.read(MOST + 1), one.name)
        if folder == root or folder == folder.parent:
            break
        folder = folder.parent
    raise ImportFailure(
        f"there is no {TYPE_SYSTEM} beside it, without which its types mean nothing: export the document again and keep both "
        "together, or export it as UIMA CAS JSON, which has its types in it"
    )


def limited(raw: bytes, name: str) -> bytes:
    if len(raw) > MOST:
        raise ImportFailure(f"{name} is {TOO_LARGE.replace(str(LARGEST >> 20), str(MOST >> 20))}")
    return raw


def members(path: Path) -> dict[str, bytes]:
    """Return what is in the zip of one document by the names, folders apart. Raise `ImportFailure` and `OSError`."""
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_MEMBERS:
                raise ImportFailure(f"the zip holds {len(entries)} files, which is no document")
            for entry in entries:
                name = PurePosixPath(entry.filename).name
                if name.lower().endswith((".xmi", ".json", ".xml")):
                    with archive.open(entry) as file:
                        found[name] = limited(file.read(MOST + 1), name)
    except _DAMAGED as error:
        raise ImportFailure(f"the zip cannot be read: {_first_line(error)}") from None
    return found
