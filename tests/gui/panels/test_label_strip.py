from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from annotator.model import DEFAULT_SCHEMA, Schema
from tests.gui.panels.acts import click, speak
from ui.panels.labels.fitting import shared
from ui.panels.labels.key_legends import legend
from ui.panels.labels.label_button import Density, LabelButton
from ui.panels.labels.label_strip import HEIGHT, LabelStrip

FOURTEEN = (
    *("Actor", "Date", "Quote", "Agreement", "Place", "Event", "Organisation"),
    *("Number", "Treaty", "Role", "Weapon", "Law", "Media", "Other"),
)
KEYS = "1234567890qwer"


def many(titles=FOURTEEN) -> Schema:
    """Return a schema with one label a title, each with a key of its own while keys last."""
    models = DEFAULT_SCHEMA.labels
    labels = [
        replace(
            models[n % len(models)],
            name=f"label{n}",
            title_en=title,
            title_ar=title,
            key=KEYS[n] if n < len(KEYS) else "",
        )
        for n, title in enumerate(titles)
    ]
    return Schema(tuple(labels))


@pytest.fixture
def strip(show):
    made = LabelStrip()
    made.show_schema(DEFAULT_SCHEMA, "en")
    return show(made, 700, HEIGHT)


def button(strip, name):
    return next(b for b in strip.buttons if b.label.name == name)


def shown(strip):
    return [b for b in strip.buttons if b.isVisible()]


def press_right(widget):
    QTest.mouseClick(widget, Qt.MouseButton.RightButton)
    # the offscreen platform makes no context menu event of a right click
    widget.customContextMenuRequested.emit(widget.rect().center())


def test_a_click_on_a_label_chooses_it(strip, qtbot):
    with qtbot.waitSignal(strip.label_chosen) as heard:
        click(button(strip, "quote"))
    assert heard.args == ["quote"]


def test_a_click_leaves_the_keyboard_where_it_was(show):
    window, strip, article = QWidget(), LabelStrip(), QLineEdit()
    strip.show_schema(DEFAULT_SCHEMA, "en")
    column = QVBoxLayout(window)
    column.addWidget(article)
    column.addWidget(strip)
    show(window, 700)
    article.setFocus()
    click(button(strip, "actor"))
    press_right(button(strip, "actor"))
    assert article.hasFocus()


def test_a_label_can_be_pressed_through_the_accessibility_interface(strip, qtbot):
    action = QAccessible.queryAccessibleInterface(button(strip, "date")).actionInterface()
    with qtbot.waitSignal(strip.label_chosen) as heard:
        action.doAction(action.pressAction())
    assert heard.args == ["date"]


def test_counts_are_shown_and_spoken(strip):
    strip.show_counts({"actor": 48})
    assert button(strip, "actor").count == 48
    assert "48" in button(strip, "actor").accessibleName()
    strip.show_counts({"date": 1})
    assert button(strip, "actor").count == 0
    assert button(strip, "date").count == 1


def test_a_count_moves_no_label_until_it_has_three_digits(strip):
    before = [b.geometry() for b in shown(strip)]
    strip.show_counts({"actor": 1, "quote": 99})
    assert [b.geometry() for b in shown(strip)] == before
    strip.show_counts({"actor": 100})
    assert button(strip, "actor").shows_whole_name()
    assert button(strip, "date").x() > before[1].x()


def test_counts_are_in_the_digits_of_the_region(strip, app):
    strip.show_counts({"actor": 48})
    speak(app, "ar", "IQ")
    assert "٤٨" in button(strip, "actor").accessibleName()
    assert "٤٨" in button(strip, "actor").toolTip()


def test_titles_follow_the_language_of_the_window(strip, app):
    strip.show_counts({"actor": 3})
    speak(app, "ar", "IQ")
    assert [b.text() for b in shown(strip)] == ["فاعل", "تاريخ", "اقتباس", "اتفاق"]
    assert [b.count for b in shown(strip)] == [3, 0, 0, 0]
    places = [b.x() for b in shown(strip)]
    assert places == sorted(places, reverse=True)


def test_the_right_button_asks_and_the_strip_shows_only_what_it_is_told(strip, qtbot):
    with qtbot.waitSignal(strip.sticky_toggled) as heard:
        press_right(button(strip, "date"))
    assert heard.args == ["date"]
    assert not button(strip, "date").is_sticky
    plain = button(strip, "date").grab().toImage()
    strip.set_sticky("date")
    assert button(strip, "date").is_sticky
    assert button(strip, "date").grab().toImage() != plain
    assert "every selection" in button(strip, "date").accessibleName()
    strip.set_sticky("actor")
    assert not button(strip, "date").is_sticky


def test_the_label_at_the_caret_is_lit_and_spoken(strip):
    dark = button(strip, "quote").grab().toImage()
    strip.set_current("quote")
    assert [b.label.name for b in strip.buttons if b.is_current] == ["quote"]
    assert button(strip, "quote").grab().toImage() != dark
    assert "caret" in button(strip, "quote").accessibleName()
    strip.set_current(None)
    assert "caret" not in button(strip, "quote").accessibleName()


def test_another_schema_keeps_counts_and_what_is_sticky(strip):
    strip.show_counts({"quote": 3})
    strip.set_sticky("quote")
    strip.show_schema(replace(DEFAULT_SCHEMA, labels=DEFAULT_SCHEMA.labels[2:], relations=()), "ar")
    assert [b.text() for b in shown(strip)] == ["اقتباس", "اتفاق"]
    assert button(strip, "quote").count == 3
    assert button(strip, "quote").is_sticky


@pytest.mark.parametrize("language", ["en", "ar"])
def test_fourteen_labels_with_names_and_keys_fit_in_1160_pixels(show, app, language):
    speak(app, language, "IQ")
    strip = LabelStrip()
    strip.show_schema(many(), language)
    show(strip, 1160, HEIGHT)
    assert len(shown(strip)) == 14
    assert all(b.shows_whole_name() for b in shown(strip))
    assert not strip.findChild(QToolButton).isVisible()


def test_a_row_too_short_gives_up_counts_then_size_then_the_ends_of_names(show):
    strip = LabelStrip()
    strip.show_schema(many(), "en")
    show(strip, 2000, HEIGHT)
    seen = []
    for width in range(2000, 700, -20):
        strip.resize(width, HEIGHT)
        seen.append(shown(strip)[0].density)
    assert list(dict.fromkeys(seen)) == [
        Density.WHOLE,
        Density.WITHOUT_COUNT,
        Density.SMALL,
        Density.CUT,
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_labels_never_overlap_nor_leave_the_row(show, app, language):
    speak(app, language, "IQ")
    strip = LabelStrip()
    strip.show_schema(many([title * 4 for title in FOURTEEN] * 2), language)
    show(strip, 1200, HEIGHT)
    for width in (1200, 960, 640, 300, 100):
        strip.resize(width, HEIGHT)
        places = sorted((b.geometry().left(), b.geometry().right()) for b in shown(strip))
        assert all(first[1] < second[0] for first, second in pairwise(places))
        assert all(left >= 0 and right < width for left, right in places)


def test_labels_without_room_stand_in_a_menu_that_tags_as_well(show, qtbot):
    strip = LabelStrip()
    strip.show_schema(many([title * 4 for title in FOURTEEN]), "en")
    show(strip, 400, HEIGHT)
    hidden = [b for b in strip.buttons if not b.isVisible()]
    assert hidden
    more = strip.findChild(QToolButton)
    assert more.isVisible()
    click(more)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == len(hidden)
    with qtbot.waitSignal(strip.label_chosen) as heard:
        menu.actions()[0].trigger()
    assert heard.args == [hidden[0].label.name]
    menu.close()


@given(st.data())
def test_room_is_shared_with_nobody_below_the_least_nor_above_the_wish(data):
    least = data.draw(st.lists(st.integers(1, 60), min_size=1, max_size=20))
    wanted = [n + data.draw(st.integers(0, 200)) for n in least]
    room = sum(least) + data.draw(st.integers(0, 3_000))
    given_widths = shared(least, wanted, room)
    assert all(a <= b <= c for a, b, c in zip(least, given_widths, wanted, strict=True))
    assert sum(given_widths) == min(room, sum(wanted))


def test_swatches_of_different_labels_look_different(strip):
    swatch = QRect(0, 0, 24, HEIGHT - 1)
    pictures = [b.grab(swatch).toImage() for b in strip.findChildren(LabelButton)]
    assert all(a != b for a, b in combinations(pictures, 2))


def test_a_letter_key_shows_both_its_legends():
    assert legend("q") == "Q ض"
    assert legend("b") == "B لا"
    assert legend("1") == "1"


def test_a_label_without_a_key_says_none(show):
    strip = LabelStrip()
    keyless = replace(DEFAULT_SCHEMA.labels[0], key="")
    strip.show_schema(replace(DEFAULT_SCHEMA, labels=(keyless,), relations=()), "en")
    show(strip)
    assert "key" not in button(strip, "actor").accessibleName()


def test_strip_and_labels_take_no_focus_by_tab(strip):
    assert strip.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert all(b.focusPolicy() == Qt.FocusPolicy.NoFocus for b in strip.findChildren(LabelButton))
