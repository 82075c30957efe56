import random

from annotator.iaa.alignment.columns import Compared
from annotator.model import Status
from tests.unit.iaa.build import LABELS, compared, layer

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
            items.append(compared(*layers, characters=characters))
    return items, annotators


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
