import pytest

from annotator.model import Annotation, Layer, Span
from tests.helpers.pictures import draw, picture, selection


@pytest.mark.parametrize(
    "drawing",
    [
        "قال بوتين",
        "قال [بوتين:actor] في [موسكو:actor]",
        "[قال [بوتين:actor]:quote]",
        "[[[بوتين:actor]:quote] أمس:date]",
        "🇪🇬 [قال:actor][بوتين:actor]",
    ],
)
def test_a_layer_is_drawn_as_it_was_pictured(drawing: str) -> None:
    text, layer = picture(drawing)
    assert draw(text, layer) == drawing


def test_a_picture_counts_code_points() -> None:
    text, layer = picture("🇪🇬 قال [بوتين:actor]")
    assert text == "🇪🇬 قال بوتين"
    assert layer["a1"].span == Span(7, 12)


def test_plain_brackets_are_a_selection() -> None:
    assert selection("قال [بوتين] اليوم") == ("قال بوتين اليوم", Span(4, 9))


def test_crossing_annotations_are_not_drawn_wrongly() -> None:
    annotations = {
        "x": Annotation("x", Span(0, 3), "actor"),
        "y": Annotation("y", Span(2, 5), "date"),
    }
    with pytest.raises(ValueError, match="crosses"):
        draw("abcdef", Layer("sara", "0" * 12, annotations=annotations))
