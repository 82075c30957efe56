"""The same annotation twice in one layer, as imports bring it: everything said of either counts once."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.adjudication import merging as adjudication
from annotator.adjudication.ballots import vote_attributes
from annotator.adjudication.clusters import cluster
from annotator.adjudication.decisions import Review
from annotator.adjudication.rules import UNANIMOUS
from annotator.model import Annotation, Layer, Relation, Span, Status, Zone
from annotator.review.case import Case

LABELS = ("actor", "date", "quote", "agreement")
MARKS = [(0, 30, "quote"), (0, 12, "quote"), (3, 8, "actor"), (40, 45, "actor"), (50, 60, "date")]
BY = {"who": "lead", "when": "2026-11-21T10:00:00Z"}

ends = st.tuples(st.sampled_from(MARKS), st.sampled_from(MARKS)).filter(
    lambda two: two[0] != two[1]
)
links = st.sets(ends, max_size=6)
copies = st.lists(st.integers(1, 3), min_size=len(MARKS), max_size=len(MARKS))


def with_copies(name, numbers, wanted, choose):
    """Return a layer with every mark so many times, and each link between any two copies of its ends."""
    made = {
        mark: [
            Annotation(f"{name}{MARKS.index(mark)}{copy}", Span(*mark[:2]), mark[2])
            for copy in range(count)
        ]
        for mark, count in zip(MARKS, numbers, strict=True)
    }
    relations = frozenset(
        Relation("speaker", choose(made[head]).id, choose(made[dependent]).id)
        for head, dependent in wanted
    )
    annotations = {one.id: one for several in made.values() for one in several}
    return Layer(name, "000000000001", Status.DONE, annotations, relations)


def merged(layers, gold=None):
    clusters = cluster(layers, LABELS)
    gold = gold or Layer("gold", "000000000001")
    return adjudication.merge(clusters, layers, gold, Review()).apply(gold)


def linked(layer):
    """Return a layer's links by what they link."""
    made = layer.annotations
    return {
        tuple(
            (made[end].start, made[end].end, made[end].label) for end in (one.head, one.dependent)
        )
        for one in layer.relations
    }


@given(st.lists(st.tuples(copies, links), min_size=2, max_size=4), st.data())
def test_a_link_that_all_made_is_in_gold_whichever_copies_of_its_ends_it_is_tied_to(work, data):
    layers = [
        with_copies(name, numbers, wanted, lambda of: data.draw(st.sampled_from(of)))
        for name, (numbers, wanted) in zip("abcd", work, strict=False)
    ]
    by_all = set.intersection(*(wanted for _, wanted in work))
    gold = merged(layers)
    assert linked(gold) == by_all
    assert len(gold.relations) == len(by_all)
    assert len(gold) == len(MARKS)


def test_a_link_between_two_copies_of_one_annotation_is_no_link_of_gold():
    copies_of_one = {n: Annotation(n, Span(0, 5), "actor") for n in ("0", "1")}
    layers = [
        Layer(
            name,
            "000000000001",
            Status.DONE,
            copies_of_one,
            frozenset([Relation("same", "0", "1")]),
        )
        for name in "ab"
    ]
    assert merged(layers).relations == frozenset()


@given(st.permutations([{"canonical": "x"}, {}, {"kind": "person"}]))
def test_a_value_that_only_one_of_the_copies_has_is_counted(values):
    copies_of_one = {
        str(n): Annotation(str(n), Span(0, 5), "actor", given) for n, given in enumerate(values)
    }
    layers = [Layer(name, "000000000001", Status.DONE, copies_of_one) for name in "ab"]
    [one] = cluster(layers, LABELS)
    assert {vote.name: dict(vote.votes) for vote in vote_attributes(one, "actor")} == {
        "canonical": {"x": ("a", "b")},
        "kind": {"person": ("a", "b")},
    }


def test_rejecting_takes_every_copy_out_of_gold():
    layers = [Layer("a", "000000000001", Status.DONE, {"0": Annotation("0", Span(0, 5), "actor")})]
    gold = Layer("gold", "000000000001", zones=frozenset([Zone(Span(70, 80))]))
    for name in ("first", "second"):
        gold = gold.added(Annotation(name, Span(0, 5), "actor"))
    case = Case(tuple(layers), LABELS, gold, Review(), UNANIMOUS)
    step = case.take_none(case.rows[0], **BY)
    assert len(step.apply(gold)) == 0
    assert step.edit.revert(step.apply(gold)) == gold
