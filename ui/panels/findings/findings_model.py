from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.model import Label, Layer, Schema
from ui.panels.findings.findings_words import FindingsWords
from ui.widgets.lines import one_line
from ui.widgets.row_models import Index, RowTable

if TYPE_CHECKING:
    from annotator.lint import Finding


class FindingRole(IntEnum):
    """What the delegate asks for."""

    FINDING = Qt.ItemDataRole.UserRole
    LABEL = Qt.ItemDataRole.UserRole + 1
    MESSAGE = Qt.ItemDataRole.UserRole + 2


class FindingsModel(RowTable["Finding"]):
    """The findings in one layer, in text order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer = Layer("", "")
        self._text = ""
        self._schema: Schema | None = None
        self._words = FindingsWords(self)

    def show(
        self, findings: "Sequence[Finding]", layer: Layer, text: str, schema: Schema | None
    ) -> None:
        """List what was found in a layer; ``text`` is its article's, as imported."""
        self._layer, self._text, self._schema = layer, text, schema
        self._replace_rows(findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        finding = self.row_at(index)
        match role:
            case FindingRole.FINDING:
                return finding
            case FindingRole.LABEL:
                return self._label(finding)
            case FindingRole.MESSAGE:
                return self._words.message(finding)
            case Qt.ItemDataRole.DisplayRole:
                return one_line(self._text[finding.span.start : finding.span.end])
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                words = one_line(self._text[finding.span.start : finding.span.end])
                return f"{words}\n{self._words.message(finding)}"
        return None

    def _label(self, finding: "Finding") -> Label | None:
        if finding.annotation is None or finding.annotation not in self._layer:
            return None
        return self._schema.label(self._layer[finding.annotation].label) if self._schema else None
