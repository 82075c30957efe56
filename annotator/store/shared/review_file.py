"""What a project's lead wants of reviews: one record in project.json, beside the labels."""

from typing import Any

from annotator.store.files.database import open_database
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.files.records import Row

_REVIEW = "review"


def read_review_record(layout: Layout, filesystem: FileSystem) -> Row:
    """Return the record, empty where nobody has chosen anything."""
    return dict(open_database(layout.project, filesystem).table(_REVIEW).row(1) or {})


def write_review_record(layout: Layout, record: dict[str, Any], filesystem: FileSystem) -> None:
    """Keep the record, and keys of it that this program does not know."""
    database = open_database(layout.project, filesystem)
    with database.transaction():
        table = database.table(_REVIEW)
        if table.row(1) is None:
            table.insert([record])
        else:
            table.update([1], lambda row: row.update(record))
