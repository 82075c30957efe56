"""Gathers beside the window what one annotator is told, fills the page with it, and writes it into a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QMessageBox

from annotator.errors import AnnotatorError
from ui import i18n
from ui.jobs import LatestJob
from ui.review import words
from ui.review.context import ReviewContext
from ui.review.feedback.corrections_model import FeedbackLine
from ui.review.feedback.deviations import decided_by, deviation, nothing
from ui.review.pages.feedback_page import sides
from ui.widgets import numbers
from ui.wording.error_words import short

if TYPE_CHECKING:
    from annotator.adjudication.guideline_decisions import GuidelineDecision
    from annotator.feedback.excerpts import Reading
    from annotator.feedback.values import Correction, Feedback


class Telling(QObject):
    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self.context = context
        self.is_settled = True
        self._job = LatestJob(self, QThread.Priority.LowPriority)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)
        self._folder = Path.home()

    def forget(self) -> None:
        self._job.stop()
        self.is_settled = True

    def show(self, annotator: str) -> None:
        """Read what an annotator is told as it is on disk now."""
        project = self.context.session.project
        if project is None or not annotator:
            return
        from annotator.feedback.gathering import gather

        self.context.session.settle()
        self.is_settled = False
        self._job.start(lambda progress: gather(project, annotator, progress=progress))

    def save(self) -> None:
        """Ask for a file and write into it what is shown."""
        from annotator.feedback.saving import KINDS, save
        from ui.review.feedback.save_dialog import SaveFeedbackDialog

        window = self.context.window
        told = window.feedback.told if window is not None else None
        if window is None or told is None:
            return
        path = self._folder / f"feedback-{told.annotator}.html"
        dialog = SaveFeedbackDialog(told.annotator, path, KINDS, window)
        if dialog.exec():
            path, language = dialog.choice()
            save(told, path, language)
            self._folder = path.parent
            window.notice(self.tr("Written: %1").replace("%1", i18n.isolate(str(path))))
        dialog.deleteLater()

    def remove(self, ruling: "GuidelineDecision") -> None:
        """Forget a guideline decision, once the lead has said so: it is no step of undo."""
        window, project = self.context.window, self.context.session.project
        if window is None or project is None:
            return
        question = self.tr(
            "Remove the guideline decision %1? What was decided stays decided, and edits that were accepted stay."
        )
        box = QMessageBox(window)
        box.setWindowTitle(self.tr("Remove a guideline decision"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(question.replace("%1", f"«{i18n.isolate(ruling.name)}»"))
        go_on = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        if box.clickedButton() is go_on:
            project.remove_ruling(ruling.id)
            self.context.session.rulings_changed.emit()
            self.show(window.feedback.annotators.currentText())

    # -- inside

    def _take(self, told: "Feedback") -> None:
        window, project = self.context.window, self.context.session.project
        self.is_settled = True
        if window is not None and project is not None:
            window.feedback.show_feedback(
                told, tuple(self._lines(told)), project.schema, may_remove=not project.read_only
            )

    def _fail(self, error: Exception) -> None:
        self.is_settled = True
        if not isinstance(error, AnnotatorError):
            raise error
        if self.context.window is not None:
            self.context.window.notice(short(error))

    def _lines(self, told: "Feedback") -> Iterator[FeedbackLine]:
        for one in told.corrections:
            made, decided = self._side(one, one.made), self._side(one, one.decided)
            why = words.beside((one.ruling, one.why))
            who = self.tr("by rule") if one.is_by_rule else one.who
            by = decided_by("" if one.is_by_rule else one.who, numbers.short_day(one.when))
            if one.name:
                made = (one.made_words or "—", made[1] + f": {i18n.isolate(one.made_words or '—')}")
                decided = (
                    one.decided_words or "—",
                    decided[1] + f": {i18n.isolate(one.decided_words or '—')}",
                )
            called = told.called(one, i18n.current())
            yield FeedbackLine(
                one.article_id,
                one.title,
                deviation(one.what) + (f": {i18n.isolate(called)}" if called else ""),
                made[0],
                decided[0],
                who,
                why,
                made[1],
                " · ".join(part for part in (decided[1], by) if part),
            )

    def _side(self, one: "Correction", reading: "Reading | None") -> tuple[str, str]:
        """Return one side of a correction, in short and in its line."""
        project = self.context.session.project
        if reading is None or project is None:
            return "—", nothing()
        label = words.label(reading.label, project.schema)
        short = f"{i18n.isolate(reading.words)} ({i18n.isolate(label)})"
        return short, sides(reading.lead, reading.words, reading.tail, label)
