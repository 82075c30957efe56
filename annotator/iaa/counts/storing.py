"""Statistics as bytes and back, so that a project's review opens without reading every layer again."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from annotator.iaa.counts.sparse import SparseCounts
from annotator.iaa.counts.statistics import NAMES, VERSION, Statistics
from annotator.iaa.counts.value_rows import ValueRows

_SPARSE: dict[str, type[SparseCounts | ValueRows]] = {
    "mixed": SparseCounts,
    "votes": SparseCounts,
    "given": ValueRows,
    "links": SparseCounts,
}


def dump(statistics: Statistics, revisions: Sequence[str]) -> bytes:
    """Return what `load` reads. ``revisions`` says for each article from which state of its layers it was counted."""
    arrays: dict[str, npt.NDArray[Any]] = {
        "version": np.array(VERSION),
        "revisions": np.array(revisions, str),
    }
    for field in fields(Statistics):
        value = getattr(statistics, field.name)
        if field.name in NAMES:
            arrays[field.name] = np.array(value, str)
        elif field.name in _SPARSE:
            for part in fields(_SPARSE[field.name]):
                arrays[f"{field.name}.{part.name}"] = _narrow(getattr(value, part.name))
        else:
            arrays[field.name] = _narrow(value)
    stream = BytesIO()
    np.savez(stream, allow_pickle=False, **arrays)
    return stream.getvalue()


def load(data: bytes) -> tuple[Statistics, tuple[str, ...]] | None:
    """Return statistics and revisions, or None where the bytes are damaged or of another version: count anew then."""
    try:
        with np.load(BytesIO(data), allow_pickle=False) as found:
            if int(found["version"]) != VERSION:
                return None
            values = [_read(found, field.name) for field in fields(Statistics)]
            return Statistics(*values), tuple(found["revisions"].tolist())
    except (BadZipFile, EOFError, KeyError, OSError, TypeError, ValueError):
        return None


def _read(found: Mapping[str, npt.NDArray[Any]], name: str) -> Any:
    if name in NAMES:
        return tuple(found[name].tolist())
    if name in _SPARSE:
        kept = _SPARSE[name]
        return kept(*(_widened(found[f"{name}.{part.name}"], part.name) for part in fields(kept)))
    return _widened(found[name])


def _narrow(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Store whole numbers, none of them negative, in as few bytes as the largest needs."""
    if values.dtype.kind != "i" or not values.size:
        return values
    return values.astype(np.min_scalar_type(int(values.max())))


def _widened(values: npt.NDArray[Any], name: str = "") -> npt.NDArray[Any]:
    if name == "matches":  # a byte each in memory, too
        return values
    return values.astype(np.int64) if values.dtype.kind in "ui" else values
