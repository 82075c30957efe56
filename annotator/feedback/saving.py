"""Feedback as a file."""

from pathlib import Path

from annotator.errors import ExportFailure
from annotator.feedback.html import to_html
from annotator.feedback.markdown import to_markdown
from annotator.feedback.values import Feedback
from annotator.project.iaa.report_files import write_text

KINDS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}
"""What is written by how the name of the file ends."""


def text_of(told: Feedback, kind: str, language: str) -> str:
    """Return the file's text; ``kind`` is html or md, ``language`` en or ar."""
    return to_html(told, language) if kind == "html" else to_markdown(told, language)


def kind_of(path: Path) -> str | None:
    """Return what a file of this name is, None where its ending is none of `KINDS`."""
    return KINDS.get(path.suffix.lower())


def save(told: Feedback, path: Path, language: str) -> None:
    """Replace a file by the feedback. Raises `ExportFailure` and leaves the file as it was."""
    kind = kind_of(path)
    if kind is None:
        raise ExportFailure(f"{path} ends in none of {', '.join(KINDS)}")
    write_text(path, text_of(told, kind, language))
