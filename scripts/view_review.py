"""The review, a picture of each page."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from annotator.adjudication.rules import MergeRule
from annotator.model import Span
from annotator.review.merging import plan_merge
from annotator.review.query import Query
from annotator.review.steps import now
from ui.review.deciding.compare_page import ComparePage
from ui.review.reviewing import Reviewing
from ui.review.window import ReviewWindow
from ui.workspace import Workspace


def review(
    workspace: Workspace, wait_until: Callable[[Callable[[], bool]], None]
) -> Iterator[tuple[str, QWidget]]:
    """Open the review as large as the window and turn its pages."""
    workspace.commands.review.open()
    reviewing = workspace.commands.review.reviewing
    assert reviewing is not None
    wait_until(lambda: reviewing.counting.is_settled and reviewing.surveying.is_settled)
    window = reviewing.window
    assert window is not None
    window.resize(workspace.window.size())
    for name in ("overview", "pairs", "labels", "kinds", "confusion", "votes", "time", "articles"):
        window.show_page(name)
        wait_until(lambda: reviewing.counting.is_settled)
        yield f"review-{name}", window
    window.show_page("overview")
    context = reviewing.context
    assert context.board is not None
    plan = plan_merge(context.board.entries, context.case, MergeRule(), now())
    context.gold.take(plan.steps, "merge")
    wait_until(lambda: reviewing.surveying.is_settled)
    yield "review-overview-merged", window
    reviewing.context.gold.undo_stack.undo()
    reviewing.browsing.show_list(Query())
    yield "review-list", window
    article = workspace.session.article
    assert article is not None
    reviewing.browsing.compare_all(article.id)
    yield "review-compare", window
    page = window.compare
    page.run("take-agreed")
    page.run("majority")
    yield "review-compare-begun", window
    page.run("edit")
    yield "review-compare-popover", window
    assert reviewing.gold_edits is not None
    reviewing.gold_edits.popover.close()
    page.view.select(article_words(page))
    yield "review-compare-selected", window
    page.run("let-go")
    yield from _asked(reviewing, window)
    window.show_page("feedback")
    yield "review-feedback", window
    window.close()


def article_words(page: ComparePage) -> Span:
    """Return the first words of the article, to be put into gold."""
    return next(Span(row.span.start, row.span.end) for row in page.rows if len(row.span) > 6)


def _asked(reviewing: Reviewing, window: ReviewWindow) -> Iterator[tuple[str, QWidget]]:
    """What the cluster view asks before it merges, or decides many."""
    rules = reviewing.merging.make_dialog()
    assert rules is not None
    rules.preview()
    for name, dialog in (
        ("review-rules", rules),
        ("review-who-counts", reviewing.merging.make_people_dialog()),
        ("review-many", reviewing.many.make_dialog(window.compare.rows)),
    ):
        assert dialog is not None
        dialog.show()
        yield name, dialog
        dialog.close()
