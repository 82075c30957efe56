"""What several engines found becomes one list."""

import pytest

from annotator.model import Annotation, Layer, Span
from annotator.suggest.merging import DOUBTED, Taken, fitting, with_model, without_overlaps
from annotator.suggest.reasons import REASONS, reason_words
from annotator.suggest.shelves import WIDTH, Shelves
from annotator.suggest.values import Engine, Found, Reason


def found(start: int, end: int, score: float, engine: str = Engine.RULES) -> Found:
    return Found(Span(start, end), score, engine, Reason("context"))


def test_a_name_that_the_model_sees_too_is_as_sure_as_the_surer_and_keeps_its_reason():
    name = Found(Span(0, 5), 0.6, Engine.NAMES, Reason("tagged", ("1", "2")))
    (one,) = with_model([name], [found(0, 5, 0.9, Engine.MODEL)])
    assert (one.score, one.engine, one.reason) == (0.9, Engine.NAMES, name.reason)


def test_a_name_that_only_overlaps_what_the_model_sees_gives_way():
    model = found(0, 9, 0.6, Engine.MODEL)
    assert with_model([found(4, 9, 0.9, Engine.NAMES)], [model]) == [model]


@pytest.mark.parametrize("engine", [Engine.NAMES, Engine.SEED])
def test_a_name_that_the_model_passes_over_is_doubted(engine):
    unsure = found(0, 5, 0.4, Engine.MODEL)
    (one,) = with_model([found(0, 5, 0.8, engine)], [unsure])
    assert one.score == 0.8 * DOUBTED[engine]


def test_of_one_label_the_surer_stays_then_the_longer():
    kept = without_overlaps(
        [found(0, 5, 0.7), found(3, 9, 0.8), found(10, 12, 0.7), found(10, 15, 0.7)]
    )
    assert [one.span for one in kept] == [Span(3, 9), Span(10, 15)]


def test_labels_may_nest_but_neither_cross_nor_share_a_span_and_no_name_is_part_of_a_date():
    def kept(*pairs: tuple[str, Found]) -> list[tuple[str, int, int]]:
        return [(n, f.span.start, f.span.end) for n, f in fitting(pairs, "date")]

    quote, actor, date = (
        ("quote", found(0, 50, 0.9)),
        ("actor", found(4, 9, 0.7)),
        ("date", found(2, 12, 0.6)),
    )
    assert kept(quote, actor) == [("quote", 0, 50), ("actor", 4, 9)]
    assert kept(quote, ("actor", found(45, 55, 0.7))) == [("quote", 0, 50)]
    assert kept(actor, ("agreement", found(4, 9, 0.8))) == [("agreement", 4, 9)]
    assert kept(("date", found(2, 12, 0.9)), actor) == [("date", 2, 12)]
    assert kept(actor, date) == [("actor", 4, 9)]


def test_what_is_there_leaves_room_only_for_what_goes_with_it():
    layer = Layer("sara", "x", annotations={"a": Annotation("a", Span(10, 20), "actor")})
    taken = Taken(layer)
    assert [
        taken.leaves("date", Span(*one)) for one in [(0, 10), (12, 15), (5, 25), (10, 20), (5, 15)]
    ] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert not taken.leaves("actor", Span(12, 15))


def test_shelves_find_what_overlaps_however_long_it_is():
    shelves = Shelves([(Span(0, 5 * WIDTH), "long"), (Span(WIDTH - 1, WIDTH + 1), "over an edge")])
    assert {thing for _, thing in shelves.over(Span(WIDTH, WIDTH + 1))} == {"long", "over an edge"}
    assert {thing for _, thing in shelves.over(Span(4 * WIDTH, 9 * WIDTH))} == {"long"}
    assert list(shelves.over(Span(5 * WIDTH, 6 * WIDTH))) == []


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_has_words_in_both_languages(code):
    reason = Reason(code, ("3", "4"))
    english, arabic = reason_words(reason), reason_words(reason, "ar")
    assert english != arabic
    assert english.isascii()
    assert not any(letter.isascii() and letter.isalpha() for letter in arabic)


def test_a_reason_of_another_program_is_said_as_it_is():
    assert reason_words(Reason("their-model")) == "their-model"
