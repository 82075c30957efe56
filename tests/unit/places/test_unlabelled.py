"""The next place worth a label: names, dates and quotations, until they have one."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import DEFAULT_SCHEMA, Annotation, Layer, Span, Zone, new_id
from annotator.places import unlabelled as places
from annotator.places.name_forms import NameForms, everybody_knows, used_in
from annotator.places.unlabelled import Likeness, Piece, Reading, key_of, step, unlabelled

TEXT = (
    "أعلن بوتين يوم الأربعاء 17 فبراير 2021 الاتفاق مع أرمينيا.\n\n"
    'وقال الرئيس الأذربيجاني إلهام علييف: "إن وأذربيجان وأرمينيا وقّعتا اتفاقا مهما جدا".\nثم عاد علييف.'
)
START = (0, -len(TEXT) - 1)


def reading(layer=None, text=TEXT, names=()):
    layer = layer if layer is not None else Layer("a", "x")
    forms = NameForms([*everybody_knows("actor"), *names, *used_in(layer, text, ["actor"])])
    return Reading(text, layer, DEFAULT_SCHEMA, "2021-02-18", forms)


def walk(of, direction=1, key=START):
    while (place := step(of, key, direction)) is not None:
        yield place
        key = key_of(place.span)


def words(of, direction=1, key=START):
    return [place.span.of(of.text) for place in walk(of, direction, key)]


def with_label(text, part, label, layer=None):
    start = text.index(part)
    layer = layer if layer is not None else Layer("a", "x")
    return layer.added(Annotation(new_id(), Span(start, start + len(part)), label))


FOUND = [
    "بوتين",
    "يوم الأربعاء 17 فبراير 2021",
    "أرمينيا",
    "إلهام علييف",
    "إن وأذربيجان وأرمينيا وقّعتا اتفاقا مهما جدا",
    "أذربيجان",
    "أرمينيا",
    "علييف",
]


def test_names_dates_and_quotations_come_in_reading_order_what_is_longer_first():
    assert words(reading()) == FOUND
    kinds = [place.likeness for place in walk(reading())]
    assert kinds[:5] == ["name", "date", "name", "name", "quotation"]


def test_backwards_is_the_same_way_back():
    assert words(reading(), -1, (len(TEXT), 0)) == FOUND[::-1]


@pytest.mark.parametrize(
    ("part", "label"),
    [("بوتين", "actor"), ("يوم الأربعاء 17 فبراير 2021", "date"), (FOUND[4], "quote")],
)
def test_what_has_its_label_is_passed_over(part, label):
    assert part not in words(reading(with_label(TEXT, part, label)))


def test_a_name_inside_something_else_is_still_gone_to():
    layer = with_label(TEXT, FOUND[4], "quote")
    assert words(reading(layer))[4:6] == ["أذربيجان", "أرمينيا"]


def test_part_of_a_longer_annotation_with_the_same_label_is_no_place():
    layer = with_label(TEXT, "إلهام علييف", "actor")
    assert "إلهام علييف" not in words(reading(layer))


def test_what_was_tagged_once_is_found_again_and_a_last_name_alone():
    text = "قال وائل الخطيب إن المهندس خليل مراد غاب.\nثم عاد مراد وخليل مراد ووائل الخطيب."
    layer = with_label(text, "خليل مراد", "actor")
    found = words(reading(layer, text))
    assert "مراد" in found
    assert "خليل مراد" in found


def test_what_is_out_of_scope_is_passed_over():
    layer = Layer("a", "x", zones=frozenset({Zone(Span(0, TEXT.index("وقال")))}))
    assert words(reading(layer)) == FOUND[3:]


def test_names_of_the_project_are_found_in_any_spelling_and_behind_a_clitic():
    text = "زار الوفد والامم المتحدة اليوم."
    found = list(walk(reading(text=text, names=[("الأمم المتحدة", "actor")])))
    assert found[0].span.of(text) == "الامم المتحدة"
    assert (found[0].likeness, found[0].label) == (Likeness.NAME, "actor")


@given(
    st.lists(
        st.sampled_from(["بوتين", "وأرمينيا", "أمس", '"', "قال", ":", "\n", " ", ".", "مُهم", "🇪🇬"]),
        max_size=30,
    ).map(" ".join)
)
def test_every_place_is_reached_once_each_way(text):
    of = reading(text=text)
    there = [place.span for place in walk(of, 1, (0, -len(text) - 1))]
    back = [place.span for place in walk(of, -1, (len(text) + 1, 0))]
    assert there == back[::-1]
    assert len(set(there)) == len(there)
    is_one = text and "\n" not in text
    every = unlabelled(of, Piece(0, len(text), Span(0, len(text)))) if is_one else []
    assert not every or [place.span for place in every] == there


def calls_of_a_step(text):
    of, calls = reading(text=text), []
    sys.setprofile(lambda _frame, event, _argument: calls.append(event))
    try:
        step(of, (0, -len(text) - 1), 1)
    finally:
        sys.setprofile(None)
    return len(calls)


def test_a_step_in_an_endless_paragraph_reads_no_more_of_it_than_in_a_long_one():
    sentence = "قال بوتين إن روسيا ستبقى في المنطقة حتى نهاية العام. "
    assert calls_of_a_step(sentence * 2_000) < 1.5 * calls_of_a_step(sentence * 200)


@pytest.mark.parametrize("separator", [". ", " ", ""])
def test_every_name_of_a_very_long_paragraph_is_reached_each_way(separator):
    text = "".join(f"كلمة{separator}" * 700 + f" بوتين{separator} " for _ in range(4))
    of = reading(text=text)
    assert words(of) == ["بوتين"] * 4
    assert words(of, -1, (len(text), 0)) == ["بوتين"] * 4
    middle = text.index("بوتين", len(text) // 3)
    assert len(words(of, 1, (middle + 1, 0))) + len(words(of, -1, (middle + 1, 0))) == 4


NEWS = [
    "أعلن بوتين يوم الأربعاء 17 فبراير 2021 الاتفاق مع أرمينيا.",
    'وقال الرئيس الأذربيجاني إلهام علييف: "إن أذربيجان وأرمينيا وقّعتا اتفاقا مهما جدا".',
    "وأضاف بيسكوف «لن نعلق على هذا الأمر قبل نهاية المفاوضات التي تجري الآن في موسكو بين الطرفين».",
    'ثم قال "نحن مع السلام',
    'في المنطقة كلها" و"لا رجعة عن الاتفاق".',
    "وصحيفة «الأهرام» نشرت الخبر أمس",
    "بين 9 و11 نوفمبر 2020",
    "عاد الوفد إلى باكو ثم إلى يريفان",
    '"',
    "كلمة",
]


@pytest.mark.parametrize("longest", [60, 150, 400])
@given(
    st.lists(st.sampled_from(NEWS), min_size=5, max_size=60).map(" ".join),
    st.sampled_from(["2021-02-18", None]),
)
def test_a_long_paragraph_read_in_pieces_holds_what_is_found_in_it_uncut(longest, text, published):
    of = Reading(
        text, Layer("a", "x"), DEFAULT_SCHEMA, published, NameForms(everybody_knows("actor"))
    )
    uncut = unlabelled(of, Piece(0, len(text), Span(0, len(text))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "LONGEST", longest)
        found = list(walk(of, 1, (0, -len(text) - 1)))
        back = list(walk(of, -1, (len(text) + 1, 0)))
    assert found == uncut
    assert back == uncut[::-1]


def test_a_quotation_over_the_cut_of_a_very_long_paragraph_is_reached_whole():
    said = "إن أذربيجان وأرمينيا وقّعتا اتفاقا مهما جدا. ولن نعود إلى الحرب أبدا"
    before = "كلمة " * (places.LONGEST // 5 - 6)
    text = f'{before}قال علييف: "{said}". {before}'
    assert text.index(said) < places.LONGEST < text.index(said) + len(said)
    assert said in words(reading(text=text))
