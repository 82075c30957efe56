"""Languages of the window: translations, layout direction, digits and dates."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from resources import ROOT

REGIONS = (
    "IQ", "SY", "LB", "JO", "PS", "EG", "SD", "SA", "YE", "KW", "QA", "BH", "OM", "AE", "LY", "TN", "DZ", "MA", "MR",
)  # fmt: skip
"""Territories offered for Arabic: they decide the digits (١٢٣ or 123) and the names of the months."""

_OURS = "hashiya-translator"

_FIRST_STRONG_ISOLATE, _LEFT_TO_RIGHT_ISOLATE, _POP = "\u2068", "\u2066", "\u2069"


def install(app: QApplication, language: str, region: str = "") -> None:
    """Show the window in ``language``: ``en``, ``ar`` or ``system``; may be called again at any time.

    Open windows get a LanguageChange event and, where the direction turns, a LayoutDirectionChange event.
    """
    chosen = resolve(language)
    for translator in app.findChildren(QTranslator, _OURS):
        app.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(locale_for(chosen, region))
    for folder, name in (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{chosen}"),
        (str(ROOT / "i18n"), f"hashiya_{chosen}"),
    ):
        translator = QTranslator(app)
        translator.setObjectName(_OURS)
        if translator.load(name, folder):
            app.installTranslator(translator)
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if chosen == "ar" else Qt.LayoutDirection.LeftToRight
    )


def resolve(language: str) -> str:
    """Return ``en`` or ``ar``; for ``system`` the first of the two the system's user asks for, else English."""
    if language in ("en", "ar"):
        return language
    for wanted in QLocale.system().uiLanguages():
        if wanted.partition("-")[0] in ("en", "ar"):
            return wanted.partition("-")[0]
    return "en"


def current() -> str:
    """Return the language shown now, ``en`` or ``ar``: what `Label.title` and its like take."""
    return "ar" if QLocale().language() == QLocale.Language.Arabic else "en"


def locale_for(language: str, region: str = "") -> QLocale:
    """Return the locale for digits and dates; an empty region means the system's, where it speaks the language."""
    spoken = QLocale.Language.Arabic if language == "ar" else QLocale.Language.English
    territory = QLocale.codeToTerritory(region) if region else QLocale.system().territory()
    asked = QLocale(spoken, territory)
    return asked if asked.territory() == territory else QLocale(spoken)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a text for translation where it stands, to be translated later; PySide6's own has no types."""
    del context
    return text


def isolate(text: str) -> str:
    """Keep a name or a text of unknown direction from reordering the sentence it is put into."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP}"


def isolate_ltr(text: str) -> str:
    """The same for what is always left to right: paths, keys, commands, format names."""
    return f"{_LEFT_TO_RIGHT_ISOLATE}{text}{_POP}"


def with_keys(text: str, keys: str) -> str:
    """Return a menu entry that shows ``keys`` where menus show shortcuts.

    Between Arabic words a bare shortcut turns round: Ctrl++ into ++Ctrl, and the key [ into ].
    """
    return f"{text}\t{isolate_ltr(keys)}" if keys else text


def split_keys(entry: str) -> tuple[str, str]:
    """Take a menu entry apart into its text and the keys it shows."""
    text, _, keys = entry.partition("\t")
    return text, keys.strip(_LEFT_TO_RIGHT_ISOLATE + _POP)
