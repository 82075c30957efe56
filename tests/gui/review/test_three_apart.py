"""The faults of a gold that could not be finished, tried again in the window: three annotators of whom one is apart."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.adjudication.decisions import Verdict
from annotator.adjudication.records import review_of
from annotator.adjudication.rules import Rule
from annotator.adjudication.states import State
from annotator.model import Annotation, Relation, Span, Status
from annotator.project import Person, Project
from annotator.review.rows import RowKind
from tests.helpers.leading import THREE
from tests.helpers.projects import put_layer
from tests.helpers.waiting import in_dialog
from ui.review.rows.rows_model import GOLD_CELL
from ui.review.rules.people_dialog import PeopleDialog
from ui.review.rules.rules_dialog import RulesDialog
from ui.review.window import PAGES

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PUTIN, RUSSIA, ARMENIA, TREATY, PESKOV = "بوتين", "روسيا", "وأرمينيا", "اتفاق السلام", "بيسكوف"
QUOTE, MOSCOW = Span(80, 109), Span(80, 85)


@pytest.fixture
def path(tmp_path):
    """A project of the one article with amal, badr and huda, all of whom have finished it."""
    folder = tmp_path / "three"
    with Project.create(folder, title="T") as project:
        project.import_files([THREE])
        assert project.annotators() == ("amal", "badr", "huda")
    return folder


@pytest.fixture
def open_at(make_desk, path):
    """Return a function that opens the review at the article, after its layers were changed."""

    def opened(*changes):
        for name, change in changes:
            rework(path, name, change)
        desk = make_desk(project=path)
        desk.open_review()
        desk.turn_to("compare")
        return desk

    return opened


@pytest.fixture
def desk(open_at):
    return open_at()


def rework(path, name: str, change) -> None:
    """Let an annotator save another layer, from elsewhere."""
    with Project.open(path) as project:
        layer = project.layer(project.entries()[0].id, name)
        put_layer(project, change(layer))


def look_again(desk) -> None:
    desk.wait_until_saved()
    before = desk.board
    desk.press(Key.Key_F5)
    desk.qtbot.waitUntil(lambda: desk.board is not before)
    desk.wait_for_numbers()


def annotator_changes(desk, name: str, change) -> None:
    desk.wait_until_saved()
    rework(desk.path, name, change)
    look_again(desk)


def go_to(desk, words: str) -> int:
    number = desk.number_of(words)
    desk.go(number)
    return number


def merge(desk, rule: Rule) -> str:
    """Merge by a rule after a look at it, by key; return what it said to take out."""
    said = []

    def answer(dialog: RulesDialog) -> None:
        dialog.rules.setCurrentIndex(dialog.rules.findData(rule))
        QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
        said.append(dialog.counts["removes"].text())
        button = dialog.go_on if dialog.go_on.isEnabled() else dialog
        QTest.keyClick(button, Key.Key_Return if button is dialog.go_on else Key.Key_Escape)

    in_dialog(RulesDialog, answer)
    desk.press(Key.Key_M)
    desk.come_back()
    return said[0]


def leave_out(desk, name: str) -> None:
    def answer(dialog: PeopleDialog) -> None:
        QTest.mouseClick(dialog.for_gold[name], Qt.MouseButton.LeftButton)
        QTest.keyClick(dialog, Key.Key_Return)

    def ask(dialog: RulesDialog) -> None:
        in_dialog(PeopleDialog, answer)
        QTest.mouseClick(dialog.people, Qt.MouseButton.LeftButton)
        QTest.keyClick(dialog, Key.Key_Escape)

    before = desk.board
    in_dialog(RulesDialog, ask)
    desk.press(Key.Key_M)
    desk.come_back()
    desk.qtbot.waitUntil(lambda: desk.board is not before)
    desk.wait_for_numbers()


def marks(desk) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.label) for one in desk.gold()]


def shown_words(desk) -> list[str]:
    """Return the words of the rows as the table shows them."""
    model = desk.compare.model
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def state_shown(desk, words: str) -> str:
    model = desk.compare.model
    return str(model.data(model.index(shown_words(desk).index(words), model.state_column)))


# -- 1: what a merge does to gold, and who has a vote


def test_a_late_annotator_who_marked_nothing_takes_nothing_away_by_merging(open_at):
    kept = {}

    def not_yet(layer):
        kept["amal"] = layer
        return replace(layer, status=Status.IN_PROGRESS)

    desk = open_at(("amal", not_yet))
    desk.press(Key.Key_T)
    before = marks(desk)
    assert len(before) == 5
    annotator_changes(desk, "amal", lambda layer: replace(kept["amal"], annotations={}))
    assert merge(desk, Rule.UNANIMOUS) == "takes out: 0"
    assert marks(desk) == before
    assert {state_shown(desk, words) for words in shown_words(desk)} == {"changed since"}


def test_one_decision_merges_nothing_else(desk):
    go_to(desk, ARMENIA)
    desk.press(Key.Key_1)
    assert marks(desk) == [(25, 32, "actor")]


def test_who_is_left_out_has_no_column_no_key_and_asks_nothing(desk):
    go_to(desk, ARMENIA)
    desk.press(Key.Key_1)
    leave_out(desk, "amal")
    assert desk.board.project.review_settings().people == {"amal": Person(for_gold=False)}
    assert desk.compare.model.people == ("badr", "huda")
    assert desk.row(desk.number_of(ARMENIA)).state == State.DECIDED
    assert marks(desk) == [(25, 32, "actor")]
    desk.press(Key.Key_T)
    assert len(marks(desk)) == 5  # what the two agree on, and the decision as it was
    assert (25, 32, "actor") in marks(desk)


# -- 2: what changed since


def test_a_layer_that_changed_so_that_all_agree_is_shown_as_changed(desk):
    number = go_to(desk, ARMENIA)
    desk.press(Key.Key_1)

    def wider(layer):
        made = next(one for one in layer.in_order if one.start == 25)
        return layer.replaced(made, replace(made, span=Span(24, 32)))

    annotator_changes(desk, "amal", wider)
    assert state_shown(desk, ARMENIA) == "changed since"
    assert desk.row(number).is_open
    assert marks(desk) == [(25, 32, "actor")]
    go_to(desk, ARMENIA)
    assert "amal" in desk.compare.panel.change.text()
    desk.press(Key.Key_T)  # what all agree on takes nothing from a person's decision
    assert (25, 32, "actor") in marks(desk)
    go_to(desk, ARMENIA)
    desk.press(Key.Key_2)
    assert (24, 32, "actor") in marks(desk)
    assert state_shown(desk, ARMENIA) == "decided"


def test_what_everybody_took_away_after_a_decision_is_still_a_row(desk):
    go_to(desk, TREATY)
    desk.press(Key.Key_2)
    for name in ("badr", "huda"):
        annotator_changes(
            desk,
            name,
            lambda layer: layer.removed(next(one for one in layer.in_order if one.start == 39)),
        )
    assert state_shown(desk, TREATY) == "changed since"
    go_to(desk, TREATY)
    desk.press(Key.Key_C)
    assert state_shown(desk, TREATY) == "decided"
    assert marks(desk) == [(39, 51, "agreement")]


# -- 3: what more than half agree on


def test_two_of_three_alike_are_taken_by_majority(desk):
    assert merge(desk, Rule.MAJORITY) == "takes out: 0"
    assert marks(desk) == [
        (9, 14, "actor"),
        (18, 23, "actor"),
        (24, 32, "actor"),
        (39, 51, "agreement"),
        (70, 76, "actor"),
    ]
    assert [words for words in shown_words(desk) if state_shown(desk, words) == "open"] == [PUTIN]


# -- 4: keys


@pytest.mark.parametrize("number", [0, 1, 2])
def test_enter_on_a_line_of_votes_opens_the_very_row(desk, number):
    desk.turn_to("votes")
    desk.review.votes.chart.setFocus()
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Return)
    assert desk.review.shown == "list"
    lines = desk.review.list.model.rows
    assert len(lines) > number
    desk.turn_to_list(number)
    desk.press(Key.Key_Return)
    made = lines[number].first
    assert (made.start, made.end, made.label) in desk.compare.current.cluster.marks
    assert desk.compare.list.currentIndex().row() == desk.compare.rows.index(desk.compare.current)


def test_the_key_after_the_last_decision_overwrites_nothing(desk):
    desk.press(Key.Key_T)
    for _ in range(20):
        if desk.compare.current is None:
            break
        desk.press(Key.Key_2)
    gold = desk.gold()
    assert gold.status == Status.DONE
    for key in (Key.Key_2, Key.Key_1, Key.Key_0, Key.Key_A, Key.Key_Return, Key.Key_Delete):
        desk.press(key)
        assert desk.gold() == gold


@pytest.mark.parametrize(("key", "taken"), [(Key.Key_1, False), (Key.Key_2, True)])
def test_every_annotator_s_key_works_where_only_others_made_it(desk, key, taken):
    go_to(desk, PESKOV)
    desk.press(key)
    assert marks(desk) == ([(70, 76, "actor")] if taken else [])
    assert state_shown(desk, PESKOV) == "decided"


def test_the_page_opened_from_the_list_of_pages_shows_an_article(make_desk, path):
    desk = make_desk(project=path)
    desk.open_review()
    desk.review.nav.setFocus()
    for _ in range(PAGES.index("compare")):
        QTest.keyClick(desk.review.nav, Key.Key_Down)
    assert desk.review.shown == "compare"
    assert desk.compare.view.text
    assert desk.compare.model.rowCount() == 5
    assert desk.compare.current is not None


def test_the_page_of_a_finished_project_says_so(desk):
    desk.press(Key.Key_T)
    while desk.compare.current is not None:
        desk.press(Key.Key_2)
    desk.wait_until_saved()
    desk.workspace.session.close_project()
    desk.workspace.commands.project.open(desk.path)
    desk.open_review()
    desk.turn_to("compare")
    assert desk.compare.empty.isVisible()
    assert desk.compare.empty.words.text().startswith("Nothing waits to be decided here.")


# -- 5: who made it, and votes that are kept


def test_a_span_of_two_says_both_and_nobody_s_vote_is_lost_when_nothing_is_taken(desk):
    number = go_to(desk, TREATY)
    cells = [desk.compare.model.cell(desk.row(number), GOLD_CELL + n) for n in (1, 2, 3)]
    assert [cell.title for cell in cells] == ["·", "Agreement", "Agreement"]
    desk.press(Key.Key_0)
    (decision,) = review_of(desk.gold()).decisions
    assert decision.verdict == Verdict.REJECTED
    assert sorted(decision.votes) == ["badr", "huda"]
    row = desk.row(number)
    assert sorted(row.made) == ["badr", "huda"]
    assert state_shown(desk, TREATY) == "decided"


# -- 6: values, links, overruling, adding


def test_a_tied_value_is_open_until_it_is_decided_and_then_kept(desk):
    desk.press(Key.Key_T)
    number = go_to(desk, PUTIN)
    assert state_shown(desk, PUTIN) == "open"
    assert desk.compare.point.name == "canonical"
    desk.press(Key.Key_Return)  # three gave three values: nothing is what most have
    assert state_shown(desk, PUTIN) == "open"
    desk.press(Key.Key_2)
    assert state_shown(desk, PUTIN) == "decided"
    (made,) = desk.row(number).gold
    assert made.attributes == {"canonical": "بوتين"}
    desk.wait_until_saved()
    with Project.open(desk.path, read_only=True) as project:
        layer = project.layer(desk.article_id, "gold")
    assert [dict(one.attributes) for one in layer.in_order] == [{"canonical": "بوتين"}, {}]


def test_a_disputed_link_is_settled_by_key_and_stays(open_at):
    def quoted(name, linked):
        def change(layer):
            quote = Annotation(f"{name}5{name}5"[:12], QUOTE, "quote")
            moscow = Annotation(f"{name}6{name}6"[:12], MOSCOW, "actor")
            layer = layer.added(quote).added(moscow)
            return layer.linked(Relation("speaker", quote.id, moscow.id)) if linked else layer

        return name, change

    desk = open_at(quoted("amal", True), quoted("badr", False), quoted("huda", True))
    desk.press(Key.Key_T)
    (number,) = [n for n, row in enumerate(desk.compare.shown.rows) if row.kind == RowKind.LINK]
    assert desk.row(number).state == State.OPEN
    desk.go(number)
    desk.press(Key.Key_2)
    assert desk.row(number).state == State.DECIDED
    assert not desk.gold().relations
    merge(desk, Rule.MAJORITY)
    assert not desk.gold().relations
    desk.go(number)
    desk.press(Key.Key_1)
    assert len(desk.gold().relations) == 1


def test_an_agreed_error_is_overruled_and_no_merge_brings_it_back(desk):
    desk.press(Key.Key_T)
    go_to(desk, RUSSIA)
    desk.press(Key.Key_0)
    assert (18, 23, "actor") not in marks(desk)
    assert state_shown(desk, RUSSIA) == "decided"
    merge(desk, Rule.MAJORITY)
    assert (18, 23, "actor") not in marks(desk)


def test_what_all_missed_is_put_into_gold_in_the_article(desk):
    view = desk.compare.view
    view.setFocus()
    view.place_caret(MOSCOW.start)
    desk.press(Key.Key_Space)
    assert view.selection == MOSCOW
    desk.press(Key.Key_1)
    assert marks(desk) == [(80, 85, "actor")]
    assert state_shown(desk, "موسكو") == "decided"
    merge(desk, Rule.MAJORITY)
    assert (80, 85, "actor") in marks(desk)
    look_again(desk)
    assert state_shown(desk, "موسكو") == "decided"
