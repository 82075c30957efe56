"""Guidelines that other programs spoil, take away or make huge while the window shows them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.project import Project
from tests.gui.guidelines.test_guidelines_page import open_page, page, write
from tests.gui.window.conftest import Bench

Key = Qt.Key


def test_bytes_that_are_no_utf_8_are_shown_as_far_as_they_go_and_kept_when_replaced(
    bench: Bench,
) -> None:
    path = bench.path / "guidelines.ar.md"
    path.write_bytes("# دليل\n".encode("cp1256"))
    shown = open_page(bench)
    shown.edit.click()
    QTest.keyClicks(shown.editor.source, "new ")
    shown.editor.save.click()
    assert path.read_text(encoding="utf-8").startswith("new ")
    kept = [one.read_bytes() for one in (bench.path / "guidelines.history").iterdir()]
    assert kept == ["# دليل\n".encode("cp1256")]


def test_guidelines_deleted_while_they_are_edited_are_a_conflict_and_either_can_be_kept(
    bench: Bench,
) -> None:
    path = write(bench, "# دليل\n")
    shown = open_page(bench)
    shown.edit.click()
    QTest.keyClicks(shown.editor.source, "mine ")
    path.unlink()
    shown.editor.save.click()
    assert shown.editor.conflict.isVisible()
    shown.editor.mine.click()
    assert path.read_text(encoding="utf-8") == "mine # دليل\n"


def test_taking_theirs_where_they_deleted_them_leaves_none_and_mine_is_kept(bench: Bench) -> None:
    path = write(bench, "# دليل\n")
    shown = open_page(bench)
    shown.edit.click()
    QTest.keyClicks(shown.editor.source, "mine ")
    path.unlink()
    shown.editor.save.click()
    shown.editor.theirs.click()
    assert not path.exists()
    assert shown.nothing.isVisible()
    with Project.open(bench.path, read_only=True) as project:
        assert [one.text for one in project.earlier_guidelines("ar")] == ["mine # دليل\n"]


def test_guidelines_deleted_while_they_are_read_are_gone_when_the_page_is_looked_at(
    bench: Bench,
) -> None:
    path = write(bench, "# دليل\n")
    shown = open_page(bench)
    path.unlink()
    for _ in range(2):
        bench.shortcut(Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    bench.qtbot.waitUntil(shown.nothing.isVisible)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_folder_in_the_place_of_guidelines_breaks_nothing(bench: Bench, language: str) -> None:
    (bench.path / f"guidelines.{language}.md").mkdir()
    shown = open_page(bench)
    assert page(bench) is shown
    here = bench.session.article.id
    bench.shortcut(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    bench.wait_until_saved()
    assert bench.session.summary(here).status == "done"
