"""Bring a backup's work back as new edits, so that restoring can itself be undone and loses nothing made since."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from annotator.errors import AnnotatorError
from annotator.model import Layer
from annotator.progress import Counter, Progress
from annotator.project.desk import Desk
from annotator.project.take_layer import TakeLayer
from annotator.store.shared.catalog import METADATA, ArticleEntry


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

    def lines(self) -> list[str]:
        return [
            f"restored {self.layers} layers, {self.articles} articles and the metadata of {self.metadata}",
            f"{self.unchanged} layers were as in the backup",
            *(["the labels are those of the backup again"] if self.labels else []),
            *(f"  refused: {reason}" for reason in self.refused),
        ]


def restore_layers(
    annotators: Iterable[str],
    layers_then: Callable[[str], Iterable[Layer]],
    take_desk: Callable[[str], AbstractContextManager[Desk]],
    report: RestoreReport,
    progress: Progress | None,
) -> None:
    """Commit every layer that differs; annotators who are at work elsewhere are refused and said."""
    for annotator in annotators:
        layers = list(layers_then(annotator))
        counter = Counter(progress, len(layers))
        try:
            with take_desk(annotator) as desk:
                for layer in layers:
                    counter.step()
                    current = desk.layer(layer.article_id)
                    if current == layer:
                        report.unchanged += 1
                    else:
                        desk.commit(layer.article_id, TakeLayer(current, layer))
                        report.layers += 1
        except AnnotatorError as error:
            report.refused.append(f"{annotator}: {error}")


def metadata_to_restore(
    now: Iterable[ArticleEntry], then: Iterable[ArticleEntry]
) -> dict[str, dict[str, str | None]]:
    """Return by article id what was known about articles and is another now."""
    known = {entry.id: entry for entry in now}
    return {
        entry.id: fields
        for entry in then
        if entry.id in known
        and (
            fields := {
                name: getattr(entry, name)
                for name in METADATA
                if getattr(entry, name) != getattr(known[entry.id], name)
            }
        )
    }
