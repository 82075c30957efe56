import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator.model import Span
from tests.helpers.waiting import in_dialog
from ui.dialogs.article_details_dialog import ArticleDetails, ArticleDetailsDialog
from ui.dialogs.changes_dialog import ChangesDialog
from ui.popover.choice_row import ChoiceRow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "قال بوتين يوم الأربعاء إن اللقاء غدا.\nوقّعوا بيان عام 2020."


@pytest.fixture
def bench(make_bench):
    bench = make_bench(TEXT)
    bench.session.set_metadata(ArticleDetails("عنوان", "2021-02-18"))
    return bench


def words(bench):
    """Open the popover, and return the reason that stands below its choices."""
    bench.window.actions_table["edit-attributes"].trigger()
    rows = [row for row in bench.window.findChildren(ChoiceRow) if row.isVisible()]
    said = " ".join(label.text() for row in rows for label in row.findChildren(QLabel))
    offered = " ".join(f"[{choice.words}]" for row in rows for choice in row.choices)
    bench.qtbot.keyClick(bench.window.focusWidget(), Key.Key_Escape)
    return f"{offered} {said}"


def value(bench, part):
    span = bench.span(part)
    return next(a.attribute("value") for a in bench.layer if a.span == span)


def tag_date(bench, part="يوم الأربعاء"):
    bench.select(part)
    bench.press(Key.Key_2)


def test_a_tagged_date_has_its_value_in_the_same_step(bench, undo):
    tag_date(bench)
    assert value(bench, "يوم الأربعاء") == "2021-02-17"
    assert "Wednesday" in words(bench)
    assert "2021-02-18" in words(bench)
    assert bench.stored()[0].attribute("value") == "2021-02-17"
    undo(bench)
    assert len(bench.layer) == 0


def test_a_relabelled_date_gets_a_value_too(bench):
    bench.select("يوم الأربعاء")
    bench.press(Key.Key_1)
    bench.press(Key.Key_2)
    assert value(bench, "يوم الأربعاء") == "2021-02-17"


def test_without_filling_at_once_the_value_is_proposed_and_taken_by_key(make_bench, undo):
    bench = make_bench(TEXT, fill_values=False)
    bench.session.set_metadata(ArticleDetails("عنوان", "2021-02-18"))
    tag_date(bench)
    assert value(bench, "يوم الأربعاء") == ""
    assert "[2021-02-17]" in words(bench)
    bench.press(Key.Key_V)
    assert value(bench, "يوم الأربعاء") == "2021-02-17"
    undo(bench)
    assert value(bench, "يوم الأربعاء") == ""
    assert len(bench.layer) == 1


def test_the_value_key_says_why_and_pressed_again_stays_with_the_only_value(make_bench):
    bench = make_bench(TEXT, fill_values=False)
    bench.session.set_metadata(ArticleDetails("عنوان", "2021-02-18"))
    tag_date(bench)
    for _ in range(2):
        bench.press(Key.Key_V)
        assert value(bench, "يوم الأربعاء") == "2021-02-17"
    assert "Wednesday" in bench.window.notice.text()
    assert bench.session.undo_stack.undoText() == "take proposed value"
    bench.shortcut(Key.Key_Z, CTRL)
    assert value(bench, "يوم الأربعاء") == "", "the second press took nothing"


def test_the_value_key_offers_the_next_name_when_pressed_again(make_bench):
    bench = make_bench("قال بوتين\nوعاد بوتين\nثم بوتين", fill_values=False)
    names = ("فلاديمير بوتين", "بوتين")
    for number, name in enumerate(names):
        start = [i for i in range(len(bench.view.text)) if bench.view.text.startswith("بوتين", i)]
        made = bench.session.tag("actor", Span(start[number], start[number] + 5))
        bench.session.set_attribute(made, "canonical", name)
    made = bench.session.tag("actor", Span(start[2], start[2] + 5))
    bench.view.go_to(bench.layer[made])
    taken = []
    for _ in range(3):
        bench.press(Key.Key_V)
        taken.append(bench.layer[made].attribute("canonical"))
    assert set(taken[:2]) == set(names)
    assert taken[2] == taken[0]


def test_the_reason_is_said_in_arabic(make_bench):
    bench = make_bench(TEXT, language="ar")
    bench.session.set_metadata(ArticleDetails("عنوان", "2021-02-18"))
    tag_date(bench)
    assert "الأربعاء" in words(bench)
    assert "2021-02-18" in words(bench)


def test_a_date_that_lacks_the_day_of_publication_says_so(make_bench):
    bench = make_bench(TEXT)
    tag_date(bench)
    assert value(bench, "يوم الأربعاء") == ""
    assert "Ctrl+D" in words(bench)


def test_a_new_day_of_publication_offers_the_values_told_from_the_old(bench, qtbot, undo):
    tag_date(bench)
    tag_date(bench, "غدا")
    tag_date(bench, "عام 2020")
    typed = next(a for a in bench.layer if a.span == bench.span("غدا"))
    bench.session.set_attribute(typed.id, "value", "2021-05-05")
    offered = []

    def correct(dialog):
        dialog.published.setText("2021-02-25")
        in_dialog(ChangesDialog, agree)
        dialog.accept()

    def agree(dialog):
        offered.extend(
            (dialog.table.item(row, 1).text(), dialog.table.item(row, 2).text())
            for row in range(dialog.table.rowCount())
        )
        qtbot.keyClick(dialog, Key.Key_Return)

    in_dialog(ArticleDetailsDialog, correct)
    bench.window.actions_table["article-details"].trigger()
    assert [tuple(cell.strip("\u2068\u2069") for cell in row) for row in offered] == [
        ("2021-02-17", "2021-02-24")
    ]
    assert value(bench, "يوم الأربعاء") == "2021-02-24"
    assert value(bench, "غدا") == "2021-05-05", "what somebody typed is nobody's to change"
    undo(bench)
    assert value(bench, "يوم الأربعاء") == "2021-02-17"


def test_an_unchecked_value_stays(bench, qtbot):
    tag_date(bench)
    tag_date(bench, "غدا")

    def uncheck_the_first(dialog):
        dialog.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
        qtbot.keyClick(dialog, Key.Key_Return)

    in_dialog(ChangesDialog, uncheck_the_first)
    bench.session.set_metadata(ArticleDetails("عنوان", "2021-02-25"))
    assert value(bench, "يوم الأربعاء") == "2021-02-17"
    assert value(bench, "غدا") == "2021-02-26"


def test_what_is_no_date_is_said_while_typing(bench, qtbot):
    tag_date(bench)
    bench.window.actions_table["edit-attributes"].trigger()
    field = bench.window.focusWidget()
    field.selectAll()
    qtbot.keyClicks(field, "2021-02-30")
    assert not field.is_valid
    field.selectAll()
    qtbot.keyClicks(field, "2021-02-2X")
    qtbot.keyClicks(field, "~")
    field.setText("2021-02/2021-03")
    assert field.is_valid
