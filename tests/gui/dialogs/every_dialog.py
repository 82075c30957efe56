"""One of each dialog as users meet it, for what must hold in all of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from annotator.errors import DamagedFileError, LockedError
from annotator.model import DEFAULT_SCHEMA
from annotator.model.names import Name, Registry
from ui.datasheet.dialog import DatasheetDialog
from ui.dialogs.about_dialog import AboutDialog
from ui.dialogs.annotator_dialog import AnnotatorDialog
from ui.dialogs.article_details_dialog import ArticleDetails, ArticleDetailsDialog
from ui.dialogs.changes_dialog import ChangeRow, ChangesDialog
from ui.dialogs.command_palette import CommandPalette
from ui.dialogs.errors.crash_dialog import CrashDialog
from ui.dialogs.errors.error_box import ErrorBox
from ui.dialogs.errors.repair_box import RepairBox
from ui.dialogs.new_project_dialog import NewProjectDialog
from ui.dialogs.registry_dialog import RegistryDialog
from ui.dialogs.report_dialog import ReportDialog, ReportRow
from ui.dialogs.schema.schema_dialog import SchemaDialog
from ui.dialogs.settings_dialog import SettingsDialog
from ui.dialogs.shortcuts_dialog import Shortcut, ShortcutsDialog
from ui.dialogs.transfer.export_dialog import ExportDialog
from ui.dialogs.transfer.import_dialog import ImportDialog
from ui.log.rotating import Log
from ui.review.feedback.save_dialog import SaveFeedbackDialog
from ui.settings import Settings
from ui.style import assets
from ui.widgets.progress import ProgressDialog


def annotator(_: Path) -> QDialog:
    return AnnotatorDialog("ليلى", ["ليلى", "Omar"])


def new_project(folder: Path) -> QDialog:
    dialog = NewProjectDialog(folder)
    dialog.title.setText("قره باغ 2021")
    return dialog


def importing(folder: Path) -> QDialog:
    (folder / "a.txt").write_text("القمة الثلاثية\nقال بيسكوف.\n", encoding="utf-8")
    return ImportDialog(annotator="ليلى", paths=[folder / "a.txt"])


def feedback(folder: Path) -> QDialog:
    return SaveFeedbackDialog("ليلى", folder / "feedback.html", [".html", ".md"])


def datasheet(folder: Path) -> QDialog:
    return DatasheetDialog(lambda language, _: f"# {language}\n", folder / "datasheet.md")


def report(_: Path) -> QDialog:
    rows = [
        ReportRow("taken", "a.txt", "1 article"),
        ReportRow("refused", "b.pdf", "this is a PDF, not text"),
    ]
    return ReportDialog("Import finished", "1 taken, 1 refused", rows)


def exporting(folder: Path) -> QDialog:
    dialog = ExportDialog(folder / "karabakh", ["a", "ليلى"], "ليلى", has_gold=True)
    dialog.split.check.setChecked(True)
    return dialog


def shortcuts(_: Path) -> QDialog:
    return ShortcutsDialog(
        [
            Shortcut("File", "Open a project", ("Ctrl+O",)),
            Shortcut("Tagging", "Choose an edge", ("[", "]")),
        ]
    )


def palette(_: Path) -> QDialog:
    actions = [QAction(assets.icon("open"), "&Open project…"), QAction(assets.icon("undo"), "Undo")]
    actions[0].setShortcut("Ctrl+O")
    dialog = CommandPalette(actions)
    for action in actions:
        action.setParent(dialog)
    return dialog


def progress(_: Path) -> QDialog:
    dialog = ProgressDialog("Importing articles")
    dialog.show_progress(3, 12)
    return dialog


def names(_: Path) -> QDialog:
    registry = Registry(
        (
            Name("actor", "دميتري بيسكوف", ("ديمتري بيسكوف", "بيسكوف")),
            Name("agreement", "البيان الثلاثي"),
        )
    )
    return RegistryDialog(registry, DEFAULT_SCHEMA.labels, lambda _label, _name: 3)


def review(_: Path) -> QDialog:
    row = ChangeRow("الأربعاء", "قال يوم الأربعاء إن", "2021-02-17", "2021-02-24", "لأنه قبله")
    return ChangesDialog("تواريخ", "حُسبت من اليوم السابق.", [row, row], "تغيير")


EVERY: dict[str, Callable[[Path], QDialog]] = {
    "annotator": annotator,
    "new_project": new_project,
    "import": importing,
    "report": report,
    "feedback": feedback,
    "datasheet": datasheet,
    "export": exporting,
    "settings": lambda _: SettingsDialog(Settings(annotator="ليلى", font_size=40)),
    "shortcuts": shortcuts,
    "palette": palette,
    "about": lambda _: AboutDialog(),
    "schema": lambda _: SchemaDialog(DEFAULT_SCHEMA, {"actor": 7}),
    "names": names,
    "review": review,
    "progress": progress,
    "error": lambda _: ErrorBox(
        LockedError("ليلى is at work on karabakh"), "The project could not be opened"
    ),
    "damaged": lambda _: RepairBox(DamagedFileError("project.json holds no object")),
    "crash": lambda folder: CrashDialog("Traceback: 1/0", unsaved=2, log=Log(folder)),
    "details": lambda _: ArticleDetailsDialog(
        ArticleDetails("القمة", "2021-11-09", "وكالة", "https://example.com")
    ),
}
