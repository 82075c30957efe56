"""The way into the review, and the strings between its window and what it means."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from annotator.model import Span
from ui.review.asking import Asking
from ui.review.browsing import Browsing
from ui.review.context import ReviewContext
from ui.review.counting import Counting, Results
from ui.review.deciding.gold_edits import GoldEdits
from ui.review.feedback.telling import Telling
from ui.review.overview.surveying import Surveying
from ui.review.remembering import Remembering
from ui.review.rules.many import Many
from ui.review.rules.merging import Merging
from ui.review.settling import Settling
from ui.review.undoing import Undoing
from ui.review.window import ReviewWindow
from ui.saver import SaveState
from ui.widgets import save_state


class Reviewing(QObject):
    """Opens the review of a project and closes it with the project."""

    def __init__(
        self,
        context: ReviewContext,
        article_font: Callable[[], QFont],
        show_in_article: Callable[[str, Span | None], None],
        export_gold: Callable[[], None],
        parent: QWidget,
    ) -> None:
        """``article_font`` gives the face and size that articles are read in; ``show_in_article`` is that of `Asking`.

        ``export_gold`` asks how gold is to be exported, and exports it.
        """
        super().__init__(parent)
        self.context = context
        self.counting, self.browsing = Counting(context), Browsing(context)
        self.settling, self.merging, self.many = Settling(context), Merging(context), Many(context)
        self.surveying = Surveying(context)
        self.undoing = Undoing(context, self.browsing)
        self.gold_edits: GoldEdits | None = None
        self.asking = Asking(context, show_in_article)
        self.telling = Telling(context)
        self._font, self._main, self._export_gold = article_font, parent, export_gold
        session, gold = context.session, context.gold
        session.project_closing.connect(self._leave_project)
        session.layer_changed.connect(self._outdate)
        session.articles_changed.connect(self._outdate)
        gold.changed.connect(self.browsing.show_decision)
        gold.changed.connect(self.surveying.follow_gold)
        gold.state_changed.connect(self._show_saving)
        gold.broke.connect(session.broke)
        self.counting.board_taken.connect(context.slot(self.browsing.show_again))
        self._connect_survey()
        stack = gold.undo_stack
        for changed in (stack.indexChanged, stack.canUndoChanged, stack.canRedoChanged):
            changed.connect(self._show_undo)

    @property
    def window(self) -> ReviewWindow | None:
        return self.context.window

    def open(self) -> None:
        """Show the review, counted anew where something has changed since."""
        if self.context.session.project is None:
            return
        window = self._furnish()
        window.show()
        window.raise_()
        window.activateWindow()
        self.asking.read()
        if self.counting.is_stale:
            self.counting.refresh()
        else:
            window.focus_page()

    # -- inside

    def _furnish(self) -> ReviewWindow:
        from ui.review.pages.list_page import ListPage

        context = self.context
        if context.window is None:
            pages = ListPage(context.text, context.title, context.outcome)
            context.window = ReviewWindow(pages, self._main)
            context.window.compare.view.set_article_font(self._font())
            Remembering(context.window.compare, context.memory)
            self.gold_edits = GoldEdits(context, context.window.compare, context.window)
            self._connect_numbers(context.window)
            self._connect_articles(context.window)
            self._connect_window(context.window)
        return context.window

    def _connect_numbers(self, window: ReviewWindow) -> None:
        slot, counting = self.context.slot, self.counting
        for page in (
            window.overview,
            window.pairs,
            window.labels,
            window.kinds,
            window.confusion,
            window.votes,
            window.values,
            window.links,
            window.time,
        ):
            page.opened.connect(slot(self.browsing.show_list))
        self.merging.people_changed.connect(slot(counting.refresh))
        self._connect_overview(window)
        window.confusion.view_changed.connect(counting.show_confusion)
        window.filters.changed.connect(slot(lambda _filters: counting.sum_up()))
        window.filters.changed.connect(slot(lambda _filters: self._narrow()))

    def _connect_overview(self, window: ReviewWindow) -> None:
        slot, page = self.context.slot, window.overview
        page.merge_requested.connect(slot(self.merging.open))
        page.settings_changed.connect(slot(self.counting.set_settings))
        page.decide_meant.connect(slot(self.browsing.compare_all))
        page.refresh_meant.connect(window.refresh_meant)
        page.export_meant.connect(slot(self._export))
        page.stop_meant.connect(self.surveying.stop)
        page.page_meant.connect(window.show_page)

    def _connect_survey(self) -> None:
        slot, counting, surveying = self.context.slot, self.counting, self.surveying
        counting.board_taken.connect(slot(surveying.survey))
        counting.results_taken.connect(slot(self._take_results))
        counting.settings_taken.connect(slot(surveying.survey))
        counting.settings_taken.connect(slot(surveying.show_settings))
        counting.too_few.connect(slot(lambda: surveying.take_agreement(None, {})))
        counting.too_few.connect(slot(surveying.survey))

    def _export(self) -> None:
        """Export gold that is said to be done where it is, whatever was so when it was stored last."""
        self.settling.store_states(self.surveying.decidable)
        self._export_gold()

    def _take_results(self, results: Results) -> None:
        exact = {line.article_id: line.exact for line in results.lines}
        self.surveying.take_agreement(results.agreement, exact)

    def _connect_articles(self, window: ReviewWindow) -> None:
        slot, browsing = self.context.slot, self.browsing
        for page in (window.articles, window.feedback):
            page.article_chosen.connect(slot(browsing.compare_all))
        window.feedback.annotator_chosen.connect(slot(self.telling.show))
        window.feedback.save_meant.connect(slot(self.telling.save))
        window.feedback.removal_meant.connect(slot(self.telling.remove))
        window.list.difference_chosen.connect(slot(browsing.open_difference))
        window.list.narrowed.connect(slot(browsing.narrow))
        compare = window.compare
        compare.decided.connect(slot(self.settling.decide))
        compare.agreed_meant.connect(slot(self.settling.take_agreed))
        compare.repeat_meant.connect(slot(self.settling.repeat))
        compare.many_meant.connect(slot(self.many.open))
        compare.rules_meant.connect(slot(self.merging.open))
        compare.others_missed.connect(slot(browsing.say_all_count))
        compare.article_stepped.connect(slot(browsing.step_article))
        compare.empty.chosen.connect(slot(browsing.open_first))

    def _connect_window(self, window: ReviewWindow) -> None:
        gold = self.context.gold
        window.page_shown.connect(self.context.slot(self._show_page))
        window.undo_meant.connect(self.context.slot(self.undoing.undo))
        window.redo_meant.connect(self.context.slot(self.undoing.redo))
        window.refresh_meant.connect(self.context.slot(self.asking.read))
        window.refresh_meant.connect(self.context.slot(self.counting.refresh))
        window.questions.chosen.connect(self.context.slot(self.asking.go_to))
        window.questions.answered.connect(self.context.slot(self.asking.answer))
        window.stop_meant.connect(self.counting.stop)
        window.save_label.retry_requested.connect(gold.retry_saving)

    def _show_page(self, name: str) -> None:
        window = self.context.window
        if name == "time":
            self.counting.show_time()
        elif name == "feedback" and window is not None:
            self.telling.show(window.feedback.annotators.currentText())
        elif name == "questions":
            self.asking.read()
        elif name == "list":
            self.browsing.fill_list()
        elif name == "compare":
            self.browsing.open_first()

    def _narrow(self) -> None:
        if self.context.window is not None and self.context.window.shown == "list":
            self.browsing.fill_list()

    def _outdate(self, *_: object) -> None:
        self.counting.is_stale = True

    def _leave_project(self) -> None:
        """Close the window and give gold's desk back before the project closes."""
        self.counting.forget()
        self.surveying.forget()
        self.asking.forget()
        self.telling.forget()
        self.browsing.forget()
        self.context.forget()
        window, self.context.window = self.context.window, None
        if window is not None:
            window.close()
            window.deleteLater()

    def _show_undo(self, *_: object) -> None:
        if self.context.window is not None:
            stack = self.context.gold.undo_stack
            undo = (stack.undoText() or " ") if stack.canUndo() else ""
            redo = (stack.redoText() or " ") if stack.canRedo() else ""
            self.context.window.show_undo(undo, redo)

    def _show_saving(self, state: SaveState) -> None:
        if self.context.window is None:
            return
        label = self.context.window.save_label
        if state.reason:
            label.show_state(save_state.NotSaved(state.reason, round(state.retry_in) or None))
        elif state.pending:
            label.show_state(save_state.Saving(state.pending))
        else:
            label.show_state(save_state.Saved(state.at))
