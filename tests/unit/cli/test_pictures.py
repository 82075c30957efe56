from types import SimpleNamespace

import pytest

from annotator import edits
from annotator.cli import window
from annotator.model import Annotation, Span
from annotator.project import Project


@pytest.fixture
def drawn(monkeypatch):
    """Put a recorder in the place of the renderer and return what it was asked to draw."""
    calls = []

    def render(project, article_id, annotator, out):
        calls.append((project.find_entry(article_id).title, annotator, out.name))

    doors = {
        "ui.render": SimpleNamespace(render=render),
        "ui.demo": SimpleNamespace(run=lambda out: [f"made {out}"]),
    }
    monkeypatch.setattr(window, "import_module", doors.__getitem__)
    return calls


def annotate(folder, annotator):
    with Project.open(folder) as project, project.desk(annotator) as desk:
        entry = project.entries()[0]
        desk.commit(
            entry.id, edits.add(Annotation("x1", Span(0, 5), "actor"), desk.layer(entry.id))
        )


def test_render_finds_the_article_by_its_title_and_draws_the_annotator_asked_for(
    run, project, drawn, tmp_path
):
    outcome = run(
        "render", project, "علييف في موسكو", "--annotator", "sara", "--out", tmp_path / "x.png"
    )
    assert outcome.code == 0
    assert drawn == [("علييف في موسكو", "sara", "x.png")]


def test_render_draws_the_only_annotator_and_nobody_among_several(run, project, drawn, tmp_path):
    annotate(project, "sara")
    run("render", project, "1", "--out", tmp_path / "x.png")
    annotate(project, "omar")
    run("render", project, "1", "--out", tmp_path / "x.png")
    assert [annotator for _, annotator, _ in drawn] == ["sara", None]


def test_render_refuses_an_article_that_is_not_there(run, project, drawn, tmp_path):
    outcome = run("render", project, "17", "--out", tmp_path / "x.png")
    assert outcome.code == 1
    assert "17" in outcome.err
    assert drawn == []


def test_demo_prints_its_account(run, drawn):
    assert run("demo", "--out", "somewhere").out == "made somewhere\n"
