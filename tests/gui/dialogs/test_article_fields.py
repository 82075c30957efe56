"""What the schema asks of articles: answered under the article's details, chosen beside the labels."""

from PySide6.QtTest import QTest

from annotator.model import DEFAULT_SCHEMA, Attribute, AttributeKind
from ui.dialogs.article_details_dialog import ArticleDetails, ArticleDetailsDialog
from ui.dialogs.schema.article_fields_dialog import ArticleFieldsDialog
from ui.dialogs.schema.schema_dialog import SchemaDialog

DAY = Attribute("seen", "Seen on", "شوهد في", AttributeKind.DATE)
ASKED = (*DEFAULT_SCHEMA.article_fields, DAY)
KNOWN = ArticleDetails("عنوان", fields={"genre": "opinion", "outlet": "تاس", "mood": "قديم"})


def test_what_was_not_touched_comes_back_and_so_does_what_nobody_asks_for():
    assert ArticleDetailsDialog(KNOWN, ASKED).choice() == KNOWN


def test_answers_are_taken_and_emptied_ones_are_gone(show):
    dialog = show(ArticleDetailsDialog(KNOWN, ASKED))
    genre, outlet, seen = (dialog.asked[field.name] for field in ASKED)
    assert [genre.itemText(row) for row in range(genre.count())] == ["", "News report", "Analysis", "Opinion", "Interview", "Statement"]  # fmt: skip
    genre.setCurrentIndex(1)
    outlet.clear()
    QTest.keyClicks(seen, "2021-11-9")
    dialog.accept()
    assert dialog.choice().fields == {"genre": "news", "seen": "2021-11-09", "mood": "قديم"}


def test_a_value_that_the_schema_has_no_more_is_kept(show):
    old = ArticleDetails("عنوان", fields={"genre": "poem"})
    assert show(ArticleDetailsDialog(old, ASKED)).choice() == old


def test_what_is_no_date_is_explained(show):
    dialog = show(ArticleDetailsDialog(KNOWN, ASKED))
    QTest.keyClicks(dialog.asked["seen"], "soon")
    dialog.accept()
    assert dialog.isVisible()
    assert [p.widget for p in dialog.problems()] == [dialog.asked["seen"]]


def test_fields_are_added_and_named_by_their_english_title(show):
    dialog = show(ArticleFieldsDialog(ASKED, used={}))
    dialog.add.click()
    row = dialog.table._fields[-1]
    row.english.setText("News desk")
    row.arabic.setText("القسم")
    assert list(dialog.problems()) == []
    assert dialog.choice()[-1] == Attribute("news_desk", "News desk", "القسم")
    kinds = [row.kind.itemText(number) for number in range(row.kind.count())]
    assert kinds == ["Text", "Date", "One of"]


def test_a_field_with_values_is_not_removed_and_one_like_the_title_is_refused(show):
    dialog = show(ArticleFieldsDialog(ASKED, used={"outlet": 2}))
    dialog.table.remove(1)
    assert dialog.choice() == ASKED
    assert "2" in dialog.field.message.text()
    dialog.add.click()
    dialog.table._fields[-1].english.setText("Title")
    dialog.table._fields[-1].arabic.setText("عنوان")
    (problem,) = dialog.problems()
    assert "already" in problem.message


def test_the_labels_dialog_keeps_the_fields(show):
    dialog = show(SchemaDialog(DEFAULT_SCHEMA, {}))
    assert dialog.choice().schema == DEFAULT_SCHEMA
    assert dialog.fields_button.isVisible()
