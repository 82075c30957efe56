"""CoNLL-U as the standard has it: rules of the validator's level 2 written down here, the library `conllu`, and the way back."""

import re
import unicodedata
from collections import Counter

import conllu
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.exporters import Exportable, Reason
from annotator.importers import Imported
from tests.unit.formats.build import export, exportable, import_text, with_spans
from tests.unit.formats.strategies import exportables
from tests.unit.formats.tag_files import assert_accounted, entities

DRAWING = (
    "قال [فلاديمير بوتين:actor] و[علييف:actor]:\u00a0«[نعم:quote]».\n\nثم غادر [الأوّلَ:actor].  نعم"
)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def assert_valid(content: str) -> None:
    """Assert what `udvalidate --level 2` asks: ids, ten columns, # text, NFC, a tree, known relations, SpaceAfter."""
    assert content == "" or content.endswith("\n\n")
    assert nfc(content) == content
    ids: set[str] = set()
    for block in content.split("\n\n")[:-1]:
        lines = block.split("\n")
        comments = dict(
            re.fullmatch(r"# (\w+(?: id)?) = (.*)", line).groups()
            for line in lines
            if line.startswith("# ")
        )
        rows = [line.split("\t") for line in lines if not line.startswith("# ")]
        assert comments["sent_id"] not in ids
        ids.add(comments["sent_id"])
        assert all(len(row) == 10 and all(row) for row in rows)
        assert all(cell == cell.strip() for row in rows for cell in row)
        assert not any(any(map(str.isspace, cell)) for row in rows for cell in row[:9])
        expected, until, text = 1, 0, ""
        for number, form, _, upos, _, _, head, relation, _, misc in rows:
            first, _, last = number.partition("-")
            assert int(first) == expected
            if last:
                assert int(last) > int(first)
                until = int(last)
                assert (upos, head, relation) == ("_", "_", "_")
            else:
                expected += 1
                wanted = ("X", "0", "root") if number == "1" else ("X", "1", "dep")
                assert (upos, head, relation) == wanted
            if last or int(first) > until:
                text += form + ("" if "SpaceAfter=No" in misc.split("|") else " ")
            else:
                assert "SpaceAfter" not in misc
        assert comments["text"] == text.rstrip(" ")


def test_words_with_their_places_and_a_token_of_two_words():
    written, report = export("conllu", exportable("قال: و[بوتين:actor]"))
    assert [line for line in written.split("\n") if not line.startswith("# ")] == [
        "1\tقال\t_\tX\t_\t_\t0\troot\t_\tSpaceAfter=No|start_char=0|end_char=3",
        "2\t:\t_\tX\t_\t_\t1\tdep\t_\tstart_char=3|end_char=4",
        "3-4\tوبوتين\t_\t_\t_\t_\t_\t_\t_\tstart_char=5|end_char=11",
        "3\tو\t_\tX\t_\t_\t1\tdep\t_\tstart_char=5|end_char=6",
        "4\tبوتين\t_\tX\t_\t_\t1\tdep\t_\tNE=B-ACTOR|start_char=6|end_char=11",
        "",
        "",
    ]
    assert (report.written, report.count(Reason.SPLIT)) == (1, 1)


def test_white_space_that_is_no_single_space_is_said_in_misc():
    written, _ = export("conllu", exportable("أ  ب\tج\nد\u2028ه\u00a0و"))
    assert re.findall(r"SpacesAfter=([^|]*)", written) == [r"\s\s", r"\t", r"\n"]
    assert re.findall("# text = (.*)", written) == ["أ ب ج", "د", "ه و"]


def test_an_article_is_named_and_one_without_words_is_left_out():
    item = exportable("قال", title="خبر  في\nسطرين", published="2021-11-09")
    written, _ = export("conllu", item, with_spans("\u3164\u200f\n"), with_spans("\u200f"))
    assert written.startswith(
        f"# newdoc id = {item.article.id}\n# title = خبر في سطرين\n# published = 2021-11-09\n# sent_id"
    )
    assert written.count("# newdoc") == 2


def test_plus_names_its_columns_and_has_one_for_the_tags():
    written, _ = export("conllup", exportable(DRAWING))
    parsed = conllu.parse(written)
    assert [word["hashiya:ner"] for word in parsed[0]][:4] == ["O", "B-ACTOR", "I-ACTOR", "_"]
    assert {line.count("\t") for line in written.split("\n") if line and line[0] != "#"} == {10}


OPTIONS = st.fixed_dictionaries(
    {
        "nested": st.sampled_from(["outermost", "innermost"]),
        "misaligned": st.sampled_from(["expand", "split", "drop"]),
        "entity_key": st.sampled_from(["NE", "ner"]),
        "lower": st.booleans(),
        "skip_zones": st.booleans(),
    }
)


@settings(max_examples=150)
@given(item=exportables(), options=OPTIONS)
@example(
    item=with_spans("نعم. لا", (1, 2, "actor"), (2, 4, "date")),
    options={"misaligned": "split", "entity_key": "NE"},
)
@example(
    item=with_spans("می\u200cرود", (0, 2, "actor"), (2, 3, "date"), (3, 6, "quote")),
    options={"misaligned": "split", "entity_key": "NE"},
)
def test_any_article_is_valid_and_holds_what_the_report_says(
    item: Exportable, options: dict[str, object]
):
    written, report = export("conllu", item, **options)
    assert_valid(written)
    text = item.article.text
    sentences = [
        [word for word in sentence if isinstance(word["id"], int)]
        for sentence in conllu.parse(written)
    ]
    rows = [
        [(int(w["misc"]["start_char"]), int(w["misc"]["end_char"])) for w in sentence]
        for sentence in sentences
    ]
    for sentence, places in zip(sentences, rows, strict=True):
        for word, (start, end) in zip(sentence, places, strict=True):
            assert word["form"] == nfc(text[start:end])
    key = str(options["entity_key"])
    tags = [[word["misc"].get(key, "O") for word in sentence] for sentence in sentences]
    assert_accounted(item, entities(tags, rows), rows, report)


@settings(max_examples=60)
@given(item=exportables(), misaligned=st.sampled_from(["expand", "split"]))
def test_plus_has_the_same_words_and_tags(item: Exportable, misaligned: str):
    plain = conllu.parse(export("conllu", item, misaligned=misaligned)[0])
    plus = [s for s in conllu.parse(export("conllup", item, misaligned=misaligned)[0]) if s]
    words = [[(w["id"], w["form"], w["misc"].get("NE", "O")) for w in s] for s in plain]
    column = [[(w["id"], w["form"], w["hashiya:ner"]) for w in s] for s in plus]
    tokens = [[(i, form, "O" if tag == "_" else tag) for i, form, tag in s] for s in column]
    assert words == tokens
    assert all((tag == "_") == isinstance(i, tuple) for s in column for i, _, tag in s)


@pytest.mark.parametrize("name", ["conllu", "conllup"])
def test_what_is_written_comes_back_with_its_words(tmp_path, name: str):
    items = [exportable(DRAWING), with_spans("نص آخر، بوتين 🙂 نعم.", (8, 13, "actor"))]
    written, _ = export(name, *items, misaligned="expand")
    back = import_text(tmp_path, f"a.{name}", written, annotator="omar")
    found = [one for one in back if isinstance(one, Imported)]
    assert found[0].article.text == "قال فلاديمير بوتين وعلييف: «نعم».\nثم غادر الأوّلَ.\nنعم"
    assert [
        [(a.label, a.span.of(one.article.text)) for a in one.layers[0].in_order] for one in found
    ] == [
        [
            ("actor", "فلاديمير بوتين"),
            ("actor", "وعلييف"),
            ("quote", "نعم"),
            ("actor", nfc("الأوّلَ")),
        ],
        [("actor", "بوتين")],
    ]


@settings(max_examples=40)
@given(items=st.lists(exportables(), min_size=1, max_size=3, unique_by=lambda i: i.article.id))
def test_any_articles_come_back_word_by_word(tmp_path_factory, items: list[Exportable]):
    written, report = export("conllu", *items, misaligned="expand")
    back = import_text(tmp_path_factory.getbasetemp(), "b.conllu", written, annotator="omar")
    found = [one for one in back if isinstance(one, Imported)]
    texts = ["\n".join(s.metadata["text"] for s in doc) for doc in documents(written)]
    assert Counter(one.article.text for one in found) == Counter(dict.fromkeys(texts, 1))
    if len(set(texts)) == len(texts) and not report.count(Reason.CUT):
        assert sum(len(layer) for one in found for layer in one.layers) == report.written


def documents(content: str) -> list[list[conllu.TokenList]]:
    found: list[list[conllu.TokenList]] = []
    for sentence in conllu.parse(content):
        if "newdoc id" in sentence.metadata:
            found.append([])
        found[-1].append(sentence)
    return found
