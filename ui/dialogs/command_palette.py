"""Every command by name: type a part of it, press Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import split_keys
from ui.style.wrapping import wrap
from ui.widgets.form import GAP
from ui.widgets.keycap import legends
from ui.widgets.matching import rank
from ui.widgets.row_models import Index

_WIDTH, _ROWS, _ROW_HEIGHT = 560, 9, 34
_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_ROWS,
    Qt.Key.Key_PageDown: _ROWS,
}
_ACTION = Qt.ItemDataRole.UserRole


class CommandPalette(QDialog):
    """Offers the given actions. The chosen one is triggered after the palette is gone, so that it finds the old focus."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setWindowTitle(self.tr("Commands"))
        self.setProperty("role", "popup")
        self._actions = [action for action in actions if plain(action) and action.menu() is None]
        self.query = QLineEdit()
        self.query.setPlaceholderText(self.tr("Type a command"))
        self.query.setAccessibleName(self.query.placeholderText())
        self.query.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setItemDelegate(_CommandDelegate(self.list))
        self.list.setIconSize(QSize(20, 20))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.query)
        column.addWidget(self.list)
        self.nothing = QLabel(
            self.tr("No command answers to this. Try another word, or see all keys with Shift+F1.")
        )
        wrap(self.nothing)
        self.nothing.setProperty("role", "hint")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.nothing, 1)
        self.query.textChanged.connect(self.show_matches)
        self.query.returnPressed.connect(self.run_current)
        self.query.installEventFilter(self)
        self.list.itemClicked.connect(self.run_current)
        self.resize(_WIDTH, _ROWS * _ROW_HEIGHT + self.query.sizeHint().height() + 4 * GAP)
        self.show_matches("")

    def open_over(self, window: QWidget) -> None:
        """Show the palette near the top of a window, in its middle."""
        left = (window.width() - self.width()) // 2
        self.move(window.mapToGlobal(QPoint(left, window.height() // 8)))
        self.show()
        self.query.setFocus()

    def show_matches(self, wanted: str) -> None:
        """List the commands that answer ``wanted``, best first; what cannot be done now comes last, greyed."""
        found = [(rank(plain(action), wanted), action) for action in self._actions]
        kept = [
            (not action.isEnabled(), value, action) for value, action in found if value is not None
        ]
        kept.sort(key=lambda entry: entry[:2])
        self.list.clear()
        without = QPixmap(self.list.iconSize())
        without.fill(Qt.GlobalColor.transparent)
        for disabled, _, action in kept:
            item = QListWidgetItem(
                QIcon(without) if action.icon().isNull() else action.icon(), plain(action)
            )
            item.setData(_ACTION, action)
            if disabled:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(kept))
        self.nothing.setVisible(not kept)

    def run_current(self) -> None:
        item = self.list.currentItem()
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        action = item.data(_ACTION)
        self.accept()
        action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _MOVES.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
        return super().eventFilter(watched, event)


class _CommandDelegate(QStyledItemDelegate):
    """Name on the reading side, shortcut on the other, drawn left to right in every language."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        keys = keys_of(index.data(_ACTION))
        if not keys:
            return
        words = " ".join(legends(keys))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        painter.setPen(option.palette.color(role))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        side = (
            Qt.AlignmentFlag.AlignLeft
            if option.direction == Qt.LayoutDirection.RightToLeft
            else Qt.AlignmentFlag.AlignRight
        )
        box = QRect(option.rect).adjusted(2 * GAP, 0, -2 * GAP, 0)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


def plain(action: QAction) -> str:
    """Return an action's text without its mnemonic mark, its dots and the keys that a menu shows after a tab."""
    text, _ = split_keys(action.text())
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def keys_of(action: QAction) -> str:
    """Return the keys of an action: its shortcut, or a bare key that its menu entry names."""
    shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
    return shortcut or split_keys(action.text())[1]
