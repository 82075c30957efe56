import json

import pytest

from annotator.model import Annotation, Layer, Span
from annotator.project import Project
from tests.helpers.projects import put_layer


@pytest.fixture
def faulty(project):
    """Return the project with one good annotation, one with a space and one with a clitic."""
    with Project.open(project) as opened:
        entry = opened.find_entry("بوتين يلتقي علييف")
        text = opened.article(entry.id).text
        start = text.index("قال بوتين إن")
        annotations = {
            "a": Annotation("a", Span(0, 5), "actor"),
            "b": Annotation("b", Span(start + 4, start + 10), "actor"),
        }
        put_layer(opened, Layer("sara", entry.id, annotations=annotations))
    return project


def test_each_finding_is_a_line_with_place_rule_and_words(run, faulty):
    outcome = run("lint", faulty)
    assert outcome.code == 0
    [row] = [line.split("\t") for line in outcome.lines]
    assert row[0] == "sara"
    assert row[4:] == ["error", "edge-space", "⟦بوتين⟧", "begins or ends with a space"]
    with Project.open(faulty, read_only=True) as opened:
        assert opened.article(row[1]).text[int(row[2]) : int(row[3])] == "بوتين "
    assert "1 finding, 1 with a fix: 1 edge-space" in outcome.err


def test_the_findings_are_written_as_json(run, faulty, tmp_path):
    out = tmp_path / "findings.json"
    assert run("lint", faulty, "--annotator", "sara", "--json", out).code == 0
    data = json.loads(out.read_text(encoding="utf-8"))
    assert data["offset_unit"] == "codepoint"
    [finding] = data["findings"]
    assert (finding["rule"], finding["label"], finding["text"]) == ("edge-space", "actor", "بوتين ")
    assert finding["has_fix"] is True


def test_a_clean_project_says_that_there_is_nothing_to_mend(run, project):
    outcome = run("lint", project)
    assert (outcome.code, outcome.out) == (0, "")
    assert "nothing to mend" in outcome.err


def test_an_annotator_that_is_none_is_refused_with_those_that_are(run, faulty):
    outcome = run("lint", faulty, "--annotator", "omar")
    assert outcome.code == 2
    assert "sara" in outcome.err


def test_a_file_that_cannot_be_written_is_a_user_error(run, faulty, tmp_path):
    outcome = run("lint", faulty, "--json", tmp_path / "none" / "x.json")
    assert outcome.code == 1
    assert "could not be written" in outcome.err


def test_strict_fails_where_there_is_a_finding_after_printing_it(run, faulty):
    outcome = run("lint", faulty, "--strict")
    assert outcome.code == 1
    assert "edge-space" in outcome.out


def test_strict_passes_where_there_is_nothing_to_mend(run, project):
    assert run("lint", project, "--strict").code == 0
