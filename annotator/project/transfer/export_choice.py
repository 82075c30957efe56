"""Which layers of which articles an export writes, and what it says of those it leaves out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.errors import ExportFailure, ProjectError
from annotator.exporters import Exportable, Exporter
from annotator.model import GOLD, Article, Layer, Status
from annotator.project.summaries import LayerSummary

ANY, DONE = "any", "done"
STATUSES = (ANY, DONE)


@dataclass(frozen=True, slots=True)
class Choice:
    """The annotators to write, and whether only what they finished.

    With a single annotator every article is written unless ``done_only``: an article that nobody marked is a text
    without annotations. With several, each article has the layers that were begun.
    """

    annotators: tuple[str, ...]
    is_single: bool
    done_only: bool

    @property
    def is_gold(self) -> bool:
        return self.annotators == (GOLD,)

    def articles(
        self, known: Iterable[str], summaries: Callable[[str], Mapping[str, LayerSummary]]
    ) -> tuple[list[str], tuple[str, ...]]:
        """Return the ids to write out of those ``known``, and notes about the others.

        ``summaries`` gives an annotator's. Raise `ExportFailure` where nothing is left to write.
        """
        known = list(known)
        if not known:
            raise ExportFailure(
                "there is nothing to export: the project holds no article; import some first"
            )
        if not (self.done_only or self.is_gold):
            return known, ()
        found = [summaries(name) for name in self.annotators]
        finished = {i for some in found for i, s in some.items() if s.status == Status.DONE}
        begun = {i for some in found for i, s in some.items() if s.is_begun}
        half = sum(i in begun - finished for i in known)
        none = sum(i not in begun | finished for i in known)
        if not self.done_only:
            return known, _among(half, none)
        ids = [i for i in known if i in finished]
        if not ids:
            raise ExportFailure(_nothing_finished(half, is_gold=self.is_gold))
        return ids, _left_out(half, none, is_gold=self.is_gold)

    def items(
        self,
        articles: Iterable[str],
        read_article: Callable[[str], Article],
        read_layer: Callable[[Article, str], Layer],
        read_replies: Callable[[str], Mapping[str, str]],
    ) -> Iterator[Exportable]:
        for article_id in articles:
            article = read_article(article_id)
            layers = [read_layer(article, name) for name in self.annotators]
            kept = tuple(layer for layer in layers if self._keeps(layer))
            if kept or not self.done_only:
                asked = self.is_single and any(layer.remarks for layer in kept)
                yield Exportable(article, kept, read_replies(article_id) if asked else {})

    def _keeps(self, layer: Layer) -> bool:
        if self.done_only:
            return layer.status == Status.DONE
        return self.is_single or layer != Layer(layer.annotator, layer.article_id)


def choose(
    exporter: Exporter,
    saved: tuple[str, ...],
    known: tuple[str, ...],
    annotator: str | None,
    *,
    gold: bool,
    status: str | None,
) -> tuple[Choice, tuple[str, ...]]:
    """Return what to write and notes about it, or raise an `AnnotatorError` naming what can be chosen.

    ``saved`` are all who have saved anything, ``known`` those of them whose work there is to choose.

    Without a ``status`` gold is what was reviewed to the end, as an article that nobody reviewed would be training data
    that says there is nothing to find; of an annotator it is everything. The annotator ``""`` is nobody.
    """
    if status not in (None, *STATUSES):
        raise ExportFailure(f"status {status!r} is not one of {', '.join(STATUSES)}")
    if annotator == "" and not gold:
        return Choice((), is_single=True, done_only=False), ()
    if gold and annotator not in (None, GOLD):
        raise ExportFailure(f"choose either the gold layer or {annotator}'s, not both")
    name = GOLD if gold else annotator
    done_only = (status or (DONE if name == GOLD else ANY)) == DONE
    if name is None and exporter.holds.several_layers:
        return Choice(saved, is_single=False, done_only=done_only), ()
    if name is None and len(known) > 1:
        raise ExportFailure(
            f"{exporter.name} holds one annotator's work: choose one of {', '.join(known)} (--annotator on the command line)"
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


def _left_out(half: int, none: int, *, is_gold: bool) -> tuple[str, ...]:
    if not is_gold:
        return (f"left out {_articles(half + none)} not finished",) if half + none else ()
    parts = [f"{_articles(none)} that nobody reviewed"] if none else []
    parts += [f"{_articles(half)} half decided"] if half else []
    return (f"left out {' and '.join(parts)}; status any writes them too",) if parts else ()


def _among(half: int, none: int) -> tuple[str, ...]:
    """Return what to know of gold that is written though it is not finished."""
    parts = [f"{_articles(none)} that nobody reviewed, written without annotations"] if none else []
    parts += [f"{_articles(half)} half decided, with what is decided so far"] if half else []
    return (f"among them {' and '.join(parts)}",) if parts else ()


def _nothing_finished(half: int, *, is_gold: bool) -> str:
    if not is_gold:
        return "there is nothing to export: no article is finished; ask for status any to write all"
    begun = f", though {_articles(half)} half decided" if half else ""
    return (
        f"there is nothing to export: no article has been reviewed to the end{begun}; finish one, or ask for status any "
        "to write all"
    )


def _articles(number: int) -> str:
    return f"{number} article{'' if number == 1 else 's'}"
