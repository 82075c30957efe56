"""The dialogs, each with what the sample project puts into it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from annotator.errors import DamagedFileError, LockedError
from ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from annotator.pace import Deed


def dialogs(workspace: Workspace, project: Path) -> Iterator[tuple[str, QWidget]]:
    """Show one dialog after the other over the window and yield it."""
    made = {**_of_the_program(workspace, project), **_of_the_project(workspace, project)}
    for name, make in made.items():
        dialog = make()
        dialog.show()
        yield f"dialog-{name}", dialog
        dialog.close()
        dialog.deleteLater()
    workspace.commands.help.show_shortcuts()
    sheet = QApplication.topLevelWidgets()
    for dialog in (one for one in sheet if isinstance(one, QDialog) and one.isVisible()):
        yield "dialog-shortcuts", dialog
        dialog.close()


def _of_the_program(workspace: Workspace, project: Path) -> dict[str, Callable[[], QWidget]]:
    from ui.dialogs.about_dialog import AboutDialog
    from ui.dialogs.annotator_dialog import AnnotatorDialog
    from ui.dialogs.command_palette import CommandPalette
    from ui.dialogs.errors.crash_dialog import CrashDialog
    from ui.dialogs.errors.error_box import ErrorBox
    from ui.dialogs.errors.repair_box import RepairBox
    from ui.dialogs.new_project_dialog import NewProjectDialog
    from ui.dialogs.settings_dialog import SettingsDialog
    from ui.log.rotating import Log

    window = workspace.window
    locked = LockedError("ليلى is at work on karabakh, on laptop-1a2b3c since 09:12")
    damaged = DamagedFileError("project.json holds no object: Expecting value: line 1 column 1")
    return {
        "settings": lambda: SettingsDialog(workspace.memory.settings, window),
        "new-project": lambda: NewProjectDialog(project.parent, window),
        "annotator": lambda: AnnotatorDialog("a", ["a", "b"], window),
        "palette": lambda: CommandPalette(
            [action for _, action in window.actions_table.all()], window
        ),
        "about": lambda: AboutDialog(window),
        "error": lambda: ErrorBox(locked, "", window),
        "damaged": lambda: RepairBox(damaged, window),
        "crash": lambda: CrashDialog(
            "Traceback (most recent call last): ZeroDivisionError",
            unsaved=2,
            log=Log(project.parent),
            parent=window,
        ),
    }


def _of_the_project(workspace: Workspace, path: Path) -> dict[str, Callable[[], QWidget]]:
    from annotator.pace import pace_of
    from ui.commands.transfer import Losses
    from ui.dialogs.article_details_dialog import ArticleDetailsDialog
    from ui.dialogs.backups_dialog import BackupsDialog
    from ui.dialogs.history_dialog import HistoryDialog
    from ui.dialogs.schema.schema_dialog import SchemaDialog
    from ui.dialogs.transfer.export_dialog import ExportDialog
    from ui.dialogs.transfer.import_dialog import ImportDialog
    from ui.pace.dialog import PaceDialog
    from ui.printing.choice import ChoiceDialog, Medium, Offer

    window, session = workspace.window, workspace.session
    project, article, current = session.project, session.article, window.view.current
    assert project is not None
    assert article is not None
    assert current is not None
    session.set_note(current, "؟")
    session.settle()
    project.back_up()
    titles = {entry.id: entry.title for entry in session.entries()}
    offer = Offer(("a", "b"), "a", has_open=True, listed=5, total=5, out=path)
    return {
        "export": lambda: ExportDialog(
            path / "out",
            ["a", "b"],
            "a",
            has_gold=True,
            counting=Losses(project),
            parent=window,
        ),
        "import": lambda: ImportDialog(annotator="a", parent=window),
        "labels": lambda: SchemaDialog(project.schema, {}, window),
        "details": lambda: ArticleDetailsDialog(session.details(), parent=window),
        "backups": lambda: BackupsDialog(project.backups(), writable=True, parent=window),
        "history": lambda: HistoryDialog(
            session.history(current), article.text, project.schema, window
        ),
        "pace": lambda: PaceDialog(
            pace_of(_a_week(list(titles))), titles, window, today=date(2024, 1, 8)
        ),
        "print": lambda: ChoiceDialog(Medium.PAPER, offer, window),
        "preview": lambda: _preview(workspace),
        "preview-remarks": lambda: _preview(workspace, with_remarks=True),
    }


def _a_week(articles: list[str]) -> list["Deed"]:
    """Return a week of work, more on some days than on others: the sample was made in no time."""
    from annotator.pace import Deed

    return [
        Deed(
            datetime(2024, 1, 2 + day, 9, 0, tzinfo=UTC) + timedelta(seconds=12 * number),
            articles[(day + number // 90) % len(articles)],
            (f"{day}-{number}",),
        )
        for day in range(7)
        for number in range(60 + 70 * (day * 3 % 5))
    ]


def _preview(workspace: Workspace, *, with_remarks: bool = False) -> QWidget:
    from annotator.model import Remark, RemarkKind
    from ui.printing.preview import PreviewDialog, preview_sheets
    from ui.printing.sheets import Printed, SheetLook

    window, session = workspace.window, workspace.session
    assert session.project is not None
    assert session.article is not None
    assert session.layer is not None
    pictures: list[QImage] = []
    layer, replies = session.layer, {}
    if with_remarks:
        on = layer.in_order[1]
        question = Remark("q", RemarkKind.QUESTION, "هل تدخل «الـ» في الاتفاق؟", on.span, on.id)
        flag = Remark("f", RemarkKind.FLAG, "", layer.in_order[6].span)
        layer, replies = (
            replace(layer, remarks={"q": question, "f": flag}),
            {"q": "نعم، كما في الدليل."},
        )
    items = [Printed(session.article, layer, replies)]
    look = SheetLook(workspace.memory.settings.font_family, 14)
    schema = session.project.schema
    for _ in preview_sheets(items, schema, look, window.devicePixelRatioF(), pictures):
        pass
    return PreviewDialog(pictures[-1:] if with_remarks else pictures, lambda _over: False, window)
