"""Every command of the window in one table. Menus, toolbar, command palette and cheat sheet are made from it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeySequence

from ui.i18n import current, with_keys
from ui.style import assets

StandardKey = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Spec:
    """One command: its id, the menu it is in, and how it is reached.

    ``keys`` are shortcuts of the whole window. ``bare`` is a key without modifier that works while the article has the
    focus: the article view knows it by its place on the keyboard, and the table only shows it. A menu entry opens with
    a rule above it where ``rule`` is set. ``needs`` says what must be there for the command to make sense: a ``project``,
    an ``article``, an article that can be edited (``edit``) or a current ``annotation`` in one; empty: nothing.
    """

    id: str
    menu: str
    icon: str = ""
    keys: tuple[str | StandardKey, ...] = ()
    bare: str = ""
    checkable: bool = False
    rule: bool = False
    needs: str = ""


SPECS = (
    Spec("new", "file", "new", (StandardKey.New,)),
    Spec("open", "file", "open", (StandardKey.Open,)),
    Spec("open-sample", "file"),
    Spec("import", "file", "import", ("Ctrl+I",), rule=True),
    Spec("export", "file", "export", ("Ctrl+E",), needs="project"),
    Spec("save", "file", "saved", (StandardKey.Save,), rule=True, needs="project"),
    Spec("backups", "file", "backup", needs="project"),
    Spec("check", "file", needs="project"),
    Spec("close-project", "file", "close", ("Ctrl+W",), rule=True, needs="project"),
    Spec("quit", "file", "quit", ("Ctrl+Q",)),
    Spec("undo", "edit", "undo", (StandardKey.Undo,)),
    Spec("redo", "edit", "redo", (StandardKey.Redo, "Ctrl+Shift+Z", "Ctrl+Y")),
    Spec("copy", "edit", "copy", (StandardKey.Copy,), rule=True, needs="article"),
    Spec("find", "edit", "search", (StandardKey.Find,), rule=True),
    Spec("find-next", "edit", keys=("F3",)),
    Spec("find-previous", "edit", keys=("Shift+F3",)),
    Spec("find-in-project", "edit", keys=("Ctrl+Shift+F",)),
    Spec("select-word", "edit", bare="Space", rule=True, needs="article"),
    Spec("shrink-selection", "edit", bare="Shift+Space", needs="article"),
    Spec("clear", "edit", bare="Esc", needs="article"),
    Spec("annotator", "edit", "person", rule=True),
    Spec("schema", "edit", "label-edit", needs="project"),
    Spec("names", "edit", "person", ("Ctrl+Shift+N",), needs="project"),
    Spec("settings", "edit", "settings", ("Ctrl+,",)),
    Spec("repeat-label", "annotate", bare="R", rule=True, needs="edit"),
    Spec("sticky-label", "annotate", "pin", bare="L", checkable=True, needs="edit"),
    Spec("choose-start", "annotate", bare="[", rule=True, needs="annotation"),
    Spec("choose-end", "annotate", bare="]", needs="annotation"),
    Spec("strip-clitic", "annotate", bare=",", needs="edit"),
    Spec("give-back-clitic", "annotate", bare=".", needs="edit"),
    Spec("next-annotation", "annotate", bare="J", rule=True, needs="article"),
    Spec("previous-annotation", "annotate", bare="K", needs="article"),
    Spec("cycle-overlapping", "annotate", bare="O", needs="article"),
    Spec("edit-attributes", "annotate", "edit", ("F2",), rule=True, needs="annotation"),
    Spec("take-value", "annotate", bare="V", needs="annotation"),
    Spec("edit-note", "annotate", "note", bare="C", needs="annotation"),
    Spec("link-speaker", "annotate", "link", bare="S", rule=True, needs="annotation"),
    Spec("add-speaker", "annotate", bare="Shift+S", needs="annotation"),
    Spec("unlink-speaker", "annotate", bare="U", needs="annotation"),
    Spec("link-by-click", "annotate", keys=("Ctrl+Shift+S",), checkable=True, needs="annotation"),
    Spec("history", "annotate", "history", ("Ctrl+H",), needs="annotation"),
    Spec("delete-annotation", "annotate", "delete", bare="Del", needs="annotation"),
    Spec("tag-everywhere", "annotate", bare="T"),
    Spec("zone", "annotate", "zone", ("Ctrl+Shift+X",), rule=True, needs="edit"),
    Spec("zone-boilerplate", "zones"),
    Spec("zone-credits", "zones"),
    Spec("zone-stray", "zones"),
    Spec("zone-nav", "zones"),
    Spec("next-finding", "annotate", "warning", ("F8",), rule=True),
    Spec("previous-finding", "annotate", keys=("Shift+F8",)),
    Spec("fix-finding", "annotate", keys=("Ctrl+.",)),
    Spec("fix-findings", "annotate"),
    Spec("done-and-next", "article", "done", ("Ctrl+Return", "Ctrl+Enter"), needs="edit"),
    Spec("reopen-article", "article", keys=("Ctrl+Shift+Return",), needs="edit"),
    Spec("next-article", "article", "next", ("Ctrl+PgDown",), rule=True),
    Spec("previous-article", "article", "previous", ("Ctrl+PgUp",)),
    Spec("filter-articles", "article", "filter", ("Ctrl+L",), needs="project"),
    Spec("article-details", "article", "info", ("Ctrl+D",), rule=True, needs="edit"),
    Spec("zoom-in", "view", "zoom-in", (StandardKey.ZoomIn, "Ctrl+=")),
    Spec("zoom-out", "view", "zoom-out", (StandardKey.ZoomOut,)),
    Spec("zoom-reset", "view", keys=("Ctrl+0",)),
    Spec("chips", "view", "labels", ("Ctrl+Shift+L",), checkable=True, rule=True),
    Spec("inspect", "view", keys=("Ctrl+Shift+I",), checkable=True),
    Spec("dark", "view", "theme", ("Ctrl+Shift+D",), checkable=True),
    Spec("next-pane", "view", keys=("F6",), rule=True),
    Spec("previous-pane", "view", keys=("Shift+F6",)),
    Spec("review", "review", keys=("Ctrl+Shift+R",), needs="project"),
    Spec("palette", "help", "commands", ("Ctrl+K",)),
    Spec("shortcuts", "help", "keyboard", ("F1",)),
    Spec("guidelines", "help", "guidelines", ("Ctrl+G",), needs="project"),
    Spec("about", "help", "hashiya", rule=True),
)

MENUS = ("file", "edit", "annotate", "article", "view", "review", "help")
SUBMENUS = {"zones": "zone"}
"""Menus inside a menu, and the command after which they stand there."""


class Actions(QObject):
    """The window's commands as `QAction` objects, by id."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._by_id = {spec.id: self._make(spec) for spec in SPECS}
        self.retranslate()

    def __getitem__(self, action_id: str) -> QAction:
        return self._by_id[action_id]

    def in_menu(self, menu: str) -> list[tuple[Spec, QAction]]:
        return [(spec, self._by_id[spec.id]) for spec in SPECS if spec.menu == menu]

    def all(self) -> list[tuple[Spec, QAction]]:
        return [(spec, self._by_id[spec.id]) for spec in SPECS]

    def retranslate(self) -> None:
        """Give every command its words in the language of the window."""
        for action_id, text in self._texts().items():
            action = self._by_id[action_id]
            spec = next(spec for spec in SPECS if spec.id == action_id)
            # A bare key has no shortcut of its own; and Qt turns round the shortcuts it shows in Arabic.
            shown = action.shortcut().toString() if current() == "ar" else ""
            action.setText(with_keys(text, spec.bare or shown))
            action.setToolTip(text.replace("&", "").rstrip("…"))

    def menu_titles(self) -> dict[str, str]:
        return {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "annotate": self.tr("&Annotate"),
            "article": self.tr("A&rticle"),
            "view": self.tr("&View"),
            "review": self.tr("&Review"),
            "help": self.tr("&Help"),
            "zones": self.tr("Out of scope &as"),
        }

    def _make(self, spec: Spec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setShortcuts(list(dict.fromkeys(QKeySequence(key) for key in spec.keys)))
        action.setCheckable(spec.checkable)
        if spec.icon:
            action.setIcon(assets.icon(spec.icon))
        return action

    def _texts(self) -> dict[str, str]:
        return {
            "new": self.tr("&New project…"),
            "open": self.tr("&Open project…"),
            "open-sample": self.tr("Open the &sample project"),
            "import": self.tr("&Import articles…"),
            "export": self.tr("&Export…"),
            "save": self.tr("&Save now"),
            "backups": self.tr("&Backups…"),
            "check": self.tr("Chec&k and mend…"),
            "close-project": self.tr("&Close project"),
            "quit": self.tr("&Quit"),
            "undo": self.tr("&Undo"),
            "redo": self.tr("&Redo"),
            "copy": self.tr("&Copy"),
            "find": self.tr("&Find…"),
            "find-next": self.tr("Find ne&xt"),
            "find-previous": self.tr("Find pre&vious"),
            "find-in-project": self.tr("Find in all articl&es…"),
            "select-word": self.tr("Select &word; again: add the next"),
            "shrink-selection": self.tr("Take the last word &off"),
            "clear": self.tr("&Let go of edge, selection or annotation"),
            "annotator": self.tr("&Annotator name…"),
            "schema": self.tr("La&bels…"),
            "names": self.tr("Canonical na&mes…"),
            "settings": self.tr("Se&ttings…"),
            "repeat-label": self.tr("&Repeat the last label"),
            "sticky-label": self.tr("&Keep tagging with the last label"),
            "choose-start": self.tr("Move the &start with the arrow keys"),
            "choose-end": self.tr("Move the &end with the arrow keys"),
            "strip-clitic": self.tr("Take the next &clitic off"),
            "give-back-clitic": self.tr("Give the clitic &back"),
            "next-annotation": self.tr("&Next annotation"),
            "previous-annotation": self.tr("&Previous annotation"),
            "cycle-overlapping": self.tr("Next &overlapping annotation"),
            "edit-attributes": self.tr("Edit &attributes"),
            "take-value": self.tr("Take the proposed &value"),
            "edit-note": self.tr("Edit no&te"),
            "link-speaker": self.tr("Link the speaker; again: the ne&xt one"),
            "add-speaker": self.tr("Link one more s&peaker"),
            "unlink-speaker": self.tr("&Unlink a speaker"),
            "link-by-click": self.tr("Link speakers by clickin&g them"),
            "history": self.tr("&History of the annotation…"),
            "delete-annotation": self.tr("&Delete annotation"),
            "tag-everywhere": self.tr("Tag every&where…"),
            "zone": self.tr("Out of s&cope / back in scope"),
            "zone-boilerplate": self.tr("&Boilerplate"),
            "zone-credits": self.tr("&Credits"),
            "zone-stray": self.tr("&Another article"),
            "zone-nav": self.tr("&Navigation"),
            "next-finding": self.tr("Next &finding"),
            "previous-finding": self.tr("Previous findin&g"),
            "fix-finding": self.tr("F&ix the finding"),
            "fix-findings": self.tr("Fix all findings of this kin&d"),
            "done-and-next": self.tr("&Done, and next"),
            "reopen-article": self.tr("Mark as &in progress"),
            "next-article": self.tr("&Next article"),
            "previous-article": self.tr("&Previous article"),
            "filter-articles": self.tr("&Find an article"),
            "article-details": self.tr("Article d&etails…"),
            "zoom-in": self.tr("Larger &text"),
            "zoom-out": self.tr("S&maller text"),
            "zoom-reset": self.tr("Text in &usual size"),
            "chips": self.tr("Label &names under the text"),
            "inspect": self.tr("&Invisible characters"),
            "dark": self.tr("&Dark"),
            "next-pane": self.tr("Next &pane"),
            "previous-pane": self.tr("Pre&vious pane"),
            "review": self.tr("&Agreement and decisions…"),
            "palette": self.tr("&Commands…"),
            "shortcuts": self.tr("&Keyboard"),
            "guidelines": self.tr("&Guidelines"),
            "about": self.tr("&About Hashiya"),
        }

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().event(event)
