"""Where the words of boxes for numbers and days stand, read from the left and from the right."""

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QDateEdit, QDoubleSpinBox, QLineEdit, QSpinBox

from ui.style import theme
from ui.style.spin_boxes import settled


def ink(line: QLineEdit) -> tuple[int, int]:
    """Return the free pixels at the left and at the right of what is painted into a field."""
    picture = line.grab().toImage()
    ground = picture.pixel(picture.width() - 2, 2)
    columns = [
        x
        for x in range(picture.width())
        if any(picture.pixel(x, y) != ground for y in range(3, picture.height() - 3))
    ]
    return columns[0], picture.width() - 1 - columns[-1]


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("what", ["–", "0.80", "٠٫٨٠", "12", "2021/3/4"])
def test_words_begin_where_reading_does_and_keep_off_the_frame(qapp, qtbot, direction, what):
    theme.apply(qapp, "light")
    if "/" in what:
        box = settled(QDateEdit(QDate(2021, 3, 4)))
    elif what == "12":
        box = settled(QSpinBox())
        box.setValue(12)
    else:
        box = settled(QDoubleSpinBox())
        box.setLocale(QLocale("ar_IQ") if what == "٠٫٨٠" else QLocale("en_GB"))
        if what == "–":
            box.setSpecialValueText(what)
        else:
            box.setValue(0.8)
    qtbot.addWidget(box)
    box.setMinimumWidth(200)
    box.setLayoutDirection(direction)
    box.show()
    line = box.findChild(QLineEdit)
    left, right = ink(line)
    left += line.x()
    right += box.width() - line.geometry().right() - 1
    near, far = (left, right) if direction == Qt.LayoutDirection.LeftToRight else (right, left)
    assert 5 <= near <= 16
    assert near < far
