"""Labels, names and words in another script than the sentence around them keep their place in it."""

from dataclasses import replace

import pytest

from annotator.model import DEFAULT_SCHEMA, Annotation
from annotator.project import Project
from annotator.project.iaa.counts import agreement
from annotator.review.board import Difference
from tests.gui.review.small import TEXT, span
from tests.helpers.judged import SAMPLE
from ui.review.charts import tabulate, tabulate_details
from ui.review.pages.choice_button import ChoiceButton
from ui.review.pages.differences_model import FIRST, KIND, LABEL, DifferencesModel
from ui.review.rules.merging import _said

ARABIC = replace(
    DEFAULT_SCHEMA,
    labels=tuple(
        replace(one, title_en="فاعل") if one.name == "actor" else one
        for one in DEFAULT_SCHEMA.labels
    ),
)
"""A project whose labels have Arabic titles in both languages, as one made by hand often has."""


def isolated(text: str) -> str:
    return f"\u2068{text}\u2069"


def difference(cause: str = "") -> Difference:
    first = Annotation("a1", span("الرئيس بوتين"), "actor")
    second = Annotation("b1", span("بوتين"), "agreement")
    return Difference("x", "boundary", "ليلى", "b", first, second, cause)


@pytest.fixture
def model(qapp):
    model = DifferencesModel(lambda _: TEXT, lambda _: "خبر", lambda _: "a")
    model.show_rows(iter([difference("article")]), ARABIC)
    return model


def said(model, column: int) -> str:
    return model.data(model.index(0, column))


def test_a_line_of_differences_isolates_whatever_stands_beside_a_sign(model):
    assert said(model, LABEL) == f"{isolated('فاعل')} / {isolated('Agreement')}"
    assert said(model, KIND) == f"Other edges: {isolated('ال')}"
    assert said(model, FIRST) == isolated("الرئيس بوتين")


def test_what_a_rule_does_names_the_label_and_then_the_words(qapp):
    made = Annotation("a1", span("بوتين"), "actor")
    assert _said(made, TEXT, ARABIC) == f"{isolated('فاعل')} «{isolated('بوتين')}»"


def test_titles_of_attributes_and_what_is_ticked_are_isolated(qapp, qtbot):
    with Project.open(SAMPLE, read_only=True) as project:
        found = agreement(project, draws=0)
        table = tabulate_details.values(found, project.schema)
        pair = tabulate.confusion(found, 0, project.schema, by_row=False).corner
    assert all(one.startswith("\u2068") and one.endswith("\u2069") for one in table.rows)
    assert pair == f"{isolated('a')} ↓ {isolated('b')}"
    button = ChoiceButton()
    qtbot.addWidget(button)
    button.set_caption("Labels")
    button.set_choices([("actor", "فاعل"), ("date", "Date")])
    button.choose(frozenset(["actor", "date"]))
    assert button.text() == f"Labels: {isolated('فاعل')}, {isolated('Date')}"
