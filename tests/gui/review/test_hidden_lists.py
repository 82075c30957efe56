"""A page that is not shown costs a decision nothing."""

from PySide6.QtWidgets import QApplication

from annotator.model import Status
from ui.review.pages.articles_page import GOLD_STATE, ArticleLine, ArticlesPage, ScoresModel

LINES = [ArticleLine(f"{n:012x}", f"مقال {n}", 0.5, 0.75, n, 10, False) for n in range(300)]


def test_a_change_of_gold_measures_no_row_of_a_list_that_is_not_shown(qtbot, monkeypatch):
    page = ArticlesPage()
    qtbot.addWidget(page)
    page.show_lines(LINES)
    page.show()
    QApplication.processEvents()
    page.hide()
    QApplication.processEvents()
    asked = []
    words = ScoresModel._gold_words

    def note(model, article_id):
        asked.append(article_id)
        return words(model, article_id)

    monkeypatch.setattr(ScoresModel, "_gold_words", note)
    page.show_gold({LINES[7].article_id: Status.IN_PROGRESS})
    QApplication.processEvents()
    assert not asked
    page.show()
    QApplication.processEvents()
    assert 0 < len(set(asked)) < len(LINES)
    index = page.model.index(7, GOLD_STATE)
    assert page.model.data(index) == "begun"
    needed = page.list.sizeHintForColumn(GOLD_STATE)
    assert page.list.columnWidth(GOLD_STATE) >= needed
