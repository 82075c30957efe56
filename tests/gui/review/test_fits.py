"""The review fits the screen that the window fits, on every page and in both languages."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.review.window import PAGES
from ui.style import fitting

SMALL = (960, 540)


def test_the_review_opens_with_its_frame_on_a_laptop_s_screen(desk):
    frame = desk.review.geometry().size().grownBy(fitting.TITLE_BAR)
    room = desk.review.screen().availableGeometry().size()
    assert frame.boundedTo(room) == frame


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_of_the_review_asks_for_more_than_a_small_screen_has(make_desk, language):
    desk = make_desk(language=language)
    desk.open_review()
    for name in PAGES:
        desk.turn_to(name)
        desk.review.resize(*SMALL)
        QApplication.processEvents()
        assert (desk.review.width(), desk.review.height()) == SMALL, name
