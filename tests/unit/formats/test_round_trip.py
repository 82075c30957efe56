"""What an export wrote, the import reads back: the same articles, and the same annotations as far as the format goes."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.exporters import Exportable
from tests.unit.formats.build import (
    export,
    exportable,
    import_text,
    linked,
    only,
    spans_of,
    with_spans,
)
from tests.unit.formats.strategies import exportables


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round_trip")


@pytest.mark.parametrize("name", ["jsonl", "json"])
@settings(max_examples=40)
@given(
    items=st.lists(
        exportables(annotators=("sara", "gold")), max_size=2, unique_by=lambda item: item.article.id
    )
)
def test_json_comes_back_as_it_was(folder: Path, name: str, items: list[Exportable]):
    written, report = export(name, *items)
    back = import_text(folder, f"a.{name}", written) if items else []
    assert [(b.article, b.layers, b.notes) for b in back] == [
        (item.article, item.layers, ()) for item in items
    ]
    assert [b.article.extra for b in back] == [item.article.extra for item in items]
    assert (
        report.written
        == report.annotations
        == sum(len(layer) for item in items for layer in item.layers)
    )


@pytest.mark.parametrize("name", ["jsonl", "conll-layers"])
@settings(max_examples=50)
@given(item=exportables())
def test_a_line_is_a_line_to_every_reader(name: str, item: Exportable):
    written, _ = export(name, item)
    assert written.splitlines() == written.split("\n")[:-1]


@given(item=exportables())
@example(
    with_spans(
        "قال الرئيس الروسي بوتين",
        (4, 23, "actor"),
        (4, 23, "date"),
        (4, 10, "actor"),
        (11, 23, "quote"),
    )
)
@example(
    with_spans(
        "وللأمم المتحدة", (3, 14, "actor"), (0, 6, "quote"), (5, 6, "date"), (2, 14, "actor")
    )
)
@example(
    with_spans(
        "قال. بوتين\n\nعلييف. قادم",
        (0, 10, "quote"),
        (3, 23, "quote"),
        (8, 20, "actor"),
        (12, 13, "date"),
    )
)
@example(
    with_spans(
        "أ  ب\u00a0\u200f ج",
        (1, 3, "actor"),
        (2, 3, "date"),
        (0, 2, "quote"),
        (4, 7, "actor"),
        (5, 6, "date"),
    )
)
@example(
    with_spans("می\u200cرود", (0, 2, "actor"), (2, 3, "date"), (3, 6, "quote"), (0, 3, "quote"))
)
@example(with_spans("🇷🇺👨‍👩‍👧َ", (0, 1, "actor"), (1, 2, "actor"), (2, 5, "date"), (4, 8, "quote")))
def test_layered_columns_bring_every_span_back(folder: Path, item: Exportable):
    written, report = export("conll-layers", item)
    back = only(import_text(folder, "a.conll", written))
    assert (back.article, back.article.extra) == (item.article, item.article.extra)
    assert spans_of(back.layers[0]) == spans_of(item.layers[0])
    assert (back.layers[0].annotator, back.layers[0].status) == ("sara", item.layers[0].status)
    assert report.written == report.annotations == len(item.layers[0])
    assert report.dropped == 0


@given(item=exportables())
def test_layered_columns_without_zones_bring_back_what_they_say_they_wrote(
    folder: Path, item: Exportable
):
    written, report = export("conll-layers", item, skip_zones=True)
    back = only(import_text(folder, "a.conll", written))
    wanted = [
        a
        for a in item.layers[0]
        if not any(zone.span.contains(a.span) for zone in item.layers[0].zones)
    ]
    assert report.written == len(back.layers[0])
    assert set(spans_of(back.layers[0])) <= {(a.start, a.end, a.label) for a in wanted}


@settings(max_examples=25)
@given(item=exportables())
def test_reading_layered_columns_again_gives_the_same_ids(folder: Path, item: Exportable):
    written, _ = export("conll-layers", item)
    assert only(import_text(folder, "a.conll", written)) == only(
        import_text(folder, "b.conll", written)
    )


def test_many_articles_come_back_in_order(folder: Path):
    items = [
        with_spans(f"{n}. قال بوتين. نعم\n", (n % 3, 9, "actor"), (3, 9, "quote"))
        for n in range(20)
    ]
    for name, suffix in [("jsonl", "jsonl"), ("json", "json"), ("conll-layers", "conll")]:
        back = import_text(folder, f"many.{suffix}", export(name, *items)[0])
        assert [b.article for b in back] == [item.article for item in items]
        assert [spans_of(b.layers[0]) for b in back] == [spans_of(item.layers[0]) for item in items]


@pytest.mark.parametrize(
    ("name", "suffix"), [("jsonl", "jsonl"), ("json", "json"), ("conll-layers", "conll")]
)
def test_an_article_nobody_annotated_comes_back_without_a_layer(
    folder: Path, name: str, suffix: str
):
    item = Exportable(with_spans("قال بوتين").article)
    back = only(import_text(folder, f"bare.{suffix}", export(name, item)[0]))
    assert (back.article, back.layers) == (item.article, ())


def test_relations_and_zones_are_written_in_order():
    item = linked(
        exportable("[أ:actor] [ب:actor] [ج:quote] [د:quote]", zones=((4, 5), (0, 1), (2, 7))),
        *[("speaker", head, dependent) for head in ("a4", "a3") for dependent in ("a2", "a1")],
    )
    layer = json.loads(export("jsonl", item)[0])["layers"][0]
    assert [(r["head"], r["dependent"]) for r in layer["relations"]] == [
        ("a3", "a1"),
        ("a3", "a2"),
        ("a4", "a1"),
        ("a4", "a2"),
    ]
    assert [(z["start"], z["end"]) for z in layer["zones"]] == [(0, 1), (2, 7), (4, 5)]
