"""Bring a backup's work back as new edits, so that restoring can itself be undone and loses nothing made since."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.errors import AnnotatorError, DamagedFileError, ProjectError
from annotator.model import Layer
from annotator.progress import Counter, Progress
from annotator.project.desk import Desk
from annotator.project.take_layer import TakeLayer
from annotator.store.backups.backups import Backup, list_backups, unpack
from annotator.store.files.filesystem import REAL
from annotator.store.files.layout import Layout
from annotator.store.files.leftovers import temporary_folder
from annotator.store.shared.catalog import METADATA, ArticleEntry, Metadata
from annotator.store.shared.project_file import read_project_file


@dataclass(slots=True)
class RestoreReport:
    """What a restore did."""

    articles: int = 0
    """Articles that were gone and are back."""
    metadata: int = 0
    labels: bool = False
    layers: int = 0
    """Layers that are again as they were."""
    unchanged: int = 0
    refused: list[str] = field(default_factory=list[str])
    damaged: list[str] = field(default_factory=list[str])
    """Backups that could not be used, and why."""
    used: str = ""
    """Which backup was used, where it is not the one that was asked for."""
    whole: str = ""
    """The folder that was gone and is there again, with everything that the backup has."""

    @property
    def has_changed(self) -> bool:
        return bool(self.articles or self.metadata or self.labels or self.layers or self.refused)

    def lines(self) -> list[str]:
        return [
            *self.damaged,
            *([f"instead, {self.used} was used"] if self.used else []),
            *(
                [f"the project was put back into {self.whole}"]
                if self.whole
                else ["nothing was to be restored: everything is as in the backup"]
                if not self.has_changed
                else [
                    f"restored {self.layers} layers, {self.articles} articles and the metadata of {self.metadata}",
                    f"{self.unchanged} layers were as in the backup",
                ]
            ),
            *(["the labels are those of the backup again"] if self.labels else []),
            *(f"  refused: {reason}" for reason in self.refused),
        ]


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A backup, and the folder that its project lies in now."""

    backup: Backup
    folder: Path


def unpack_first(candidates: Sequence[Backup], folder: Path, report: RestoreReport) -> Unpacked:
    """Unpack the first of these backups that is sound, and tell of those that are not. Raises `DamagedFileError`."""
    for number, backup in enumerate(candidates):
        target = folder / str(number)
        try:
            unpack(backup, target)
            read_project_file(Layout(target), REAL)
        except DamagedFileError as error:
            report.damaged.append(str(error))
        else:
            if number:
                report.used = f"{backup.path} of {backup.local_time}"
            return Unpacked(backup, target)
    raise DamagedFileError(
        f"no backup could be used, {len(report.damaged)} are damaged: {report.damaged[0]}"
    )


class FirstChange:
    """Has something done once, before the first change of several; nothing where nothing is changed."""

    def __init__(self, do: Callable[[], object]) -> None:
        self._do = do
        self._is_done = False

    def note(self) -> None:
        """Say that something is about to be changed."""
        if not self._is_done:
            self._do()
            self._is_done = True


def restore_layers(
    annotators: Iterable[str],
    layers_then: Callable[[str], Iterable[Layer]],
    layer_now: Callable[[str, str], Layer],
    take_desk: Callable[[str], AbstractContextManager[Desk]],
    changing: FirstChange,
    report: RestoreReport,
    progress: Progress | None,
) -> None:
    """Commit every layer that differs; annotators who are at work elsewhere are refused and said."""
    for annotator in annotators:
        try:
            layers = list(layers_then(annotator))
            other = [one for one in layers if layer_now(one.article_id, annotator) != one]
            report.unchanged += len(layers) - len(other)
            if not other:
                continue
            changing.note()
            counter = Counter(progress, len(other))
            with take_desk(annotator) as desk:
                for layer in other:
                    counter.step()
                    current = desk.layer(layer.article_id)
                    desk.commit(layer.article_id, TakeLayer(current, layer))
                    report.layers += 1
        except AnnotatorError as error:
            report.refused.append(f"{annotator}: {error}")


def restore_whole(path: Path, backup: Backup) -> RestoreReport:
    """Do what `Project.restore_whole` promises."""
    report = RestoreReport(whole=str(path))
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise ProjectError(f"{path} is not an empty folder: nothing was put into it")
    older = [one for one in reversed(list_backups(backup.path.parent)) if one < backup]
    with temporary_folder() as folder:
        used = unpack_first([backup, *older], folder, report)
    unpack(used.backup, path)
    return report


def metadata_to_restore(
    now: Iterable[ArticleEntry], then: Iterable[ArticleEntry]
) -> dict[str, Metadata]:
    """Return by article id what was known about articles and is another now."""
    known = {entry.id: entry for entry in now}
    return {
        entry.id: fields
        for entry in then
        if entry.id in known and (fields := _differing(entry, known[entry.id]))
    }


def _differing(then: ArticleEntry, now: ArticleEntry) -> Metadata:
    found: dict[str, Any] = {
        name: getattr(then, name) for name in METADATA if getattr(then, name) != getattr(now, name)
    }
    if then.fields != now.fields:
        found["fields"] = {**dict.fromkeys(now.fields, ""), **then.fields}
    return found
