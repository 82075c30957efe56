"""Markdown and LaTeX tables, and the parts of the page about values, links and notices."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.iaa.report import html_details as details
from annotator.iaa.report.detail_words import LANGUAGES as DETAILS
from annotator.iaa.report.html_parts import Page
from annotator.iaa.report.html_report import Report, to_html
from annotator.iaa.report.html_words import ENGLISH, LANGUAGES
from annotator.iaa.report.latex import escape as latex
from annotator.iaa.report.markdown import escape as markdown
from annotator.iaa.report.markdown import to_markdown
from annotator.iaa.report.papers import Titles, paper
from annotator.iaa.scores.notices import Hidden, notices
from annotator.iaa.scores.results import LinkMeasure, Same
from annotator.iaa.scores.summary import summarise
from tests.unit.iaa.build import LABELS, agreement, articles, statistics
from tests.unit.iaa.random_projects import random_project

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
WEAK = {
    "a": [(n * 20, n * 20 + 18, "actor") for n in range(40)] + [(900, 910, "quote")],
    "b": [(n * 20, n * 20 + 18, "actor") for n in range(40)] + [(905, 920, "quote")],
}


@pytest.fixture(scope="module")
def weak():
    return agreement(articles({"1": WEAK}, characters=2_000))


def test_a_label_that_the_pooled_number_hides_is_named(weak):
    found = notices(weak)
    assert [(one.measure, one.label) for one in found] == [
        (Hidden.ALPHA, "quote"),
        (Hidden.EXACT, "quote"),
    ]
    assert found[0].pooled >= 0.8 > found[0].value


def test_labels_that_are_all_alike_give_no_notice():
    made = [(n * 20, n * 20 + 18, label) for n, label in enumerate(LABELS)]
    assert notices(agreement(articles({"1": {"a": made, "b": made}}))) == ()
    assert notices(agreement(articles({"1": {"a": [], "b": []}}))) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_is_hidden_when_it_was_made_and_how_words_are_meant(weak, language):
    page = to_html(Report("Karabakh", weak, made=date(2026, 11, 28)), LANGUAGES[language])
    words = DETAILS[language]
    for said in (words.notices, words.definitions, words.attributes, words.links, "2026-11-28"):
        assert said in page
    assert "@media print" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_calculations_are_read_from_the_left_in_one_piece(weak, language):
    page = to_html(Report("Karabakh", weak), LANGUAGES[language])
    for formula in ("3 / 5 = 0.600", "2 × 2 / (3 + 4) = 0.571", "2 × 1 / (3 + 2) = 0.400"):
        assert f'<bdi dir="ltr">{formula}' in page.replace("&#x27;", "'")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sections_are_those_of_the_golden_file(language):
    items = [one for seed in range(8001, 8004) for one in random_project(seed)[0]]
    found = summarise(statistics(items, ("annotator 0", "annotator 1")), draws=0)
    page = Page(LANGUAGES[language], {"actor": "فاعل"})
    made = "\n".join(
        (
            details.notices(page, notices(found)),
            details.attributes(page, found, {("actor", "role"): "دور & <منصب>"}),
            details.links(page, found, {"speaker": "قائل"}),
            details.definitions(page),
        )
    )
    golden = GOLDEN / f"agreement-sections.{language}.html"
    assert f"{made}\n" == golden.read_text(encoding="utf-8")


def test_both_languages_have_a_word_for_everything():
    for words in DETAILS.values():
        assert set(words.shares) == set(Same)
        assert set(words.link_measures) == set(LinkMeasure)
        assert set(words.notice) == set(Hidden)
        assert len(words.examples) == len(DETAILS["en"].examples)


@given(st.text())
def test_no_text_breaks_out_of_a_markdown_cell(text):
    cell = markdown(text)
    assert "\n" not in cell
    at = 0
    while (at := cell.find("|", at)) >= 0:
        before = cell[:at]
        assert (len(before) - len(before.rstrip("\\"))) % 2 == 1
        at += 1


SPECIAL = set("&%$#_{}~^\\")


@given(st.text(alphabet="aب ٣&%$#_{}~^\\[]<>αم"), st.sampled_from(["en", "ar"]))
def test_no_text_breaks_out_of_a_latex_cell(text, language):
    cell = latex(text, language)
    depth, at = 0, 0
    while at < len(cell):
        if cell[at] == "\\":
            at += 2
            continue
        depth += {"{": 1, "}": -1}.get(cell[at], 0)
        assert depth >= 0
        assert cell[at] not in SPECIAL - set("{}$") or cell[at] == "$"
        at += 1
    assert depth == 0


def test_arabic_in_a_latin_document_is_marked_as_such():
    assert latex("قمة باكو 2020") == r"\textarabic{قمة باكو} 2020"
    assert latex("A & قمة") == r"A \& \textarabic{قمة}"
    assert latex("قمة & B", "ar") == r"قمة \& B"


def test_names_and_titles_are_escaped_in_tables():
    made = {"a|b": [(0, 5, "actor")], "c_d": [(0, 5, "actor")]}
    found = agreement(articles({"1": made}), ("a|b", "c_d"))
    text = to_markdown(paper("*x*", found, ENGLISH, Titles()))
    assert "a\\|b" in text
    assert "c\\_d" in text
    assert "\\*x\\*" in text


@pytest.mark.parametrize("seed", [8001, 8002, 8003])
def test_every_row_is_as_long_as_its_head(seed):
    items, annotators = random_project(seed)
    found = summarise(statistics(items, annotators), draws=0)
    for table in paper("x", found, ENGLISH, Titles()).tables:
        assert {len(row) for row in table.rows} <= {len(table.head)}
