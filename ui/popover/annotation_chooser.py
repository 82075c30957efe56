from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from annotator.model import Layer, Schema
from ui.panels.annotations.annotations_delegate import AnnotationsDelegate
from ui.panels.annotations.annotations_model import AnnotationsModel, Filter
from ui.widgets.filter_line import FilterLine
from ui.widgets.list_view import RowsView


class AnnotationChooser(QFrame):
    """A small window under a button in which one annotation of a label is chosen. Esc or a click outside closes it."""

    chosen = Signal(str)

    SIZE = QSize(300, 260)

    def __init__(
        self, layer: Layer, text: str, schema: Schema, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._label = ""
        self._without: frozenset[str] = frozenset()
        self._model = AnnotationsModel(self)
        self._model.show(layer, text, schema, language)
        self._list = RowsView(AnnotationsDelegate())
        self._list.setModel(self._model)
        self._filter = FilterLine(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self._filter)
        layout.addWidget(self._list)
        self._filter.textChanged.connect(self._apply_filter)
        self._filter.left.connect(self.close)
        self._list.clicked.connect(self._choose)
        self._list.entered_on.connect(self._choose)
        self._list.typed.connect(self._filter.take_typed)
        self._filter.setPlaceholderText(self.tr("Filter"))
        self._filter.setAccessibleName(self.tr("Filter annotations"))
        self._list.setAccessibleName(self.tr("Annotations to choose from"))

    def ask(
        self, label: str, without: frozenset[str], position: int, button: QWidget, typed: str = ""
    ) -> None:
        """Open under ``button`` with the annotations of ``label``, at the last one before ``position``.

        ``typed`` narrows them from the beginning.
        """
        self._label, self._without = label, without
        self._filter.setText(typed)
        self._apply_filter()
        index = self._model.nearest(position)
        self._list.setCurrentIndex(index)
        self.resize(self.SIZE)
        self.move(self._place(button))
        self.show()
        self._list.scrollTo(index, RowsView.ScrollHint.PositionAtCenter)
        self._filter.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _apply_filter(self) -> None:
        self._model.filter(Filter.of(self._filter.text(), self._label, self._without))
        self._list.setCurrentIndex(self._model.index(0, 0))

    def _choose(self, index: QModelIndex) -> None:
        annotation = self._model.annotation_at(index)
        self.close()
        self.chosen.emit(annotation.id)

    def _place(self, button: QWidget) -> QPoint:
        """Return the place under the button, its leading edges aligned, wholly on the screen."""
        corner = button.mapToGlobal(button.rect().bottomLeft())
        if button.isRightToLeft():
            corner.setX(button.mapToGlobal(button.rect().bottomRight()).x() - self.SIZE.width())
        screen = button.screen().availableGeometry()
        if corner.y() + self.SIZE.height() > screen.bottom():
            corner.setY(button.mapToGlobal(button.rect().topLeft()).y() - self.SIZE.height())
        return QPoint(
            max(screen.left(), min(corner.x(), screen.right() + 1 - self.SIZE.width())),
            max(screen.top(), min(corner.y(), screen.bottom() + 1 - self.SIZE.height())),
        )
