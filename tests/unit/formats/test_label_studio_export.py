"""Label Studio's tasks written: every annotator's regions, links, values, notes and zones, and the interface that asks for them."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given, settings

from annotator.errors import ExportFailure
from annotator.exporters import Reason
from annotator.model import Annotation, Layer, Span, Zone
from tests.unit.formats.build import export_all, exportable, import_text, only
from tests.unit.formats.hostile import HOSTILE, has_no_mark, links, triples
from tests.unit.formats.strategies import astral, exportables


def in_xml(words):
    return all(
        c in "\t\n\r" or "\u0020" <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
        for c in words
    )


def for_xml(item):
    """Return the article without zones whose kind is nothing or cannot be in XML."""
    layers = [
        replace(layer, zones=frozenset(z for z in layer.zones if z.kind and in_xml(z.kind)))
        for layer in item.layers
    ]
    return replace(item, layers=tuple(layers))


def values(layer):
    return sorted((a.start, a.end, a.label, sorted(a.attributes.items()), a.note) for a in layer)


@settings(max_examples=60)
@given(item=exportables(annotators=("sara", "omar@example.org")).filter(has_no_mark).map(for_xml))
def test_everything_a_task_holds_comes_back(tmp_path_factory, item):
    folder = tmp_path_factory.mktemp("tasks")
    for unit in ("codepoint", "utf16"):
        files, report = export_all("label-studio", item, offset_unit=unit)
        assert list(files) == ["", "config.xml"]
        back = only(import_text(folder, "a.json", files[""], offset_unit=unit))
        assert back.article.id == item.article.id
        assert back.article.title == item.article.title
        assert [layer.annotator for layer in back.layers] == ["sara", "omar@example.org"]
        for mine, theirs in zip(item.layers, back.layers, strict=True):
            assert values(theirs) == values(mine)
            assert links(theirs) == links(mine)
            assert theirs.zones == mine.zones
            assert theirs.status == mine.status
        assert report.written == report.annotations == sum(map(len, item.layers))
        assert report.count(Reason.REMARKS) == sum(len(layer.remarks) for layer in item.layers)
        assert set(report.losses) <= {Reason.REMARKS}


@pytest.mark.parametrize("unit", ["codepoint", "utf16"])
@pytest.mark.parametrize("item", HOSTILE.values(), ids=HOSTILE)
def test_regions_say_their_words_in_the_units_that_were_asked_for(tmp_path, item, unit):
    files, _ = export_all("label-studio", item, offset_unit=unit)
    [task] = json.loads(files[""])
    text = item.article.text
    assert task["data"]["text"] == text
    layer = item.layers[0] if item.layers else None
    regions = [one["value"] for work in task["annotations"] for one in work["result"]]
    count = (lambda place: place) if unit == "codepoint" else (lambda place: astral(text, place))
    assert sorted((r["start"], r["end"], r["text"], r["labels"][0]) for r in regions) == sorted(
        (count(a.start), count(a.end), text[a.start : a.end], a.label) for a in layer or ()
    )
    back = only(import_text(tmp_path, "a.json", files[""], offset_unit=unit))
    assert triples(back.layers[0] if back.layers else None) == triples(layer)


def test_label_studio_is_told_only_of_annotators_it_can_look_up():
    item = exportable("قال [بوتين:actor]")
    item = replace(item, layers=(item.layers[0], Layer("omar@example.org", item.article.id)))
    [task] = json.loads(export_all("label-studio", item)[0][""])
    sara, omar = task["annotations"]
    assert ("completed_by" in sara, sara["annotator"]) == (False, "sara")
    assert omar["completed_by"] == {"email": "omar@example.org"}
    assert [work["was_cancelled"] for work in (sara, omar)] == [False, False]
    assert len({work["id"] for work in (sara, omar)}) == 2


def test_the_interface_asks_for_all_that_the_tasks_hold():
    item = exportable("قال [بوتين:actor] «[نعم:quote]»")
    layer = item.layers[0]
    odd = Annotation(
        "z", Span(0, 3), "place & time", {"canonical": "ف", 'a"b': "x", "note": "n"}, "؟"
    )
    layer = replace(
        layer,
        annotations={**layer.annotations, "z": odd},
        zones=frozenset({Zone(Span(0, 3), "credits")}),
    )
    files, _ = export_all("label-studio", replace(item, layers=(layer,)))
    root = ET.fromstring(files["config.xml"])
    labels = {one.get("name"): [label.get("value") for label in one] for one in root.iter("Labels")}
    assert labels == {
        "label": ["actor", "date", "quote", "agreement", "place & time"],
        "zone": ["credits"],
    }
    assert [one.get("value") for one in root.iter("Relation")] == ["speaker"]
    controls = {one.get("name") for tag in ("TextArea", "Choices") for one in root.iter(tag)}
    assert {"canonical", 'a"b', "value.note", "note"} <= controls
    [task] = json.loads(files[""])
    used = {result["from_name"] for result in task["annotations"][0]["result"]}
    assert used <= controls | {"label", "zone"}
    assert root.find("Text").get("value") == "$text"


def test_what_xml_cannot_hold_is_refused_by_its_place():
    item = exportable("قال [بوتين:actor]")
    layer = replace(item.layers[0], zones=frozenset({Zone(Span(0, 3), "a\x01")}))
    with pytest.raises(ExportFailure, match=r"U\+0001 at character 2 of 'a\\x01'"):
        export_all("label-studio", replace(item, layers=(layer,)))


def test_a_title_that_is_the_text_stays_a_title(tmp_path):
    files, _ = export_all("label-studio", exportable("قال [بوتين:actor]", title="قال بوتين"))
    assert only(import_text(tmp_path, "a.json", files[""])).article.title == "قال بوتين"
