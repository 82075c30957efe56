"""No false sentence end cuts an annotation: entities in are entities out, as seqeval and spaCy read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exporters import Exportable, Reason
from annotator.text.sentences import LINE_ENDS
from tests.unit.formats.build import export, export_all, exportable, with_spans
from tests.unit.formats.iob2 import read_documents
from tests.unit.formats.spacy_rules import docs, entities_of
from tests.unit.formats.strategies import LABELS

NESTED = ("outermost", "innermost", "per-label")
MISALIGNED = ("expand", "split", "drop")

PIECES = st.sampled_from(
    [*("بي", "بوش", "د", "St", "قال", "3", "🙂", "«", "»", '"', "(", ")"), *(".", ". ", "؟ ", "! ", "… ", ".» "), *(" ", "\n", "\u2028")]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join).filter(str.strip)


@st.composite
def annotated(draw: st.DrawFn) -> Exportable:
    """Return a text full of stops with annotations that nest, cross and begin anywhere."""
    text = draw(TEXTS)
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = draw(st.lists(st.tuples(edges, st.sampled_from(LABELS)), max_size=6))
    return with_spans(
        text, *((min(pair), max(pair), label) for pair, label in spans if pair[0] != pair[1])
    )


def seqeval(content: str, columns: int) -> list[tuple[str, int, int]]:
    """Return label, first and last row of each entity as seqeval's strict IOB2 finds them, sentence by sentence."""
    found: list[tuple[str, int, int]] = []
    row = 0
    for document in read_documents(content, columns):
        for sentence in document:
            begun: tuple[str, int] | None = None
            for number, tag in enumerate([*(line[-1] for line in sentence), "O"], row):
                part, _, label = tag.partition("-")
                if begun and (part != "I" or label != begun[0]):
                    found.append((begun[0], begun[1], number - 1))
                    begun = None
                if part == "B":
                    begun = label, number
            row += len(sentence)
    return found


@given(
    item=annotated(),
    nested=st.sampled_from(NESTED),
    misaligned=st.sampled_from(MISALIGNED),
    columns=st.sampled_from([2, 4]),
)
def test_entities_in_are_entities_out(item: Exportable, nested: str, misaligned: str, columns: int):
    files, report = export_all(
        "conll2003", item, nested=nested, misaligned=misaligned, columns=columns
    )
    read = [seqeval(content, columns) for content in files.values()]
    assert [entities_of(docs(content)) for content in files.values()] == read
    found = sum(map(len, read))
    assert report.written == len(item.layers[0]) - report.dropped
    lines = [item.article.text[a.start : a.end].strip() for a in item.layers[0]]
    over_lines = sum(any(end in words for end in LINE_ENDS) for words in lines)
    assert report.count(Reason.CUT) <= over_lines
    assert found >= report.written + report.count(Reason.CUT)
    if not report.count(Reason.CUT):
        assert found == report.written


@pytest.mark.parametrize("columns", [2, 4])
@pytest.mark.parametrize("nested", NESTED)
@pytest.mark.parametrize("misaligned", [*MISALIGNED, "error"])
def test_names_with_stops_stay_one_entity(nested: str, misaligned: str, columns: int):
    drawings = (
        "أعلن [جورج دبليو. بوش:actor] ذلك أمس.",
        "ذكرت [بي. بي. سي:actor]. أن الوفد وصل.",
        "أعلن عميل [إف. بي. آي:actor]. السابق استقالته.",
    )
    files, report = export_all(
        "conll2003",
        *map(exportable, drawings),
        nested=nested,
        misaligned=misaligned,
        columns=columns,
    )
    content = files.get("actor", files.get(""))
    assert content is not None
    assert len(docs(content)) == 3
    assert len(entities_of(docs(content))) == 3
    assert (report.written, report.dropped, report.losses) == (3, 0, {})


def test_a_sentence_inside_a_zone_ends_where_it_does_without_zones():
    item = exportable("قال [جورج. بوش:actor] هنا.\nختام.", zones=((0, 9),))
    written, report = export("conll2003", item, skip_zones=True)
    assert [row[0] for row in read_documents(written)[0][0]] == [
        "قال",
        "جورج",
        ".",
        "بوش",
        "هنا",
        ".",
    ]
    assert (report.written, report.losses.keys()) == (1, {Reason.ZONES})


@given(item=annotated())
def test_layered_columns_say_of_no_annotation_on_one_line_that_it_goes_on(item: Exportable):
    written, _ = export("conll-layers", item)
    lines = [item.article.text[a.start : a.end] for a in item.layers[0]]
    if not any(end in words for words in lines for end in LINE_ENDS):
        assert "# continues" not in written


def test_two_columns_keep_articles_apart_and_hold_no_word_that_nobody_wrote():
    written, _ = export("conll2003", exportable("قال [بوتين:actor]."), exportable("نعم"), columns=2)
    assert [doc.words for doc in docs(written)] == [["قال", "بوتين", "."], ["نعم"]]
