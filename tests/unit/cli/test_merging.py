"""`hashiya merge` and `hashiya status` on the sample and on three annotators of whom one is apart."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.adjudication.records import review_of
from annotator.model import GOLD, Status
from annotator.project import Person, Project

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"
THREE = Path(__file__).parents[2] / "data" / "three_annotators_one_apart.jsonl"


@pytest.fixture
def three(run, tmp_path):
    folder = tmp_path / "three"
    assert run("new", folder, "--title", "Three").code == 0
    assert run("import", folder, THREE, "--format", "jsonl").code == 0
    return folder


def gold(folder: Path):
    with Project.open(folder, read_only=True) as project:
        [entry] = project.entries()
        return project.layer(entry.id, GOLD)


def test_a_preview_lists_what_would_be_done_and_does_nothing(run, three):
    before = {path: path.read_bytes() for path in three.rglob("*.json")}
    outcome = run("merge", three, "--rule", "majority", "--preview")
    assert outcome.code == 0
    rows = [line.split("\t") for line in outcome.lines]
    assert [row[0] for row in rows] == ["adds"] * 5
    assert rows[2][1:2] + rows[2][3:] == ["span", "24", "32", "actor", "⟦وأرمينيا⟧"]
    assert "would be merged, in 1 article: 5 added" in outcome.err
    assert {path: path.read_bytes() for path in three.rglob("*.json")} == before


def test_a_merge_is_in_gold_with_its_rule_and_doing_it_again_does_nothing(run, three):
    assert run("merge", three, "--rule", "majority").code == 0
    made = gold(three)
    assert len(made) == 5
    assert made.status == Status.IN_PROGRESS  # three values of one name are a tie
    assert {one.why for one in review_of(made).decisions} == {"majority"}
    again = run("merge", three, "--rule", "majority")
    assert (again.code, again.lines) == (0, [])
    assert "nothing to merge" in again.err
    assert gold(three) == made


def test_a_merge_makes_a_backup_first(run, three):
    run("merge", three, "--rule", "majority")
    with Project.open(three, read_only=True) as project:
        assert project.backups()[0].reason == "merge"


def test_without_a_rule_the_project_s_own_merges(run, three):
    with Project.open(three) as project:
        project.change_review_settings(lambda now: replace(now, rule="trusted", trusted="amal"))
    assert run("merge", three).code == 0
    assert [(one.start, one.end) for one in gold(three)] == [(9, 14), (18, 23), (25, 32)]
    assert gold(three).in_order[0].attributes == {"canonical": "فلاديمير بوتين"}


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--rule", "unanimous"], 2),
        (["--rule", "unanimous", "--over", "label"], 3),
        (["--rule", "threshold", "--votes", "3"], 2),
        (["--rule", "threshold", "--votes", "2"], 5),
        (["--rule", "trusted", "--trusted", "badr"], 5),
    ],
)
def test_each_rule_has_its_options(run, three, options, count):
    assert run("merge", three, *options).code == 0
    assert len(gold(three)) == count


def test_who_is_left_out_of_gold_has_no_vote(run, three):
    with Project.open(three) as project:
        project.change_review_settings(
            lambda now: replace(now, people={"amal": Person.in_role("trainee")})
        )
    assert run("merge", three, "--rule", "unanimous").code == 0
    assert len(gold(three)) == 5
    refused = run("merge", three, "--rule", "trusted", "--trusted", "amal")
    assert refused.code == 2
    assert "there are badr, huda" in refused.err


def test_the_result_for_programs_names_every_item(run, three):
    outcome = run("merge", three, "--rule", "majority", "--preview", "--json")
    data = json.loads("\n".join(outcome.lines))
    assert (data["adds"], data["removes"], data["changes"], data["reopens"]) == (5, 0, 0, 0)
    assert (data["rule"], data["preview"], data["articles"]) == ("majority", True, 1)
    item = data["items"][3]
    assert (item["effect"], item["kind"], item["before"]) == ("adds", "span", None)
    assert item["after"] == {"start": 39, "end": 51, "label": "agreement", "attributes": {}}
    assert item["text"] == "اتفاق السلام"


def test_a_stricter_rule_takes_nothing_away(run, three):
    run("merge", three, "--rule", "majority")
    outcome = run("merge", three, "--rule", "unanimous")
    assert "in 1 article: 3 to be looked at again" in outcome.err
    assert len(gold(three)) == 5


def test_quiet_says_nothing(run, three):
    outcome = run("merge", three, "--rule", "majority", "--quiet")
    assert (outcome.code, outcome.lines, outcome.err) == (0, [], "")
    assert len(gold(three)) == 5
    assert run("status", three, "--quiet").lines == []


def test_status_says_who_finished_what_and_what_is_open(run, three):
    run("merge", three, "--rule", "majority")
    outcome = run("status", three)
    assert outcome.code == 0
    words = [line.split() for line in outcome.lines if line]
    assert next(w for w in words if w[0] == "amal")[:5] == ["amal", "1", "0", "0", "3"]
    assert ["values", "1"] in words
    assert ["all", "1"] in words
    data = json.loads("\n".join(run("status", three, "--json").lines))
    assert [one["annotator"] for one in data["annotators"]] == ["amal", "badr", "huda"]
    assert data["gold"]["open"] == {
        "all": 1,
        "spans": 0,
        "values": 1,
        "links": 0,
        "zones": 0,
        "changed": 0,
        "agreed": 0,
        "waiting": 0,
    }
    assert data["gold"]["settled"] == {"decided": 0, "merged": 5, "spans": 5}
    assert data["last_change"] >= data["annotators"][0]["last_change"]


def test_status_says_whose_work_does_not_count(run, three):
    with Project.open(three) as project:
        project.change_review_settings(
            lambda now: replace(now, people={"huda": Person("machine", False, True)})
        )
    line = next(line for line in run("status", three).lines if "huda" in line)
    assert "machine, not for gold" in line
    assert "not for agreement" not in line


def test_status_of_a_project_without_work(run, project):
    outcome = run("status", project)
    assert outcome.code == 0
    assert "nobody has annotated anything yet" in outcome.lines


def test_a_sample_that_is_finished_has_nothing_open(run, tmp_path):
    folder = shutil.copytree(SAMPLE, tmp_path / "karabakh")
    run("merge", folder, "--rule", "trusted", "--trusted", "a")
    outcome = run("status", folder)
    assert "nothing is open" in outcome.lines
    data = json.loads("\n".join(run("status", folder, "--json").lines))
    assert (data["gold"]["finished"], data["gold"]["open"]["all"]) == (5, 0)
