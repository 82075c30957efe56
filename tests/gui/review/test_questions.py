"""What annotators ask is answered in the review by key, and the answer is seen where it was asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.edits import SetRemark
from annotator.model import GOLD, Remark, Span, Status
from annotator.project import Project, Severity
from ui.review.window import PAGES

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def ask(path, annotator: str, number: int, words: str, span: Span | None = None, kind="question"):
    with Project.open(path) as project, project.desk(annotator) as desk:
        entry = project.entries()[number - 1]
        remark = Remark(
            f"{len(words):02}{number:02}{annotator[0].encode().hex()}aaaaaa"[:12],
            kind,
            words,
            span,
            made="2026-01-01T00:00:00Z",
        )
        desk.commit(entry.id, SetRemark(None, remark))
        return entry.id, remark


@pytest.fixture
def asked(make_desk):
    """A desk whose project was asked about by two annotators, with the questions shown."""
    desk = make_desk()
    desk.workspace.session.close_project()
    desk.asked = [
        ask(desk.path, "a", 2, "من هو؟", Span(5, 12)),
        ask(desk.path, "b", 1, "خبر أم رأي؟"),
        ask(desk.path, "a", 3, "", Span(0, 4), kind="flag"),
    ]
    desk.workspace.commands.project.open(desk.path)
    desk.open_review()
    desk.turn_to("questions")
    settle(desk)
    return desk


def settle(desk) -> None:
    desk.qtbot.waitUntil(lambda: desk.reviewing.asking.is_settled)


def table(desk) -> list[list[str]]:
    model = desk.review.questions.model
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columns)]
        for row in range(model.rowCount())
    ]


def column(desk, number: int) -> list[str]:
    return [row[number] for row in table(desk)]


def test_everybody_s_questions_stand_in_the_order_of_articles_and_places(asked) -> None:
    assert column(asked, 0) == ["b", "a", "a"]
    assert column(asked, 3) == ["خبر أم رأي؟", "من هو؟", "Flag"]
    assert column(asked, 2)[0] == "the whole article"
    text = asked.workspace.session.project.article(asked.asked[0][0]).text
    assert column(asked, 2)[1] == " ".join(text[5:12].split())
    assert asked.review.questions.hint.text().startswith("3 wait for an answer")


def test_they_are_narrowed_to_one_annotator(asked) -> None:
    box = asked.review.questions.annotators
    box.setFocus()
    QTest.keyClick(box, Key.Key_Down)
    QTest.keyClick(box, Key.Key_Down)
    box.activated.emit(box.currentIndex())
    assert column(asked, 0) == ["b"]


def test_enter_goes_to_the_place_in_the_main_window(asked) -> None:
    page = asked.review.questions
    page.list.setFocus()
    asked.press(Key.Key_Down)
    asked.press(Key.Key_Return)
    session = asked.workspace.session
    assert session.article.id == asked.asked[0][0]
    assert asked.workspace.window.view.selection == Span(5, 12)
    asked.qtbot.waitUntil(asked.workspace.window.isActiveWindow)


def answer(desk, words: str) -> None:
    field = desk.review.questions.answer
    field.setFocus()
    field.setPlainText(words)
    QTest.keyClick(field, Key.Key_Return)
    desk.wait_until_saved()


def test_an_answer_is_kept_in_gold_and_the_asker_s_layer_stays_as_it_was(asked) -> None:
    page = asked.review.questions
    page.list.setFocus()
    asked.press(Key.Key_Down)
    article, remark = asked.asked[0]
    answer(asked, "الرئيس الروسي")
    assert column(asked, 3) == ["خبر أم رأي؟", "Flag"]
    assert page.list.hasFocus()
    with Project.open(asked.path, read_only=True) as project:
        assert project.layer(article, "a").remarks == {remark.id: remark}
        assert project.replies(article) == {remark.id: "الرئيس الروسي"}
        assert project.layer(article, GOLD).status == Status.NEW
        assert {one.severity for one in project.check().problems} <= {Severity.NOTE}
    page.answered_too.click()
    assert table(asked)[1][4] == "الرئيس الروسي"
    asked.review.activateWindow()
    QTest.keyClick(asked.review, Key.Key_Z, CTRL)
    asked.wait_until_saved()
    assert table(asked)[1][4] == ""
    with Project.open(asked.path, read_only=True) as project:
        assert project.replies(article) == {}


def test_an_empty_answer_takes_it_back_and_esc_leaves_it(asked) -> None:
    page = asked.review.questions
    article, _ = asked.asked[1]
    answer(asked, "رأي")
    page.answered_too.click()
    assert table(asked)[0][4] == "رأي"
    page.list.go_to_row(0)
    page.answer.setPlainText("شيء آخر")
    QTest.keyClick(page.answer, Key.Key_Escape)
    assert page.answer.toPlainText() == "رأي"
    answer(asked, "")
    with Project.open(asked.path, read_only=True) as project:
        assert project.replies(article) == {}


def test_the_annotator_sees_the_answer_in_the_list_and_at_the_place(asked, qtbot) -> None:
    page = asked.review.questions
    page.list.setFocus()
    asked.press(Key.Key_Down)
    answer(asked, "الرئيس الروسي")
    article, remark = asked.asked[0]
    workspace = asked.workspace
    workspace.session.close_project()
    workspace.session.open_project(asked.path, "a")
    listed = workspace.window.side.page("questions").model
    role = Qt.ItemDataRole.AccessibleTextRole

    def said() -> list[str]:
        return [listed.data(listed.index(row, 0), role) for row in range(listed.rowCount())]

    qtbot.waitUntil(lambda: any("The lead: \u2068الرئيس الروسي\u2069" in line for line in said()))
    workspace.session.open_article(article)
    (mark,) = workspace.window.view._margin_marks
    assert mark.tone == "good"
    workspace.commands.remarks._open_marked(mark)
    card = workspace.commands.remarks._cards._card
    assert card.reply.isVisible()
    assert "الرئيس الروسي" in card.reply.text()
    assert remark.id == mark.key


def test_where_there_are_no_numbers_the_questions_are_there(make_desk, tmp_path, qtbot) -> None:
    path = tmp_path / "alone"
    source = tmp_path / "one.txt"
    source.write_text("قال بوتين إن روسيا دولة.", encoding="utf-8")
    with Project.create(path, title="T") as project:
        project.import_files([source])
    ask(path, "sara", 1, "لماذا؟")
    desk = make_desk(project=path)
    QTest.keyClick(desk.workspace.window, Key.Key_R, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(
        lambda: (
            desk.reviewing is not None
            and desk.review.overview.isVisible()
            and not desk.review.busy.isVisible()
        )
    )
    desk.review.nav.setFocus()
    desk.review.nav.setCurrentRow(PAGES.index("questions"))
    settle(desk)
    assert column(desk, 3) == ["لماذا؟"]
    assert desk.review.questions.list.isVisible()
    desk.review.nav.setCurrentRow(PAGES.index("pairs"))
    assert desk.review.message.isVisible()
    assert not desk.review.pairs.isVisible()


def test_where_nobody_asked_anything_the_page_says_so(desk) -> None:
    desk.turn_to("questions")
    settle(desk)
    assert "No annotator has asked" in desk.review.questions.nothing.words.text()
    assert not desk.review.questions.answer.isVisible()
