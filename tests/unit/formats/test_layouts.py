"""Rows of words and tags as corpora lay them out and spell them: all give the same annotations, by any name of the file."""

import pytest

from annotator.importers import Imported, Noted, Refused
from annotator.importers.recognising import recognise
from tests.unit.formats.build import import_text, only, refusal

WORDS = ["وصل", "محمود", "أبو", "عباس", "إلى", "مصر", "سوريا", ".", "قال", "نعم"]
TAGS = ["O", "B-PER", "I-PER", "I-PER", "O", "B-LOC", "B-LOC", "O", "O", "O"]
FOUND = [("per", "محمود أبو عباس"), ("loc", "مصر"), ("loc", "سوريا")]

SPELLINGS = {
    "with an underscore": lambda tag: tag.replace("-", "_"),
    "part behind": lambda tag: "-".join(reversed(tag.split("-"))),
    "small": str.lower,
    "BMES": lambda tag: tag,
}


def read(tmp_path, content, name="a.txt", **options):
    return import_text(tmp_path, name, content, annotator="sara", labels="add", **options)


def words_of(imported):
    text = imported.article.text
    return [(a.label, a.span.of(text)) for layer in imported.layers for a in layer.in_order]


def rows(tags, between=" ", words=WORDS):
    return "".join(f"{word}{between}{tag}\n" for word, tag in zip(words, tags, strict=True))


@pytest.mark.parametrize("name", ["a.txt", "a.dat", "a.tsv", "a.csv", "a.conll"])
@pytest.mark.parametrize("between", [" ", "\t"])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_tags_are_what_they_mean_however_they_are_spelled(tmp_path, spelling, between, name):
    tags = [SPELLINGS[spelling](tag) for tag in TAGS]
    if spelling == "BMES":
        tags[2:4], tags[5:7] = ["M-PER", "E-PER"], ["S-LOC", "S-LOC"]
    assert words_of(only_article(read(tmp_path, rows(tags, between), name))) == FOUND


def only_article(outcomes):
    assert not [one for one in outcomes if isinstance(one, Refused)], outcomes
    return only([one for one in outcomes if isinstance(one, Imported)])


def test_labels_without_begin_and_inside_go_on_over_their_neighbours(tmp_path):
    bare = [tag.partition("-")[2] or tag for tag in TAGS]
    found = only_article(read(tmp_path, rows(bare)))
    assert words_of(found) == [("per", "محمود أبو عباس"), ("loc", "مصر سوريا")]


def test_lists_of_two_words_are_no_tags(tmp_path):
    content = "".join(f"كلمة{n} WORD{'ABCDEFGHIJ'[n]}\n" for n in range(10))
    assert recognise(write(tmp_path, content))[0].name == "txt"


def write(tmp_path, content, name="a.txt"):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return path


LAYOUTS = {
    "numbered, and columns behind the tags": "".join(
        f"{n}\t{word}\t{tag}\t-\t-\n"
        for n, (word, tag) in enumerate(zip(WORDS, TAGS, strict=True), 1)
    ),
    "numbered, with a source above": "#\thttps://example.org [2021-05-12]\n"
    + "".join(
        f"{n}\t{word}\t{tag}\tO\n" for n, (word, tag) in enumerate(zip(WORDS, TAGS, strict=True), 1)
    ),
    "commas under a header": "Sentence #,Word,POS,Tag\n"
    + "".join(
        f"{'Sentence: 1' if not n else ''},{word},X,{tag}\n"
        for n, (word, tag) in enumerate(zip(WORDS, TAGS, strict=True))
    ),
    "semicolons under a header": "token;ner_tags\n" + rows(TAGS, ";"),
    "part of speech behind": "word\ttag\tpos\n"
    + "".join(f"{word}\t{tag}\tNN\n" for word, tag in zip(WORDS, TAGS, strict=True)),
}


@pytest.mark.parametrize("name", ["a.txt", "a.dat", "a.tsv", "a.csv"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_and_tags_are_found_wherever_they_stand(tmp_path, layout, name):
    found = only_article(read(tmp_path, LAYOUTS[layout], name))
    assert found.article.text == " ".join(WORDS)
    assert words_of(found) == FOUND


def test_a_column_of_sentences_parts_them(tmp_path):
    content = 'sentence_id,token,tags\n1,وزير,B-OCC B-PERS\n1,"""",I-PERS\n2,نعم,O\n'
    found = only_article(read(tmp_path, content, "a.csv"))
    assert found.article.text == 'وزير "\nنعم'
    assert sorted(words_of(found)) == [("occ", "وزير"), ("pers", 'وزير "')]


@pytest.mark.parametrize("joined", [" ", "|"])
def test_tags_in_one_cell_are_nested_ones(tmp_path, joined):
    tags = [
        ["B-OCC", "B-PERS"],
        ["I-OCC", "I-PERS"],
        ["I-OCC", "I-PERS", "B-GPE"],
        ["I-PERS"],
        ["O"],
    ]
    words = ["وزير", "خارجية", "مصر", "شكري", "قال"]
    found = only_article(read(tmp_path, rows([joined.join(one) for one in tags], "\t", words)))
    assert sorted(words_of(found)) == [
        ("gpe", "مصر"),
        ("occ", "وزير خارجية مصر"),
        ("pers", "وزير خارجية مصر شكري"),
    ]


def test_conllu_plus_may_leave_out_the_numbers(tmp_path):
    content = "# global.columns = FORM UPOS CONLL:NER\n# newdoc\n" + "".join(
        f"{word}\tX\t{tag}\n" for word, tag in zip(WORDS, TAGS, strict=True)
    )
    assert words_of(only_article(read(tmp_path, content, "a.conllup"))) == FOUND
    broken = read(tmp_path, content + "نعم\tX\n", "a.conllup")
    assert "line 13" in refusal(broken)


@pytest.mark.parametrize("key", ["NE", "ne", "Ner", "name", "Entity", "NamedEntity"])
def test_tags_of_treebanks_are_found_under_any_key(tmp_path, key):
    written = treebank(key, "B-PER", "I-PER", "O")
    assert words_of(only_article(read(tmp_path, written, "a.conllu"))) == [("per", "محمود عباس")]


def test_a_label_alone_is_a_tag_where_names_are_expected(tmp_path):
    written = treebank("NE", "PERSON", "PERSON", "O")
    assert words_of(only_article(read(tmp_path, written, "a.conllu"))) == [("person", "محمود عباس")]


def test_a_treebank_without_names_says_so(tmp_path):
    outcomes = read(tmp_path, treebank("Gloss", "a", "b", "c"), "a.conllu")
    assert "no word has a tag of a name" in str([o for o in outcomes if isinstance(o, Noted)])


def treebank(key, *tags):
    words = ["محمود", "عباس", "قال"]
    rows = (
        f"{n}\t{word}\t_\tX\t_\t_\t{min(n - 1, 1)}\tdep\t_\t{key}={tag}\n"
        for n, (word, tag) in enumerate(zip(words, tags, strict=True), 1)
    )
    return f"# text = {' '.join(words)}\n{''.join(rows)}\n"


@pytest.mark.parametrize("between", [" ", "\t", ","])
def test_columns_that_are_named_by_their_labels_need_no_labels_in_them(tmp_path, between):
    rows_ = [
        ("token", "ACTOR", "QUOTE"),
        ("وزير", "B", "B"),
        ("خارجية", "I", "I"),
        ("مصر", "O", "I"),
        ("قال", "O", "O"),
    ]
    content = "".join(between.join(row) + "\n" for row in rows_)
    found = only_article(read(tmp_path, content))
    assert words_of(found) == [("quote", "وزير خارجية مصر"), ("actor", "وزير خارجية")]
