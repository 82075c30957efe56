"""Flags and questions: made, answered and settled at the place, listed over the project, and walked through by key."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.model import Layer, RemarkKind, Span
from annotator.model.remark import replies_in
from ui import i18n
from ui.article import selecting
from ui.article.margin import MarginMark, sign_of
from ui.commands.base import Commands
from ui.commands.pages.remark_cards import RemarkCards
from ui.jobs import LatestJob
from ui.layer_display import LayerDisplay
from ui.main_window import MainWindow
from ui.session import LayerChange, Session

if TYPE_CHECKING:
    from annotator.progress import Progress
    from annotator.project import Project
    from annotator.project.remark_rows import RemarkRow
    from ui.panels.remarks.remarks_panel import RemarksPanel

PAGE = "questions"


@dataclass(frozen=True, slots=True)
class Replies:
    """The lead's replies by article, and in it by the id of what they are to."""

    by_article: dict[str, dict[str, str]]


def _replies(project: "Project", articles: list[str], progress: "Progress") -> Replies:
    found: dict[str, dict[str, str]] = {}
    for number, article_id in enumerate(articles):
        progress(number, len(articles))
        found[article_id] = project.replies(article_id)
    return Replies(found)


class RemarkCommands(Commands):
    """Ties flags and questions to the article, its margin and the page that lists them."""

    def __init__(self, window: MainWindow, session: Session, display: LayerDisplay) -> None:
        super().__init__(window, session)
        self._display = display
        self._view = window.view
        self._panel: RemarksPanel | None = None
        self._cards = RemarkCards(window, session, self._reply)
        self._rows: dict[str, tuple[RemarkRow, ...]] = {}
        self._replies: dict[str, dict[str, str]] = {}
        """What the lead said, by article and the id of what it is said to, as it was read last."""
        self._job = LatestJob(self)
        self._job.done.connect(self._take)
        self._connect()

    # -- commands

    def flag(self) -> None:
        """Flag the selection, the current annotation or the word at the caret."""
        self._cards.open_new(RemarkKind.FLAG, *self._target())

    def ask(self) -> None:
        """Ask about the same."""
        self._cards.open_new(RemarkKind.QUESTION, *self._target())

    def flag_article(self) -> None:
        self._cards.open_new(RemarkKind.FLAG, None, "")

    def ask_about_article(self) -> None:
        self._cards.open_new(RemarkKind.QUESTION, None, "")

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) open flag or question of the project, and round at the ends, which is said."""
        from ui.panels.remarks.remarks_model import asked_words

        rows = sorted(self._open_rows(), key=lambda row: row.order)
        if not rows:
            self.say(self.tr("No question and no flag is open."))
            return
        keys = [(row.number, row.start, row.end, row.remark.made, row.remark.id) for row in rows]
        here = self._here(rows)
        if here is not None:
            place = rows.index(here) + direction
        else:
            article = self._session.article
            number = next(
                (e.number for e in self._session.entries() if article and e.id == article.id), 0
            )
            at = (number, self._view.caret, -1, "", "")
            place = bisect_left(keys, at) if direction > 0 else bisect_right(keys, at) - 1
        row = rows[place % len(rows)]
        self.go_to(row)
        if place != place % len(rows):
            words = self.tr("From the first again: %1")
            if direction < 0:
                words = self.tr("From the last again: %1")
            self.say(words.replace("%1", i18n.isolate(asked_words(row))))

    def go_to(self, row: "RemarkRow") -> None:
        """Show what a flag or question is about, in whichever article."""
        self._session.open_article(row.article_id)
        layer = self._session.layer
        if layer is None:
            return
        remark = row.remark
        if remark.annotation in layer:
            self._view.go_to(layer[remark.annotation])
        elif 0 <= row.start < row.end <= len(self._view.text):
            span = Span(row.start, row.end)
            self._view.select(span)
            self._view.reveal(span)
        self._last = remark.id
        if self._panel is not None:
            self._panel.choose(remark.id)
        if not self._window.page_is_shown(PAGE):
            from ui.panels.remarks.remarks_model import asked_words

            self.say(asked_words(row))

    def show_place(self, article_id: str, span: Span | None) -> None:
        """Bring the window to the front with a place of an article in it, for a window beside this one."""
        self._session.open_article(article_id)
        if span is not None and span.end <= len(self._view.text):
            self._view.select(span)
            self._view.reveal(span)
        self._window.raise_()
        self._window.activateWindow()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _target(self) -> tuple[Span | None, str]:
        """Return the place meant and the annotation, if any: the selection, the current annotation, the word at the caret."""
        if self._view.selection is not None:
            return self._view.selection, ""
        annotation = self._display.current()
        if annotation is not None:
            return annotation.span, annotation.id
        return selecting.word_at(self._view.text, self._view.caret), ""

    # -- the page and the margin

    def _connect(self) -> None:
        session = self._session
        session.project_changed.connect(self._start_anew)
        session.articles_changed.connect(self._read)
        session.article_changed.connect(self._follow_article)
        session.layer_changed.connect(self._follow_layer)
        session.layer_replaced.connect(self._follow_layer)
        session.replied.connect(self._take_replies)
        app = QApplication.instance()
        if isinstance(
            app, QApplication
        ):  # a lead answers at another computer, and a folder is shared
            app.applicationStateChanged.connect(self._look_again)
        self._view.margin_mark_clicked.connect(self.guarded(self._open_marked))

    def _start_anew(self) -> None:
        self._rows, self._replies = {}, {}
        self._last = ""
        if self._session.project is None:
            self._job.stop()  # the window may be closing, and a thread must not outlive it
            self._show()
            return
        if self._panel is None:
            self._make_panel()
        self._read()

    def _make_panel(self) -> None:
        from ui.panels.remarks.remarks_panel import RemarksPanel

        self._panel = panel = RemarksPanel()
        panel.chosen.connect(self.guarded(self._choose))
        panel.appeared.connect(self._look_again)
        panel.answer_meant.connect(self.guarded(self._answer))
        panel.settling_meant.connect(self.guarded(self._settle))
        panel.removal_meant.connect(
            self.guarded(lambda row: self._session.remove_remark(row.article_id, row.remark))
        )
        self._window.add_page(PAGE, panel)

    def _read(self) -> None:
        """Read what is asked in articles that are not open, beside the window."""
        from annotator.project.remark_rows import read_rows

        project, annotator = self._session.project, self._session.annotator
        if project is None:
            return
        wanted = [e for e in self._session.entries() if self._session.summary(e.id).remarks]
        self._rows = {}
        self._show()
        if wanted:
            self._job.start(
                lambda report: read_rows(
                    wanted,
                    lambda article_id: project.layer(article_id, annotator),
                    lambda article_id: project.article(article_id).text,
                    project.replies,
                    report,
                )
            )

    def _look_again(self, *_: object) -> None:
        """Read the lead's replies again, once the window or the page is looked at: they are written elsewhere."""
        project = self._session.project
        wanted = [article_id for article_id, rows in self._rows.items() if rows]
        if project is not None and wanted and not self._job.is_running:
            self._job.start(lambda report: _replies(project, wanted, report))

    def _take(self, found: "dict[str, tuple[RemarkRow, ...]] | Replies") -> None:
        """Take what was read; what changed here meanwhile is newer."""
        if isinstance(found, Replies):
            for article_id, replies in found.by_article.items():
                self._put_replies(article_id, replies)
        else:
            for article_id, rows in found.items():
                self._replies[article_id] = {r.remark.id: r.reply for r in rows if r.reply}
            for article_id in found.keys() & self._rows.keys():
                self._put_replies(article_id, self._replies[article_id])
            self._rows = {**found, **self._rows}
        self._show()
        self._mark()

    def _take_replies(self, gold: Layer) -> None:
        """The lead answered in the review of this very window."""
        self._put_replies(gold.article_id, replies_in(gold.remarks))
        self._show()
        self._mark()

    def _reply(self, article_id: str, remark_id: str) -> str:
        return self._replies.get(article_id, {}).get(remark_id, "")

    def _put_replies(self, article_id: str, replies: dict[str, str]) -> None:
        self._replies[article_id] = replies
        self._rows[article_id] = tuple(
            replace(row, reply=replies.get(row.remark.id, ""))
            for row in self._rows.get(article_id, ())
        )

    def _follow_article(self) -> None:
        self._take_layer()
        self._mark()

    def _follow_layer(self, change: LayerChange) -> None:
        before, after = change.before, change.after
        asked = {remark.annotation for remark in after.remarks.values()} - {""}
        if before.remarks == after.remarks and not asked & change.changed:
            return
        if self._session.layer is not None and self._session.layer.article_id == after.article_id:
            self._take_layer()
            self._mark()
        else:
            self._take_rows(after.article_id)

    def _take_layer(self) -> None:
        article = self._session.article
        if article is not None:
            self._take_rows(article.id)

    def _take_rows(self, article_id: str) -> None:
        from annotator.project.remark_rows import rows_of

        session, project = self._session, self._session.project
        if project is None:
            return
        layer = session.layer_of(article_id)
        if not layer.remarks and not self._rows.get(article_id):
            return
        is_open = session.article is not None and session.article.id == article_id
        text = (
            session.article.text
            if is_open and session.article
            else project.article(article_id).text
        )
        replies = self._replies.get(article_id, {})
        self._rows[article_id] = rows_of(project.entry(article_id), layer, text, replies)
        self._show()

    def _show(self) -> None:
        if self._panel is not None:
            self._panel.show_rows(row for rows in self._rows.values() for row in rows)
            self._window.set_panel_count(PAGE, len(self._open_rows()))

    def _mark(self) -> None:
        """Put a sign into the margin for each open flag and question that has a place."""
        layer = self._session.layer
        replies = self._replies.get(layer.article_id, {}) if layer is not None else {}
        marks: list[MarginMark] = []
        for remark in layer.remarks_in_order if layer is not None else ():
            span = layer.placed(remark).span if layer is not None else None
            if remark.is_open and span is not None and span.end <= len(self._view.text):
                marks.append(sign_of(remark, span, is_answered=remark.id in replies))
        self._view.set_margin_marks(marks)

    def _open_rows(self) -> "list[RemarkRow]":
        return [row for rows in self._rows.values() for row in rows if row.remark.is_open]

    _last = ""

    def _here(self, rows: "list[RemarkRow]") -> "RemarkRow | None":
        """Return the one that was gone to last, as long as the article still shows it."""
        row = next((row for row in rows if row.remark.id == self._last), None)
        article = self._session.article
        if row is None or article is None or row.article_id != article.id:
            return None
        if row.start < 0 or self._view.current == row.remark.annotation:
            return row
        return row if row.start <= self._view.caret <= row.end else None

    def _choose(self, row: "RemarkRow") -> None:
        self.go_to(row)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, row: "RemarkRow") -> None:
        self.go_to(row)
        self._cards.open(row.remark, is_new=False, answer=True)

    def _settle(self, row: "RemarkRow") -> None:
        new = replace(row.remark, is_settled=not row.remark.is_settled)
        self._session.change_remark(row.article_id, row.remark, new)

    def _open_marked(self, mark: MarginMark) -> None:
        layer = self._session.layer
        if layer is not None and mark.key in layer.remarks:
            self._cards.open(layer.remarks[mark.key], is_new=False)
