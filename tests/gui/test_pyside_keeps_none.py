"""PySide6 6.12.0 on Python 3.10 and 3.11 gives one reference to None away at every call that returns nothing.

After some thousand calls the interpreter aborts, in the middle of an annotator's work. docs/decisions/0002 keeps such a
release out; this test says so when a new one has the fault again.
"""

import sys

from PySide6.QtCore import QObject


def test_calls_into_qt_that_return_nothing_keep_their_reference_to_none():
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    # Others (the garbage collector, a logger) may touch None meanwhile, but not a thousand times.
    assert abs(sys.getrefcount(None) - before) < 100
