"""What lies inside a zone is left out on request, and only then."""

import pytest

from annotator.exporters import Reason
from tests.unit.formats.build import export, exportable, import_text, linked, only, spans_of
from tests.unit.formats.iob2 import read_documents

DRAWING = "[رو:actor] إن\n\nقال [بوتين:actor] «[نعم:quote]».\nتصوير [تاس:actor] وكالة\nانتهى"
ZONES = ((0, 3), (3, 6), (24, 39))
ITEM = linked(exportable(DRAWING, zones=ZONES), ("speaker", "a3", "a2"), ("speaker", "a3", "a1"))


def words(written: str) -> list[list[str]]:
    return [
        [row[0] for row in sentence]
        for document in read_documents(written)
        for sentence in document
    ]


def test_the_zones_are_where_the_test_thinks():
    text = ITEM.article.text
    assert [text[start:end] for start, end in ZONES] == ["رو ", "إن\n", "تصوير تاس وكالة"]


def test_everything_is_written_unless_told_otherwise():
    written, report = export("conll2003", ITEM)
    assert len(words(written)) == 4
    assert (report.written, report.count(Reason.IN_ZONE)) == (4, 0)


def test_sentences_inside_zones_are_left_out():
    written, report = export("conll2003", ITEM, skip_zones=True)
    assert words(written) == [["قال", "بوتين", "«", "نعم", "»", "."], ["انتهى"]]
    assert (report.annotations, report.written, report.count(Reason.IN_ZONE)) == (4, 2, 2)


def test_a_sentence_partly_inside_stays_whole_without_the_annotations_inside():
    item = exportable("قال [بوتين:actor] في [موسكو:actor].", zones=((0, 9),))
    written, report = export("conll2003", item, skip_zones=True)
    assert words(written) == [["قال", "بوتين", "في", "موسكو", "."]]
    assert report.written == 1
    assert "بوتين -X- -X- O\n" in written


@pytest.mark.parametrize("suffix", ["jsonl", "json"])
def test_json_keeps_text_and_zones_and_loses_what_is_inside(tmp_path, suffix: str):
    written, report = export(suffix, ITEM, skip_zones=True)
    back = only(import_text(tmp_path, f"a.{suffix}", written))
    assert back.article == ITEM.article
    assert set(back.layers[0].annotations) == {"a2", "a3"}
    assert {(relation.head, relation.dependent) for relation in back.layers[0].relations} == {
        ("a3", "a2")
    }
    assert back.layers[0].zones == ITEM.layers[0].zones
    assert (report.annotations, report.written, report.dropped) == (4, 2, 2)


def test_layered_columns_keep_a_quote_that_runs_over_a_zone(tmp_path):
    item = exportable("[قال بوتين.\nإعلان هنا.\nثم غادر:quote].", zones=((11, 21),))
    assert item.article.text[11:21] == "إعلان هنا."
    written, _ = export("conll-layers", item, skip_zones=True)
    assert "إعلان" not in written.split("# columns")[1]
    back = only(import_text(tmp_path, "a.conll", written))
    assert spans_of(back.layers[0]) == spans_of(item.layers[0])
