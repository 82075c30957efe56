"""Tagging everywhere with real keys: reviewed, applied as one step, taken back as one step, and saved."""

import pytest
from PySide6.QtCore import QPoint, Qt

from annotator.project import Project
from tests.gui.window.conftest import ANNOTATOR
from tests.helpers.pictures import draw
from tests.helpers.waiting import in_dialog
from ui.find.tag_dialog import TagDialog
from ui.find.tag_model import TagRole

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier

HERE = "قال علييف نعم. ثم قال وعلييف، وعاد عليّيف.\nأعلييفان."
THERE = "وصل علييف."
NOWHERE = "لا أحد."


@pytest.fixture
def bench(make_bench):
    bench = make_bench(HERE, THERE, NOWHERE)
    bench.select("علييف")
    bench.press(Key.Key_1)
    return bench


def review(bench, act, *, key: Qt.Key = Key.Key_T) -> None:
    """Press T, let ``act`` use the dialog once it is there, and wait until it is gone."""
    failures: list[AssertionError] = []

    def use(dialog: TagDialog) -> None:
        try:
            act(dialog)
        except AssertionError as error:
            failures.append(error)
        if dialog.isVisible():
            dialog.reject()

    in_dialog(TagDialog, use)
    bench.press(key)
    if failures:
        raise failures[0]
    bench.window.activateWindow()
    bench.qtbot.waitUntil(bench.window.isActiveWindow)


def listed(dialog: TagDialog) -> list[tuple[str, bool | None, str]]:
    """Return what is hit, whether it is checked and what is said about it; headings apart."""
    model = dialog.model
    rows = [model.index(number, 0) for number in range(model.rowCount())]
    return [
        (
            (around := model.data(index, TagRole.CHECKED - 1)[0]).line[around.start : around.end],
            model.data(index, TagRole.CHECKED),
            model.data(index, TagRole.REMARK),
        )
        for index in rows
        if model.data(index, TagRole.CHECKED - 1) is not None
    ]


def others(bench) -> dict[str, str]:
    """Return the drawings of the articles as another program reads them."""
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        texts = [project.article(entry.id) for entry in project.entries()]
        return {a.text: draw(a.text, project.layer(a.id, ANNOTATOR)) for a in texts}


def test_the_places_are_listed_with_what_is_known_and_the_sure_ones_checked(bench):
    seen = []
    review(bench, lambda dialog: seen.extend(listed(dialog)))
    assert seen == [
        ("علييف", None, "already tagged"),
        ("علييف", True, "behind a clitic"),
        ("عليّيف", True, "other spelling"),
    ]
    assert bench.drawing.count(":actor]") == 1  # nothing was tagged


def test_enter_tags_what_is_checked_as_one_step_of_undo(bench):
    before = bench.drawing
    review(bench, lambda dialog: bench.qtbot.keyClick(dialog.list, Key.Key_Return))
    after = bench.drawing
    assert after == "قال [علييف:actor] نعم. ثم قال و[علييف:actor]، وعاد [عليّيف:actor].\nأعلييفان."
    bench.shortcut(Key.Key_Z, CTRL)
    assert bench.drawing == before
    bench.shortcut(Key.Key_Y, CTRL)
    assert bench.drawing == after
    assert others(bench)[HERE] == after


def test_the_whole_project_is_tagged_saved_and_taken_back_at_once(bench):
    before = others(bench)

    def act(dialog: TagDialog) -> None:
        bench.qtbot.mouseClick(dialog.everywhere, Qt.MouseButton.LeftButton)
        assert [text for text, checked, _ in listed(dialog) if checked] == ["علييف", "عليّيف", "علييف"]  # fmt: skip
        bench.qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)

    review(bench, act)
    assert bench.view.text == HERE  # the open article stays open
    after = others(bench)
    assert after[THERE] == "وصل [علييف:actor]."
    assert after[HERE].count(":actor]") == 3
    assert after[NOWHERE] == NOWHERE
    summaries = {e.title: bench.session.summary(e.id).annotations for e in bench.session.entries()}
    assert sorted(summaries.values()) == [0, 1, 3]
    bench.shortcut(Key.Key_Z, CTRL)
    assert others(bench) == before
    bench.shortcut(Key.Key_Y, CTRL)
    assert others(bench) == after


def test_space_unchecks_a_place_and_the_buttons_check_many(bench):
    def act(dialog: TagDialog) -> None:
        dialog.list.setCurrentIndex(dialog.model.index(2, 0))
        bench.qtbot.keyClick(dialog.list, Key.Key_Space)
        assert [checked for _, checked, _ in listed(dialog)] == [None, False, True]
        bench.qtbot.keyClick(dialog.check_none, Key.Key_Space)
        assert dialog.model.checked == 0
        assert not dialog.go_on.isEnabled()
        bench.qtbot.keyClick(dialog.list, Key.Key_Return)
        assert dialog.isVisible()
        bench.qtbot.keyClick(dialog.check_all, Key.Key_Space)
        assert dialog.model.checked == 2
        bench.qtbot.keyClick(dialog.list, Key.Key_Home)
        bench.qtbot.keyClick(
            dialog.list, Key.Key_Space
        )  # an article's heading stands for its places
        assert dialog.model.checked == 0
        bench.qtbot.keyClick(dialog.list, Key.Key_A, CTRL)
        bench.qtbot.keyClick(dialog.list, Key.Key_Space)
        assert dialog.model.checked == 2

    review(bench, act)


def test_a_click_on_a_box_unchecks_it(bench):
    def act(dialog: TagDialog) -> None:
        row = dialog.list.visualRect(dialog.model.index(2, 0))
        where = QPoint(row.left() + 14, row.center().y())
        bench.qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert [checked for _, checked, _ in listed(dialog)] == [None, False, True]

    review(bench, act)


def test_the_canonical_name_is_copied_unless_the_box_is_cleared(bench):
    first = bench.layer.in_order[0]
    bench.session.set_attribute(first.id, "canonical", "إلهام علييف")

    def without(dialog: TagDialog) -> None:
        assert "إلهام علييف" in dialog.copy.text()
        bench.qtbot.keyClick(dialog.copy, Key.Key_Space)
        dialog.accept()

    review(bench, without)
    assert [a.attribute("canonical") for a in bench.layer] == ["إلهام علييف", "", ""]
    bench.shortcut(Key.Key_Z, CTRL)
    bench.view.go_to(bench.layer[first.id])
    review(bench, lambda dialog: dialog.accept())
    assert {a.attribute("canonical") for a in bench.layer} == {"إلهام علييف"}


def test_regions_out_of_scope_are_left_out_and_said(bench):
    bench.select("وعلييف، وعاد")
    bench.shortcut(Key.Key_X, CTRL | Qt.KeyboardModifier.ShiftModifier)
    bench.view.go_to(bench.layer.in_order[0])
    seen = []

    def act(dialog: TagDialog) -> None:
        seen.extend(text for text, _, _ in listed(dialog))
        assert "1" in dialog.left_out.text()

    review(bench, act)
    assert seen == ["علييف", "عليّيف"]


def test_without_a_current_annotation_nothing_is_offered(bench):
    bench.view.place_caret(0)
    assert not bench.window.actions_table["tag-everywhere"].isEnabled()
    bench.workspace.commands.find.tag_everywhere()
    assert bench.window.notice.text() == "No annotation is current: put the caret into one."


def test_another_spelling_is_an_occurrence_and_is_tagged(make_bench):
    bench = make_bench("زار وفد سوريا. ثم عاد إلى سورية، ولسورية دور. القوات السورية في أبوظبي.")
    bench.select("سوريا")
    bench.press(Key.Key_1)
    seen = []
    review(bench, lambda dialog: seen.extend(listed(dialog)))
    assert seen == [
        ("سوريا", None, "already tagged"),
        ("سورية", True, "other spelling"),
        ("سورية", True, "behind a clitic"),
    ]
