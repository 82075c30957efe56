from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import isolate_ltr
from ui.style import assets
from ui.style.wrapping import wrap
from ui.widgets.row_button import RowButton

LOGO = QSize(88, 88)
WIDTH = 460
"""The page's width in logical pixels: wider lines of buttons and paths are harder to scan."""


@dataclass(frozen=True, slots=True)
class RecentProject:
    """A project that was open before. ``path`` is as the user would write it."""

    path: str
    title: str = ""
    is_missing: bool = False


class WelcomePanel(QWidget):
    """What the window shows while no project is open."""

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    import_requested = Signal()
    recent_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent: tuple[RecentProject, ...] = ()
        self._shown: list[RowButton] = []
        self._build()
        self._retranslate()

    def show_recent(self, projects: Sequence[RecentProject]) -> None:
        """List the projects opened before, the last first; missing ones are greyed and cannot be chosen."""
        self._recent = tuple(projects)
        had_keyboard = any(row.hasFocus() for row in self._shown)
        for row in self._shown:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shown = []
        before: QWidget = self._import
        for project in self._recent:
            row = self._row(project)
            self._rows.addWidget(row)
            self._shown.append(row)
            row.show()  # Qt would wait for its next round, and what is not shown takes no keyboard
            self.setTabOrder(before, row)
            before = row
        self._recent_title.setVisible(bool(self._recent))
        if had_keyboard:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the project that was open last or, at the very beginning, on the button that makes one."""
        there = (row for row in self._shown if row.isEnabled())
        next(there, self._new).setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._title, self._subtitle = QLabel("\u200eHashiya · حاشية"), QLabel()
        self._new, self._open = (
            QPushButton(assets.icon("new"), ""),
            QPushButton(assets.icon("open"), ""),
        )
        self._sample = QPushButton(assets.icon("article"), "")
        self._import = QPushButton(assets.icon("import"), "")
        self._new.clicked.connect(self.new_requested)
        self._open.clicked.connect(self.open_requested)
        self._sample.clicked.connect(self.sample_requested)
        self._import.clicked.connect(self.import_requested)
        self._hint, self._recent_title = QLabel(), QLabel()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._arrange()

    def _arrange(self) -> None:
        logo = QLabel()
        logo.setPixmap(assets.icon("hashiya").pixmap(LOGO, self.devicePixelRatioF()))
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        font.setBold(True)
        self._title.setFont(font)
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for label in (self._title, self._subtitle, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            wrap(label)
        buttons = QGridLayout()
        buttons.setSpacing(8)
        for place, button in enumerate((self._new, self._open, self._sample, self._import)):
            button.setIconSize(QSize(20, 20))
            button.setMinimumHeight(40)
            button.setAutoDefault(True)  # Enter presses it, as in a dialog
            buttons.addWidget(button, place // 2, place % 2)
        page = QWidget()
        page.setMaximumWidth(WIDTH)
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (logo, self._title, self._subtitle):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self._hint)
        column.addSpacing(8)
        column.addWidget(self._recent_title)
        column.addLayout(self._rows)
        column.addStretch(2)
        self._scroll(page)

    def _scroll(self, page: QWidget) -> None:
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from button to button
        middle = QWidget()
        across = QGridLayout(middle)
        across.addWidget(page, 0, 1)
        across.setColumnStretch(0, 1)
        across.setColumnStretch(1, 100)
        across.setColumnStretch(2, 1)
        scroller.setWidget(middle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroller)

    def _row(self, project: RecentProject) -> RowButton:
        path = isolate_ltr(project.path)
        detail = self.tr("%1 (not found)").replace("%1", path) if project.is_missing else path
        row = RowButton(project.title or PurePath(project.path).name, detail)
        row.setIcon(assets.icon("folder"))
        row.setEnabled(not project.is_missing)
        row.setAccessibleName(f"{row.text()}, {detail}")
        row.clicked.connect(lambda: self.recent_chosen.emit(project.path))
        return row

    def _retranslate(self) -> None:
        self._subtitle.setText(self.tr("Annotate Arabic news, exactly and right to left"))
        self._new.setText(self.tr("New project…"))
        self._open.setText(self.tr("Open a project…"))
        self._sample.setText(self.tr("Open the sample"))
        self._import.setText(self.tr("Import texts…"))
        self._hint.setText(self.tr("You can also drop a project folder or text files here."))
        self._recent_title.setText(self.tr("Recent projects"))
        self.show_recent(self._recent)
