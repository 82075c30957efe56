"""The review, a picture of each page."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from annotator.review.query import Query
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
    reviewing.settling.merge_all()
    wait_until(lambda: reviewing.surveying.is_settled)
    yield "review-overview-merged", window
    reviewing.context.gold.undo_stack.undo()
    reviewing.browsing.show_list(Query())
    yield "review-list", window
    article = workspace.session.article
    assert article is not None
    reviewing.browsing.compare_all(article.id)
    yield "review-compare", window
    window.show_page("feedback")
    yield "review-feedback", window
    window.close()
