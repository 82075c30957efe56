"""The base of the list models: what a view is told of its rows, and that it goes with its view."""

import gc
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView, QWidget

from annotator.model import Annotation, Layer, Span, Status
from ui.dialogs.report_dialog import ReportModel, ReportRow
from ui.find.hits_model import HitsModel
from ui.find.tag_model import TagModel
from ui.panels.annotations.annotations_model import AnnotationsModel
from ui.panels.articles.articles_model import ArticleRow, ArticlesModel
from ui.panels.findings.findings_model import FindingsModel
from ui.review.charts.chart_table import ChartTableModel
from ui.review.charts.table import Cell, Table
from ui.review.feedback.corrections_model import FeedbackLine, FeedbackModel
from ui.review.pages.articles_page import ArticleLine, ScoresModel
from ui.review.pages.differences_model import DifferencesModel
from ui.widgets.row_models import GrowingTable, RowTable

DISPLAY = Qt.ItemDataRole.DisplayRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class Words(RowTable[str]):
    columns = 2

    def show(self, *words: str) -> None:
        self._replace_rows(words)

    def add(self, *words: str) -> None:
        self._add_rows(words)

    def say_again(self, column: int) -> None:
        self._tell_changed(column)

    def titles(self) -> tuple[str, str]:
        return ("word", "letters")

    def data(self, index, role=DISPLAY):
        word = self.row_at(index)
        return (word, str(len(word)))[index.column()] if role == DISPLAY else None


class Counting(GrowingTable[int]):
    """Finds three numbers at a time, seven in all."""

    def __init__(self) -> None:
        super().__init__()
        self._left = 7

    def start(self) -> None:
        self._replace_rows(self._find_more())

    def _is_more_to_find(self) -> bool:
        return self._left > 0

    def _find_more(self) -> list[int]:
        taken = min(3, self._left)
        self._left -= taken
        return list(range(7 - self._left - taken, 7 - self._left))

    def data(self, index, role=DISPLAY):
        return str(self.row_at(index)) if role == DISPLAY else None


def seen(model) -> list[str]:
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


class Follower:
    """Keeps a copy of the first column by what the model's signals say alone."""

    def __init__(self, model) -> None:
        self.rows: list[str] = seen(model)
        self.resets = 0
        self._model = model
        model.modelReset.connect(self._take_all)
        model.rowsInserted.connect(self._take_some)

    def _take_all(self) -> None:
        self.resets += 1
        self.rows = seen(self._model)

    def _take_some(self, _parent, first: int, last: int) -> None:
        self.rows[first:first] = seen(self._model)[first : last + 1]


@given(
    st.lists(st.tuples(st.booleans(), st.lists(st.text("abc", min_size=1, max_size=3), max_size=4)))
)
def test_whoever_follows_the_signals_has_the_rows(steps):
    model = Words()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    follower = Follower(model)
    expected: list[str] = []
    for replacing, words in steps:
        (model.show if replacing else model.add)(*words)
        expected = words if replacing else expected + words
        assert follower.rows == seen(model) == expected == list(model.rows)
    assert follower.resets == sum(replacing for replacing, _ in steps)


def test_rows_have_no_rows_below_them(qapp):
    model = Words()
    model.show("a", "bb")
    below = model.index(0, 0)
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    assert (model.rowCount(below), model.columnCount(below)) == (0, 0)


def test_words_stand_over_the_columns_and_nothing_stands_beside_the_rows(qapp):
    model = Words()
    model.show("a")
    assert [model.headerData(n, ACROSS) for n in range(2)] == ["word", "letters"]
    assert model.headerData(0, DOWN) is None
    assert model.headerData(0, ACROSS, Qt.ItemDataRole.ToolTipRole) is None


def test_a_column_is_drawn_again_from_its_first_row_to_its_last(qapp):
    model = Words()
    told: list[tuple[int, int, int, int]] = []
    model.dataChanged.connect(lambda a, b: told.append((a.row(), a.column(), b.row(), b.column())))
    model.say_again(1)
    model.show("a", "b", "c")
    model.say_again(1)
    assert told == [(0, 1, 2, 1)]


def test_a_growing_table_adds_what_it_finds_and_starts_nothing_anew(qapp):
    model = Counting()
    model.start()
    follower = Follower(model)
    lengths = [model.rowCount()]
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        lengths.append(model.rowCount())
    assert lengths == [3, 6, 7]
    assert follower.rows == [str(n) for n in range(7)]
    assert follower.resets == 0


def test_a_row_has_nothing_to_fetch(qapp):
    model = Counting()
    model.start()
    row = model.index(0, 0)
    assert not model.canFetchMore(row)
    model.fetchMore(row)
    assert model.rowCount() == 3


def test_a_model_goes_with_the_widget_it_belongs_to(qtbot):
    panel = QWidget()
    view = QTableView(panel)
    view.setModel(Words(panel))
    view.model().show("a", "b")
    panel.show()
    gone = weakref.ref(view.model())
    panel.close()
    del panel, view
    gc.collect()
    assert gone() is None


def articles() -> ArticlesModel:
    model = ArticlesModel()
    model.show(ArticleRow(str(n), n, "خبر", None, Status.NEW, 0) for n in range(3))
    return model


def annotations() -> AnnotationsModel:
    model = AnnotationsModel()
    made = [Annotation(str(n), Span(n, n + 1), "actor") for n in range(3)]
    model.show(Layer("a", "x", annotations={one.id: one for one in made}), "نعم", None, "en")
    return model


def scores() -> ScoresModel:
    model = ScoresModel()
    model.show_lines([ArticleLine("x", "خبر", 0.5, 0.6, 3, 9, noisy=False)])
    return model


def differences() -> DifferencesModel:
    model = DifferencesModel(lambda _: "", lambda _: "", lambda _: "")
    model.show_rows(iter(()), None)
    return model


def feedback() -> FeedbackModel:
    model = FeedbackModel()
    model.show_lines([FeedbackLine("x", "خبر", "edges", "a", "b", "lead", "why")])
    return model


def numbers() -> ChartTableModel:
    model = ChartTableModel()
    model.show_table(Table(("a", "b"), ("c",), ((Cell("1", 1.0),), (Cell("2", 2.0),))))
    return model


MODELS = {
    "articles": articles,
    "annotations": annotations,
    "findings": FindingsModel,
    "hits": HitsModel,
    "tagging": TagModel,
    "scores": scores,
    "differences": differences,
    "feedback": feedback,
    "numbers": numbers,
    "report": lambda: ReportModel([ReportRow("taken", "a.txt")], None),
}


@pytest.mark.parametrize("name", MODELS)
def test_every_model_keeps_the_rules_of_qt_and_names_all_its_columns_or_none(name, qtmodeltester):
    model = MODELS[name]()
    qtmodeltester.check(model)
    titles = [model.headerData(n, ACROSS) for n in range(model.columnCount())]
    assert all(titles) or not any(titles)


def test_the_table_behind_a_chart_names_its_rows_too(qapp):
    assert [numbers().headerData(n, DOWN) for n in range(2)] == ["a", "b"]
