"""Canonical names and other ways to write them: add, rename, merge, remove."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Label
from annotator.model.names import Name, NameChange, Registry
from annotator.text.folding import fold_key
from annotator.text.spelling.lookup import asks_for
from ui.i18n import current, isolate
from ui.style import assets
from ui.style.tones import is_dark
from ui.widgets.form import GAP, FormDialog, Problem, quiet

_WIDTH = 760
_LIST_WIDTH = 320
_ALIASES_HEIGHT = 150


class RegistryDialog(FormDialog):
    """Asks for one change after another and emits each; whoever made it shows what came of it with `show_names`."""

    changed = Signal(object)  # NameChange

    def __init__(
        self,
        registry: Registry,
        labels: Sequence[Label],
        times: Callable[[str, str], int],
        parent: QWidget | None = None,
    ) -> None:
        """``times`` tells how many annotations of a label have a canonical name."""
        super().__init__(parent, "", width=_WIDTH)
        self.setWindowTitle(self.tr("Canonical names"))
        self.add_heading(
            self.tr("Canonical names"),
            self.tr(
                "One name for each person, institution or agreement, however a text spells it. "
                "What is typed and what is tagged finds the name by any of its spellings."
            ),
        )
        self._labels = {label.name: label for label in labels}
        self._times = times
        self._registry = registry
        self._shown: list[Name] = []
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Canonical names"))
        self.list.setMinimumWidth(_LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name = QLineEdit()
        self.aliases = QPlainTextEdit()
        self.aliases.setFixedHeight(_ALIASES_HEIGHT)
        self.aliases.setTabChangesFocus(True)
        option = self.aliases.document().defaultTextOption()
        option.setAlignment(Qt.AlignmentFlag.AlignRight)  # Qt would begin Arabic lines at the left
        self.aliases.document().setDefaultTextOption(option)
        self.note = quiet("")
        self.apply = QPushButton(self.tr("&Apply…"))
        self.remove = QPushButton(assets.icon("remove"), self.tr("&Remove from the list"))
        self._lay_out()
        self.filter.textChanged.connect(self._list_again)
        self.list.currentRowChanged.connect(self._show_current)
        self.name.textChanged.connect(self._look)
        self.aliases.textChanged.connect(self._look)
        self.apply.clicked.connect(self._apply)
        self.remove.clicked.connect(self._remove)
        self._list_again()

    def show_names(self, registry: Registry, label: str = "", canonical: str = "") -> None:
        """Show the names as they are now, with one of them current."""
        self._registry = registry
        self._list_again()
        for row, name in enumerate(self._shown):
            if (name.label, name.canonical) == (label, canonical):
                self.list.setCurrentRow(row)

    @property
    def label_names(self) -> tuple[str, ...]:
        return tuple(self._labels)

    def problems(self) -> list[Problem]:
        if self._current() is not None and not self._edited().canonical:
            return [Problem(self.name, self.tr("A name cannot be empty."))]
        return []

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(GAP // 2)
        side.addWidget(self.filter)
        side.addWidget(self.list, 1)
        form = QVBoxLayout()
        form.setSpacing(2 * GAP)
        holder, self.body = self.body, form  # fields go into the column beside the list
        self.add_field(self.tr("&Name"), self.name)
        self.add_field(
            self.tr("Also &written"), self.aliases, self.tr("One spelling a line, without clitics.")
        )
        self.body = holder
        form.addWidget(self.note)
        buttons = QHBoxLayout()
        buttons.addWidget(self.apply)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        form.addLayout(buttons)
        form.addStretch()
        both = QHBoxLayout()
        both.setSpacing(3 * GAP)
        both.addLayout(side)
        both.addLayout(form, 1)
        self.body.addLayout(both)
        close = self.buttons.addButton(self.tr("Close"), self.buttons.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        self.apply.setDefault(True)

    def _list_again(self) -> None:
        was = self._current()
        wanted = self.filter.text()
        self._shown = [
            name
            for name in sorted(
                self._registry.names,
                key=lambda n: (-self._times(n.label, n.canonical), fold_key(n.canonical)),
            )
            if any(asks_for(wanted, form) for form in name.forms)
        ]
        self.list.blockSignals(True)
        self.list.clear()
        dark = is_dark(self.palette())
        for name in self._shown:
            times = self._times(name.label, name.canonical)
            count = f"   {QLocale().toString(times)}" if times else ""
            item = QListWidgetItem(isolate(name.canonical) + count)
            item.setToolTip("\n".join(name.forms))
            if name.label in self._labels:
                item.setIcon(assets.swatch(self._labels[name.label], dark))
            self.list.addItem(item)
        rows = [
            i
            for i, n in enumerate(self._shown)
            if was and (n.label, n.canonical) == (was.label, was.canonical)
        ]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self.list.blockSignals(False)
        self._show_current()

    def _current(self) -> Name | None:
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _show_current(self) -> None:
        name = self._current()
        for widget in (self.name, self.aliases):
            widget.blockSignals(True)
            widget.setEnabled(name is not None)
        self.name.setText(name.canonical if name else "")
        self.name.setCursorPosition(0)
        self.aliases.setPlainText("\n".join(name.aliases) if name else "")
        for widget in (self.name, self.aliases):
            widget.blockSignals(False)
        others = [n.canonical for n in self._registry.of(name.label)] if name else []
        completer = QCompleter(others, self.name)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self._look()

    def _edited(self) -> Name:
        was = self._current()
        lines = self.aliases.toPlainText().split("\n")
        aliases = dict.fromkeys(" ".join(line.split()) for line in lines)
        canonical = " ".join(self.name.text().split())
        return Name(
            was.label if was else "", canonical, tuple(a for a in aliases if a and a != canonical)
        )

    def _look(self) -> None:
        """Say what the change would do, before it is made."""
        was, edited = self._current(), self._edited()
        self.apply.setEnabled(was is not None and edited != was)
        # a name that annotations have is renamed or merged: taken off the list, it would come back from them
        self.remove.setEnabled(was is not None and not self._times(was.label, was.canonical))
        self.note.setText(self._consequence(was, edited) if was else "")
        self.recheck()

    def _consequence(self, was: Name, edited: Name) -> str:
        label = self._labels[was.label].title(current()) if was.label in self._labels else was.label
        other = next(
            (
                n
                for n in self._registry.of(was.label)
                if n.canonical == edited.canonical and n.canonical != was.canonical
            ),
            None,
        )
        times = self._times(was.label, was.canonical)
        uses = self.tr("%Ln annotation(s) have this name.", "", times)
        if other is not None:
            merged = self.tr("There is %1 already: both become one name.").replace(
                "%1", isolate(other.canonical)
            )
            return f"{merged} {uses}"
        return f"{label}: {uses}"

    def _apply(self) -> None:
        was = self._current()
        self._asked = True
        if was is not None and self.recheck():
            self.changed.emit(NameChange(was, self._edited()))

    def _remove(self) -> None:
        was = self._current()
        if was is not None:
            self.changed.emit(NameChange(was, None))
