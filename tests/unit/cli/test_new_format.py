"""A format is one module and one line: then the command line knows it."""

import pytest

from annotator import exporters, importers
from annotator.project import Project
from tests.helpers import throwaway_format
from tests.helpers.pictures import picture
from tests.helpers.projects import make_project, put_layer

DRAWING = "قال [بوتين [في [موسكو:actor]:quote]:actor] نعم"


@pytest.fixture
def registered():
    exporters.register(throwaway_format.EXPORTER)
    importers.register(throwaway_format.IMPORTER)
    yield
    del exporters.REGISTRY["throwaway"], importers.REGISTRY["throwaway"]


@pytest.fixture
def annotated(tmp_path):
    text, layer = picture(DRAWING)
    with make_project(tmp_path / "p", text) as project:
        put_layer(project, layer)
    return tmp_path / "p"


def words(outcome):
    return " ".join(outcome.out.split())


def test_help_lists_it_with_its_sentence_and_its_options(run, registered):
    shown = words(run("export", "--help"))
    assert "throwaway: Throw-away pairs. Two files that only a test reads." in shown
    assert "Options of throwaway: --order HOW Which span comes first. One of text, back." in shown
    assert "--depth NUMBER" in shown
    assert "--remark TEXT" in shown
    assert "throwaway: Throw-away pairs." in words(run("import", "--help"))


def test_it_is_gone_when_nobody_registers_it(run):
    assert "throwaway" not in run("export", "--help").out
    assert "throwaway" not in run("import", "--help").out


def test_it_makes_a_round_trip(run, registered, annotated, tmp_path):
    out = tmp_path / "out" / "a.pairs"
    done = run("export", annotated, "--format", "throwaway", "--out", out, "--remark", "مرحبا")
    assert done.code == 0, done.err
    assert sorted(path.name for path in out.parent.iterdir()) == ["a.pairs", "a.spans.tsv"]
    assert "مرحبا" in out.read_text(encoding="utf-8")
    assert run("new", tmp_path / "q").code == 0
    assert run("import", tmp_path / "q", out, "--annotator", "omar").code == 0
    with (
        Project.open(annotated, read_only=True) as before,
        Project.open(tmp_path / "q", read_only=True) as after,
    ):
        [entry] = after.entries()
        assert entry.id == before.entries()[0].id
        found = [(a.span, a.label) for a in after.layer(entry.id, "omar").in_order]
        assert found == [(a.span, a.label) for a in before.layer(entry.id, "sara").in_order]


def test_its_content_says_what_it_is_whatever_it_is_called(run, registered, annotated, tmp_path):
    assert (
        run("export", annotated, "--format", "throwaway", "--out", tmp_path / "a.pairs").code == 0
    )
    (tmp_path / "a.pairs").rename(tmp_path / "a.txt")
    assert run("new", tmp_path / "q").code == 0
    done = run("import", tmp_path / "q", tmp_path / "a.txt")
    assert "read as throwaway" in done.out
    assert "took 1 article, 1 layer, 3 annotations" in done.out


def test_its_options_are_checked_like_everybody_s(run, registered, annotated, tmp_path):
    common = ("export", annotated, "--out", tmp_path / "a.pairs", "--format")
    for options, says in (
        (("throwaway", "--order", "up"), "'up' is not one of text, back"),
        (("throwaway", "--depth", "100"), "99"),  # the limit, in the words of whichever click
        (("throwaway", "--columns", "2"), "only conll2003 has it"),
        (("jsonl", "--order", "back"), "only throwaway has it"),
    ):
        done = run(*common, *options)
        assert done.code == 2
        assert says in " ".join(done.err.split())
    assert not (tmp_path / "a.pairs").exists()
    assert run(*common, "throwaway", "--order", "back", "--depth", "2").code == 0
    rows = (tmp_path / "a.spans.tsv").read_text(encoding="utf-8").splitlines()
    assert [row.split("\t")[1] for row in rows] == ["10", "4"]


@pytest.mark.parametrize("missing", ["name", "suffix", "kind"])
def test_a_format_that_contradicts_the_others_is_not_registered(registered, missing):
    from dataclasses import replace

    taken = throwaway_format.EXPORTER
    new = replace(taken, name="another")
    flag = replace(throwaway_format.DEPTH, name="order")
    wrong = {
        "name": taken,
        "suffix": replace(new, suffix=""),
        "kind": replace(new, options=(flag,)),
    }
    with pytest.raises(ValueError, match=r"taken|suffix|another kind"):
        exporters.register(wrong[missing])
    assert "another" not in exporters.REGISTRY
