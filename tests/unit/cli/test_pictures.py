from types import SimpleNamespace

import pytest

from annotator import edits
from annotator.cli import window
from annotator.model import Annotation, Span, new_id
from annotator.project import Project
from tests.unit.pages.page_reader import read_page

TITLES = ("علييف في موسكو", "بوتين يلتقي علييف")


@pytest.fixture
def drawn(monkeypatch):
    """Put a recorder in the place of the renderer and return what it was asked to draw."""
    calls = []

    def render(project, article_ids, annotator, out, language):
        titles = [project.find_entry(one).title for one in article_ids]
        calls.append((*titles, annotator, out.name, language))

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
            entry.id, edits.add(Annotation(new_id(), Span(0, 5), "actor"), desk.layer(entry.id))
        )


def test_render_finds_the_article_by_its_title_and_draws_the_annotator_asked_for(
    run, project, drawn, tmp_path
):
    outcome = run(
        "render", project, "علييف في موسكو", "--annotator", "sara", "--out", tmp_path / "x.png"
    )
    assert outcome.code == 0
    assert drawn == [("علييف في موسكو", "sara", "x.png", "ar")]


def test_render_draws_the_only_annotator_and_nobody_among_several(run, project, drawn, tmp_path):
    annotate(project, "sara")
    run("render", project, "1", "--out", tmp_path / "x.png")
    annotate(project, "omar")
    run("render", project, "1", "--out", tmp_path / "x.png")
    assert [annotator for _, annotator, _, _ in drawn] == ["sara", None]


def test_render_refuses_an_article_that_is_not_there(run, project, drawn, tmp_path):
    outcome = run("render", project, "17", "--out", tmp_path / "x.png")
    assert outcome.code == 1
    assert "17" in outcome.err
    assert drawn == []


def test_several_articles_or_all_go_onto_sheets_and_a_picture_holds_one(
    run, project, drawn, tmp_path
):
    assert (
        run("render", project, "2", "1", "--language", "en", "--out", tmp_path / "x.PDF").code == 0
    )
    assert run("render", project, "--out", tmp_path / "x.pdf").code == 0
    first, second = TITLES
    assert drawn == [(second, first, None, "x.PDF", "en"), (first, second, None, "x.pdf", "ar")]
    outcome = run("render", project, "--out", tmp_path / "x.png")
    assert outcome.code == 1
    assert "a picture holds one article" in outcome.err


def test_a_page_is_written_without_the_window(run, project, drawn, tmp_path):
    annotate(project, "sara")
    out = tmp_path / "x.html"
    assert run("render", project, "1", "--annotator", "sara", "--out", out).code == 0
    assert drawn == []
    page = read_page(out.read_text(encoding="utf-8"))
    with Project.open(project) as opened:
        entry = opened.entries()[0]
        assert page.texts == [opened.article(entry.id).text]
    assert page.names == ["فاعل 1"]
    annotate(project, "omar")
    assert run("render", project, "--out", out).code == 0
    bare = read_page(out.read_text(encoding="utf-8"))
    assert len(bare.texts) == 2
    assert bare.names == []


def test_articles_are_chosen_by_how_far_somebody_is_with_them(run, project, drawn, tmp_path):
    annotate(project, "sara")
    out = tmp_path / "x.pdf"
    run("render", project, "--annotator", "sara", "--status", "in_progress", "--out", out)
    run("render", project, "--annotator", "sara", "--status", "new", "--out", out)
    assert [call[0] for call in drawn] == list(TITLES)
    for options in (["--status", "new"], ["--annotator", "sara", "--status", "done"]):
        drawn.clear()
        annotate(project, "omar")
        outcome = run("render", project, *options, "--out", out)
        assert outcome.code == 1
        assert drawn == []


def test_what_cannot_be_drawn_is_a_usage_error(run, project, drawn, tmp_path):
    assert run("render", project, "--out", tmp_path / "x.docx").code == 2
    assert run("render", project, "--status", "lost", "--out", tmp_path / "x.pdf").code == 2
    both = ("--gold", "--annotator", "sara")
    assert run("render", project, *both, "--out", tmp_path / "x.pdf").code == 2
    outcome = run("render", project, "--gold", "--out", tmp_path / "x.html")
    assert outcome.code == 1
    assert drawn == []


def test_demo_prints_its_account(run, drawn):
    assert run("demo", "--out", "somewhere").out == "made somewhere\n"
