"""`Project.repair` mends what `Project.check` finds, and keeps what was damaged."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from annotator.errors import DamagedFileError
from annotator.model import Layer
from annotator.project import Project
from annotator.store.files.problems import Severity
from tests.crash import damaged_files
from tests.helpers.pictures import picture
from tests.helpers.projects import layer_file, make_project, put_layer, rewrite, stock_tables

DRAWINGS = ("قال [بوتين:actor] في [موسكو:actor]", "[قال [لافروف:actor]:quote] أمس")
TEXTS = [picture(drawing)[0] for drawing in DRAWINGS]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with make_project(tmp_path / "p", *TEXTS) as project:
        for drawing in DRAWINGS:
            put_layer(project, picture(drawing)[1])
            put_layer(project, picture(drawing, "سارة")[1])
    return tmp_path / "p"


def layers_in(folder: Path) -> dict[tuple[str, str], Layer]:
    with Project.open(folder, read_only=True) as project:
        return {
            (name, entry.id): project.layer(entry.id, name)
            for name in project.annotators()
            for entry in project.entries()
        }


def hand_edit(path: Path, random: Random) -> None:
    row = stock_tables(path)["spans"][0] | {"note": "by hand"}
    rewrite(path, {"spans": {"1": row}})


def older_copy(path: Path, random: Random) -> None:
    """Put the file back as it was before the last edit."""
    before = path.read_bytes()
    root = path.parents[3]
    with Project.open(root) as project:
        layer = project.layer(path.stem, "sara")
        annotation = layer.in_order[0]
        put_layer(
            project, layer.replaced(annotation, annotation.with_attribute("canonical", "جديد"))
        )
    path.write_bytes(before)


def flip_an_offset(path: Path, random: Random) -> None:
    """Turn one bit of a start over: what is left is JSON like any other, and only the words tell."""
    data = bytearray(path.read_bytes())
    data[data.index(b'"start":') + len(b'"start":')] ^= 1
    path.write_bytes(data)


WAYS = {
    "offset flipped": flip_an_offset,
    **damaged_files.WAYS,
    "older copy": older_copy,
    "edited by hand": hand_edit,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_layer_file_is_found_and_mended(folder: Path, way: str) -> None:
    with Project.open(folder) as project:
        path = layer_file(project, "sara", picture(DRAWINGS[0])[1].article_id)
    WAYS[way](path, Random(1))
    where = path.relative_to(folder).as_posix()
    with Project.open(folder, read_only=True) as project:
        wanted = layers_in(folder)
        problems = [p for p in project.check().problems if p.where == where]
        assert problems, f"{way} was not found"
        assert all("--repair" in problem.remedy for problem in problems)
    report = Project.repair(folder)
    assert any(path.name in line for line in report.mended)
    assert report.failed == []
    assert report.after is not None
    assert [p for p in report.after.problems if p.severity != Severity.NOTE] == []
    assert layers_in(folder) == wanted
    assert len(wanted["sara", path.stem]) == (1 if way == "edited by hand" else 2)
    if way not in ("deleted", "empty", "older copy", "edited by hand"):
        assert list(path.parent.glob("*.damaged-*")), "the evidence is gone"


def test_a_layer_without_any_journal_is_salvaged_record_by_record(folder: Path) -> None:
    shutil.rmtree(folder / "journal")
    with Project.open(folder) as project:
        path = layer_file(project, "sara", picture(DRAWINGS[0])[1].article_id)
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b'"2":{"uid"')])
    report = Project.repair(folder)
    assert any("could be saved in part only" in line for line in report.mended)
    assert len(layers_in(folder)["sara", path.stem]) == 1


def test_a_layer_of_which_nothing_is_left_is_reported_and_not_emptied(folder: Path) -> None:
    shutil.rmtree(folder / "journal")
    with Project.open(folder) as project:
        path = layer_file(project, "sara", picture(DRAWINGS[0])[1].article_id)
    path.write_bytes(bytes(500))
    report = Project.repair(folder)
    assert any("cannot be read" in line for line in report.failed)
    assert path.read_bytes() == bytes(500)
    with Project.open(folder) as project, pytest.raises(DamagedFileError, match="restore a backup"):
        project.layer(path.stem, "sara")


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("damage", [Path.unlink, cut_in_half, lambda path: path.write_bytes(b"")])
def test_the_catalog_is_made_again_from_the_articles(
    folder: Path, damage: Callable[[Path], object]
) -> None:
    wanted = layers_in(folder)
    with Project.open(folder) as project:
        ids = {entry.id for entry in project.entries()}
    damage(folder / "catalog.json")
    with pytest.raises(DamagedFileError, match="hashiya check"):
        Project.open(folder)
    report = Project.repair(folder)
    assert any("catalog" in line for line in report.mended)
    with Project.open(folder) as project:
        assert {entry.id for entry in project.entries()} == ids
        assert sorted(entry.number for entry in project.entries()) == [1, 2]
    assert layers_in(folder) == wanted


def test_a_damaged_project_file_comes_back_from_the_last_backup(folder: Path) -> None:
    with Project.open(folder) as project:
        wanted = (project.id, project.title, project.schema)
        project.back_up()
    cut_in_half(folder / "project.json")
    report = Project.repair(folder)
    assert any("taken from the last backup" in line for line in report.mended)
    with Project.open(folder) as project:
        assert (project.id, project.title, project.schema) == wanted
    assert list(folder.glob("project.json.damaged-*"))


def test_without_a_backup_a_damaged_project_file_is_left_and_said(folder: Path) -> None:
    (folder / "project.json").write_bytes(b"garbage")
    with pytest.raises(DamagedFileError, match="no backup"):
        Project.repair(folder)
    assert (folder / "project.json").read_bytes() == b"garbage"


def test_a_changed_text_comes_back_from_the_last_backup(folder: Path) -> None:
    with Project.open(folder) as project:
        project.back_up()
        entry = project.entries()[0]
        article = project.article(entry.id)
    path = folder / "articles" / entry.id[:2] / f"{entry.id}.json"
    path.write_bytes(path.read_bytes().replace("بوتين".encode(), "مدفدف".encode()))
    Project.repair(folder)
    with Project.open(folder) as project:
        assert project.article(entry.id) == article


def test_an_annotator_at_work_is_left_alone(folder: Path) -> None:
    with Project.open(folder) as project, project.desk("sara"):
        report = Project.repair(folder)
    assert any("sara is being worked on" in line for line in report.failed)


def test_damaged_journal_lines_are_reported_with_what_they_mean(folder: Path) -> None:
    (segment, *_) = sorted((folder / "journal").glob("sara@*/*.jsonl"))
    data = bytearray(segment.read_bytes())
    data[len(data) // 2] ^= 1
    segment.write_bytes(bytes(data))
    with Project.open(folder, read_only=True) as project:
        (problem,) = project.check().problems
    assert (problem.severity, problem.where) == (
        Severity.ERROR,
        segment.relative_to(folder).as_posix(),
    )
    assert "1 lines are damaged" in problem.what


def test_what_a_crash_leaves_at_the_end_of_a_journal_is_no_problem(folder: Path) -> None:
    segment = max((folder / "journal").glob("sara@*/*.jsonl"))
    with segment.open("ab") as file:
        file.write(b'{"q":99,"t":"2026')
    with Project.open(folder, read_only=True) as project:
        assert project.check().problems == ()


@pytest.mark.parametrize("data", [b"", b"garbage"])
def test_the_journal_s_list_of_articles_is_made_again(folder: Path, data: bytes) -> None:
    (known,) = (folder / "journal").glob("sara@*/docs.json")
    before = stock_tables(known)
    known.write_bytes(data)
    with Project.open(folder, read_only=True) as project:
        assert [p.where for p in project.check().problems] == [known.relative_to(folder).as_posix()]
    Project.repair(folder)
    assert stock_tables(known)["docs"] == before["docs"]


def test_temporary_files_of_interrupted_saves_are_cleared_away(folder: Path) -> None:
    path = (
        folder / "annotations" / "sara" / picture(DRAWINGS[0])[1].article_id[:2] / "x.json.1-1.tmp"
    )
    path.write_bytes(b"half")
    report = Project.repair(folder)
    assert not path.exists()
    assert any(path.name in line for line in report.lines())


def test_a_sound_project_is_left_as_it_is(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.json")}
    report = Project.repair(folder)
    assert (report.mended, report.failed) == ([], [])
    assert {path: path.read_bytes() for path in folder.rglob("*.json")} == before
