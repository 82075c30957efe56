"""W3C Web Annotations: a text and a page for each article, whose positions and quotations are those of the text."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from annotator.exporters import Reason
from tests.unit.formats.build import export_all, exportable, linked
from tests.unit.formats.hostile import HOSTILE, triples
from tests.unit.formats.strategies import exportables


def pages(item):
    files, report = export_all("w3c", item)
    assert sorted(files) == sorted([f"{item.article.id}.txt", f"{item.article.id}.jsonld"])
    assert files[f"{item.article.id}.txt"] == item.article.text
    return json.loads(files[f"{item.article.id}.jsonld"]), report


def read_page(page, text):
    """Return spans by creator, links and zones as a reader of the standard would find them."""
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    spans, found = {}, {"linking": [], "classifying": []}
    names = [one["id"] for one in page["items"]]
    assert len(set(names)) == len(names)
    for one in page["items"]:
        assert one["type"] == "Annotation"
        if one["motivation"] == "linking":
            assert all(target["id"] in names for target in one["target"])
            found["linking"].append((one["creator"]["name"], one["body"][0]["value"]))
            continue
        position, quote = one["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert (quote["prefix"] + quote["exact"] + quote["suffix"]) in text
        if one["motivation"] == "classifying":
            found["classifying"].append((start, end, one["body"][0]["value"]))
            continue
        bodies = {
            purpose: [b for b in one["body"] if b["purpose"] == purpose]
            for purpose in ("tagging", "describing", "commenting")
        }
        [label] = bodies["tagging"]
        values = {b["name"]: b["value"] for b in bodies["describing"]}
        note = "".join(b["value"] for b in bodies["commenting"])
        spans.setdefault(one["creator"]["name"], []).append(
            (start, end, label["value"], values, note)
        )
    return spans, found


@settings(max_examples=60)
@given(item=exportables(annotators=("sara", "omar سعيد")))
def test_a_reader_of_the_standard_finds_everything(item):
    page, report = pages(item)
    spans, found = read_page(page, item.article.text)
    for layer in item.layers:
        expected = [(a.start, a.end, a.label, dict(a.attributes), a.note) for a in layer]
        assert sorted(spans.get(layer.annotator, []), key=str) == sorted(expected, key=str)
    assert len(found["linking"]) == sum(len(layer.relations) for layer in item.layers)
    assert sorted(found["classifying"]) == sorted(
        (z.span.start, z.span.end, z.kind) for layer in item.layers for z in layer.zones
    )
    assert report.written == report.annotations == sum(map(len, item.layers))
    assert set(report.losses) <= {Reason.REMARKS}
    assert report.count(Reason.REMARKS) == sum(len(layer.remarks) for layer in item.layers)


@pytest.mark.parametrize("item", HOSTILE.values(), ids=HOSTILE)
def test_hostile_articles_keep_their_places(item):
    page, _ = pages(item)
    spans, _ = read_page(page, item.article.text)
    found = sorted(one[:3] for of_one in spans.values() for one in of_one)
    assert found == triples(item.layers[0] if item.layers else None)


def test_the_source_is_the_address_of_the_article():
    item = linked(
        exportable("قال [بوتين:actor] «[نعم:quote]»", url="https://example.org/1"),
        ("speaker", "a2", "a1"),
    )
    page, _ = pages(replace(item))
    assert {one["target"]["source"] for one in page["items"] if one["motivation"] == "tagging"} == {
        "https://example.org/1"
    }
