"""Who counts: what each annotator is, and whether their work counts for gold and for inter-annotator agreement."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from annotator.project import Person
from ui.widgets.form import GAP, FormDialog, text


class PeopleDialog(FormDialog):
    """A line for each annotator; another role brings its usual ticks, which can be changed."""

    def __init__(
        self, names: Sequence[str], people: Mapping[str, Person], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, self.tr("Who counts"))
        self.add_heading(
            self.windowTitle(),
            self.tr(
                "Work that does not count stays where it is: it only has no vote, and no share in the numbers."
            ),
        )
        self.names = tuple(names)
        self.roles: dict[str, QComboBox] = {}
        self.for_gold: dict[str, QCheckBox] = {}
        self.for_iaa: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        heads = (self.tr("Annotator"), self.tr("Is"), self.tr("For gold"), self.tr("For agreement"))
        for column, words in enumerate(heads):
            grid.addWidget(text(words, "caption"), 0, column)
        for row, name in enumerate(self.names, 1):
            self._add(grid, row, name, people.get(name, Person()))
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)
        self.add_buttons(self.tr("&Save"))

    def choice(self) -> dict[str, Person]:
        """Return those who are not simply annotators, by name."""
        found = {
            name: Person(
                self.roles[name].currentData(),
                self.for_gold[name].isChecked(),
                self.for_iaa[name].isChecked(),
            )
            for name in self.names
        }
        return {name: one for name, one in found.items() if one != Person()}

    # -- inside

    def _add(self, grid: QGridLayout, row: int, name: str, person: Person) -> None:
        role = self.roles[name] = QComboBox()
        titles = {
            "": self.tr("annotator"),
            "trainee": self.tr("trainee"),
            "left": self.tr("no longer here"),
            "machine": self.tr("a machine"),
        }
        for key, title in titles.items():
            role.addItem(title, key)
        role.setCurrentIndex(max(role.findData(person.role), 0))
        role.setAccessibleName(name)
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(label, row, 0)
        grid.addWidget(role, row, 1)
        for column, boxes, counts, words in (
            (2, self.for_gold, person.for_gold, self.tr("%1 counts for gold")),
            (3, self.for_iaa, person.for_iaa, self.tr("%1 counts for agreement")),
        ):
            box = boxes[name] = QCheckBox()
            box.setChecked(counts)
            box.setAccessibleName(words.replace("%1", name))
            grid.addWidget(box, row, column, Qt.AlignmentFlag.AlignHCenter)
        role.activated.connect(lambda _row: self._take_role(name))

    def _take_role(self, name: str) -> None:
        """Tick what is usual for a role."""
        usual = Person.in_role(self.roles[name].currentData())
        self.for_gold[name].setChecked(usual.for_gold)
        self.for_iaa[name].setChecked(usual.for_iaa)
