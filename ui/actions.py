"""Commands as `QAction`s, made from a table of rows; `ui.commands.table` is that table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from ui.i18n import current, with_keys
from ui.style import assets

CONTEXT = "Actions"
"""The translation context of every title in the table."""


class Need(Enum):
    """What must be there for a command to make sense; `ui.commands.enabling` finds out and says it in words."""

    NOTHING = auto()
    PROJECT = auto()
    ARTICLE = auto()
    EDITABLE = auto()
    """An open article in a project that can be written."""
    ANNOTATION = auto()
    """A current annotation in such an article."""
    UNDO = auto()
    REDO = auto()
    NEXT_ARTICLE = auto()
    PREVIOUS_ARTICLE = auto()
    BACK = auto()
    FORWARD = auto()
    """An article visited before, or one gone back from."""
    FINDING = auto()
    """Something that the linter found in an article that can be edited."""


Groups = TypeVar("Groups")
"""What the table's commands are called with."""


@dataclass(frozen=True, slots=True)
class Spec(Generic[Groups]):
    """One command, whole: its id, the menu it is in, its title, how it is reached, what it needs and what it does.

    ``title`` is English with a mnemonic, marked for translation in the context `CONTEXT`. ``run`` is called with the
    groups of commands of a window (`ui.commands.groups.Groups`). ``keys`` are shortcuts of the whole window. ``bare`` is a
    key without modifier, or with Shift, that works while the article has the focus: the article view knows it by its
    place on the keyboard. A menu entry opens with a rule above it where ``rule`` is set.
    The arrow of a ``mirrored`` command's keys points the other way in a right-to-left window.
    """

    id: str
    menu: str
    title: str
    run: Callable[[Groups], object]
    icon: str = ""
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    bare: str = ""
    checkable: bool = False
    rule: bool = False
    mirrored: bool = False
    needs: Need = Need.NOTHING

    @property
    def words(self) -> str:
        """The title in the language of the window, with its mnemonic."""
        return translated(self.title)


class Actions(QObject):
    """A window's commands as `QAction` objects, by id."""

    def __init__(self, specs: Sequence[Spec[Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._specs = {spec.id: spec for spec in specs}
        self._by_id = {spec.id: self._make(spec) for spec in specs}
        self.retranslate()

    def __getitem__(self, action_id: str) -> QAction:
        return self._by_id[action_id]

    def __contains__(self, action_id: str) -> bool:
        return action_id in self._by_id

    def spec(self, action_id: str) -> Spec[Any]:
        return self._specs[action_id]

    def in_menu(self, menu: str) -> list[tuple[Spec[Any], QAction]]:
        return [pair for pair in self.all() if pair[0].menu == menu]

    def all(self) -> list[tuple[Spec[Any], QAction]]:
        return [(spec, self._by_id[spec.id]) for spec in self._specs.values()]

    def greyed_by(self, keys: QKeySequence) -> str:
        """Return the command that a shortcut stands for and that is grey now; empty where there is none."""
        for spec, action in self.all():
            if not action.isEnabled() and keys in action.shortcuts():
                return spec.id
        return ""

    def bare_keys(self) -> dict[str, str]:
        """Return the command of each key that needs the article's focus, such as ``J`` or ``Shift+Space``."""
        return {spec.bare: spec.id for spec in self._specs.values() if spec.bare}

    def retranslate(self) -> None:
        """Give every command its words in the language of the window."""
        for spec, action in self.all():
            action.setShortcuts(list(dict.fromkeys(QKeySequence(key) for key in _keys(spec))))
            # A bare key has no shortcut of its own; and Qt turns round the shortcuts it shows in Arabic.
            shown = action.shortcut().toString() if current() == "ar" else ""
            action.setText(with_keys(spec.words, spec.bare or shown))
            action.setToolTip(plain(action))

    def _make(self, spec: Spec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        if spec.icon:
            action.setIcon(assets.icon(spec.icon))
        return action


def _keys(spec: Spec) -> tuple[str | QKeySequence.StandardKey, ...]:
    """Return a command's shortcuts; those that point along the reading direction point the other way in Arabic."""
    if not spec.mirrored or current() != "ar":
        return spec.keys
    other = {"Left": "Right", "Right": "Left"}
    turned = []
    for key in spec.keys:
        modifiers, _, arrow = str(key).rpartition("+")
        turned.append(f"{modifiers}+{other[arrow]}")
    return tuple(turned)


def translated(title: str) -> str:
    """Return a title of the table, marked there with ``QT_TRANSLATE_NOOP``, in the language of the window."""
    return QCoreApplication.translate(CONTEXT, title)


def plain(action: QAction) -> str:
    """Return a command's words without mnemonic, without dots and without the key shown beside them."""
    text = action.text().partition("\t")[0]
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
