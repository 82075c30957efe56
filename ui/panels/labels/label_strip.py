from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QStyle, QToolButton, QWidget

from annotator.model import Schema
from ui import i18n
from ui.panels.labels.fitting import widths
from ui.panels.labels.label_button import LabelButton
from ui.style import assets, theme

HEIGHT = 30
MARGIN = 4


class LabelStrip(QWidget):
    """The labels of the schema in one row with their keys and counts; a click tags what is selected in the article.

    Where the row is short the labels give up their counts, then their size, then the ends of their names; those that
    still have no room stand in a menu at the end.
    """

    label_chosen = Signal(str)
    sticky_toggled = Signal(str)
    """The right button was pressed on a label: keep tagging with it, or stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema: Schema | None = None
        self._counts: Mapping[str, int] = {}
        self._sticky: str | None = None
        self._current: str | None = None
        self._buttons: dict[str, LabelButton] = {}
        self._rest: list[LabelButton] = []
        self._more = QToolButton(self)
        self._more.setIcon(assets.icon("down"))
        self._more.setAutoRaise(True)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.clicked.connect(self._show_rest)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._retranslate()

    def show_schema(self, schema: Schema, language: str) -> None:
        """Show the labels of ``schema`` by their titles in ``language`` (``en`` or ``ar``).

        Later they follow the window's language by themselves.
        """
        self._schema = schema
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for label in schema.labels:
            button = self._buttons[label.name] = LabelButton(label, language, self)
            button.clicked.connect(lambda _=False, name=label.name: self.label_chosen.emit(name))
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(
                lambda _, name=label.name: self.sticky_toggled.emit(name)
            )
        self._retranslate()
        self.show_counts(self._counts)
        self.set_sticky(self._sticky)
        self.set_current(self._current)
        self._arrange()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many annotations of the open article each label has; an absent one has none."""
        self._counts = counts
        for name, button in self._buttons.items():
            button.set_count(counts.get(name, 0))
        if max(counts.values(), default=0) > 99:
            self._arrange()  # a third digit needs room

    def set_sticky(self, label: str | None) -> None:
        """Show which label every selection is tagged with at once, if any."""
        self._sticky = label
        for name, button in self._buttons.items():
            button.set_sticky(name == label)

    def set_current(self, label: str | None) -> None:
        """Light the label of the annotation at the caret, if any."""
        self._current = label
        for name, button in self._buttons.items():
            button.set_current(name == label)

    @property
    def buttons(self) -> Sequence[LabelButton]:
        """The labels in the order of the schema, those in the menu at the end as well."""
        return tuple(self._buttons.values())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            if self._schema is not None:
                self.show_schema(self._schema, i18n.current())
            self._retranslate()
        elif event.type() in (
            QEvent.Type.LayoutDirectionChange,
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
        ):
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(theme.tone("line", self.palette()))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def _arrange(self) -> None:
        """Give each label its place, as dense as need be."""
        room = self.width() - 2 * MARGIN
        density, given = widths(self.buttons, room)
        if len(given) < len(self._buttons):
            density, given = widths(self.buttons, room - HEIGHT)
        x = MARGIN
        self._rest = []
        for place, button in enumerate(self.buttons):
            button.set_density(density)
            is_shown = place < len(given)
            button.setVisible(is_shown)
            if is_shown:
                button.setGeometry(self._mirrored(QRect(x, 0, given[place], HEIGHT - 1)))
                x += given[place]
            else:
                self._rest.append(button)
        self._more.setVisible(bool(self._rest))
        self._more.setGeometry(self._mirrored(QRect(x, 1, HEIGHT - 2, HEIGHT - 2)))

    def _show_rest(self) -> None:
        """Show the labels that have no room in the row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dark = theme.is_dark(self.palette())
        for button in self._rest:
            label = button.label
            words = i18n.with_keys(button.text().replace("&", "&&"), label.key.upper())
            action = menu.addAction(assets.swatch(label, dark), words)
            action.triggered.connect(lambda _=False, name=label.name: self.label_chosen.emit(name))
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _mirrored(self, part: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), part)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Labels"))
        words = self.tr("More labels")
        self._more.setAccessibleName(words)
        self._more.setToolTip(words)
        for button in self._buttons.values():
            button.retranslate()
