"""What nobody sees at the beginning of a file, a line or a text costs nothing; of files put together, a bad line only itself."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.importers import Imported, Refused
from annotator.importers.objects.json_items import Items
from annotator.importers.objects.json_values import DECODER
from tests.unit.formats.build import import_text, line, only, own_line, refusal, spans_of

BOM = "\ufeff"


def texts_of(outcomes: list[Imported | Refused]) -> list[str]:
    assert [str(o) for o in outcomes if isinstance(o, Refused)] == []
    return [outcome.article.text for outcome in outcomes if isinstance(outcome, Imported)]


@pytest.mark.parametrize("mark", [BOM, BOM * 2, "\u200f", "\u200b", f" {BOM} \u202b"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_a_mark_before_any_line_or_item_is_passed_over(tmp_path: Path, name: str, mark: str):
    lines = "".join(mark + line(text=text) for text in ("ألف", "باء", "جيم"))
    assert texts_of(import_text(tmp_path, name, lines)) == ["ألف", "باء", "جيم"]
    array = f'{mark}[{mark}{{"text":"ألف"}},{mark}{{"text":"باء"}}{mark}]{mark}'
    assert texts_of(import_text(tmp_path, name, array)) == ["ألف", "باء"]


def test_arrays_put_together_are_read_to_the_end(tmp_path: Path):
    first, second = '[{"text":"ألف"}]\n', '[\n {"text":"باء"},\n {"text":"جيم"}\n]'
    assert texts_of(import_text(tmp_path, "a.json", first + BOM + second)) == ["ألف", "باء", "جيم"]


def test_objects_between_which_the_line_end_was_lost_are_both_taken(tmp_path: Path):
    joined = line(text="ألف").rstrip() + BOM + line(text="باء")
    assert texts_of(import_text(tmp_path, "a.jsonl", joined)) == ["ألف", "باء"]


def test_of_files_put_together_the_guilty_line_costs_only_its_own_article(tmp_path: Path):
    bad = "خبر".encode("utf-16") + b"\n"
    content = line(text="ألف").encode() + bad + BOM.encode() + line(text="باء").encode()
    outcomes = import_text(tmp_path, "a.jsonl", content)
    assert "a.jsonl, line 2: " in refusal(outcomes)
    assert texts_of([o for o in outcomes if isinstance(o, Imported)]) == ["ألف", "باء"]


def test_a_mark_in_front_of_a_text_is_no_part_of_it_and_the_offsets_move(tmp_path: Path):
    plain = only(import_text(tmp_path, "a.txt", "قال بوتين"))
    assert (
        only(import_text(tmp_path, "b.txt", BOM * 2 + "قال بوتين")).article.id == plain.article.id
    )
    marked = line(text=BOM * 2 + "قال بوتين", spans=[[6, 11, "actor"]])
    back = only(import_text(tmp_path, "a.jsonl", marked, annotator="sara"))
    assert back.article.id == plain.article.id
    assert spans_of(back.layers[0]) == [(4, 9, "actor")]
    assert "byte order mark" in back.notes[0]


def test_an_annotation_of_nothing_but_the_mark_is_refused(tmp_path: Path):
    marked = line(text=BOM + "قال", spans=[[0, 1, "actor"]])
    assert "byte order mark" in refusal(import_text(tmp_path, "a.jsonl", marked, annotator="sara"))


def test_an_article_of_ours_keeps_the_text_that_its_offsets_and_its_id_count_on(tmp_path: Path):
    written = own_line(BOM + "قال بوتين", {"start": 5, "end": 10, "label": "actor"})
    back = only(import_text(tmp_path, "a.jsonl", written))
    assert back.article.text == BOM + "قال بوتين"
    assert spans_of(back.layers[0]) == [(5, 10, "actor")]


def test_a_mark_between_two_texts_of_one_file_stays_and_is_said(tmp_path: Path):
    both = only(import_text(tmp_path, "a.txt", f"{BOM}خبر أول\n{BOM}خبر ثان"))
    assert both.article.text == f"خبر أول\n{BOM}خبر ثان"
    assert any("U+FEFF" in note for note in both.notes)


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        ([[7, 12, "actor"]], "😀 قال بوتين اليوم"),
        ([[0, 3, "date"], [10, 15, "actor"]], "قال 😀 ثم بوتين اليوم"),
    ],
)
def test_offsets_that_can_only_be_utf16_are_read_so_and_it_is_said(
    tmp_path: Path, spans: list[list[object]], text: str
):
    found = only(import_text(tmp_path, "a.jsonl", line(text=text, spans=spans), annotator="s"))
    assert [a.span.of(text) for a in found.layers[0].in_order][-1] == "بوتين"
    assert "offsets read as UTF-16 units" in found.notes
    stated = line(text=text, spans=spans, offset_unit="codepoint")
    taken = only(import_text(tmp_path, "b.jsonl", stated, annotator="s"))
    assert spans_of(taken.layers[0]) == [tuple(span) for span in spans]
    assert taken.notes == ()


def test_offsets_past_the_end_that_may_count_utf16_are_read_so(tmp_path: Path):
    beyond = line(text="😀 قال بوتين", spans=[[7, 12, "actor"]])
    found = only(import_text(tmp_path, "a.jsonl", beyond, annotator="s"))
    assert spans_of(found.layers[0]) == [(6, 11, "actor")]


TWO_WAYS = "😀 قال بوتين اليوم"


def test_offsets_that_fit_as_code_points_are_taken_so(tmp_path: Path):
    fits = line(text=TWO_WAYS, spans=[[6, 11, "actor"]])
    found = only(import_text(tmp_path, "a.jsonl", fits, annotator="s"))
    assert (spans_of(found.layers[0]), found.notes) == ([(6, 11, "actor")], ())


@pytest.mark.parametrize(
    "spans", [[[7, 11, "actor"]], [[6, 12, "actor"]], [[7, 12, "date"], [6, 11, "actor"]]]
)
def test_offsets_that_fit_neither_way_are_refused_until_somebody_says(
    tmp_path: Path, spans: list[list[object]]
):
    content = line(text=TWO_WAYS, spans=spans)
    said = refusal(import_text(tmp_path, "a.jsonl", content, annotator="s"))
    assert "--offset-unit codepoint or --offset-unit utf16" in said
    for unit, moved in (("codepoint", 0), ("utf16", 1)):
        found = only(
            import_text(tmp_path, f"{unit}.jsonl", content, annotator="s", offset_unit=unit)
        )
        expected = sorted((s - moved, e - moved, label) for s, e, label in spans)
        assert spans_of(found.layers[0]) == expected


@pytest.mark.parametrize("first", [True, False])
def test_one_article_of_a_file_tells_for_those_that_do_not(tmp_path: Path, first: bool):
    unclear = line(text=TWO_WAYS, spans=[[7, 11, "actor"]])
    clear = line(
        text="😀 قال علييف اليوم",
        spans=[{"start": 7, "end": 12, "label": "actor", "text": "علييف"}],
    )
    content = clear + unclear if first else unclear + clear
    found = import_text(tmp_path, "a.jsonl", content, annotator="s")
    assert sorted(spans_of(one.layers[0])[0][:2] for one in found) == [(6, 10), (6, 11)]


VALUES = st.lists(
    st.dictionaries(
        st.text(max_size=5), st.text(max_size=20) | st.integers() | st.none(), max_size=3
    ),
    max_size=8,
)


@given(
    values=VALUES, indent=st.sampled_from([None, 1]), block=st.integers(1, 9), ascii=st.booleans()
)
def test_an_array_read_in_pieces_gives_what_it_gives_as_a_whole(
    tmp_path_factory: pytest.TempPathFactory,
    values: list[dict[str, object]],
    indent: int | None,
    block: int,
    ascii: bool,  # noqa: A002 - the word of the json module is `ensure_ascii`
):
    content = json.dumps(values, indent=indent, ensure_ascii=ascii).encode(
        "utf-8", "backslashreplace"
    )
    path = tmp_path_factory.mktemp("array") / "a.json"
    path.write_bytes(content)
    found = []
    with path.open("rb") as file, pytest.MonkeyPatch.context() as patch:
        patch.setattr("annotator.importers.objects.json_items.BLOCK", block)
        items = Items(file, DECODER.raw_decode)
        while items.go_to_next():
            line_of_item = items.line
            value, text = items.take()
            found.append(value)
            assert json.loads(text) == value
            assert 1 <= line_of_item <= content.count(b"\n") + 1
        assert not items.is_open
    assert found == json.loads(content)
