"""Asks once how a day of publication such as 05/11/2015 is read, where the files themselves do not tell."""

from PySide6.QtCore import QDate, QLocale, Qt

from annotator.project import formats
from ui.i18n import isolate, isolate_ltr
from ui.widgets.options import Option, OptionBox

_OPEN, _LEFT_OUT = "open", "left out"


class DayOrderBox(OptionBox):
    """Nothing is chosen at first: a day that is a guess would be worse than none."""

    def ask(self, example: str) -> None:
        """Offer both readings of a day, or nothing where ``example`` is empty."""
        self._example = example
        if not example:
            self.set_options(())
            return
        day_first, month_first = (_spelled(day or "") for day in formats.readings(example))
        shown = isolate_ltr(example)
        told = self.tr("Every day of publication that is written like %1 is read so.")
        self.set_options(
            [
                Option(
                    _OPEN,
                    self.tr("Please choose…"),
                    self.tr(
                        "The files do not tell whether the day or the month comes first in %1."
                    ).replace("%1", shown),
                ),
                Option(
                    True,
                    self.tr("%1, the day first").replace("%1", isolate(day_first)),
                    told.replace("%1", shown),
                ),
                Option(
                    False,
                    self.tr("%1, the month first").replace("%1", isolate(month_first)),
                    told.replace("%1", shown),
                ),
                Option(
                    _LEFT_OUT,
                    self.tr("Leave such days out"),
                    self.tr(
                        "The articles come without a day of publication, so that “yesterday” has no value in them."
                    ),
                ),
            ]
        )

    def day_first(self) -> bool | None:
        """Return whether the day comes first; None where that was not asked, or such days are left out."""
        value = self.value()
        return value if isinstance(value, bool) else None

    def problem(self) -> str:
        """Return what to say while the question is open, empty where it is not."""
        if self.value() != _OPEN:
            return ""
        return self.tr("Please say which day %1 is.").replace("%1", isolate_ltr(self._example))


def _spelled(iso: str) -> str:
    return QLocale().toString(QDate.fromString(iso, Qt.DateFormat.ISODate), "d MMMM yyyy")
