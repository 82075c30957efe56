"""Status and number of annotations of every layer, without reading every file.

`.cache/<annotator>.json` remembers what a file said as long as its time and size stay the same. It is derived: delete it
and it is made again.
"""

from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from annotator.errors import ProjectError
from annotator.model import Status
from annotator.store.files.filesystem import FileSystem, write_atomically
from annotator.store.files.layout import ARTICLE_FILE, Layout, folder_name
from annotator.store.files.records import Rows, dump, load
from annotator.store.layers.reader import LayerReader

_TABLE = "layers"


class Glance(NamedTuple):
    """What a list shows of a layer."""

    status: Status
    annotations: int


class _Remembered(msgspec.Struct):
    article: str
    mtime: int
    size: int
    status: Status
    annotations: int


class _Meta(msgspec.Struct):
    status: Status = Status.NEW


class _LayerFile(msgspec.Struct):
    meta: dict[str, _Meta] = {}
    spans: dict[str, msgspec.Raw] = {}


_glance_at = msgspec.json.Decoder(_LayerFile).decode


def summarize(
    layout: Layout, annotator: str, reader: LayerReader, filesystem: FileSystem, *, remember: bool
) -> dict[str, Glance]:
    """Return a glance at every layer an annotator has, by article id; layers that cannot be read are left out.

    ``remember`` writes what had to be read into the cache.
    """
    folder = folder_name(annotator)
    path = layout.cache / f"{folder}.json"
    known, found = _read(path, filesystem), dict[str, _Remembered]()
    for article_id, file, stamp in layer_files(layout.annotator(folder), filesystem):
        row = known.get(article_id)
        if row is not None and (row.mtime, row.size) == stamp:
            found[article_id] = row
        else:
            with suppress(msgspec.MsgspecError, UnicodeDecodeError, ProjectError):
                seen = _glance_at(filesystem.read(file))
                status = seen.meta["1"].status if "1" in seen.meta else Status.NEW
                found[article_id] = _Remembered(article_id, *stamp, status, len(seen.spans))
    if remember and found != known:
        with suppress(OSError):
            filesystem.make_directory(layout.cache)
            write_atomically(filesystem, path, _dump(found))
    glances = {row.article: Glance(row.status, row.annotations) for row in found.values()}
    for article_id in reader.ahead_of_files(annotator, set(glances)):
        with suppress(ProjectError):
            layer = reader.layer(article_id, annotator)
            glances[article_id] = Glance(layer.status, len(layer))
    return glances


def layer_files(base: Path, filesystem: FileSystem) -> list[tuple[str, Path, tuple[int, int]]]:
    """Return article id, path and stamp of every layer file below an annotator's folder."""
    return [
        (match[1], base / shard / name, stamp)
        for shard in filesystem.names(base)
        for name, stamp in filesystem.stamps(base / shard).items()
        if (match := ARTICLE_FILE.fullmatch(name)) and name.startswith(shard)
    ]


def _read(path: Path, filesystem: FileSystem) -> dict[str, _Remembered]:
    with suppress(ProjectError, msgspec.ValidationError):
        if filesystem.exists(path):
            loaded = load(filesystem.read(path), path)
            rows = msgspec.convert(list(loaded.tables.get(_TABLE, {}).values()), list[_Remembered])
            return {row.article: row for row in rows} if loaded.intact else {}
    return {}


def _dump(found: dict[str, _Remembered]) -> bytes:
    rows: Rows = {str(n): _builtins(row) for n, row in enumerate(found.values(), 1)}
    return dump({_TABLE: rows})


def _builtins(row: _Remembered) -> dict[str, Any]:
    return msgspec.to_builtins(row)
