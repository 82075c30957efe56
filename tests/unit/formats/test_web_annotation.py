"""W3C Web Annotations: a text and a page for each article, whose positions and quotations are those of the text."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from annotator import importers
from annotator.exporters import Reason
from annotator.importers import settling
from annotator.project import Project
from tests.unit.formats.build import export_all, exportable, import_text, linked, only, refusal
from tests.unit.formats.hostile import HOSTILE, has_no_mark, links, triples
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


def folder_of(tmp_path, item):
    files, _ = export_all("w3c", item)
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    return tmp_path


def values(layer):
    return sorted((a.start, a.end, a.label, sorted(a.attributes.items()), a.note) for a in layer)


@settings(max_examples=40)
@given(item=exportables(annotators=("sara", "omar سعيد")).filter(has_no_mark))
def test_a_folder_that_was_written_comes_back(tmp_path_factory, item):
    folder = folder_of(tmp_path_factory.mktemp("w3c"), item)
    importer = importers.REGISTRY["w3c"]
    back = only(
        list(settling.read(importer, folder, importer.choose({"offset_unit": "codepoint"})))
    )
    assert (back.article.id, back.article.title) == (item.article.id, item.article.title)
    found = {layer.annotator: layer for layer in back.layers}
    for layer in item.layers:
        theirs = found.get(layer.annotator)
        if theirs is None:
            assert not layer.annotations
            assert not layer.zones
            continue
        assert values(theirs) == values(layer)
        assert links(theirs) == links(layer)
        assert theirs.zones == layer.zones


def test_a_project_takes_a_folder_and_gives_it_back(tmp_path):
    item = exportable("🙂 قال [بوتين:actor] «[نعم:quote]»")
    (tmp_path / "in").mkdir()
    folder = folder_of(tmp_path / "in", item)
    (folder / "other.txt").write_text("نص آخر", encoding="utf-8")
    with Project.create(tmp_path / "p") as project:
        report = project.import_files([folder])
        assert (report.articles, report.refused) == (2, ())
        assert project.annotators() == ("sara",)
        project.export(tmp_path / "out", format="w3c")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {f"{item.article.id}.txt", f"{item.article.id}.jsonld"} <= names


TEXT = "🙂 قال بوتين إن بوتين قادم"


def one(selector, **keys):
    return {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "#1", "type": "Annotation", "body": [{"type": "TextualBody", "purpose": "tagging", "value": "actor"}], "target": {"selector": selector}, **keys}  # fmt: skip


def read_one(tmp_path, *annotations, **options):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return import_text(tmp_path, "a.json", json.dumps(annotations, ensure_ascii=False), **options)


@pytest.mark.parametrize(
    "selector",
    [
        [{"type": "TextPositionSelector", "start": 6, "end": 11}],
        [{"type": "TextQuoteSelector", "exact": "بوتين"}, {"type": "TextPositionSelector", "start": 7, "end": 12}],
        {"type": "TextQuoteSelector", "exact": "بوتين", "prefix": "قال ", "suffix": " إن"},
    ],
)  # fmt: skip
def test_annotations_of_browsers_are_found_by_position_or_quotation(tmp_path, selector):
    found = only(read_one(tmp_path, one(selector, creator={"name": "ليلى"})))
    assert [(layer.annotator, triples(layer)) for layer in found.layers] == [
        ("ليلى", [(6, 11, "actor")])
    ]


def test_comments_are_notes_and_a_link_has_a_type(tmp_path):
    quote = [{"type": "TextPositionSelector", "start": 2, "end": 11}]
    place = [{"type": "TextPositionSelector", "start": 6, "end": 11}]
    bodies = [
        {"value": "quote", "purpose": "tagging"},
        {"value": "؟", "purpose": "commenting"},
        {"value": "ق", "purpose": "describing", "name": "canonical"},
    ]
    link = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "motivation": "linking",
        "body": [{"value": "speaker", "purpose": "tagging"}],
        "target": [{"id": "#q"}, {"id": "#1"}],
    }
    found = only(
        read_one(tmp_path, one(place), one(quote, id="#q", body=bodies), link, annotator="s")
    )
    [layer] = found.layers
    assert layer.in_order[0].note == "؟"
    assert layer.in_order[0].attributes == {"canonical": "ق"}
    assert links(layer) == [("speaker", (2, 11, "quote"), (6, 11, "actor"))]


def test_what_cannot_be_found_is_left_out_and_a_missing_text_is_asked_for(tmp_path):
    twice = {"type": "TextQuoteSelector", "exact": "بوتين"}
    outcomes = read_one(
        tmp_path,
        one(twice),
        one([{"start": 2, "end": 5}]),
        one({"type": "CssSelector"}),
        annotator="s",
    )
    assert triples(outcomes[0].layers[0]) == [(2, 5, "actor")]
    assert "left out 2 annotation(s) that cannot be read; the first: it has no position" in str(
        outcomes[1]
    )
    (tmp_path / "a.txt").unlink()
    said = refusal(import_text(tmp_path, "a.json", json.dumps([one(twice)])))
    assert "put it beside this one, as a.txt (UTF-8)" in said
