"""Shows what happened to one annotation: when, by whom, what it was and what it became."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from annotator.model import Annotation, Schema
from ui import i18n
from ui.widgets.form import WIDE, FormDialog, quiet

if TYPE_CHECKING:
    from annotator.project import AnnotationChange

LONGEST = 60
"""Characters of the annotated text that are shown."""


class HistoryDialog(FormDialog):
    """``changes`` come oldest first; ``text`` is the article's. The newest is shown on top."""

    def __init__(
        self,
        changes: "Sequence[AnnotationChange]",
        text: str,
        schema: Schema,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "", width=WIDE)
        self.setWindowTitle(self.tr("History"))
        self._text = text
        self._schema = schema
        self.add_heading(self.tr("History of this annotation"))
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setAlternatingRowColors(True)
        self.table.setAllColumnsShowFocus(True)
        self.let_body_grow()
        self.table.setWordWrap(True)
        self.table.setMinimumHeight(240)
        self.table.setAccessibleName(self.tr("History of this annotation"))
        self.table.setHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What")])
        self.table.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for change in reversed(changes):
            self.table.addTopLevelItem(self._item(change))
        for column in (0, 1):
            self.table.resizeColumnToContents(column)
        self.body.addWidget(self.table, 1)
        if not changes:
            self.body.addWidget(
                quiet(self.tr("The journal does not reach back to this annotation."))
            )
        close = self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)

    def _item(self, change: "AnnotationChange") -> QTreeWidgetItem:
        moment = QDateTime.fromString(change.at, Qt.DateFormat.ISODate).toLocalTime()
        item = QTreeWidgetItem(
            [
                QLocale().toString(moment, QLocale.FormatType.ShortFormat),
                change.by,
                "\n".join(self._words(change)),
            ]
        )
        item.setToolTip(1, self.tr("on %1").replace("%1", i18n.isolate(change.device)))
        return item

    def _words(self, change: "AnnotationChange") -> list[str]:
        before, after = change.before, change.after
        if before is None and after is not None:
            return [self.tr("added: %1").replace("%1", self._described(after))]
        if after is None and before is not None:
            return [self.tr("removed: %1").replace("%1", self._described(before))]
        if before is None or after is None:
            return []
        arrow = self.tr("%1: was %2, became %3")
        return [
            arrow.replace("%3", i18n.isolate(new))
            .replace("%2", i18n.isolate(old))
            .replace("%1", what)
            for what, old, new in self._differences(before, after)
        ]

    def _differences(self, before: Annotation, after: Annotation) -> list[tuple[str, str, str]]:
        nothing = self.tr("nothing")
        found = [
            (self.tr("label"), self._title(before.label), self._title(after.label)),
            (self.tr("text"), self._covered(before), self._covered(after)),
            (self.tr("note"), before.note or nothing, after.note or nothing),
        ]
        names = dict.fromkeys([*before.attributes, *after.attributes])
        found += [
            (
                self._attribute(after.label, name),
                before.attribute(name) or nothing,
                after.attribute(name) or nothing,
            )
            for name in names
        ]
        return [row for row in found if row[1] != row[2]]

    def _described(self, annotation: Annotation) -> str:
        return f"{self._title(annotation.label)} {i18n.isolate(self._covered(annotation))}"

    def _covered(self, annotation: Annotation) -> str:
        words = " ".join(self._text[annotation.start : annotation.end].split())
        return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"

    def _title(self, name: str) -> str:
        label = self._schema.label(name)
        return label.title(i18n.current()) if label else name

    def _attribute(self, label_name: str, name: str) -> str:
        label = self._schema.label(label_name)
        attribute = label.attribute(name) if label else None
        return attribute.title(i18n.current()) if attribute else name
