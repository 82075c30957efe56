"""Made articles of ordinary size with annotations: 568 words, and as many spans as are wanted, nested and inside words too."""

import random
import re
from bisect import bisect_right
from collections.abc import Iterator

from annotator.exporters import Exportable
from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Span

SEED = 20261121
SPANS = 100
WORDS = 568  # the mean of the peers' corpus in the study of formats
LABELS = DEFAULT_SCHEMA.label_names
CLITICS = ("", "", "", "", "و", "ب", "ل", "ال", "وال", "فل")
STEMS = [
    "رئيس",
    "روسيا",
    "أرمينيا",
    "أذربيجان",
    "بوتين",
    "علييف",
    "باشينيان",
    "قمّة",
    "موسكو",
    "باكو",
    "يريفان",
    "اتفاق",
    "بيان",
    "قوّات",
    "سلام",
    "حدود",
    "إقليم",
    "قره",
    "باغ",
    "وزير",
    "خارجية",
    "دفاع",
    "لقاء",
    "مباحثات",
    "أعلن",
    "أكد",
    "قال",
    "أضاف",
    "وقّع",
    "نشر",
    "تصعيد",
    "تهدئة",
    "حكومة",
    "برلمان",
    "شعب",
    "أرض",
    "ممرّ",
    "جانب",
    "ثلاثي",
    "مستقبل",
    "إنساني",
]
DATES = ("9 نوفمبر 2020", "12/05/2021", "٣ أيّار ٢٠٢١", "اليوم\u00a0الأربعاء", "13:00")
ENDS = (".", ".", "،", "،", "؛", "؟", '"', "»", ":", ".\n", ".\n\n")


def words(rng: random.Random, count: int) -> str:
    parts: list[str] = []
    for number in range(count):
        word = rng.choice(CLITICS) + rng.choice(STEMS) if rng.random() > 0.02 else rng.choice(DATES)
        parts.append(word + (rng.choice(ENDS) if number % 9 == 8 else ""))
    return " ".join(parts)


def article(rng: random.Random, number: int, spans: int = SPANS) -> Exportable:
    """Return an article of which a fifth of the spans are nested and an eighth start inside a word."""
    outermost = spans * 81 // 100
    text = f"{number} {words(rng, WORDS)}"
    starts = [match.start() + 1 for match in re.finditer(r"\s(?=\S)", text)]
    ends = [match.start() for match in re.finditer(r"(?<=\w)(?=\W)", text)]
    found: dict[str, Annotation] = {}
    step = len(starts) // outermost
    for place in range(outermost):
        first = starts[place * step]
        at = bisect_right(ends, first)
        last = ends[at + rng.choice((0, 0, 1, 2, 4))]
        add(found, first + (rng.random() < 0.15 and last - first > 3), last, rng)
        if place < spans - outermost and (inner := ends[at]) < last:
            add(found, first, inner, rng)
    while len(found) < spans:
        outer = found[rng.choice(list(found))].span
        add(found, outer.start, max(outer.start + 1, outer.end - 1), rng)
    made = Article.from_text(text, title=f"خبر {number}")
    return Exportable(made, (Layer("bench", made.id, annotations=found),))


def add(found: dict[str, Annotation], start: int, end: int, rng: random.Random) -> None:
    key = f"{len(found):012x}"
    found[key] = Annotation(key, Span(start, end), rng.choice(LABELS))


def articles(count: int, spans: int = SPANS) -> Iterator[Exportable]:
    """Yield so many articles, the same ones every time."""
    rng = random.Random(SEED)
    return (article(rng, number, spans) for number in range(count))
