"""Other programs' JSON lines: text with spans, into the layer of the annotator that was named."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.importers import settling
from annotator.importers.recognising import recognise
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
        ([25, 99, "actor"], "whose offsets are no range of the text: [25, 99)"),
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
    content = line(text=drawn, spans=[[0, 3, "actor"]])
    marked = only(import_text(tmp_path, "b.jsonl", content, annotator="sara", repair_visual=True))
    assert marked.article.text == drawn


WRONG = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.sampled_from("ab"), st.integers(), max_size=2),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
)
METADATA = ("title", "source", "url", "published", "id", "schema", "status", "layers", "meta")


@given(
    metadata=st.dictionaries(st.sampled_from(METADATA), WRONG),
    attributes=WRONG,
    note=WRONG,
    canonical=WRONG,
    bare=st.booleans(),
)
def test_metadata_of_any_type_never_costs_the_article(
    tmp_path_factory, metadata, attributes, note, canonical, bare
):
    metadata = {key: one for key, one in metadata.items() if (key, one) != ("layers", [])}
    if isinstance(metadata.get("layers"), list):
        del metadata["layers"]  # a list of what are no layers is a broken file
    given = {} if bare else {**OBJECTS[0], "attributes": attributes, "note": note}
    if not bare and isinstance(attributes, dict):
        given["attributes"] = {**attributes, "canonical": canonical}
    content = line(text=TEXT, **metadata, **({} if bare else {"spans": [given]}))
    imported = only(
        import_text(tmp_path_factory.mktemp("in"), "a.jsonl", content, annotator="sara")
    )
    article = imported.article
    assert article.text == TEXT
    assert all(isinstance(one, str | None) for one in (article.source, article.url))
    assert isinstance(article.title, str)
    for key, value in metadata.items():
        taken = {"title": article.title, "source": article.source, "url": article.url}.get(key)
        if value not in (None, "") and str(value) not in (taken, article.published):
            kept = article.extra.get(f"original_{key}", article.extra.get(key))
            assert kept == (str(value) if type(value) in (int, float) and kept != value else value)
    if not bare:
        [layer] = imported.layers
        assert spans_of(layer) == SPANS[:1]


@pytest.mark.parametrize(
    ("value", "source", "note"),
    [
        (5, "5", ""),
        (1.5, "1.5", ""),
        (None, None, ""),
        (["وكالة"], None, "source is a list, not text: kept as original_source"),
        ({"name": "x"}, None, "source is an object, not text: kept as original_source"),
        (True, None, "source is true, not text: kept as original_source"),
    ],
)
def test_a_source_of_another_type_is_taken_as_text_or_put_aside_with_a_note(
    tmp_path: Path, value, source, note
):
    content = line(text=TEXT, label=[[25, 30, "actor"]], source=value)
    imported = only(import_text(tmp_path, "a.jsonl", content, annotator="sara"))
    assert imported.article.source == source
    assert list(imported.notes) == ([note] if note else [])
    assert imported.article.extra == ({"original_source": value} if note else {})


def test_a_day_that_cannot_be_read_is_said_and_a_time_of_day_is_kept(tmp_path: Path):
    unknown = only(import_text(tmp_path, "a.jsonl", line(text=TEXT, published="الأمس")))
    assert unknown.notes == (
        "published 'الأمس' is no day that can be read: kept as original_published",
    )
    moment = "2023-05-03T13:05:42+03:00"
    timed = only(import_text(tmp_path, "b.jsonl", line(text=TEXT, published=moment)))
    assert (timed.article.published, timed.notes) == ("2023-05-03", ())
    assert timed.article.extra == {"original_published": moment}


def test_what_no_attribute_can_hold_is_said(tmp_path: Path):
    span = {**OBJECTS[0], "attributes": {"canonical": ["x"], "kind": 3}}
    imported = only(
        import_text(tmp_path, "a.jsonl", line(text=TEXT, spans=[span]), annotator="sara")
    )
    [made] = imported.layers[0]
    assert made.attributes == {"kind": "3"}
    assert imported.notes == (
        "keys of annotations or layers that have no place here were left out: attributes.canonical",
    )


def test_a_label_is_taken_from_where_it_is(tmp_path: Path):
    place = {"start": 25, "end": 30}
    for name, span in (
        ("a", {"labels": ["actor"]}),
        ("b", {"label": ["actor"]}),
        ("c", {"technique": "actor", "label": 7}),
    ):
        content = line(text=TEXT, spans=[{**place, **span}])
        options = {"label_key": "technique"} if name == "c" else {}
        imported = only(
            import_text(tmp_path, f"{name}.jsonl", content, annotator="sara", **options)
        )
        assert spans_of(imported.layers[0]) == SPANS[:1]


@pytest.mark.parametrize(
    ("span", "reason"),
    [
        ({"labels": ["actor", "date"]}, "'labels' is a list and not one label"),
        ({"labels": []}, "'labels' is a list and not one label"),
        ({"technique": "actor"}, "has no 'label': name the key its label is under (--label-key)"),
    ],
)
def test_an_annotation_without_one_label_is_left_out_with_what_to_do(tmp_path: Path, span, reason):
    content = line(text=TEXT, spans=[{"start": 25, "end": 30, **span}, OBJECTS[1]])
    outcomes = import_text(tmp_path, "a.jsonl", content, annotator="sara")
    assert reason in refusal(outcomes)
    assert spans_of(outcomes[0].layers[0]) == SPANS[1:]


def test_objects_that_were_indented_are_read_under_the_name_of_lines(tmp_path: Path):
    values = [{"text": TEXT, "spans": OBJECTS}, {"text": "نص آخر"}]
    content = "\n".join(json.dumps(value, indent=2, ensure_ascii=False) for value in values)
    for options in ({}, {"format_name": "jsonl"}):
        path = tmp_path / "a.jsonl"
        path.write_text(content, encoding="utf-8")
        importer, _ = recognise(path, **options)
        outcomes = list(settling.read(importer, path, importer.choose({"annotator": "sara"})))
        assert [one.article.text for one in outcomes] == [TEXT, "نص آخر"]
        assert spans_of(outcomes[0].layers[0]) == SPANS
