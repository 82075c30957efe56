"""All rules: a new one is one function and one line here, and its words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from annotator.lint import attributes, edges, letters, names, overlaps, quotations
from annotator.lint.finding import Breach, Severity
from annotator.lint.page import Page


@dataclass(frozen=True, slots=True)
class Rule:
    """What to look for. The fix of a finding never brings one that is more severe."""

    name: str
    severity: Severity
    check: Callable[[Page], Iterable[Breach]]


_RULES = (
    Rule("outside-text", Severity.ERROR, edges.outside_text),
    Rule("split-character", Severity.ERROR, edges.inside_characters),
    Rule("edge-space", Severity.ERROR, edges.on_spaces),
    Rule("edge-punctuation", Severity.ERROR, edges.on_punctuation),
    Rule("edge-quotation-mark", Severity.ERROR, edges.on_marks),
    Rule("unknown-label", Severity.ERROR, names.unknown_labels),
    Rule("wrong-link", Severity.ERROR, names.wrong_links),
    Rule("clitic-inside", Severity.WARNING, letters.clitics),
    Rule("title-inside", Severity.WARNING, letters.titles),
    Rule("cut-word", Severity.WARNING, letters.cut_words),
    Rule("crossing", Severity.WARNING, overlaps.crossing),
    Rule("repeated", Severity.WARNING, overlaps.repeated),
    Rule("in-zone", Severity.WARNING, overlaps.in_zones),
    Rule("missing-value", Severity.WARNING, attributes.missing),
    Rule("no-date", Severity.WARNING, attributes.no_dates),
    Rule("unlikely-date", Severity.WARNING, attributes.unlikely_dates),
    Rule("date-edges", Severity.WARNING, attributes.other_edges),
    Rule("no-speaker", Severity.WARNING, quotations.without_speaker),
    Rule("foreign-mark", Severity.WARNING, quotations.with_foreign_marks),
    Rule("unbalanced-mark", Severity.NOTE, quotations.unbalanced),
)

RULES: dict[str, Rule] = {rule.name: rule for rule in _RULES}
