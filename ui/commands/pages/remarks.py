"""Flags and questions: made, answered and settled at the place, listed over the project, and walked through by key."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model import Remark, RemarkKind, Span, new_id
from ui.article import selecting
from ui.article.margin import MarginMark
from ui.commands.base import Commands
from ui.i18n import current
from ui.jobs import LatestJob
from ui.layer_display import LayerDisplay
from ui.main_window import MainWindow
from ui.session import LayerChange, Session

if TYPE_CHECKING:
    from annotator.project.remark_rows import RemarkRow
    from ui.panels.remarks.remark_card import RemarkCard
    from ui.panels.remarks.remarks_panel import RemarksPanel

PAGE = "questions"
GAP = 6
"""Pixels between the card and the line."""


class RemarkCommands(Commands):
    """Ties flags and questions to the article, its margin and the page that lists them."""

    def __init__(self, window: MainWindow, session: Session, display: LayerDisplay) -> None:
        super().__init__(window, session)
        self._display = display
        self._view = window.view
        self._panel: RemarksPanel | None = None
        self._card: RemarkCard | None = None
        self._is_new = False
        self._rows: dict[str, tuple[RemarkRow, ...]] = {}
        self._job = LatestJob(self)
        self._job.done.connect(self._take)
        self._connect()

    # -- commands

    def flag(self) -> None:
        """Flag the selection, the current annotation or the word at the caret."""
        self._open_new(RemarkKind.FLAG, *self._target())

    def ask(self) -> None:
        """Ask about the same."""
        self._open_new(RemarkKind.QUESTION, *self._target())

    def flag_article(self) -> None:
        self._open_new(RemarkKind.FLAG, None, "")

    def ask_about_article(self) -> None:
        self._open_new(RemarkKind.QUESTION, None, "")

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) open flag or question of the project, and round at the ends."""
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
        self.go_to(rows[place % len(rows)])

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

    # -- the card

    def _target(self) -> tuple[Span | None, str]:
        """Return the place meant and the annotation, if any: the selection, the current annotation, the word at the caret."""
        if self._view.selection is not None:
            return self._view.selection, ""
        annotation = self._display.current()
        if annotation is not None:
            return annotation.span, annotation.id
        return selecting.word_at(self._view.text, self._view.caret), ""

    def _open_new(self, kind: str, span: Span | None, annotation: str) -> None:
        """Open the card for a new flag or question, or for the open one of that kind that is there already."""
        layer = self._session.layer
        if layer is None:
            return
        for known in layer.remarks_in_order:
            about = (known.annotation, None if annotation else known.span)
            if (
                known.kind == kind
                and known.is_open
                and about == (annotation, None if annotation else span)
            ):
                self._open(known, is_new=False)
                return
        self._open(Remark(new_id(), kind, "", span, annotation), is_new=True)

    def _open(self, remark: Remark, *, is_new: bool, answer: bool = False) -> None:
        layer = self._session.layer
        if layer is None:
            return
        span = layer.placed(remark).span
        about = span.of(self._view.text) if span and span.end <= len(self._view.text) else ""
        self._is_new = is_new
        card = self._made_card()
        if span is not None:
            self._view.reveal(span)
        card.show_remark(remark, about, is_new=is_new)
        card.show()
        card.setGeometry(self._place(span))
        card.raise_()
        card.take_keyboard(answer=answer)

    def _made_card(self) -> "RemarkCard":
        if self._card is None:
            from ui.panels.remarks.remark_card import RemarkCard

            self._card = card = RemarkCard(self._window)
            card.stored.connect(self.guarded(self._store_and_return))
            card.left.connect(self._leave)
            card.removal_meant.connect(self.guarded(self._remove_shown))
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusChanged.connect(self._follow_focus)
        return self._card

    def _place(self, span: Span | None) -> QRect:
        """Return where the card stands: under the line, or over it where there is no room; at the top for the article."""
        from ui.panels.remarks.remark_card import WIDTH

        card, view = self._made_card(), self._view
        corner = view.viewport().mapTo(self._window, QPoint(0, 0))
        room = QRect(corner, view.viewport().size()).adjusted(GAP, GAP, -GAP, -GAP)
        width = min(WIDTH, room.width())
        layout = card.layout()
        height = card.sizeHint().height()
        if layout is not None:
            layout.activate()
            height = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        if span is None:
            return QRect(room.center().x() - width // 2, room.top(), width, height)
        line = view.line_rect(span).translated(corner)
        _, right_to_left = view.cell_and_direction(span.start)
        left = line.right() + 1 - width if right_to_left else line.left()
        left = max(room.left(), min(left, room.right() + 1 - width))
        under = line.bottom() + 1 + GAP
        top = under if under + height <= room.bottom() else line.top() - GAP - height
        return QRect(left, max(top, room.top()), width, height)

    def _store_and_return(self) -> None:
        self._store()
        self._leave()

    def _store(self) -> None:
        """Keep what the card says as one step of undo; nothing asked is nothing kept."""
        card, layer = self._card, self._session.layer
        if card is None or card.remark is None or layer is None:
            return
        text, answer, is_settled = card.typed()
        old = card.remark
        if self._is_new:
            if text or old.kind == RemarkKind.FLAG:
                self._session.add_remark(old.kind, text, old.span, old.annotation)
        elif old.id in layer.remarks:
            new = replace(old, text=text, answer=answer, is_settled=is_settled)
            self._session.change_remark(layer.article_id, layer.remarks[old.id], new)

    def _leave(self) -> None:
        if self._card is not None:
            self._card.close_to(self._view)

    def _remove_shown(self) -> None:
        card, layer = self._card, self._session.layer
        remark = card.remark if card is not None else None
        self._leave()
        if remark is not None and layer is not None and remark.id in layer.remarks:
            self._session.remove_remark(layer.article_id, layer.remarks[remark.id])

    def _end_typing(self) -> None:
        """Keep what is typed before something else is done; an empty new flag was not meant yet."""
        card = self._card
        if card is None or card.remark is None:
            return
        keeper = self._view if card.has_keyboard() else None
        is_empty = self._is_new and not card.typed()[0]
        if not is_empty:
            self.guard.attempt(self._store)
        card.close_to(keeper)

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        card = self._card
        if card is None or card.remark is None or now is None or now.window() is not self._window:
            return
        if not card.isAncestorOf(now) and now is not card:
            self._end_typing()

    # -- the page and the margin

    def _connect(self) -> None:
        session = self._session
        session.project_changed.connect(self._start_anew)
        session.articles_changed.connect(self._read)
        session.article_changed.connect(self._follow_article)
        session.layer_changed.connect(self._follow_layer)
        session.layer_replaced.connect(self._follow_layer)
        session.typing_ends.connect(self._end_typing)
        session.article_leaving.connect(self._end_typing)
        self._view.margin_mark_clicked.connect(self.guarded(self._open_marked))

    def _start_anew(self) -> None:
        self._rows = {}
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
                    report,
                )
            )

    def _take(self, found: "dict[str, tuple[RemarkRow, ...]]") -> None:
        """Take what was read; what changed here meanwhile is newer."""
        self._rows = {**found, **self._rows}
        self._show()

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
        self._rows[article_id] = rows_of(project.find_entry(article_id), layer, text)
        self._show()

    def _show(self) -> None:
        if self._panel is not None:
            self._panel.show_rows(row for rows in self._rows.values() for row in rows)
            self._window.set_panel_count(PAGE, len(self._open_rows()))

    def _mark(self) -> None:
        """Put a sign into the margin for each open flag and question that has a place."""
        layer = self._session.layer
        marks: list[MarginMark] = []
        for remark in layer.remarks_in_order if layer is not None else ():
            span = layer.placed(remark).span if layer is not None else None
            if remark.is_open and span is not None and span.end <= len(self._view.text):
                asks = "؟" if current() == "ar" else "?"
                glyph = "!" if remark.kind == RemarkKind.FLAG else asks
                marks.append(MarginMark(span, glyph, "caution", remark.id))
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
        self._open(row.remark, is_new=False, answer=True)

    def _settle(self, row: "RemarkRow") -> None:
        new = replace(row.remark, is_settled=not row.remark.is_settled)
        self._session.change_remark(row.article_id, row.remark, new)

    def _open_marked(self, mark: MarginMark) -> None:
        layer = self._session.layer
        if layer is not None and mark.key in layer.remarks:
            self._open(layer.remarks[mark.key], is_new=False)
