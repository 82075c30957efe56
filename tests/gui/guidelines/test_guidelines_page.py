"""Guidelines beside the text: read, reached by F1, edited in place, by keys and clicks in the real window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from annotator.model import Status
from annotator.project import Project
from tests.gui.window.conftest import ANNOTATOR, Bench

Key = Qt.Key
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
GUIDE = (
    "# دليل\n\nمقدمة\n\n## الفاعلون\n\nمن يفعل.\n\n## التاريخ\n\n"
    + "سطر\n\n" * 60
    + "**الاقتباس** — كلام منسوب.\n\n"
    + "آخر\n\n" * 60
)


def write(bench: Bench, text: str, language: str = "ar") -> Path:
    path = bench.path / f"guidelines.{language}.md"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def page(bench: Bench):
    return bench.window.side.page("guidelines")


def open_page(bench: Bench):
    if not bench.window.page_is_shown("guidelines"):
        bench.shortcut(Key.Key_G, CTRL)
        bench.qtbot.waitUntil(lambda: page(bench).isVisible())
    return page(bench)


def first_line(bench: Bench) -> str:
    """Return the words at the top of what is seen of the guidelines."""
    shown = page(bench).page
    return shown.cursorForPosition(shown.viewport().rect().topLeft()).block().text()


def test_ctrl_g_shows_them_from_the_right_and_the_text_keeps_the_keyboard(bench: Bench) -> None:
    write(bench, GUIDE)
    shown = open_page(bench).page
    assert shown.toPlainText().startswith("دليل\nمقدمة\nالفاعلون")
    assert shown.document().defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
    assert bench.view.hasFocus()
    sizes = [
        shown.document().findBlockByNumber(n).begin().fragment().charFormat().fontPointSize()
        for n in (0, 2)
    ]
    text = shown.font().pointSize()
    assert text < sizes[1] < sizes[0] <= 1.3 * text
    bench.shortcut(Key.Key_G, CTRL)
    assert not bench.window.page_is_shown("guidelines")


def test_f1_goes_to_the_section_of_the_current_annotation_s_label(bench: Bench) -> None:
    write(bench, GUIDE)
    actor = bench.session.tag("actor", bench.span("بوتين"))
    quote = bench.session.tag("quote", bench.span("نعم للسلام"))
    for annotation, title in ((quote, "الاقتباس — كلام منسوب."), (actor, "الفاعلون")):
        bench.view.go_to(bench.layer[annotation])
        bench.shortcut(Key.Key_F1, NONE)
        bench.qtbot.waitUntil(lambda: page(bench).isVisible())
        bench.qtbot.waitUntil(lambda title=title: first_line(bench) == title)


def test_f1_says_so_where_no_section_is_about_the_label(bench: Bench) -> None:
    write(bench, "# دليل\n\nنص\n")
    actor = bench.session.tag("actor", bench.span("بوتين"))
    bench.view.go_to(bench.layer[actor])
    bench.shortcut(Key.Key_F1, NONE)
    assert "no section about" in bench.window.notice.text()


def test_the_list_of_contents_and_the_search_go_to_places(bench: Bench) -> None:
    write(bench, GUIDE)
    shown = open_page(bench)
    titles = [shown.contents.itemText(row).strip() for row in range(shown.contents.count())]
    assert titles == ["دليل", "الفاعلون", "التاريخ", "الاقتباس"]
    shown.contents.activated.emit(3)
    assert first_line(bench).startswith("الاقتباس")
    shown.find_line.setText("يفعل")
    assert shown.page.textCursor().selectedText() == "يفعل"
    shown.find_line.setText("لا يوجد")
    assert shown.find_line.property("state") == "bad"


def test_examples_of_the_project_stand_under_their_label_and_lead_there(bench: Bench) -> None:
    write(bench, GUIDE)
    bench.session.tag("actor", bench.span("بوتين"))
    bench.wait_until_saved()
    first = bench.session.article.id
    bench.shortcut(Key.Key_PageDown, CTRL)
    shown = open_page(bench).page
    bench.qtbot.waitUntil(lambda: "⟦" in shown.toPlainText())
    lines = shown.toPlainText().split("\n")
    at = lines.index("الفاعلون")
    assert lines[at + 1 : at + 3] == ["من يفعل.", "From your own work:"]
    assert "بوتين" in lines[at + 3]
    shown.anchorClicked.emit(QUrl("hashiya-example:0"))
    assert bench.session.article.id == first
    assert bench.layer[bench.view.current].span == bench.span("بوتين")


def test_editing_in_place_saves_the_file_and_keeps_what_was_there(bench: Bench) -> None:
    path = write(bench, "# دليل\n")
    shown = open_page(bench)
    QTest.mouseClick(shown.edit, Qt.MouseButton.LeftButton)
    assert shown.editor.source.toPlainText() == "# دليل\n"
    QTest.keyClick(shown.editor.source, Key.Key_End, CTRL)
    QTest.keyClicks(shown.editor.source, "new rule")
    bench.qtbot.waitUntil(lambda: "new rule" in shown.editor.preview.toPlainText())
    QTest.mouseClick(shown.editor.save, Qt.MouseButton.LeftButton)
    assert path.read_text(encoding="utf-8") == "# دليل\nnew rule"
    assert "new rule" in shown.page.toPlainText()
    with Project.open(bench.path, read_only=True) as project:
        assert [one.text for one in project.earlier_guidelines("ar")] == ["# دليل\n"]


def test_where_there_are_none_a_skeleton_with_every_label_is_offered(bench: Bench) -> None:
    shown = open_page(bench)
    assert "no guidelines yet" in shown.nothing.words.text()
    QTest.mouseClick(shown.nothing.button, Qt.MouseButton.LeftButton)
    headings = [line for line in shown.editor.text.split("\n") if line.startswith("## ")]
    assert headings == ["## Actor", "## Date", "## Quote", "## Agreement"]
    QTest.mouseClick(shown.editor.save, Qt.MouseButton.LeftButton)
    assert (bench.path / "guidelines.en.md").exists()


def edit_while_somebody_else_does(bench: Bench) -> Path:
    path = write(bench, "# دليل\n")
    shown = open_page(bench)
    shown.edit.click()
    QTest.keyClicks(shown.editor.source, "mine ")
    path.write_text("# theirs\n", encoding="utf-8")
    shown.editor.save.click()
    assert path.read_text(encoding="utf-8") == "# theirs\n"
    assert shown.editor.conflict.isVisible()
    return path


@pytest.mark.parametrize(
    ("kept", "other"), [("mine # دليل\n", "# theirs\n"), ("# theirs\n", "mine # دليل\n")]
)
def test_of_two_who_edit_neither_text_is_lost(bench: Bench, kept: str, other: str) -> None:
    path = edit_while_somebody_else_does(bench)
    editor = page(bench).editor
    (editor.mine if kept.startswith("mine") else editor.theirs).click()
    assert path.read_text(encoding="utf-8") == kept
    assert not page(bench).is_editing
    with Project.open(bench.path, read_only=True) as project:
        assert [one.text for one in project.earlier_guidelines("ar")] == [other]


def test_what_is_being_written_is_saved_when_the_project_closes(bench: Bench) -> None:
    path = write(bench, "# دليل\n")
    shown = open_page(bench)
    shown.edit.click()
    QTest.keyClicks(shown.editor.source, "late ")
    bench.session.close_project()
    assert path.read_text(encoding="utf-8") == "late # دليل\n"


def test_an_earlier_version_can_be_brought_back(bench: Bench) -> None:
    write(bench, "# أول\n")
    bench.session.project.change_guidelines("ar", lambda _: "# ثان\n")
    shown = open_page(bench)
    shown.edit.click()
    shown.editor.menu.aboutToShow.emit()
    (action,) = shown.editor.menu.actions()
    action.trigger()
    shown.editor.save.click()
    assert (bench.path / "guidelines.ar.md").read_text(encoding="utf-8") == "# أول\n"


def test_a_project_that_cannot_be_written_offers_no_editing(bench: Bench) -> None:
    write(bench, "# دليل\n")
    bench.session.close_project()
    bench.session.open_project(bench.path, ANNOTATOR, read_only=True)
    assert not open_page(bench).edit.isVisible()


def test_finishing_keeps_which_guidelines_it_was_done_by(bench: Bench) -> None:
    write(bench, GUIDE)
    here = bench.session.article.id
    bench.shortcut(Key.Key_Return, CTRL)
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        layer = project.layer(here, ANNOTATOR)
        assert layer.status == Status.DONE
        assert layer.guidelines == project.guidelines_hash() != ""
        write(bench, "# أخرى\n")
        assert bench.session.summary(here).is_outdated(project.guidelines_hash())


def test_the_size_follows_the_article_s(bench: Bench) -> None:
    write(bench, GUIDE)
    shown = open_page(bench).page
    before = shown.font().pointSize()
    for _ in range(4):
        bench.shortcut(Key.Key_Plus, CTRL)
    assert before < shown.font().pointSize() < bench.workspace.memory.settings.font_size


def test_they_follow_the_language_of_the_window(bench: Bench) -> None:
    write(bench, "# دليل\n")
    write(bench, "# Guide\n", "en")
    memory = bench.workspace.memory
    shown = open_page(bench)
    assert shown.page.toPlainText() == "Guide"
    memory.update(replace(memory.settings, language="ar"))
    bench.qtbot.waitUntil(lambda: shown.page.toPlainText() == "دليل")
    shown.language.click()
    assert shown.page.toPlainText() == "Guide"
    shown.edit.click()
    memory.update(replace(memory.settings, language="en"))
    memory.update(replace(memory.settings, language="ar"))
    assert shown.editor.source.toPlainText() == "# Guide\n"
    shown.editor.discard.click()
    memory.update(replace(memory.settings, language="en"))
    memory.update(replace(memory.settings, language="ar"))
    bench.qtbot.waitUntil(lambda: shown.page.toPlainText() == "دليل")


def test_a_heading_too_long_for_its_box_ends_in_dots(bench: Bench) -> None:
    write(bench, "# قصير\n\nكلمة\n")
    contents = open_page(bench).contents
    assert contents.shown_words() == "قصير"
    contents.setItemText(0, "عنوان طويل جدا لا يتسع له الصندوق أبدا مهما كان عرض اللوح " * 3)
    assert contents.shown_words().endswith("…")
    assert not contents.grab().isNull()


def test_the_first_guidelines_discarded_are_kept_and_the_offered_beginning_is_not(bench) -> None:
    panel = open_page(bench)
    for added, kept in (("", 0), ("قاعدة أولى", 1)):
        QTest.mouseClick(panel.nothing.button, Qt.MouseButton.LeftButton)
        assert panel.is_editing
        panel.editor.source.insertPlainText(added)
        QTest.mouseClick(panel.editor.discard, Qt.MouseButton.LeftButton)
        assert not panel.is_editing
        assert not list(bench.path.glob("guidelines.*.md"))
        earlier = bench.session.project.earlier_guidelines("en")
        assert len(earlier) == kept
    assert "قاعدة أولى" in earlier[0].text
    assert "earlier versions" in bench.window.notice.text()


def test_f1_stays_at_its_label_when_examples_come_in_before_it(bench: Bench) -> None:
    write(bench, GUIDE)
    for label, part in (("actor", "بوتين"), ("actor", "روسيا"), ("quote", "نعم للسلام")):
        quote = bench.session.tag(label, bench.span(part))
    bench.wait_until_saved()
    bench.view.go_to(bench.layer[quote])
    assert not bench.window.page_is_shown("guidelines")
    bench.shortcut(Key.Key_F1, NONE)
    bench.qtbot.waitUntil(lambda: page(bench).page.toPlainText().count("⟦") == 3)
    assert first_line(bench) == "الاقتباس — كلام منسوب."


def test_f1_brings_the_last_section_to_the_top_though_little_follows_it(bench: Bench) -> None:
    write(bench, GUIDE + "## الاتفاق\n\nكل وثيقة.\n")
    agreement = bench.session.tag("agreement", bench.span("اتفاق"))
    bench.wait_until_saved()
    bench.view.go_to(bench.layer[agreement])
    bench.shortcut(Key.Key_F1, NONE)
    bench.qtbot.waitUntil(lambda: "⟦" in page(bench).page.toPlainText())
    assert first_line(bench) == "الاتفاق"
    for _ in range(2):  # closed and opened again it has another size for a moment
        bench.shortcut(Key.Key_F9, NONE)
        bench.window.resize(1200, 640)
        bench.shortcut(Key.Key_F1, NONE)
        bench.qtbot.waitUntil(lambda: first_line(bench) == "الاتفاق")
        bench.window.resize(1280, 700)
        bench.qtbot.waitUntil(lambda: first_line(bench) == "الاتفاق")
