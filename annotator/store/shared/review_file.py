"""What a project's lead wants of reviews: one record in project.json, beside the labels."""

from collections.abc import Callable

from annotator.store.files.database import Database, open_database
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.files.lock import Lock
from annotator.store.files.records import Row
from annotator.store.shared.changing import change_file

_REVIEW = "review"


def read_review_record(layout: Layout, filesystem: FileSystem) -> Row:
    """Return the record, empty where nobody has chosen anything."""
    return dict(open_database(layout.project, filesystem).table(_REVIEW).row(1) or {})


def change_review_record(
    layout: Layout, change: Callable[[Row], Row], filesystem: FileSystem, lock: Lock
) -> None:
    """Change the record as it is on disk now; keys of it that this program does not know are kept."""

    def carry_out(database: Database) -> None:
        table = database.table(_REVIEW)
        record = table.row(1)
        if record is None:
            table.insert([change({})])
        else:
            changed = change(dict(record))
            table.update([1], lambda row: row.update(changed))

    change_file(layout.project, carry_out, filesystem, lock)
