"""What the review's pages mean, in terms of the project: counts, lists, and decisions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from annotator.errors import AnnotatorError
from annotator.model import Layer, Status
from ui import i18n
from ui.panels import save_state
from ui.review import figures, words
from ui.review.board import Board, Difference, is_asked_for, load, options_of
from ui.review.comparison import Comparison
from ui.review.gold import Gold, now
from ui.review.query import Query
from ui.review.task import Task
from ui.session import Session
from ui.workers import SaveState

if TYPE_CHECKING:
    from annotator.agreement.results import Agreement
    from annotator.project import ReviewSettings
    from ui.review.articles_page import ArticleLine
    from ui.review.deciding import Case
    from ui.review.feedback_page import FeedbackLine
    from ui.review.window import ReviewWindow

DRAWS = 1000
"""Resampled corpora behind each interval."""


@dataclass(frozen=True, slots=True)
class Results:
    """What the charts are drawn from."""

    agreement: "Agreement"
    lines: "tuple[ArticleLine, ...]"


class Reviewing(QObject):
    """Opens the review and keeps its window, its counts and gold together."""

    def __init__(
        self, session: Session, action: QAction, article_font: Callable[[], object], parent: QWidget
    ) -> None:
        """``article_font`` gives the face and size the article is read in; ``parent`` is the main window."""
        super().__init__(parent)
        self._session, self._parent, self._font = session, parent, article_font
        self.window: ReviewWindow | None = None
        self.gold = Gold(session, self)
        self.board: Board | None = None
        self._cases: dict[str, Case] = {}
        self._results: Results | None = None
        self._task: Task | None = None
        self._stale = True
        self._query = Query(kinds=words.DISAGREEING)
        self._shown: tuple[str, tuple[str, str]] | None = None
        action.triggered.connect(lambda _checked=False: self._guarded(self.open))
        session.project_closing.connect(self._leave_project)
        session.layer_changed.connect(self._take_own_change)
        session.articles_changed.connect(self._outdate)
        self.gold.changed.connect(self._show_decision)
        self.gold.state_changed.connect(self._show_saving)
        self.gold.broke.connect(session.broke)
        for changed in (
            self.gold.undo_stack.indexChanged,
            self.gold.undo_stack.canUndoChanged,
            self.gold.undo_stack.canRedoChanged,
        ):
            changed.connect(self._show_undo)

    @property
    def is_settled(self) -> bool:
        """Whether everything is counted and drawn that was asked for."""
        return self._task is None and self._results is not None

    # -- opening

    def open(self) -> None:
        """Show the review, counted anew where something has changed since."""
        if self._session.project is None:
            return
        window = self._furnish()
        window.show()
        window.raise_()
        window.activateWindow()
        if self._stale:
            self.refresh()
        else:
            window.focus_page()

    def refresh(self) -> None:
        """Read and count the project as it is on disk now."""
        project, window = self._session.project, self.window
        if project is None or window is None:
            return
        self._session.settle()
        filters = window.filters.filters()
        window.show_busy(self.tr("Comparing the annotators…"))

        def count(progress: Callable[[int, int], None]) -> Board:
            return load(project, options_of(filters), progress)

        self._run(count, self._take_board)

    def _take_board(self, board: Board) -> None:
        self.board, self._stale = board, False
        self._cases.clear()
        window = self._furnish()
        schema = board.project.schema
        names = [(name, words.label(name, schema)) for name in board.labels]
        sources = sorted({entry.source or "" for entry in board.entries.values()})
        window.filters.offer(names, board.annotators, sources)
        window.feedback.show_annotators(board.annotators, self._session.annotator)
        self.gold.forget()
        self._show_settings()
        window.show_pages()
        self.sum_up()
        if window.focusWidget() is None or not window.focusWidget().isVisible():
            window.focus_page()

    # -- numbers

    def sum_up(self) -> None:
        """Add up what was counted for the articles, people and labels asked for."""
        from annotator.agreement.articles import score_articles
        from annotator.agreement.summary import summarise

        board, window = self.board, self.window
        if board is None or window is None:
            return
        filters = window.filters.filters()
        if filters.counting != self._counted(board):
            self.refresh()
            return
        chosen = sorted(filters.labels) or None

        def add_up(_progress: object) -> Results:
            found = board.statistics_of(filters)
            scores = score_articles(found, chosen)
            return Results(summarise(found, chosen, draws=DRAWS), self._lines(board, scores))

        self._run(add_up, self._take_results)

    def _take_results(self, results: Results) -> None:
        from annotator.agreement.results import Measure
        from ui.review import tabulate

        board, window = self.board, self.window
        if board is None or window is None:
            return
        self._results = results
        schema, found = board.project.schema, results.agreement
        window.overview.show_result(found)
        window.pairs.show_table(tabulate.pairs(found, Measure.EXACT))
        self._draw_labels()
        self._show_settings()
        window.kinds.show_table(tabulate.kinds(found, schema))
        window.votes.show_table(tabulate.votes(found, schema))
        window.confusion.offer_pairs([(pair.a, pair.b) for pair in found.pairs])
        window.articles.show_lines(results.lines)
        self._show_confusion()
        self._show_progress()
        if window.shown == "time":
            self._show_time()

    def _draw_labels(self) -> None:
        from ui.review import tabulate

        if self._results is not None and self.board is not None and self.window is not None:
            project, found = self.board.project, self._results.agreement
            table = tabulate.labels(found, project.schema)
            targets = tabulate.targets(found, project.review_settings().targets)
            self.window.labels.chart.targets = targets
            self.window.labels.show_table(table)

    def _show_settings(self) -> None:
        if self.board is not None and self.window is not None:
            project = self.board.project
            settings = project.review_settings()
            self.window.overview.show_settings(
                settings, project.schema, writable=not project.read_only
            )

    def _set_settings(self, settings: "ReviewSettings") -> None:
        if self.board is not None:
            self.board.project.set_review_settings(settings)
            self._cases.clear()
            self._show_settings()
            self._draw_labels()

    def _show_confusion(self) -> None:
        from ui.review import tabulate

        if self._results is not None and self.window is not None and self.board is not None:
            page = self.window.confusion
            table = tabulate.confusion(
                self._results.agreement,
                page.pairs.currentIndex(),
                self.board.project.schema,
                by_row=page.by_row.isChecked(),
            )
            page.show_table(table)

    def _show_time(self) -> None:
        from ui.review import tabulate
        from ui.review.weeks import by_week

        board, window = self.board, self.window
        if board is None or window is None:
            return
        filters = window.filters.filters()

        def count(_progress: object) -> object:
            return by_week(board, filters)

        self._run(count, lambda weeks: window.time.show_table(tabulate.over_time(weeks)))

    def _lines(self, board: Board, scores: object) -> "tuple[ArticleLine, ...]":
        from ui.review.articles_page import ArticleLine

        return tuple(
            ArticleLine(
                one.article_id,
                board.entries[one.article_id].title,
                one.exact,
                one.relaxed,
                one.disagreements,
                one.spans,
                one.is_noisy,
                "",
            )
            for one in scores
        )

    def _show_progress(self) -> None:
        """Say how far gold is, in the list of articles and on the first page."""
        from dataclasses import replace

        from ui.review.overview_page import GoldProgress

        board, window, results = self.board, self.window, self._results
        if board is None or window is None or results is None:
            return
        states = {line.article_id: self.gold.status(line.article_id) for line in results.lines}
        names = {
            Status.DONE: self.tr("done"),
            Status.IN_PROGRESS: self.tr("begun"),
            Status.NEW: "",
        }
        lines = tuple(replace(line, gold=names[states[line.article_id]]) for line in results.lines)
        window.articles.show_lines(lines)
        done = sum(1 for status in states.values() if status == Status.DONE)
        begun = sum(1 for status in states.values() if status == Status.IN_PROGRESS)
        window.overview.show_progress(GoldProgress(done, begun, len(lines)))

    # -- lists

    def show_list(self, query: Query) -> None:
        """Open the list of the differences behind a number."""
        self._query = query
        if self.window is not None:
            self.window.show_page("list")
            self._fill_list()

    def _narrow(self, kind: str, cause: str) -> None:
        from dataclasses import replace

        kinds = frozenset([kind]) if kind else words.DISAGREEING
        self._query = replace(self._query, kinds=kinds, cause=cause or None)
        self._fill_list()

    def _fill_list(self) -> None:
        board, window, query = self.board, self.window, self._query
        if board is None or window is None:
            return
        kind = next(iter(query.kinds)) if query.kinds and len(query.kinds) == 1 else ""
        window.list.show_rows(
            self._heading(query),
            board.listed(query, window.filters.filters()),
            board.project.schema,
            kind=kind,
            cause=query.cause or "",
        )

    def _heading(self, query: Query) -> str:
        schema = self.board.project.schema if self.board else None
        parts: list[str] = []
        if query.pair is not None:
            parts.append(" – ".join(i18n.isolate(name) for name in query.pair))
        if query.annotator is not None:
            parts.append(i18n.isolate(query.annotator))
        if query.label is not None and schema is not None:
            parts.append(words.label(query.label, schema))
        if query.labels is not None and schema is not None:
            parts.append(" / ".join(words.label(name, schema) for name in query.labels))
        if query.votes is not None:
            parts.append(words.made_by(query.votes))
        return " · ".join(parts) or self.tr("All differences")

    def _text(self, article_id: str) -> str:
        return self.board.item(article_id).text if self.board else ""

    def _title(self, article_id: str) -> str:
        entry = self.board.entries.get(article_id) if self.board else None
        return entry.title if entry else ""

    def _outcome(self, one: Difference) -> str:
        if one.kind == words.VOTED or not self.gold.layer(one.article_id).decisions:
            return ""
        return self._case(one.article_id).outcome(one)

    # -- one article

    def compare(self, article_id: str, pair: tuple[str, str] | None, at: Difference | None) -> None:
        """Show an article's layers under its text, at a difference where one is given."""
        board, window = self.board, self.window
        if board is None or window is None:
            return
        self._refuse_blind(article_id)
        pairs = tuple(combinations(board.layers(article_id), 2))
        if not pairs:
            window.notice(self.tr("Fewer than two annotators have finished this article."))
            return
        chosen = pair if pair in pairs else pairs[0]
        self._shown = (article_id, chosen)
        shown = self._comparison(article_id, chosen)
        window.compare.show_comparison(shown, pairs, at)
        window.compare.set_walk(*self._walked(shown.differences))
        window.show_page("compare")

    def _comparison(self, article_id: str, pair: tuple[str, str]) -> Comparison:
        board = self.board
        assert board is not None
        differences = board.differences(article_id, *pair)
        case = self._case(article_id)
        return Comparison(
            board.project.article(article_id),
            board.layers(article_id),
            case.gold,
            board.project.schema,
            pair,
            differences,
            tuple(map(case.outcome, differences)),
            tuple(self._state(case, one) for one in differences),
            self.tr("Read-only: %1").replace("%1", board.project.read_only_reason)
            if board.project.read_only
            else "",
        )

    def _walked(self, differences: tuple[Difference, ...]) -> tuple[tuple[int, ...], str]:
        """Return the differences that J and K go through, and what they are called; nothing where they are all."""
        query = self._query
        everything = query.kinds in (None, words.DISAGREEING) and query.label is None
        if (everything and query.cause is None and query.labels is None) or query.votes is not None:
            return (), ""
        numbers = tuple(n for n, one in enumerate(differences) if is_asked_for(one, query))
        kinds = query.kinds or ()
        parts = [words.kind(kind, "a", "b") for kind in kinds] if len(kinds) == 1 else []
        return numbers, " · ".join([self._heading(query), *parts])

    def _step_article(self, step: int) -> None:
        """Go to the next article that has what is being walked."""
        board, window = self.board, self.window
        if board is None or window is None or self._shown is None:
            return
        here, pair = self._shown
        articles = board.candidates(self._query, window.filters.filters())
        if here not in articles:
            articles = tuple(key for key in board.entries if key in {here, *articles})
        place = articles.index(here) + step
        while 0 <= place < len(articles):
            rows = list(board.rows(self._query, articles[place]))
            if rows:
                row = rows[0 if step > 0 else -1]
                row_pair = (row.a, row.b) if row.kind != words.VOTED else pair
                self.compare(articles[place], row_pair, row)
                return
            place += step
        window.notice(self.tr("There are no more differences that way."))

    def _open_difference(self, one: Difference) -> None:
        if one.kind == words.VOTED:
            self.compare(one.article_id, None, one)
        else:
            self.compare(one.article_id, (one.a, one.b), one)

    def _case(self, article_id: str) -> "Case":
        from annotator.agreement.keeping import review_of
        from ui.review.deciding import Case

        assert self.board is not None
        gold = self.gold.layer(article_id)
        case = self._cases.get(article_id)
        if case is None:
            layers = self.board.finished(article_id)
            case = Case(layers, self.board.labels, gold, review_of(gold), self._rule())
        elif case.gold is not gold:
            case = case.with_gold(gold, review_of(gold))
        self._cases[article_id] = case
        return case

    def _rule(self):  # noqa: ANN202 - MergeRule, imported where it is used
        from annotator.agreement.rules import MergeRule

        return MergeRule() if self.window is None else self.window.overview.rule()

    def _state(self, case: "Case", one: Difference) -> str:
        decision = case.settled(one)
        if decision is None:
            if not case.clusters_of(one):
                return self.tr("Not finished by both: it cannot be decided yet.")
            return ""
        outcome = words.outcome(case.outcome(one), one.a, one.b)
        if decision.is_by_rule:
            return outcome
        who, day = i18n.isolate(decision.who), figures.day(decision.when)
        sentence = (
            self.tr("Decided: %1, by %2 on %3")
            .replace("%1", outcome)
            .replace("%2", who)
            .replace("%3", day)
        )
        return f"{sentence}. {decision.why}" if decision.why else f"{sentence}."

    # -- decisions

    def decide(self, one: Difference, choice: str, reason: str) -> None:
        """Settle a difference for gold, and merge what all agree on in the same article."""
        case = self._case(one.article_id)
        if not case.clusters_of(one):
            raise AnnotatorError(
                self.tr("This cannot be decided yet: somebody has not finished the article.")
            )
        who, when = self._session.annotator, now()
        if choice == "reopen":
            step, text = case.reopen(one, when), self.tr("take a decision back")
        elif choice == "edit":
            edited = self._ask_edit(one)
            if edited is None:
                return
            step = case.edit(one, *edited, who=who, when=when, why=reason)
            text = self.tr("decide with an edit")
        else:
            step = case.choose(one, choice, who=who, when=when, why=reason)
            text = self.tr("decide: %1").replace("%1", words.outcome(choice, one.a, one.b))
        complete = case.after(step).progress.open == 0
        self.gold.take(one.article_id, step, text, complete=complete)

    def _ask_edit(self, one: Difference):  # noqa: ANN202 - a span and a label, or None
        from ui.review.edit_dialog import EditDialog

        assert self.board is not None
        window = self.window
        selected = window.compare.canvas.selection if window else None
        span = selected or one.span
        label = one.annotations[0].label
        dialog = EditDialog(
            self._text(one.article_id), span, label, self.board.project.schema, window
        )
        return dialog.choice() if dialog.exec() else None

    def repeat(self, one: Difference) -> None:
        """Offer the same decision wherever the same words are disagreed about alike."""
        from annotator.agreement.repeating import Place, alike, variants_for
        from ui.review.same_dialog import CONTEXT, Occurrence, SameDialog

        board, window = self.board, self.window
        decision = self._case(one.article_id).settled(one)
        if board is None or window is None or decision is None:
            return
        place = Place(
            one.article_id,
            self._text(one.article_id),
            self._case(one.article_id).clusters_of(one)[0],
        )
        places = [
            found
            for article_id in board.candidates(
                Query(kinds=words.DISAGREEING), window.filters.filters()
            )
            for found in alike(
                place,
                (
                    Place(article_id, self._text(article_id), cluster)
                    for cluster in self._case(article_id).clusters
                    if not cluster.is_unanimous
                ),
            )
            if not self._is_settled(article_id, found.cluster)
        ]
        if not places:
            window.notice(self.tr("Nowhere else do these words differ in this way."))
            return
        shown = []
        for found in places:
            start, end = found.cluster.span.start, found.cluster.span.end
            before, after = (
                found.text[max(start - CONTEXT, 0) : start],
                found.text[end : end + CONTEXT],
            )
            parts = (before, found.text[start:end], after)
            before, inside, after = (part.replace("\n", " ") for part in parts)
            shown.append(Occurrence(self._title(found.article_id), before, inside, after))
        outcome = words.outcome(self._case(one.article_id).outcome(one), one.a, one.b)
        dialog = SameDialog(outcome, shown, window)
        if not dialog.exec():
            return
        steps: dict[str, tuple[object, Case]] = {}
        from ui.review.deciding import combined

        for number in dialog.choice():
            found = places[number]
            before_step, case = steps.get(found.article_id, (None, self._case(found.article_id)))
            step = case.settle(
                found.cluster,
                variants_for(decision, place, found),
                who=self._session.annotator,
                when=now(),
                why=decision.why,
            )
            steps[found.article_id] = (
                step if before_step is None else combined([before_step, step]),
                case.after(step),
            )
        done = []
        for article_id, (step, case) in steps.items():
            merged = case.merged(now())
            complete = case.after(merged).progress.open == 0
            done.append((article_id, combined([step, merged]), complete))
        count = self.gold.take_all(done, self.tr("decide the same elsewhere"))
        window.notice(self.tr("Decided alike in %n article(s).", "", count))

    def _is_settled(self, article_id: str, cluster: object) -> bool:
        return self._case(article_id).review.settled(cluster) is not None

    def merge_all(self) -> None:
        """Put into gold what the rule settles, in every article that two have finished."""
        board, window = self.board, self.window
        if board is None or window is None:
            return
        from ui.dialogs.progress import run_with_progress

        when = now()
        articles = [key for key in board.entries if key in set(board.statistics.articles)]

        def work(progress: Callable[[int, int], None]) -> list:
            steps = []
            for done, article_id in enumerate(articles):
                progress(done, len(articles))
                case = self._case(article_id)
                if len(case.layers) >= 2:
                    step = case.merged(when)
                    steps.append((article_id, step, case.after(step).progress.open == 0))
            return steps

        steps = run_with_progress(window, self.tr("Merging into gold"), work)
        if steps is None:
            window.notice(self.tr("Merging stopped; nothing was changed."))
            return
        count = self.gold.take_all(steps, self.tr("merge into gold"))
        window.notice(self.tr("Merged into gold: %n article(s) changed.", "", count))

    def _show_decision(self, article_id: str) -> None:
        """Show what changed in gold: a decision, or its undoing."""
        window = self.window
        if window is None or self.board is None:
            return
        if self._shown is not None and self._shown[0] == article_id:
            pair = self._shown[1]
            case = self._case(article_id)
            differences = self.board.differences(article_id, *pair)
            window.compare.update_decisions(
                case.gold,
                tuple(map(case.outcome, differences)),
                tuple(self._state(case, one) for one in differences),
            )
        window.list.model.refresh()
        self._show_progress()

    # -- feedback

    def _show_feedback(self, annotator: str) -> None:
        window = self.window
        if window is not None and self.board is not None and annotator:
            window.feedback.show_lines(tuple(self._feedback(annotator)))

    def _feedback(self, annotator: str) -> "Iterator[FeedbackLine]":
        from ui.review.feedback import corrections
        from ui.review.feedback_page import FeedbackLine

        assert self.board is not None
        schema = self.board.project.schema
        for article_id in self.board.entries:
            if self.gold.status(article_id) == Status.NEW:
                continue
            text = self._text(article_id)

            def said(annotation, text=text) -> str:  # noqa: ANN001 - an annotation
                return f"{annotation.span.of(text)} ({words.label(annotation.label, schema)})"

            for one in corrections(self._case(article_id), annotator):
                decided = " · ".join(said(found) for found in one.decision.outcomes)
                yield FeedbackLine(
                    article_id,
                    self._title(article_id),
                    said(one.made) if one.made else "—",
                    decided or "—",
                    one.decision.who,
                    one.decision.why if not one.decision.is_by_rule else "",
                )

    # -- inside

    def _furnish(self) -> "ReviewWindow":
        if self.window is not None:
            return self.window
        from ui.review.list_page import ListPage
        from ui.review.window import ReviewWindow

        window = self.window = ReviewWindow(
            ListPage(self._text, self._title, self._outcome), self._parent
        )
        for page in (window.pairs, window.labels, window.kinds, window.confusion, window.votes):
            page.opened.connect(self._slot(self.show_list))
        for page in (window.time, window.overview):
            page.opened.connect(self._slot(self.show_list))
        window.overview.merge_requested.connect(self._slot(self.merge_all))
        window.overview.settings_changed.connect(self._slot(self._set_settings))
        window.confusion.view_changed.connect(self._show_confusion)
        window.articles.article_chosen.connect(self._slot(lambda key: self._compare_all(key)))
        window.feedback.article_chosen.connect(self._slot(lambda key: self._compare_all(key)))
        window.feedback.annotator_chosen.connect(self._show_feedback)
        window.list.difference_chosen.connect(self._slot(self._open_difference))
        window.list.narrowed.connect(self._narrow)
        window.compare.decided.connect(self._slot(self.decide))
        window.compare.repeat_meant.connect(self._slot(self.repeat))
        window.compare.pair_chosen.connect(
            self._slot(
                lambda pair: self.compare(self._shown[0], pair, None) if self._shown else None
            )
        )
        window.compare.article_stepped.connect(self._slot(self._step_article))
        window.filters.changed.connect(lambda _filters: self._guarded(self.sum_up))
        window.filters.changed.connect(lambda _filters: self._guarded(self._fill_list))
        window.page_shown.connect(self._show_page)
        window.undo_meant.connect(self.gold.undo_stack.undo)
        window.redo_meant.connect(self.gold.undo_stack.redo)
        window.refresh_meant.connect(self._slot(self.refresh))
        window.stop_meant.connect(self._stop)
        window.save_label.retry_requested.connect(self.gold.retry_saving)
        window.compare.canvas.set_article_font(self._font())
        return window

    def _compare_all(self, article_id: str) -> None:
        """Compare an article whatever list was walked before."""
        self._query = Query(kinds=words.DISAGREEING)
        self.compare(article_id, None, None)

    def _show_page(self, name: str) -> None:
        if name == "time":
            self._show_time()
        elif name == "feedback" and self.window is not None:
            self._show_feedback(self.window.feedback.annotators.currentText())
        elif name == "list":
            self._fill_list()

    def _slot(self, run: Callable[..., object]) -> Callable[..., None]:
        def guarded(*arguments: object) -> None:
            self._guarded(lambda: run(*arguments))

        return guarded

    def _guarded(self, run: Callable[[], object]) -> None:
        try:
            run()
        except AnnotatorError as error:
            from ui.dialogs.error_box import show_error

            show_error(self.window or self._parent, error)

    def _run(self, work: Callable[..., object], then: Callable[..., None]) -> None:
        """Compute beside the window; what was still being computed is dropped."""
        self._drop_task()
        task = self._task = Task(work, self)
        task.succeeded.connect(lambda found: self._finish(task, lambda: then(found)))
        task.failed.connect(lambda error: self._finish(task, lambda: self._fail(error)))
        if self.window is not None:
            task.progressed.connect(self.window.show_count)
        task.start()

    def _finish(self, task: Task, show: Callable[[], None]) -> None:
        if task is self._task:
            self._task = None
            task.stop()
            task.deleteLater()
            show()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        if self.window is not None:
            self.window.show_message(str(error))

    def _stop(self) -> None:
        self._drop_task()
        if self.window is not None:
            self.window.show_message(self.tr("Stopped. F5 counts again."))

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.stop()
            self._task.deleteLater()
            self._task = None

    def _counted(self, board: Board) -> tuple[bool, bool, str]:
        return board.options.in_progress, board.options.zones, str(board.options.edges)

    def _take_own_change(self, change: object) -> None:
        self._outdate()

    def _outdate(self) -> None:
        self._stale = True

    def _leave_project(self) -> None:
        """Close the window and give gold's desk back before the project closes."""
        self._drop_task()
        self.gold.close()
        self.board, self._results, self._shown, self._stale = None, None, None, True
        self._cases.clear()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def _refuse_blind(self, article_id: str) -> None:
        """In a blind project nobody sees others' work on an article before their own is finished."""
        board = self.board
        if board is None or not board.project.review_settings().blind:
            return
        own: Layer | None = board.item(article_id).layers.get(self._session.annotator)
        if own is not None and own.status != Status.DONE:
            raise AnnotatorError(
                self.tr(
                    "Finish this article first: in this project nobody sees others' work before."
                )
            )

    def _show_undo(self, *_: object) -> None:
        if self.window is not None:
            stack = self.gold.undo_stack
            undo = (stack.undoText() or " ") if stack.canUndo() else ""
            redo = (stack.redoText() or " ") if stack.canRedo() else ""
            self.window.show_undo(undo, redo)

    def _show_saving(self, state: SaveState) -> None:
        if self.window is None:
            return
        label = self.window.save_label
        if state.reason:
            label.show_state(save_state.NotSaved(state.reason, round(state.retry_in) or None))
        elif state.pending:
            label.show_state(save_state.Saving(state.pending))
        else:
            label.show_state(save_state.Saved(state.at))
