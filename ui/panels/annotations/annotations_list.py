from itertools import pairwise

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Layer, Schema
from ui.panels.annotations.annotations_delegate import AnnotationsDelegate
from ui.panels.annotations.annotations_model import AnnotationsModel, Filter
from ui.style import theme
from ui.widgets import numbers
from ui.widgets.empty_page import EmptyPage
from ui.widgets.filter_line import FilterLine
from ui.widgets.list_view import RowsView
from ui.widgets.panel import Panel
from ui.widgets.quiet_combo import label_choices


class AnnotationsList(Panel):
    """The annotations of a layer in reading order, filtered by words and label."""

    chosen = Signal(str)
    edit_meant = Signal(str)
    """Enter was pressed on an annotation."""
    left = Signal()
    """Esc was pressed outside the filter."""
    deletion_meant = Signal(object)
    """Del was pressed on these annotations: a tuple of ids in reading order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema: Schema | None = None
        self._language = "en"
        self._current: str | None = None
        self._model = AnnotationsModel(self)
        self._build()
        self._connect()
        self.retranslate()

    def show_layer(self, layer: Layer, text: str, schema: Schema, language: str) -> None:
        """List another layer, or the same one in another language. Nothing is current then."""
        self._current = None
        self._model.show(layer, text, schema, language)
        if schema is not self._schema or language != self._language:
            self._schema, self._language = schema, language
            self._offer_labels()
        self._refresh()

    def update_layer(self, layer: Layer, changed_ids: frozenset[str]) -> None:
        """Go on to the next state of the same layer."""
        self._model.update(layer, changed_ids)
        if self._current not in layer.annotations:
            self._current = None
        self._refresh()

    def set_current(self, annotation_id: str | None) -> None:
        """Select an annotation, or none, without choosing it again."""
        if annotation_id != self._current:
            self._current = annotation_id
            self._list.clearSelection()
        self._refresh()

    def retranslate(self) -> None:
        self._filter.setPlaceholderText(self.tr("Filter annotations"))
        self._filter.setAccessibleName(self.tr("Filter annotations by text, value or note"))
        self._label.setAccessibleName(self.tr("Show annotations of this label"))
        self._list.setAccessibleName(self.tr("Annotations"))
        self._offer_labels()
        self._refresh()

    @property
    def landing(self) -> QWidget | None:
        return self._list if self._model.rowCount() else self._filter if self._model.total else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._offer_labels()
        super().changeEvent(event)

    def _build(self) -> None:
        self._list = RowsView(AnnotationsDelegate())
        self._list.setModel(self._model)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._filter = FilterLine(self._list)
        self._label = QComboBox()
        self._label.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._label.setMinimumContentsLength(8)
        self._count = QLabel()
        self._count.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._count.hide()
        self._empty = EmptyPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        narrowing = QHBoxLayout()
        narrowing.addWidget(self._filter, 3)
        narrowing.addWidget(self._label, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addLayout(narrowing)
        layout.addWidget(self._count)
        layout.addWidget(self._pages, 1)
        for one, following in pairwise((self._filter, self._label, self._list, self._empty.button)):
            self.setTabOrder(one, following)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._apply_filter)
        self._filter.left.connect(self._leave_filter)
        self._label.currentIndexChanged.connect(self._apply_filter)
        self._list.moved_to.connect(self._choose)
        self._list.clicked.connect(self._choose)
        self._list.entered_on.connect(self._edit)
        self._list.typed.connect(self._filter.take_typed)
        self._list.deletion_meant.connect(self._ask_deletion)
        self._empty.chosen.connect(self._clear_filter)

    def _offer_labels(self) -> None:
        """Fill the label filter again, keeping the label that is chosen where it still exists."""
        chosen = self._label.currentData()
        with QSignalBlocker(self._label):
            self._label.clear()
            self._label.addItem(self.tr("All labels"), None)
            if self._schema is not None:
                dark = theme.is_dark(self.palette())
                for name, title, swatch in label_choices(self._schema, self._language, dark):
                    self._label.addItem(swatch, title, name)
            self._label.setCurrentIndex(max(0, self._label.findData(chosen)))
        if self._label.currentData() != chosen:
            self._apply_filter()

    def _apply_filter(self) -> None:
        self._model.filter(Filter.of(self._filter.text(), self._label.currentData()))
        self._refresh()

    def _leave_filter(self) -> None:
        """Esc in the empty line goes to the list, or out where the list has nothing to go to."""
        if self._model.rowCount():
            self._list.setFocus()
        else:
            self.left.emit()

    def _clear_filter(self) -> None:
        self._filter.clear()
        self._label.setCurrentIndex(0)

    def _choose(self, index: QModelIndex) -> None:
        """Make the row current, unless rows are being gathered for something done to all of them."""
        if len(self._gathered()) <= 1:
            self._current = self._model.annotation_at(index).id
            self.chosen.emit(self._current)

    def _edit(self, index: QModelIndex) -> None:
        self.edit_meant.emit(self._model.annotation_at(index).id)

    def _ask_deletion(self) -> None:
        chosen = tuple(self._model.annotation_at(index).id for index in sorted(self._gathered()))
        if chosen:
            self.deletion_meant.emit(chosen)

    def _gathered(self) -> list[QModelIndex]:
        return self._list.selectionModel().selectedRows()

    def _refresh(self) -> None:
        """Show again what follows from layer, filter and current annotation."""
        rows, total = self._model.rowCount(), self._model.total
        self._pages.setCurrentWidget(self._list if rows else self._empty)
        if not rows:
            self._explain_emptiness()
        words = self.tr("%1 of %2", "annotations shown of all")
        both = words.replace("%1", numbers.count(rows)).replace("%2", numbers.count(total))
        self._count.setText(both)
        self._count.setVisible(
            self._model.is_filtered
        )  # else the panel's title says how many there are
        self._count.setAccessibleName(self.tr("%Ln annotation(s)", "", rows))
        if len(self._gathered()) <= 1:
            self._select_current()

    def _explain_emptiness(self) -> None:
        if self._model.total:
            self._empty.say(self.tr("No annotation matches the filter."), self.tr("Show all"))
        else:
            self._empty.say(
                self.tr(
                    "Nothing is annotated yet. Select words in the article and press a label's key."
                ),
                "",
            )

    def _select_current(self) -> None:
        selection = self._list.selectionModel()
        index = self._model.index_of(self._current)
        if not index.isValid():
            selection.clearSelection()
        elif index != self._list.currentIndex() or not selection.isSelected(index):
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._list.scrollTo(index)
