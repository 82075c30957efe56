"""What happens when files of two copies meet in one folder, or another program writes while a desk is open."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB

from annotator import edits
from annotator.errors import LockLostError, ProjectError, SchemaError
from annotator.model import Annotation, Colours, Label, Span
from annotator.model.names import Name, Registry
from annotator.project import Project, ReviewSettings, folder
from annotator.project.names import change_registry, read_registry
from annotator.store.layers import rows
from annotator.store.shared import changing
from tests.crash import copied_projects, fuzzed_projects, two_writers
from tests.helpers.pictures import draw
from tests.helpers.projects import layer_file, make_project, rewrite, stock_tables

TEXT = "قال بوتين أمس في موسكو"
ACTOR = Annotation("p", Span(4, 9), "actor")
PLACE = Annotation("m", Span(17, 22), "actor")


def commit(project: Project, edit, who: str = "sara") -> None:
    (entry,) = project.entries()
    with project.desk(who) as desk:
        desk.commit(entry.id, edit(desk.layer(entry.id)))


def test_what_another_program_writes_under_an_open_desk_is_merged_or_kept_and_told(
    tmp_path: Path,
) -> None:
    result = two_writers.change_outside(tmp_path, runs=12)
    assert result.pop("changed outside") == 12
    assert set(result.values()) == {0}, result


def test_of_a_record_that_both_changed_ours_counts_and_the_other_file_is_kept(
    tmp_path: Path,
) -> None:
    with make_project(tmp_path / "p", TEXT) as project, project.desk("sara") as desk:
        (entry,) = project.entries()
        desk.commit(entry.id, edits.add(ACTOR, desk.layer(entry.id)))
        desk.commit(entry.id, edits.add(PLACE, desk.layer(entry.id)))
        desk.checkpoint()
        path = layer_file(project, "sara", entry.id)
        with TinyDB(path, encoding="utf-8", ensure_ascii=False) as database:
            database.table("spans").update({"label": "date"})
        theirs = path.read_bytes()
        desk.commit(entry.id, edits.relabel("p", "quote", desk.layer(entry.id)))
        desk.checkpoint()
        assert draw(TEXT, desk.layer(entry.id)) == "قال [بوتين:quote] أمس في [موسكو:date]"
        assert any("both sides" in notice for notice in desk.notices)
    (kept,) = path.parent.glob("*.other-*")
    assert kept.read_bytes() == theirs


def test_what_another_program_writes_past_the_text_is_set_aside_and_its_own_keys_stay(
    tmp_path: Path,
) -> None:
    with make_project(tmp_path / "p", TEXT) as project, project.desk("sara") as desk:
        (entry,) = project.entries()
        desk.commit(entry.id, edits.add(ACTOR, desk.layer(entry.id)))
        desk.checkpoint()
        path = layer_file(project, "sara", entry.id)
        with TinyDB(path, encoding="utf-8", ensure_ascii=False) as database:
            database.table("spans").insert({"start": 20, "end": 900, "label": "date"})
            database.table("meta").update({"status": "done", "wiki": "Q1"})
            database.table("team").insert({"x": 1})
        desk.commit(entry.id, edits.add(PLACE, desk.layer(entry.id)))
        desk.checkpoint()
        assert draw(TEXT, desk.layer(entry.id)) == "قال [بوتين:actor] أمس في [موسكو:actor]"
        assert desk.layer(entry.id).status == "done"
        assert any("runs past the text" in notice for notice in desk.notices)
    tables = stock_tables(path)
    assert (tables["meta"][0]["wiki"], tables["team"]) == ("Q1", [{"x": 1}])
    assert [row["of"] for row in tables["aside"]] == ["spans"]


def test_a_deleted_lock_refuses_the_first_desk_and_loses_nothing(tmp_path: Path) -> None:
    result = two_writers.delete_locks(tmp_path, runs=6)
    assert result["refused"] > 5
    assert (result["written without the lock"], result["lost"], result["invented"]) == (0, 0, 0)


def test_shared_files_are_not_written_either_once_their_lock_is_gone(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", TEXT) as project:
        before = (tmp_path / "p" / "project.json").read_bytes()

        def change(schema):
            shutil.rmtree(tmp_path / "p" / ".locks")
            return replace(schema, labels=(*schema.labels, NEW))

        with pytest.raises(LockLostError, match="the project was deleted"):
            project.change_schema(change)
    assert (tmp_path / "p" / "project.json").read_bytes() == before


def test_two_copies_with_one_device_name_are_told_and_merged(tmp_path: Path) -> None:
    result = copied_projects.mix_twins(tmp_path, runs=8)
    assert result.pop("mixed") == 8
    assert set(result.values()) == {0}, result


def test_an_older_copy_laid_over_a_newer_one_is_told_and_a_backup_brings_the_rest_back(
    tmp_path: Path,
) -> None:
    result = copied_projects.lay_older_over(tmp_path, runs=8)
    assert (result.pop("laid over"), result.pop("brought back from a backup") > 0) == (8, True)
    assert set(result.values()) == {0}, result


def test_another_computer_s_journal_heals_what_an_older_copy_took_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    make_project(one, TEXT).close()
    with Project.open(one) as project:
        commit(project, lambda layer: edits.add(ACTOR, layer))
    older = shutil.copytree(one, tmp_path / "older")
    shutil.copytree(one, two)
    monkeypatch.setenv("HASHIYA_DATA_DIR", str(tmp_path / "second computer"))
    with Project.open(two) as project:
        commit(project, lambda layer: edits.add(PLACE, layer))
    monkeypatch.undo()
    shutil.copytree(two, one, dirs_exist_ok=True)
    shutil.copytree(older, one, dirs_exist_ok=True)
    with Project.open(one) as project, project.desk("sara") as desk:
        (entry,) = project.entries()
        assert draw(TEXT, desk.layer(entry.id)) == "قال [بوتين:actor] أمس في [موسكو:actor]"


@pytest.mark.parametrize(
    "name",
    [
        "{stem}.sync-conflict-20261121-120000-ABCDEFG.jsonl",
        "{stem} (Sara's conflicted copy 2026-11-21).jsonl",
        "{stem}-LAPTOP.jsonl",
    ],
)
def test_a_conflict_copy_of_a_journal_is_merged_and_kept(tmp_path: Path, name: str) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    make_project(one, TEXT).close()
    shutil.copytree(one, two)
    with Project.open(one) as project:
        commit(project, lambda layer: edits.add(ACTOR, layer))
    with Project.open(two) as project:
        commit(project, lambda layer: edits.add(PLACE, layer))
    theirs = next(two.glob("journal/sara@*/000001.jsonl"))
    journal = next(one.glob("journal/sara@*"))
    copy = Path(shutil.copy(theirs, journal / name.format(stem=theirs.stem)))
    with Project.open(one, read_only=True) as project:
        assert any("conflict copy of the journal" in str(p) for p in project.check().problems)
    with Project.open(one) as project, project.desk("sara") as desk:
        (entry,) = project.entries()
        assert draw(TEXT, desk.layer(entry.id)) == "قال [بوتين:actor] أمس في [موسكو:actor]"
        assert any("was merged" in notice for notice in desk.notices)
    assert copy.with_name(f"{copy.name}.merged").exists()
    assert not copy.exists()


NEW = Label("place", "Place", "مكان", "p", Colours("#AABBCC", "#112233", "#112233", "#AABBCC"))
OTHER = replace(NEW, name="event", key="e")

SHARED = {
    "labels": (
        lambda p: p.set_schema(replace(p.schema, labels=(*p.schema.labels, NEW))),
        lambda p: p.set_schema(replace(p.schema, labels=(*p.schema.labels, OTHER))),
        lambda p: {label.name for label in p.schema.labels} >= {"place", "event"},
    ),
    "review settings": (
        lambda p: p.set_review_settings(replace(p.review_settings(), blind=True)),
        lambda p: p.set_review_settings(replace(FIRST, votes=5)),
        lambda p: (p.review_settings().blind, p.review_settings().votes) == (True, 5),
    ),
    "metadata": (
        lambda p: p.set_metadata(p.entries()[0].id, title="عنوان"),
        lambda p: p.set_metadata(p.entries()[0].id, source="وكالة"),
        lambda p: (p.entries()[0].title, p.entries()[0].source) == ("عنوان", "وكالة"),
    ),
    "articles": (
        lambda p: p.add_articles([ARTICLES[0]]),
        lambda p: p.add_articles([ARTICLES[1]]),
        lambda p: [entry.number for entry in p.entries()] == [1, 2, 3],
    ),
    "names": (
        lambda p: change_registry(
            p.path, lambda now: Registry((*now.names, Name("actor", "بوتين")))
        ),
        lambda p: change_registry(
            p.path, lambda now: Registry((*now.names, Name("actor", "لافروف")))
        ),
        lambda p: len(read_registry(p.path).names) == 2,
    ),
    "guidelines": (
        lambda p: p.change_guidelines("ar", lambda now: (now or "") + "أولا\n"),
        lambda p: p.change_guidelines("ar", lambda now: (now or "") + "ثانيا\n"),
        lambda p: p.guidelines("ar") == "أولا\nثانيا\n",
    ),
}
FIRST = ReviewSettings()
ARTICLES = copied_projects.ARTICLES[:2]


@pytest.mark.parametrize("what", SHARED)
def test_what_a_colleague_changed_meanwhile_stays_changed(tmp_path: Path, what: str) -> None:
    """Both windows have read everything before either writes; who writes last must not take the other's change away."""
    first, second, holds = SHARED[what]
    make_project(tmp_path / "p", TEXT).close()
    with Project.open(tmp_path / "p") as one, Project.open(tmp_path / "p") as two:
        for project in (one, two):
            _ = project.schema, project.review_settings(), project.guidelines("ar")
        first(one)
        second(two)
    with Project.open(tmp_path / "p") as project:
        assert holds(project)


def test_labels_that_do_not_go_together_and_guidelines_read_long_ago_are_refused(
    tmp_path: Path,
) -> None:
    make_project(tmp_path / "p", TEXT).close()
    with Project.open(tmp_path / "p") as one, Project.open(tmp_path / "p") as two:
        assert two.guidelines("ar") is None
        one.set_guidelines("ar", "هم")
        with pytest.raises(ProjectError, match="somebody else"):
            two.set_guidelines("ar", "نحن")
        one.set_schema(replace(one.schema, labels=(*one.schema.labels, NEW)))
        with pytest.raises(SchemaError, match="somebody else changed the labels"):
            two.set_schema(
                replace(two.schema, labels=(*two.schema.labels, replace(OTHER, key=NEW.key)))
            )
        assert one.guidelines("ar") == "هم"


def test_a_shared_file_that_a_program_writes_at_the_same_moment_is_read_again(
    tmp_path: Path,
) -> None:
    calls: list[int] = []
    with make_project(tmp_path / "p", TEXT) as project:
        path = tmp_path / "p" / "project.json"

        def change(schema):
            calls.append(1)
            if len(calls) == 1:  # a sync program is quicker, once
                rewrite(path, {"team": {"1": {"x": len(calls)}}})
            return replace(schema, labels=(*schema.labels, NEW))

        project.change_schema(change)
        assert len(calls) == 2 <= changing.ATTEMPTS
    assert stock_tables(path)["team"] == [{"x": 1}]
    assert "place" in {row["name"] for row in stock_tables(path)["labels"]}


@pytest.mark.parametrize("name", ["project", "names"])
def test_annotators_may_be_called_like_the_project_s_own_files(tmp_path: Path, name: str) -> None:
    with make_project(tmp_path / "p", TEXT) as project, project.desk(name) as desk:
        project.set_metadata(project.entries()[0].id, title="عنوان")
        change_registry(project.path, lambda _: Registry((Name("actor", "بوتين"),)))
        assert desk.annotator == name


@pytest.mark.parametrize(
    "name", ["\u200b", "\u200f\u200e", "سا\u200bرة", "sara\u200f", "\u3164", "a\ufe0f"]
)
def test_a_name_that_holds_what_nobody_sees_cannot_begin(tmp_path: Path, name: str) -> None:
    with make_project(tmp_path / "p", TEXT) as project:
        with pytest.raises(ProjectError, match=r"U\+[0-9A-F]{4}, which nobody sees"):
            project.desk(name)
        assert project.annotators() == ()


def test_who_has_such_a_name_from_before_can_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with make_project(tmp_path / "p", TEXT) as project:
        monkeypatch.setattr(folder, "refuse_invisible", lambda name: None)
        commit(project, lambda layer: edits.add(ACTOR, layer), "سارة\u200f")
        monkeypatch.undo()
        commit(project, lambda layer: edits.add(PLACE, layer), "سارة\u200f")
        (entry,) = project.entries()
        assert len(project.layer(entry.id, "سارة\u200f")) == 2


@pytest.mark.parametrize(
    ("there", "new"),
    [("Sara", "sara"), ("أحمد", "احمد"), ("ｓara", "sara"), ("sаra", "sara"), ("Sara K", "saraK")],
)
def test_names_that_look_alike_are_said_when_a_new_one_begins(
    tmp_path: Path, there: str, new: str
) -> None:
    with make_project(tmp_path / "p", TEXT) as project:
        commit(project, lambda layer: edits.add(ACTOR, layer), there)
        with project.desk(new) as desk:
            assert any(there in notice and "looks the same" in notice for notice in desk.notices)
        commit(project, lambda layer: edits.add(ACTOR, layer), new)
        with project.desk(new) as desk:
            assert desk.notices == (), "it is said once"
        with project.desk("بعيد") as desk:
            assert desk.notices == ()


def test_a_layer_of_a_newer_format_is_read_only_from_the_start_and_stays_as_it_is(
    tmp_path: Path,
) -> None:
    with make_project(tmp_path / "p", TEXT) as project:
        commit(project, lambda layer: edits.add(ACTOR, layer))
        (entry,) = project.entries()
        path = layer_file(project, "sara", entry.id)
    meta = stock_tables(path)["meta"][0] | {"format": rows.FORMAT + 1}
    rewrite(path, {"meta": {"1": meta}})
    before = path.read_bytes()
    with Project.open(tmp_path / "p") as project, project.desk("sara") as desk:
        assert "newer Hashiya" in desk.read_only_reason(entry.id)
        assert len(desk.layer(entry.id)) == 1
    assert path.read_bytes() == before


def test_files_with_wrong_values_end_in_words_and_never_in_a_traceback(tmp_path: Path) -> None:
    result = fuzzed_projects.fuzz(tmp_path / "fuzz", runs=15)
    assert result["projects"] == 15
    assert result["tracebacks"] == 0, result


def test_a_sound_project_is_content_while_somebody_works_and_after_every_session(
    tmp_path: Path,
) -> None:
    with make_project(tmp_path / "p", TEXT) as project:
        (entry,) = project.entries()
        for session in range(3):
            with project.desk("sara") as desk:
                for number in range(2):
                    one = replace(ACTOR, id=f"{session}-{number}")
                    desk.commit(entry.id, edits.add(one, desk.layer(entry.id)))
                    found = [p for p in project.check().problems if p.severity != "note"]
                    assert found == [], "a session is under way"
                assert desk.notices == ()
            assert project.check().problems == ()
