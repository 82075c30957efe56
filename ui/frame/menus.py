"""The menus, made from the table of commands."""

from collections.abc import Mapping

from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from ui.actions import Actions, translated


class Menus:
    """The menus of one window by name."""

    def __init__(
        self,
        window: QMainWindow,
        bar: QMenuBar,
        actions: Actions,
        menus: Mapping[str, str],
        submenus: Mapping[str, tuple[str, str]],
    ) -> None:
        """``menus`` are titles by name; ``submenus`` name the command they stand after, and their title."""
        self._titles = {**menus, **{name: title for name, (_, title) in submenus.items()}}
        self._menus: dict[str, QMenu] = {}
        for name in menus:
            menu = self._menus[name] = bar.addMenu("")
            for spec, action in actions.in_menu(name):
                if spec.rule:
                    menu.addSeparator()
                menu.addAction(action)
        for name, (command, _) in submenus.items():
            parent = self._menus[actions.spec(command).menu]
            entries = parent.actions()
            rest = entries[entries.index(actions[command]) + 1 :]
            submenu = self._menus[name] = QMenu(window)
            submenu.addActions([action for _, action in actions.in_menu(name)])
            if rest:
                parent.insertMenu(rest[0], submenu)
            else:
                parent.addMenu(submenu)
        # Shortcuts must work while their menu is closed, and so belong to the window as well.
        window.addActions([action for _, action in actions.all()])

    def __getitem__(self, name: str) -> QMenu:
        return self._menus[name]

    def titles(self) -> dict[str, str]:
        """Return every menu's title, with its mnemonic, in the language of the window."""
        return {name: translated(title) for name, title in self._titles.items()}

    def retranslate(self) -> None:
        for name, title in self.titles().items():
            self._menus[name].setTitle(title)
