"""Edits what a project asks of every article: genre, outlet and the like."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.model import Attribute, AttributeKind
from annotator.model.schema import ARTICLE_KEYS
from ui.dialogs.schema.attribute_table import REQUIRED, AttributeTable
from ui.dialogs.schema.schema_checks import attribute_faults
from ui.i18n import isolate_ltr
from ui.widgets.form import FormDialog, Problem
from ui.widgets.options import Option

WIDTH = 640


class FieldTable(AttributeTable):
    """The table of attributes for articles, which hold no canonical names and may all stay empty."""

    def __init__(self) -> None:
        super().__init__()
        self.setColumnHidden(REQUIRED, True)
        self.setAccessibleName(self.tr("Article fields"))

    def refusal(self, count: int) -> str:
        return self.tr("%Ln article(s) have a value for this; empty it there first.", "", count)

    def kinds(self) -> tuple[Option, ...]:
        return tuple(kind for kind in super().kinds() if kind.value != AttributeKind.NAME)


class ArticleFieldsDialog(FormDialog):
    """``used`` counts the articles that have a value, by the field's name."""

    def __init__(
        self,
        fields: tuple[Attribute, ...],
        parent: QWidget | None = None,
        *,
        used: Mapping[str, int],
    ) -> None:
        super().__init__(parent, "", width=WIDTH)
        self.setWindowTitle(self.tr("Article fields"))
        self.add_heading(
            self.tr("What is asked of every article"),
            self.tr(
                "Beside title, date, source and address. It is filled in under Article details, and lists can be filtered by it."
            ),
        )
        self.table = FieldTable()
        self.table.setMinimumHeight(200)
        self.table.show_attributes(fields, used)
        self.field = self.add_field("", self.table)
        self.add = QPushButton(self.tr("Add a &field"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.table.add)
        self.body.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeading)
        self.table.refused.connect(self.field.set_message)
        self.table.changed.connect(lambda: self.field.set_message(""))
        self.add_buttons(self.tr("Use these fields"))

    def problems(self) -> list[Problem]:
        fields = self.table.attributes()
        found = [Problem(self.table, message) for message in attribute_faults(fields)]
        taken = [field.name for field in fields if field.name in ARTICLE_KEYS]
        words = self.tr("Every article has %1 already: give the field another English name.")
        return [
            *found,
            *(Problem(self.table, words.replace("%1", isolate_ltr(name))) for name in taken),
        ]

    def choice(self) -> tuple[Attribute, ...]:
        return self.table.attributes()
