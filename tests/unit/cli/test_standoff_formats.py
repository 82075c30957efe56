"""What the command line hands over to tools with annotations beside texts comes back from them."""

import zipfile

import pytest

from annotator import edits
from annotator.model import Annotation, Relation, Span, Status
from annotator.project import Project

FOLDERS = ("brat", "webanno-tsv", "uima-cas-json", "uima-cas-xmi")


@pytest.fixture
def annotated(project):
    """Return a project with work of two, with values, a note and a link."""
    with Project.open(project) as opened:
        entry = opened.find_entry("بوتين يلتقي علييف")
        text = opened.article(entry.id).text
        for name in ("sara", "omar"):
            with opened.desk(name) as desk:
                layer = desk.layer(entry.id)
                start = text.index("بوتين إن")
                one = Annotation(
                    "x1", Span(start, start + 3), "actor", {"canonical": "ف. بوتين"}, "جزء من كلمة"
                )
                other = Annotation("x2", Span(0, start + 8), "quote")
                for made in (one, other):
                    layer = desk.commit(entry.id, edits.add(made, layer))
                layer = desk.commit(entry.id, edits.link(Relation("speaker", "x2", "x1")))
                desk.commit(entry.id, edits.set_status(Status.DONE, layer))
    return project


def content(root):
    """Return everybody's annotations and links by text, without ids."""
    found = {}
    with Project.open(root) as project:
        for entry in project.entries():
            article = project.article(entry.id)
            for name in project.annotators():
                layer = project.layer(entry.id, name)
                marks = {a.id: (a.start, a.end, a.label, dict(a.attributes), a.note) for a in layer}
                links = [(r.type, marks[r.head], marks[r.dependent]) for r in layer.relations]
                if marks:
                    found[article.text, name] = sorted(map(str, marks.values())), links
    return found


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("is_zipped", [False, True])
def test_a_folder_comes_back_for_everybody(run, annotated, tmp_path, name, is_zipped):
    out, again = tmp_path / "out", tmp_path / "again"
    done = run("export", annotated, "--format", name, "--out", out)
    assert (done.code, "0 dropped" in done.out) == (0, True)
    given = out
    if is_zipped:
        given = tmp_path / "out.zip"
        with zipfile.ZipFile(given, "w") as archive:
            for path in sorted(p for p in out.rglob("*") if p.is_file()):
                archive.write(path, path.relative_to(out).as_posix())
    run("new", again)
    done = run("import", again, given)
    assert done.code == 0, done
    assert content(again) == content(annotated) != {}


def test_a_project_for_qualitative_analysis_is_one_file(run, annotated, tmp_path):
    done = run(
        "export",
        annotated,
        "--format",
        "qdpx",
        "--out",
        tmp_path / "p.qdpx",
        "--end-position",
        "last",
    )
    assert done.code == 0
    with zipfile.ZipFile(tmp_path / "p.qdpx") as archive:
        assert "project.qde" in archive.namelist()
