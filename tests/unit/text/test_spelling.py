"""Spellings that one search and one canonical name must bring together, and those they must keep apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.names import Name, Registry
from annotator.search.folded_text import SearchText
from annotator.search.query import Query, prepare
from annotator.search.words import Words
from annotator.text.spelling.forms import name_key, name_keys, spellings
from annotator.text.spelling.rules import RULES

ZWNJ = "\u200c"

MEET = [
    ("عبد الله", "عبدالله"),
    ("عبد الرحمن", "عبدالرحمن"),
    ("لعبد العزيز", "لعبدالعزيز"),
    ("أبو ظبي", "أبوظبي"),
    ("أبو الغيط", "أبوالغيط"),
    ("نور الدين", "نورالدين"),
    ("نصر الله", "نصرالله"),
    ("رام الله", "رامالله"),
    (f"قره{ZWNJ}باغ", "قره باغ"),
    (f"قره{ZWNJ}باغ", "قرهباغ"),
    (f"خانه{ZWNJ}اي", "خانه اي"),
    ("مئة", "مائة"),
    ("ثلاثمئة", "ثلاثمائة"),
    ("المئة", "المائة"),
    ("مئتان", "مائتان"),
    ("مئتي", "مائتي"),
    ("سوريا", "سورية"),
    ("بسوريا", "بسورية"),
    ("أميركا", "أمريكا"),
    ("الأميركية", "الأمريكية"),
    ("أميركيون", "أمريكيون"),
    ("أوروبا", "أوربا"),
    ("الأوروبي", "الأوربي"),
    ("داود", "داوود"),
    ("الداودي", "الداوودي"),
    ("طاوس", "طاووس"),
    ("هيئة", "هيأة"),
    ("الهيئة", "الهيأة"),
    ("هونغ كونغ", "هونج كونج"),
    ("هونغ", "هونج"),
    ("شي جين بينغ", "شي جين بينج"),
    ("سان بطرسبرغ", "سان بطرسبورج"),
    ("هامبورغ", "هامبورج"),
    ("غوغل", "جوجل"),
    ("إنجلترا", "إنكلترا"),
    ("بورسعيد", "بور سعيد"),
    ("حضرموت", "حضر موت"),
    ("Erdoğan", "Erdogan"),
    ("Erdog\u0306an", "ERDOGAN"),
    ("Kılıçdaroğlu", "Kilicdaroglu"),
    ("Vučić", "Vucic"),
    ("Wałęsa", "Walesa"),
    ("Støre", "Store"),
    ("Đinđić", "Dindic"),
    ("Læsø", "Laeso"),
    ("عبد الله في أبو ظبي", "عبدالله في أبوظبي"),
]

APART = [
    ("ماء", "ما"),
    ("ماء", "مائة"),
    ("كانت", "كانة"),
    ("حياة", "حيات"),
    ("وفاة", "وفات"),
    ("سوريا", "سوري"),
    ("السورية", "السوريا"),
    ("أوربان", "أوروبان"),
    ("أميركم", "أمريكم"),
    ("أبواب", "أبو اب"),
    ("عبد إلى", "عبدالى"),
    ("عبد الذي", "عبدالذي"),
    ("من هم", "منهم"),
    ("كل ما", "كلما"),
    ("إن شاء", "إنشاء"),
    ("برج", "برغ"),
    ("البرج", "البرغ"),
    ("نهج", "نهغ"),
    ("دماءه", "دمئه"),
    ("هيات", "هيئات"),
    ("داود", "داد"),
    ("الله", "لله"),
    ("علم الدين", "علمالدين"),
    ("غاز", "جاز"),
    ("بورما", "بور ما"),
]


def whole(text: str, query: str, words: Words = Words.ANYWHERE) -> bool:
    """Tell whether a search for the query finds just all of the text."""
    return prepare(Query(query, words=words)).spans(SearchText(text)) == [(0, len(text))]


@pytest.mark.parametrize(("one", "other"), MEET)
def test_spellings_that_meet_find_each_other_whole(one, other):
    for words in (Words.ANYWHERE, Words.WHOLE):
        assert whole(one, other, words)
        assert whole(other, one, words)
    assert set(name_keys(one)) & set(name_keys(other))


@pytest.mark.parametrize(("one", "other"), APART)
def test_spellings_that_only_look_alike_stay_apart(one, other):
    assert not whole(one, other)
    assert not whole(other, one)
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(("one", "other"), [pair for pair in MEET if pair[0][0] not in "لب"])
def test_a_canonical_name_is_found_by_every_spelling(one, other):
    for known, written in ((one, other), (other, one)):
        registry = Registry((Name("actor", known),))
        found = registry.find("actor", written)
        assert found is not None
        assert found.canonical == known


@pytest.mark.parametrize(("one", "other"), APART)
def test_a_canonical_name_is_not_found_by_what_only_looks_alike(one, other):
    assert Registry((Name("actor", one),)).find("actor", other) is None


def test_hits_are_exact_in_a_running_text():
    text = "زار عبدالله أبوظبي، ثم سورية وأوربا. القوات السورية وعبد اللهِ وأبو ظبي"
    for query, found in (
        ("عبد الله", ["عبدالله", "عبد اللهِ"]),
        ("أبو ظبي", ["أبوظبي", "أبو ظبي"]),
        ("سوريا", ["سورية"]),
        ("أوروبا", ["أوربا"]),
    ):
        places = prepare(Query(query)).spans(SearchText(text))
        assert [text[start:end] for start, end in places] == found


def test_a_space_of_the_query_is_a_joiner_of_the_text_and_nothing_else():
    text = f"مي{ZWNJ}رود ميرود مي رود"
    places = prepare(Query("مي رود")).spans(SearchText(text))
    assert [text[start:end] for start, end in places] == [f"مي{ZWNJ}رود", "مي رود"]


def test_an_exact_query_has_one_spelling():
    assert prepare(Query("سوريا", exact=True)).spans(SearchText("سورية")) == []


def test_every_rule_brings_all_its_forms_to_the_first():
    contexts = {
        "slave-of": "{}عزيز", "father-of": "{}ظبي", "of-the-faith": "نور{}", "of-god": "نصر{}", "hundred": "{}ه", "america": "{}ا",
        "europe": "{}ا", "final-ng": "هو{}", "burg": "بطرس{}",
    }  # fmt: skip
    for rule in RULES:
        names = [contexts.get(rule.name, "{}").format(form) for form in rule.forms]
        assert len({name_key(name) for name in names}) == 1, rule.name
        for name in names:
            assert {spelling.key for spelling in spellings(name)} >= set(names), rule.name


PIECES = [
    *sorted({word for pair in (*MEET, *APART) for word in pair}),
    *("ال", "و", "ه", " ", "\n", ZWNJ, "، ", "\u064b"),
]
texts = st.lists(st.sampled_from(PIECES) | st.sampled_from(" "), max_size=12).map("".join)


@given(texts, st.sampled_from(PIECES), st.sampled_from(list(Words)))
def test_hits_are_counted_as_they_are_located(text, query, words):
    matcher, searched = prepare(Query(query, words=words)), SearchText(text)
    count = matcher.count(searched)
    places = matcher.spans(searched)
    assert count is None or count == len(places)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


@given(st.sampled_from(PIECES), st.sampled_from(PIECES))
def test_names_meet_just_where_a_search_finds_all_of_one_by_the_other(one, other):
    if not (name_key(one).strip() and name_key(other).strip()) or ZWNJ in one + other:
        return
    if one != one.strip() or other != other.strip():
        return
    same = name_key(one) == name_key(other)
    assert same == (whole(one, other) and whole(other, one))
