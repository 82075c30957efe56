"""Tokens and tags as data sets of Hugging Face hold them: names and numbers, texts there, placed and made again."""

import json

import pytest

from annotator.importers import Imported, Noted
from tests.unit.formats.build import import_text, line, only, refusal, spans_of

TOKENS = ["قال", "محمود", "عباس", "."]
TAGS = ["O", "B-actor", "I-actor", "O"]
NUMBERS = [0, 1, 2, 0]
NAMES = ["O", "B-actor", "I-actor"]
TEXT = "قال محمود عباس ."
CARD = """---
license: mit
dataset_info:
  features:
  - name: tokens
    {list}: string
  - name: pos_tags
    {list}:
      class_label:
        names:
          '0': NOUN
          '1': VERB
  - name: ner_tags
    {list}:
      class_label:
        names:
{names}
  splits:
  - name: train
---
# A data set
"""


def taken(outcomes):
    return [one for one in outcomes if isinstance(one, Imported)]


@pytest.mark.parametrize("key", ["ner_tags", "tags", "labels", "ner"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.txt"])
def test_tags_by_name_are_read_and_the_text_made_again(tmp_path, key, name):
    rows = [{"id": "0", "tokens": TOKENS, key: TAGS}, {"id": "1", "tokens": ["نعم"], key: ["O"]}]
    content = json.dumps(rows) if name == "a.json" else "".join(line(**row) for row in rows)
    outcomes = import_text(tmp_path, name, content, annotator="sara")
    first, second = taken(outcomes)
    assert first.article.text == TEXT
    assert spans_of(first.layers[0]) == [(4, 14, "actor")]
    assert (second.article.text, second.layers) == ("نعم", ())
    assert [one.note for one in outcomes if isinstance(one, Noted)] == [
        "the text was made again from the tokens: where the original had spaces, the file does not say"
    ]


def test_numbers_without_names_are_refused_once_saying_what_to_do(tmp_path):
    content = line(tokens=TOKENS, ner_tags=NUMBERS) + line(tokens=["نعم"], ner_tags=[0])
    said = refusal(import_text(tmp_path, "a.jsonl", content, annotator="s"))
    assert "ner_tags are numbers, and nothing says what they mean" in said
    assert "--label-names O,B-PER,I-PER" in said


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("dataset_info.json", json.dumps({"features": {"pos_tags": {"feature": {"names": ["X"]}}, "ner_tags": {"feature": {"names": NAMES, "_type": "ClassLabel"}, "_type": "Sequence"}}})),
        ("dataset_info.json", json.dumps({"features": {"ner_tags": {"feature": {"names": NAMES, "_type": "ClassLabel"}, "_type": "List"}}})),
        ("dataset_infos.json", json.dumps({"default": {"features": {"ner_tags": {"feature": {"names": NAMES}}}}})),
        ("config.json", json.dumps({"id2label": {str(n): one for n, one in enumerate(NAMES)}})),
        ("README.md", CARD.format(list="sequence", names="\n".join(f"          '{n}': {one}" for n, one in enumerate(NAMES)))),
        ("README.md", CARD.format(list="list", names="\n".join(f"        - {one}" for one in NAMES))),
    ],
)  # fmt: skip
def test_names_are_taken_from_what_data_sets_keep_beside_or_above(tmp_path, name, content):
    (tmp_path / "data").mkdir()
    (tmp_path / name).write_text(content, encoding="utf-8")
    for folder in (tmp_path, tmp_path / "data"):
        outcomes = import_text(
            folder, "train.jsonl", line(tokens=TOKENS, ner_tags=NUMBERS), annotator="s"
        )
        assert spans_of(taken(outcomes)[0].layers[0]) == [(4, 14, "actor")]


@pytest.mark.parametrize("how", ["list", "file of lines", "json"])
def test_names_are_taken_from_whoever_says_them(tmp_path, how):
    said = ",".join(NAMES)
    if how != "list":
        path = tmp_path / ("names.txt" if how == "file of lines" else "names.json")
        path.write_text(
            "\n".join(NAMES) if how == "file of lines" else json.dumps({"names": NAMES}),
            encoding="utf-8",
        )
        said = str(path)
    outcomes = import_text(
        tmp_path, "a.jsonl", line(tokens=TOKENS, ner_tags=NUMBERS), annotator="s", label_names=said
    )
    assert spans_of(taken(outcomes)[0].layers[0]) == [(4, 14, "actor")]


def test_a_page_of_the_viewer_brings_its_names(tmp_path):
    features = [
        {"name": "tokens", "type": {}},
        {"name": "ner_tags", "type": {"feature": {"names": NAMES, "_type": "ClassLabel"}}},
    ]
    page = {
        "features": features,
        "rows": [{"row_idx": 0, "row": {"tokens": TOKENS, "ner_tags": NUMBERS}}],
        "num_rows_total": 1,
    }
    outcomes = import_text(tmp_path, "a.json", json.dumps(page), annotator="s")
    assert spans_of(taken(outcomes)[0].layers[0]) == [(4, 14, "actor")]


def test_a_number_without_a_name_costs_itself(tmp_path):
    outcomes = import_text(
        tmp_path,
        "a.jsonl",
        line(tokens=TOKENS, ner_tags=[9, 1, 2, 0]),
        annotator="s",
        label_names=",".join(NAMES),
    )
    assert "tag 1 is no name" in refusal(outcomes)
    assert spans_of(taken(outcomes)[0].layers[0]) == [(4, 14, "actor")]


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (["O", "actor", "actor", "O"], [(4, 14)]),
        (["O", "I-actor", "B-actor", "O"], [(4, 9), (10, 14)]),
        (["O", "B-actor", "E-actor", "S-actor"], [(4, 14), (15, 16)]),
        (["O", "B_actor", "L_actor", "U_actor"], [(4, 14), (15, 16)]),
    ],
)
def test_every_scheme_of_tags_is_read(tmp_path, tags, spans):
    outcomes = import_text(tmp_path, "a.jsonl", line(tokens=TOKENS, tags=tags), annotator="s")
    assert [span[:2] for span in spans_of(taken(outcomes)[0].layers[0])] == spans


def test_a_text_that_is_there_is_taken_and_its_tokens_found(tmp_path):
    text = "قال  محمود\u00a0عباس."
    rows = line(tokens=TOKENS, ner_tags=TAGS, text=text) + line(
        tokens=TOKENS, ner_tags=TAGS, text=text + " ", offsets=[[0, 3], [5, 10], [11, 15], [15, 16]]
    )
    one, two = import_text(tmp_path, "a.jsonl", rows, annotator="s")
    assert (one.article.text, two.article.text) == (text, text + " ")
    assert spans_of(one.layers[0]) == spans_of(two.layers[0]) == [(5, 15, "actor")]


def test_offsets_place_tokens_and_sentences_of_an_article(tmp_path):
    rows = (
        line(
            article_id="a",
            tokens=["قال", "نعم"],
            offsets=[[2, 5], [8, 11]],
            ner_tags=["O", "B-actor"],
            sentence_no=0,
        )
        + line(
            article_id="a", tokens=["ثم"], offsets=[[13, 15]], ner_tags=["B-date"], sentence_no=1
        )
        + line(article_id="b", tokens=["لا"], offsets=[[0, 2]], ner_tags=["O"])
    )
    first, second = import_text(tmp_path, "a.jsonl", rows, annotator="s")
    assert first.article.text == "قال   نعم\n ثم"
    assert spans_of(first.layers[0]) == [(6, 9, "actor"), (11, 13, "date")]
    assert first.article.extra == {"article_id": "a"}
    assert second.article.text == "لا"


def test_sentences_of_one_article_are_put_together_by_lines(tmp_path):
    rows = line(doc_id=5, tokens=TOKENS, ner_tags=TAGS) + line(
        doc_id=5, tokens=["نعم"], ner_tags=["B-quote"]
    )
    [one] = taken(import_text(tmp_path, "a.jsonl", rows, annotator="s"))
    assert one.article.text == TEXT + "\nنعم"
    assert spans_of(one.layers[0]) == [(4, 14, "actor"), (17, 20, "quote")]


def test_empty_tokens_take_no_place_and_punctuation_can_be_glued(tmp_path):
    content = line(tokens=["قال", "", "محمود", "."], ner_tags=["O", "O", "B-actor", "O"])
    [one] = taken(import_text(tmp_path, "a.jsonl", content, annotator="s", join="glued"))
    assert one.article.text == "قال محمود."
    assert spans_of(one.layers[0]) == [(4, 9, "actor")]


@pytest.mark.parametrize(
    "row",
    [
        {"tokens": TOKENS, "ner_tags": ["O"]},
        {"tokens": ["", " "], "ner_tags": ["O", "O"]},
        {"tokens": 5},
        7,
    ],
)
def test_what_is_no_row_is_refused_and_the_others_taken(tmp_path, row):
    content = line(tokens=TOKENS, ner_tags=TAGS) + json.dumps(row) + "\n"
    outcomes = import_text(tmp_path, "a.jsonl", content, annotator="s")
    assert len(taken(outcomes)) == 1
    assert refusal(outcomes).startswith("a.jsonl, line 2: ")


def test_nobody_named_is_asked_for(tmp_path):
    assert "name the annotator" in refusal(
        import_text(tmp_path, "a.jsonl", line(tokens=TOKENS, ner_tags=TAGS))
    )
    bare = import_text(tmp_path, "b.jsonl", line(tokens=TOKENS, ner_tags=["O"] * 4))
    assert only(taken(bare)).layers == ()
