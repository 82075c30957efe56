"""What holds for every format there is, those of tomorrow too: hostile articles go through, and the account adds up."""

import re
from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from hypothesis import given, settings

from annotator import exporters
from annotator.errors import ExportFailure
from annotator.exporters import Exportable, LossReport
from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Span, Status
from annotator.options import Kind
from tests.helpers.sinks import MemorySink
from tests.unit.formats.strategies import exportables

BINARY = (b"PK",)
"""How files that are no text begin."""


HOSTILE = (
    "قال 🙂 بوتين👨‍👩‍👧 إن الوفد 🇷🇺 وصل",
    "في\u00a0باكو\u202fوفي يريفان\u2028ثم عاد\u0085اليوم",
    "\u200fقال\u061c الرئيس \u202bبوتين\u202c نعم\u200c",
    "قـــال الرئيس الـروسي وَبِالرَّئِيسِ",
    "قال: \"نعم\\لا\"\tو'هذا' 'آخر' <b> & \"ذاك\" [x] {y} |z|",
    "سطر أول\n\nسطر ثان\n\n\nثالث\n",
    "# text = 1\n-DOCSTART- O\nT1\tactor 0 4\tقال\n1-1\t0-4\t_\n",
    "ا",
    "x",
    "=1+1 -2 +3 @ر",
)
"""What real articles hold and formats stumble over."""


REFUSES = "error"
"""The choice whose purpose is to refuse."""


def crowded(text: str) -> Exportable:
    """Return an article in which annotations nest, cross, repeat, end inside words and run over line ends."""
    article, end = (
        Article.from_text(text, title='عنوان، "مقتبس"', published="2021-11-09"),
        len(text),
    )
    places = {
        (0, end),
        (0, max(1, end // 2)),
        (end // 3, max(end // 3 + 1, 2 * end // 3)),
        (end - 1, end),
        (0, 1),
    }
    places |= {(m.start() + 1, m.end()) for m in re.finditer(r"\w{3,}", text)}
    annotations = {
        f"a{n}": Annotation(
            f"a{n}",
            Span(*place),
            label,
            {"canonical": "اسم، آخر"} if n % 2 else {},
            "ملاحظة" if n % 3 == 0 else "",
        )
        for n, (place, label) in enumerate(
            (place, label) for place in sorted(places) for label in ("actor", "quote")
        )
    }
    return Exportable(article, (Layer("sara", article.id, Status.DONE, annotations),))


ITEMS = (
    *map(crowded, HOSTILE),
    Exportable(
        Article.from_text("نص بلا وسوم"), (Layer("sara", Article.from_text("نص بلا وسوم").id),)
    ),
    Exportable(Article.from_text("نص لم يبدأ أحد به")),
)


def choices() -> Iterator[tuple[str, dict[str, object]]]:
    """Yield every format that can be written here with its defaults, and with each choice and flag that it has."""
    for name, exporter in exporters.REGISTRY.items():
        if exporter.needs is not None and find_spec(exporter.needs.module) is None:
            continue  # `make clients` has it
        yield name, {}
        for option in exporter.all_options:
            values = (True, False) if option.kind is Kind.FLAG else option.values
            wanted = [value for value in values if value not in (option.default, REFUSES)]
            yield from ((name, {option.name: value}) for value in wanted)


CHOICES = list(choices())

EVERY = pytest.mark.parametrize(
    ("name", "options"), [pytest.param(*one, id=f"{one[0]} {one[1] or ''}") for one in CHOICES]
)

FORMATS = pytest.mark.parametrize("name", [name for name, options in CHOICES if not options])


def write(
    name: str, options: dict[str, object], *items: Exportable
) -> tuple[dict[str, bytes], LossReport]:
    exporter, sink = exporters.REGISTRY[name], MemorySink()
    report = exporter.write(iter(items), sink, exporter.choose(options, DEFAULT_SCHEMA))
    return sink.files(), report


@EVERY
def test_hostile_articles_go_through_and_the_account_adds_up(name: str, options: dict[str, object]):
    files, report = write(name, options, *ITEMS)
    assert files
    assert report.articles == len(ITEMS)
    assert report.annotations == sum(len(layer) for item in ITEMS for layer in item.layers)
    assert report.written + report.dropped == report.annotations
    assert (
        sum((write(name, options, item)[1] for item in ITEMS), LossReport()).losses.keys()
        == report.losses.keys()
    )


@EVERY
def test_what_is_written_is_the_same_every_time(name: str, options: dict[str, object]):
    assert write(name, options, *ITEMS) == write(name, options, *ITEMS)


@FORMATS
def test_texts_are_utf8_without_a_mark_and_with_lf(name: str):
    files, _ = write(name, {}, *ITEMS)
    for content in files.values():
        if not content.startswith(BINARY):
            text = content.decode("utf-8")
            assert not text.startswith("\ufeff")
            assert "\r" not in text


@FORMATS
@settings(max_examples=8)
@given(item=exportables())
def test_any_article_is_written_or_refused_by_its_place(name: str, item: Exportable):
    said, report = "", LossReport()
    try:
        _, report = write(name, {}, item)
    except ExportFailure as error:
        said = str(error)
    if said:
        assert item.article.id in said or "that label, value or kind" in said
    else:
        assert report.written + report.dropped == report.annotations == len(item.layers[0])
