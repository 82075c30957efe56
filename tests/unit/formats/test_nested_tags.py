"""Tags for each label: behind the word as Wojood has them, or one column a label; other labels are no loss."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.exporters import Exportable, Reason
from annotator.importers import Imported
from annotator.model import DEFAULT_SCHEMA, Schema
from tests.unit.formats.build import export, export_all, exportable, import_text, with_spans
from tests.unit.formats.strategies import LABELS, exportables
from tests.unit.formats.tag_files import (
    assert_accounted,
    entities,
    places_of_rows,
    sentences_of,
)

DRAWING = "قال [وزير [خارجية [روسيا:agreement]:actor] أمس:quote]"


def test_the_outermost_tag_comes_first_and_o_alone():
    written, report = export("wojood", exportable(DRAWING))
    assert written == (
        "قال O\nوزير B-QUOTE\nخارجية I-QUOTE B-ACTOR\nروسيا I-QUOTE I-ACTOR B-AGREEMENT\nأمس I-QUOTE\n\n"
    )
    assert (report.written, report.dropped) == (4 - 1, 0)


def test_every_label_has_its_column_in_every_row():
    written, report = export("conll-labels", exportable(DRAWING), delimiter="tab")
    assert written == (
        "FORM\tACTOR\tDATE\tQUOTE\tAGREEMENT\n\n-DOCSTART-\tO\tO\tO\tO\n\n"
        "قال\tO\tO\tO\tO\nوزير\tO\tO\tB-QUOTE\tO\nخارجية\tB-ACTOR\tO\tI-QUOTE\tO\n"
        "روسيا\tI-ACTOR\tO\tI-QUOTE\tB-AGREEMENT\nأمس\tO\tO\tI-QUOTE\tO\n\n"
    )
    assert (report.written, report.dropped) == (3, 0)


@pytest.mark.parametrize("name", ["wojood", "conll-labels"])
def test_of_two_of_one_label_on_a_word_the_outer_one_is_kept_and_the_other_counted(name: str):
    item = with_spans("بنك مصر المركزي", (0, 15, "actor"), (0, 7, "actor"), (4, 7, "date"))
    written, report = export(name, item)
    assert (report.written, report.count(Reason.NESTED)) == (2, 1)
    assert report.losses[Reason.NESTED].examples == (f"{item.article.id} [0, 7) actor «بنك مصر»",)
    assert "B-ACTOR" in written
    assert written.count("B-ACTOR") == 1


def test_a_label_that_the_schema_does_not_have_has_no_column_and_is_counted():
    item = exportable("[قال:quote] [بوتين:actor]")
    schema = Schema(DEFAULT_SCHEMA.labels[:1])
    files, report = export_all("conll-labels", item, schema=schema)
    assert files[""].splitlines()[-3:] == ["قال O", "بوتين B-ACTOR", ""]
    assert (report.written, report.count(Reason.NO_COLUMN)) == (1, 1)
    assert "of a label that the schema does not have" in "\n".join(report.lines())


OPTIONS = st.fixed_dictionaries(
    {
        "misaligned": st.sampled_from(["expand", "split", "drop"]),
        "docstart": st.booleans(),
        "lower": st.booleans(),
        "skip_zones": st.booleans(),
    }
)


def of_label(tags: list[str], label: str) -> list[str]:
    """Return the tag of each row that is of a label, as Wojood's reader makes a tagger for each."""
    names = [[tag for tag in row.split() if tag[2:].lower() == label] for row in tags]
    assert max(map(len, names), default=0) <= 1
    return [found[0] if found else "O" for found in names]


@settings(max_examples=120)
@given(item=exportables(), options=OPTIONS)
def test_wojood_holds_of_each_label_what_the_report_says(
    item: Exportable, options: dict[str, object]
):
    written, report = export("wojood", item, **options)
    found = sentences_of(written)
    rows = places_of_rows([[row[0] for row in rows] for rows in found], item.article.text)
    tags = [[" ".join(row[1:]) for row in sentence] for sentence in found]
    assert all(row == ["O"] or "O" not in row for rows in found for row in [r[1:] for r in rows])
    per_label: Counter[tuple[str, int, int]] = Counter()
    for label in LABELS:
        per_label += entities([of_label(sentence, label) for sentence in tags], rows)
    assert_accounted(item, per_label, rows, report)


@settings(max_examples=120)
@given(item=exportables(), options=OPTIONS, delimiter=st.sampled_from(["space", "tab"]))
def test_columns_hold_of_each_label_what_the_report_says(
    item: Exportable, options: dict[str, object], delimiter: str
):
    written, report = export("conll-labels", item, delimiter=delimiter, **options)
    between = "\t" if delimiter == "tab" else " "
    assert {line.count(between) for line in written.split("\n") if line} == {4}
    found = sentences_of(written, between)
    rows = places_of_rows([[row[0] for row in rows] for rows in found], item.article.text)
    per_label: Counter[tuple[str, int, int]] = Counter()
    for column in range(1, 5):
        per_label += entities([[row[column] for row in s] for s in found], rows)
    assert_accounted(item, per_label, rows, report)


@pytest.mark.parametrize("misaligned", ["expand", "split"])
@settings(max_examples=40)
@given(item=exportables())
def test_both_layouts_and_a_file_for_each_label_hold_the_same(item: Exportable, misaligned: str):
    nested, one = export("wojood", item, misaligned=misaligned)
    columns, other = export("conll-labels", item, misaligned=misaligned, docstart=False)
    assert one == other
    tags = [[sorted(row[1:]) for row in s] for s in sentences_of(columns)]
    assert [[[tag for tag in row if tag != "O"] for row in sentence] for sentence in tags] == [
        [sorted(set(row[1:]) - {"O"}) for row in s] for s in sentences_of(nested)
    ]


@pytest.mark.parametrize(("name", "file"), [("wojood", "a.txt"), ("conll-labels", "a.conll")])
def test_what_is_written_comes_back(tmp_path, name: str, file: str):
    item = exportable(f"{DRAWING}. ثم [غادر:date]\n[نعم 🙂 [لا:actor]:quote] #")
    written, report = export(name, item)
    back = import_text(tmp_path, file, written, annotator="omar")
    [imported] = [one for one in back if isinstance(one, Imported)]
    assert report.dropped == 0
    assert "FORM" not in imported.article.text
    assert "DOCSTART" not in imported.article.text
    assert sorted(
        (a.label, a.span.of(imported.article.text)) for a in imported.layers[0]
    ) == sorted((a.label, a.span.of(item.article.text)) for a in item.layers[0])
