"""Choose a label's colours from a grid of swatches."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QToolButton, QWidget

from annotator.model import Colours, Label
from ui.i18n import isolate_ltr
from ui.style import assets
from ui.style.tones import is_dark

_COLUMNS = 8
_SWATCH = QSize(22, 22)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_COLUMNS,
    Qt.Key.Key_Down: _COLUMNS,
}


class ColourGrid(QWidget):
    """One Tab stop; the arrow keys move between the swatches and choose."""

    changed = Signal()

    def __init__(self, colours: Sequence[Colours]) -> None:
        super().__init__()
        self._colours = tuple(colours)
        self._pattern = "solid"
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        grid.setColumnStretch(_COLUMNS, 1)
        for number in range(len(self._colours)):
            button = _Swatch(self)
            button.setAccessibleName(
                self.tr("Colour %1").replace("%1", self.locale().toString(number + 1))
            )
            self._group.addButton(button, number)
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        self._group.idClicked.connect(self.changed)
        self.setFocusProxy(self._group.button(0))
        self._paint()

    def colours(self) -> Colours:
        return self._colours[max(self._group.checkedId(), 0)]

    def set_colours(self, colours: Colours) -> None:
        """Choose colours; ones that are not offered leave the choice as it is."""
        if colours in self._colours:
            self._choose(self._colours.index(colours))

    def set_pattern(self, pattern: str) -> None:
        """Show every swatch with this underline."""
        self._pattern = pattern
        self._paint()

    def step(self, key: Qt.Key) -> bool:
        """Move the choice for an arrow key, in the direction it points on the screen; tell whether it was one."""
        step = _STEPS.get(key)
        if step is None:
            return False
        if abs(step) == 1 and self.isRightToLeft():
            step = -step
        number = self._group.checkedId() + step
        if 0 <= number < len(self._colours):
            self._choose(number)
            self._group.button(number).setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _choose(self, number: int) -> None:
        button = self._group.button(number)
        button.setChecked(True)
        self.setFocusProxy(button)
        for other in self._group.buttons():
            other.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if other is button else Qt.FocusPolicy.ClickFocus
            )

    def _paint(self) -> None:
        dark = is_dark(self.palette())
        for number, colours in enumerate(self._colours):
            button = self._group.button(number)
            button.setIcon(assets.swatch(Label("sample", "", "", "", colours, self._pattern), dark))
            button.setToolTip(isolate_ltr(colours.tint_dark if dark else colours.tint_light))


class _Swatch(QToolButton):
    def __init__(self, grid: ColourGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setIconSize(_SWATCH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._grid.step(Qt.Key(event.key())):
            super().keyPressEvent(event)
