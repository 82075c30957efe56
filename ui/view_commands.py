"""Articles back and forth, zoom, theme, panes, help: commands that change what is seen and not the data."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QFont, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from annotator.errors import AnnotatorError
from ui import i18n
from ui.actions import Spec
from ui.annotating import Annotating
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import FONT_SIZES, Memory, Settings
from ui.style import assets, theme


class ViewCommands(QObject):
    """What the Annotate, Article, View and Help menus do."""

    def __init__(
        self, window: MainWindow, session: Session, memory: Memory, annotating: Annotating
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._memory = memory
        self._annotating = annotating
        self._label_actions: list[QAction] = []
        view, table = window.view, window.actions_table
        slots: dict[str, Callable[[], None]] = {
            "undo": self.undo,
            "redo": self.redo,
            "copy": view.copy,
            "repeat-label": annotating.repeat_label,
            "edit-attributes": annotating.edit_attributes,
            "edit-note": annotating.edit_note,
            "delete-annotation": annotating.delete,
            "zone": annotating.toggle_zone,
            "done-and-next": annotating.finish_article,
            "reopen-article": annotating.reopen_article,
            "next-article": lambda: self.open_neighbour(1),
            "previous-article": lambda: self.open_neighbour(-1),
            "filter-articles": window.articles.focus_filter,
            "zoom-in": lambda: self.zoom(1),
            "zoom-out": lambda: self.zoom(-1),
            "zoom-reset": self.reset_zoom,
            "next-pane": lambda: window.focus_pane(1),
            "previous-pane": lambda: window.focus_pane(-1),
            "palette": self.show_palette,
            "shortcuts": self.show_shortcuts,
            "settings": self.show_settings,
            "about": self.show_about,
            **{command: (lambda c=command: view.run(c)) for command in view.commands},
        }
        for action_id, slot in slots.items():
            table[action_id].triggered.connect(lambda _checked=False, run=slot: self._guarded(run))
        table["sticky-label"].triggered.connect(lambda: annotating.toggle_sticky())
        table["chips"].toggled.connect(self.show_chips)
        table["dark"].triggered.connect(self.set_dark)
        view.command_pressed.connect(lambda command: table[command].trigger())
        annotating.article_finished.connect(self.open_next_unfinished)
        memory.changed.connect(self.apply)
        session.undo_stack.canUndoChanged.connect(self.refresh)
        session.undo_stack.canRedoChanged.connect(self.refresh)
        session.undo_stack.indexChanged.connect(self.refresh)
        session.project_changed.connect(self.refresh)
        session.article_changed.connect(self.refresh)
        session.layer_changed.connect(self.refresh)
        view.current_changed.connect(self.refresh)

    # -- undo

    def undo(self) -> None:
        self._window.annotations.commit()
        self._session.undo_stack.undo()

    def redo(self) -> None:
        self._window.annotations.commit()
        self._session.undo_stack.redo()

    # -- articles

    def open_article(self, article_id: str) -> None:
        self._guarded(lambda: self._session.open_article(article_id))

    def show_menu(self, where: QPoint) -> None:
        """Show what can be done with the selection or the annotation under the pointer."""
        table, menu = self._window.actions_table, QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._label_actions)
        menu.addSeparator()
        menu.addActions(
            [
                table[name]
                for name in ("edit-attributes", "edit-note", "tag-everywhere", "delete-annotation")
            ]
        )
        menu.addSeparator()
        menu.addAction(table["zone"])
        menu.addMenu(self._window.menu("zones"))
        menu.addAction(table["copy"])
        menu.popup(where)

    def open_neighbour(self, step: int) -> None:
        article_id = self._session.neighbour(step)
        if article_id is not None:
            self._session.open_article(article_id)

    def open_next_unfinished(self) -> None:
        article_id = self._session.neighbour(1, unfinished=True)
        if article_id is None:
            self._window.notice.say(self.tr("Every article is done."))
        else:
            self._session.open_article(article_id)

    # -- looks

    def apply(self, before: Settings | None, after: Settings) -> None:
        """Show the window as the settings say; ``before`` None means everything."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        if before is None or before.theme != after.theme:
            theme.apply(app, after.theme)
        if before is None or (before.language, before.region) != (after.language, after.region):
            if before is not None:
                i18n.install(app, after.language, after.region)
            self._annotating.show_schema()
        if before is None or (before.font_family, before.font_size) != (
            after.font_family,
            after.font_size,
        ):
            self._window.view.set_article_font(
                assets.article_font(after.font_family, after.font_size)
            )
        self._window.view.set_chips_visible(after.show_chips)
        self._window.actions_table["chips"].setChecked(after.show_chips)
        self._window.actions_table["dark"].setChecked(theme.is_dark(app.palette()))

    def article_font(self) -> QFont:
        """Return the face and size in which articles are read now."""
        settings = self._memory.settings
        return assets.article_font(settings.font_family, settings.font_size)

    def zoom(self, step: int) -> None:
        size = self._memory.settings.font_size + step
        if size in FONT_SIZES:
            self._memory.update(replace(self._memory.settings, font_size=size))

    def reset_zoom(self) -> None:
        self._memory.update(replace(self._memory.settings, font_size=Settings().font_size))

    def show_chips(self, visible: bool) -> None:
        self._memory.update(replace(self._memory.settings, show_chips=visible))

    def set_dark(self, dark: bool) -> None:
        self._memory.update(replace(self._memory.settings, theme="dark" if dark else "light"))

    def show_settings(self) -> None:
        from ui.dialogs.settings_dialog import SettingsDialog

        before = self._memory.settings
        dialog = SettingsDialog(before, self._window)
        dialog.previewed.connect(self._memory.preview)
        accepted = dialog.exec()
        chosen = dialog.choice() if accepted else before
        self._memory.preview(before)
        self._memory.update(chosen)

    # -- help

    def show_palette(self) -> None:
        from ui.dialogs.command_palette import CommandPalette

        actions = [action for _, action in self._window.actions_table.all()]
        CommandPalette([*actions, *self._label_actions], self._window).open_over(self._window)

    def show_shortcuts(self) -> None:
        from ui.dialogs.shortcuts_dialog import Shortcut, ShortcutsDialog

        titles = self._window.actions_table.menu_titles()
        rows = [
            Shortcut(titles[spec.menu].replace("&", ""), words(action), keys_of(spec, action))
            for spec, action in self._window.actions_table.all()
            if keys_of(spec, action)
        ]
        group = titles["annotate"].replace("&", "")
        first = next((i for i, row in enumerate(rows) if row.group == group), len(rows))
        rows[first:first] = [
            Shortcut(group, words(action), (str(action.data()),)) for action in self._label_actions
        ]
        ShortcutsDialog(rows, self._window).show()

    def show_about(self) -> None:
        from ui.dialogs.about_dialog import AboutDialog

        AboutDialog(self._window).exec()

    # -- what can be done now

    def show_labels(self) -> None:
        """Put one command a label into the Annotate menu: `Tag as Actor`."""
        menu = self._window.menu("annotate")
        for action in self._label_actions:
            menu.removeAction(action)
            action.deleteLater()
        self._label_actions = []
        project = self._session.project
        before = self._window.actions_table["repeat-label"]
        for label in project.schema.labels if project else ():
            title = self.tr("Tag as %1").replace("%1", label.title(i18n.current()))
            action = QAction(
                assets.swatch(label, theme.is_dark(self._window.palette())),
                i18n.with_keys(title, label.key),
                self,
            )
            action.setData(label.key.upper())
            action.triggered.connect(
                lambda _checked=False, name=label.name: self._guarded(
                    lambda: self._annotating.press_label(name)
                )
            )
            menu.insertAction(before, action)
            self._label_actions.append(action)

    def refresh(self, *_: object) -> None:
        """Grey out what cannot be done now."""
        session, table = self._session, self._window.actions_table
        has_article = session.article is not None
        writable = has_article and session.is_writable
        there = {
            "project": session.project is not None,
            "article": has_article,
            "edit": writable,
            "annotation": writable and self._window.view.current is not None,
        }
        for spec, action in table.all():
            if spec.needs:
                action.setEnabled(there[spec.needs])
        table["sticky-label"].setChecked(self._annotating.sticky is not None)
        table["next-article"].setEnabled(session.neighbour(1) is not None)
        table["previous-article"].setEnabled(has_article and session.neighbour(-1) is not None)
        stack = session.undo_stack
        for action_id, can, text in (
            ("undo", stack.canUndo(), stack.undoText()),
            ("redo", stack.canRedo(), stack.redoText()),
        ):
            action = table[action_id]
            action.setEnabled(can)
            plain = self.tr("Undo") if action_id == "undo" else self.tr("Redo")
            action.setToolTip(f"{plain}: {text}" if text else plain)

    def _guarded(self, run: Callable[[], object]) -> None:
        try:
            run()
        except AnnotatorError as error:
            from ui.dialogs.error_box import show_error

            show_error(self._window, error)


def words(action: QAction) -> str:
    """Return a command's words without mnemonic and without the bare key shown beside it."""
    return action.text().partition("\t")[0].replace("&", "").rstrip("…")


def keys_of(spec: Spec, action: QAction) -> tuple[str, ...]:
    portable = QKeySequence.SequenceFormat.PortableText
    keys = [shortcut.toString(portable) for shortcut in action.shortcuts()]
    return (*dict.fromkeys(keys), *([spec.bare] if spec.bare else []))
