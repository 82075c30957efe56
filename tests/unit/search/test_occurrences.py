import pytest

from annotator.model import DEFAULT_SCHEMA, Annotation, Span, Status, Zone
from annotator.search.folded_text import SearchText
from annotator.search.occurrences import Finder, Likeness, Standing, tagging, transferable
from tests.helpers.pictures import draw, picture


def occurrences(drawing: str, form: str, label: str = "actor", zone: str = ""):
    text, layer = picture(drawing)
    if zone:
        start = text.index(zone)
        layer = layer.zoned(Zone(Span(start, start + len(zone))))
    return text, layer, Finder(form, label).find(SearchText(text), layer)


def shown(drawing: str, form: str, **options) -> list[tuple[str, str, bool]]:
    text, _, found = occurrences(drawing, form, **options)
    return [(o.span.of(text), o.likeness.value, o.proposed) for o in found.places]


def test_the_same_form_another_spelling_and_a_clitic_are_told_apart():
    assert shown("أرمينيا ثم ارمينيا ثم وأرمينيا", "أرمينيا") == [
        ("أرمينيا", "same", True),
        ("ارمينيا", "folded", True),
        ("أرمينيا", "clitic", True),
    ]


@pytest.mark.parametrize("word", ["الأرمينيا", "أرمينيان", "نأرمينيا"])
def test_a_word_that_merely_contains_the_form_is_never_offered(word):
    assert shown(word, "أرمينيا") == []


def test_letters_that_belong_to_the_word_are_offered_unchecked():
    assert shown("وصل وفد اليوم", "فد") == [("فد", "clitic", False)]


def test_the_fused_article_is_taken_whole():
    assert shown("للأمم المتحدة", "الأمم المتحدة") == [("للأمم المتحدة", "clitic", True)]


def test_what_is_tagged_already_is_shown_and_cannot_be_tagged_again():
    _, _, found = occurrences("[بوتين:actor] وبوتين", "بوتين")
    first, second = found.places
    assert (first.standing, first.proposed, first.can_be_tagged) == (Standing.TAGGED, False, False)
    assert (second.standing, second.likeness) == (Standing.FREE, Likeness.CLITIC)


@pytest.mark.parametrize(
    ("drawing", "standing", "proposed"),
    [
        ("[بوتين:date]", Standing.OTHER_LABEL, False),
        ("[الرئيس بوتين:actor]", Standing.INSIDE, False),
        ("[قال بوتين نعم:quote]", Standing.FREE, True),
    ],
)
def test_what_stands_there_decides_whether_it_is_proposed(drawing, standing, proposed):
    _, _, found = occurrences(drawing, "بوتين")
    assert [(o.standing, o.proposed) for o in found.places] == [(standing, proposed)]


def test_an_occurrence_across_an_edge_is_not_proposed():
    text, layer = picture("في [الأمم:actor] المتحدة")
    [place] = Finder("الأمم المتحدة", "actor").find(SearchText(text), layer).places
    assert place.standing == Standing.FREE  # what is there lies inside it: they nest
    [place] = Finder("في الأمم", "actor").find(SearchText(text), layer.added(
        Annotation("b", Span(text.index("الأمم"), len(text)), "actor"))).places  # fmt: skip
    assert (place.standing, place.proposed) == (Standing.CROSSING, False)


def test_zones_are_left_out_and_counted():
    text, _, found = occurrences("بوتين هنا. وكالة بوتين", "بوتين", zone="وكالة بوتين")
    assert [o.span.of(text) for o in found.places] == ["بوتين"]
    assert found.out_of_scope == 1


def test_one_edit_tags_all_and_takes_itself_back():
    text, layer, found = occurrences("بوتين وبوتين", "بوتين")
    edit = tagging([o.span for o in found.places], "actor", {"canonical": "فلاديمير بوتين"}, layer)
    after = edit.apply(layer)
    assert draw(text, after) == "[بوتين:actor] و[بوتين:actor]"
    assert {a.attribute("canonical") for a in after} == {"فلاديمير بوتين"}
    assert after.status == Status.IN_PROGRESS
    assert edit.revert(after) == layer


def test_nothing_is_tagged_twice():
    _, layer = picture("[بوتين:actor]")
    assert tagging([Span(0, 5)], "actor", {}, layer) is None


def test_a_date_s_value_does_not_hold_elsewhere_but_a_name_does():
    date = Annotation("a", Span(0, 1), "date", {"value": "2021-11-09", "x": "y"})
    actor = Annotation("a", Span(0, 1), "actor", {"canonical": "بوتين"})
    assert transferable(date, DEFAULT_SCHEMA.label("date")) == {"x": "y"}
    assert transferable(actor, DEFAULT_SCHEMA.label("actor")) == {"canonical": "بوتين"}
    assert transferable(actor, None) == {"canonical": "بوتين"}
