"""How the window looks and where the keyboard is: text size, spacing, column, signs, colours, panes, settings."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui import i18n
from ui.article.inspector import Inspector
from ui.article.reading import spacing
from ui.commands.base import Commands
from ui.layer_display import LayerDisplay
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import COLUMNS, FONT_SIZES, SPACINGS, Memory, Settings
from ui.style import assets, theme


class ViewCommands(Commands):
    """What the View menu does. The window follows the settings, and the commands change the settings."""

    annotator_chosen = Signal(str)
    """Another name was given in the settings."""

    def __init__(
        self, window: MainWindow, session: Session, memory: Memory, display: LayerDisplay
    ) -> None:
        super().__init__(window, session)
        self._memory = memory
        self._display = display
        self._inspector = Inspector(window.view)
        window.view.overlays.append(self._inspector.paint)
        memory.changed.connect(self.apply)

    def apply(self, before: Settings | None, after: Settings) -> None:
        """Show the window as the settings say; ``before`` None means everything."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        with self._window.view.anchor_kept():
            self._apply(app, before, after)

    def _apply(self, app: QApplication, before: Settings | None, after: Settings) -> None:
        if before is None or before.theme != after.theme:
            theme.apply(app, after.theme)
        if before is None or (before.language, before.region) != (after.language, after.region):
            if before is not None:
                i18n.install(app, after.language, after.region)
            self._display.show_schema()
        font = (after.font_family, after.font_size)
        if before is None or (before.font_family, before.font_size) != font:
            self._window.view.set_article_font(assets.article_font(*font))
        self._window.view.set_spacing(after.spacing)
        self._window.view.set_column(int(after.column) if after.column.isdecimal() else None)
        self._inspector.toggle(after.show_invisible)
        for command, is_on in (
            ("inspect", after.show_invisible),
            ("dark", theme.is_dark(app.palette())),
            *((f"spacing-{name}", name == after.spacing) for name in SPACINGS),
            *((f"column-{letters}", letters == after.column) for letters in COLUMNS),
        ):
            self._window.actions_table[command].setChecked(is_on)

    def article_font(self) -> QFont:
        """Return the face and size in which articles are read now."""
        settings = self._memory.settings
        return assets.article_font(settings.font_family, settings.font_size)

    def zoom(self, step: int) -> None:
        size = self._memory.settings.font_size + step
        if size in FONT_SIZES:
            self._change(font_size=size)

    def reset_zoom(self) -> None:
        self._change(font_size=Settings().font_size)

    def space(self, name: str) -> None:
        """Set the lines ``compact``, ``normal`` or ``wide``."""
        self._choose(spacing=name)

    def next_spacing(self) -> None:
        """Set the lines one step further apart; after the widest the closest."""
        self.space(_after(self._memory.settings.spacing, list(spacing.SPACINGS)))

    def limit_column(self, letters: str) -> None:
        """Make lines so many letters long at most, or ``unlimited``."""
        self._choose(column=letters)

    def next_column(self) -> None:
        """Make lines longer by one step; after the longest the shortest."""
        self.limit_column(_after(self._memory.settings.column, sorted(COLUMNS)))

    def show_invisible(self) -> None:
        self._change(show_invisible=self.is_on("inspect"))

    def turn_dark(self) -> None:
        self._change(theme="dark" if self.is_on("dark") else "light")

    def next_pane(self, step: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) pane."""
        self._window.panes.focus_next(step)

    def resize_pane(self, step: int) -> None:
        """Make the pane that has the keyboard larger (1) or smaller (-1), or say how to come to one."""
        if not self._window.panes.resize_focused(step):
            self.say(self.tr("Go to a pane first (F6): the text takes what the panes leave."))

    def toggle_articles(self) -> None:
        self._window.panes.open_articles(not self._window.panes.articles_are_open)

    def toggle_side(self) -> None:
        self._window.panes.open_side(not self._window.panes.side_is_open)

    def toggle_page(self, name: str) -> None:
        self._window.toggle_page(name)

    def toggle_focus_mode(self) -> None:
        """Show the text alone, or everything that was open again."""
        self._window.set_focus_mode(not self._window.panes.is_alone)
        self._window.view.setFocus()

    def let_go(self) -> None:
        """Let go of edge, selection or annotation; where there is none of them, leave the text that stands alone."""
        view = self._window.view
        holds = view.edge is not None or view.selection is not None or view.current is not None
        view.clear_step()
        if not holds and self._window.panes.is_alone:
            self._window.set_focus_mode(False)

    def show_settings(self) -> None:
        from ui.dialogs.settings_dialog import SettingsDialog

        before = self._memory.settings
        dialog = SettingsDialog(before, self._window)
        dialog.previewed.connect(self._memory.preview)
        accepted = dialog.exec()
        chosen = dialog.choice() if accepted else before
        self._memory.preview(before)
        self._memory.update(chosen)
        if chosen.annotator != before.annotator:
            self.annotator_chosen.emit(chosen.annotator)

    def _choose(self, **changes: object) -> None:
        """Change a setting that is one of several; choosing the chosen one again leaves its command ticked."""
        settings = self._memory.settings
        self._change(**changes)
        if self._memory.settings == settings:
            self.apply(settings, settings)

    def _change(self, **changes: object) -> None:
        self._memory.update(replace(self._memory.settings, **changes))


def _after(name: str, names: list[str]) -> str:
    return names[(names.index(name) + 1) % len(names)]
