import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui import i18n
from ui.dialogs.settings_dialog import SettingsDialog
from ui.remembered.places import Places, Spot
from ui.settings import Settings
from ui.style import theme

KEPT = Settings(
    annotator="ليلى",
    language="en",
    region="IQ",
    theme="dark",
    font_family="Noto Sans Arabic",
    font_size=23,
    spacing="wide",
    recent=("/p",),
    places={"p": Places("a", {"a": Spot(3)})},
)


@pytest.mark.parametrize("settings", [Settings(), KEPT])
def test_nothing_touched_is_nothing_changed(settings):
    assert SettingsDialog(settings).choice() == settings


def test_every_change_is_shown_at_once(show):
    dialog = show(SettingsDialog(Settings(annotator="a", language="en")))
    shown = []
    dialog.previewed.connect(shown.append)
    dialog.theme.set_value("dark")
    QTest.keyClick(dialog.text_size, Qt.Key.Key_Right)
    dialog.family.set_value("Noto Sans Arabic")
    dialog.region.set_value("MA")
    dialog.spacing.set_value("wide")
    assert shown[-1] == dialog.choice()
    assert shown[0].theme == "dark"
    assert shown[1].font_size == Settings().font_size + 1
    assert shown[-1] == Settings(
        annotator="a",
        language="en",
        theme="dark",
        font_size=19,
        font_family="Noto Sans Arabic",
        region="MA",
        spacing="wide",
    )


def test_cancel_takes_everything_back(show):
    dialog = show(SettingsDialog(KEPT))
    shown = []
    dialog.previewed.connect(shown.append)
    dialog.theme.set_value("light")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert shown[-1] == KEPT


def test_the_dialog_itself_follows_the_language_it_previews(app, show):
    dialog = show(SettingsDialog(Settings(annotator="a", language="en")))
    dialog.previewed.connect(lambda s: i18n.install(app, s.language, s.region))
    english = dialog.theme_field.caption.text()
    dialog.language.set_value("ar")
    app.processEvents()
    assert dialog.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert dialog.theme_field.caption.text() != english
    assert dialog.choice().language == "ar", "translating the choices changed none of them"
    dialog.reject()
    app.processEvents()
    assert dialog.theme_field.caption.text() == english


def test_translating_the_dialog_previews_nothing_by_itself(app, show):
    """Else a cancelled language would come back when the dialog hears of the one before."""
    dialog = show(SettingsDialog(Settings(annotator="a", language="en")))
    shown = []
    dialog.previewed.connect(shown.append)
    i18n.install(app, "ar")
    app.processEvents()
    assert shown == []


def test_the_dialog_itself_follows_the_theme_it_previews(app, show):
    dialog = show(SettingsDialog(Settings(annotator="a")))
    dialog.previewed.connect(lambda s: theme.apply(app, s.theme))
    dialog.theme.set_value("dark")
    assert theme.is_dark(dialog.palette())


def test_the_sample_shows_the_digits_and_months_of_the_region(show):
    dialog = show(SettingsDialog(Settings(annotator="a", language="ar", region="IQ")))
    assert dialog.sample.numbers() == "١٬٢٣٤ · ٩ تشرين الثاني ٢٠٢١"
    dialog.region.set_value("MA")
    assert dialog.sample.numbers() == "1.234 · 9 نونبر 2021"


def test_the_sample_grows_with_the_size_and_the_dialog_does_not(app, show):
    dialog = show(SettingsDialog(Settings(annotator="a", font_size=12)))
    height, small = dialog.height(), dialog.sample.grab().toImage()
    dialog.text_size.setValue(40)
    app.processEvents()
    assert dialog.height() == height
    assert dialog.sample.grab().toImage() != small


def test_looks_can_be_put_back_without_losing_the_name(show):
    dialog = show(SettingsDialog(KEPT))
    QTest.mouseClick(dialog.defaults, Qt.MouseButton.LeftButton)
    choice = dialog.choice()
    assert (choice.theme, choice.font_size, choice.spacing) == ("system", 18, "normal")
    assert (choice.annotator, choice.recent) == ("ليلى", ("/p",))


@pytest.mark.parametrize("name", ["", "gold"])
def test_a_name_once_given_cannot_be_taken_away(show, name):
    dialog = show(SettingsDialog(KEPT))
    dialog.annotator.setText(name)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.annotator_field.message.isVisible()


def test_who_has_no_name_yet_may_still_change_the_looks(show):
    dialog = show(SettingsDialog(Settings()))
    dialog.accept()
    assert dialog.result()


def test_every_region_shows_its_own_digits(app):
    titles = {option.value: option.title for option in SettingsDialog(Settings())._regions()}
    assert "١٢٣" in titles["IQ"]
    assert "123" in titles["MA"]
    i18n.install(app, "ar")
    assert "العراق" in {o.value: o.title for o in SettingsDialog(Settings())._regions()}["IQ"]
