from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.text.dates import edtf
from ui.style import assets
from ui.widgets.fields import LineField


class DateField(LineField):
    """A date in ISO 8601 / EDTF. Another text is stored too, nothing typed is lost, but it is said to be no date."""

    validity_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_valid = True
        self._mark = self.addAction(
            assets.icon("warning"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._mark.setVisible(False)
        self.textChanged.connect(self._check)

    @property
    def is_valid(self) -> bool:
        return self._is_valid

    def value(self) -> str:
        """Return what was typed in its canonical spelling; as it was typed, where it is no date."""
        typed = super().value()
        return edtf.normalise(typed) or typed

    def commit(self) -> None:
        if self.is_dirty and self.text() != self.value():
            self.setText(self.value())
        super().commit()

    def _check(self) -> None:
        valid = not self.value() or edtf.is_valid(self.value())
        if valid != self._is_valid:
            self._is_valid = valid
            self._mark.setVisible(not valid)
            self.validity_changed.emit(valid)
