"""What deviations from gold, and what became of proposals, are called."""

from PySide6.QtCore import QCoreApplication

from ui import i18n
from ui.review import words


def deviation(name: str) -> str:
    """Return the words for a `Deviation` or a `Detail`."""
    known = {
        "edges": QCoreApplication.translate("Feedback", "other edges"),
        "label": QCoreApplication.translate("Feedback", "another label"),
        "label_edges": QCoreApplication.translate("Feedback", "other label and edges"),
        "pieces": QCoreApplication.translate("Feedback", "one piece or several"),
        "missed": QCoreApplication.translate("Feedback", "missed"),
        "extra": QCoreApplication.translate("Feedback", "not in gold"),
        "value": QCoreApplication.translate("Feedback", "another value"),
        "link": QCoreApplication.translate("Feedback", "another link"),
    }
    return known.get(name) or words.cause(name)


def standing(name: str) -> str:
    """Return the words for a `Standing`."""
    known = {
        "open": QCoreApplication.translate("Feedback", "waiting"),
        "taken": QCoreApplication.translate("Feedback", "followed"),
        "refused": QCoreApplication.translate("Feedback", "refused"),
        "passed": QCoreApplication.translate("Feedback", "changed since"),
    }
    return known.get(name, "")


def nothing() -> str:
    return QCoreApplication.translate("Feedback", "nothing here")


def decided_by(who: str, day: str) -> str:
    """Return who decided and when, as far as it is known; ``day`` in the region's form."""
    if not who:
        return ""
    sentence = QCoreApplication.translate("Feedback", "by %1 on %2")
    return sentence.replace("%1", i18n.isolate(who)).replace("%2", i18n.isolate(day))
