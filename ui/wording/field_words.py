"""What the choices of article fields are called: those of the usual schema in the language of the window, others as they are."""

from PySide6.QtCore import QCoreApplication

from ui.i18n import QT_TRANSLATE_NOOP

WORDS = {
    "news": QT_TRANSLATE_NOOP("ArticleFields", "News report"),
    "analysis": QT_TRANSLATE_NOOP("ArticleFields", "Analysis"),
    "opinion": QT_TRANSLATE_NOOP("ArticleFields", "Opinion"),
    "interview": QT_TRANSLATE_NOOP("ArticleFields", "Interview"),
    "statement": QT_TRANSLATE_NOOP("ArticleFields", "Statement"),
}


def choice_words(choice: str) -> str:
    """Return a choice as people read it."""
    words = WORDS.get(choice)
    return QCoreApplication.translate("ArticleFields", words) if words else choice
