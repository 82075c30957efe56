"""Three laptops work on copies of one layer and meet in any order: all end up with the same, and nothing is lost."""

from collections import Counter
from copy import deepcopy
from random import Random

from annotator.model import Layer
from annotator.store.files.database import Database
from annotator.store.files.records import Tables
from annotator.store.layers import changes, rows
from annotator.store.layers.journaled_storage import JournaledStorage
from annotator.store.layers.merging.merge import merge
from tests.crash.workload import ANNOTATOR, any_edit, make_articles

ARTICLE = make_articles(1)[0]


def edited(tables: Tables, count: int, random: Random, name: str) -> Tables:
    """Return the tables after ``count`` edits of all kinds."""
    storage = JournaledStorage(deepcopy(tables), lambda _: None)
    database = Database(storage)
    for number in range(count):
        layer = layer_of(storage.tables)
        edit = any_edit(ARTICLE, layer, random, f"{name}-{number}")
        difference = changes.difference(layer, edit.apply(layer), ARTICLE.text)
        at = f"2026-11-22T{random.randrange(24):02d}:00:00Z"
        with database.transaction():
            changes.write(database, difference, ANNOTATOR, at)
    return storage.tables


def layer_of(tables: Tables) -> Layer:
    return rows.to_layer(tables, ARTICLE.id, ANNOTATOR, "merged")


def meet(histories: int, seed: int = 1) -> Counter[str]:
    """Merge the copies of ``histories`` random three-way histories and count what is not as it must be."""
    result: Counter[str] = Counter()
    random = Random(seed)
    for _ in range(histories):
        base = edited(rows.new_tables(ARTICLE.id, ANNOTATOR), 8, random, "base")
        a, b, c = (edited(base, random.randrange(8), random, name) for name in "abc")
        result["histories"] += 1
        result["not commutative"] += merge(a, b) != merge(b, a)
        result["not associative"] += merge(merge(a, b), c) != merge(a, merge(b, c))
        result["not idempotent"] += merge(merge(a, b), b) != merge(a, b) or merge(
            merge(a, b), merge(a, b)
        ) != merge(a, b)
        result["one-sided edit lost"] += _one_sided_lost(
            layer_of(base), layer_of(a), layer_of(b), layer_of(merge(a, b))
        )
    return result


def _one_sided_lost(base: Layer, mine: Layer, theirs: Layer, merged: Layer) -> int:
    lost = 0
    for name in base.annotations.keys() | mine.annotations.keys():
        before, now = base.annotations.get(name), mine.annotations.get(name)
        if now != before and theirs.annotations.get(name) == before:
            lost += merged.annotations.get(name) != now
    for name in base.remarks.keys() | mine.remarks.keys():
        before, now = base.remarks.get(name), mine.remarks.get(name)
        if now != before and theirs.remarks.get(name) == before:
            lost += merged.remarks.get(name) != now
    return lost
