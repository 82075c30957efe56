"""The datasheet of a project, read from what `hashiya datasheet` writes."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.datasheet.gathering import gather_datasheet
from annotator.datasheet.markdown import to_markdown
from annotator.datasheet.words import ARABIC, ENGLISH
from annotator.exporters.loss import Reason
from annotator.model import GOLD
from annotator.project import Project, ReviewSettings
from annotator.project.review_settings import Person
from tests.helpers.judged import DAYS
from tests.helpers.projects import make_project

GOLDEN = Path(__file__).parents[2] / "golden"
TODAY = "2026-11-28"


def cells(text: str, title: str) -> list[str]:
    """Return the cells of the first row of a table that begins with ``title``, without signs of direction."""
    plain = re.sub(r"[\u2066-\u2069]", "", text)
    line = next(line for line in plain.splitlines() if line.startswith(f"| {title} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_is_to_the_letter_what_was_inspected(judged_once, language):
    """``python -m tests.unit.datasheet.write_golden`` writes them again."""
    with Project.open(judged_once, read_only=True) as project:
        sheet = gather_datasheet(project, draws=0, today=TODAY)
    golden = (GOLDEN / f"datasheet.{language}.md").read_text(encoding="utf-8")
    assert to_markdown(sheet, language) == golden


def test_its_numbers_are_those_of_the_files(run, judged_once, tmp_path):
    out = tmp_path / "sheet.md"
    outcome = run("datasheet", judged_once, "--out", out)
    assert outcome.code == 0, outcome.err
    text = out.read_text(encoding="utf-8")
    with Project.open(judged_once, read_only=True) as project:
        characters = sum(entry.characters for entry in project.entries())
        labels = {
            name: Counter(one.label for e in project.entries() for one in project.layer(e.id, name))
            for name in ("a", "b")
        }
        gold = Counter(
            one.label
            for entry in project.entries()
            if (layer := project.layer(entry.id, GOLD)).status == "done"
            for one in layer
        )
        guidelines = project.guidelines_hash()
    assert cells(text, "all")[1:] == ["5", "2,453", f"{characters:,}"]
    assert cells(text, "Actor")[1:] == [
        str(labels["a"]["actor"] + labels["b"]["actor"]),
        str(gold["actor"]),
    ]
    agreement = json.loads(run("agreement", judged_once, "--json").out)
    assert f"{agreement['mean']['exact']['all']:.3f}" in text
    assert guidelines in text
    assert DAYS[0] in text
    report = run(
        "export", judged_once, "--gold", "--format", "conll2003", "--out", tmp_path / "x.conll"
    )
    dropped = (
        next(line for line in report.lines if "inside or around" in line).split()[1].strip(":")
    )
    assert (
        f"inside or around another one, and one column holds one level: \u2066{dropped}\u2069"
        in text
    )


def test_splits_are_those_that_an_export_makes(run, judged_once, tmp_path):
    text = run("datasheet", judged_once, "--split", "60/20/20", "--seed", "3").out
    run(
        "export",
        judged_once,
        "--gold",
        "--format",
        "jsonl",
        "--split",
        "60/20/20",
        "--seed",
        "3",
        "--out",
        tmp_path / "x.jsonl",
    )
    for part in ("train", "dev", "test"):
        lines = (tmp_path / f"x.{part}.jsonl").read_text(encoding="utf-8").splitlines()
        made = sum(len(json.loads(line)["layers"][0]["annotations"]) for line in lines)
        assert cells(text, part)[1:] == [str(len(lines)), str(made)]


def test_annotators_may_have_pseudonyms_everywhere(judged):
    with Project.open(judged) as project:
        people = {"a": Person.in_role("trainee")}
        project.set_review_settings(ReviewSettings("trusted", trusted="b", people=people))
        sheet = gather_datasheet(project, draws=0).named(pseudonyms=True)
    text = to_markdown(sheet)
    assert "ليلى" not in text
    assert cells(text, "A1")[1] == "trainee"
    assert "what \u2068A2\u2069 made" in text


def test_an_empty_project_says_what_would_help(run, tmp_path):
    make_project(tmp_path / "empty").close()
    for language, words in (("en", ENGLISH), ("ar", ARABIC)):
        outcome = run("datasheet", tmp_path / "empty", "--language", language)
        assert outcome.code == 0, outcome.err
        for said in (
            words.no_articles,
            words.nothing_made,
            words.no_guidelines,
            words.no_annotators,
            words.no_agreement,
            words.no_gold,
        ):
            assert said in outcome.out


def test_without_gold_the_losses_are_those_of_an_annotator(tmp_path, judged):
    with Project.open(judged, read_only=True) as project:
        sheet = gather_datasheet(project, draws=0)
        assert sheet.exported == GOLD
    import shutil

    shutil.rmtree(judged / "annotations" / "gold")
    for folder in (judged / "journal").glob("gold@*"):
        shutil.rmtree(folder)
    with Project.open(judged, read_only=True) as project:
        sheet = gather_datasheet(project, draws=0)
    assert (sheet.exported, sheet.gold) == ("a", None)
    assert "There is no gold yet" in to_markdown(sheet)
    assert sum(part.articles for part in sheet.parts) == 5


@pytest.mark.parametrize("words", [ENGLISH, ARABIC])
def test_every_reason_and_role_has_words(words):
    assert set(words.reasons) == set(Reason)
    assert set(words.roles) == {"", "trainee", "left", "machine"}


def test_arabic_says_its_direction_and_isolates_numbers(judged_once):
    with Project.open(judged_once, read_only=True) as project:
        text = to_markdown(replace(gather_datasheet(project, draws=0), today=TODAY), "ar")
    assert text.startswith('<div dir="rtl">')
    outside = re.sub(r"[\u2066\u2068][^\u2069]*\u2069|`[^`]*`|SHA-256", "", text)
    assert not re.search(r"\d[-–/.]\d", outside)


def test_quiet_writes_and_says_nothing(run, judged_once, tmp_path):
    out = tmp_path / "sheet.md"
    outcome = run("datasheet", judged_once, "--out", out, "--bootstrap", "0", "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert out.read_text(encoding="utf-8")
