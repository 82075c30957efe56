"""One annotator on two computers, with a folder that some program synchronises in whatever order it likes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import edits
from annotator.edits import Edit
from annotator.model import Annotation, Layer, Relation, Span
from annotator.project import Project
from tests.helpers.pictures import draw
from tests.helpers.projects import layer_file, make_project

TEXT = "قال بوتين أمس في موسكو"
ACTOR = Annotation("p", Span(4, 9), "actor")
PLACE = Annotation("m", Span(17, 22), "actor")


@pytest.fixture
def computers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return two copies of a project that holds one annotation, and a function that edits one copy on its computer."""
    make_project(tmp_path / "one", TEXT).close()

    def edit(name: str, make: Callable[[Layer], Edit]) -> Layer:
        monkeypatch.setenv("HASHIYA_DATA_DIR", str(tmp_path / f"computer-{name}"))
        with Project.open(tmp_path / name) as project, project.desk("sara") as desk:
            article = project.entries()[0].id
            return desk.commit(article, make(desk.layer(article)))

    edit("one", lambda layer: edits.add(ACTOR, layer))
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    return tmp_path / "one", tmp_path / "two", edit


def file_in(folder: Path) -> Path:
    with Project.open(folder, read_only=True) as project:
        return layer_file(project, "sara", project.entries()[0].id)


def drawing_in(folder: Path) -> str:
    with Project.open(folder) as project, project.desk("sara") as desk:
        return draw(TEXT, desk.layer(project.entries()[0].id))


def send_journals(source: Path, target: Path) -> None:
    """Bring what was written on the source's computer to the target, and nothing else."""
    device = (
        (source.parent / f"computer-{source.name}" / "device").read_text(encoding="utf-8").strip()
    )
    name = f"sara@{device}"
    shutil.copytree(source / "journal" / name, target / "journal" / name, dirs_exist_ok=True)


@pytest.mark.parametrize(
    "name",
    [
        "{id}.sync-conflict-20261121-120000-ABCDEFG.json",
        "{id} (Sara's conflicted copy 2026-11-21).json",
        "{id}-LAPTOP.json",
    ],
)
def test_a_conflict_copy_is_merged_and_kept_under_another_name(computers, name: str) -> None:
    one, two, edit = computers
    edit("one", lambda layer: edits.add(PLACE, layer))
    edit("two", lambda layer: edits.relabel("p", "quote", layer))
    path = file_in(one)
    copy = path.with_name(name.format(id=path.stem))
    shutil.copy(file_in(two), copy)
    with Project.open(one) as project, project.desk("sara") as desk:
        merged = desk.layer(path.stem)
        assert draw(TEXT, merged) == "قال [بوتين:quote] أمس في [موسكو:actor]"
        assert any("was merged" in notice for notice in desk.notices)
    assert not copy.exists()
    assert copy.with_name(f"{copy.name}.merged").exists()
    with Project.open(one) as project:
        assert project.layer(path.stem, "sara") == merged
        assert [p for p in project.check().problems if p.severity == "error"] == []


def test_merging_a_copy_survives_the_loss_of_the_file(computers) -> None:
    one, two, edit = computers
    edit("two", lambda layer: edits.add(PLACE, layer))
    path = file_in(one)
    shutil.copy(file_in(two), path.with_name(f"{path.stem}-LAPTOP.json"))
    merged = drawing_in(one)
    path.write_bytes(b"")
    assert drawing_in(one) == merged == "قال [بوتين:actor] أمس في [موسكو:actor]"


def test_a_removal_on_one_side_stays_a_removal(computers) -> None:
    one, two, edit = computers
    edit("one", lambda layer: edits.remove("p", layer))
    edit("two", lambda layer: edits.add(PLACE, layer))
    path = file_in(one)
    shutil.copy(file_in(two), path.with_name(f"{path.stem}-LAPTOP.json"))
    assert drawing_in(one) == "قال بوتين أمس في [موسكو:actor]"


def test_a_link_to_what_the_other_side_removed_is_left_out(computers) -> None:
    one, two, edit = computers
    edit("one", lambda layer: edits.remove("p", layer))
    edit("two", lambda layer: edits.add(PLACE, layer))
    edit("two", lambda _: edits.link(Relation("speaker", "m", "p")))
    path = file_in(one)
    shutil.copy(file_in(two), path.with_name(f"{path.stem}-LAPTOP.json"))
    assert drawing_in(one) == "قال بوتين أمس في [موسكو:actor]"
    with Project.open(one) as project:
        assert project.layer(path.stem, "sara").relations == frozenset()


def test_a_copy_of_something_else_is_left_alone_and_said(computers) -> None:
    one, _, _ = computers
    path = file_in(one)
    for name, data in (("-A.json", b"{}"), ("-B.json", b"garbage")):
        path.with_name(f"{path.stem}{name}").write_bytes(data)
    with Project.open(one) as project, project.desk("sara") as desk:
        assert sum("could not be merged" in notice for notice in desk.notices) == 2
        assert len(desk.layer(path.stem)) == 1
    assert path.with_name(f"{path.stem}-B.json").read_bytes() == b"garbage"


def test_the_other_computer_s_file_in_the_place_of_ours_loses_nothing_of_ours(computers) -> None:
    one, two, edit = computers
    edit("one", lambda layer: edits.add(PLACE, layer))
    edit("two", lambda layer: edits.relabel("p", "quote", layer))
    edit("two", lambda layer: edits.set_note("p", "من الحاسوب الثاني", layer))
    shutil.copy(file_in(two), file_in(one))
    assert drawing_in(one) == "قال [بوتين:quote] أمس في [موسكو:actor]"


def test_a_journal_that_arrives_without_its_files_is_taken_in(computers) -> None:
    one, two, edit = computers
    edit("one", lambda layer: edits.add(PLACE, layer))
    edit("two", lambda layer: edits.relabel("p", "quote", layer))
    send_journals(two, one)
    assert drawing_in(one) == "قال [بوتين:quote] أمس في [موسكو:actor]"
    with Project.open(one, read_only=True) as project:
        assert (
            draw(TEXT, project.layer(project.entries()[0].id, "sara"))
            == "قال [بوتين:quote] أمس في [موسكو:actor]"
        )


def test_both_orders_of_synchronising_end_with_the_same(computers) -> None:
    one, two, edit = computers
    edit("one", lambda layer: edits.move("p", Span(0, 9), layer))
    edit("two", lambda layer: edits.relabel("p", "quote", layer))
    send_journals(one, two)
    send_journals(two, one)
    assert drawing_in(one) == drawing_in(two)
