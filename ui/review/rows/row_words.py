"""Rows of the cluster view in words: how far one is, what it is about, how many voted for what."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from annotator.adjudication.decisions import Decision
from annotator.adjudication.states import Tally
from annotator.model import Annotation, Schema
from annotator.review.rows import Row
from ui import i18n
from ui.review import words
from ui.widgets import numbers
from ui.widgets.lines import one_line, upright

STATES = ("open", "changed", "agreed", "merged", "decided")
DIFFERENCES = (
    "exact",
    "label",
    "boundary",
    "label_boundary",
    "split",
    "missing",
    "values",
    "link",
    "zone",
    "gold_only",
)
CAUSES = ("clitic", "article", "punctuation", "title", "outer_word")
GLYPHS = {"open": "○", "changed": "◐", "agreed": "≡", "merged": "⚙", "decided": "✓"}
"""Told apart without colour."""


def state(name: str) -> str:
    return {
        "open": QCoreApplication.translate("Review", "open"),
        "changed": QCoreApplication.translate("Review", "changed since"),
        "agreed": QCoreApplication.translate("Review", "all agree"),
        "merged": QCoreApplication.translate("Review", "by rule"),
        "decided": QCoreApplication.translate("Review", "decided"),
    }[name]


def difference(name: str) -> str:
    return {
        "exact": QCoreApplication.translate("Review", "The same"),
        "label": QCoreApplication.translate("Review", "Another label"),
        "boundary": QCoreApplication.translate("Review", "Other edges"),
        "label_boundary": QCoreApplication.translate("Review", "Other label and edges"),
        "split": QCoreApplication.translate("Review", "One piece or several"),
        "missing": QCoreApplication.translate("Review", "Not made by all"),
        "values": QCoreApplication.translate("Review", "Other values"),
        "link": QCoreApplication.translate("Review", "A link"),
        "zone": QCoreApplication.translate("Review", "A region out of scope"),
        "gold_only": QCoreApplication.translate("Review", "In gold only"),
    }.get(name, name)


def votes(counts: Sequence[int]) -> str:
    """Return ``2:1:1``, read in the direction of the window: in Arabic the most votes stand on the right."""
    parts = [numbers.count(one) for one in counts]
    if i18n.current() == "ar":
        return "\u2067" + "\u200f:\u200f".join(parts) + "\u2069"
    return i18n.isolate_ltr(":".join(parts))


def link_title(name: str, schema: Schema) -> str:
    known = next((one for one in schema.relations if one.name == name), None)
    return known.title(i18n.current()) if known else name


def attribute_title(label: str, name: str, schema: Schema) -> str:
    known = schema.label(label)
    attribute = known.attribute(name) if known else None
    return attribute.title(i18n.current()) if attribute else name


def names(people: Sequence[str]) -> str:
    """Return names one after the other."""
    between = QCoreApplication.translate("Review", ", ", "between names of annotators")
    return between.join(i18n.isolate(name) for name in people)


def settled(row: Row) -> str:
    """Return how a row was settled, by whom, when and why; nothing while it is open."""
    decision = row.decision
    if decision is None or str(row.state) in ("open", "agreed"):
        return ""
    if decision.is_by_rule:
        words_of = QCoreApplication.translate("Review", "Merged by rule: %1")
        return words_of.replace("%1", rule(decision.why)) if decision.why else ""
    sentence = (
        QCoreApplication.translate("Review", "Decided by %1 on %2")
        .replace("%1", i18n.isolate(decision.who))
        .replace("%2", i18n.isolate(numbers.short_day(decision.when)))
    )
    return f"{sentence}: {i18n.isolate(decision.why)}" if decision.why else sentence


def rule(name: str) -> str:
    """Return a rule, as a decision remembers its name, in words."""
    parts = name.removesuffix(" over label").split(" ", 1)
    said = {
        "unanimous": QCoreApplication.translate("Review", "all who finished agree"),
        "majority": QCoreApplication.translate("Review", "more than half agree"),
        "threshold": QCoreApplication.translate("Review", "at least %1 agree"),
        "trusted": QCoreApplication.translate("Review", "as %1 has it"),
    }.get(parts[0], i18n.isolate(name))
    return said.replace("%1", i18n.isolate(parts[-1]))


def change(row: Row, text: str, schema: Schema) -> str:
    """Return what annotators have now otherwise than when a row was decided; nothing where that is unknown or the same."""
    decision = row.decision
    if not isinstance(decision, Decision) or str(row.state) != "changed":
        return ""
    then = QCoreApplication.translate("Review", "%1 had %2, now has %3")
    late = QCoreApplication.translate("Review", "%1 finished since, and has %3")
    lines: list[str] = []
    for name in sorted({*decision.votes, *row.made}):
        old, new = decision.votes.get(name), row.made.get(name)
        now = new if isinstance(new, Annotation) else None
        if _content(old) == _content(now):
            continue
        is_late = old is None and bool(decision.finished) and name not in decision.finished
        sentence = late if is_late else then
        lines.append(
            sentence.replace("%1", i18n.isolate(name))
            .replace("%2", _said(old, text, schema))
            .replace("%3", _said(now, text, schema))
        )
    return "\n".join(lines)


def _content(made: Annotation | None) -> object:
    return made and (made.span, made.label, sorted(made.attributes.items()))


def _said(made: Annotation | None, text: str, schema: Schema) -> str:
    if made is None:
        return QCoreApplication.translate("Review", "nothing there")
    parts = [
        words.label_in_line(made.label, schema),
        f"«{i18n.isolate(one_line(made.span.of(text), 40))}»",
    ]
    parts += [i18n.isolate(upright(value)) for value in made.attributes.values() if value]
    return " ".join(parts)


def tally(found: Tally) -> str:
    """Return what is open in an article, by kind, and what is settled."""
    return _Counts().tally(found)


class _Counts(QObject):
    """An object, because lupdate finds plural forms in ``self.tr`` only."""

    def tally(self, found: Tally) -> str:
        parts = [
            (found.open_spans, self.tr("%Ln open", "annotations", found.open_spans)),
            (found.changed, self.tr("%Ln changed since", "", found.changed)),
            (found.agreed, self.tr("%Ln agreed and not taken yet", "", found.agreed)),
            (found.open_values, self.tr("%Ln value(s) open", "", found.open_values)),
            (found.open_links, self.tr("%Ln link(s) open", "", found.open_links)),
            (found.open_zones, self.tr("%Ln region(s) open", "", found.open_zones)),
            (found.merged, self.tr("%Ln by rule", "", found.merged)),
            (found.decided, self.tr("%Ln decided", "", found.decided)),
        ]
        return " · ".join(words_of for number, words_of in parts if number)
