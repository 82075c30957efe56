"""From one article to the next, and what the list says of them."""

from PySide6.QtCore import Qt

from annotator.model import Status
from annotator.project import Project
from tests.gui.window.conftest import ANNOTATOR
from ui.panels.articles.articles_model import ArticleRole

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_enter_finishes_the_article_and_opens_the_next_unfinished_one(bench):
    ids = [entry.id for entry in bench.session.entries()]
    bench.shortcut(Key.Key_Return, CTRL)
    assert bench.session.article.id == ids[1]
    assert bench.session.summary(ids[0]).status == Status.DONE
    bench.session.open_article(ids[2])
    bench.shortcut(Key.Key_Return, CTRL)
    assert bench.session.article.id == ids[1]
    bench.shortcut(Key.Key_Return, CTRL)
    assert "Every article is done" in bench.window.notice.text()
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        assert {s.status for s in project.summaries(ANNOTATOR).values()} == {Status.DONE}


def shown_row(bench, article_id: str):
    """Return what the list of articles shows about one of them."""
    model = bench.window.articles._model
    rows = [model.index(i, 0).data(ArticleRole.ROW) for i in range(model.rowCount())]
    return next(row for row in rows if row.id == article_id)


def test_the_article_list_follows_status_and_count(bench):
    article_id = bench.session.article.id
    bench.tag("بوتين")
    row = shown_row(bench, article_id)
    assert (row.status, row.annotations) == (Status.IN_PROGRESS, 1)
    bench.shortcut(Key.Key_Return, CTRL)
    assert shown_row(bench, article_id).status == Status.DONE
