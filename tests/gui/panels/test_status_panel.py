from datetime import datetime

import pytest
from PySide6.QtWidgets import QLabel, QToolButton

from tests.gui.panels.acts import click, speak
from ui.panels.status_panel import StatusPanel, describe
from ui.widgets.save_label import SaveLabel
from ui.widgets.save_state import NotSaved, ReadOnly, Saved, Saving


@pytest.fixture
def panel(show):
    return show(StatusPanel(), 1180, 28)


@pytest.fixture
def save(panel):
    return panel.findChild(SaveLabel)


@pytest.fixture
def announced(save):
    heard = []
    save.announced.connect(heard.append)
    return heard


def words(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def button(panel, start):
    return next(
        b for b in panel.findChildren(QToolButton) if b.isVisible() and b.text().startswith(start)
    )


def icon(save):
    return save.findChildren(QLabel)[0].pixmap().toImage()


def test_the_annotator_is_shown_and_can_be_changed(panel, qtbot):
    panel.show_annotator("ليلى")
    with qtbot.waitSignal(panel.annotator_clicked):
        click(button(panel, "ليلى"))
    assert button(panel, "ليلى").accessibleName() == "Annotator: ليلى"


def test_an_unknown_annotator_is_asked_for(panel):
    panel.show_annotator(None)
    assert button(panel, "Who are you?")


def test_the_caret_is_shown_with_the_character_after_it(panel):
    panel.show_caret(3, 14, "ل")
    assert "Par. 3, col. 14" in words(panel)
    assert any("U+0644 ARABIC LETTER LAM" in word for word in words(panel))
    panel.hide_caret()
    assert not any("U+0644" in word or "col." in word for word in words(panel))


def test_the_end_of_an_article_has_a_place_and_no_character(panel):
    panel.show_caret(1, 1, "x")
    panel.show_caret(9, 1, "")
    assert "Par. 9, col. 1" in words(panel)
    assert not any("U+" in word for word in words(panel))


@pytest.mark.parametrize(
    ("character", "words"),
    [
        ("ل", "ل  U+0644 ARABIC LETTER LAM"),
        ("\u0651", "\u25cc\u0651  U+0651 ARABIC SHADDA"),
        ("\u00a0", "U+00A0 NO-BREAK SPACE"),
        ("\u200f", "U+200F RIGHT-TO-LEFT MARK"),
        ("\n", "U+000A"),
        ("🇪", "🇪  U+1F1EA REGIONAL INDICATOR SYMBOL LETTER E"),
        ("ب\u0651\u064e", "ب\u0651\u064e  U+0628 ARABIC LETTER BEH + U+0651 shadda + U+064E fatha"),
    ],
)
def test_characters_that_cannot_be_seen_are_told_by_number_and_name(character, words):
    assert describe(character) == words


def test_in_arabic_a_character_has_the_name_people_use():
    assert describe("\u00a0", "ar") == "U+00A0 مسافة لا تنكسر (NBSP)"
    assert describe("ب\u0651", "ar").endswith("+ U+0651 شدة")


def test_position_and_time_are_in_the_digits_of_the_region(panel, save, app):
    panel.show_caret(3, 14, "ل")
    panel.show_saved(datetime(2024, 5, 6, 14, 2))  # noqa: DTZ001 - local time is what is shown
    speak(app, "ar", "IQ")
    assert any("١٤" in word for word in words(panel))
    assert "٠٢" in save.words or "٢" in save.words


def test_every_state_has_its_words_and_its_own_icon(save):
    pictures = []
    for state, start in (
        (Saved(datetime(2024, 5, 6, 14, 2)), "Saved at 14:02"),  # noqa: DTZ001 - local time is what is shown
        (Saved(), "Saved"),
        (Saving(3), "Saving 3"),
        (NotSaved("no space left"), "Not saved: \u2068no space left\u2069"),
        (ReadOnly("made by a newer Hashiya"), "Read-only: \u2068made by a newer Hashiya\u2069"),
    ):
        save.show_state(state)
        assert save.words.startswith(start)
        assert save.accessibleName() == save.words
        pictures.append(icon(save))
    assert pictures[0] == pictures[1]
    assert all(pictures[a] != pictures[b] for a in range(1, 5) for b in range(a + 1, 5))


def test_new_words_have_their_room_at_once(panel, save):
    panel.show_saved()
    for show in (
        lambda: panel.show_saving(1),
        lambda: panel.show_saved(datetime(2024, 5, 6, 14, 2)),  # noqa: DTZ001 - local time is what is shown
        lambda: panel.show_read_only("made by a newer Hashiya"),
    ):
        show()
        assert save.width() >= save.sizeHint().width()


def test_a_failed_save_counts_down_and_can_be_tried_again_at_once(panel, save, qtbot):
    panel.show_not_saved("no space left", 30)
    assert "in 30 s" in save.words
    assert (save.counts_down, save._countdown.interval()) == (True, 1000)
    save._countdown.timeout.emit()  # a second has passed
    assert "in 29 s" in save.words
    with qtbot.waitSignal(panel.retry_requested):
        click(button(panel, "Try again now"))


def test_the_count_stops_at_zero_and_with_the_state(save):
    assert NotSaved("x", 1).one_second_later() == NotSaved("x", 0)
    assert NotSaved("x", 0).one_second_later() == NotSaved("x", 0)
    save.show_state(NotSaved("x", 5))
    save.show_state(Saved())
    assert not save.counts_down


def test_only_a_failed_save_offers_to_try_again(panel):
    panel.show_not_saved("no space left")
    panel.show_saving(1)
    assert not [b for b in panel.findChildren(QToolButton) if b.isVisible() and "Try" in b.text()]


def test_a_failure_and_its_end_are_announced_and_every_saved_edit_is_not(panel, announced):
    panel.show_saving(1)
    panel.show_saved()
    assert announced == []
    panel.show_not_saved("no space left", 5)
    panel.show_not_saved("no space left", 10)
    assert len(announced) == 1
    assert announced[0].startswith("Not saved")
    panel.show_saved()
    assert announced[1:] == ["Saved"]


def test_a_failure_mended_by_saving_is_announced_when_it_is_saved(panel, announced):
    panel.show_not_saved("no space left", 5)
    panel.show_saving(1)
    panel.show_saved()
    assert announced[-1] == "Saved"


def test_read_only_is_announced(panel, announced):
    panel.show_read_only("made by a newer Hashiya")
    assert len(announced) == 1


def test_a_long_reason_takes_no_more_room_than_there_is(panel):
    panel.show_caret(3, 14, "ل")
    panel.show_not_saved("the disk is full " * 20, 5)
    assert panel.minimumSizeHint().width() <= 700
