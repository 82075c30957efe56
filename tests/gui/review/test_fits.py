"""The review fits the screen that the window fits, on every page and in both languages."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.model import Annotation
from tests.gui.review.small import TEXT, layer, span
from tests.helpers.projects import make_project, put_layer
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


@pytest.mark.parametrize(("language", "people"), [("en", 2), ("ar", 4), ("ar", 8)])
def test_an_article_of_up_to_eight_annotators_fits_a_small_screen(
    make_desk, tmp_path, language, people
):
    desk = make_desk(project=project_of(tmp_path / "many", "abcdefgh"[:people]), language=language)
    desk.open_review()
    desk.turn_to("compare")
    desk.review.resize(*SMALL)
    QApplication.processEvents()
    page = desk.compare
    assert (desk.review.width(), desk.review.height()) == SMALL
    assert tuple(page.shown.layers) == tuple("abcdefgh"[:people])
    assert not desk.review.nav.isVisible()
    assert page.list.visibleRegion().boundingRect().height() >= 90
    assert page.panel.boxes[0].buttons[0].isVisible()
    offered = [button for button in page.panel.buttons.values() if button.isVisible()]
    assert offered
    assert all(button.visibleRegion().boundingRect() == button.rect() for button in offered)
    first = page.list.visualRect(page.model.index(0, 0))
    gold = page.list.visualRect(page.model.index(0, 1))
    assert (first.left() > gold.left()) == (language == "ar")  # read from where the window is


def project_of(folder: Path, names: str) -> Path:
    """Make a project of one article that everybody marked in their own way."""
    project = make_project(folder, TEXT)
    try:
        article_id = project.entries()[0].id
        words = ("الرئيس بوتين", "بوتين")
        for number, name in enumerate(names):
            made = Annotation(f"{name}1", span(words[number % 2]), "actor", {"canonical": name})
            put_layer(project, layer(name, article_id, made))
    finally:
        project.close()
    return folder
