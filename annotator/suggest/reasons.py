"""Why something is suggested, in words."""

from annotator.options import Words
from annotator.suggest.values import Reason

REASONS: dict[str, Words] = {
    "tagged": Words("tagged {0} of {1} times", "وُسم هكذا في {0} من {1} من مواضعه"),
    "registered": Words("in the project's list of names: {0}", "في قائمة أسماء المشروع: {0}"),
    "everybody-knows": Words("a name that everybody knows", "اسم معروف"),
    "context": Words("used like what you have tagged", "ورد في سياق يشبه ما وسمته"),
    "date": Words("a date: {0}", "تاريخ: {0}"),
    "date-without-value": Words("a date whose value is not known", "تاريخ لا تُعرف قيمته"),
    "quote": Words("said by {0}", "القائل: {0}"),
    "quote-of-nobody": Words("words in quotation marks", "كلام بين علامتي تنصيص"),
    "announced": Words("named by what stands before it", "دلّ عليه ما قبله"),
    "agreement": Words("named as an agreement: {0}", "مسمّى باسم اتفاق: {0}"),
}
"""By code; ``{0}`` and ``{1}`` are the arguments of a `Reason`."""


def reason_words(reason: Reason, language: str = "en") -> str:
    """Return a reason in a language such as ``ar``; the code itself for one of another program."""
    known = REASONS.get(reason.code)
    return known.to(language).format(*reason.arguments) if known else reason.code
