"""Trained models beside a project: kept in its cache, and trained again when what they are learnt from is another."""

import hashlib

import msgspec

from annotator.progress import Progress
from annotator.project.project import Project
from annotator.store.files.derived import read_derived, write_derived
from annotator.store.files.layout import folder_name
from annotator.suggest.learning.training import Lesson, Model, train


class _Kept(msgspec.Struct):
    lesson: str
    labels: dict[str, bytes]
    sha256: str
    """Of the models: the library that reads them does not survive a damaged one."""


def model_for(
    project: Project, annotator: str, lesson: Lesson, progress: Progress | None = None
) -> Model:
    """Return the model of a lesson, from the cache where it was trained before. Raises what ``progress`` raises."""
    name = f"suggestions-{folder_name(annotator)}.model"
    wanted = lesson.digest()
    kept = _decoded(read_derived(project.layout, name, project.filesystem))
    if kept is not None and kept.lesson == wanted:
        return Model(kept.labels, lesson.from_gold)
    model = train(lesson, progress)
    if not project.read_only:
        labels = dict(model.labels)
        data = msgspec.msgpack.encode(_Kept(wanted, labels, _sha256(labels)))
        write_derived(project.layout, name, data, project.filesystem)
    return model


def _decoded(data: bytes | None) -> _Kept | None:
    if data is None:
        return None
    try:
        kept = msgspec.msgpack.decode(data, type=_Kept)
    except msgspec.DecodeError:
        return None
    return kept if kept.sha256 == _sha256(kept.labels) else None


def _sha256(labels: dict[str, bytes]) -> str:
    found = hashlib.sha256()
    for label, data in sorted(labels.items()):
        found.update(label.encode())
        found.update(hashlib.sha256(data).digest())
    return found.hexdigest()
