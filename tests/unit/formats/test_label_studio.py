"""Label Studio's tasks read: whose annotations, their offsets, links, values, and what is passed over."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.importers import Imported, Noted, Refused, settling
from annotator.importers.recognising import recognise
from annotator.model import Status

FILE = Path(__file__).resolve().parents[2] / "data" / "imports" / "labelstudio.json"


def read(path, **options):
    importer, _ = recognise(path)
    assert importer.name == "label-studio"
    return list(settling.read(importer, path, importer.choose(options)))


def tasks(path, *values):
    path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return path


def region(start, end, label="actor", key="r", **value):
    return {
        "id": key,
        "type": "labels",
        "value": {"start": start, "end": end, "labels": [label], **value},
    }


def task(text, *results, by=1, **keys):
    return {
        "data": {"text": text},
        "annotations": [{"completed_by": by, "result": results}],
        **keys,
    }


def articles(outcomes):
    return [outcome for outcome in outcomes if isinstance(outcome, Imported)]


@pytest.mark.parametrize("name", ["a.json", "a.txt", "a.dat"])
def test_a_real_export_gives_a_layer_for_each_who_annotated(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(FILE.read_bytes())
    outcomes = read(path)
    one, two = articles(outcomes)
    layers = {layer.annotator: layer for layer in one.layers}
    text = one.article.text
    assert {who: len(layer) for who, layer in layers.items()} == {"1": 5, "2": 2}
    assert {(a.start, a.end, a.label) for a in layers["1"]} == {
        (11, 22, "actor"), (27, 39, "date"), (42, 78, "quote"), (49, 61, "agreement"), (95, 99, "actor")
    }  # fmt: skip
    [link] = layers["1"].relations
    assert (link.type, layers["1"][link.dependent].span.of(text)) == ("speaker", "محمود عبّاس")
    assert one.article.url == "https://example.org/1"
    assert [(layer.annotator, layer.status, len(layer)) for layer in two.layers] == [
        ("omar@example.org", Status.DONE, 0)
    ]
    said = [outcome.note for outcome in outcomes if isinstance(outcome, Noted)]
    assert said == [
        "passed over 1 annotation(s) that were cancelled",
        "annotator 2 is omar@example.org in other tasks: one layer each was made",
        "passed over 1 prediction(s); --predictions takes them too",
    ]
    assert "offsets read as UTF-16 units" in one.notes


def test_predictions_come_as_suggestions_on_request():
    [one, _] = articles(read(FILE, predictions=True))
    [layer] = [layer for layer in one.layers if layer.annotator == "m1"]
    assert [(a.label, a.origin) for a in layer] == [("agreement", "suggested")]
    assert layer.status == Status.IN_PROGRESS


def test_values_notes_and_links_the_other_way_round_come_along(tmp_path):
    results = [
        region(0, 3, "quote", "q"),
        region(4, 9, "actor", "a"),
        {"id": "a", "from_name": "canonical", "type": "textarea", "value": {"start": 4, "end": 9, "text": ["ف. بوتين"]}},
        {"id": "a", "from_name": "kind", "type": "choices", "value": {"text": "بوتين", "choices": ["x", "y"]}},
        {"id": "q", "from_name": "note", "type": "textarea", "value": {"text": ["؟"]}},
        {"type": "relation", "from_id": "a", "to_id": "q", "direction": "left", "labels": ["speaker"]},
    ]  # fmt: skip
    [one] = articles(read(tasks(tmp_path / "a.json", task("قال بوتين", *results))))
    [layer] = one.layers
    quote, actor = layer.in_order
    assert actor.attributes == {"canonical": "ف. بوتين", "kind": "x, y"}
    assert quote.note == "؟"
    assert {(r.head, r.dependent) for r in layer.relations} == {(quote.id, actor.id)}


def test_tasks_of_json_min_are_read(tmp_path):
    value = {
        "text": "قال بوتين",
        "label": [{"start": 4, "end": 9, "text": "بوتين", "labels": ["actor"]}],
        "annotator": 7,
        "annotation_id": 3,
        "lead_time": 4.2,
    }
    [one] = articles(read(tasks(tmp_path / "a.json", value)))
    assert [(layer.annotator, [a.label for a in layer]) for layer in one.layers] == [
        ("7", ["actor"])
    ]
    assert one.article.extra == {}


def test_the_text_is_found_by_its_key(tmp_path):
    value = task("x")
    value["data"] = {"body": "قال بوتين", "other": "نعم"}
    path = tasks(tmp_path / "a.json", value)
    [refused] = [one for one in read(path) if isinstance(one, Refused)]
    assert "--text-key" in str(refused)
    [one] = articles(read(path, text_key="body"))
    assert one.article.text == "قال بوتين"
    assert one.article.extra == {"other": "نعم"}


def test_a_wrong_region_costs_itself(tmp_path):
    values = task(
        "قال بوتين", region(4, 9), region(4, 99, key="b"), {"type": "labels", "value": {}}
    )
    outcomes = read(tasks(tmp_path / "a.json", values))
    assert len(articles(outcomes)[0].layers[0]) == 1
    said = [str(outcome) for outcome in outcomes if isinstance(outcome, Refused)]
    assert len(said) == 2
    assert "no range of the text" in said[0]


TEXT = st.text(st.sampled_from("قا 🙂ـ\u00a0\u2028\u200e\nb"), min_size=2, max_size=30).filter(
    lambda text: any(letter in "قاb" for letter in text)
)


@given(text=TEXT, data=st.data())
def test_regions_are_what_they_say_whatever_they_count(tmp_path_factory, text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    unit = data.draw(st.sampled_from(["codepoint", "utf16"]))

    def count(offset):
        return offset if unit == "codepoint" else len(text[:offset].encode("utf-16-le")) // 2

    found = region(count(start), count(end), text=text[start:end])
    path = tasks(tmp_path_factory.getbasetemp() / "units.json", task(text, found))
    [one] = read(path, offset_unit=unit)
    assert one.article.text == text
    assert [a.span.of(text) for layer in one.layers for a in layer] == [text[start:end]]


def test_line_ends_of_windows_move_the_offsets(tmp_path):
    text = "قال\r\nبوتين\r\n🙂 نعم"
    found = region(5, 18, text="بوتين\r\n🙂 نعم", label="quote")
    [one] = articles(read(tasks(tmp_path / "a.json", task(text, found))))
    assert [a.span.of(one.article.text) for a in one.layers[0]] == ["بوتين\n🙂 نعم"]
