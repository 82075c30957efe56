"""What kinds, causes, measures and outcomes are called, and what a number means in a sentence."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject

from annotator.iaa.scores.notices import Hidden
from annotator.iaa.scores.notices import notices as hidden
from annotator.iaa.scores.results import Agreement, LinkMeasure, Same
from annotator.model import Schema
from annotator.review.missing import Missing
from annotator.review.query import LINK_A, LINK_B, VALUE, VOTED
from ui import i18n
from ui.widgets import numbers


def kind(name: str, a: str = "a", b: str = "b") -> str:
    """Return a kind's words; ``a`` and ``b`` are names of people."""
    words = {
        "exact": QCoreApplication.translate("Review", "The same"),
        "label": QCoreApplication.translate("Review", "Another label"),
        "boundary": QCoreApplication.translate("Review", "Other edges"),
        "label_boundary": QCoreApplication.translate("Review", "Other label and edges"),
        "split": QCoreApplication.translate("Review", "One piece or several"),
        "only_a": QCoreApplication.translate("Review", "Only %1"),
        "only_b": QCoreApplication.translate("Review", "Only %1"),
        VOTED: QCoreApplication.translate("Review", "Made by"),
        VALUE: QCoreApplication.translate("Review", "Another value"),
        LINK_A: QCoreApplication.translate("Review", "Linked only by %1"),
        LINK_B: QCoreApplication.translate("Review", "Linked only by %1"),
    }
    return words[name].replace("%1", i18n.isolate(a if name in ("only_a", LINK_A) else b))


def cause(name: str) -> str:
    words = {
        "clitic": QCoreApplication.translate("Review", "only a clitic (و ف ب ل ك س)"),
        "article": QCoreApplication.translate("Review", "only ال"),
        "punctuation": QCoreApplication.translate("Review", "only punctuation, spaces or marks"),
        "title": QCoreApplication.translate("Review", "only a title before the name"),
        "outer_word": QCoreApplication.translate("Review", "one outer word"),
    }
    return words.get(name, "")


def short_cause(name: str) -> str:
    words = {
        "clitic": QCoreApplication.translate("Review", "clitic"),
        "article": "ال",
        "punctuation": QCoreApplication.translate("Review", "punctuation"),
        "title": QCoreApplication.translate("Review", "title"),
        "outer_word": QCoreApplication.translate("Review", "outer word"),
    }
    return words.get(name, "")


def role(name: str) -> str:
    """Return what somebody is whose work does not count, by their role, in a word that fits beside a lane."""
    words = {
        "trainee": QCoreApplication.translate("Review", "trainee"),
        "left": QCoreApplication.translate("Review", "has left"),
        "machine": QCoreApplication.translate("Review", "machine"),
    }
    return words.get(name) or QCoreApplication.translate("Review", "no vote")


def missing(what: Missing) -> str:
    """Return the sentence that says why there is no number, and what would give one."""
    return {
        Missing.ANNOTATORS: QCoreApplication.translate(
            "Review", "Agreement needs two annotators: choose another one as well, or all."
        ),
        Missing.ARTICLES: QCoreApplication.translate(
            "Review",
            "None of these articles has been finished by two of these annotators: choose more sources, days or annotators.",
        ),
        Missing.ANNOTATIONS: QCoreApplication.translate(
            "Review",
            "Nobody has marked anything with these labels in these articles: choose more labels or articles.",
        ),
    }[what]


def label(name: str, schema: Schema) -> str:
    if not name:
        return QCoreApplication.translate("Review", "none")
    known = schema.label(name)
    return known.title(i18n.current()) if known else name


def label_in_line(name: str, schema: Schema) -> str:
    """Return a label's title to stand beside other words: one in another script than theirs turns no order round."""
    return i18n.isolate(label(name, schema))


def beside(parts: Iterable[str]) -> str:
    """Return texts of unknown direction side by side; one alone needs nothing to keep its place."""
    found = [part for part in parts if part]
    return " · ".join(map(i18n.isolate, found)) if len(found) > 1 else "".join(found)


def all_labels() -> str:
    return QCoreApplication.translate("Review", "All labels")


def exact() -> str:
    return QCoreApplication.translate("Review", "Exact F1")


def relaxed() -> str:
    return QCoreApplication.translate("Review", "Relaxed F1")


def alpha() -> str:
    return QCoreApplication.translate("Review", "Alpha")


def same(how: Same) -> str:
    return {
        Same.EQUAL: QCoreApplication.translate("Review", "Equal"),
        Same.SAME_DAYS: QCoreApplication.translate("Review", "Same days"),
        Same.OVERLAPPING: QCoreApplication.translate("Review", "Overlapping days"),
    }[how]


def link_measure(measure: LinkMeasure) -> str:
    return {
        LinkMeasure.STRICT: QCoreApplication.translate("Review", "Strict F1"),
        LinkMeasure.OVERLAPPING: QCoreApplication.translate("Review", "Overlapping F1"),
    }[measure]


def all_types() -> str:
    return QCoreApplication.translate("Review", "All types")


def notices(result: Agreement, schema: Schema) -> list[str]:
    """Return a sentence for each label that is much worse than all labels together."""
    sentences = {
        Hidden.ALPHA: QCoreApplication.translate(
            "Review", "Alpha of all labels together is %1, but %2 has %3."
        ),
        Hidden.EXACT: QCoreApplication.translate(
            "Review", "Exact F1 of all labels together is %1, but %2 has %3."
        ),
    }
    return [
        sentences[one.measure]
        .replace("%1", i18n.isolate(numbers.score(one.pooled)))
        .replace("%3", i18n.isolate(numbers.score(one.value)))
        .replace("%2", i18n.isolate(label(one.label, schema)))
        for one in hidden(result)
    ]


def value_pairs(number: int) -> str:
    return _Counts().value_pairs(number)


def values_given(number: int) -> str:
    return _Counts().values_given(number)


def rough(is_rough: bool) -> str:
    if not is_rough:
        return ""
    return QCoreApplication.translate("Review", "rough: fewer than 30 articles")


def outcome(name: str, a: str, b: str) -> str:
    words = {
        "a": QCoreApplication.translate("Review", "as %1").replace("%1", i18n.isolate(a)),
        "b": QCoreApplication.translate("Review", "as %1").replace("%1", i18n.isolate(b)),
        "both": QCoreApplication.translate("Review", "both kept"),
        "none": QCoreApplication.translate("Review", "neither kept"),
        "edit": QCoreApplication.translate("Review", "edited"),
        "merged": QCoreApplication.translate("Review", "merged by itself"),
    }
    return words.get(name, "")


def joint_articles(number: int) -> str:
    return _Counts().joint_articles(number)


def made_by(number: int) -> str:
    return _Counts().made_by(number)


class _Counts(QObject):
    """An object, because lupdate finds plural forms in ``self.tr`` only."""

    def joint_articles(self, number: int) -> str:
        return self.tr("%n joint article(s)", "", number)

    def made_by(self, number: int) -> str:
        return self.tr("made by %n annotator(s)", "", number)

    def value_pairs(self, number: int) -> str:
        return self.tr("%n aligned pair(s) with a value", "", number)

    def values_given(self, number: int) -> str:
        return self.tr("%n value(s) compared", "", number)
