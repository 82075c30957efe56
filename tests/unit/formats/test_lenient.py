"""Other programs' JSON lines: text with spans, into the layer of the annotator that was named."""

from pathlib import Path

import pytest

from annotator.model import Relation, Status
from tests.unit.formats.build import import_text, line, only, refusal, spans_of
from tests.unit.formats.test_plain import PLAIN, as_pdf

TEXT = "عنوان\n٠٩ نوفمبر ٢٠٢١\nقال بوتين إن علييف قادم"
OBJECTS = [
    {"start": 25, "end": 30, "label": "actor"},
    {"start": 34, "end": 39, "label": "actor", "text": "علييف"},
]
SPANS = [(25, 30, "actor"), (34, 39, "actor")]


@pytest.mark.parametrize(
    "keys",
    [
        {"spans": OBJECTS},
        {"annotations": OBJECTS},
        {"label": [[25, 30, "actor"], [34, 39, "ACTOR"]]},
        {"labels": [[25, 30, "actor"], [34, 39, "actor"]]},
        {
            "entities": [
                {"id": 1, "start_offset": 25, "end_offset": 30, "label": "actor"},
                OBJECTS[1],
            ]
        },
    ],
)
def test_every_usual_form_of_spans_is_read(tmp_path: Path, keys: dict[str, object]):
    imported = only(import_text(tmp_path, "a.jsonl", line(text=TEXT, **keys), annotator="sara"))
    layer = imported.layers[0]
    assert (layer.annotator, layer.status, spans_of(layer)) == ("sara", Status.IN_PROGRESS, SPANS)
    assert imported.article.text == TEXT
    assert imported.article.extra == {}


def test_what_a_line_does_not_say_is_read_off_the_text(tmp_path: Path):
    article = only(import_text(tmp_path, "a.jsonl", line(text=TEXT))).article
    assert (article.title, article.published) == ("عنوان", "2021-11-09")
    said = only(
        import_text(tmp_path, "b.jsonl", line(text=TEXT, title="ع", published="3 May 2023"))
    ).article
    assert (said.title, said.published) == ("ع", "2023-05-03")


def test_relations_and_zones_come_along(tmp_path: Path):
    entities = [
        {"id": 7, "start_offset": 25, "end_offset": 30, "label": "actor"},
        {"id": 8, "start_offset": 34, "end_offset": 44, "label": "quote"},
    ]
    relations = [{"id": 1, "from_id": 8, "to_id": 7, "type": "speaker"}]
    zones = [{"start": 0, "end": 5, "zone": "nav"}]
    content = line(text=TEXT, entities=entities, relations=relations, zones=zones, status="done")
    layer = only(import_text(tmp_path, "a.jsonl", content, annotator="sara")).layers[0]
    assert layer.status == Status.DONE
    assert layer.relations == {Relation("speaker", "8", "7")}
    assert [(zone.span.start, zone.kind) for zone in layer.zones] == [(0, "nav")]


def test_reading_again_gives_the_same_ids(tmp_path: Path):
    content = line(text=TEXT, spans=[*OBJECTS, OBJECTS[0]])
    first = only(import_text(tmp_path, "a.jsonl", content, annotator="sara"))
    second = only(import_text(tmp_path, "b.jsonl", content, annotator="sara"))
    assert first.layers == second.layers
    assert len(first.layers[0]) == 3


def test_spans_of_nobody_are_refused(tmp_path: Path):
    assert "name the annotator" in refusal(
        import_text(tmp_path, "a.jsonl", line(text=TEXT, spans=OBJECTS))
    )


def test_spans_are_checked_as_strictly_as_our_own(tmp_path: Path):
    for span, reason in [
        ([25, 99, "actor"], "no range"),
        ([25, 30, "person"], "not in the schema"),
        ([25, 30], "list"),
    ]:
        said = refusal(
            import_text(tmp_path, "a.jsonl", line(text=TEXT, label=[span]), annotator="sara")
        )
        assert reason in said


def test_an_empty_list_of_spans_makes_no_layer(tmp_path: Path):
    assert only(import_text(tmp_path, "a.jsonl", line(text=TEXT, spans=[]))).layers == ()


def test_other_programs_keys_survive_where_ours_would_hide_them(tmp_path: Path):
    keys = {
        "id": 17,
        "schema": "theirs",
        "label": "politics",
        "status": "published",
        "published": "الأمس",
        "n": 1,
    }
    article = only(import_text(tmp_path, "a.jsonl", line(text=TEXT, **keys))).article
    assert article.published == "2021-11-09"
    assert article.extra == {
        "original_id": "17",
        "original_schema": "theirs",
        "original_published": "الأمس",
        "label": "politics",
        "status": "published",
        "n": 1,
    }


def test_text_as_pdfs_give_it_is_repaired_only_where_no_offset_counts_on_it(tmp_path: Path):
    drawn = as_pdf(PLAIN)
    bare = only(import_text(tmp_path, "a.jsonl", line(text=drawn), repair_visual=True))
    assert bare.article.text == PLAIN
    content = line(text=drawn, label=[[0, 3, "actor"]])
    marked = only(import_text(tmp_path, "b.jsonl", content, annotator="sara", repair_visual=True))
    assert marked.article.text == drawn
