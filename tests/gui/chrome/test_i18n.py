import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QLabel

from ui import i18n


class Heard(QLabel):
    def __init__(self):
        super().__init__()
        self.events = []

    def changeEvent(self, event):
        self.events.append(event.type())
        super().changeEvent(event)


def test_arabic_turns_the_window_and_translates_qts_own_buttons(app):
    i18n.install(app, "ar")
    assert app.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "ألغِ"
    assert i18n.current() == "ar"


def test_coming_back_to_english_leaves_nothing_arabic(app):
    i18n.install(app, "ar")
    i18n.install(app, "en")
    assert app.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert i18n.current() == "en"


def test_switching_many_times_keeps_one_set_of_translators(app):
    for _ in range(5):
        i18n.install(app, "ar")
        i18n.install(app, "en")
    i18n.install(app, "ar")
    assert len(app.findChildren(QTranslator, "hashiya-translator")) <= 2


def test_an_open_window_hears_of_the_language_and_the_direction(app, qtbot):
    label = Heard()
    qtbot.addWidget(label)
    label.show()
    label.events.clear()
    i18n.install(app, "ar")
    app.processEvents()
    assert label.events.count(label.events[0].LanguageChange) == 1
    assert label.events[0].LayoutDirectionChange in label.events


@pytest.mark.parametrize(
    ("region", "number", "month"),
    [
        ("IQ", "١٬٢٣٤", "كانون الثاني"),
        ("EG", "١٬٢٣٤", "يناير"),
        ("MA", "1.234", "يناير"),
        ("DZ", "1.234", "جانفي"),
    ],
)
def test_the_region_decides_digits_and_months(app, region, number, month):
    i18n.install(app, "ar", region)
    assert QLocale().toString(1234) == number
    assert QLocale().toString(QDate(2021, 1, 5), "MMMM") == month


def test_every_offered_region_speaks_arabic():
    for region in i18n.REGIONS:
        locale = i18n.locale_for("ar", region)
        assert locale.language() == QLocale.Language.Arabic
        assert QLocale.territoryToCode(locale.territory()) == region


def test_a_region_that_does_not_speak_the_language_still_gives_the_language():
    assert i18n.locale_for("ar", "JP").language() == QLocale.Language.Arabic
    assert i18n.locale_for("en", "IQ").language() == QLocale.Language.English


def test_the_systems_language_is_arabic_or_english_and_nothing_else():
    assert i18n.resolve("system") in ("en", "ar")
    assert i18n.resolve("ar") == "ar"


def test_an_isolated_name_cannot_reorder_its_sentence():
    assert i18n.isolate("Omar") == "\u2068Omar\u2069"
    assert i18n.isolate_ltr("Ctrl+K") == "\u2066Ctrl+K\u2069"


def test_keys_in_a_menu_are_kept_from_turning_round():
    assert i18n.with_keys("تكبير", "Ctrl++") == "تكبير\t\u2066Ctrl++\u2069"
    assert i18n.with_keys("تكبير", "") == "تكبير"
    assert i18n.split_keys(i18n.with_keys("x", "[")) == ("x", "[")
    assert i18n.split_keys("x") == ("x", "")
