"""Which layers of which articles an export writes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from annotator.errors import ExportFailure, ProjectError
from annotator.exporters import Exportable, Exporter
from annotator.model import GOLD, Article, Layer, Status

STATUSES = ("any", "done")


@dataclass(frozen=True, slots=True)
class Choice:
    """The annotators to write, and whether only what they finished.

    With a single annotator every article is written unless ``done_only``: an article that nobody marked is a text
    without annotations. With several, each article has the layers that were begun.
    """

    annotators: tuple[str, ...]
    is_single: bool
    done_only: bool

    def items(
        self,
        articles: Iterable[str],
        read_article: Callable[[str], Article],
        read_layer: Callable[[Article, str], Layer],
    ) -> Iterator[Exportable]:
        for article_id in articles:
            article = read_article(article_id)
            layers = [read_layer(article, name) for name in self.annotators]
            kept = tuple(layer for layer in layers if self._keeps(layer))
            if kept or not self.done_only:
                yield Exportable(article, kept)

    def _keeps(self, layer: Layer) -> bool:
        if self.done_only:
            return layer.status == Status.DONE
        return self.is_single or layer != Layer(layer.annotator, layer.article_id)


def choose(
    exporter: Exporter, known: tuple[str, ...], annotator: str | None, *, gold: bool, status: str
) -> tuple[Choice, tuple[str, ...]]:
    """Return what to write and notes about it, or raise an `AnnotatorError` naming what can be chosen."""
    if status not in STATUSES:
        raise ExportFailure(f"status {status!r} is not one of {', '.join(STATUSES)}")
    if gold and annotator not in (None, GOLD):
        raise ExportFailure(f"choose either the gold layer or {annotator}'s, not both")
    done_only = status == "done"
    name = GOLD if gold else annotator
    if name is None and exporter.holds.several_layers:
        return Choice(known, is_single=False, done_only=done_only), ()
    if name is None and len(known) > 1:
        raise ExportFailure(
            f"{exporter.name} holds one annotator's work: choose one of {', '.join(known)}"
        )
    if name is None:
        name = known[0] if known else ""
    notes: tuple[str, ...] = ()
    if name not in known:
        if gold:
            raise ExportFailure(
                "there is no gold layer yet: it is made by reviewing the annotators' work"
            )
        if known:
            raise ProjectError(f"{name!r} has annotated nothing here; there are {', '.join(known)}")
        notes = ("nobody has annotated anything yet: the texts were written without annotations",)
    return Choice((name,) if name else (), is_single=True, done_only=done_only), notes
