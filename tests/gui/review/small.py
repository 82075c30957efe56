"""A project small enough to know every row of: one text, three annotators who differ in one way at each place."""

from pathlib import Path

from annotator.model import Annotation, Layer, Relation, Span, Status
from tests.helpers.projects import make_project, put_layer

TEXT = "قال الرئيس بوتين إن روسيا ترحب بالاتفاق. وأضاف بوتين: نعم للسلام"
OTHER = "زار الرئيس بوتين بكين. ورحب بوتين بالاتفاق"


def span(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """Return where words stand for the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def layer(
    annotator: str,
    article_id: str,
    *made: Annotation,
    links: tuple[tuple[str, str], ...] = (),
    status: Status = Status.DONE,
) -> Layer:
    relations = frozenset(Relation("speaker", head, dependent) for head, dependent in links)
    return Layer(annotator, article_id, status, {one.id: one for one in made}, relations)


def layers(article_id: str) -> list[Layer]:
    """Return what a, b and c made of `TEXT`.

    The title is outside for b and c; one value of three is another; an agreement only a has; a link that c did not make.
    """
    found = []
    for name in "abc":
        title = span("الرئيس بوتين") if name == "a" else span("بوتين")
        canonical = "الاتحاد الروسي" if name == "c" else "روسيا"
        made = [
            Annotation(f"{name}1", title, "actor"),
            Annotation(f"{name}2", span("روسيا"), "actor", {"canonical": canonical}),
            Annotation(f"{name}4", span("بوتين", nth=1), "actor"),
            Annotation(f"{name}5", span("نعم للسلام"), "quote"),
        ]
        if name == "a":
            made.append(Annotation("a3", span("بالاتفاق"), "agreement"))
        links = () if name == "c" else ((f"{name}5", f"{name}4"),)
        found.append(layer(name, article_id, *made, links=links))
    return found


def small_project(folder: Path, *, with_other: bool = False) -> Path:
    """Make the project, with a second article that differs in its titles only where asked for."""
    project = make_project(folder, TEXT, *([OTHER] if with_other else []))
    try:
        first = project.entries()[0].id
        for made in layers(first):
            put_layer(project, made)
        if with_other:
            second = project.entries()[1].id
            for name in "abc":
                words = "الرئيس بوتين" if name == "a" else "بوتين"
                title = Annotation(f"{name}1", span(words, OTHER), "actor")
                put_layer(project, layer(name, second, title))
    finally:
        project.close()
    return folder
