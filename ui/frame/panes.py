"""How the article page is divided: labels above, articles at the leading side, the side panel at the trailing one."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from ui.frame.bottom_pane import BottomPane
from ui.frame.pane import Pane, PlainPane
from ui.frame.side_panel import SidePanel
from ui.remembered.window_layout import WindowLayout
from ui.widgets.panel import Panel

NARROW = 1100
"""Logical pixels of width below which the list of articles closes by itself: the text would have 380 left."""

ARTICLES_LEAST = QSize(140, 120)
TEXT_LEAST = QSize(240, 120)

STEP = 24
"""Logical pixels by which one press of a key makes a pane larger or smaller."""


class Panes(QWidget):
    """The page on which one works. A splitter, not docks: it turns round by itself in a right-to-left window."""

    changed = Signal()
    """Something was opened or closed."""

    def __init__(self, strip: QWidget, articles: Panel, view: QWidget) -> None:
        super().__init__()
        self._layout = WindowLayout()
        self._is_narrow = self._is_alone = False
        self._strip, self._view = strip, view
        self.articles = PlainPane(articles, ARTICLES_LEAST)
        self.side = SidePanel()
        self.bottom = BottomPane()
        self._rows = _Splitter(Qt.Orientation.Vertical)
        self._columns = _Splitter(Qt.Orientation.Horizontal)
        self._build()
        self.side.close_requested.connect(lambda: self.open_side(False))
        self.bottom.close_requested.connect(self.close_bottom)
        for pane in (self.articles, self.side, self.bottom):
            pane.left.connect(self.focus_text)
        self._show_open()

    # -- what is open

    @property
    def articles_are_open(self) -> bool:
        return self.articles.isVisibleTo(self)

    @property
    def side_is_open(self) -> bool:
        return self.side.isVisibleTo(self)

    @property
    def is_alone(self) -> bool:
        """Whether the text stands alone: focus mode."""
        return self._is_alone

    def open_articles(self, is_open: bool) -> None:
        """Open or close the list of articles; what is wished in a narrow window is not wished in a wide one."""
        wish = "articles_open_narrow" if self._is_narrow else "articles_open"
        self._wish(**{wish: is_open})

    def open_side(self, is_open: bool) -> None:
        self._wish(side_open=is_open)

    def open_page(self, name: str) -> None:
        """Open the side panel with a page in front; the keyboard stays where it is."""
        self.side.bring_forward(name)
        self.open_side(True)

    def open_bottom(self, panel: Panel) -> None:
        """Open a panel under the text."""
        if self.bottom.panel is not panel:
            self.bottom.hold(panel)
        if not self.bottom.isVisibleTo(self):
            self.set_alone(False)
            self.bottom.show()
            self._apply_heights()

    def close_bottom(self) -> None:
        self._hide(self.bottom)

    def set_alone(self, is_alone: bool) -> None:
        """Show the text alone, or everything that was open again."""
        if is_alone != self._is_alone:
            self._is_alone = is_alone
            if is_alone:
                self._hide(self.bottom)
            self._show_open()

    # -- the keyboard

    def focus_text(self) -> None:
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next(self, step: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) pane that is open, round the end."""
        panes: list[Pane | None] = [None]
        panes += [pane for pane in (self.articles, self.side, self.bottom) if pane.isVisible()]
        here = next((pane for pane in panes if pane is not None and _has_focus(pane)), None)
        pane = panes[(panes.index(here) + step) % len(panes)]
        if pane is None:
            self.focus_text()
        else:
            pane.take_focus()

    def resize_focused(self, step: int) -> bool:
        """Make the pane that has the keyboard larger (1) or smaller (-1), as its edge could be dragged.

        Returns whether a pane had the keyboard: the text has what the panes leave.
        """
        if _has_focus(self.bottom):
            highest = max(self._rows.height() // 2, self.bottom.minimumSizeHint().height())
            height = self._rows.sizes()[1] + step * STEP
            height = min(max(height, self.bottom.minimumSizeHint().height()), highest)
            self._layout = replace(self._layout, bottom_height=height)
            self._apply_heights()
            return True
        return self._resize_column(step)

    # -- what is remembered

    @property
    def layout_now(self) -> WindowLayout:
        return replace(self._layout, page=self.side.current or self._layout.page)

    def restore(self, layout: WindowLayout) -> None:
        self._layout = layout
        self.side.bring_forward(layout.page)
        self._show_open()
        self._apply_sizes()

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = event.size().width() < NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._show_open()
        super().resizeEvent(event)

    # -- inside

    def _build(self) -> None:
        self._rows.addWidget(self._view)
        self._rows.addWidget(self.bottom)
        self._rows.setStretchFactor(0, 1)
        self._rows.setStretchFactor(1, 0)
        for part in (self.articles, self._rows, self.side):
            self._columns.addWidget(part)
        for place, stretch in enumerate((0, 1, 0)):
            self._columns.setStretchFactor(place, stretch)
        for splitter in (self._rows, self._columns):
            splitter.setHandleWidth(1)
            splitter.splitterMoved.connect(lambda *_: self._keep_dragged())
            splitter.setChildrenCollapsible(False)
        self._rows.setMinimumSize(TEXT_LEAST)
        self._columns.resized.connect(self._apply_sizes)
        self._rows.resized.connect(self._apply_heights)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self._columns, 1)

    def _wish(self, **wishes: bool) -> None:
        self._layout = replace(self._layout, **wishes)
        if self._is_alone:
            self.set_alone(False)
        else:
            self._show_open()

    def _show_open(self) -> None:
        """Show what is wished and has room, and tell where something came or went."""
        layout, alone = self._layout, self._is_alone
        articles = layout.articles_open_narrow if self._is_narrow else layout.articles_open
        self._strip.setVisible(not alone)
        for pane, is_open in ((self.articles, articles), (self.side, layout.side_open)):
            if is_open and not alone:
                pane.show()
            else:
                self._hide(pane)
        self._apply_sizes()
        self.changed.emit()

    def _hide(self, pane: Pane) -> None:
        """Hide a pane; the keyboard that was in it goes to the text."""
        was_inside = _has_focus(pane)
        pane.hide()
        if was_inside:
            self.focus_text()

    def _resize_column(self, step: int) -> bool:
        pane = next((pane for pane in (self.articles, self.side) if _has_focus(pane)), None)
        if pane is None:
            return False
        articles, text, side = self._columns.sizes()
        own = articles if pane is self.articles else side
        least = pane.minimumSizeHint().width()
        most = max(own + text - TEXT_LEAST.width(), least)
        own = min(max(own + step * STEP, least), most)
        wishes = {"articles_width": own} if pane is self.articles else {"side_width": own}
        self._layout = replace(self._layout, **wishes)
        self._apply_sizes()
        return True

    def _keep_dragged(self) -> None:
        """Keep the lengths to which the user dragged an edge."""
        articles, _text, side = self._columns.sizes()
        self._layout = replace(
            self._layout,
            articles_width=articles or self._layout.articles_width,
            side_width=side or self._layout.side_width,
            bottom_height=self._rows.sizes()[1] or self._layout.bottom_height,
        )

    def _apply_heights(self) -> None:
        """Give the panel under the text its height, or half of what there is."""
        height = min(self._layout.bottom_height, self._rows.height() // 2)
        self._rows.setSizes([max(self._rows.height() - height, 1), height])

    def _apply_sizes(self) -> None:
        """Give the sides their widths, less where the text would have too little, and the text all the rest."""
        total = self._columns.width()
        articles = self._layout.articles_width if self.articles_are_open else 0
        side = self._layout.side_width if self.side_is_open else 0
        spare = max(total - TEXT_LEAST.width(), 0)
        if articles + side > spare:
            articles, side = (round(part * spare / (articles + side)) for part in (articles, side))
        self._columns.setSizes([articles, max(total - articles - side, 1), side])


class _Splitter(QSplitter):
    """Says when it has another size or turned round: its parts are as large as wished, not as large as they were."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.resized.emit()  # Qt turns the parts round at their next move, not now


def _has_focus(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
