"""Controls for the options of formats, made from what the formats say of themselves."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from annotator.options import Kind, Value
from annotator.options import Option as FormatOption
from ui import i18n
from ui.style.spin_boxes import settled
from ui.widgets.form import GAP, Field, FormDialog
from ui.widgets.options import Option, OptionBox

_COLUMNS = 2

_ARTICLE = "ال"
"""Half of all captions begin with it: a letter behind it says more."""


@dataclass(frozen=True, slots=True)
class _Control:
    """``value`` reads the widget; ``changed`` says that there is another one."""

    widget: QWidget
    value: Callable[[], object]
    changed: SignalInstance


class OptionFields:
    """A field for each option of some formats. Formats that say the same of an option share its field.

    Add them to ``form`` where they are to stand, then show those of the chosen format.
    """

    def __init__(self, form: FormDialog, options: Iterable[FormatOption]) -> None:
        self._form = form
        self._controls: dict[FormatOption, _Control] = {}
        self._fields: dict[FormatOption, Field] = {}
        self._shown: frozenset[FormatOption] = frozenset()
        self._has_mnemonics = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GAP)
        self._grid.setVerticalSpacing(2 * GAP)
        for option in options:
            field = self._add(option)
            if option.kind in (Kind.CHOICE, Kind.NUMBER):
                field.layout.addStretch()
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._place()
        form.body.addLayout(self._grid)

    def show_only(self, options: Collection[FormatOption]) -> None:
        self._shown = frozenset(options)
        for option, field in self._fields.items():
            field.set_visible(option in self._shown)
        self._place()
        if self._has_mnemonics:
            self.add_mnemonics()

    def values(self) -> dict[str, Value]:
        """Return the value of every option shown, by name."""
        return {
            option.name: option.check(control.value())
            for option, control in self._controls.items()
            if option in self._shown
        }

    def field(self, name: str) -> Field | None:
        """Return the field of the option of that name: of those shown, else of any."""
        found = [option for option in self._fields if option.name == name]
        shown = [option for option in found if option in self._shown]
        return self._fields[(shown or found)[0]] if found else None

    def set_losses(self, losses: Mapping[tuple[str, object], str]) -> None:
        """Say of each choice of an option, by its name and value, what it would lose; nothing of those that are not there."""
        for option, field in self._fields.items():
            told = {value: words for (name, value), words in losses.items() if name == option.name}
            if isinstance(field.widget, OptionBox):
                field.widget.set_remarks(told)
                lines = [field.widget.explanation(), field.widget.remark()]
                field.set_hint("\n".join(filter(None, lines)))
            elif isinstance(field.widget, QCheckBox):
                field.set_hint(told.get(field.widget.isChecked(), ""))

    def connect(self, slot: Callable[[], object]) -> None:
        """Call ``slot`` whenever any option changes."""
        for control in self._controls.values():
            control.changed.connect(lambda *_: slot())

    def add_mnemonics(self) -> None:
        """Give each caption shown a letter for the keyboard that nothing else in the form has; call it when the form is full.

        From then on letters follow what is shown: there are fewer of them than there are options of all formats.
        """
        self._has_mnemonics = True
        titles = {option: option.title.to(i18n.current()) for option in self._fields}
        for option, field in self._fields.items():
            _set_title(field, _escaped(titles[option]))
        taken = {letter for words in _captions(self._form) if (letter := _mnemonic(words))}
        for option in filter(self._shown.__contains__, self._fields):
            title = titles[option]
            article = len(_ARTICLE) if title.startswith(_ARTICLE) else 0
            places = (*range(article, len(title)), *range(article))
            free = (i for i in places if title[i].isalpha() and title[i].casefold() not in taken)
            at = next(free, None)
            if at is not None:
                taken.add(title[at].casefold())
                words = f"{_escaped(title[:at])}&{_escaped(title[at:])}"
                _set_title(self._fields[option], words)

    def _place(self) -> None:
        """Put the fields that are shown into rows; a row of hidden ones would leave its gap behind."""
        cell = 0
        for option, field in self._fields.items():
            self._grid.removeItem(field.layout)
            field.layout.setParent(None)
            if self._shown and option not in self._shown:
                continue
            if option.kind in (Kind.CHOICE, Kind.NUMBER):
                self._grid.addLayout(field.layout, *divmod(cell, _COLUMNS))
                cell += 1
            else:
                cell += -cell % _COLUMNS
                self._grid.addLayout(field.layout, cell // _COLUMNS, 0, 1, _COLUMNS)
                cell += _COLUMNS

    def _add(self, option: FormatOption) -> Field:
        title = _escaped(option.title.to(i18n.current()))
        help_ = option.help.to(i18n.current())
        control = self._controls[option] = _MAKERS[option.kind](option)
        is_flag = option.kind is Kind.FLAG
        hint = "" if option.kind in (Kind.FLAG, Kind.CHOICE) else help_
        field = self._fields[option] = Field("" if is_flag else title, control.widget, hint)
        control.widget.setToolTip(help_)
        if isinstance(control.widget, QCheckBox):
            control.widget.setText(title)
        if isinstance(control.widget, OptionBox):
            control.widget.explain_in(field)
        self._form.adopt(field)
        return field


def _choice(option: FormatOption) -> _Control:
    language = i18n.current()
    box = OptionBox(
        [Option(c.value, c.title.to(language), c.help.to(language)) for c in option.choices]
    )
    box.set_value(option.default)
    return _Control(box, box.value, box.currentIndexChanged)


def _flag(option: FormatOption) -> _Control:
    box = QCheckBox()
    box.setChecked(bool(option.default))
    return _Control(box, box.isChecked, box.toggled)


def _number(option: FormatOption) -> _Control:
    box = settled(QSpinBox())
    box.setRange(option.least, option.most)
    box.setValue(int(option.default or 0))
    return _Control(box, box.value, box.valueChanged)


def _text(option: FormatOption) -> _Control:
    line = QLineEdit(str(option.default or ""))
    return _Control(line, lambda: line.text().strip() or None, line.textChanged)


_MAKERS: Mapping[Kind, Callable[[FormatOption], _Control]] = {
    Kind.CHOICE: _choice,
    Kind.FLAG: _flag,
    Kind.NUMBER: _number,
    Kind.TEXT: _text,
}


def _set_title(field: Field, words: str) -> None:
    if isinstance(field.widget, QCheckBox):
        field.widget.setText(words)
    else:
        field.set_caption(words)


def _captions(form: FormDialog) -> Iterable[str]:
    yield from (label.text() for label in form.findChildren(QLabel) if label.buddy())
    yield from (button.text() for button in form.findChildren(QAbstractButton))


def _mnemonic(words: str) -> str:
    _, mark, rest = words.replace("&&", "").partition("&")
    return rest[:1].casefold() if mark else ""


def _escaped(words: str) -> str:
    return words.replace("&", "&&")
