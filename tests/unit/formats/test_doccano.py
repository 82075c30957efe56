"""doccano's files read, of every version, and written so that doccano takes them and they come back as they were."""

import json

import pytest
from hypothesis import given, settings

from annotator.exporters import Reason
from annotator.importers import Imported, Noted
from tests.unit.formats.build import (
    export_all,
    exportable,
    import_text,
    line,
    linked,
    only,
    read,
    refusal,
    spans_of,
)
from tests.unit.formats.hostile import HOSTILE, has_no_mark, links, triples
from tests.unit.formats.strategies import astral, exportables

TEXT = "قال بوتين"
SPAN = [4, 9, "actor"]


@pytest.mark.parametrize(
    "keys",
    [
        {"text": TEXT, "label": [SPAN]},
        {"text": TEXT, "labels": [SPAN], "meta": {}, "annotation_approver": None},
        {"text": TEXT, "entities": [{"id": 3, "label": "actor", "start_offset": 4, "end_offset": 9}], "relations": [], "Comments": []},
        {"text": TEXT, "annotations": [{"label": "actor", "start_offset": 4, "end_offset": 9}]},
        {"content": TEXT, "tags": [SPAN]},
        {"body": TEXT, "label": [], "spans_of_ner": [SPAN]},
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.txt"])
def test_every_version_is_read_by_any_name(tmp_path, keys, name):
    content = json.dumps([keys]) if name == "a.json" else line(**keys)
    imported = only(import_text(tmp_path, name, content, annotator="sara"))
    assert imported.article.text == TEXT
    assert spans_of(imported.layers[0]) == [tuple(SPAN)]
    assert imported.article.extra == {}


def test_a_file_whose_first_article_has_nothing_is_doccanos_all_the_same(tmp_path):
    content = line(id=1, text="نعم", label=[]) + line(id=2, text=TEXT, label=[SPAN])
    first, second = import_text(tmp_path, "a.jsonl", content, annotator="sara")
    assert first.layers == ()
    assert first.article.extra == {"original_id": "1"}
    assert spans_of(second.layers[0]) == [tuple(SPAN)]


def test_links_go_from_and_to_the_entities_of_their_numbers(tmp_path):
    entities = [
        {"id": 8, "label": "quote", "start_offset": 0, "end_offset": 9},
        {"id": 7, "label": "actor", "start_offset": 4, "end_offset": 9},
    ]
    relations = [
        {"id": 1, "from_id": 8, "to_id": 7, "type": "speaker"},
        {"id": 2, "from_id": 8, "to_id": 99, "type": "speaker"},
    ]
    outcomes = import_text(
        tmp_path, "a.jsonl", line(text=TEXT, entities=entities, relations=relations), annotator="s"
    )
    [imported] = [one for one in outcomes if isinstance(one, Imported)]
    assert links(imported.layers[0]) == [("speaker", (0, 9, "quote"), (4, 9, "actor"))]
    assert "there is no annotation 99" in refusal(outcomes)


def test_who_annotated_is_taken_from_the_file_before_who_was_named(tmp_path):
    content = (
        line(text="أ " + TEXT, label=[], user="omar")
        + line(text="ب " + TEXT, label=[[6, 11, "actor"]], user="omar")
        + line(
            text="ج",
            annotations=[{"label": "actor", "start_offset": 0, "end_offset": 1, "user": 2}],
        )
        + line(text=TEXT, label=[SPAN])
    )
    found = import_text(tmp_path, "a.jsonl", content, annotator="sara")
    assert [[layer.annotator for layer in one.layers] for one in found] == [
        ["omar"], ["omar"], ["2"], ["sara"]
    ]  # fmt: skip
    assert "name the annotator" in refusal(
        import_text(tmp_path, "b.jsonl", line(text=TEXT, label=[SPAN]))
    )


NUMBERED = {
    "text": TEXT,
    "annotations": [{"label": 3, "start_offset": 4, "end_offset": 9, "user": 1}],
}


def test_labels_by_number_are_explained_by_the_file_beside_or_refused_once(tmp_path):
    content = line(**NUMBERED) + line(**{**NUMBERED, "text": TEXT + "."})
    said = refusal(import_text(tmp_path, "a.jsonl", content))
    assert "export its labels in doccano and put label_config.json beside this file" in said
    config = [
        {
            "id": 3,
            "text": "actor",
            "suffix_key": "a",
            "background_color": "#209cee",
            "text_color": "#ffffff",
        }
    ]
    (tmp_path / "label_config.json").write_text(json.dumps(config), encoding="utf-8")
    found = import_text(tmp_path, "a.jsonl", content)
    assert [spans_of(one.layers[0]) for one in found] == [[tuple(SPAN)]] * 2
    unknown = {
        **NUMBERED,
        "annotations": [
            *NUMBERED["annotations"],
            {"label": 4, "start_offset": 0, "end_offset": 3, "user": 1},
        ],
    }
    assert "label 4 is not in label_config.json" in refusal(
        import_text(tmp_path, "b.jsonl", line(**unknown))
    )
    assert [type(one) for one in read(tmp_path / "label_config.json")] == [Noted]


def test_utf16_is_told_by_the_edges_and_by_what_hashiya_says(tmp_path):
    text = "🙂 قال بوتين"
    found = only(
        import_text(tmp_path, "a.jsonl", line(text=text, label=[[7, 12, "actor"]]), annotator="s")
    )
    assert found.layers[0].in_order[0].span.of(text) == "بوتين"
    assert "offsets read as UTF-16 units" in found.notes
    said = line(text=text, label=[[7, 11, "actor"]], offset_unit="utf16")
    assert (
        only(import_text(tmp_path, "b.jsonl", said, annotator="s")).layers[0].in_order[0].start == 6
    )


def test_the_text_is_named_where_nothing_tells_which_it_is(tmp_path):
    content = line(one="نعم", two=TEXT, label=[SPAN])
    assert "name the key (--text-key)" in refusal(
        import_text(tmp_path, "a.jsonl", content, annotator="s")
    )
    found = only(import_text(tmp_path, "a.jsonl", content, annotator="s", text_key="two"))
    assert (found.article.text, found.article.extra) == (TEXT, {"one": "نعم"})


def test_a_bad_span_costs_itself(tmp_path):
    content = line(text=TEXT, label=[SPAN, [4, 99, "actor"], [4.5, 9, "actor"], "x"])
    outcomes = import_text(tmp_path, "a.jsonl", content, annotator="s")
    assert spans_of(outcomes[0].layers[0]) == [tuple(SPAN)]
    said = [str(one) for one in outcomes[1:]]
    assert len(said) == 2
    assert "left out 1 annotation(s) whose offsets are no range of the text" in said[0]
    assert "left out 2 annotation(s) that cannot be read; the first: 'start' is 4.5" in said[1]
    refused = import_text(tmp_path, "b.jsonl", content, annotator="s", bad_spans="refuse")
    assert "the article was not taken, as asked" in refusal(refused)


def doccano_reads(content, *, has_links):
    """Read a file by the rules of doccano's own importer: a list of texts with entities by offsets in UTF-16 units."""
    rows, seen = [], {}
    for row in content.split("\n")[:-1]:
        assert row == row.rstrip()
        value = json.loads(row)
        assert value["text"]
        spans = value["entities"] if has_links else value["label"]
        if not has_links:
            spans = [
                dict(zip(("start_offset", "end_offset", "label"), span, strict=True))
                for span in spans
            ]
        for span in spans:
            assert span["label"]
            assert 0 <= span["start_offset"] < span["end_offset"]
            if has_links:
                assert type(span["id"]) is int
                assert span["id"] not in seen, "one number is one entity of the whole import"
                seen[span["id"]] = span
        for link in value.get("relations", []):
            assert {type(link[key]) for key in ("id", "from_id", "to_id")} == {int}
            assert link["type"]
        rows.append((value["text"], spans, value.get("relations", []), seen))
    return rows


@settings(max_examples=60)
@given(item=exportables().filter(has_no_mark))
def test_doccano_would_read_every_span_in_the_units_of_its_page(item):
    files, report = export_all("doccano", item)
    [(text, spans, relations, seen)] = doccano_reads(files[""], has_links=True)
    layer = item.layers[0]
    assert text == item.article.text
    assert sorted((s["start_offset"], s["end_offset"], s["label"]) for s in spans) == sorted(
        (astral(text, a.start), astral(text, a.end), a.label) for a in layer
    )
    assert len(relations) == len(layer.relations)
    assert all(r["from_id"] in seen and r["to_id"] in seen for r in relations)
    assert report.written == report.annotations == len(layer)
    assert report.count(Reason.NOTES) == sum(1 for a in layer if a.note)
    assert report.count(Reason.ATTRIBUTES) == sum(len(a.attributes) for a in layer)
    assert report.count(Reason.ZONES) == len(layer.zones)
    assert report.count(Reason.REMARKS) == len(layer.remarks)
    assert report.count(Reason.RELATIONS) == 0


@settings(max_examples=60)
@given(item=exportables().filter(has_no_mark))
def test_what_was_written_comes_back_with_its_links(tmp_path_factory, item):
    folder = tmp_path_factory.mktemp("doccano")
    for options in ({}, {"offset_unit": "codepoint"}, {"links": False}):
        files, report = export_all("doccano", item, **options)
        unit = {"offset_unit": options.get("offset_unit", "auto")}
        back = [
            one
            for one in import_text(folder, "a.jsonl", files[""], annotator="sara", **unit)
            if isinstance(one, Imported)
        ]
        [imported] = back
        assert imported.article.id == item.article.id
        assert imported.article.title == item.article.title
        layer = item.layers[0]
        assert triples(imported.layers[0] if imported.layers else None) == triples(layer)
        if options.get("links", True):
            assert report.count(Reason.RELATIONS) == 0
            assert (links(imported.layers[0]) if imported.layers else []) == links(layer)
        else:
            assert report.count(Reason.RELATIONS) == len(layer.relations)


@pytest.mark.parametrize("item", HOSTILE.values(), ids=HOSTILE)
def test_hostile_articles_come_back(tmp_path, item):
    files, _ = export_all("doccano", item)
    back = only(import_text(tmp_path, "a.jsonl", files[""], annotator="sara"))
    assert back.article.text == item.article.text
    expected = triples(item.layers[0] if item.layers else None)
    assert triples(back.layers[0] if back.layers else None) == expected


def test_the_labels_stand_beside_with_keys_that_no_two_share():
    item = linked(exportable("قال [بوتين:actor] «[نعم:quote]»"), ("speaker", "a2", "a1"))
    files, _ = export_all("doccano", item)
    assert list(files) == ["", "label_config.json"]
    config = json.loads(files["label_config.json"])
    assert [one["text"] for one in config] == ["actor", "date", "quote", "agreement"]
    keys = [one["suffix_key"] for one in config]
    assert len(set(keys)) == len(keys)
    assert all(len(one["background_color"]) == 7 for one in config)
