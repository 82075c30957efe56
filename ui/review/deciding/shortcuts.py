"""The keys of the cluster view as the cheat sheet shows them."""

from PySide6.QtCore import QCoreApplication

from ui.dialogs.shortcuts_dialog import Shortcut
from ui.review.deciding.deciding_keys import KEYS


def deciding_shortcuts() -> list[Shortcut]:
    """Return a line for each key, in the language of the window."""
    group = QCoreApplication.translate("Deciding", "Compare and decide")
    return [
        Shortcut(group, QCoreApplication.translate("Deciding", one.text), one.keys) for one in KEYS
    ]
