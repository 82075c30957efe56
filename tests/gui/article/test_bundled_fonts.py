"""Every machine shows an article in the same fonts: ours, whichever are installed."""

import pytest
from PySide6.QtGui import QFontDatabase, QTextDocument, QTextLayout, QTextLine, QTextOption

from ui import settings
from ui.article.document import build_document
from ui.article.offsets import OffsetMap
from ui.style import assets

PAINTED_IN = {
    "قال لأذربيجان، ٠١ ﷺ": "the face",
    "پژوهش می\u200cرود ۴": "the face",
    "The 20th (GMT) é": "the face",
    "Ильхам Алиев №": "Hashiya Sans",
    "Αθήνα": "Hashiya Sans",
    "שָׁלוֹם": "Hashiya Hebrew",
    "🙂👍🏽🇪🇬": "Hashiya Emoji",
    "→≤": "Hashiya Math",
    "✓★": "Hashiya Symbols",
}


def laid_out(text: str, face: str) -> QTextDocument:
    document = build_document(text, assets.article_font(face, 18), 41.0, 12.0, [0])
    document.setTextWidth(2_000)
    return document


def line_of(document: QTextDocument) -> QTextLine:
    document.documentLayout().blockBoundingRect(document.begin())
    return document.begin().layout().lineAt(0)


def fonts_of(document: QTextDocument) -> set[str]:
    """Return the families of what is seen: a space or a joiner may be lent by any."""
    flags = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll
    text = document.begin().text()
    units = OffsetMap(text)
    return {
        run.rawFont().familyName()
        for i, char in enumerate(text)
        if char not in " \u200c"
        for run in line_of(document).glyphRuns(
            units.to_qt(i), units.to_qt(i + 1) - units.to_qt(i), flags
        )
    }


@pytest.mark.parametrize(
    "text", PAINTED_IN, ids=lambda text: text.encode("unicode_escape").decode()[:40]
)
def test_every_script_of_the_news_is_painted_in_a_font_of_ours(qapp, family, text):
    wanted = PAINTED_IN[text].replace("the face", assets.FACES[family])
    assert fonts_of(laid_out(text, family)) == {wanted}


@pytest.mark.parametrize(
    "text", PAINTED_IN, ids=lambda text: text.encode("unicode_escape").decode()[:40]
)
def test_a_line_is_as_high_and_its_letters_stand_as_low_in_any_script(qapp, family, text):
    arabic, mixed = laid_out("قال", family), laid_out(f"قال {text}", family)
    assert line_of(mixed).height() == line_of(arabic).height()
    assert line_of(mixed).ascent() == line_of(arabic).ascent()


def test_no_installed_colour_font_is_asked_for_emoji(qapp):
    """Qt prefers one to every family the font names, unless it is told not to look for emoji."""
    flags = laid_out("🙂", "Amiri").defaultTextOption().flags()
    assert flags & QTextOption.Flag.DisableEmojiParsing


def test_the_names_of_our_families_are_ours_alone(qapp):
    assets.load_fonts()
    ours = {*assets.FACES.values(), *assets.FALLBACKS}
    assert ours <= set(QFontDatabase.families())
    assert all(family.startswith("Hashiya ") for family in ours)


def test_each_font_comes_with_its_licence_and_is_one_that_we_use(qapp):
    files = sorted(assets.FONT_FOLDER.glob("*.ttf"))
    names = {file.stem.split("-")[0] for file in files}
    used = (*assets.FACES.values(), assets.WINDOW, *assets.FALLBACKS)
    assert names == {family.replace(" ", "") for family in used}
    for name in names:
        licence = (assets.FONT_FOLDER / f"{name}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
        assert "with Reserved Font Name" not in licence


def test_settings_offer_the_faces_by_the_names_they_always_had():
    assert settings.FONT_FAMILIES == tuple(assets.FACES) == ("Amiri", "Noto Sans Arabic")
