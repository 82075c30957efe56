"""CoNLL-2002 in every layout: strict readers find what was annotated, and the report counts what is missing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.exporters import Exportable, Reason
from annotator.importers import Imported
from tests.unit.formats.build import export, exportable, import_text, with_spans
from tests.unit.formats.strategies import exportables
from tests.unit.formats.tag_files import (
    assert_accounted,
    entities,
    places_of_rows,
    sentences_of,
)

DRAWING = "قال [فلاديمير بوتين:actor] [علييف:actor] [أمس:date]. ثم [غادر:quote]"


def test_two_columns_and_the_line_of_spacy():
    written, report = export("conll2002", exportable("قال [بوتين:actor]. نعم"))
    assert written == "-DOCSTART- -X- O O\n\nقال O\nبوتين B-ACTOR\n. O\n\nنعم O\n\n"
    assert report.lines() == ["1 article, 1 annotation: 1 written, 0 dropped"]


@pytest.mark.parametrize(
    ("scheme", "tags"),
    [
        ("iob2", "O B-ACTOR I-ACTOR B-ACTOR B-DATE O O B-QUOTE"),
        ("iob1", "O I-ACTOR I-ACTOR B-ACTOR I-DATE O O I-QUOTE"),
        ("bioes", "O B-ACTOR E-ACTOR S-ACTOR S-DATE O O S-QUOTE"),
    ],
)
def test_each_scheme_has_its_tags(scheme: str, tags: str):
    written, _ = export("conll2002", exportable(DRAWING), scheme=scheme, docstart=False)
    assert [row[1] for rows in sentences_of(written) for row in rows] == tags.split()


def test_in_iob1_what_opens_a_sentence_needs_no_b():
    item = exportable("قال [نعم:quote].\n[لا:quote] [بلى:quote]")
    written, _ = export("conll2002", item, scheme="iob1", docstart=False)
    assert written == "قال O\nنعم I-QUOTE\n. O\n\nلا I-QUOTE\nبلى B-QUOTE\n\n"


def test_doccano_takes_two_columns_parted_by_a_tab_and_nothing_else():
    written, _ = export("conll2002", exportable(DRAWING), delimiter="tab", docstart=False)
    assert all(len(line.split("\t")) == 2 for line in written.split("\n") if line)


def test_ids_are_comments_on_request():
    item = exportable("قال [بوتين:actor]. نعم")
    article = item.article.id
    written, _ = export("conll2002", item, ids="article", docstart=False)
    assert written.split("\n")[:2] == [f"# newdoc id = {article}", "قال O"]
    written, _ = export("conll2002", item, ids="sentence")
    assert [line for line in written.split("\n") if line.startswith(("#", "-"))] == [
        "-DOCSTART- -X- O O",
        f"# newdoc id = {article}",
        f"# sent_id = {article}-1",
        f"# sent_id = {article}-2",
    ]


def test_labels_and_words_are_plain_on_request():
    item = exportable("قـال [الرَّئِيسُ آل:actor] ـــ أٔ")
    written, _ = export("conll2002", item, lower=True, plain=True, docstart=False)
    assert written == "قال O\nالرئيس B-actor\nآل I-actor\nـــ O\nأٔ O\n\n"


def test_labels_have_files_of_their_own_on_request():
    from tests.unit.formats.build import export_all

    files, report = export_all(
        "conll2002", exportable("[نعم [بوتين:actor] لا:quote]"), nested="per-label", docstart=False
    )
    assert files["actor"] == "نعم O\nبوتين B-ACTOR\nلا O\n\n"
    assert files["quote"] == "نعم B-QUOTE\nبوتين I-QUOTE\nلا I-QUOTE\n\n"
    assert (report.written, report.dropped) == (2, 0)


OPTIONS = st.fixed_dictionaries(
    {
        "nested": st.sampled_from(["outermost", "innermost"]),
        "misaligned": st.sampled_from(["expand", "split", "drop"]),
        "scheme": st.sampled_from(["iob2", "iob1", "bioes"]),
        "delimiter": st.sampled_from(["space", "tab"]),
        "ids": st.sampled_from(["none", "article", "sentence"]),
        "docstart": st.booleans(),
        "lower": st.booleans(),
        "skip_zones": st.booleans(),
    }
)


@settings(max_examples=150)
@given(item=exportables(), options=OPTIONS)
def test_any_article_in_any_layout_holds_what_the_report_says(
    item: Exportable, options: dict[str, object]
):
    written, report = export("conll2002", item, **options)
    found = sentences_of(written, "\t" if options["delimiter"] == "tab" else " ")
    assert {len(row) for rows in found for row in rows} <= {2}
    rows = places_of_rows([[row[0] for row in rows] for rows in found], item.article.text)
    tags = [[row[1] for row in rows] for rows in found]
    assert_accounted(item, entities(tags, rows, str(options["scheme"])), rows, report)


@settings(max_examples=60)
@given(item=exportables())
def test_plain_words_are_in_the_same_rows(item: Exportable):
    rows = sentences_of(export("conll2002", item)[0])
    plain = sentences_of(export("conll2002", item, plain=True)[0])
    assert [[row[1] for row in rows] for rows in plain] == [[row[1] for row in r] for r in rows]
    assert all(row[0] for rows in plain for row in rows)


@pytest.mark.parametrize("scheme", ["iob2", "iob1", "bioes"])
@pytest.mark.parametrize("start", [{"docstart": True}, {"docstart": False, "ids": "sentence"}])
def test_what_is_written_comes_back_with_its_words(tmp_path, scheme: str, start: dict[str, object]):
    items = [exportable(DRAWING), with_spans("نص آخر، بوتين 🙂 نعم.", (8, 13, "actor"))]
    written, report = export("conll2002", *items, scheme=scheme, **start)
    back = import_text(tmp_path, "a.conll", written, annotator="omar")
    found = [one for one in back if isinstance(one, Imported)]
    assert [
        [(a.label, a.span.of(one.article.text)) for a in one.layers[0].in_order] for one in found
    ] == [
        [(a.label, a.span.of(item.article.text)) for a in item.layers[0].in_order] for item in items
    ]
    assert report.written == 5
    assert report.count(Reason.CUT) == 0
