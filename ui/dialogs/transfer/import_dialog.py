"""Asks what to import and how, and shows beforehand what would come of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.transfer.import_preview import look_at
from ui.dialogs.transfer.repair_view import RepairView
from ui.i18n import isolate
from ui.widgets.form import GAP, WIDE, FormDialog, Problem, quiet, side_by_side
from ui.widgets.path_list import PathList


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """``format`` is ``auto`` or the name of an importer; ``annotator`` None keeps only annotations that name theirs."""

    paths: tuple[Path, ...]
    format: str = "auto"
    annotator: str | None = None
    first_line_is_title: bool = True
    repair_visual: bool = False


class ImportDialog(FormDialog):
    """``formats`` are names of importers, without ``auto``; ``annotators`` are offered while typing."""

    def __init__(
        self,
        formats: Sequence[str] = ("txt", "jsonl"),
        annotator: str = "",
        annotators: Sequence[str] = (),
        paths: Iterable[Path] = (),
        parent: QWidget | None = None,
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
        self._add_paths(paths)
        self._add_format(formats)
        self._add_annotator(annotator, annotators)
        self._add_text_options()
        self.paths.changed.connect(self._look)
        self.paths.changed.connect(self.recheck)
        self.format.currentIndexChanged.connect(self._show_options)
        self._look()
        self._show_options()
        self.add_buttons(self.tr("Import"))

    def problems(self) -> Iterable[Problem]:
        if not self.paths.paths():
            yield Problem(self.paths, self.tr("Please add at least one file or folder."))
        elif missing := next((path for path in self.paths.paths() if not path.exists()), None):
            message = self.tr("%1 is no longer there. Remove it from the list or put it back.")
            yield Problem(self.paths, message.replace("%1", isolate(missing.name)))

    def choice(self) -> ImportChoice:
        return ImportChoice(
            self.paths.paths(),
            self.format.currentData(),
            self.annotator.text().strip() or None,
            self.first_line.isChecked(),
            self.repair.is_wanted(),
        )

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

    def _add_format(self, formats: Sequence[str]) -> None:
        titles = {
            "txt": self.tr("Plain text (.txt)"),
            "jsonl": self.tr("Articles with annotations, one a line (.jsonl)"),
        }
        self.format = QComboBox()
        self.format.addItem(self.tr("By each file’s ending"), "auto")
        for name in formats:
            self.format.addItem(titles.get(name, name), name)
        self.add_field(self.tr("For&mat"), self.format)

    def _add_annotator(self, annotator: str, annotators: Sequence[str]) -> None:
        self.annotator = QLineEdit(annotator)
        completer = QCompleter(list(annotators), self.annotator)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.annotator.setCompleter(completer)
        self.annotator_field = self.add_field(
            self.tr("&Annotations without a name belong to"),
            self.annotator,
            self.tr("Only for files that hold annotations but do not say whose they are."),
        )

    def _add_text_options(self) -> None:
        self.first_line = QCheckBox(self.tr("The first &line of a text is its title"))
        self.first_line.setChecked(True)
        self.title_hint = quiet("")
        column = QVBoxLayout()
        column.setSpacing(GAP // 2)
        column.addWidget(self.first_line)
        column.addWidget(self.title_hint)
        self.body.addLayout(column)
        self.first_line.toggled.connect(self._show_title)
        self.repair = RepairView()
        self.body.addWidget(self.repair)

    def _show_options(self) -> None:
        """Hide what the chosen format has no use for."""
        name = self.format.currentData()
        self.annotator_field.set_visible(name != "txt")
        for part in (self.first_line, self.title_hint):
            part.setVisible(name in ("auto", "txt"))
        self.repair.show_sample(self._preview.sample if name in ("auto", "txt") else None)

    def _look(self) -> None:
        self._preview = look_at(self.paths.paths())
        self._show_title()
        self._show_options()

    def _show_title(self) -> None:
        if not self._preview.first_file:
            words = self.tr("Otherwise the file’s name becomes the title.")
        elif self.first_line.isChecked():
            words = self.tr("%1 would be called: %2")
        else:
            words = self.tr("%1 would be called after its file.")
        file, line = isolate(self._preview.first_file), isolate(self._preview.first_line)
        self.title_hint.setText(words.replace("%1", file).replace("%2", line))

    def _ask_files(self) -> None:
        filters = ";;".join(
            (
                self.tr("Texts and annotations (%1)").replace("%1", "*.txt *.jsonl *.json"),
                self.tr("All files (%1)").replace("%1", "*"),
            )
        )
        found, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"), "", filters)
        self.paths.add(map(Path, found))

    def _ask_folder(self) -> None:
        if found := QFileDialog.getExistingDirectory(self, self.tr("Add a folder"), ""):
            self.paths.add([Path(found)])
