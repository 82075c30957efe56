"""Merging by every rule against a slow reference, on random projects of two to six annotators."""

import random
from dataclasses import replace

import pytest

from annotator.adjudication.decisions import Review
from annotator.adjudication.rules import MergeRule, Over, Rule
from annotator.model import Annotation, Layer, Relation, Span, Status, Zone
from annotator.review.case import Case
from tests.unit.adjudication import slow_merge
from tests.unit.iaa.build import LABELS

NAMES = "abcdef"
WORDS = ["x", "y", "z"]


def random_layers(seed: int) -> list[Layer]:
    """Return what two to six annotators made of one truth, each with errors, values, links, zones and copies."""
    rng = random.Random(seed)
    truth = [mark(rng) for _ in range(rng.randint(1, 6))]
    return [one_layer(name, truth, rng) for name in NAMES[: rng.randint(2, 6)]]


def one_layer(name: str, truth: list, rng: random.Random) -> Layer:
    made = {}
    for start, end, label in [one for one in truth if rng.random() < 0.85]:
        if rng.random() < 0.25:
            end = max(start + 1, end + rng.choice([-1, 1]))
        if rng.random() < 0.1:
            label = rng.choice(LABELS)
        put(made, name, (start, end, label), rng)
    for _ in range(rng.randint(0, 2)):
        put(made, name, mark(rng), rng)
    if made and rng.random() < 0.2:
        one = rng.choice(list(made.values()))
        put(made, name, (one.start, one.end, one.label), rng)
    ids = sorted(made)
    links = set()
    for _ in range(rng.randint(0, 6)):
        head, dependent = rng.choice(ids or [""]), rng.choice(ids or [""])
        if head != dependent:
            links.add(Relation(rng.choice(["speaker", "place"]), head, dependent))
    zones = frozenset(
        Zone(Span(*pair)) for pair in [(0, 6), (4, 9), (30, 40)] if rng.random() < 0.15
    )
    return Layer(name, "000000000001", Status.DONE, made, frozenset(links), zones)


def put(made: dict, name: str, mark: tuple, rng: random.Random) -> None:
    values = {key: rng.choice(WORDS) for key in ("canonical", "kind") if rng.random() < 0.6}
    key = f"{name}{rng.randrange(16**8):08x}"
    made[key] = Annotation(key, Span(*mark[:2]), mark[2], values)


def mark(rng: random.Random) -> tuple[int, int, str]:
    start = rng.randrange(36)
    return start, start + rng.randint(1, 8), rng.choice(LABELS)


def rules(seed: int):
    for over in Over:
        yield MergeRule(Rule.UNANIMOUS, over=over)
        yield MergeRule(Rule.MAJORITY, over=over)
        yield MergeRule(Rule.THRESHOLD, seed % 4 + 1, over)
        yield MergeRule(Rule.TRUSTED, over=over, trusted=NAMES[seed % 3])


@pytest.mark.parametrize("seed", range(300))
def test_gold_by_rule_is_what_the_definition_says(seed):
    layers = random_layers(seed)
    for rule in rules(seed):
        gold = Layer("gold", "000000000001")
        case = Case(tuple(layers), LABELS, gold, Review(), rule)
        step = case.merged("now")
        after = case.after(step)
        assert stands(after.gold) == by_definition(layers, rule)
        again = after.merged("later")
        assert again.edit is None
        assert again.review.says_the_same(after.review)
        if step.edit is not None:
            assert step.edit.revert(after.gold) == gold


@pytest.mark.parametrize("seed", range(100))
def test_what_a_rule_settles_now_is_in_gold_though_it_settled_something_else_before(seed):
    layers = random_layers(seed)
    rng = random.Random(seed)
    changed = [one if rng.random() < 0.5 else after_a_second_look(one, rng) for one in layers]
    for rule in rules(seed):
        case = Case(tuple(layers), LABELS, Layer("gold", "000000000001"), Review(), rule)
        merged = case.after(case.merged("now"))
        later = Case(tuple(changed), LABELS, merged.gold, merged.review, rule)
        gold = later.after(later.merged("later")).gold
        found = {(a.start, a.end, a.label): a.attributes.items() for a in gold}
        marks, _, zones = by_definition(changed, rule)
        assert all(values <= found[mark] for mark, values in marks)
        assert zones <= gold.zones


def after_a_second_look(layer: Layer, rng: random.Random) -> Layer:
    """Return a layer with the same annotations, some of them with another value, label or end."""
    made = dict(layer.annotations)
    for key, one in made.items():
        match rng.randrange(6):
            case 0:
                made[key] = replace(one, attributes={"kind": rng.choice(WORDS)})
            case 1:
                made[key] = replace(one, label=rng.choice(LABELS))
            case 2:
                made[key] = replace(one, span=Span(one.start, one.end + 1))
    return replace(layer, annotations=made)


def stands(gold: Layer):
    marks = {key: (a.start, a.end, a.label) for key, a in gold.annotations.items()}
    return (
        sorted((marks[a.id], frozenset(a.attributes.items())) for a in gold),
        {(r.type, marks[r.head], marks[r.dependent]) for r in gold.relations},
        set(gold.zones),
    )


def by_definition(layers: list[Layer], rule: MergeRule):
    return slow_merge.merged(
        layers, str(rule.rule), rule.votes, str(rule.over), rule.trusted, list(LABELS)
    )
