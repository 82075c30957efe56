"""Whose a document of INCEpTION is, by the path it has in an export."""

from pathlib import PurePosixPath

from annotator.model import GOLD

NOBODY = "INITIAL_CAS"
"""The document as it was before anybody annotated it."""

CURATOR = "CURATION_USER"


def document_by_path(where: str) -> str:
    """Return what a document is called: in a project its folder, which all annotators share, else its file."""
    path = PurePosixPath(where)
    is_in_project = path.parent.parent.name in ("annotation", "curation")
    return path.parent.name if is_in_project else path.name


def annotator_by_path(where: str) -> str:
    """Return who annotated a document by its path, as in ``annotation/news.txt/sara.tsv`` or ``sara/news.tsv``.

    What was curated is gold's. Empty where the path does not say, or nobody did.
    """
    path = PurePosixPath(where)
    parts = path.parts
    kind = parts[-3] if len(parts) > 2 else ""
    if kind == "curation" or path.stem == CURATOR:
        return GOLD
    if kind == "annotation":
        return "" if path.stem == NOBODY else path.stem
    return parts[-2] if len(parts) > 1 else ""
