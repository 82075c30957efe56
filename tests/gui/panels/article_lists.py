"""Acts on the list of articles: its menus, and what it says."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from ui.widgets.list_view import RowsView


def spoken(panel, row):
    model = panel.findChild(RowsView).model()
    return model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)


FACETS, ORDER = "Filter by what is known of articles and how far they are", "Sort and group"


def menu_of(panel, button):
    """Return the menu of a button as it opens now."""
    opened = next(b for b in panel.findChildren(QToolButton) if b.accessibleName() == button).menu()
    opened.aboutToShow.emit()
    return opened


def entry(menu, words):
    plain = {
        a: a.text().replace("&&", "\0").replace("&", "").replace("\0", "&") for a in menu.actions()
    }
    return next(a for a in menu.actions() if plain[a].partition("\t")[0] == words)


def choose(panel, button, *path):
    """Choose an entry of a menu, through the menus on its way."""
    menu = menu_of(panel, button)
    for words in path[:-1]:
        menu = entry(menu, words).menu()
    entry(menu, path[-1]).trigger()


def words(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
