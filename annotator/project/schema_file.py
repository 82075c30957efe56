"""Labels from a file: a project's project.json, or one made by hand in the same shape."""

from pathlib import Path

from annotator.errors import ProjectError
from annotator.model import Schema
from annotator.project.paths import AnyPath
from annotator.store.files.filesystem import REAL
from annotator.store.shared.project_file import read_schema_file


def read_schema(path: AnyPath) -> Schema:
    """Read the labels and relation types of a ``project.json``. Raises `ProjectError` saying what is wrong with it."""
    path = Path(path)
    if not path.is_file():
        raise ProjectError(
            f"{path} is not a file: give a schema file or another project's project.json"
        )
    return read_schema_file(path, REAL)
