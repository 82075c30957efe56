"""What leaving one out adds up to, by hand."""

from annotator.model import Span
from annotator.suggest.evaluation import Evaluation, LabelScores


def scored(offered: str, wanted: str) -> Evaluation:
    """Read spans such as ``a1-3 b5-9``, a label of one letter each."""

    def read(words: str) -> list[tuple[str, Span]]:
        return [(w[0], Span(*map(int, w[1:].split("-")))) for w in words.split()]

    scores = LabelScores()
    scores.add(read(offered), read(wanted))
    return Evaluation(scores.found, 1)


def test_taken_mended_made_by_hand_and_waved_off():
    found = scored("a0-2 a4-6 a9-10 b0-2", "a0-2 a5-7 a20-22 b5-6")
    exact, overlap = found.labels["a"].exact, found.labels["a"].overlap
    assert (exact.right, exact.offered, exact.wanted) == (1, 3, 3)
    assert overlap.right == 2
    assert exact.precision == exact.recall == exact.f1 == 1 / 3
    assert found.by_hand == 2 / 4
    assert found.keys_per_annotation == (2 * 4 + 1 * 1 + 1 * 3 + 2 * 1) / 4


def test_each_suggestion_is_paired_once_and_equal_spans_first():
    assert scored("a0-9", "a0-4 a5-9").all.overlap.right == 1
    assert scored("a0-9 a0-4", "a0-4 a5-9").all.overlap.right == 2
    assert scored("a0-4 a3-9", "a0-4 a2-8").all.overlap.right == 2


def test_the_one_that_shares_most_is_paired():
    assert scored("a0-3 a3-9 a9-12", "a2-9 a8-12").all.overlap.right == 2


def test_nothing_offered_or_wanted_is_no_figure():
    found = scored("", "")
    assert (found.labels, found.by_hand, found.keys_per_annotation, found.all.exact.f1) == (
        {},
        None,
        None,
        None,
    )
    assert scored("a0-2", "").all.exact.recall is None
    assert scored("", "a0-2").all.exact.precision is None
    assert scored("", "a0-2").by_hand == 1
