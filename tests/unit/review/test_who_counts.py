"""Who counts for gold and for agreement is a setting of each annotator."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.iaa.alignment.options import Options
from annotator.model import GOLD
from annotator.project import Person, Project, ReviewSettings
from annotator.project.iaa.counts import agreement
from annotator.project.review_settings import from_record, to_record
from annotator.review.board import load
from annotator.review.steps import case_of
from tests.helpers.third_annotator import third_annotator

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"


@pytest.fixture
def project(tmp_path):
    with Project.open(shutil.copytree(SAMPLE, tmp_path / "karabakh")) as project:
        third_annotator(project)
        yield project


def ignore(done: int, total: int) -> None:
    pass


def say(project: Project, **people: Person) -> None:
    project.change_review_settings(lambda now: replace(now, people=people))


def test_trainees_and_machines_count_for_nothing_and_who_left_counts_for_both():
    counts = {
        role: (Person.in_role(role).for_gold, Person.in_role(role).for_iaa)
        for role in ("", "trainee", "left", "machine")
    }
    assert counts == {
        "": (True, True),
        "trainee": (False, False),
        "left": (True, True),
        "machine": (False, False),
    }


def test_settings_of_old_projects_load_and_new_ones_come_back_as_they_were():
    old = {"rule": "majority", "votes": 2, "blind": False, "targets": {}}
    assert from_record(old, "project.json") == ReviewSettings("majority")
    new = ReviewSettings(
        "trusted", over="label", trusted="b", people={"c": Person("machine", False, True)}
    )
    assert from_record(to_record(new), "project.json") == new


def test_two_leads_who_say_something_of_different_people_are_both_heard(project):
    first = project.review_settings()
    say(project, a=Person("left"))
    with Project.open(project.path, read_only=True) as other:
        assert other.review_settings().person("a").role == "left"
    mine = replace(first, people={"c": Person.in_role("trainee")})
    project._review_read = first
    project.set_review_settings(mine)
    people = project.review_settings().people
    assert {name: one.role for name, one in people.items()} == {"a": "left", "c": "trainee"}


def test_who_counts_for_both_is_compared_and_has_a_vote(project):
    board = load(project, Options(), ignore)
    assert board.annotators == ("a", "b", "c")
    article_id = board.statistics.articles[0]
    assert {layer.annotator for layer in board.finished(article_id)} == {"a", "b", "c"}


@pytest.mark.parametrize("for_gold", [False, True])
@pytest.mark.parametrize("for_iaa", [False, True])
def test_either_is_a_choice_of_its_own(project, for_gold, for_iaa):
    say(project, c=Person("trainee", for_gold, for_iaa))
    board = load(project, Options(), ignore)
    assert ("c" in board.annotators) == for_iaa
    assert ("c" in agreement(project, draws=0).annotators) == for_iaa
    article_id = board.statistics.articles[0]
    case = case_of(board, article_id, project.layer(article_id, GOLD))
    assert ("c" in case.finished) == for_gold
    assert ("c" in case.left_out) == (not for_gold)


def test_who_is_asked_for_by_name_is_compared_whatever_the_lead_said(project):
    say(project, c=Person.in_role("trainee"))
    assert agreement(project, annotators=["a", "c"], draws=0).annotators == ("a", "c")


def test_the_third_annotator_is_the_same_every_time(project, tmp_path):
    with Project.open(shutil.copytree(SAMPLE, tmp_path / "again")) as again:
        third_annotator(again)
        for entry in project.entries():
            assert again.layer(entry.id, "c") == project.layer(entry.id, "c")
