"""What whoever helps needs to know about this machine: plain English lines without anything personal."""

import platform

import PySide6
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator import __version__
from ui import i18n, settings
from ui.log.rotating import Log
from ui.style import assets

LINES = 60
"""Of the log's end."""


def version_details() -> str:
    """Return the versions of what the program is and stands on."""
    return "\n".join(
        (
            f"Hashiya {__version__}",
            f"Python {platform.python_version()} ({platform.python_implementation()})",
            f"Qt {qVersion()} with PySide {PySide6.__version__} on {QGuiApplication.platformName()}",
            platform.platform(),
        )
    )


def support_report(log: Log | None = None) -> str:
    """Return versions, screens, fonts, the settings that are nobody's secret and the end of the log."""
    last = (log or Log()).last(LINES)
    parts = [
        version_details(),
        "\n".join(_screens()),
        "\n".join(_fonts()),
        "\n".join(_settings()),
        f"Last lines of the log:\n{last}" if last else "The log is empty.",
    ]
    return "\n\n".join(parts) + "\n"


def _screens() -> list[str]:
    found: list[str] = []
    for screen in QGuiApplication.screens():
        size, free = screen.size(), screen.availableGeometry().size()
        found.append(
            f"Screen {size.width()}x{size.height()}, {free.width()}x{free.height()} free, "
            f"{screen.logicalDotsPerInch():.0f} dpi, scale {screen.devicePixelRatio():g}"
        )
    return found


def _fonts() -> list[str]:
    known = set(QFontDatabase.families())
    ours = [*assets.FACES.values(), assets.WINDOW, *assets.FALLBACKS]
    missing = [family for family in ours if family not in known]
    window = QFontInfo(QApplication.font())
    return [
        f"Window font {window.family()} {window.pointSize()} pt",
        f"Fonts of our own not loaded: {', '.join(missing)}"
        if missing
        else "Fonts of our own loaded",
    ]


def _settings() -> list[str]:
    """Say how the window is set; the annotator's name, projects and places are only counted."""
    now = settings.load()
    return [
        f"Language {now.language} (shown: {i18n.current()}, {QLocale().name()}), region {now.region or 'of the system'}",
        f"Theme {now.theme}, text {now.font_family} {now.font_size} pt",
        f"Spacing {now.spacing}, invisible characters {_on(now.show_invisible)}",
        f"Values filled in {_on(now.fill_values)}",
        f"Annotator {'named' if now.annotator else 'not named yet'}, {len(now.recent)} projects remembered",
    ]


def _on(flag: bool) -> str:
    return "on" if flag else "off"
