"""The backups of a project are found though its project.json cannot say whose they are, and nobody else's are taken for them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.errors import DamagedFileError
from annotator.model import Layer, Status
from annotator.project import Backup, Project
from tests.crash import fuzzed_projects, kept_words
from tests.helpers.projects import add_texts, make_project, put_layer, rewrite, stock_tables


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    kept_words.make(tmp_path / "p")
    return tmp_path / "p"


def make_another(folder: Path) -> None:
    """Make a project with the same texts and other work of the same person."""
    with make_project(folder, *fuzzed_projects.TEXTS) as project:
        for entry in project.entries():
            put_layer(project, Layer("sara", entry.id, Status.DONE))


def id_of(folder: Path) -> str:
    with Project.open(folder, read_only=True) as project:
        return project.id


def take_id_away(path: Path) -> None:
    rows = stock_tables(path)["project"][0]
    rewrite(path, {"project": {"1": {key: rows[key] for key in rows if key != "id"}}})


@pytest.mark.parametrize(
    "damage",
    [Path.unlink, lambda path: path.write_bytes(b""), take_id_away],
    ids=["gone", "empty", "no id"],
)
@pytest.mark.parametrize("is_moved", [False, True])
def test_a_project_file_that_says_no_id_is_mended_from_the_backups(
    folder: Path, tmp_path: Path, damage: Callable[[Path], object], is_moved: bool
) -> None:
    wanted, whole = id_of(folder), kept_words.contents(folder)
    if is_moved:
        folder = folder.rename(tmp_path / "moved")
    damage(folder / "project.json")
    assert Project.obstacle_to_repair(folder) == ""
    found = Project.find_backups(folder)
    assert (found.project, len(found.backups)) == (wanted, 1)
    assert ("folder" in found.by) is not is_moved
    report = Project.repair(folder)
    assert report.is_whole
    assert any(found.by in line for line in report.mended)
    assert id_of(folder) == wanted
    assert kept_words.contents(folder) == whole


def test_the_backup_of_another_project_is_never_taken(folder: Path, tmp_path: Path) -> None:
    """The other one has the same articles and the same people."""
    assert Project.find_backups(folder).backups
    other = tmp_path / "other"
    make_another(other)
    (other / "project.json").unlink()
    assert Project.find_backups(other).backups == ()
    with pytest.raises(DamagedFileError, match="no backup"):
        Project.repair(other)
    assert not (other / "project.json").exists()


def test_a_folder_in_which_another_project_lay_before_is_not_mistaken(folder: Path) -> None:
    shutil.rmtree(folder)
    make_another(folder)
    (folder / "project.json").unlink()
    assert Project.find_backups(folder).backups == ()


def two_projects_of_one_folder(folder: Path) -> tuple[str, str]:
    """Make two projects one after the other in a folder, with the same text and without any edit."""
    ids: list[str] = []
    for title in ("one", "two"):
        shutil.rmtree(folder, ignore_errors=True)
        with make_project(folder, title=title) as project:
            add_texts(project, "نص واحد")
            assert project.back_up() is not None
            ids.append(project.id)
    return ids[0], ids[1]


def test_where_two_projects_fit_people_are_asked(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    one, two = two_projects_of_one_folder(folder)
    (folder / "project.json").unlink()
    found = Project.find_backups(folder)
    assert found.backups == ()
    assert {candidate.project for candidate in found.candidates} == {one, two}
    for said in (Project.obstacle_to_repair(folder), refusal(folder)):
        assert "2 projects" in said
        assert "hashiya backup restore" in said
    chosen = next(c.backups[0] for c in found.candidates if c.project == two)
    assert Project.repair(folder, backup=chosen).is_whole
    assert id_of(folder) == two


def refusal(folder: Path) -> str:
    with pytest.raises(DamagedFileError) as caught:
        Project.repair(folder)
    return str(caught.value)


def test_a_project_that_is_gone_is_put_back_whole(folder: Path) -> None:
    whole = kept_words.contents(folder)
    shutil.rmtree(folder)
    (backup,) = Project.find_backups(folder).backups
    report = Project.restore_whole(folder, backup)
    assert str(folder) in report.lines()[0]
    assert kept_words.contents(folder) == whole


def test_what_is_as_in_the_backup_is_restored_without_another_backup(folder: Path) -> None:
    with Project.open(folder) as project:
        (backup,) = project.backups()
        for _ in range(2):
            before = files_of(folder)
            report = project.restore(backup)
            assert report.lines() == ["nothing was to be restored: everything is as in the backup"]
            assert files_of(folder) == before
        assert project.backups() == (backup,)


def test_what_there_is_now_is_backed_up_before_it_is_changed(folder: Path) -> None:
    with Project.open(folder) as project:
        (backup,) = project.backups()
        project.change_schema(lambda schema: type(schema)(schema.labels[:1], (), True))
        report = project.restore(backup)
        assert report.labels
        made: list[Backup] = list(project.backups())
        assert [one.reason for one in made] == ["restore", "manual"]


def files_of(folder: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not {".locks", ".cache"} & {*path.parts}
    }


def test_a_folder_that_is_no_project_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("mine")
    with pytest.raises(Exception, match="not a project"):
        Project.repair(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]
