"""A data set for Hugging Face: two configurations that join, a card that tells their columns, parts of a split in one folder."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import exporters
from annotator.exporters import Exportable, Reason
from annotator.model import DEFAULT_SCHEMA, Schema
from annotator.project import Project
from tests.helpers.pictures import picture
from tests.helpers.projects import make_project, put_layer
from tests.helpers.sinks import MemorySink
from tests.unit.formats.build import export_all, exportable, linked, with_spans
from tests.unit.formats.strategies import exportables
from tests.unit.formats.tag_files import assert_accounted, entities

DRAWING = "قال [بوتين:actor] «[نعم [لا:agreement]:quote]».\nثم [غادر:date]"


def rows_of(content: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in content.split("\n")[:-1]]


def test_tokens_and_spans_are_of_one_text():
    item = linked(exportable(DRAWING, zones=((0, 3),), title="خبر"), ("speaker", "a2", "a1"))
    files, report = export_all("huggingface", item)
    first, second = rows_of(files["data/train.jsonl"])
    assert (first["tokens"], first["ner_tags"]) == (
        ["قال", "بوتين", "«", "نعم", "لا", "»", "."],
        ["O", "B-ACTOR", "O", "B-QUOTE", "I-QUOTE", "O", "O"],
    )
    assert (second["id"], second["sentence_no"]) == (f"{item.article.id}-1", 1)
    [row] = rows_of(files["spans/train.jsonl"])
    assert (row["title"], row["text"], row["annotator"]) == ("خبر", item.article.text, "sara")
    assert row["spans"][1] == {
        "id": "a2",
        "start": 11,
        "end": 17,
        "label": "quote",
        "text": "نعم لا",
        "attributes": "{}",
        "note": "",
    }
    assert row["relations"] == [{"type": "speaker", "head": "a2", "dependent": "a1"}]
    assert row["zones"] == [{"start": 0, "end": 3, "kind": "boilerplate"}]
    assert report.lines() == [
        "1 article, 4 annotations: 4 written, 0 dropped",
        "in tokens alone: 3 written, 1 dropped",
        "  dropped 1: inside or around another one, and one column holds one level",
        f"    {item.article.id} [15, 17) agreement «لا»",
    ]


def test_a_row_is_an_article_on_request():
    files, report = export_all("huggingface", exportable(DRAWING), rows="article")
    [row] = rows_of(files["data/train.jsonl"])
    assert len(row["tokens"]) == len(row["offsets"]) == len(row["ner_tags"]) == 9
    assert report.views["tokens"].count(Reason.CUT) == 0


def card_of(reports: dict[str, exporters.LossReport], **options: object) -> str:
    exporter, sink = exporters.REGISTRY["huggingface"], MemorySink()
    exporter.finish(sink, reports, exporter.choose(options))
    return sink.files()["README.md"].decode()


def test_the_card_names_licence_language_and_the_tags_in_their_order():
    said = card_of({"": exporters.LossReport(3)}, licence='own "words": #1', text_language="arz")
    head = said.split("---\n")[1]
    assert '\nlicense: "own \\"words\\": #1"\n' in head
    assert '\n- "arz"\n' in head
    assert re.findall(r"'(\d+)': \"([A-Z-]+)\"", head) == [
        ("0", "O"),
        *[
            (str(2 * n + k), f"{part}-{label.upper()}")
            for n, label in enumerate(DEFAULT_SCHEMA.label_names)
            for k, part in ((1, "B"), (2, "I"))
        ],
    ]
    assert 'license: "unknown"' in card_of({"": exporters.LossReport(3)})


def test_the_card_tells_every_column_there_is():
    files, _ = export_all("huggingface", exportable(DRAWING))
    head = card_of({"": exporters.LossReport(1)}).split("dataset_info:")[1]
    tokens, spans = head.split("- config_name: ")[1:]
    for content, told in ((files["data/train.jsonl"], tokens), (files["spans/train.jsonl"], spans)):
        assert re.findall(r"^  - name: (\w+)", told, re.MULTILINE) == list(rows_of(content)[0])
    [row] = rows_of(files["spans/train.jsonl"])
    assert re.findall(r"^    - name: (\w+)", spans, re.MULTILINE)[:7] == list(row["spans"][0])


def test_parts_are_files_of_one_folder_and_an_empty_one_is_not_announced(tmp_path: Path):
    with make_project(tmp_path / "p", *[f"قال بوتين {n}" for n in range(6)]) as project:
        put_layer(project, picture("قال [بوتين:actor] 0")[1])
        project.export(tmp_path / "all", format="huggingface")
        report = project.export(tmp_path / "out", format="huggingface", split=(60, 0, 40))
    names = {
        path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*")
    }
    assert {f"{folder}/{part}.jsonl" for folder in ("data", "spans") for part in ("train", "dev", "test")} <= names  # fmt: skip
    said = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"split: (\w+)\n    path: (.*)", said) == [
        ("train", "data/train.jsonl"),
        ("test", "data/test.jsonl"),
        ("train", "spans/train.jsonl"),
        ("test", "spans/test.jsonl"),
    ]
    assert report.loss.articles == 6
    assert (tmp_path / "all" / "README.md").read_text(encoding="utf-8").count("split: train") == 2


def test_an_export_in_the_place_of_an_older_one_and_not_of_anything_else(tmp_path: Path):
    with make_project(tmp_path / "p", "قال بوتين") as project:
        project.export(tmp_path / "out", format="huggingface")
        project.export(tmp_path / "out", format="huggingface")
        (tmp_path / "out" / "mine.txt").write_text("x", encoding="utf-8")
        with pytest.raises(Exception, match=r"mine\.txt"):
            project.export(tmp_path / "out", format="huggingface")
    with Project.open(tmp_path / "p", read_only=True) as project:
        assert len(project.entries()) == 1


def test_a_label_without_a_number_is_left_out_and_counted():
    item = exportable("[قال:quote] [بوتين:actor]")
    files, report = export_all("huggingface", item, schema=Schema(DEFAULT_SCHEMA.labels[:1]))
    [row] = rows_of(files["spans/train.jsonl"])
    assert [span["label"] for span in row["spans"]] == ["actor"]
    assert (report.written, report.count(Reason.NO_COLUMN)) == (1, 1)


OPTIONS = st.fixed_dictionaries(
    {
        "rows": st.sampled_from(["sentence", "article"]),
        "nested": st.sampled_from(["outermost", "innermost"]),
        "misaligned": st.sampled_from(["expand", "split", "drop"]),
        "skip_zones": st.booleans(),
    }
)


@settings(max_examples=150)
@given(item=exportables(), options=OPTIONS)
def test_spans_hold_everything_and_tokens_what_the_report_says_of_them(
    item: Exportable, options: dict[str, object]
):
    files, report = export_all("huggingface", item, **options)
    text, layer = item.article.text, item.layers[0]
    [row] = rows_of(files["spans/train.jsonl"])
    assert row["text"] == text
    found = Counter(
        (s["start"], s["end"], s["label"], s["attributes"], s["note"]) for s in row["spans"]
    )
    wanted = Counter(
        (a.start, a.end, a.label, json.dumps(dict(a.attributes), ensure_ascii=False), a.note)
        for a in layer
    )
    assert found.total() == report.written == len(layer) - report.count(Reason.IN_ZONE)
    assert {key[:3] for key in found} <= {key[:3] for key in wanted}
    assert all(span["text"] == text[span["start"] : span["end"]] for span in row["spans"])
    assert len(row["zones"]) == len(layer.zones)
    assert report.count(Reason.REMARKS) == len(layer.remarks)
    tokens = rows_of(files["data/train.jsonl"])
    for one in tokens:
        assert [text[start:end] for start, end in one["offsets"]] == one["tokens"]
        assert one["article_id"] == row["article_id"]
    rows = [[tuple(place) for place in one["offsets"]] for one in tokens]
    view = report.views["tokens"]
    if not report.dropped:
        tags = [one["ner_tags"] for one in tokens]
        assert_accounted(item, entities(tags, rows), rows, view)
    assert view.annotations == report.written


def test_many_articles_are_many_rows():
    items = [with_spans(f"{n} قال بوتين. نعم", (2, 5, "actor")) for n in range(5)]
    files, report = export_all("huggingface", *items)
    assert len(rows_of(files["spans/train.jsonl"])) == report.articles == 5
    assert len(rows_of(files["data/train.jsonl"])) == 10
