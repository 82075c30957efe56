"""Names across scripts: a table of people and places, and how many of them find one another."""

import pytest

from annotator.text.spelling.sound import script, sound_alike
from tests.unit.text.spec import DATA

SAMPLE = 25
"""Rows of the table that are names of the sample."""


def rows() -> list[list[str]]:
    lines = (DATA / "names" / "scripts.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def found(one: str, script_of: int) -> list[int]:
    return [number for number, row in enumerate(rows()) if sound_alike(one, row[script_of])]


def measure(asked: list[list[str]]) -> tuple[float, float]:
    """Return precision and recall of every name in every script among all names in each other script."""
    answers = [
        (number, found(row[one], other))
        for number, row in enumerate(asked)
        for one in range(3)
        for other in range(3)
        if one != other
    ]
    right = sum(number in answer for number, answer in answers)
    return right / sum(len(answer) for _, answer in answers), right / len(answers)


def test_names_of_the_table_find_one_another():
    precision, recall = measure(rows())
    assert precision >= 0.95
    assert recall >= 0.85
    precision, recall = measure(rows()[:SAMPLE])
    assert precision >= 0.93
    assert recall >= 0.85


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("بيسكوف", "Песков"),
        ("بيسكوف", "Peskov"),
        ("Песков", "Peskov"),
        ("دميتري بيسكوف", "Песков"),
        ("الأسد", "Асад"),
        ("حزب الله", "Hezbollah"),
        ("واشنطن", "Вашингтон"),
        ("أردوغان", "Erdoğan"),
        ("أردوغان", "Erdog\u0306an"),
        ("Владимир Владимирович Путин", "فلاديمير بوتين"),
    ],
)
def test_a_name_is_told_in_every_script(one, other):
    assert sound_alike(one, other)
    assert sound_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("بيسكوف", "Peskova Tamara"),
        ("Иван Петров", "إيفان إيفانوف"),
        ("فلاديمير بوتين", "Владимир Зеленский"),
        ("علي", "Ли Цян"),
        ("إيران", "Rouen"),
        ("بو", "Обама"),
        ("بيسكوف", "بسكوف"),  # one script: its letters tell
        ("", "Песков"),
        ("2020", "Песков"),
        ("اا", "ее"),
    ],
)
def test_different_names_stay_apart(one, other):
    assert not sound_alike(one, other)
    assert not sound_alike(other, one)


def test_a_script_is_told_by_the_first_letter():
    assert [script(name) for name in ("12 بوتين", "«Putin»", "Путин", "北京", "")] == [
        1,
        2,
        3,
        0,
        0,
    ]
