"""Corrects what is known about an article: title, date, source and address. Its text never changes."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QDate, QLocale, Qt, QUrl
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.form import FormDialog, Problem, left_to_right

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class ArticleDetails:
    """``published`` is an ISO 8601 date; empty answers are None, but for the title."""

    title: str
    published: str | None = None
    source: str | None = None
    url: str | None = None


class ArticleDetailsDialog(FormDialog):
    def __init__(self, details: ArticleDetails, parent: QWidget | None = None) -> None:
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

    def choice(self) -> ArticleDetails:
        return ArticleDetails(
            self.title.text().strip(),
            iso_date(self.published.text()),
            self.source.text().strip() or None,
            web_address(self.url.text()),
        )

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
