from dataclasses import replace

from annotator.model import DEFAULT_SCHEMA
from annotator.project import Project


def test_new_makes_a_project_with_the_given_title_and_the_built_in_labels(run, tmp_path):
    outcome = run("new", tmp_path / "made", "--title", "قره باغ")
    assert outcome.code == 0
    assert "قره باغ" in outcome.out
    with Project.open(tmp_path / "made") as project:
        assert project.title == "قره باغ"
        assert project.schema == DEFAULT_SCHEMA


def test_new_takes_the_labels_of_another_project(run, tmp_path):
    labels = replace(DEFAULT_SCHEMA, labels=DEFAULT_SCHEMA.labels[:1], relations=())
    Project.create(tmp_path / "first", schema=labels).close()
    assert (
        run("new", tmp_path / "second", "--schema", tmp_path / "first" / "project.json").code == 0
    )
    with Project.open(tmp_path / "second") as project:
        assert project.schema == labels


def test_new_refuses_a_file_that_holds_no_labels_and_makes_nothing(run, tmp_path):
    (tmp_path / "labels.json").write_text('{"labels": {}}', encoding="utf-8")
    outcome = run("new", tmp_path / "made", "--schema", tmp_path / "labels.json")
    assert outcome.code == 1
    assert "labels.json" in outcome.err
    assert not (tmp_path / "made").exists()


def test_new_leaves_a_folder_with_a_project_alone(run, project):
    before = (project / "project.json").read_bytes()
    outcome = run("new", project)
    assert outcome.code == 1
    assert "already holds a project" in outcome.err
    assert (project / "project.json").read_bytes() == before
