"""Files of older programs become today's, one pure function a step, when they are read; they are written so when next saved.

Format 1 had no journal: ``seq`` counted the saves of the file, and nothing said which device had seen what. Format 2 knew
journal entries by their numbers only; ``heads`` says which entry stands behind each number. Format 3 had no flags and
questions, and did not say by which guidelines an article was finished.
"""

from collections.abc import Callable

from annotator.store.files.records import Row, Tables
from annotator.store.layers import rows


def _layer_1_to_2(tables: Tables) -> Tables:
    meta: Row = {**rows.meta_of(tables), "format": 2, "seq": 0, "seen": {}}
    return {**tables, rows.META: {**tables.get(rows.META, {}), "1": meta}}


def _layer_2_to_3(tables: Tables) -> Tables:
    meta: Row = {**rows.meta_of(tables), "format": 3, "heads": {}}
    return {**tables, rows.META: {**tables.get(rows.META, {}), "1": meta}}


def _layer_3_to_4(tables: Tables) -> Tables:
    meta: Row = {**rows.meta_of(tables), "format": 4}
    return {**tables, rows.META: {**tables.get(rows.META, {}), "1": meta}}


LAYER_STEPS: dict[int, Callable[[Tables], Tables]] = {
    1: _layer_1_to_2,
    2: _layer_2_to_3,
    3: _layer_3_to_4,
}
"""By the format they start from."""


def migrate_layer(tables: Tables) -> Tables:
    """Return a layer's tables in today's format; newer ones come back as they are."""
    while (step := LAYER_STEPS.get(format_of(tables))) is not None:
        tables = step(tables)
    return tables


def format_of(tables: Tables) -> int:
    """Return a layer file's format; one without any was written by hand and is taken for today's."""
    found = rows.meta_of(tables).get("format", rows.FORMAT)
    return found if type(found) is int else rows.FORMAT
