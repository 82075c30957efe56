"""What annotators differ in besides spans and labels: a merge takes the winner, and people see the vote."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from annotator.adjudication.decisions import Review
from annotator.adjudication.rules import MergeRule
from annotator.model import DEFAULT_SCHEMA, Annotation, Layer, Relation, Span, Status
from annotator.review.case import Case
from ui import i18n
from ui.review.disputes import Disputes
from ui.review.pages.compare_page import ComparePage

TEXT = "قال بوتين: نعم للسلام"
ACTOR, QUOTE = Span(4, 9), Span(11, 21)


@pytest.fixture(autouse=True)
def speak_english(qapp) -> None:
    i18n.install(qapp, "en")


def layer(annotator: str, canonical: str, *, linked: bool) -> Layer:
    actor = Annotation(f"{annotator}1", ACTOR, "actor", {"canonical": canonical})
    quote = Annotation(f"{annotator}2", QUOTE, "quote")
    links = frozenset([Relation("speaker", quote.id, actor.id)] if linked else [])
    return Layer(annotator, "x", Status.DONE, {one.id: one for one in (actor, quote)}, links)


def merged(*layers: Layer) -> Case:
    case = Case(layers, ("actor", "quote"), Layer("gold", "x"), Review(), MergeRule())
    return case.after(case.merged("2026-01-01"))


def test_a_name_given_differently_is_shown_with_who_gave_which():
    case = merged(layer("a", "بوتين", linked=True), layer("b", "فلاديمير بوتين", linked=True))
    (line,) = Disputes().lines(case, TEXT, DEFAULT_SCHEMA)
    assert "\u2068بوتين\u2069 (a)" in line
    assert "\u2068فلاديمير بوتين\u2069 (b)" in line
    assert "Canonical name" in line


def test_a_link_that_only_some_made_is_shown_with_who_made_it():
    case = merged(layer("a", "بوتين", linked=True), layer("b", "بوتين", linked=False))
    (line,) = Disputes().lines(case, TEXT, DEFAULT_SCHEMA)
    assert line.startswith("Speaker: \u2068نعم للسلام\u2069 with \u2068بوتين\u2069")
    assert line.endswith("made by a only")
    assert not case.gold.relations


def test_what_all_gave_alike_is_no_dispute():
    case = merged(layer("a", "بوتين", linked=True), layer("b", "بوتين", linked=True))
    assert Disputes().lines(case, TEXT, DEFAULT_SCHEMA) == ()
    assert len(case.gold.relations) == 1


def test_the_report_of_disputed_values_says_them_and_belongs_to_its_page(qtbot):
    page = ComparePage()
    qtbot.addWidget(page)
    page.show_disputes(("first", "second"))
    page.show()
    met: list[tuple[str, object]] = []

    def read_and_close() -> None:
        dialog = QApplication.activeModalWidget()
        met.append((dialog.report(), dialog.parentWidget()))
        dialog.close()

    QTimer.singleShot(0, read_and_close)
    page.disputes.click()
    assert met == [("first\nsecond\n", page)]
