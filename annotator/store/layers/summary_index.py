"""Status, number of annotations and what waits in every layer, without reading every file.

`.cache/<annotator>.json` remembers what a file said as long as its time and size stay the same. It is derived: delete it
and it is made again.
"""

from contextlib import suppress
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple, cast

import msgspec

from annotator.errors import ProjectError
from annotator.model import Layer, RemarkKind, Status
from annotator.model.remark import open_ones
from annotator.store.files.filesystem import FileSystem, write_atomically
from annotator.store.files.layout import ARTICLE_FILE, Layout, folder_name
from annotator.store.files.records import Rows, dump, load
from annotator.store.layers.reader import LayerReader

_TABLE = "layers-4"
_NOTE, _LABEL = attrgetter("note"), attrgetter("label")
"""With another name whenever a row holds something else: what an older program left is then made again."""


class Glance(NamedTuple):
    """What a list shows of a layer."""

    status: Status
    annotations: int
    notes: int = 0
    questions: int = 0
    flags: int = 0
    guidelines: str = ""
    labels: tuple[str, ...] = ()
    changed: str = ""
    remarks: int = 0


class _Remembered(msgspec.Struct):
    article: str
    mtime: int
    size: int
    glance: Glance


class _Meta(msgspec.Struct):
    status: Status = Status.NEW
    guidelines_sha256: str = ""
    at: str = ""


class _Span(msgspec.Struct):
    note: str = ""
    label: str = ""
    at: str = ""


class _Remark(msgspec.Struct):
    kind: str
    settled: bool = False
    at: str = ""


class _LayerFile(msgspec.Struct):
    meta: dict[str, _Meta] = {}
    spans: dict[str, _Span] = {}
    remarks: dict[str, _Remark] = {}


_decode = msgspec.json.Decoder(_LayerFile).decode


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
                try:
                    glance = _glance_at_file(filesystem.read(file))
                except msgspec.ValidationError:  # one bad record costs only itself
                    glance = glance_at(reader.layer(article_id, annotator))
                found[article_id] = _Remembered(article_id, *stamp, glance)
    if remember and found != known:
        with suppress(OSError):
            filesystem.make_directory(layout.cache)
            write_atomically(filesystem, path, _dump(found))
    glances = {row.article: row.glance for row in found.values()}
    for article_id in reader.ahead_of_files(annotator, set(glances)):
        with suppress(ProjectError):
            layer = reader.layer(article_id, annotator)
            glances[article_id] = glance_at(layer)
    return glances


def glance_at(layer: Layer) -> Glance:
    """Return what a list shows of a layer that is at hand."""
    remarks = layer.remarks.values()
    return Glance(
        layer.status,
        len(layer),
        sum(map(bool, map(_NOTE, layer.annotations.values()))),
        open_ones(remarks, RemarkKind.QUESTION),
        open_ones(remarks, RemarkKind.FLAG),
        layer.guidelines,
        tuple(sorted(set(map(_LABEL, layer.annotations.values())))),
        remarks=len(layer.remarks),
    )


def _glance_at_file(data: bytes) -> Glance:
    seen = _decode(data)
    meta = seen.meta.get("1", _Meta())
    kinds = [remark.kind for remark in seen.remarks.values() if not remark.settled]
    return Glance(
        meta.status,
        len(seen.spans),
        sum(1 for span in seen.spans.values() if span.note),
        kinds.count(RemarkKind.QUESTION),
        kinds.count(RemarkKind.FLAG),
        meta.guidelines_sha256,
        tuple(sorted({span.label for span in seen.spans.values()})),
        max(
            meta.at,
            max((span.at for span in seen.spans.values()), default=""),
            max((remark.at for remark in seen.remarks.values()), default=""),
        ),
        len(seen.remarks),
    )


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
    rows = {str(n): row for n, row in enumerate(found.values(), 1)}
    return dump({_TABLE: cast("Rows", rows)})  # encoded as they are, without a second copy of all
