"""The first row of the window: the menus, and at the other end the tools used most."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QSizePolicy, QToolBar, QWidget

from ui.actions import Actions

HEIGHT = 32

TOOLS = ("undo", "redo", "previous-article", "next-article", "done-and-next", "find")


class TopRow(QWidget):
    """Menus and tools in one row. Where the system shows menus at the top of the screen, the tools have it alone."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top-row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menus = QMenuBar()
        self.tools = QToolBar()
        self.tools.setIconSize(QSize(18, 18))
        self.tools.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.tools.addActions([actions[name] for name in TOOLS])
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(self.menus, 1)
        row.addWidget(self.tools)
        self.setFixedHeight(HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.tools.sizeHint().width() + 2 * HEIGHT, HEIGHT)
