"""Names are counted as they are tagged and left, and counted again when that changes."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Span
from annotator.suggest.gazetteer import Gazetteer, Learnt
from annotator.suggest.token_text import TokenText
from annotator.suggest.values import Engine
from annotator.text.spelling.forms import name_key

WORDS = ("بوتين", "وبوتين", "علييف", "الرئيس", "موسكو", "حزب", "الله", "قال", ".", "\n")


def learnt(text: str, *names: str, finished: bool = True, label: str = "actor") -> Learnt:
    """Tag the first place of each name."""
    tagged = tuple((Span(text.index(n), text.index(n) + len(n)), label) for n in names)
    return Learnt(TokenText(text), tagged, (), finished)


def counts(names: Gazetteer, name: str, label: str = "actor", without: str = ""):
    return names.counts(label, name_key(name), without)


def test_a_finished_article_counts_what_was_left():
    names = Gazetteer()
    names.learn("x", learnt("بوتين وبوتين وعلييف", "بوتين"))
    assert counts(names, "بوتين") == (1, 1)
    assert counts(names, "علييف") == (0, 0)


def test_an_article_in_progress_counts_only_what_is_tagged():
    names = Gazetteer()
    names.learn("x", learnt("بوتين وبوتين", "بوتين", finished=False))
    assert counts(names, "بوتين") == (1, 0)


def test_a_name_tagged_later_counts_where_it_was_left_before():
    names = Gazetteer()
    names.learn("x", learnt("قال علييف وعلييف", "قال"))
    names.learn("y", learnt("علييف", "علييف", finished=False))
    assert counts(names, "علييف") == (1, 2)


def test_a_part_of_a_longer_name_is_neither_tagged_nor_left():
    names = Gazetteer()
    names.learn("x", learnt("حزب الله", "حزب الله"))
    names.learn("y", learnt("حزب", "حزب"))
    assert counts(names, "حزب") == (1, 0)


def test_labels_are_counted_apart():
    names = Gazetteer()
    names.learn("x", learnt("موسكو", "موسكو"))
    names.learn("y", learnt("موسكو", "موسكو", label="place"))
    assert counts(names, "موسكو") == (1, 1)
    assert counts(names, "موسكو", "place") == (1, 1)


def test_out_of_scope_nothing_is_left():
    text = "بوتين\nبوتين"
    names = Gazetteer()
    names.learn("x", Learnt(TokenText(text), ((Span(0, 5), "actor"),), (Span(6, 11),), True))
    assert counts(names, "بوتين") == (1, 0)


def test_without_an_article_its_counts_do_not_count():
    names = Gazetteer()
    names.learn("x", learnt("بوتين", "بوتين"))
    names.learn("y", learnt("بوتين بوتين", "بوتين"))
    assert counts(names, "بوتين", without="y") == (1, 0)
    assert [m.key for m in names.matches(TokenText("بوتين"), 0, without="x")] == [name_key("بوتين")]
    names.forget("y")
    assert list(names.matches(TokenText("بوتين"), 0, without="x")) == []


def test_names_that_are_written_down_are_found_before_anybody_tags_them():
    names = Gazetteer()
    names.add_known("actor", "موسكو", Engine.SEED)
    (match,) = names.matches(TokenText("إلى موسكو"), 0.5)
    assert names.engine_of(match.label, match.key) == Engine.SEED
    names.learn("x", learnt("قال في موسكو وموسكو وموسكو", "قال"))
    assert list(names.matches(TokenText("إلى موسكو"), 0.5)) == []


def test_the_longest_name_is_found_and_none_overlaps_it():
    names = Gazetteer()
    names.learn("x", learnt("حزب الله", "حزب الله"))
    names.learn("y", learnt("حزب", "حزب"))
    found = [(m.first, m.after) for m in names.matches(TokenText("حزب الله وحزب"), 0)]
    assert sorted(found) == [(0, 2), (2, 3)]


@st.composite
def articles(draw: st.DrawFn) -> Learnt:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    text = " ".join(words)
    tokens = TokenText(text)
    tagged: list[tuple[Span, str]] = []
    for _ in range(draw(st.integers(0, 4)) if len(tokens) else 0):
        first = draw(st.integers(0, len(tokens) - 1))
        after = draw(st.integers(first + 1, min(first + 3, len(tokens))))
        tagged.append((tokens.span(first, 0, after), draw(st.sampled_from(["actor", "place"]))))
    return Learnt(tokens, tuple(tagged), (), draw(st.booleans()))


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.none() | articles()), max_size=8), articles())
def test_what_was_learnt_on_the_way_makes_no_difference(steps, asked):
    """However an article came to be as it is, the counts are those of a list made anew of the articles as they are."""
    names, now = Gazetteer(), {}
    for article, one in steps:
        if one is None:
            names.forget(article)
            now.pop(article, None)
        else:
            names.learn(article, one)
            now[article] = one
    fresh = Gazetteer()
    for article, one in now.items():
        fresh.learn(article, one)
    for without in ("", "x"):
        found = set(names.matches(asked.text, 0, without))
        assert found == set(fresh.matches(asked.text, 0, without))
    for article, one in now.items():
        for span, label in one.tagged:
            key = name_key(span.of(one.text.text))
            assert names.counts(label, key, article) == fresh.counts(label, key, article)
