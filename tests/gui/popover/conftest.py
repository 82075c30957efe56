"""A window on the small article of the panels' tests, its layer made through the session that it has."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from annotator.edits import AddAnnotation, AddRelation, Bulk
from annotator.model import Layer, Schema
from tests.gui.panels.acts import line, named, press
from tests.gui.panels.layers import TEXT, sample_layer
from tests.gui.window.conftest import Bench, make_bench
from ui.popover.span_popover import SpanPopover

__all__ = ["make_bench"]


class Desk:
    """What stands on the screen of a real window with the popover, and what the session made of it."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    @property
    def layer(self) -> Layer:
        return self.bench.layer

    @property
    def popover(self) -> SpanPopover:
        return self.bench.window.findChild(SpanPopover)

    @property
    def is_open(self) -> bool:
        return self.popover is not None and self.popover.isVisible()

    @property
    def steps(self) -> int:
        return self.bench.session.undo_stack.count()

    def go_to(self, annotation_id: str) -> None:
        self.bench.view.go_to(self.layer[annotation_id])

    def open(self, annotation_id: str, name: str = "") -> QWidget | None:
        """Open the popover by its key, and go to a field as Tab does."""
        self.go_to(annotation_id)
        self.bench.view.setFocus()
        press(Qt.Key.Key_Return)
        if not name:
            return None
        field = named(self.popover, name)
        for _ in range(12):
            if field.hasFocus():
                return field
            press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {name}")

    def line(self, name: str) -> QWidget:
        return line(self.popover, name)

    @property
    def note(self) -> QPlainTextEdit:
        return self.popover.findChild(QPlainTextEdit)

    @property
    def words(self) -> list[str]:
        return [label.text() for label in self.popover.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def make_desk(make_bench) -> Callable[..., Desk]:
    def make(
        layer: Layer | None = None,
        text: str = TEXT,
        schema: Schema | None = None,
        language: str = "en",
    ) -> Desk:
        bench = make_bench(text, language=language)
        bench.qtbot.waitUntil(bench.window.isActiveWindow)
        if schema is not None:
            bench.session.set_schema(schema)
        layer = layer or sample_layer()
        made = [AddAnnotation(annotation) for annotation in layer]
        linked = [AddRelation(relation) for relation in sorted(layer.relations)]
        bench.session.carry_out(Bulk((*made, *linked)), "sample")
        bench.session.undo_stack.clear()
        return Desk(bench)

    return make


@pytest.fixture
def desk(make_desk) -> Desk:
    return make_desk()
