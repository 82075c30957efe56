"""The named colours of the light and the dark theme, read from ``resources/themes``."""

import json
from functools import cache

from PySide6.QtGui import QColor, QPalette

from resources import ROOT

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "page",
    QPalette.ColorRole.AlternateBase: "page_alternate",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "button",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.PlaceholderText: "ink_quiet",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "tooltip_ink",
    QPalette.ColorRole.Light: "button_hover",
    QPalette.ColorRole.Midlight: "button_hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
}
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


@cache
def colours(dark: bool) -> dict[str, str]:
    """Return the named colours (``#RRGGBB``) of a theme; treat the dictionary as read-only."""
    path = ROOT / "themes" / ("dark.json" if dark else "light.json")
    return json.loads(path.read_text(encoding="utf-8"))


def build(dark: bool) -> QPalette:
    """Return the palette of the light or the dark theme."""
    named = colours(dark)
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, QColor(named[name]))
    for role in _DISABLED:
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(named["ink_disabled"]))
    return result


def is_dark(shown: QPalette) -> bool:
    """Tell whether text on this palette's page is lighter than the page."""
    ink, page = shown.color(QPalette.ColorRole.Text), shown.color(QPalette.ColorRole.Base)
    return ink.lightness() > page.lightness()


def tone(name: str, shown: QPalette) -> QColor:
    """Return a named colour (``good``, ``caution``, ``bad``, ``ink_quiet``, ``line``…) to paint on ``shown``."""
    return QColor(colours(is_dark(shown))[name])
