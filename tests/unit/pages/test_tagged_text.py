"""Tags are put into the text and take nothing from it; brackets nest, and stand where a reader of the line expects them."""

import re

from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Span
from annotator.pages import tagged_text
from tests.helpers.pictures import picture
from tests.helpers.strategies import layers, spans

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
PLAIN = "اتفاق سلام Putin 123 (:]["


def title(name: str) -> str:
    label = DEFAULT_SCHEMA.label(name)
    return label.title_ar if label else name


def tagged(drawing: str, within: Span | None = None) -> str:
    """Return the text with tags, isolates left out."""
    text, layer = picture(drawing)
    return re.sub(f"[{LRI}{RLI}{FSI}{PDI}]", "", tagged_text(text, layer, title, within))


def crossing(text: str, *ranges: tuple[int, int, str]) -> Layer:
    made = {
        f"a{n}": Annotation(f"a{n}", Span(s, e), label) for n, (s, e, label) in enumerate(ranges)
    }
    return Layer("sara", Article.from_text(text).id, annotations=made)


def test_an_annotation_is_a_tag_round_its_words():
    assert tagged("قال [بوتين:actor] إن") == "قال [فاعل: بوتين] إن"


def test_nested_ones_are_tags_inside_tags():
    assert (
        tagged("[بيان [روسيا:actor] و[أرمينيا:actor]:agreement]")
        == "[اتفاق: بيان [فاعل: روسيا] و[فاعل: أرمينيا]]"
    )


def test_two_on_the_same_words_are_one_inside_the_other():
    text = "بوتين"
    layer = crossing(text, (0, 5, "actor"), (0, 5, "quote"))
    bare = re.sub(f"[{LRI}{RLI}{FSI}{PDI}]", "", tagged_text(text, layer, title))
    assert bare == "[فاعل: [اقتباس: بوتين]]"


def test_crossing_ones_are_written_in_parts_that_say_so():
    text = "ابت ثجح خدذ"
    layer = crossing(text, (0, 7, "actor"), (4, 11, "quote"))
    bare = re.sub(f"[{LRI}{RLI}{FSI}{PDI}]", "", tagged_text(text, layer, title))
    assert bare == "[فاعل: ابت [اقتباس: ثجح…]][…اقتباس:  خدذ]"


def test_an_annotation_over_two_lines_is_closed_at_the_end_of_the_first():
    assert tagged("[قال\nبوتين:quote]") == "[اقتباس: قال…]\n[…اقتباس: بوتين]"


def test_a_selection_takes_part_of_an_annotation_and_says_so():
    text, layer = picture("قال [فلاديمير بوتين:actor] نعم")
    within = Span(text.index("بوتين"), len(text))
    bare = re.sub(f"[{LRI}{RLI}{FSI}{PDI}]", "", tagged_text(text, layer, title, within))
    assert bare == "[…فاعل: بوتين] نعم"
    within = Span(0, text.index(" بوتين"))
    bare = re.sub(f"[{LRI}{RLI}{FSI}{PDI}]", "", tagged_text(text, layer, title, within))
    assert bare == "قال [فاعل: فلاديمير…]"


def test_brackets_are_seen_round_the_words_in_both_directions():
    """python-bidi is the oracle of what is on screen."""
    text, layer = picture("قال [Putin:actor] نعم")
    # python-bidi leaves the mirrored brackets as they are: read from the right, the tag opens with [
    seen = get_display(tagged_text(text, layer, lambda _: "Actor"), base_dir="R")
    seen = re.sub(f"[{LRI}{RLI}{FSI}{PDI}]", "", seen)
    assert seen.index("]") < seen.index("Putin") < seen.index("Actor") < seen.index("[")
    text, layer = picture("Said [Putin:actor] yes")
    seen = re.sub(
        f"[{LRI}{RLI}{FSI}{PDI}]", "", get_display(tagged_text(text, layer, title), base_dir="L")
    )
    assert seen.index("[") < seen.index("لعاف") < seen.index("Putin") < seen.index("]")


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, Layer, Span | None]:
    text = draw(st.text(PLAIN + "\n…", min_size=1, max_size=30))
    article = Article.from_text(text)
    return text, draw(layers(article)), draw(st.none() | spans(text))


@given(annotated())
def test_without_its_tags_it_is_the_text(item):
    text, layer, within = item
    written = tagged_text(text, layer, lambda name: name, within)
    bare = re.sub(f"[{LRI}{RLI}]\\[{FSI}…?[a-z_]+{PDI}: |…?\\]{PDI}", "", written)
    whole = within.of(text) if within else text
    # an … of the text in front of a closing bracket cannot be told from ours: compare without any
    assert bare.replace("…", "") == whole.replace("…", "")


@given(annotated())
def test_isolates_are_closed_on_the_line_on_which_they_open(item):
    text, layer, within = item
    for line in tagged_text(text, layer, title, within).split("\n"):
        depth = 0
        for character in line:
            depth += (character in (LRI, RLI, FSI)) - (character == PDI)
            assert depth >= 0
        assert depth == 0
