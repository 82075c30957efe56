"""One record that makes no sense costs only itself; what is missing and can be given is given."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from annotator import edits
from annotator.model import Annotation, Relation, Span
from annotator.project import Project
from annotator.project.iaa.counts import agreement
from annotator.project.names import read_registry
from annotator.store.layers import rows
from annotator.store.layers.tidying import ASIDE, Tidier, fit, tidy_layer
from tests.helpers.pictures import draw
from tests.helpers.projects import layer_file, make_project, rewrite, stock_tables

TEXT = "قال بوتين أمس في موسكو"
ACTOR = Annotation("p", Span(4, 9), "actor")
PLACE = Annotation("m", Span(17, 22), "actor")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project with two annotations and a link, all in the layer file and in the journal."""
    with make_project(tmp_path / "p", TEXT) as project, project.desk("sara") as desk:
        (entry,) = project.entries()
        for edit in (edits.AddAnnotation(ACTOR), edits.AddAnnotation(PLACE)):
            desk.commit(entry.id, edit)
        desk.commit(entry.id, edits.link(Relation("speaker", "m", "p")))
    return tmp_path / "p"


def the_file(folder: Path) -> Path:
    with Project.open(folder, read_only=True) as project:
        return layer_file(project, "sara", project.entries()[0].id)


def drawn(folder: Path) -> tuple[str, tuple[str, ...]]:
    with Project.open(folder) as project, project.desk("sara") as desk:
        layer = desk.layer(project.entries()[0].id)
        return draw(TEXT, layer), desk.notices


def append(path: Path, table: str, *records: dict[str, object]) -> None:
    with TinyDB(path, encoding="utf-8", ensure_ascii=False) as database:
        database.table(table).insert_multiple(records)


def test_a_row_without_uid_gets_one_and_a_bad_row_costs_only_itself(folder: Path) -> None:
    path = the_file(folder)
    append(
        path,
        "spans",
        {"start": 0, "end": 3, "label": "quote"},
        {"start": 9, "end": 2, "label": "quote"},
        {"label": "quote"},
    )
    drawing, notices = drawn(folder)
    assert drawing == "[قال:quote] [بوتين:actor] أمس في [موسكو:actor]"
    assert sum("set aside" in notice for notice in notices) == 2
    tables = stock_tables(path)
    assert [len(str(row["uid"])) for row in tables["spans"][2:]] == [12]
    assert [row["row"] for row in tables[ASIDE]] == [
        {"start": 9, "end": 2, "label": "quote"},
        {"label": "quote"},
    ]
    assert drawn(folder) == (drawing, ())


def test_everybody_gives_a_row_without_uid_the_same_one(folder: Path) -> None:
    append(the_file(folder), "spans", {"start": 0, "end": 3, "label": "quote"})
    found: set[frozenset[str]] = set()
    for _ in range(2):
        with Project.open(folder, read_only=True) as project:
            found.add(frozenset(project.layer(project.entries()[0].id, "sara").annotations))
    with Project.open(folder) as project, project.desk("sara") as desk:
        found.add(frozenset(desk.layer(project.entries()[0].id).annotations))
    assert len(found) == 1


def test_what_the_journal_knows_better_comes_from_there(folder: Path) -> None:
    path = the_file(folder)
    append(path, "spans", {"start": 0, "end": 3, "label": "quote"})
    data = json.loads(path.read_text(encoding="utf-8"))
    data["spans"]["1"]["start"] = "four"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    drawing, notices = drawn(folder)
    assert drawing == "[قال:quote] [بوتين:actor] أمس في [موسكو:actor]"
    assert any("the journal's record is in its place" in notice for notice in notices)
    assert list(path.parent.glob("*.damaged-*"))


def test_two_records_with_one_uid_are_both_kept_and_a_repeated_one_once(folder: Path) -> None:
    path = the_file(folder)
    first = stock_tables(path)["spans"][0]
    append(path, "spans", first, {**first, "start": 0, "end": 3, "text": "قال"})
    drawing, notices = drawn(folder)
    assert drawing == "[قال:actor] [بوتين:actor] أمس في [موسكو:actor]"
    assert sum("is there twice" in notice for notice in notices) == 2


def test_links_to_nothing_and_spans_past_the_text_are_set_aside_everywhere(folder: Path) -> None:
    path = the_file(folder)
    append(path, "spans", {"uid": "far", "start": 20, "end": 2000, "label": "actor"})
    append(path, "relations", {"type": "speaker", "head": "p", "dependent": "gone"})
    with Project.open(folder) as project:
        (entry,) = project.entries()
        said = [str(problem) for problem in project.check().problems]
        assert any("runs past the text's 22 characters" in line for line in said)
        assert any("gone, which is not there" in line for line in said)
        assert set(project.layer(entry.id, "sara").annotations) == {"p", "m"}
        with project.desk("omar") as desk:
            desk.commit(entry.id, edits.AddAnnotation(ACTOR))
        assert agreement(project, draws=5)
    report = Project.repair(folder)
    assert sum("set aside" in line for line in report.mended) == 2
    assert report.after is not None
    assert report.after.worst != "error"
    assert {row["of"] for row in stock_tables(path)[ASIDE]} == {"spans", "relations"}


@pytest.mark.parametrize("wrong", [None, "x", [], {"a": "b"}, -1, 1.5, True, 2**70])
@pytest.mark.parametrize(
    "key", ["format", "seq", "seen", "heads", "status", "rev", "article", "text_sha256"]
)
def test_a_record_about_the_file_may_say_anything(folder: Path, key: str, wrong: object) -> None:
    path = the_file(folder)
    meta = stock_tables(path)["meta"][0] | {key: wrong}
    rewrite(path, {"meta": {"1": meta}})
    with Project.open(folder, read_only=True) as project:
        project.check()
        assert len(project.layer(project.entries()[0].id, "sara")) == 2
        project.export(folder / "out.jsonl", format="jsonl")
    Project.repair(folder)
    assert drawn(folder)[0] == "قال [بوتين:actor] أمس في [موسكو:actor]"


def test_a_damaged_list_of_names_keeps_its_whole_records(folder: Path) -> None:
    names = {"1": {"label": "actor", "canonical": "بوتين", "aliases": []}, "2": {"label": 5}}
    rewrite_or_make(folder / "names.json", {"names": names})
    with Project.open(folder, read_only=True) as project:
        assert any(p.where == "names.json" for p in project.check().problems)
    report = Project.repair(folder)
    assert any(line.startswith("names.json was made again from its 1") for line in report.mended)
    assert [name.canonical for name in read_registry(folder).names] == ["بوتين"]
    assert list(folder.glob("names.json.damaged-*"))


def rewrite_or_make(path: Path, tables: dict[str, object]) -> None:
    path.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")


def test_a_flipped_byte_in_a_journal_is_put_right(folder: Path) -> None:
    (path,) = folder.glob("journal/sara@*/000001.jsonl")
    whole = path.read_bytes()
    for position in (5, len(whole) // 2, len(whole) - 20):
        data = bytearray(whole)
        data[position] ^= 4
        path.write_bytes(bytes(data))
        report = Project.repair(folder)
        assert any("1 damaged lines were brought back" in line for line in report.mended)
        assert path.read_bytes() == whole
        assert report.after is not None
        assert report.after.worst != "error"


def test_an_id_that_is_none_is_refused_and_mended(folder: Path) -> None:
    path = folder / "project.json"
    row = stock_tables(path)["project"][0] | {"id": "../../.."}
    rewrite(path, {"project": {"1": row}})
    report = Project.repair(folder)
    assert any("had no usable id" in line for line in report.mended)
    with Project.open(folder) as project:
        assert len(project.id) == 12
        assert project.back_up() is not None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        "uid",
        "start",
        "end",
        "label",
        "text",
        "type",
        "head",
        "dependent",
        "kind",
        "decision",
        "rev",
        "x",
    ]
)
RECORDS = st.dictionaries(KEYS, JSON | st.integers(0, 30) | st.sampled_from(["a", "b"]), max_size=7)


@given(
    st.dictionaries(
        st.sampled_from([*rows.CONTENT, rows.REMOVED]),
        st.dictionaries(st.integers(1, 9).map(str), RECORDS, max_size=4),
    ),
    st.dictionaries(st.sampled_from(["seq", "seen", "heads", "status", "format", "rev"]), JSON),
)
def test_tidied_tables_always_make_a_layer_and_tidying_twice_changes_nothing(tables, meta) -> None:
    tables = {**rows.new_tables("ab12cd34ef56", "sara"), **tables}
    tables[rows.META]["1"].update(meta)
    count = sum(len(tables.get(name, {})) for name in rows.CONTENT)
    Tidier(tables, lambda: None, length=25, is_intact=False).tidy([])
    layer = rows.to_layer(tables, "ab12cd34ef56", "sara", "x")
    assert all(one.end <= 25 for one in layer)
    assert count <= sum(len(tables.get(name, {})) for name in (*rows.CONTENT, ASIDE)) + count
    again = json.loads(json.dumps(tables))
    tidier = Tidier(again, lambda: None, length=25, is_intact=False)
    tidier.tidy([])
    assert tidy_layer(again, "", "") is not None
    assert (again, tidier.notes) == (json.loads(json.dumps(tables)), [])
    assert fit(tables, 25) == (tables, [])


@pytest.mark.parametrize("wrong", ["../../x", "", "BD5F36EA3A01", 5])
def test_an_article_id_in_a_list_of_the_journal_is_no_path(folder: Path, wrong: object) -> None:
    (path,) = folder.glob("journal/*/docs.json")
    tables = json.loads(path.read_text(encoding="utf-8"))
    tables["docs"]["1"]["article"] = wrong
    path.write_text(json.dumps(tables), encoding="utf-8")
    before = drawn(folder)
    assert before[0] == "قال [بوتين:actor] أمس في [موسكو:actor]"
    report = Project.repair(folder)
    assert report.failed == []
    with Project.open(folder, read_only=True) as project:
        assert [str(problem) for problem in project.check().problems] == []


def test_an_article_is_known_by_its_text_whatever_its_file_says(
    folder: Path, tmp_path: Path
) -> None:
    with Project.open(folder, read_only=True) as project:
        [entry] = project.entries()
        path = folder / "articles" / entry.id[:2] / f"{entry.id}.json"
    path.write_text(
        path.read_text(encoding="utf-8").replace(f'"id":"{entry.id}"', '"id":"bd5f36ea3a02"'),
        encoding="utf-8",
    )
    assert "bd5f36ea3a02" in path.read_text(encoding="utf-8")
    with Project.open(folder, read_only=True) as project:
        assert project.article(entry.id).id == entry.id
        report = project.export(tmp_path / "out.jsonl", format="jsonl")
        assert report.loss.annotations == 2
        line = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
        assert (line["id"], len(line["layers"][0]["annotations"])) == (entry.id, 2)
