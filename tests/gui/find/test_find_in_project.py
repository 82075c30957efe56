"""Finding in all articles with real keys: the index comes in the background, a hit leads to its article."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter

from annotator.search.context import Context
from tests.helpers.projects import add_texts
from ui.find import context_line
from ui.find.rows import ArticleHeading
from ui.style import assets

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

TEXTS = ("قال بوتين إن أرمينيا بلد.", "لا شيء هنا.", "زار علييف ارمينيا.\nوأرمينيا جارة.")


@pytest.fixture
def bench(make_bench):
    return make_bench(*TEXTS)


def find(bench, query: str = ""):
    bench.qtbot.waitUntil(bench.window.isActiveWindow)
    bench.shortcut(Key.Key_F, CTRL | SHIFT)
    panel = bench.workspace.commands.find.in_project.panel
    assert panel.isVisible()
    assert panel.line.edit.hasFocus()
    if query:
        panel.line.edit.setText(query)
        settle(bench)
    return panel


def settle(bench) -> None:
    """Wait until the index and the search of what was typed are there."""
    finding = bench.workspace.commands.find.in_project
    bench.qtbot.waitUntil(
        lambda: (
            not finding._typing.isActive()
            and not finding._indexing.is_running
            and not finding._searching.is_running  # which is said after its result
        )
    )


def listed(panel) -> list[str]:
    model = panel.model
    shown = []
    for number in range(model.rowCount()):
        row = model.row_at(model.index(number, 0))
        if isinstance(row, ArticleHeading):
            shown.append(f"# {row.places}")
        else:
            around, _ = model.data(model.index(number, 0), Qt.ItemDataRole.UserRole + 1)
            line = around.line
            shown.append(f"{line[: around.start]}[{line[around.start : around.end]}]{line[around.end :]}")  # fmt: skip
    return shown


def test_every_hit_is_listed_under_its_article(bench):
    panel = find(bench, "ارمينيا")
    assert panel.summary.text() == "3 hits in 2 articles"
    assert listed(panel) == [
        "# 1",
        "قال بوتين إن [أرمينيا] بلد.",
        "# 2",
        "زار علييف [ارمينيا]. وأرمينيا جارة.",
        "زار علييف ارمينيا. و[أرمينيا] جارة.",
    ]


def test_enter_on_a_hit_opens_its_article_with_the_hit_ready_to_be_tagged(bench):
    panel = find(bench, "ارمينيا")
    bench.qtbot.keyClick(panel.line.edit, Key.Key_Down)
    for _ in range(3):
        bench.qtbot.keyClick(panel.list, Key.Key_Down)
    bench.qtbot.keyClick(panel.list, Key.Key_Return)
    assert bench.view.text == TEXTS[2]
    assert bench.view.hasFocus()
    assert bench.view.selection.start == TEXTS[2].index("وأرمينيا") + 1
    bench.press(Key.Key_1)
    assert bench.drawing == "زار علييف ارمينيا.\nو[أرمينيا:actor] جارة."


def test_a_double_click_goes_there_too(bench):
    panel = find(bench, "علييف")
    where = panel.list.visualRect(panel.model.index(1, 0)).center()
    bench.qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    bench.qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert bench.view.selection.of(bench.view.text) == "علييف"


def test_the_page_without_hits_says_why(bench):
    panel = find(bench)
    assert "Type words" in panel._empty.words.text()
    panel.line.edit.setText("زرافة")
    settle(bench)
    assert "زرافة" in panel._empty.words.text()
    panel.line.regex.click()
    panel.line.edit.setText("(")
    settle(bench)
    assert "regular expression" in panel._empty.words.text()
    assert panel.model.rowCount() == 0


def test_switches_search_again(bench):
    panel = find(bench, "ارمينيا")
    panel.line.exact.click()
    settle(bench)
    assert panel.summary.text() == "1 hit in 1 article"


def test_the_selection_is_the_query_and_esc_leads_back(bench):
    bench.select("بوتين")
    panel = find(bench)
    assert panel.line.edit.text() == "بوتين"
    bench.qtbot.keyClick(panel.line.edit, Key.Key_Escape)
    assert bench.view.hasFocus()


def test_imported_articles_are_found_without_asking(bench):
    panel = find(bench, "ارمينيا")
    add_texts(bench.session.project, "أرمينيا الجديدة")
    bench.session.reload_articles()
    settle(bench)
    assert panel.summary.text() == "4 hits in 3 articles"


def test_another_project_forgets_the_one_before(bench):
    panel = find(bench, "ارمينيا")
    assert panel.model.rowCount()
    bench.session.close_project()
    assert not panel.isVisible()
    assert panel.model.rowCount() == 0
    assert len(bench.workspace.commands.find.in_project.index) == 0


def test_closing_in_the_middle_of_indexing_leaves_no_thread(make_bench):
    bench = make_bench(*(f"نص رقم {number}" for number in range(300)))
    find(bench)
    bench.session.close_project()
    assert not bench.workspace.commands.find.in_project._indexing.is_running


def test_ten_thousand_hits_are_listed_as_far_as_one_scrolls(make_bench):
    bench = make_bench(*("كلمة " * 1_000 + str(number) for number in range(10)))
    panel = find(bench, "كلمة")
    assert panel.summary.text() == "10,000 hits in 10 articles"
    assert panel.model.rowCount() < 5_000
    panel.list.setFocus()
    for _ in range(20):
        bench.qtbot.keyClick(panel.list, Key.Key_End)
    assert panel.model.rowCount() == 10_010


@pytest.mark.parametrize("right_to_left", [True, False])
def test_the_hit_is_drawn_where_it_stands_and_begins_on_its_own_side(qapp, right_to_left):
    line = "زار علييف أرمينيا" if right_to_left else "He went to Armenia"
    word = "زار" if right_to_left else "He"
    around = Context(line, 0, len(word))
    laid = context_line.lay_out(
        around, assets.article_font("Noto Sans Arabic", 12), right_to_left=right_to_left
    )
    [run] = laid.hit
    assert (run.right == pytest.approx(laid.width, abs=1)) == right_to_left
    assert (run.left == pytest.approx(0, abs=1)) != right_to_left
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setFont(assets.article_font("Noto Sans Arabic", 12))
        context_line.draw(painter, image.rect(), around, Qt.GlobalColor.red, right_to_left=right_to_left)  # fmt: skip
    corner = QPoint(398, 20) if right_to_left else QPoint(1, 20)
    assert any(image.pixelColor(corner.x(), y).green() < 128 for y in range(40))


def test_a_long_context_keeps_its_hit(qapp):
    line = "كلمات " * 30 + "الهدف" + " كلمات" * 30
    start = line.index("الهدف")
    around = Context(line, start, start + 5)
    from PySide6.QtGui import QFontMetrics

    metrics = QFontMetrics(assets.article_font("Noto Sans Arabic", 12))
    fitted = context_line.fit(around, metrics, 300)
    assert fitted.line[fitted.start : fitted.end] == "الهدف"
    assert metrics.horizontalAdvance(fitted.line) <= 300
    assert fitted.line.startswith("…")
    assert fitted.line.endswith("…")


def test_other_spellings_are_found_in_every_article(make_bench):
    bench = make_bench("زار عبدالله أميركا.", "عاد عبد الله من أمريكا.", "لا شيء هنا.")
    panel = find(bench)
    for query in ("عبد الله", "عبدالله", "أميركا", "أمريكا"):
        panel.line.edit.setText(query)
        settle(bench)
        assert len(listed(panel)) == 4  # two headings with a hit each
