"""Small comparisons in one line."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count as counter

from annotator.iaa.alignment.columns import Compared, collect
from annotator.iaa.alignment.options import DEFAULT, Options
from annotator.iaa.counts.counting import count
from annotator.iaa.counts.statistics import Statistics
from annotator.iaa.scores.results import Agreement
from annotator.iaa.scores.summary import summarise
from annotator.model import Annotation, Layer, Span, Status, Zone
from tests.helpers.pictures import picture

LABELS = ("actor", "date", "quote", "agreement")
ATTRIBUTES = ("role", "name", "value")
TYPES = ("speaker", "answer")
DATES = (("date", "value"),)
Made = tuple[int, int, str]

_numbers = counter(1)


def layer(
    annotator: str,
    spans: Iterable[Made],
    *,
    article: str = "000000000001",
    status: Status = Status.DONE,
    zones: Iterable[tuple[int, int]] = (),
) -> Layer:
    made = [
        Annotation(f"{next(_numbers):012x}", Span(start, end), label) for start, end, label in spans
    ]
    return Layer(
        annotator,
        article,
        status,
        {one.id: one for one in made},
        zones=frozenset(Zone(Span(*zone)) for zone in zones),
    )


def compared(*layers: Layer, characters: int = 100, text: str = "") -> Compared:
    """Return the layers of one article, together."""
    return Compared(
        layers[0].article_id, len(text) or characters, {one.annotator: one for one in layers}, text
    )


def statistics(
    items: Sequence[Compared],
    annotators: Sequence[str] = ("a", "b"),
    *,
    labels: Sequence[str] = LABELS,
    options: Options = DEFAULT,
) -> Statistics:
    return count(
        collect(
            items,
            annotators,
            labels,
            options,
            attributes=ATTRIBUTES,
            relation_types=TYPES,
            dates=DATES,
        )
    )


def agreement(
    items: Sequence[Compared],
    annotators: Sequence[str] = ("a", "b"),
    *,
    labels: Sequence[str] = LABELS,
    options: Options = DEFAULT,
    draws: int = 0,
) -> Agreement:
    return summarise(statistics(items, annotators, labels=labels, options=options), draws=draws)


def articles(
    work: Mapping[str, Mapping[str, Iterable[Made]]], *, characters: int = 100
) -> list[Compared]:
    """Return finished articles from spans by article and annotator."""
    return [
        compared(
            *(layer(name, spans, article=article) for name, spans in layers.items()),
            characters=characters,
        )
        for article, layers in work.items()
    ]


def drawn(drawing: str) -> tuple[str, list[Made]]:
    """Return text and spans of a drawing such as ``قال [بوتين:actor]``; brackets nest."""
    text, made = picture(drawing)
    return text, [(one.start, one.end, one.label) for one in made]


def drawn_pair(a: str, b: str, *, article: str = "000000000001") -> Compared:
    """Return an article from what two annotators made of the same text."""
    (text, of_a), (again, of_b) = drawn(a), drawn(b)
    assert text == again
    return compared(layer("a", of_a, article=article), layer("b", of_b, article=article), text=text)
