"""A desk on which one article is decided: its layers, gold and review."""

from annotator.adjudication.decisions import Review
from annotator.adjudication.rules import UNANIMOUS, MergeRule, Rule
from annotator.model import Layer, Status
from annotator.review.case import Case
from tests.unit.iaa.build import LABELS, layer

MAJORITY = MergeRule(Rule.MAJORITY)
BY = {"who": "lead", "when": "2026-11-21T10:00:00Z"}


class Desk:
    """An article's layers, gold and review, as the window would hold them."""

    def __init__(self, *made, rule=UNANIMOUS) -> None:
        self.layers = {name: layer(name, spans) for name, spans in zip("abcde", made, strict=False)}
        self.gold = Layer("gold", "000000000001")
        self.review = Review()
        self.rule = rule

    @property
    def case(self):
        layers = tuple(one for one in self.layers.values() if one.status == Status.DONE)
        return Case(layers, LABELS, self.gold, self.review, self.rule)

    @property
    def clusters(self):
        return self.case.clusters

    def row(self, start):
        return next(one for one in self.case.rows if one.span.start == start)

    def at(self, start):
        return self.row(start).cluster

    def take(self, step):
        """Apply a step after proving that it can be undone."""
        if step.edit is not None:
            assert step.edit.revert(step.edit.apply(self.gold)) == self.gold
        self.gold, self.review = step.apply(self.gold), step.review
        return step

    def merge(self):
        return self.take(self.case.merged("now"))

    def accept(self, start, *numbers, why=""):
        row = self.row(start)
        variants = [row.cluster.variants[n] for n in numbers]
        return self.take(self.case.take_variants(row, variants, why=why, **BY))

    def reject(self, start):
        return self.take(self.case.take_none(self.row(start), **BY))

    def reopen(self, start):
        return self.take(self.case.reopen(self.row(start), **BY))

    def change(self, name, *spans):
        self.layers[name] = layer(name, spans)

    @property
    def marks(self):
        return [(one.start, one.end, one.label) for one in self.gold]
