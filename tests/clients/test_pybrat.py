"""pybrat reads brat's folders as they are exported: the same types, places and words."""

from collections import Counter

from hypothesis import given, settings
from pybrat.parser import BratParser

from annotator.exporters import Exportable
from tests.unit.formats.build import exportable, linked
from tests.unit.formats.standoff import write_folder
from tests.unit.formats.strategies import exportables

LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def test_pybrat_reads_what_we_write(tmp_path):
    item = linked(
        exportable("🙂 قال [و[أرمينيا:actor] نعم:quote]\nثم [أمس:date]."), ("speaker", "a1", "a2")
    )
    write_folder(tmp_path / "x", "brat", item)
    [example] = BratParser().parse(tmp_path / "x" / "sara")
    layer, text = item.layers[0], item.article.text
    assert example.text == text
    found = Counter(
        (e.type, e.spans[0].start, e.spans[-1].end, e.mention) for e in example.entities
    )
    assert found == Counter((a.label, a.start, a.end, a.span.of(text)) for a in layer)
    [link] = example.relations
    assert (link.type, link.arg1.mention, link.arg2.mention) == (
        "speaker",
        "وأرمينيا نعم",
        "أرمينيا",
    )


@settings(max_examples=25)
@given(item=exportables())
def test_every_span_is_where_it_was(tmp_path_factory, item: Exportable):
    """It takes annotations of one label over the very same words for one."""
    folder = tmp_path_factory.mktemp("pybrat")
    write_folder(folder, "brat", item)
    [example] = BratParser(error="ignore").parse(folder / "sara")
    expected = set()
    for one in item.layers[0]:
        words = one.span.of(item.article.text)
        start = one.start + len(words) - len(words.lstrip(LINE_ENDS))
        if (kept := words.strip(LINE_ENDS)).strip():  # it knows no annotation of white space alone
            expected.add((one.label, start, start + len(kept)))
    found = {(e.type, e.spans[0].start, e.spans[-1].end) for e in example.entities}
    assert {one for one in found if item.article.text[one[1] : one[2]].strip()} == expected
    assert example.text == item.article.text
