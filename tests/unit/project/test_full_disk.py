"""A full disk: what was put aside for it lets a session end in order."""

import errno
import os
from pathlib import Path

import pytest

from annotator import edits
from annotator.errors import NotSavedError
from annotator.model import Annotation, Span
from annotator.project import Project
from tests.helpers.disks import FailingDisk
from tests.helpers.projects import layer_file, make_project

TEXT = "قال بوتين أمس"


class FullDisk(FailingDisk):
    """Takes nothing while it ``is_full`` and the reserve is there; without the reserve there is room again."""

    is_full = False

    def step(self, name: str, path: Path) -> None:
        super().step(name, path)
        reserve = next(
            (parent for parent in path.parents if (parent / "project.json").exists()), path
        )
        if (
            self.is_full
            and name in ("write_file", "append")
            and list(reserve.glob("journal/*/reserve"))
        ):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


@pytest.fixture
def disk(tmp_path: Path) -> FullDisk:
    make_project(tmp_path / "p", TEXT).close()
    return FullDisk()


def test_closing_on_a_full_disk_brings_the_files_up_to_date(tmp_path: Path, disk: FullDisk) -> None:
    with Project.open(tmp_path / "p", filesystem=disk) as project:
        desk = project.desk("sara")
        article = project.entries()[0].id
        desk.commit(article, edits.AddAnnotation(Annotation("a", Span(0, 3), "actor")))
        disk.is_full = True
        desk.close()
        assert layer_file(project, "sara", article).exists()


def test_making_room_takes_the_last_edits(tmp_path: Path, disk: FullDisk) -> None:
    with Project.open(tmp_path / "p", filesystem=disk) as project, project.desk("sara") as desk:
        article = project.entries()[0].id
        desk.commit(article, edits.AddAnnotation(Annotation("a", Span(0, 3), "actor")))
        disk.is_full = True
        last = edits.AddAnnotation(Annotation("b", Span(4, 9), "actor"))
        with pytest.raises(NotSavedError, match="No space left"):
            desk.commit(article, last)
        assert desk.make_room()
        assert len(desk.commit(article, last)) == 2
        assert not desk.make_room(), "there is only one reserve"


def test_the_reserve_is_put_aside_again_when_there_is_room(tmp_path: Path, disk: FullDisk) -> None:
    for name in "ab":
        with Project.open(tmp_path / "p", filesystem=disk) as project, project.desk("sara") as desk:
            desk.commit(
                project.entries()[0].id, edits.AddAnnotation(Annotation(name, Span(0, 3), "actor"))
            )
            assert desk.make_room()


def test_the_reserve_is_in_no_backup(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", TEXT) as project:
        with project.desk("sara") as desk:
            desk.commit(
                project.entries()[0].id, edits.AddAnnotation(Annotation("a", Span(0, 3), "actor"))
            )
        backup = project.back_up()
    assert backup is not None
    assert backup.size < 100_000
