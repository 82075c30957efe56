"""The annotators' flags and questions in the review: read beside the window, gone to, and answered in the gold layer."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, Qt, QThread

from annotator.edits import SetRemark
from annotator.errors import AnnotatorError
from annotator.model import Layer, Span
from annotator.model.remark import replies_in, reply_to
from ui.jobs import LatestJob
from ui.review.context import ReviewContext

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.review.asked import Asked

PAGE = "questions"


class Asking(QObject):
    """Fills the page of questions and takes what the lead answers."""

    def __init__(
        self, context: ReviewContext, show_in_article: "Callable[[str, Span | None], None]"
    ) -> None:
        """``show_in_article`` brings the main window to the front with a place of an article in it."""
        super().__init__(context)
        self.context, self._show_in_article = context, show_in_article
        self._found: tuple[Asked, ...] = ()
        self._job = LatestJob(self, QThread.Priority.LowPriority)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)
        context.session.replied.connect(self._follow_gold)
        self.is_settled = True

    def forget(self) -> None:
        self._job.stop()
        self._found = ()

    def read(self) -> None:
        """Read what is asked as it is on disk now."""
        from annotator.review.asked import read_asked

        project = self.context.session.project
        if project is not None:
            self.context.session.settle()
            self.is_settled = False
            self._job.start(lambda progress: read_asked(project, progress))

    def go_to(self, one: "Asked") -> None:
        """Show the place in the article: the lead's own layer is around it there, the review shows the others'."""
        row = one.row
        self._show_in_article(row.article_id, Span(row.start, row.end) if row.start >= 0 else None)

    def answer(self, one: "Asked", words: str) -> None:
        """Keep what the lead says, or take it back where it is nothing, as a step of the review's undo."""
        gold, remark = self.context.gold, one.row.remark
        layer = gold.layer(one.row.article_id)
        old = layer.remarks.get(remark.id)
        made = QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODate)
        span = Span(one.row.start, one.row.end) if one.row.start >= 0 else None
        new = reply_to(remark, span, words, made) if words else None
        if old is not None or new is not None:
            gold.carry_out(one.row.article_id, SetRemark(old, new), self.tr("answer"))

    # -- inside

    def _take(self, found: "tuple[Asked, ...]") -> None:
        self._found = found
        self.is_settled = True
        self._show()

    def _fail(self, error: Exception) -> None:
        self.is_settled = True
        if not isinstance(error, AnnotatorError):
            raise error
        if self.context.window is not None:
            from ui.wording.error_words import short

            self.context.window.notice(short(error))

    def _follow_gold(self, layer: Layer) -> None:
        replies = replies_in(layer.remarks)
        self._found = tuple(
            replace(one, row=replace(one.row, reply=replies.get(one.row.remark.id, "")))
            if one.row.article_id == layer.article_id
            else one
            for one in self._found
        )
        self._show()

    def _show(self) -> None:
        window, project = self.context.window, self.context.session.project
        if window is not None and project is not None:
            window.questions.allow_answers(not project.read_only)
            window.questions.show_asked(self._found)
