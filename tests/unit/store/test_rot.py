"""One wrong byte in a layer file costs nothing: the journal has what was saved, and what the file said instead is told."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from annotator import edits
from annotator.model import Annotation, Relation, Span
from annotator.project import Project
from annotator.store.files.layout import Layout
from annotator.store.journal.journals import Histories
from annotator.store.layers.damage.differences import unlike
from annotator.store.layers.damage.rot import wrong_byte
from annotator.store.layers.found import State, read_document
from tests.crash.bytes_everywhere import Unsynced
from tests.helpers.projects import layer_file, make_project

TEXT = "قال بوتين أمس في موسكو إن لندن بعيدة"
MADE = (
    Annotation("p", Span(4, 9), "actor"),
    Annotation("m", Span(17, 22), "place"),
    Annotation("l", Span(26, 30), "place", {"v": "x"}, "note"),
    Annotation("r", Span(0, 3), "place"),
)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with a layer that has annotations, a link and a tombstone, all edited one by one."""
    folder = tmp_path_factory.mktemp("rot") / "p"
    with make_project(folder, TEXT) as project, project.desk("sara") as desk:
        (entry,) = project.entries()
        for one in MADE:
            desk.commit(entry.id, edits.AddAnnotation(one))
        desk.commit(entry.id, edits.link(Relation("speaker", "m", "p")))
        desk.commit(entry.id, edits.remove("r", desk.layer(entry.id)))
    return folder


class OneFile(Unsynced):
    """A disk on which one file has other bytes."""

    def __init__(self, path: Path, data: bytes) -> None:
        self._path, self._data = path, data

    def read(self, path: Path) -> bytes:
        return self._data if path == self._path else super().read(path)


def the_file(folder: Path) -> Path:
    (path,) = (folder / "annotations" / "sara").glob("*/*.json")
    return path


def test_every_flipped_bit_is_told_and_costs_nothing(source: Path) -> None:
    path = the_file(source)
    histories = Histories(Layout(source).journals, "sara", Unsynced())
    whole, data = read_document(path, path.stem, "sara", histories, Unsynced()), path.read_bytes()
    assert whole.state is State.SOUND
    wrong: list[tuple[int, int, str]] = []
    for place in range(len(data)):
        for bit in range(8):
            flipped = bytearray(data)
            flipped[place] ^= 1 << bit
            disk = OneFile(path, bytes(flipped))
            found = read_document(path, path.stem, "sara", histories, disk)
            is_kept = found.damaged == flipped
            if found.tables != whole.tables or len(found.notes) != 1 or not is_kept:
                wrong.append((place, bit, str(found.notes)))
    assert not wrong, (len(wrong), wrong[:3])


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_wrong_byte_is_named_by_check_mended_once_and_told_once(
    source: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = shutil.copytree(source, tmp_path_factory.mktemp("copy") / "p")
    path = the_file(folder)
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    value = data.draw(st.integers(0, 255).filter(lambda value: value != whole[place]))
    path.write_bytes(whole[:place] + bytes([value]) + whole[place + 1 :])
    damaged = path.read_bytes()
    where = path.relative_to(folder).as_posix()
    with Project.open(folder, read_only=True) as project:
        said = [problem for problem in project.check().problems if problem.where == where]
    assert [problem.severity for problem in said] == ["error"]
    report = Project.repair(folder)
    assert sum(path.name in line for line in report.mended) == 1
    assert path.read_bytes() == whole
    (kept,) = path.parent.glob("*.damaged-*")
    assert kept.read_bytes() == damaged
    with Project.open(folder) as project, project.desk("sara") as desk:
        assert len(desk.layer(path.stem)) == 3
        assert desk.notices == ()


def test_a_layer_of_two_computers_loses_nothing_to_a_flipped_bit_either(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(source, tmp_path / "p")
    path = the_file(folder)
    for number in range(4):  # rows that one gave away and the other uses again
        monkeypatch.setenv("HASHIYA_DATA_DIR", str(tmp_path / f"computer {number % 2}"))
        with Project.open(folder) as project, project.desk("sara") as desk:
            layer = desk.layer(path.stem)
            desk.commit(path.stem, edits.remove(list(layer.annotations)[-1], layer))
            one = Annotation(f"n{number}", Span(number, number + 3), "date")
            desk.commit(path.stem, edits.AddAnnotation(one))
    histories = Histories(Layout(folder).journals, "sara", Unsynced())
    data = path.read_bytes()
    whole = read_document(path, path.stem, "sara", histories, Unsynced())
    wrong: list[tuple[int, int, str]] = []
    for place in range(len(data)):
        for bit in {0, place % 8}:
            flipped = bytearray(data)
            flipped[place] ^= 1 << bit
            disk = OneFile(path, bytes(flipped))
            found = read_document(path, path.stem, "sara", histories, disk)
            if found.layer != whole.layer or not found.notes or found.damaged != flipped:
                wrong.append((place, bit, str(found.notes)))
    assert not wrong, (len(wrong), wrong[:3])


def test_what_the_wrong_byte_would_have_cost_is_said_with_its_words(source: Path) -> None:
    path = the_file(source)
    histories = Histories(Layout(source).journals, "sara", Unsynced())
    twice = path.read_bytes().replace(b'\n"3":{"uid":"l"', b'\n"2":{"uid":"l"')
    found = read_document(path, path.stem, "sara", histories, OneFile(path, twice))
    assert set(found.layer.annotations) == {"p", "m", "l"}
    (note,) = found.notes
    assert "one byte in line" in note
    assert "1 annotation gone («موسكو»)" in note


def test_a_byte_that_went_wrong_before_the_journal_went_on_is_healed_with_what_came_later(
    tmp_path: Path, source: Path
) -> None:
    folder = shutil.copytree(source, tmp_path / "p")
    path = the_file(folder)
    older = path.read_bytes()
    with Project.open(folder) as project, project.desk("sara") as desk:
        desk.commit(path.stem, edits.AddAnnotation(Annotation("q", Span(10, 13), "date")))
    path.write_bytes(older.replace(b'\n"3":{"uid":"l"', b'\n"2":{"uid":"l"'))
    with Project.open(folder) as project, project.desk("sara") as desk:
        assert set(desk.layer(path.stem).annotations) == {"p", "m", "l", "q"}
        assert sum("one byte in line" in notice for notice in desk.notices) == 1


def test_what_another_program_left_is_taken_and_said_and_the_journals_version_kept(
    tmp_path: Path, source: Path
) -> None:
    folder = shutil.copytree(source, tmp_path / "p")
    path = the_file(folder)
    with TinyDB(path, encoding="utf-8", ensure_ascii=False) as database:
        database.table("spans").remove(doc_ids=[3])
        database.table("spans").update({"label": "date"}, doc_ids=[1])
    words = "1 annotation gone («لندن»), 1 annotation changed («بوتين»)"
    with Project.open(folder) as project:
        assert any(words in problem.what for problem in project.check().problems)
        with project.desk("sara") as desk:
            assert set(desk.layer(path.stem).annotations) == {"p", "m"}
            assert sum(words in notice for notice in desk.notices) == 1
    (kept,) = path.parent.glob("*.other-*")
    assert kept.read_bytes() == the_file(source).read_bytes()
    with Project.open(folder) as project, project.desk("sara") as desk:
        assert len(desk.layer(path.stem)) == 2
        assert desk.notices == ()


def test_a_byte_that_goes_wrong_under_an_open_desk_is_not_merged(
    tmp_path: Path, source: Path
) -> None:
    folder = shutil.copytree(source, tmp_path / "p")
    with Project.open(folder) as project, project.desk("sara") as desk:
        (entry,) = project.entries()
        path = layer_file(project, "sara", entry.id)
        desk.layer(entry.id)
        damaged = path.read_bytes().replace(b'\n"3":{"uid":"l"', b'\n"2":{"uid":"l"')
        path.write_bytes(damaged)
        desk.commit(entry.id, edits.AddAnnotation(Annotation("q", Span(10, 13), "date")))
        desk.checkpoint()
        assert set(desk.layer(entry.id).annotations) == {"p", "m", "l", "q"}
        assert desk.notices
    (kept,) = path.parent.glob("*.other-*")
    assert kept.read_bytes() == damaged


@given(st.binary(min_size=1, max_size=20), st.integers(0, 19), st.integers(0, 19))
def test_one_wrong_byte_is_one_and_no_more(data: bytes, one: int, other: int) -> None:
    one, other = one % len(data), other % len(data)
    changed = bytearray(data)
    assert wrong_byte(bytes(changed), data) is None
    changed[one] ^= 5
    assert wrong_byte(bytes(changed), data) == one
    changed[other] ^= 130
    assert wrong_byte(bytes(changed), data) == (one if one == other else None)
    assert wrong_byte(data + b" ", data) is None


def test_of_many_annotations_three_are_said() -> None:
    spans = {str(n): {"uid": str(n), "text": f"w{n}"} for n in range(1, 6)}
    said = unlike({"spans": spans}, {"spans": {}})
    assert said.words == "5 annotations gone («w1», «w2», «w3», …)"
    assert said.is_less
    assert not unlike({"spans": spans}, {"spans": dict(spans)})
