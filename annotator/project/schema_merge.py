"""Two people changed a project's labels at one time: what each of them changed counts."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from annotator.errors import SchemaError
from annotator.model import Attribute, Label, RelationType, Schema

T = TypeVar("T", Label, RelationType, Attribute)


def merge_schemas(base: Schema, mine: Schema, theirs: Schema) -> Schema:
    """Return ``theirs`` with what ``mine`` changed of ``base``; of a label that both changed, mine counts.

    Raises `SchemaError` where the two cannot be had together, as with one key for two new labels.
    """
    if theirs in (base, mine):
        return mine
    crossing = (
        theirs.allow_crossing if mine.allow_crossing == base.allow_crossing else mine.allow_crossing
    )
    try:
        return Schema(
            _merged(base.labels, mine.labels, theirs.labels),
            _merged(base.relations, mine.relations, theirs.relations),
            crossing,
            _merged(base.article_fields, mine.article_fields, theirs.article_fields),
        )
    except SchemaError as error:
        raise SchemaError(
            f"somebody else changed the labels at the same time, and both changes do not go together: {error}. "
            "Nothing was changed: open the labels again"
        ) from None


def _merged(base: Iterable[T], mine: Iterable[T], theirs: Iterable[T]) -> tuple[T, ...]:
    before, here, there = _by_name(base), _by_name(mine), _by_name(theirs)
    names = [*here, *(name for name in there if name not in here)]
    found: list[T] = []
    for name in names:
        one = there.get(name) if here.get(name) == before.get(name) else here.get(name)
        found += [one] if one is not None else []
    return tuple(found)


def _by_name(records: Iterable[T]) -> Mapping[str, T]:
    return {record.name: record for record in records}
