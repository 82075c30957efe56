import itertools
import random
from dataclasses import replace

from annotator.iaa.alignment.columns import Compared
from annotator.model import Layer, Relation, Status
from tests.unit.iaa.build import LABELS, TYPES, compared, layer

VALUES = {
    "actor": {"role": ("minister", "president", "group"), "name": ("بوتين", "علييف")},
    "date": {
        "value": ("2020", "2020-01/2020-12", "2020-11", "2020-11-09", "XXXX", "20201", "2021/..")
    },
    "quote": {"value": ("2020", "2020-01-01/2020-12-31")},
}
"""The value of a date is EDTF; that of a quote is text, of which it does not matter that two are the same year."""
STATUSES = [Status.DONE] * 6 + [Status.IN_PROGRESS, Status.NEW]


def random_project(seed: int) -> tuple[list[Compared], list[str]]:
    """Return articles with nested, crossing, repeated and same-extent spans, zones, and unfinished layers."""
    rng = random.Random(seed)
    annotators = [f"annotator {n}" for n in range(rng.randint(2, 4))]
    items: list[Compared] = []
    for number in range(rng.randint(1, 6)):
        characters = rng.randint(12, 70)
        truth = [span(rng, characters) for _ in range(rng.randint(0, 9))]
        layers = []
        for name in annotators:
            if rng.random() < 0.05:
                continue  # never opened
            made = [noisy(rng, one, characters) for one in truth if rng.random() < 0.8]
            made += [span(rng, characters) for _ in range(rng.randint(0, 3))]
            if made and rng.random() < 0.2:
                made.append(rng.choice(made))
            zones = []
            if rng.random() < 0.3:
                start = rng.randrange(characters - 4)
                zones = [(start, rng.randint(start + 1, characters))]
            layers.append(
                layer(
                    name,
                    made,
                    article=f"{seed:06x}{number:06x}",
                    status=rng.choice(STATUSES),
                    zones=zones,
                )
            )
        if layers:
            # Of its own numbers, so that spans stay as they were before there were values and links.
            details = random.Random(f"{seed} {number}")
            layers = [with_details(details, one) for one in layers]
            items.append(compared(*layers, characters=characters))
    return items, annotators


def with_details(rng: random.Random, layer: Layer) -> Layer:
    """Return a layer with values and links; annotators often take the first value there is, and link neighbours."""
    made = {
        one.id: replace(
            one,
            attributes={
                name: rng.choice(values) if rng.random() < 0.5 else values[0]
                for name, values in VALUES.get(one.label, {}).items()
                if rng.random() < 0.8
            },
        )
        for one in layer.annotations.values()
    }
    ids = [one.id for one in sorted(made.values(), key=lambda one: (one.start, one.end))]
    links = {
        Relation(rng.choice(TYPES) if rng.random() < 0.3 else TYPES[0], head, dependent)
        for head, dependent in itertools.pairwise(ids)
        if rng.random() < 0.7
    }
    return replace(layer, annotations=made, relations=frozenset(links))


def span(rng: random.Random, characters: int) -> tuple[int, int, str]:
    start = rng.randrange(characters)
    return start, min(characters, start + rng.randint(1, 15)), rng.choice(LABELS)


def noisy(rng: random.Random, made: tuple[int, int, str], characters: int) -> tuple[int, int, str]:
    start, end, label = made
    if rng.random() < 0.25:
        start = max(0, min(end - 1, start + rng.randint(-3, 3)))
    if rng.random() < 0.25:
        end = min(characters, max(start + 1, end + rng.randint(-3, 3)))
    if rng.random() < 0.15:
        label = rng.choice(LABELS)
    return start, end, label
