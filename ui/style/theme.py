"""Light and dark looks of our own on Fusion, because a platform may know neither.

`apply` sets the look, `watcher` tells when it changed, `is_dark` reads a palette back so that a widget needs no
other source than the palette it is painted with.
"""

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from resources import ROOT
from ui.style.label_paint import label_colours
from ui.style.tones import build, colours, is_dark, tone

__all__ = ["THEMES", "ThemeWatcher", "apply", "is_dark", "label_colours", "tone", "watcher"]

THEMES = ("system", "light", "dark")


class ThemeWatcher(QObject):
    """Follows the system's scheme while the theme is ``system`` and says when light became dark or back."""

    changed = Signal(bool)
    """Emitted with True when the window is dark now."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.theme = "system"
        self.dark: bool | None = None
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _follow_system(self) -> None:
        app = self.parent()
        if self.theme == "system" and isinstance(app, QApplication):
            apply(app, "system")


def apply(app: QApplication, theme: str) -> None:
    """Show the windows in ``theme``: ``light``, ``dark`` or ``system``.

    A platform that tells no scheme (bare X11, offscreen) counts as light under ``system``.
    """
    watching = watcher(app)
    watching.theme = theme
    hints = app.styleHints()
    if theme == "system":
        hints.unsetColorScheme()
    else:
        # asked for the title bar's sake; where the platform ignores it our palette does everything
        hints.setColorScheme(Qt.ColorScheme.Dark if theme == "dark" else Qt.ColorScheme.Light)
    dark = hints.colorScheme() == Qt.ColorScheme.Dark if theme == "system" else theme == "dark"
    if watching.dark == dark:
        return
    if watching.dark is None:
        app.setStyle("Fusion")
    # without a sheet to replace: Qt polishes every widget several times over where one follows another (100 ms, else 30)
    app.setStyleSheet("")
    app.setPalette(build(dark))
    app.setStyleSheet(_style_sheet(dark))
    watching.dark = dark
    watching.changed.emit(dark)


def watcher(app: QApplication) -> ThemeWatcher:
    """Return the one watcher of this application."""
    return app.findChild(ThemeWatcher) or ThemeWatcher(app)


def _style_sheet(dark: bool) -> str:
    folder = ROOT / "themes"
    sheet = (folder / "style.qss").read_text(encoding="utf-8")
    # a style sheet cannot tint a drawing, so the arrows and the tick of menus are there in both inks
    name = "dark" if dark else "light"
    files = {part: f"{part}-{name}.svg" for part in ("down", "up", "tick")} | {"check": "check.svg"}
    drawings = {key: (folder / file).as_posix() for key, file in files.items()}
    return Template(sheet).substitute(colours(dark), **drawings)
