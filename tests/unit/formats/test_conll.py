"""Flat and nested CoNLL read: every scheme gives the same annotations, and what is odd is said once."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.importers import Imported, Noted, Refused, settling
from annotator.importers.recognising import recognise
from annotator.model import DEFAULT_SCHEMA
from tests.unit.formats.build import export, exportable, with_spans

FILES = Path(__file__).resolve().parents[2] / "data" / "imports"
EXPECTED = json.loads((FILES / "expected.json").read_text(encoding="utf-8"))


def read(path, format_name="auto", **options):
    importer, _ = recognise(path, format_name)
    given_ = {"annotator": "sara", "labels": "add", **options}
    if not importer.holds.spans:
        given_ = options
    return list(settling.read(importer, path, importer.choose(given_, DEFAULT_SCHEMA)))


def write(path, content, encoding="utf-8"):
    path.write_bytes(content.encode(encoding))
    return path


def articles(outcomes):
    return [outcome for outcome in outcomes if isinstance(outcome, Imported)]


def notes(outcomes):
    return [outcome.note for outcome in outcomes if isinstance(outcome, Noted)]


def words(imported):
    text = imported.article.text
    return [(a.label, a.span.of(text)) for layer in imported.layers for a in layer.in_order]


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("suffix", ["", ".txt", ".dat"])
def test_real_files_give_what_they_hold(tmp_path, name, suffix):
    path = tmp_path / f"a{suffix or Path(name).suffix}"
    path.write_bytes((FILES / name).read_bytes())
    pairs = EXPECTED[name]["options"].get("labels", {})
    rules = ",".join(
        ["add", *(f"{raw}={to}" for raw, to in pairs.items())] if pairs != "add" else ["add"]
    )
    found = articles(read(path, labels=rules))
    assert len(found) == len(EXPECTED[name]["articles"])
    for imported, expected in zip(found, EXPECTED[name]["articles"], strict=True):
        assert imported.article.text == expected["text"]
        for annotator, layer in expected["layers"].items():
            [mine] = [one for one in imported.layers if one.annotator == annotator]
            assert len(mine) == layer["count"]
            spans = [(a.start, a.end, a.label) for a in mine]
            for span in layer["spans"]:
                assert (span["start"], span["end"], span["label"].lower()) in spans
                assert imported.article.text[span["start"] : span["end"]] == span["text"]


def test_what_is_odd_in_a_file_is_said_once_each_with_its_place():
    said = "\n".join(notes(read(FILES / "dirty_two_column.txt")))
    assert "the text was made again from the tokens" in said
    assert "dropped 9 invisible marks at the ends of tokens" in said
    assert "dropped 1 row(s) without a token" in said
    assert "read 1 row(s) without a tag as O, the first of them line 12" in said


FORMS = st.sampled_from(
    ["قال", "🇪🇬", "بوتين\u00a0الأب", "ﷺ", "#", "-", "عبّاس", "12", "ـــ", "a\u2028b", "،"]
)
SENTENCE = st.lists(
    st.tuples(st.sampled_from(["PER", "LOC", ""]), st.lists(FORMS, min_size=1, max_size=4)),
    min_size=1,
    max_size=5,
)
TEXTS = st.lists(SENTENCE, min_size=1, max_size=4)


def tags_of(scheme, label, length, before):
    """Return the tags of one annotation; ``before`` is the label of the token in front of it."""
    if not label:
        return ["O"] * length
    if scheme == "IOB1":
        return [("B-" if before == label else "I-") + label] + [f"I-{label}"] * (length - 1)
    if scheme == "IOB2":
        return [f"B-{label}"] + [f"I-{label}"] * (length - 1)
    one, last = ("S-", "E-") if scheme == "BIOES" else ("U-", "L-")
    if length == 1:
        return [one + label]
    return [f"B-{label}", *[f"I-{label}"] * (length - 2), last + label]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("middle", [" ", "\t", " -X- -X- "])
@pytest.mark.parametrize("scheme", ["IOB1", "IOB2", "BIOES", "BILOU"])
@given(text=TEXTS)
@example(text=[[("PER", ["محمود", "عباس"]), ("PER", ["علي"]), ("", ["و"])]])
def test_every_scheme_gives_the_annotations_that_were_written(
    tmp_path_factory, scheme, middle, line_end, text
):
    rows, expected = [], []
    for sentence in text:
        before = ""
        for label, forms in sentence:
            tags = tags_of(scheme, label, len(forms), before)
            rows += [form + middle + tag for form, tag in zip(forms, tags, strict=True)]
            before = label
            if label:
                expected.append((label.lower(), " ".join(forms)))
        rows.append("")
    path = tmp_path_factory.getbasetemp() / "schemes.conll"
    write(path, line_end.join(rows) + line_end)
    [imported] = articles(read(path, "conll"))
    assert words(imported) == expected
    assert imported.article.text == "\n".join(
        " ".join(form for _, forms in sentence for form in forms) for sentence in text
    )


def test_nested_tags_of_one_label_go_on_by_their_rank(tmp_path):
    rows = ["بنك B-ORG B-ORG", "مصر I-ORG I-ORG B-GPE", "المركزي I-ORG", "أمس O", ""]
    [imported] = articles(read(write(tmp_path / "a.txt", "\n".join(rows)), "wojood"))
    assert sorted(words(imported)) == [
        ("gpe", "مصر"),
        ("org", "بنك مصر"),
        ("org", "بنك مصر المركزي"),
    ]


def test_one_column_a_label_keeps_what_crosses(tmp_path):
    rows = ["قال O O", "وزير B-OCC O", "خارجية I-OCC B-ORG", "مصر O I-ORG", "نعم O O"]
    path = write(tmp_path / "a.txt", "\n".join(rows))
    assert recognise(path)[0].name == "conll"
    [imported] = articles(read(path))
    assert words(imported) == [("occ", "وزير خارجية"), ("org", "خارجية مصر")]


def test_the_column_of_the_tags_can_be_named(tmp_path):
    rows = ["قال B-PER V O", "نعم O N O", "لا O N O"]
    path = write(tmp_path / "a.conll", "\n".join(rows))
    [imported] = articles(read(path, "conll", tag_column=2))
    assert words(imported) == [("per", "قال")]
    assert articles(read(path, "conll"))[0].layers == ()


def test_punctuation_is_glued_on_request(tmp_path):
    rows = ["قال O", "( O", "بوتين B-PER", ") O", "، O", "« O", "نعم O", "» O", ". O"]
    path = write(tmp_path / "a.conll", "\n".join(rows))
    [imported] = articles(read(path, join="glued"))
    assert imported.article.text == "قال (بوتين)، «نعم»."
    assert words(imported) == [("per", "بوتين")]


@pytest.mark.parametrize("encoding", ["cp1256", "utf-8-sig"])
def test_encodings_of_old_corpora_are_read(tmp_path, encoding):
    rows = ["قال\tO", "محمود\tB-PER", "عباس\tI-PER"] * 20
    [imported] = articles(read(write(tmp_path / "a.txt", "\n".join(rows), encoding)))
    assert words(imported) == [("per", "محمود عباس")] * 20


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd9 O\n" * 5, "not UTF-8"),
        ("قال O\n".encode("utf-16"), "UTF-16"),
        (b"a O\nb\0 O\nc O\n", "NUL"),
        (b"\n\n", "no rows"),
        (b"-DOCSTART- -X- O O\n\n", "no rows"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path, content, reason):
    (tmp_path / "a.conll").write_bytes(content)
    [refused] = [o for o in read(tmp_path / "a.conll", "conll") if isinstance(o, Refused)]
    assert reason in str(refused)


def test_without_an_annotator_it_asks_for_one(tmp_path):
    path = write(tmp_path / "a.conll", "قال O\nبوتين B-PER\nنعم O\n")
    importer, _ = recognise(path)
    outcomes = list(settling.read(importer, path, importer.choose({"labels": "add"})))
    assert "name the annotator" in str(outcomes[0])


def test_what_we_export_comes_back_with_the_words_it_was_given(tmp_path):
    first = exportable("قال [محمود عباس:actor] أمس.\n[القاهرة:agreement] 🙂 [نعم:quote]")
    second = with_spans("نص آخر، بوتين.", (8, 13, "actor"))
    path = write(tmp_path / "a.txt", export("conll2003", first, second)[0])
    one, two = articles(read(path))
    assert words(one) == [("actor", "محمود عباس"), ("agreement", "القاهرة"), ("quote", "نعم")]
    assert words(two) == [("actor", "بوتين")]
    assert len(DEFAULT_SCHEMA.labels) == 4


CONLLU = """# newdoc id = a
# text = وقال محمود عباس.
1-2\tوقال\t_\t_\t_\t_\t_\t_\t_\t_
1\tو\t_\tCCONJ\t_\t_\t2\tcc\t_\tNE=O
2\tقال\t_\tVERB\t_\t_\t0\troot\t_\t_
3\tمحمود\t_\tX\t_\t_\t2\tnsubj\t_\tner=S-PER
4\tعباس\t_\tX\t_\t_\t3\tflat\t_\tname=B-X|SpaceAfter=No
5\t.\t_\tPUNCT\t_\t_\t2\tpunct\t_\t_

# newdoc id = b
1\tنعم\t_\tX\t_\t_\t0\troot\t_\tNE=B-Y|SpaceAfter=No
2\t🙂\t_\tX\t_\t_\t1\tdep\t_\tNE=I-Y
2.1\tمحذوف\t_\tX\t_\t_\t_\t_\t_\t_
3\tلا\t_\tX\t_\t_\t1\tdep\t_\tNE=odd

"""


def test_treebanks_keep_their_own_text_and_are_made_again_without_one(tmp_path):
    path = write(tmp_path / "a.txt", CONLLU)
    assert recognise(path)[0].name == "conllu"
    outcomes = read(path)
    one, two = articles(outcomes)
    assert one.article.text == "وقال محمود عباس."
    assert words(one) == [("per", "محمود"), ("x", "عباس")]
    assert two.article.text == "نعم🙂 لا"
    assert words(two) == [("y", "نعم🙂")]
    assert len(notes(outcomes)) == 2


def test_columns_of_conllu_plus_are_found_by_their_names(tmp_path):
    content = "# global.columns = ID FORM PANN:NER\n1\tقال\tO\n2\tبوتين\tB-PER\n3\tنعم\t_\n"
    path = write(tmp_path / "a.txt", content)
    [imported] = articles(read(path))
    assert words(imported) == [("per", "بوتين")]
    broken = write(tmp_path / "b.conllu", CONLLU + "no row\n")
    assert "line 16" in str(next(o for o in read(broken, "conllu") if isinstance(o, Refused)))
