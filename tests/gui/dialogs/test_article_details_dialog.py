import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import i18n
from ui.dialogs.article_details_dialog import (
    ArticleDetails,
    ArticleDetailsDialog,
    iso_date,
    web_address,
)

DETAILS = ArticleDetails("القمة الثلاثية", "2021-11-09", "إيصال نيوز", "https://example.com/a?b=1")


def test_what_was_not_touched_comes_back_as_it_was():
    assert ArticleDetailsDialog(DETAILS).choice() == DETAILS
    assert ArticleDetailsDialog(ArticleDetails("x")).choice() == ArticleDetails("x")


def test_emptied_fields_become_unknown(show):
    dialog = show(ArticleDetailsDialog(DETAILS))
    for field in (dialog.published, dialog.source, dialog.url):
        field.clear()
    dialog.accept()
    assert dialog.choice() == ArticleDetails("القمة الثلاثية")


@pytest.mark.parametrize(
    "typed", ["٢٠٢١-١١-٠٩", "2021/11/09", "2021-11-9", " 2021-11-09 ", "۲۰۲۱-۱۱-۰۹"]
)
def test_a_date_may_be_typed_in_any_digits(typed):
    assert iso_date(typed) == "2021-11-09"


@pytest.mark.parametrize(
    "typed",
    [
        "2021-13-01",
        "2021-02-30",
        "21-11-09",
        "09-11-2021",
        "yesterday",
        "2021-11",
        "2021-11-09-1",
        "2021--1-9",
    ],
)
def test_what_is_no_day_is_explained(show, typed):
    dialog = show(ArticleDetailsDialog(DETAILS))
    dialog.published.setText(typed)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.published_field.message.isVisible()


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_is_read_as_written(day):
    assert iso_date(day.isoformat()) == day.isoformat()


@given(st.text())
def test_no_typing_upsets_the_checks(typed):
    assert iso_date(typed) is None or len(iso_date(typed)) == 10
    assert web_address(typed) is None or web_address(typed).startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "typed",
    ["example.com", "ftp://example.com", "https://", "javascript:alert(1)", "https://a b.com"],
)
def test_what_is_no_web_address_is_explained(show, typed):
    dialog = show(ArticleDetailsDialog(DETAILS))
    dialog.url.setText(typed)
    dialog.accept()
    assert dialog.isVisible()


@pytest.mark.parametrize("typed", ["https://example.com", "http://ar.rt.com/رابط?x=1#y"])
def test_web_addresses_are_taken_as_typed(typed):
    assert web_address(typed) == typed


def test_an_article_keeps_a_title(show):
    dialog = show(ArticleDetailsDialog(DETAILS))
    dialog.title.clear()
    dialog.accept()
    assert dialog.isVisible()


def test_the_day_is_spelled_out_in_the_language_of_the_window(app):
    i18n.install(app, "ar", "IQ")
    dialog = ArticleDetailsDialog(DETAILS)
    assert dialog.published_field.hint.text() == "الثلاثاء ٩ تشرين الثاني ٢٠٢١"
