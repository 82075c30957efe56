"""A datasheet as a file."""

from pathlib import Path

from annotator.project.iaa.report_files import write_text


def save(text: str, path: Path) -> None:
    """Replace a file by a datasheet. Raises `ExportFailure` and leaves the file as it was."""
    write_text(path, text)
