"""The one door from the command line to the window.

The core never imports `ui` (docs/decisions/0001): it can be installed and used without Qt. What the door opens is looked
up by name when somebody asks for it.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.project import Project

NO_DISPLAY = (
    "there is no display to open the window on. Without one, `hashiya demo --out DIR` shows what the window does, "
    "and the other commands (hashiya --help) import, check and export."
)


class NoWindowError(AnnotatorError):
    """The part of Hashiya that draws is not there or cannot start."""


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Tell whether a window can be seen; only X11 and Wayland systems may lack a screen."""
    if platform in ("win32", "darwin", "cygwin"):
        return True
    names = ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


def open_window(project: Path | None) -> int:
    """Show the window until it is closed and return its exit code."""
    return int(_call("ui.app", "main", [] if project is None else [str(project)]))


def render(
    project: "Project", article_ids: Sequence[str], annotator: str | None, out: Path, language: str
) -> None:
    """Draw articles as the window draws them, into sheets or a picture of one."""
    _call("ui.render", "render", project, article_ids, annotator, out, language)


def run_demo(out: Path) -> list[str]:
    """Run the demonstration into a folder and return what it did, line by line."""
    return list(_call("ui.demo", "run", out))


def _call(module: str, function: str, *arguments: object) -> Any:
    try:
        found = import_module(module)
    except ImportError as error:
        if not _is_a_matter_of_installation(error):
            raise
        raise NoWindowError(
            f"the window cannot start: {error}. Install Hashiya with what it depends on (README.md); "
            "on Debian, scripts/bootstrap.sh names the system packages that Qt needs"
        ) from error
    return getattr(found, function)(*arguments)


def _is_a_matter_of_installation(error: ImportError) -> bool:
    return error.name == "ui" or (error.name or "").partition(".")[0] in ("PySide6", "shiboken6")
