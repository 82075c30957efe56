"""Flags and questions are kept like everything else an annotator makes: in the file, the journal, merges and exports."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import edits
from annotator.edits import Edit
from annotator.errors import ExportFailure, ProjectError
from annotator.model import Annotation, Article, Layer, Remark, RemarkKind, Span, Status
from annotator.model.remark import reply_to
from annotator.project import LayerSummary, Project
from annotator.project.iaa import counts as iaa
from annotator.store.files.database import Database
from annotator.store.files.records import Tables
from annotator.store.journal.lines import Entry
from annotator.store.layers import changes, rows
from annotator.store.layers.journaled_storage import JournaledStorage
from annotator.store.layers.merging.conflict_copies import merged_into
from annotator.store.layers.merging.merge import merge
from annotator.store.layers.replay import operations, replay
from tests.helpers.pictures import picture
from tests.helpers.projects import layer_file, make_project, put_layer, stock_tables
from tests.helpers.strategies import edit_sequences, layers

TEXT = "قال بوتين أمس في موسكو"
ARTICLE = Article.from_text(TEXT)
ACTOR = Annotation("p", Span(4, 9), "actor")
ON_ACTOR = Remark("r1", RemarkKind.QUESTION, "أهو الرئيس؟", Span(4, 9), "p", "2026-11-27T10:00:00Z")
ON_PLACE = Remark("r2", RemarkKind.FLAG, "", Span(17, 22), "", "2026-11-27T10:01:00Z")
ON_ARTICLE = Remark("r3", RemarkKind.QUESTION, "أهو خبر أم مقال؟", made="2026-11-27T10:02:00Z")
ALL = (ON_ACTOR, ON_PLACE, ON_ARTICLE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project with one annotation and a flag or question on everything that can have one."""
    with make_project(tmp_path / "p", TEXT) as project, project.desk("sara") as desk:
        desk.commit(ARTICLE.id, edits.add(ACTOR, desk.layer(ARTICLE.id)))
        for remark in ALL:
            desk.commit(ARTICLE.id, edits.add_remark(remark))
    return tmp_path / "p"


def the_file(folder: Path) -> Path:
    with Project.open(folder, read_only=True) as project:
        return layer_file(project, "sara", ARTICLE.id)


def read(folder: Path) -> Layer:
    with Project.open(folder, read_only=True) as project:
        return project.layer(ARTICLE.id, "sara")


def test_they_stand_in_a_table_that_anybody_can_read(folder: Path) -> None:
    records = stock_tables(the_file(folder))["remarks"]
    said = [{k: v for k, v in row.items() if k not in ("by", "at", "rev")} for row in records]
    assert said == [
        {"uid": "r1", "kind": "question", "text": "أهو الرئيس؟", "start": 4, "end": 9, "annotation": "p", "made": ON_ACTOR.made},
        {"uid": "r2", "kind": "flag", "text": "", "start": 17, "end": 22, "made": ON_PLACE.made},
        {"uid": "r3", "kind": "question", "text": "أهو خبر أم مقال؟", "made": ON_ARTICLE.made},
    ]  # fmt: skip
    assert {row["by"] for row in records} == {"sara"}
    assert read(folder).remarks == {remark.id: remark for remark in ALL}


def test_a_layer_without_any_has_no_such_table(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", TEXT) as project:
        put_layer(project, picture("قال [بوتين:actor] أمس في موسكو")[1])
        assert "remarks" not in stock_tables(layer_file(project, "sara", ARTICLE.id))


def test_an_answer_keeps_keys_of_other_programs_and_counts_the_revision(folder: Path) -> None:
    path = the_file(folder)
    data = json.loads(path.read_text(encoding="utf-8"))
    data["remarks"]["1"]["urgency"] = "high"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    with Project.open(folder) as project, project.desk("sara") as desk:
        layer = desk.layer(ARTICLE.id)
        answered = edits.change_remark("r1", layer, is_settled=True, answer="نعم")
        after = desk.commit(ARTICLE.id, answered)
    (record,) = [row for row in stock_tables(path)["remarks"] if row["uid"] == "r1"]
    assert (record["urgency"], record["rev"], record["settled"], record["answer"]) == (
        "high",
        2,
        True,
        "نعم",
    )
    assert read(folder) == after


def test_a_file_that_is_lost_is_made_again_with_them(folder: Path) -> None:
    before = read(folder)
    the_file(folder).write_bytes(b"")
    assert read(folder) == before


def test_a_question_outlives_its_annotation_where_it_stood(folder: Path) -> None:
    with Project.open(folder) as project, project.desk("sara") as desk:
        moved = desk.commit(ARTICLE.id, edits.move("p", Span(0, 9), desk.layer(ARTICLE.id)))
        assert moved.placed(moved.remarks["r1"]).span == Span(0, 9)
        gone = desk.commit(ARTICLE.id, edits.remove("p", moved))
        assert gone.placed(gone.remarks["r1"]).span == Span(4, 9)
        assert [remark.id for remark in gone.remarks_in_order] == ["r3", "r1", "r2"]


def test_what_was_asked_in_an_earlier_session_can_be_taken_back(folder: Path) -> None:
    with Project.open(folder) as project, project.desk("sara") as desk:
        past = [one.edit for one in desk.past_edits(ARTICLE.id)]
        assert past[-3:] == [edits.SetRemark(None, remark) for remark in ALL]
        after = desk.commit(ARTICLE.id, edits.Inverse(past[-1]))
        assert set(after.remarks) == {"r1", "r2"}
        assert [one.edit for one in desk.past_edits(ARTICLE.id)] == past[:-1]


def test_a_record_that_makes_no_sense_costs_only_itself(folder: Path) -> None:
    path = the_file(folder)
    data = json.loads(path.read_text(encoding="utf-8"))
    data["remarks"]["9"] = {"uid": "far", "kind": "flag", "text": "", "start": 3, "end": 99}
    data["remarks"]["10"] = {"uid": "half", "kind": "flag", "text": "", "start": 3}
    data["remarks"]["11"] = {"kind": "flag", "text": "بلا معرّف"}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    with Project.open(folder) as project:
        said = [str(problem) for problem in project.check().problems]
        assert sum("flag or question" in line for line in said) == 3
        assert project.summaries("sara")[ARTICLE.id].questions == 2
        with project.desk("sara") as desk:
            layer = desk.layer(ARTICLE.id)
            assert {"r1", "r2", "r3"} < set(layer.remarks)
            assert len(layer.remarks) == 4
        assert [p for p in project.check().problems if p.severity == "error"] == []
    assert {row["row"]["uid"] for row in stock_tables(path)["aside"]} == {"far", "half"}


def test_the_list_counts_what_is_open(folder: Path) -> None:
    expected = LayerSummary(Status.IN_PROGRESS, 1, notes=0, questions=2, flags=1, remarks=3)
    with Project.open(folder) as project:
        for _ in range(2):  # from the files, then from the cache
            assert project.summaries("sara") == {ARTICLE.id: expected}
        assert LayerSummary.of(project.layer(ARTICLE.id, "sara")) == expected
        with project.desk("sara") as desk:
            layer = desk.layer(ARTICLE.id)
            layer = desk.commit(ARTICLE.id, edits.change_remark("r3", layer, is_settled=True))
            layer = desk.commit(ARTICLE.id, edits.set_note("p", "ملاحظة", layer))
            now = LayerSummary(Status.IN_PROGRESS, 1, notes=1, questions=1, flags=1, remarks=3)
            assert (
                project.summaries("sara")
                == {ARTICLE.id: now}
                == {ARTICLE.id: LayerSummary.of(layer)}
            )
        assert project.summaries("sara") == {ARTICLE.id: now}


def test_an_export_takes_them_along_and_an_import_brings_them_back(
    folder: Path, tmp_path: Path
) -> None:
    with Project.open(folder) as project, Project.create(tmp_path / "q") as other:
        project.export(tmp_path / "all.jsonl", format="jsonl")
        other.import_files(tmp_path / "all.jsonl")
        assert other.layer(ARTICLE.id, "sara") == project.layer(ARTICLE.id, "sara")
        report = project.export(tmp_path / "all.conll", format="conll-layers", annotator="sara")
        assert "  not in this format 3: flags and questions" in report.loss.lines()


def test_a_layer_of_questions_only_is_work_that_no_import_replaces(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", TEXT) as project:
        with project.desk("sara") as desk:
            desk.commit(ARTICLE.id, edits.add_remark(ON_PLACE))
            asked = desk.layer(ARTICLE.id)
        other = make_project(tmp_path / "q", TEXT)
        put_layer(other, picture("قال [بوتين:actor] أمس في موسكو")[1])
        other.export(tmp_path / "all.jsonl", format="jsonl")
        project.import_files(tmp_path / "all.jsonl")
        assert project.layer(ARTICLE.id, "sara") == asked


@pytest.fixture
def computers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path):
    shutil.copytree(folder, tmp_path / "two")

    def edit(name: str, make: Callable[[Layer], Edit]) -> None:
        monkeypatch.setenv("HASHIYA_DATA_DIR", str(tmp_path / f"computer-{name}"))
        with Project.open(tmp_path / name) as project, project.desk("sara") as desk:
            desk.commit(ARTICLE.id, make(desk.layer(ARTICLE.id)))

    return folder, tmp_path / "two", edit


def test_a_conflict_copy_brings_its_questions_and_its_answers(computers) -> None:
    one, two, edit = computers
    edit("p", lambda _: edits.add_remark(Remark("new1", "flag", "هنا")))
    edit("p", lambda layer: edits.remove_remark("r2", layer))
    edit("two", lambda _: edits.add_remark(Remark("new2", "question", "هناك؟")))
    edit("two", lambda layer: edits.change_remark("r1", layer, answer="نعم", is_settled=True))
    path = the_file(one)
    shutil.copy(the_file(two), path.with_name(f"{path.stem}-LAPTOP.json"))
    with Project.open(one) as project, project.desk("sara") as desk:
        remarks = desk.layer(ARTICLE.id).remarks
    assert set(remarks) == {"r1", "r3", "new1", "new2"}
    assert remarks["r1"].answer == "نعم"


def test_journals_of_two_copies_that_meet_bring_everything(computers, tmp_path: Path) -> None:
    one, two, edit = computers
    edit("p", lambda _: edits.add_remark(Remark("new1", "flag", "هنا")))
    edit("two", lambda _: edits.add_remark(Remark("new2", "question", "هناك؟")))
    device = (tmp_path / "computer-two" / "device").read_text(encoding="utf-8").strip()
    name = f"sara@{device}"
    shutil.copytree(two / "journal" / name, one / "journal" / name)
    assert set(read(one).remarks) == {"r1", "r2", "r3", "new1", "new2"}


def tables_of(*made: Edit | Layer, base: Tables | None = None, at: str = "") -> Tables:
    """Return the tables after edits, or with whole layers, each in one change."""
    storage = JournaledStorage(base or rows.new_tables(ARTICLE.id, "sara"), lambda _: None)
    database = Database(storage)
    for one in made:
        before = rows.to_layer(storage.tables, ARTICLE.id, "sara", "test")
        after = one if isinstance(one, Layer) else one.apply(before)
        with database.transaction():
            changes.write(database, changes.difference(before, after, TEXT), "sara", at)
    return storage.tables


def undecided(start: Layer) -> st.SearchStrategy[list[Edit]]:
    """Return edits of an annotator: only gold has decisions."""
    return edit_sequences(ARTICLE, start).map(
        lambda made: [edit for edit in made if not isinstance(edit, edits.Decide)]
    )


@given(st.data())
def test_copies_that_went_on_apart_merge_alike_in_either_order(data: st.DataObject) -> None:
    start = data.draw(layers(ARTICLE))
    base = tables_of(start)
    times = st.sampled_from(["2026-11-22T01:00:00Z", "2026-11-22T02:00:00Z"])
    mine, theirs = (
        tables_of(*data.draw(undecided(start)), base=base, at=data.draw(times)) for _ in range(2)
    )
    merged = merge(mine, theirs)
    assert merged == merge(theirs, mine) == merge(merged, theirs)
    here, there = merged_into(mine, theirs), merged_into(theirs, mine)
    as_layer = [rows.to_layer(one, ARTICLE.id, "sara", "test") for one in (here, there)]
    assert as_layer[0] == as_layer[1]


@given(st.data())
def test_what_the_journal_says_makes_the_layer_again(data: st.DataObject) -> None:
    before = tables_of(data.draw(layers(ARTICLE)))
    after = tables_of(data.draw(layers(ARTICLE)), base=before)
    again = {name: {key: dict(row) for key, row in table.items()} for name, table in before.items()}
    entry = Entry(1, "2026-11-22T01:00:00Z", ARTICLE.id, 0, operations(before, after))
    replay(again, [entry], merging=False)
    made = rows.to_layer(again, ARTICLE.id, "sara", "test")
    assert made == rows.to_layer(after, ARTICLE.id, "sara", "test")


def test_the_lead_s_reply_is_in_gold_goes_with_exports_and_leaves_the_asker_s_layer_alone(
    folder: Path, tmp_path: Path
) -> None:
    with Project.open(folder) as project, Project.create(tmp_path / "q") as other:
        before = project.layer(ARTICLE.id, "sara")
        asked = next(iter(before.remarks.values()))
        reply = reply_to(asked, asked.span, "نعم", "2026-01-01T00:00:00Z")
        with project.desk("gold") as gold:
            gold.commit(ARTICLE.id, edits.add_remark(reply))
        assert project.layer(ARTICLE.id, "sara") == before
        assert project.replies(ARTICLE.id) == {asked.id: "نعم"}
        assert project.summaries("gold")[ARTICLE.id].questions == 0
        project.export(tmp_path / "all.jsonl", format="jsonl")
        other.import_files(tmp_path / "all.jsonl")
        assert other.replies(ARTICLE.id) == {asked.id: "نعم"}
        project.export(tmp_path / "a.html", format="html", annotator="sara")
        assert "نعم" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.fixture
def replied(folder: Path) -> Path:
    """Return the project after the lead's first reply, with what was asked still in Sara's layer."""
    with Project.open(folder) as project, project.desk("gold") as gold:
        reply = reply_to(ON_ACTOR, ON_ACTOR.span, "نعم", "2026-01-01T00:00:00Z")
        gold.commit(ARTICLE.id, edits.add_remark(reply))
    return folder


@pytest.mark.parametrize("kind", ["jsonl", "json"])
def test_an_export_of_one_annotator_says_what_was_replied_and_an_import_keeps_it(
    replied: Path, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "sara.jsonl"
    with Project.open(replied) as project, Project.create(tmp_path / "q") as other:
        project.export(out, format=kind, annotator="sara")
        found = json.loads(out.read_text(encoding="utf-8"))
        (layer,) = (found[0] if kind == "json" else found)["layers"]
        replies = {one["id"]: one.get("reply") for one in layer["remarks"]}
        assert replies == {ON_ACTOR.id: "نعم", ON_PLACE.id: None, ON_ARTICLE.id: None}
        other.import_files(out)
        assert other.replies(ARTICLE.id) == {ON_ACTOR.id: "نعم"}
        assert other.layer(ARTICLE.id, "sara") == project.layer(ARTICLE.id, "sara")


def test_gold_of_replies_alone_is_nobody_s_work(replied: Path, tmp_path: Path) -> None:
    with Project.open(replied) as project:
        assert project.annotators() == ("gold", "sara")
        assert project.annotating() == ("sara",)
        project.export(
            tmp_path / "only.conll", format="conll2003"
        )  # nobody else is there to choose
        with pytest.raises(ExportFailure, match="no gold layer yet"):
            project.export(tmp_path / "gold.conll", format="conll2003", gold=True)
        with pytest.raises(ProjectError, match="gold has annotated nothing here; there are sara"):
            iaa.agreement(project, annotators=("gold", "sara"))
        with project.desk("gold") as gold:
            gold.commit(ARTICLE.id, edits.add(ACTOR, gold.layer(ARTICLE.id)))
        assert project.annotating() == ("gold", "sara")
