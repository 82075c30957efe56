"""`check` misses the work of whoever is gone from the folder while a backup still has it."""

import shutil
from pathlib import Path

import pytest

from annotator.project import Project
from annotator.store.files.problems import Severity
from tests.helpers.pictures import picture
from tests.helpers.projects import make_project, put_layer

TEXT, SARA = picture("قال [بوتين:actor] في [موسكو:actor]", "sara")
OMAR = picture("قال [بوتين:actor] في موسكو", "omar")[1]


@pytest.fixture
def project(tmp_path: Path):
    with make_project(tmp_path / "p", TEXT) as made:
        put_layer(made, SARA)
        put_layer(made, OMAR)
        made.back_up("manual")
        yield made


def take_away(path: Path, annotator: str) -> None:
    shutil.rmtree(path / "annotations" / annotator)
    for journal in (path / "journal").glob(f"{annotator}@*"):
        shutil.rmtree(journal)


def test_whose_work_is_gone_is_named_and_restoring_brings_it_back(project: Project) -> None:
    assert project.check().problems == ()
    take_away(project.path, "omar")
    (problem,) = project.check().problems
    assert problem.severity == Severity.WARNING
    assert problem.where == "annotations/omar"
    assert "nothing is left of the work on 1 article that the backup of" in problem.what
    assert "`hashiya backup restore` and the number 1" in problem.remedy
    project.restore(project.backups()[0])
    assert project.check().problems == ()
    assert [a.label for a in project.layer(OMAR.article_id, "omar")] == ["actor"]


def test_a_backup_made_after_the_loss_does_not_hide_it(project: Project) -> None:
    take_away(project.path, "omar")
    assert project.back_up("close") is not None
    (problem,) = project.check().problems
    assert "the number 2" in problem.remedy


def test_a_journal_alone_is_no_loss_as_the_layers_come_from_it(project: Project) -> None:
    shutil.rmtree(project.path / "annotations" / "omar")
    assert not [p for p in project.check().problems if "nothing is left" in p.what]


def test_what_another_folder_s_backups_have_is_not_missed_in_a_copy(
    project: Project, tmp_path: Path
) -> None:
    shutil.copytree(project.path, tmp_path / "copy")
    take_away(tmp_path / "copy", "omar")
    with Project.open(tmp_path / "copy", read_only=True) as copy:
        assert copy.backups() != ()
        assert not [p for p in copy.check().problems if "nothing is left" in p.what]
