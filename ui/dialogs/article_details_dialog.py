"""Corrects what is known about an article: title, date, source, address, and what the schema asks. Its text never changes."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QDate, QLocale, Qt, QUrl
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from annotator.model import Attribute, AttributeKind
from annotator.text.dates import edtf
from ui import i18n
from ui.open_project import ArticleDetails
from ui.widgets.form import FormDialog, Problem, left_to_right
from ui.widgets.options import Option, OptionBox
from ui.wording.field_words import choice_words

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


class ArticleDetailsDialog(FormDialog):
    """``asked`` are the schema's fields, ``used`` the values they have in other articles, which are offered while typing."""

    def __init__(
        self,
        details: ArticleDetails,
        asked: Sequence[Attribute] = (),
        used: Mapping[str, Sequence[str]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Article details"))
        self.add_heading(
            self.tr("Article details"),
            self.tr(
                "The text itself never changes; dates in it are read against the published date."
            ),
        )
        self.title = QLineEdit(details.title)
        self.title.setCursorPosition(0)
        self.add_field(self.tr("&Title"), self.title)
        self.published = left_to_right(QLineEdit(details.published or ""))
        self.published.setPlaceholderText("2021-11-09")
        self.published_field = self.add_field(self.tr("&Published"), self.published)
        self.source = QLineEdit(details.source or "")
        self.add_field(self.tr("&Source"), self.source, self.tr("The newspaper, agency or site."))
        self.url = left_to_right(QLineEdit(details.url or ""))
        self.url.setPlaceholderText("https://")
        self.add_field(self.tr("&Address"), self.url)
        self._details, self._schema_fields = details, asked
        self.asked: dict[str, QLineEdit | QComboBox] = {}
        for field in asked:
            self._add_asked(
                field, details.fields.get(field.name, ""), (used or {}).get(field.name, ())
            )
        self.published.textChanged.connect(self._spell_out)
        self._spell_out()
        self.add_buttons(self.tr("Save details"))

    def problems(self) -> Iterable[Problem]:
        if not self.title.text().strip():
            yield Problem(
                self.title,
                self.tr("An article needs a title, so that it can be found in the list."),
            )
        if self.published.text().strip() and iso_date(self.published.text()) is None:
            yield Problem(
                self.published,
                self.tr(
                    "Write the date as year-month-day, for example %1, or leave it empty."
                ).replace("%1", "2021-11-09"),
            )
        if self.url.text().strip() and web_address(self.url.text()) is None:
            yield Problem(
                self.url, self.tr("A web address begins with https:// or http:// and names a site.")
            )
        for field in self._schema_fields:
            value = self._value(field)
            if field.kind == AttributeKind.DATE and value and not edtf.is_valid(value):
                words = self.tr("Write the date like %1, or leave it empty.")
                yield Problem(
                    self.asked[field.name],
                    words.replace("%1", i18n.isolate_ltr("2021-11-09, 2021-11")),
                )

    def choice(self) -> ArticleDetails:
        return ArticleDetails(
            self.title.text().strip(),
            iso_date(self.published.text()),
            self.source.text().strip() or None,
            web_address(self.url.text()),
            self._fields(),
        )

    def _add_asked(self, field: Attribute, value: str, used: Sequence[str]) -> None:
        if field.kind == AttributeKind.CHOICE:
            choices = [*field.choices, *([value] if value and value not in field.choices else [])]
            box = OptionBox([Option("", ""), *(Option(one, choice_words(one)) for one in choices)])
            box.set_value(value)
            widget: QLineEdit | OptionBox = box
        else:
            line = QLineEdit(value)
            line.setCursorPosition(0)
            if field.kind == AttributeKind.DATE:
                left_to_right(line).setPlaceholderText("2021-11-09")
            elif used:
                completer = QCompleter(list(used), line)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                line.setCompleter(completer)
            widget = line
        self.asked[field.name] = widget
        self.add_field(field.title(i18n.current()), widget)

    def _value(self, field: Attribute) -> str:
        widget = self.asked[field.name]
        if isinstance(widget, OptionBox):
            return str(widget.value() or "")
        typed = widget.text().strip() if isinstance(widget, QLineEdit) else ""
        return (edtf.normalise(typed) or typed) if field.kind == AttributeKind.DATE else typed

    def _fields(self) -> dict[str, str]:
        """Return the answers; what the schema does not ask for stays as it is, and so does what was only shown."""
        found = dict(self._details.fields)
        for field in self._schema_fields:
            found[field.name] = self._value(field)
        return {name: value for name, value in found.items() if value}

    def _spell_out(self) -> None:
        found = iso_date(self.published.text())
        date = QDate.fromString(found or "", Qt.DateFormat.ISODate)
        spelled = QLocale().toString(date, "dddd d MMMM yyyy") if date.isValid() else ""
        self.published_field.set_hint(spelled or self.tr("Year-month-day; empty when unknown."))


def iso_date(typed: str) -> str | None:
    """Return ``YYYY-MM-DD`` for a real day, in whatever digits it was typed, else None."""
    plain = typed.strip().translate(_DIGITS).replace("/", "-")
    parts = plain.split("-")
    if [len(part) for part in parts[:1]] != [4] or not all(
        part.isascii() and part.isdecimal() for part in parts
    ):
        return None
    try:
        year, month, day = (int(part) for part in parts)
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def web_address(typed: str) -> str | None:
    url = QUrl(typed.strip(), QUrl.ParsingMode.StrictMode)
    fits = url.isValid() and url.scheme() in ("http", "https") and bool(url.host())
    return typed.strip() if fits else None
