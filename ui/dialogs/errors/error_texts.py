"""What each kind of error means in the language of the window; the error itself says the particulars in English."""

from PySide6.QtCore import QCoreApplication

from annotator import errors
from ui import i18n

_LEFT_TO_RIGHT_MARK = "\u200e"


def headline(error: errors.AnnotatorError) -> str:
    """Return in a few words what kind of thing went wrong, for the most special kind that is known."""
    words = (
        (
            errors.LockedError,
            QCoreApplication.translate("Errors", "Somebody is already working here"),
        ),
        (
            errors.NewerFormatError,
            QCoreApplication.translate("Errors", "This was written by a newer Hashiya"),
        ),
        (
            errors.DamagedFileError,
            QCoreApplication.translate("Errors", "A file of the project is damaged"),
        ),
        (
            errors.ReadOnlyError,
            QCoreApplication.translate("Errors", "The project is open for reading only"),
        ),
        (
            errors.LockLostError,
            QCoreApplication.translate("Errors", "Somebody else may be writing here now"),
        ),
        (
            errors.ChangedElsewhereError,
            QCoreApplication.translate("Errors", "Somebody else changed it meanwhile"),
        ),
        (
            errors.NotSavedError,
            QCoreApplication.translate("Errors", "The change is not on the disk yet"),
        ),
        (
            errors.FewAnnotatorsError,
            QCoreApplication.translate("Errors", "Agreement needs two annotators"),
        ),
        (
            errors.ProjectError,
            QCoreApplication.translate("Errors", "There is a problem with the project"),
        ),
        (
            errors.OptionError,
            QCoreApplication.translate("Errors", "The format cannot do this"),
        ),
        (
            errors.SearchError,
            QCoreApplication.translate("Errors", "This cannot be searched for"),
        ),
        (errors.ImportFailure, QCoreApplication.translate("Errors", "The file was not imported")),
        (errors.ExportFailure, QCoreApplication.translate("Errors", "Nothing was exported")),
        (errors.TextError, QCoreApplication.translate("Errors", "The text cannot be used")),
        (
            errors.SchemaError,
            QCoreApplication.translate("Errors", "The labels contradict each other"),
        ),
        (
            errors.EditError,
            QCoreApplication.translate("Errors", "The change does not fit the article"),
        ),
        (
            errors.SpanError,
            QCoreApplication.translate("Errors", "The selection does not fit the text"),
        ),
    )
    return _first(error, words) or QCoreApplication.translate("Errors", "That could not be done")


def advice(error: errors.AnnotatorError) -> str:
    """Return what the user can do, where that is the same for every error of its kind."""
    words = (
        (
            errors.LockedError,
            QCoreApplication.translate(
                "Errors",
                "Close the other window, or open the project for reading only. Nothing was changed.",
            ),
        ),
        (
            errors.NewerFormatError,
            QCoreApplication.translate(
                "Errors", "Update Hashiya on this computer; until then you can read the project."
            ),
        ),
        (
            errors.DamagedFileError,
            QCoreApplication.translate(
                "Errors",
                "The file was left exactly as it is. Run “hashiya check” on the project before going on.",
            ),
        ),
        (
            errors.LockLostError,
            QCoreApplication.translate(
                "Errors",
                "Nothing was written. What was saved before is safe: close the project and open it again.",
            ),
        ),
        (
            errors.NotSavedError,
            QCoreApplication.translate(
                "Errors",
                "Your change stays on the screen and is tried again. Make room on the disk, or reconnect it.",
            ),
        ),
    )
    return _first(error, words)


def particulars(error: errors.AnnotatorError) -> str:
    """Return what the core says of the error: English, also when it begins with an Arabic name."""
    return f"{_LEFT_TO_RIGHT_MARK}{error}"


def short(error: errors.AnnotatorError) -> str:
    """Return the error for a line of the window: where that is Arabic and the error is not, its kind goes before it."""
    words = str(error)
    if i18n.current() != "ar" or _is_arabic(words):
        return words
    return f"{headline(error)}\n{i18n.isolate_ltr(words)}"


def _is_arabic(words: str) -> bool:
    """Tell whether words are of the window's own, in Arabic; the core's are English with Arabic names in them."""
    latin = sum(char.isascii() and char.isalpha() for char in words)
    return latin < sum("\u0600" <= char <= "\u06ff" for char in words)


def _first(error: errors.AnnotatorError, words: tuple[tuple[type[Exception], str], ...]) -> str:
    return next((text for kind, text in words if isinstance(error, kind)), "")
