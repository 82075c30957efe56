import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.adjudication.clusters import cluster
from annotator.adjudication.decisions import Decision, Verdict, vote_of
from annotator.adjudication.records import from_record, to_record
from annotator.adjudication.repeating import Place, alike, variants_for
from annotator.model import Annotation, Span
from tests.helpers.strategies import WEIRD
from tests.unit.iaa.build import LABELS, drawn_pair

MARKS = st.tuples(st.integers(0, 50), st.integers(51, 99), st.sampled_from(LABELS))
OUTCOMES = st.builds(
    lambda mark, value, note: Annotation(
        "0a", Span(*mark[:2]), mark[2], {"canonical": value}, note
    ),
    MARKS,
    WEIRD,
    WEIRD,
)
DECISIONS = st.builds(
    Decision,
    st.sampled_from(list(Verdict)),
    st.frozensets(MARKS, max_size=3),
    st.lists(OUTCOMES, max_size=2).map(tuple),
    WEIRD,
    WEIRD,
    WEIRD,
    st.dictionaries(WEIRD, OUTCOMES.map(vote_of), max_size=2),
    st.lists(WEIRD, max_size=2).map(tuple),
    st.dictionaries(WEIRD, WEIRD, max_size=2),
    st.booleans(),
)


@given(DECISIONS)
def test_a_decision_survives_json(decision: Decision):
    assert from_record(json.loads(json.dumps(to_record(decision)))) == decision


def test_a_record_that_makes_no_sense_is_refused_with_the_place():
    with pytest.raises(msgspec.ValidationError, match=r"\$\.verdict"):
        from_record({"verdict": "perhaps", "seen": []})


def places(*drawings: tuple[str, str]) -> list[Place]:
    """Return every cluster of some articles with its text."""
    found: list[Place] = []
    for number, (a, b) in enumerate(drawings):
        item = drawn_pair(a, b, article=f"{number:012d}")
        found += [
            Place(item.article_id, item.text, one) for one in cluster(item.layers.values(), LABELS)
        ]
    return found


TITLE = ("قال [الرئيس بوتين:actor] نعم", "قال الرئيس [بوتين:actor] نعم")
AGAIN = ("ثم إن [الرئيس بوتين:actor] عاد", "ثم إن الرئيس [بوتين:actor] عاد")
MARKED = ("ثم إن [الرئيس بُوتين:actor] عاد", "ثم إن الرئيس [بُوتين:actor] عاد")
SWAPPED = ("ثم إن الرئيس [بوتين:actor] عاد", "ثم إن [الرئيس بوتين:actor] عاد")
OTHER = ("ثم إن [الرئيس علييف:actor] عاد", "ثم إن الرئيس [علييف:actor] عاد")
EQUAL = ("عاد [بوتين:actor]", "عاد [بوتين:actor]")


def test_the_same_words_marked_in_the_same_ways_are_alike_whoever_made_which():
    here, *others = places(TITLE, AGAIN, MARKED, SWAPPED, OTHER, EQUAL)
    assert [place.article_id[-1] for place in alike(here, [here, *others])] == ["1", "2", "3"]


def test_the_same_words_in_another_place_of_the_whole_are_not_alike():
    here, *_ = places(("[بوتين بوتين:actor]", "[بوتين:actor] بوتين"))
    there, *_ = places(("[بوتين بوتين:actor]", "بوتين [بوتين:actor]"))
    assert alike(here, [Place("other", there.text, there.cluster)]) == ()


def test_a_decision_finds_its_variant_elsewhere():
    here, there = places(TITLE, AGAIN)
    variant = next(v for v in here.cluster.variants if "b" in v.votes)
    taken = Decision(
        Verdict.ACCEPTED, here.cluster.marks, (Annotation("x", variant.span, variant.label),)
    )
    [found] = variants_for(taken, here, there)
    assert found.span.of(there.text) == "بوتين"
    assert variants_for(Decision(Verdict.REJECTED, here.cluster.marks), here, there) == ()
