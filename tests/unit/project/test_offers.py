"""What a suggestion offered stays with the annotation that was made of it: on disk, in its history, in JSON."""

import json
from pathlib import Path

import pytest

from annotator import edits
from annotator.edits import Inverse
from annotator.model import Annotation, Layer, Offer, Origin, Span
from annotator.project import Project
from tests.helpers.projects import layer_file, make_project, put_layer, rewrite, stock_tables

TEXT = "قال بوتين أمس في موسكو إن الاتفاق نافذ"
OFFER = Offer("names", 0.91, Span(4, 9), "actor", {"canonical": "فلاديمير بوتين"})
MADE = Annotation("p", Span(4, 9), "actor", dict(OFFER.attributes), "", Origin.SUGGESTED, OFFER)
AS_WRITTEN = {
    "engine": "names",
    "score": 0.91,
    "edited": False,
    "start": 4,
    "end": 9,
    "label": "actor",
    "attributes": {"canonical": "فلاديمير بوتين"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with make_project(tmp_path / "p", TEXT) as project, project.desk("sara") as desk:
        article = project.entries()[0].id
        desk.commit(article, edits.add(MADE, desk.layer(article)))
    return tmp_path / "p"


def spans(project: Project) -> list[dict[str, object]]:
    return stock_tables(layer_file(project, "sara", project.entries()[0].id))["spans"]


def test_a_layer_file_says_it_to_anybody_and_is_read_again(folder: Path) -> None:
    with Project.open(folder) as project:
        assert spans(project)[0]["offer"] == AS_WRITTEN
        assert spans(project)[0]["origin"] == "suggested"
        assert list(project.layer(project.entries()[0].id, "sara")) == [MADE]


def test_an_edit_is_noted_in_the_file_and_in_the_history_and_undone(folder: Path) -> None:
    with Project.open(folder) as project:
        article = project.entries()[0].id
        with project.desk("sara") as desk:
            move = edits.move("p", Span(4, 13), desk.layer(article))
            desk.commit(article, move)
        assert spans(project)[0]["offer"] == {**AS_WRITTEN, "edited": True}
        history = project.history(article, "sara", "p")
        assert [change.after.is_edited for change in history] == [False, True]
        assert {change.after.offer for change in history} == {OFFER}
        with project.desk("sara") as desk:
            desk.commit(article, Inverse(move))
        assert spans(project)[0]["offer"] == AS_WRITTEN


def test_the_journal_alone_brings_it_back(folder: Path) -> None:
    with Project.open(folder) as project:
        layer_file(project, "sara", project.entries()[0].id).unlink()
    with Project.open(folder) as project, project.desk("sara") as desk:
        assert list(desk.layer(project.entries()[0].id)) == [MADE]


def test_json_carries_it_to_another_project(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with Project.open(folder) as project:
        project.export(out, format="jsonl", annotator="sara")
    (annotation,) = json.loads(out.read_text("utf-8"))["layers"][0]["annotations"]
    assert annotation["offer"] == AS_WRITTEN
    with Project.create(tmp_path / "q") as other:
        other.import_files(out)
        assert list(other.layer(other.entries()[0].id, "sara")) == [MADE]


def test_annotations_without_an_offer_are_written_as_ever(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", TEXT) as project:
        article = project.entries()[0].id
        put_layer(
            project, Layer("sara", article, annotations={"x": Annotation("x", Span(0, 3), "actor")})
        )
        assert "offer" not in spans(project)[0]
        project.export(tmp_path / "out.jsonl", format="jsonl", annotator="sara")
    assert '"offer"' not in (tmp_path / "out.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"score": "high"}, "'score' is 'high', not a number from 0 to 1"),
        ({"score": 1.5}, "'score' is 1.5"),
        ({"score": True}, "'score' is true"),
        ({"engine": None}, "has no 'engine'"),
        ({"end": 900}, "end"),
    ],
)
def test_an_offer_that_makes_no_sense_costs_its_annotation_and_is_said(
    folder: Path, tmp_path: Path, change: dict[str, object], said: str
) -> None:
    out = tmp_path / "out.jsonl"
    with Project.open(folder) as project:
        project.export(out, format="jsonl", annotator="sara")
    value = json.loads(out.read_text("utf-8"))
    value["layers"][0]["annotations"][0]["offer"].update(change)
    out.write_text(json.dumps(value), encoding="utf-8")
    with Project.create(tmp_path / "q") as other:
        report = other.import_files(out)
        assert list(other.layer(other.entries()[0].id, "sara")) == []
    assert said in str(report)


def test_labels_that_are_mapped_at_import_are_mapped_in_offers_too(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    with Project.open(folder) as project:
        project.export(out, format="jsonl", annotator="sara")
    with Project.create(tmp_path / "q") as other:
        other.import_files(out, options={"labels": "actor=agreement"})
        (made,) = other.layer(other.entries()[0].id, "sara")
    assert (made.label, made.offer.label, made.is_edited) == ("agreement", "agreement", False)


def test_keys_that_a_later_program_adds_to_a_record_stay(folder: Path) -> None:
    with Project.open(folder) as project:
        path = layer_file(project, "sara", project.entries()[0].id)
        data = json.loads(path.read_text("utf-8"))
        data["spans"]["1"]["later"] = "x"
        rewrite(path, {"spans": data["spans"]})
    with Project.open(folder) as project, project.desk("sara") as desk:
        article = project.entries()[0].id
        desk.commit(article, edits.set_note("p", "شك", desk.layer(article)))
    with Project.open(folder) as project:
        assert spans(project)[0]["later"] == "x"
        assert spans(project)[0]["offer"] == AS_WRITTEN
