"""The cheat sheet of all keys, made from the actions themselves so that it cannot go stale."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import isolate
from ui.style.wrapping import wrap
from ui.widgets.form import GAP, FormDialog, quiet, text, wrapped
from ui.widgets.keycap import KeyCaps
from ui.widgets.matching import matches

_WIDTH, _HEIGHT = 860, 620


@dataclass(frozen=True, slots=True)
class Shortcut:
    """``keys`` are alternatives in Qt's portable spelling (``Ctrl+Shift+Z``), none of them translated."""

    group: str
    text: str
    keys: tuple[str, ...]


class ShortcutsDialog(FormDialog):
    """Meant to stay open beside the window: show it, do not exec it. Groups keep the order they first appear in."""

    def __init__(self, shortcuts: Sequence[Shortcut], parent: QWidget | None = None) -> None:
        super().__init__(parent, "", width=640)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._shortcuts = tuple(shortcuts)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a command or a key"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._fill)
        self.add_heading(self.tr("Keyboard shortcuts"))
        self.body.addWidget(self.filter)
        self.sheet = QScrollArea()
        self.sheet.setWidgetResizable(True)
        self.sheet.setAccessibleName(self.windowTitle())  # it takes the keyboard, to be scrolled
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.sheet, 1)
        self._fill("")
        close = self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        self.let_body_grow()
        self.resize(_WIDTH, _HEIGHT)

    def _fill(self, wanted: str) -> None:
        shown = [
            s for s in self._shortcuts if matches(f"{s.group} {s.text} {' '.join(s.keys)}", wanted)
        ]
        order = list(dict.fromkeys(s.group for s in self._shortcuts))
        shown.sort(key=lambda s: order.index(s.group))
        groups = [(name, list(members)) for name, members in groupby(shown, lambda s: s.group)]
        page = QWidget()
        page.setAutoFillBackground(False)
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, GAP, 0)
        columns.setSpacing(4 * GAP)
        for half in balance(groups):
            column = QVBoxLayout()
            column.setSpacing(2 * GAP)
            for name, members in half:
                column.addLayout(_group(name, members))
            column.addStretch()
            columns.addLayout(column, 1)
        if not groups:
            columns.addWidget(
                quiet(self.tr("No command matches %1.").replace("%1", isolate(wanted))),
                0,
                Qt.AlignmentFlag.AlignTop,
            )
        self.sheet.setWidget(page)
        self.sheet.viewport().setAutoFillBackground(False)


def balance(groups: Sequence[tuple[str, list[Shortcut]]]) -> tuple[list, list]:
    """Share the groups between two columns of about the same height, in reading order."""
    total = sum(len(members) + 2 for _, members in groups)
    first: list = []
    height = 0
    for name, members in groups:
        if first and height + (len(members) + 2) / 2 > total / 2:
            break
        first.append((name, members))
        height += len(members) + 2
    return first, list(groups[len(first) :])


def _group(name: str, members: Sequence[Shortcut]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(GAP // 2)
    grid.setHorizontalSpacing(2 * GAP)
    grid.setColumnStretch(0, 1)
    grid.addWidget(text(name, "section"), 0, 0, 1, 2)
    for number, shortcut in enumerate(members, start=1):
        words = QLabel(shortcut.text)
        wrap(words)
        grid.addWidget(words, number, 0)
        trailing = QHBoxLayout()
        trailing.addStretch()
        trailing.addWidget(_alternatives(shortcut.keys))
        grid.addLayout(trailing, number, 1)
    return grid


def _alternatives(keys: Sequence[str]) -> QWidget:
    """Show alternatives in the order they have on the keyboard, 1 2 3 and ← →, in every language."""
    caps = QHBoxLayout()
    caps.setSpacing(GAP)
    for shortcut in keys:
        caps.addWidget(KeyCaps(shortcut))
    holder = wrapped(caps)
    holder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return holder
