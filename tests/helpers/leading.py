"""A lead at work on one article, without a window: layers that change, steps that are taken and undone."""

import json
from dataclasses import replace
from pathlib import Path

from annotator.adjudication.decisions import Review
from annotator.adjudication.drafts import Step
from annotator.adjudication.records import review_of
from annotator.adjudication.rules import UNANIMOUS, MergeRule
from annotator.model import Annotation, Layer, Relation, Span, Status, Zone
from annotator.review.case import Case
from annotator.review.rows import Row, RowKind
from annotator.review.steps import ArticleStep

THREE = Path(__file__).parents[1] / "data" / "three_annotators_one_apart.jsonl"
LABELS = ("actor", "date", "quote", "agreement")
ARTICLE = "000000000001"


class Lead:
    """Takes steps as the window does: each kept with its decisions and status, each undone in one go."""

    def __init__(self, rule: MergeRule = UNANIMOUS, text: str = "") -> None:
        self.layers: dict[str, Layer] = {}
        self.gold = Layer("gold", ARTICLE)
        self.rule = rule
        self.text = text
        self.left_out: frozenset[str] = frozenset()
        self.done: list[tuple[Layer, Layer]] = []
        self.time = 0

    @property
    def case(self) -> Case:
        layers = tuple(
            one
            for name, one in self.layers.items()
            if one.status == Status.DONE and name not in self.left_out
        )
        review = review_of(self.gold)
        return Case(layers, LABELS, self.gold, review, self.rule, self.text, self.left_out)

    @property
    def review(self) -> Review:
        return review_of(self.gold)

    @property
    def said(self) -> dict[str, str]:
        self.time += 1
        return {"who": "lead", "when": f"2026-11-28T00:{self.time:06d}", "why": "a reason"}

    @property
    def marks(self) -> list[tuple[int, int, str]]:
        return [(one.start, one.end, one.label) for one in self.gold]

    @property
    def states(self) -> list[str]:
        return [str(row.state) for row in self.case.rows if row.kind == RowKind.SPAN]

    def make(self, name: str, *spans: tuple, zones: tuple[tuple[int, int], ...] = ()) -> None:
        """Give an annotator a finished layer: start, end, label and values of each."""
        made = [
            Annotation(f"{name}{n}", Span(one[0], one[1]), one[2], one[3] if one[3:] else {})
            for n, one in enumerate(spans)
        ]
        marked = frozenset(Zone(Span(*zone)) for zone in zones)
        annotations = {one.id: one for one in made}
        self.layers[name] = Layer(name, ARTICLE, Status.DONE, annotations, zones=marked)

    def link(self, name: str, head: int, dependent: int, kind: str = "speaker") -> None:
        """Link the annotations with these numbers."""
        relation = Relation(kind, f"{name}{head}", f"{name}{dependent}")
        self.layers[name] = self.layers[name].linked(relation)

    def row(self, start: int, kind: RowKind = RowKind.SPAN) -> Row:
        return next(r for r in self.case.rows if r.kind == kind and r.span.start == start)

    def take(self, step: Step) -> Step:
        """Apply a step as a desk does, after proving that undoing it brings gold back."""
        edit = ArticleStep(ARTICLE, step, self.case).edit(self.gold)
        if edit is not None:
            after = edit.apply(self.gold)
            assert edit.revert(after) == self.gold
            self.done.append((self.gold, after))
            self.gold = after
        return step

    def merge(self, rule: MergeRule | None = None) -> Step:
        return self.take(self.case.merged(self.said["when"], rule))

    def edit(self, edit: object) -> Step:
        return self.take(self.case.edit_gold(edit, **self.said))

    def without(self, name: str) -> None:
        self.layers[name] = replace(self.layers[name], status=Status.IN_PROGRESS)


def three(rule: MergeRule = UNANIMOUS) -> Lead:
    """Return a lead with the article of three annotators of whom amal is apart."""
    found = json.loads(THREE.read_text(encoding="utf-8"))
    lead = Lead(rule, found["text"])
    for layer in found["layers"]:
        made = {
            one["id"]: Annotation(
                one["id"], Span(one["start"], one["end"]), one["label"], one["attributes"]
            )
            for one in layer["annotations"]
        }
        name = layer["annotator"]
        lead.layers[name] = Layer(name, ARTICLE, Status.DONE, made)
    return lead
