"""Train, dev and test: the same for the same seed, near copies on one side, shares as asked for."""

import random
import subprocess
import sys
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import ExportFailure
from annotator.exporters import near_copies, split

WORDS = [f"{a}{b}{c}" for a in "بتسعم" for b in "اويرل" for c in "ندقفك"]


def articles(count: int, seed: int = 1, words: int = 110) -> list[tuple[str, str]]:
    rng = random.Random(seed)
    return [(f"{n:04d}", " ".join(rng.choices(WORDS, k=words))) for n in range(count)]


def test_shares_are_met():
    assert Counter(split.assign(articles(100)).values()) == {"train": 80, "dev": 10, "test": 10}
    assert Counter(split.assign(articles(40), (2, 1, 1)).values()) == {
        "train": 20,
        "dev": 10,
        "test": 10,
    }


def test_a_part_of_no_share_stays_empty():
    assert Counter(split.assign(articles(10), (70, 0, 30)).values()) == {"train": 7, "test": 3}


def test_the_seed_decides_and_the_order_of_the_articles_does_not():
    given_ones = articles(60)
    shuffled = random.Random(2).sample(given_ones, k=60)
    assert split.assign(given_ones, seed=7) == split.assign(shuffled, seed=7)
    assert split.assign(given_ones, seed=7) != split.assign(given_ones, seed=8)


def test_another_process_divides_the_same_way():
    code = (
        "from tests.unit.formats.test_split import articles\n"
        "from annotator.exporters import split\n"
        "print(sorted(i for i, part in split.assign(articles(30)).items() if part == 'test'))"
    )
    run = [sys.executable, "-c", code]
    outputs = {
        subprocess.run(
            run, capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."}
        ).stdout
        for seed in ("1", "2")
    }
    mine = sorted(i for i, part in split.assign(articles(30)).items() if part == "test")
    assert outputs == {f"{mine}\n".encode()}


def near_copy(text: str, rng: random.Random) -> str:
    """Return the text as a reprint has it: a few words changed, other spelling, a line at the end."""
    words = text.split()
    for _ in range(4):
        words[rng.randrange(len(words))] = "غيره"
    return "ـ".join(" ".join(words).partition("ا")[::2]).replace("ة", "ه") + "\u00a0(وكالات)."


@pytest.mark.parametrize("seed", range(5))
def test_near_copies_go_to_one_side(seed: int):
    rng = random.Random(seed)
    originals = articles(300, seed)
    copies = [(f"c{name}", near_copy(text, rng)) for name, text in originals[:100]]
    second = [(f"d{name}", near_copy(text, rng)) for name, text in copies[:30]]
    parts = split.assign(originals + copies + second, seed=seed)
    assert all(parts[name] == parts[name[1:]] for name, _ in copies)
    assert all(parts[name] == parts[name[1:]] for name, _ in second)
    assert Counter(parts.values()) == {"train": 344, "dev": 43, "test": 43}


def test_spelling_habits_do_not_tell_copies_apart():
    text = articles(1)[0][1]
    spelled = (
        "".join(f"{letter}\u064e" for letter in text).replace(" \u064e", "\u00a0").replace("ي", "ى")
    )
    assert near_copies.group([("a", text), ("b", spelled)]) == [["a", "b"]]


def test_different_articles_stay_apart():
    assert max(map(len, near_copies.group(articles(300)))) == 1


def test_a_footer_on_every_article_makes_no_copies():
    footer = " ".join(WORDS[:30])
    texts = [(name, f"{text} {footer}") for name, text in articles(400, words=60)]
    assert max(map(len, near_copies.group(texts))) == 1


@pytest.mark.parametrize("text", ["", "نعم", "نعم لا", "«»", "بيان قصير جدا هنا"])
def test_short_texts_are_copies_of_themselves_only(text: str):
    groups = near_copies.group([("a", text), ("b", text), ("c", "خبر آخر لا يشبهه في شيء")])
    assert groups == [["a", "b"], ["c"]]


def test_a_large_group_is_placed_first_and_the_rest_evens_out():
    same = [(f"s{n}", articles(1)[0][1] + f" {n}") for n in range(30)]
    parts = split.assign(articles(100, seed=9)[30:] + same)
    assert len({parts[name] for name, _ in same}) == 1
    assert Counter(parts.values()) == {"train": 80, "dev": 10, "test": 10}


@given(st.integers(0, 40), st.tuples(*[st.integers(0, 9)] * 3).filter(any), st.integers())
def test_every_article_has_one_part_and_no_part_is_off_by_more_than_one(
    count: int, shares: tuple[int, int, int], seed: int
):
    parts = split.assign(articles(count, words=12), shares, seed)
    assert set(parts) == {name for name, _ in articles(count, words=12)}
    counts = Counter(parts.values())
    for part, share in zip(split.PARTS, shares, strict=True):
        assert abs(counts[part] - share * count / sum(shares)) <= 1


@pytest.mark.parametrize("shares", [(0, 0, 0), (80, 20), (110, -10, 0)])
def test_shares_that_divide_nothing_are_refused(shares: tuple[int, ...]):
    with pytest.raises(ExportFailure, match="give three"):
        split.assign(articles(3), shares)


def test_signatures_measure_how_much_two_texts_share():
    rng = random.Random(3)
    for kept in (0.9, 0.7, 0.5):
        estimates = []
        for n in range(20):
            text = articles(1, seed=n, words=300)[0][1].split()
            other = text[: int(kept * 300)] + rng.choices(WORDS, k=300 - int(kept * 300))
            one, two = near_copies.sign(" ".join(text)), near_copies.sign(" ".join(other))
            estimates.append(sum(a == b for a, b in zip(one, two, strict=True)) / near_copies.BINS)
        true = kept / (2 - kept)
        assert abs(sum(estimates) / len(estimates) - true) < 0.06


def test_no_two_of_many_different_signatures_collide():
    signatures = [near_copies.sign(text) for _, text in articles(50)]
    assert all(
        sum(a == b for a, b in zip(x, y, strict=True)) < 10 for x, y in combinations(signatures, 2)
    )


DECORATIONS = [
    "• ",
    "- ",
    "– ",
    "— ",
    "* ",
    "▪ ",
    "● ",
    "◄ ",
    "1. ",
    "«",
    "»",
    "…",
    "، ",
    "ـــ",
    "\u200f",
    "(",
    "_",
]
SENTENCES = [" ".join(random.Random(n).choices(WORDS, k=6)) for n in range(30)]


@given(st.lists(st.sampled_from([d for d in DECORATIONS if d != "1. "]), min_size=30, max_size=30))
def test_a_text_is_a_copy_of_itself_however_its_lines_are_decorated(marks):
    plain = "\n".join(SENTENCES)
    decorated = "\n".join(
        f"{mark}{line}{mark}" for mark, line in zip(marks, SENTENCES, strict=True)
    )
    assert near_copies.sign(decorated) == near_copies.sign(plain)


@pytest.mark.parametrize("mark", DECORATIONS)
@pytest.mark.parametrize("size", [1, 2, 15])
def test_lists_with_the_same_bullets_and_other_words_are_no_copies(mark, size):
    if mark == "1. ":  # a number is a word
        size = 15
    lists = [
        (f"{n}", "\n".join(f"{mark * 3} {word}" for word in WORDS[n * size : (n + 1) * size]))
        for n in range(6)
    ]
    assert near_copies.group(lists) == [[name] for name, _ in lists]


def test_texts_without_any_word_are_copies_only_where_they_are_the_same():
    texts = [("a", "• - •"), ("b", "• - •"), ("c", "— — —"), ("d", "")]
    assert near_copies.group(texts) == [["a", "b"], ["c"], ["d"]]
