"""What opens over the window at a place in it: menus, choosers, the editor as the pointer brings it up."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from annotator import edits
from annotator.model.remark import reply_to
from ui.popover.annotation_chooser import AnnotationChooser
from ui.popover.link_field import LinkField
from ui.workspace import Workspace

MADE = "2026-01-01T00:00:00Z"


def menus(workspace: Workspace) -> Iterator[tuple[str, QWidget]]:
    """Open the menus of the bar, those over the list of articles, and what the right button opens in the text."""
    window = workspace.window
    for name in window.menu_titles():
        yield from _opened(window.menu(name), f"menu-{name}")
    for name, button in zip(("filter", "order"), _menu_buttons(window.articles), strict=True):
        menu = button.menu()
        yield from _opened(menu, f"menu-list-{name}")
        if (part := menu.actions()[0].menu()) is not None:
            assert isinstance(part, QMenu)
            yield from _opened(part, "menu-list-status")
    layer = workspace.session.layer
    assert layer is not None
    window.view.go_to(layer.in_order[1])
    window.view.menu_requested.emit(window.view.viewport().mapToGlobal(QPoint(300, 100)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    yield "menu-article", menu
    menu.close()


def places(workspace: Workspace) -> Iterator[tuple[str, QWidget]]:
    """Show the editor as it comes under the pointer, who may have said a quotation, and a question with the lead's reply."""
    window, do, session = workspace.window, workspace.commands, workspace.session
    layer, project, article = session.layer, session.project, session.article
    assert layer is not None
    assert project is not None
    assert article is not None
    window.view.setFocus()
    quote = next(a for a in layer.in_order if a.label == "quote")
    window.view.go_to(quote)
    window.view.annotation_hovered.emit(quote.id)
    yield "popover-hovered", window
    do.edit.open_for(quote.id)
    field = next(f for f in window.findChildren(LinkField) if f.isVisible())
    field.setFocus()
    field.asked.emit("")
    chooser = next(
        (w for w in QApplication.topLevelWidgets() if isinstance(w, AnnotationChooser)), None
    )
    assert chooser is not None
    yield "popover-chooser", chooser
    chooser.close()
    window.view.setFocus()
    question = (
        "هل تدخل «الـ» في الاتفاق؟"
        if QApplication.isRightToLeft()
        else "Is the article part of it?"
    )
    answer = (
        "نعم، كما في الدليل." if QApplication.isRightToLeft() else "Yes, as the guidelines say."
    )
    asked = session.add_remark("question", question, quote.span, quote.id)
    session.settle()
    assert session.layer is not None
    remark = session.layer.remarks[asked]
    with project.desk("gold") as gold:
        gold.commit(article.id, edits.add_remark(reply_to(remark, quote.span, answer, MADE)))
        session.replied.emit(gold.layer(article.id))
    window.panes.open_page("questions")
    do.remarks.ask()
    yield "remark-card-replied", window
    window.view.setFocus()
    with project.desk("gold") as gold:
        gold.commit(article.id, edits.remove_remark(remark.id, gold.layer(article.id)))
        session.replied.emit(gold.layer(article.id))
    session.undo_stack.undo()
    window.panes.open_page("annotations")


def _menu_buttons(panel: QWidget) -> list[QToolButton]:
    found = [button for button in panel.findChildren(QToolButton) if button.menu() is not None]
    return sorted(found, key=lambda button: abs(button.x() - panel.width() * panel.isRightToLeft()))


def _opened(menu: QMenu, name: str) -> Iterator[tuple[str, QWidget]]:
    menu.popup(QPoint(200, 60))
    yield name, menu
    menu.close()
