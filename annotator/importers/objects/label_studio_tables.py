"""Label Studio's exports as CSV and TSV: a row a task, whose cells hold what JSON_MIN has, regions as JSON."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from annotator.importers.files import LARGEST
from annotator.importers.head import Head
from annotator.importers.objects.json_values import Broken, Value

SIGNS = frozenset({"annotation_id", "lead_time", "annotator"})
"""Columns that every such table has, beside those of its task."""


def is_table(head: Head) -> bool:
    return bool(_parting(head))


def tasks_in_table(path: Path) -> Iterator[Value | Broken] | None:
    """Return the tasks of a table as JSON_MIN has them, None where the file is no such table. Raise `OSError`."""
    parting = _parting(Head.of(path))
    return _tasks(path, parting) if parting else None


def _parting(head: Head) -> str:
    first = head.lines[0] if head.lines else ""
    for parting in (",", "\t"):
        cells = {cell.strip().strip('"') for cell in first.split(parting)}
        if cells >= SIGNS:
            return parting
    return ""


def _tasks(path: Path, parting: str) -> Iterator[Value | Broken]:
    csv.field_size_limit(LARGEST)
    number = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file, delimiter=parting), 2):
                cells = {name: _value(cell) for name, cell in row.items() if name and cell}
                if cells:
                    yield Value(f"{path.name}, row {number}", cells, suspect=True)
    except csv.Error as error:
        yield Broken(f"{path.name}, row {number}", f"the table cannot be read: {error}")
    except UnicodeDecodeError:
        yield Broken(path.name, f"a part behind row {number} is not UTF-8: save the file as UTF-8")


def _value(cell: str) -> object:
    """Return what is in a cell: regions and several answers are JSON."""
    if not cell.startswith("["):
        return cell
    try:
        value: object = json.loads(cell)
    except (ValueError, RecursionError):
        return cell
    return cast("object", value) if isinstance(value, list) else cell
