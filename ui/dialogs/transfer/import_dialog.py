"""Asks what to import and how, and shows beforehand what would come of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model import DEFAULT_SCHEMA, Schema
from annotator.options import Option as FormatOption
from annotator.options import Value
from annotator.project import formats
from ui import i18n
from ui.dialogs.transfer.day_order_box import DayOrderBox
from ui.dialogs.transfer.import_preview import look_at
from ui.dialogs.transfer.label_table import LabelTable
from ui.dialogs.transfer.option_fields import OptionFields
from ui.dialogs.transfer.repair_view import RepairView
from ui.dialogs.transfer.seen_words import SeenWords
from ui.i18n import isolate
from ui.jobs import LatestJob
from ui.widgets.form import GAP, WIDE, FormDialog, Problem, quiet, side_by_side
from ui.widgets.options import Option, OptionBox
from ui.widgets.path_list import PathList

_MANY = 3
"""Formats that share an option which is shown as long as it is not known of every file what it is."""


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """What `Project.import_files` takes: ``format`` is ``auto`` or the name of one, ``options`` are the format's by name.

    ``day_first`` is how 05/11/2015 is read, None where nobody was asked.
    """

    paths: tuple[Path, ...]
    format: str = "auto"
    options: Mapping[str, Value] = field(default_factory=dict[str, Value])
    day_first: bool | None = None


class ImportDialog(FormDialog):
    """``annotators`` are offered while typing. Formats and options are those that `annotator.project.formats` lists.

    ``schema`` has the labels to choose from for those of the files, ``rules`` is what was chosen the last time.
    """

    def __init__(
        self,
        annotator: str = "",
        annotators: Sequence[str] = (),
        paths: Iterable[Path] = (),
        parent: QWidget | None = None,
        *,
        schema: Schema = DEFAULT_SCHEMA,
        rules: str = "",
    ) -> None:
        super().__init__(parent, "", width=WIDE)
        self.setWindowTitle(self.tr("Import"))
        self.setAcceptDrops(True)
        self.add_heading(
            self.tr("Import articles"),
            self.tr(
                "Choose texts or a whole folder, or drop them here. "
                "The same text twice is one article, so importing again does no harm."
            ),
        )
        self._schema = schema
        self._found = formats.Look()
        self._words = SeenWords(self)
        self._add_paths(paths)
        self._formats = {importer.name: importer for importer in formats.imports()}
        self.format = OptionBox(self._format_options())
        self.format.explain_in(self.add_field(self.tr("For&mat"), self.format))
        self.labels = LabelTable(schema, rules)
        self.body.addWidget(self.labels)
        self.day_order = DayOrderBox()
        self._day_field = self.add_field(self.tr("&Day of publication"), self.day_order)
        self.day_order.explain_in(self._day_field)
        self._day_field.set_visible(False)
        self._add_options(annotator, annotators)
        self._looking = LatestJob(self)
        self._looking.done.connect(self._show_look)
        self._looking.failed.connect(self._fail)
        self.finished.connect(self._looking.stop)
        self.paths.changed.connect(self._look)
        self.paths.changed.connect(self.recheck)
        self.format.currentIndexChanged.connect(self._look)
        if complaints := formats.complaints():
            self.body.addWidget(quiet("\n".join(complaints)))
        self.go_on = self.add_buttons(self.tr("Import"))
        self._look()
        self.options.add_mnemonics()

    def problems(self) -> Iterable[Problem]:
        if not self.paths.paths():
            yield Problem(self.paths, self.tr("Please add at least one file or folder."))
        elif missing := next((path for path in self.paths.paths() if not path.exists()), None):
            message = self.tr("%1 is no longer there. Remove it from the list or put it back.")
            yield Problem(self.paths, message.replace("%1", isolate(missing.name)))
        if words := self.day_order.problem():
            yield Problem(self.day_order, words)

    def choice(self) -> ImportChoice:
        options = self.options.values()
        if formats.REPAIR_VISUAL in self._has():
            options[formats.REPAIR_VISUAL.name] = self.repair.is_wanted()
        if formats.LABELS in self._has() and (rules := self.labels.rules()):
            options[formats.LABELS.name] = rules
        return ImportChoice(
            self.paths.paths(), str(self.format.value()), options, self.day_order.day_first()
        )

    def accept(self) -> None:
        if not self.is_looking:
            super().accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.paths.add(
            Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()
        )
        event.acceptProposedAction()

    def _add_paths(self, paths: Iterable[Path]) -> None:
        self.paths = PathList()
        self.paths.add(paths)
        self.add_files = QPushButton(self.tr("Add &files…"))
        self.add_folder = QPushButton(self.tr("Add f&older…"))
        self.remove = QPushButton(self.tr("&Remove"))
        self.add_files.clicked.connect(self._ask_files)
        self.add_folder.clicked.connect(self._ask_folder)
        self.remove.clicked.connect(self.paths.remove_selected)
        self.paths.changed.connect(lambda: self.remove.setEnabled(bool(self.paths.paths())))
        self.remove.setEnabled(bool(self.paths.paths()))
        buttons = QVBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self.add_files, self.add_folder, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        field = self.add_field(self.tr("Files and folders"), self.paths)
        field.layout.removeWidget(self.paths)
        field.layout.insertLayout(1, side_by_side(self.paths, buttons))
        self.seen = quiet("")
        self.seen.setTextFormat(Qt.TextFormat.PlainText)
        field.layout.addWidget(self.seen)

    def _format_options(self) -> list[Option]:
        language = i18n.current()
        auto = Option(
            formats.AUTO,
            self.tr("By what is in each file"),
            self.tr("Where that does not say, the ending of the file’s name does."),
        )
        return [
            auto,
            *(
                Option(
                    name,
                    importer.title.to(language),
                    importer.about.to(language),
                    importer.purpose.title.to(language),
                )
                for name, importer in self._formats.items()
            ),
        ]

    def _add_options(self, annotator: str, annotators: Sequence[str]) -> None:
        """Add what formats can be asked to do; some of it is shown with what would come of it, or with what is known."""
        known = list(formats.import_options())
        repair = formats.REPAIR_VISUAL
        elsewhere = (repair, formats.LABELS)
        self.options = OptionFields(self, [option for option in known if option not in elsewhere])
        self.repair = RepairView(repair.title.to(i18n.current()))
        self.body.addWidget(self.repair)
        owner = self.options.field(formats.ANNOTATOR.name)
        if owner is not None and isinstance(owner.widget, QLineEdit):
            owner.widget.setText(annotator)
            completer = QCompleter(list(annotators), owner.widget)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            owner.widget.setCompleter(completer)
        self._first_line = self.options.field(formats.FIRST_LINE_IS_TITLE.name)
        if self._first_line is not None and isinstance(self._first_line.widget, QCheckBox):
            self._first_line.widget.toggled.connect(self._show_title)

    def _format(self) -> formats.Importer | None:
        """Return the format chosen, None where each file's own is."""
        return self._formats.get(str(self.format.value()))

    def _has(self) -> Collection[FormatOption]:
        """Return the options of the chosen format or of those of the files, else those that many formats have."""
        chosen = self._format()
        if chosen is not None:
            return chosen.all_options
        is_open = not self._found.is_whole
        return [
            option
            for option, having in formats.import_options().items()
            if self._found.formats.intersection(having) or (is_open and len(having) >= _MANY)
        ]

    def _show_options(self) -> None:
        """Show only what the chosen format has a use for."""
        self.options.show_only(self._has())
        self._show_title()
        can_repair = formats.REPAIR_VISUAL in self._has()
        self.repair.show_sample(self._preview.sample if can_repair else None)

    def _look(self) -> None:
        """Read the beginnings of the files again: what they are taken for, their labels, what to repair.

        Nobody goes on before what would happen is shown.
        """
        paths, schema = self.paths.paths(), self._schema
        self._preview = look_at(paths)
        self._show_options()
        if not paths:
            self._looking.cancel()
            self._show_look(formats.Look())
            return
        given, name = self.options.values(), str(self.format.value())
        self.go_on.setEnabled(False)
        self.seen.setText(self.tr("Looking into the files…"))
        self.seen.show()
        self._looking.start(lambda progress: formats.look(paths, schema, name, given, progress))

    @property
    def is_looking(self) -> bool:
        """Whether the files are still being looked into."""
        return not self.go_on.isEnabled()

    def _fail(self, error: Exception) -> None:
        self._show_look(formats.Look())  # the import itself judges each file
        raise error

    def _show_look(self, seen: formats.Look) -> None:
        self._found = seen
        self._show_options()
        self.go_on.setEnabled(True)
        self.labels.show_labels(seen.labels)
        self.day_order.ask(seen.open_day)
        self._day_field.set_visible(bool(seen.open_day))
        self.seen.setText("\n".join(self._words.lines(seen)))
        self.seen.setVisible(bool(self.seen.text()))

    def _show_title(self) -> None:
        """Say under the choice what the first of the files would be called."""
        field, chosen = self._first_line, self._format()
        if field is None or not isinstance(field.widget, QCheckBox):
            return
        if chosen is not None and not chosen.is_text:
            field.hint.hide()
            return
        if not self._preview.first_file:
            words = self.tr("Otherwise the file’s name becomes the title.")
        elif field.widget.isChecked():
            words = self.tr("%1 would be called: %2")
        else:
            words = self.tr("%1 would be called after its file.")
        file, line = isolate(self._preview.first_file), isolate(self._preview.first_line)
        field.set_hint(words.replace("%1", file).replace("%2", line))

    def _ask_files(self) -> None:
        kinds = formats.filters(self._formats.values(), i18n.current())
        every = " ".join(dict.fromkeys(patterns for _, patterns in kinds))
        filters = ";;".join(
            (
                self.tr("Texts and annotations (%1)").replace("%1", every),
                *(f"{title} ({patterns})" for title, patterns in kinds),
                self.tr("All files (%1)").replace("%1", "*"),
            )
        )
        found, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"), "", filters)
        self.paths.add(map(Path, found))

    def _ask_folder(self) -> None:
        if found := QFileDialog.getExistingDirectory(self, self.tr("Add a folder"), ""):
            self.paths.add([Path(found)])
