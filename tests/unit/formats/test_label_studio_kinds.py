"""What Label Studio writes beside labelled regions of tasks in JSON: tables, web pages, taxonomies, answers, other keys."""

import csv
import io
import json

import pytest

from annotator.importers import Imported, Noted, Refused
from tests.unit.formats.build import import_text, spans_of

TEXT = "🙂 قال محمود عباس: «نعم»."
ACTOR, QUOTE = (6, 16, "actor"), (19, 22, "quote")


def region(span, kind="labels", **keys):
    start, end, label = span
    value = {"start": start + 1, "end": end + 1, "text": TEXT[start:end], kind: [label]}
    return {
        "id": label,
        "from_name": "label",
        "to_name": "text",
        "type": kind,
        "value": value,
        **keys,
    }


def task(*results, **data):
    work = {"id": 1, "completed_by": 1, "was_cancelled": False, "result": list(results)}
    return {"id": 1, "annotations": [work], "predictions": [], "data": data or {"text": TEXT}}


def read(tmp_path, content, name="a.json", **options):
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    return import_text(tmp_path, name, text, annotator="sara", **options)


def articles(outcomes):
    return [one for one in outcomes if isinstance(one, Imported)]


def notes(outcomes):
    return [one.note for one in outcomes if isinstance(one, Noted)]


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".txt", ".dat"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_tables_have_the_regions_of_their_tasks(tmp_path, delimiter, suffix):
    written = io.StringIO()
    rows = csv.writer(written, delimiter=delimiter)
    names = [
        "annotation_id",
        "annotator",
        "created_at",
        "id",
        "label",
        "lead_time",
        "text",
        "topic",
        "updated_at",
    ]
    rows.writerow(names)
    regions = [region(span)["value"] for span in (ACTOR, QUOTE)]
    rows.writerow([1, "sara@example.org", "x", 1, json.dumps(regions), 3.2, TEXT, "سياسة", "y"])
    [imported] = articles(read(tmp_path, written.getvalue(), f"a{suffix}"))
    [layer] = imported.layers
    assert imported.article.text == TEXT
    assert (layer.annotator, spans_of(layer)) == ("sara@example.org", [ACTOR, QUOTE])
    assert imported.article.extra == {"topic": "سياسة"}


def test_regions_of_web_pages_count_from_the_beginning_of_the_text(tmp_path):
    value = {
        "start": "/div[1]/text()[1]",
        "end": "/div[1]/text()[1]",
        "startOffset": 0,
        "endOffset": 3,
        "globalOffsets": {"start": 7, "end": 17},
        "text": "محمود عباس",
        "hypertextlabels": ["actor"],
    }
    one = {"id": "h", "from_name": "l", "to_name": "t", "type": "hypertextlabels", "value": value}
    [imported] = articles(read(tmp_path, [task(one)]))
    assert spans_of(imported.layers[0]) == [ACTOR]


def test_a_region_without_an_offset_is_said(tmp_path):
    value = {"start": "0", "end": "0", "text": "قال", "paragraphlabels": ["actor"]}
    one = {"id": "p", "type": "paragraphlabels", "value": value}
    [imported, refused] = read(tmp_path, [task(one)])
    assert isinstance(refused, Refused)
    assert "left out 1 annotation(s) that cannot be read" in str(refused)
    assert not imported.layers[0].annotations


def test_a_taxonomy_labels_regions_or_says_more_of_one(tmp_path):
    place = {"start": 7, "end": 17, "text": "محمود عباس"}
    path = {"taxonomy": [["منظمة", "actor"]]}
    alone = {"id": "t", "from_name": "kind", "type": "taxonomy", "value": {**place, **path}}
    [imported] = articles(read(tmp_path, [task(alone)]))
    assert spans_of(imported.layers[0]) == [ACTOR]
    beside = {**alone, "id": "actor"}
    [imported] = articles(read(tmp_path, [task(region(ACTOR), beside)]))
    [made] = imported.layers[0]
    assert made.attributes == {"kind": "منظمة > actor"}


def test_answers_about_a_whole_text_are_counted(tmp_path):
    answer = {"id": "q", "from_name": "topic", "type": "choices", "value": {"choices": ["سياسة"]}}
    outcomes = read(tmp_path, [task(region(ACTOR), answer)])
    assert spans_of(articles(outcomes)[0].layers[0]) == [ACTOR]
    assert notes(outcomes) == [
        "passed over 1 answer(s) to 'topic', which are about a whole text and have no place here"
    ]


def test_of_several_texts_the_one_with_the_words_of_the_regions_is_meant(tmp_path):
    data = {"headline": "عنوان", "article": TEXT, "url": "https://example.org"}
    [imported] = articles(read(tmp_path, [task(region(ACTOR), **data)]))
    assert (imported.article.text, imported.article.url) == (TEXT, "https://example.org")
    assert spans_of(imported.layers[0]) == [ACTOR]
    small = {"article": TEXT, "label": [region(ACTOR)["value"]], "annotator": 1}
    [imported] = articles(read(tmp_path, [{**small, "annotation_id": 1, "lead_time": 2}]))
    assert spans_of(imported.layers[0]) == [ACTOR]
    [refused] = read(tmp_path, [task(**data)])
    assert "headline, article, url: name the key (--text-key)" in str(refused)


@pytest.mark.parametrize("more", [{}, {"id": 1, "meta": {}}])
def test_tasks_that_nobody_annotated_are_texts(tmp_path, more):
    outcomes = read(tmp_path, [{"data": {"text": TEXT}, **more}], "a.txt")
    [imported] = articles(outcomes)
    assert (imported.article.text, imported.layers) == (TEXT, ())


def test_drafts_are_counted(tmp_path):
    draft = {"id": 1, "user": "sara", "result": [region(ACTOR)]}
    one = {"data": {"text": TEXT}, "annotations": [], "predictions": [], "drafts": [draft]}
    outcomes = read(tmp_path, [one])
    assert articles(outcomes)[0].layers == ()
    assert notes(outcomes) == ["passed over 1 draft(s), which nobody submitted"]
