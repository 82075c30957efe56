"""Statistics as bytes and back, so that a project's review opens without reading every layer again."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from annotator.iaa.counts.statistics import VERSION, SparseCounts, Statistics

_NAMES = ("articles", "annotators", "labels")
_SPARSE = ("mixed", "votes")
_SPARSE_PARTS = tuple(field.name for field in fields(SparseCounts))


def dump(statistics: Statistics, revisions: Sequence[str]) -> bytes:
    """Return what `load` reads. ``revisions`` says for each article from which state of its layers it was counted."""
    arrays: dict[str, npt.NDArray[Any]] = {
        "version": np.array(VERSION),
        "revisions": np.array(revisions, str),
    }
    for field in fields(Statistics):
        value = getattr(statistics, field.name)
        if field.name in _NAMES:
            arrays[field.name] = np.array(value, str)
        elif field.name in _SPARSE:
            for part in _SPARSE_PARTS:
                arrays[f"{field.name}.{part}"] = _narrow(getattr(value, part))
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
    if name in _NAMES:
        return tuple(found[name].tolist())
    if name in _SPARSE:
        return SparseCounts(*(_widened(found[f"{name}.{part}"]) for part in _SPARSE_PARTS))
    return _widened(found[name])


def _narrow(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Store whole numbers, none of them negative, in as few bytes as the largest needs."""
    if values.dtype.kind != "i" or not values.size:
        return values
    return values.astype(np.min_scalar_type(int(values.max())))


def _widened(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return values.astype(np.int64) if values.dtype.kind in "ui" else values
