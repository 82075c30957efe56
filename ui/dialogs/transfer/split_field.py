"""Shares of a train, dev and test split with the seed that draws it."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from ui.style.spin_boxes import settled
from ui.widgets.form import GAP, quiet

WHOLE = 100
LARGEST_SEED = 2**31 - 1
_ARABIC_LETTER_MARK = "\u061c"


class SplitField(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.check = QCheckBox(self.tr("&Split into training, development and test files"))
        self.train, self.dev, self.test = _share(80), _share(10), _share(10)
        self.seed = settled(QSpinBox())
        self.seed.setRange(0, LARGEST_SEED)
        self.seed.setValue(13)
        self.seed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        captions = (
            (self.tr("Training"), self.train),
            (self.tr("Development"), self.dev),
            (self.tr("Test"), self.test),
            (self.tr("Seed"), self.seed),
        )
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        for caption, box in captions:
            column = QVBoxLayout()
            column.setSpacing(GAP // 2)
            label = QLabel(caption)
            label.setBuddy(box)
            box.setAccessibleName(caption)
            column.addWidget(label)
            column.addWidget(box)
            row.addLayout(column)
            box.valueChanged.connect(self.changed)
        row.addStretch()
        self._numbers = QWidget()
        self._numbers.setLayout(row)
        row.setContentsMargins(0, GAP // 2, 0, 0)
        self._hint = quiet(
            self.tr(
                "By whole articles: nearly identical texts stay together, so that no test text was learnt from. "
                "The same seed always draws the same split."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        for part in (self.check, self._hint, self._numbers):
            column.addWidget(part)
        self.check.toggled.connect(self._show)
        self._show()

    def shares(self) -> tuple[int, int, int] | None:
        """Return the per cent of train, dev and test, or None where no split is wanted."""
        if not self.check.isChecked():
            return None
        return self.train.value(), self.dev.value(), self.test.value()

    def problem(self) -> str:
        shares = self.shares()
        if shares is None:
            return ""
        if sum(shares) != WHOLE:
            number, per_cent = QLocale().toString, QLocale().percent()
            words = self.tr(
                "The three shares make %1 %3; they must make %2 %3.", "%3 is the per cent sign"
            )
            words = words.replace("%1", number(sum(shares))).replace("%2", number(WHOLE))
            return words.replace("%3", per_cent)
        return "" if shares[0] else self.tr("The training share cannot be empty.")

    def _show(self) -> None:
        for part in (self._numbers, self._hint):
            part.setVisible(self.check.isChecked())
        self.changed.emit()


def _share(value: int) -> QSpinBox:
    box = settled(QSpinBox())
    box.setRange(0, WHOLE)
    box.setValue(value)
    # Arabic's sign comes with an invisible letter mark that some fonts set on a line of its own height
    box.setSuffix(f" {QLocale().percent().strip(_ARABIC_LETTER_MARK)}")
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return box
