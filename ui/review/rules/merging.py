"""Merging by a rule: looked at first, then one step of undo. And who counts."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.adjudication.drafts import Kind
from annotator.adjudication.rules import MergeRule
from annotator.errors import AnnotatorError, EditError
from annotator.model import GOLD, Annotation, Schema
from annotator.review.steps import now, rule_of
from ui import i18n
from ui.review import words
from ui.review.context import ReviewContext
from ui.review.rows import row_words
from ui.review.rules.plan_model import PlanLine
from ui.review.rules.rules_dialog import Plan, RulesDialog
from ui.widgets.lines import one_line

if TYPE_CHECKING:
    from annotator.review.merging import MergePlan, PlanItem
    from ui.review.rules.people_dialog import PeopleDialog

WORDS = 60
"""Letters of a text in the list."""


class Merging(QObject):
    """Opens the dialog of rules, works out what one would do, and carries it out."""

    people_changed = Signal()

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._context = context
        self._plan: MergePlan | None = None

    def open(self) -> None:
        """Ask for a rule, show what it would do, and do it."""
        dialog, window = self.make_dialog(), self._context.window
        if dialog is None or window is None or not dialog.exec() or self._plan is None:
            return
        try:
            count = self._context.gold.take(self._plan.steps, self.tr("merge by rule"))
        except EditError as error:
            raise AnnotatorError(
                self.tr("Gold was changed since you looked. Nothing was done: look again.")
            ) from error
        self._keep(dialog.rule())
        window.notice(self.tr("Merged into gold: %n article(s) changed.", "", count))

    def make_dialog(self) -> RulesDialog | None:
        """Return the dialog of rules for the project under review."""
        board, window = self._context.board, self._context.window
        if board is None or window is None:
            return None
        settings = board.project.review_settings()
        self._plan = None
        dialog = RulesDialog(rule_of(settings), board.annotators, self._look, window)
        dialog.people_meant.connect(self._context.slot(lambda: self._ask_who_counts(dialog)))
        return dialog

    def ask_who_counts(self) -> None:
        self._ask_who_counts(None)

    # -- inside

    def _look(self, rule: MergeRule) -> Plan | None:
        from annotator.review.merging import plan_merge
        from ui.widgets.progress import run_with_progress

        board, window = self._context.board, self._context.window
        if board is None or window is None:
            return None
        articles = board.articles(window.filters.filters())
        self._plan = run_with_progress(
            window,
            self.tr("Looking what the rule would do"),
            lambda report: plan_merge(articles, self._context.case, rule, now(), report),
        )
        if self._plan is None:
            return None
        plan, schema = self._plan, board.project.schema
        return Plan(
            {
                "adds": plan.adds,
                "removes": plan.removes,
                "changes": plan.changes,
                "reopens": plan.reopens,
            },
            plan.articles,
            [partial(self._line, one, schema) for one in plan.items],
            plan.settled_again,
        )

    def _line(self, one: "PlanItem", schema: Schema) -> PlanLine:
        text = self._context.text(one.article_id)
        return PlanLine(
            str(one.effect),
            one.article_id,
            self._context.title(one.article_id),
            one_line(one.span.of(text), WORDS),
            _said(one.before, text, schema),
            self._after(one, text, schema),
        )

    def _after(self, one: "PlanItem", text: str, schema: Schema) -> str:
        if one.kind == Kind.LINK:
            return row_words.link_title(one.label, schema)
        if one.kind == Kind.ZONE:
            return self.tr("out of scope")
        return _said(one.after, text, schema)

    def _keep(self, rule: MergeRule) -> None:
        """Remember the rule as the project's: links and values that follow from decisions go by it."""
        project = self._context.board.project if self._context.board else None
        if project is None:
            return
        settings = project.review_settings()
        chosen = replace(
            settings,
            rule=str(rule.rule),
            votes=rule.votes,
            over=str(rule.over),
            trusted=rule.trusted,
        )
        if chosen != settings:
            project.set_review_settings(chosen)
            self._context.forget_cases()

    def make_people_dialog(self, parent: QWidget | None = None) -> "PeopleDialog | None":
        """Return the dialog of who counts in the project under review."""
        from ui.review.rules.people_dialog import PeopleDialog

        board, window = self._context.board, self._context.window
        if board is None or window is None:
            return None
        names = [name for name in board.project.annotators() if name != GOLD]
        return PeopleDialog(names, board.project.review_settings().people, parent or window)

    def _ask_who_counts(self, dialog: RulesDialog | None) -> None:
        people, board = self.make_people_dialog(dialog), self._context.board
        if people is None or board is None or not people.exec():
            return
        settings = board.project.review_settings()
        kept = {name: one for name, one in settings.people.items() if name not in people.names}
        chosen = {**kept, **people.choice()}
        if chosen != dict(settings.people):
            board.project.set_review_settings(replace(settings, people=chosen))
            self._context.forget_cases()
            self._plan = None
            if dialog is not None:
                dialog.forget()
            self.people_changed.emit()


def _said(made: Annotation | None, text: str, schema: Schema) -> str:
    if made is None:
        return "—"
    label = words.label_in_line(made.label, schema)
    return f"{label} «{i18n.isolate(one_line(made.span.of(text), WORDS))}»"
