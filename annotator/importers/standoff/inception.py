"""Projects of INCEpTION, unpacked: a folder for each document, in it a CAS for each annotator, and what was curated."""

import json
from collections.abc import Iterator
from pathlib import Path

from annotator.errors import ImportFailure
from annotator.importers.objects.fields import as_list, as_text
from annotator.importers.standoff import xmi
from annotator.importers.standoff.cas_document import Told, as_object
from annotator.importers.standoff.inception_paths import NOBODY
from annotator.model import GOLD, Status

PROJECT = "exportedproject.json"

_SUFFIXES = (".json", ".zip", ".xmi")
"""How a CAS may be kept, the best first: JSON has its types in it."""

_DONE = ("FINISHED", "CURATION_FINISHED")


def content(path: Path, root: Path, types: xmi.TypeSystems) -> bytes | str:
    """Return the CAS of one file as JSON, whatever the file is. Raise `AnnotatorError` and `OSError`."""
    with path.open("rb") as file:
        raw = file.read(xmi.MOST + 1)
    if raw.startswith(b"PK\x03\x04"):
        return _in_zip(path, types)
    xmi.limited(raw, path.name)
    if not raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return raw
    return types.to_json(raw, xmi.beside(path, root))


def _in_zip(path: Path, types: xmi.TypeSystems) -> bytes | str:
    there = xmi.members(path)
    found = next((raw for name, raw in there.items() if name.lower().endswith(".json")), None)
    if found is not None:
        return found
    document = next((raw for name, raw in there.items() if name.lower().endswith(".xmi")), None)
    systems = [raw for name, raw in there.items() if name.lower().endswith(".xml")]
    system = next((raw for raw in systems if xmi.is_type_system(raw)), None)
    if document is None or system is None:
        raise ImportFailure(
            f"the zip holds {', '.join(there) or 'nothing'}, and not a CAS in JSON, or in XMI with {xmi.TYPE_SYSTEM}"
        )
    return types.to_json(document, system)


def project_in(folder: Path) -> "Project | None":
    """Return the project in a folder, None where there is none."""
    found = min(folder.rglob(PROJECT), key=lambda path: len(path.parts), default=None)
    return None if found is None else Project(found.parent, folder)


class Project:
    """One project: its documents, and how far everybody is with them."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder = folder
        self._root = root
        self._unread = ""
        states = self._states()
        self._done = {pair for pair, state in states.items() if state in _DONE}
        self._other = 0

    def documents(self) -> Iterator[tuple[Path, Told]]:
        """Yield each CAS with what is known of it: the annotators' first, then what was curated.

        The document as it was before is taken where nobody has annotated it.
        """
        for kind in ("annotation", "curation"):
            for folder in sorted(p for p in self._part(kind) if p.is_dir()):
                yield from self._document(folder, kind)

    def said(self) -> Iterator[str]:
        if self._unread:
            yield f"{PROJECT} cannot be read, so that nobody's status is known: {self._unread}"
        if self._other:
            yield (
                f"passed over {self._other} file(s) of annotations that are neither JSON nor XMI: export the project with "
                "UIMA CAS JSON or XMI as its second format"
            )
        annotated = {p.name for kind in ("annotation", "curation") for p in self._part(kind)}
        bare = sorted(p.name for p in self._part("source") if p.name not in annotated)
        if bare:
            yield f"{len(bare)} document(s) that nobody opened were passed over, the first {bare[0]}: import their files by themselves"

    def _document(self, folder: Path, kind: str) -> Iterator[tuple[Path, Told]]:
        files: dict[str, Path] = {}
        for suffix in reversed(_SUFFIXES):
            files |= {p.stem: p for p in sorted(folder.iterdir()) if p.suffix.lower() == suffix}
        others = [p for p in folder.iterdir() if p.is_file() and p.suffix.lower() not in _SUFFIXES]
        self._other += len([p for p in others if p.stem not in files])
        people = sorted(stem for stem in files if stem != NOBODY)
        for stem in people or sorted(files):
            where = files[stem].relative_to(self._root).as_posix()
            if stem == NOBODY:
                yield files[stem], Told(where, folder.name, is_nobodys=True)
                continue
            name = GOLD if kind == "curation" else stem
            is_done = (folder.name, name) in self._done
            status = Status.DONE if is_done else Status.IN_PROGRESS
            yield files[stem], Told(where, folder.name, name, status)

    def _part(self, name: str) -> list[Path]:
        folder = self._folder / name
        return sorted(folder.iterdir()) if folder.is_dir() else []

    def _states(self) -> dict[tuple[str, str], str]:
        """Return the state of each document and annotator, and of each document for gold."""
        try:
            value: object = json.loads((self._folder / PROJECT).read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            self._unread = str(error).splitlines()[0][:200]
            return {}
        project = as_object(value)
        found: dict[tuple[str, str], str] = {}
        for item in as_list(project.get("annotation_documents")) or ():
            one = as_object(item)
            state = as_text(one.get("state")) or as_text(one.get("annotatorState")) or ""
            found[as_text(one.get("name")) or "", as_text(one.get("user")) or ""] = state
        for item in as_list(project.get("source_documents")) or ():
            one = as_object(item)
            found[as_text(one.get("name")) or "", GOLD] = as_text(one.get("state")) or ""
        return found
