"""Go over a layer with every rule, and mend what can be mended."""

from collections.abc import Callable, Collection, Iterable

from annotator.edits import Edit, together
from annotator.errors import EditError
from annotator.lint.finding import Breach, Finding
from annotator.lint.page import Page
from annotator.lint.rules import RULES, Rule
from annotator.model import Article, Layer, Schema

ROUNDS = 8
"""Times that `fix_all` looks again: mending one annotation can bring the next one's turn."""


def lint(
    article: Article,
    layer: Layer,
    schema: Schema,
    *,
    names: frozenset[str] = frozenset(),
    rules: Collection[str] = RULES.keys(),
    between: Callable[[], None] = lambda: None,
) -> tuple[Finding, ...]:
    """Return what is to be mended in a layer, in text order, the gravest first where several are in one place.

    ``names`` are names the project knows: they tell the و of a name from the conjunction. Takes the article and the
    layer as they are and never raises, whatever they hold; only ``between``, called before each rule, may, to stop.
    """
    page = Page(article, layer, schema, names)
    found: list[Finding] = []
    for name, rule in RULES.items():
        if name in rules:
            between()
            found += [_finding(rule, breach) for breach in rule.check(page)]
    found.sort(key=lambda finding: (finding.span.start, -finding.severity, finding.key))
    return tuple(found)


def _finding(rule: Rule, breach: Breach) -> Finding:
    return Finding(
        rule.name,
        rule.severity if breach.severity is None else breach.severity,
        breach.span,
        breach.annotation,
        breach.other,
        breach.detail,
        breach.values,
        breach.fix,
    )


def fix_all(
    rule: str,
    article: Article,
    layer: Layer,
    schema: Schema,
    *,
    names: frozenset[str] = frozenset(),
) -> Edit | None:
    """Return one edit that mends all findings of a rule that can be mended, or None where there are none."""
    steps: list[Edit] = []
    for _ in range(ROUNDS):
        found = lint(article, layer, schema, names=names, rules=(rule,))
        before = len(steps)
        layer = _mend(found, layer, steps)
        if len(steps) == before:
            break
    return together(steps)


def _mend(found: Iterable[Finding], layer: Layer, steps: list[Edit]) -> Layer:
    for finding in found:
        if finding.fix is not None:
            try:
                layer = finding.fix.apply(layer)
            except EditError:
                continue  # an earlier step has changed what this one was made for: the next round looks again
            steps.append(finding.fix)
    return layer
