"""brat's folders: what is written comes back, what other programs write is read, and what is wrong costs itself."""

import shutil
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.exporters import Exportable, Reason
from annotator.exporters.standoff.brat_configuration import escape
from annotator.importers.recognising import recognise
from annotator.importers.standoff.brat_rows import unescape
from annotator.model import DEFAULT_SCHEMA, Attribute, Layer
from annotator.model.schema import AttributeKind
from tests.unit.formats.build import exportable, linked, with_spans
from tests.unit.formats.standoff import (
    articles,
    content,
    layers_by_article,
    links,
    noted,
    read_all,
    refused,
    words,
    write_folder,
)
from tests.unit.formats.strategies import STRINGS, exportables

FILES = Path(__file__).resolve().parents[2] / "data" / "imports" / "brat"
LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def document(folder, rows, text="قال الرئيس محمود عبّاس أمس.", name="doc", text_suffix=".txt"):
    folder.mkdir(parents=True, exist_ok=True)
    raw = text if isinstance(text, bytes) else text.encode()
    (folder / f"{name}{text_suffix}").write_bytes(raw)
    (folder / f"{name}.ann").write_bytes("".join(f"{row}\n" for row in rows).encode())
    return folder


def test_a_real_folder_gives_what_it_holds():
    outcomes = read_all(FILES, annotator="sara")
    one, two, three = articles(outcomes)
    [layer] = one.layers
    found = {a.span.of(one.article.text): a for a in layer}
    assert [(a.start, a.end, a.label) for a in layer] == [
        (4, 22, "actor"), (11, 22, "actor"), (27, 39, "date"), (42, 78, "quote"), (49, 61, "agreement"), (95, 99, "actor"),
    ]  # fmt: skip
    assert found["محمود عبّاس"].note == "يراجع"
    assert found["محمود عبّاس"].attributes == {"Reference": "Wikipedia:534366 Mahmoud Abbas"}
    assert found["حماس"].attributes == {"metonym": "yes"}
    [link] = layer.relations
    assert (layer[link.head].label, layer[link.dependent].span.of(one.article.text)) == (
        "quote",
        "محمود عبّاس",
    )
    assert words(two) == [("actor", "وزير خارجية مصر"), ("actor", "مصر"), ("actor", "أرمينيا"), ("actor", "أذربيجان"), ("quote", "نعم")]  # fmt: skip
    assert [(layer.annotator, len(layer)) for layer in three.layers] == [("sara", 0)]
    assert noted(outcomes) == [
        "took 1 discontinuous annotation(s) as one span each, from the first part to the last"
    ]
    assert refused(outcomes) == []


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return tmp_path_factory.mktemp("brat")


def trimmed(annotation, text):
    """Return the span as brat can hold it: it neither begins nor ends at a line end."""
    span, found = annotation.span, annotation.span.of(text)
    start = span.start + len(found) - len(found.lstrip(LINE_ENDS))
    return start, start + len(found.strip(LINE_ENDS))


@settings(max_examples=40)
@given(item=exportables(annotators=("sara", "gold")))
@example(
    with_spans("a\u2028b\nc", (0, 5, "actor"), (1, 2, "date"), (1, 5, "quote"), (3, 4, "date"))
)
def test_what_is_written_comes_back_but_for_what_the_report_counts(base, item: Exportable):
    folder = base / "all"
    shutil.rmtree(folder, ignore_errors=True)
    report = write_folder(folder, "brat", item)
    outcomes = read_all(folder)
    text = item.article.text
    back = layers_by_article(outcomes)
    assert {one.article.text for one in articles(outcomes)} == {text}
    assert refused(outcomes) == []
    dropped = changed = relations = notes = values = 0
    for layer in item.layers:
        kept = [a for a in layer if trimmed(a, text)[0] < trimmed(a, text)[1]]
        expected = Counter(
            (*trimmed(a, text), a.label, tuple(sorted(a.attributes.items())), a.note) for a in kept
        )
        mine = back[item.article.id, layer.annotator]
        assert content(mine) == expected
        gone = {a.id for a in layer} - {a.id for a in kept}
        whole = {r for r in layer.relations if r.head not in gone and r.dependent not in gone}
        # one relation twice between spans that are alike is one
        assert links(mine) == Counter(
            (r.type, *((type(layer[e].span)(*trimmed(layer[e], text)), layer[e].label) for e in (r.head, r.dependent)))
            for r in whole
        )  # fmt: skip
        dropped += len(gone)
        changed += sum(trimmed(a, text) != (a.start, a.end) for a in kept)
        relations += len(layer.relations) - len(whole)
        notes += sum(bool(layer[i].note) for i in gone)
        values += sum(len(layer[i].attributes) for i in gone)
    assert (report.dropped, report.count(Reason.TRIMMED)) == (dropped, changed)
    assert report.written == sum(len(layer) for layer in back.values())
    assert report.count(Reason.RELATIONS) == relations
    assert (report.count(Reason.NOTES), report.count(Reason.ATTRIBUTES)) == (notes, values)
    assert report.count(Reason.ZONES) == sum(len(layer.zones) for layer in item.layers)
    assert report.count(Reason.REMARKS) == sum(len(layer.remarks) for layer in item.layers)


@given(text=STRINGS)
def test_values_and_notes_are_one_line_to_every_reader(text: str):
    assert len((escape(text) + "x").splitlines()) == 1
    assert unescape(escape(text)) == text


def test_choices_become_attributes_that_brat_offers(tmp_path):
    kinds = Attribute("kind", "Kind", "نوع", AttributeKind.CHOICE, choices=("direct", "indirect"))
    odd = Attribute("odd", "Odd", "غريب", AttributeKind.CHOICE, choices=("a b", "c|d"))
    labels = tuple(
        replace(one, attributes=(*one.attributes, kinds, odd)) if one.name == "quote" else one
        for one in DEFAULT_SCHEMA.labels
    )
    schema = replace(DEFAULT_SCHEMA, labels=labels)
    item = exportable("قال [نعم:quote]")
    layer = item.layers[0]
    values = {"kind": "direct", "odd": "a b"}
    made = replace(layer.in_order[0], attributes=values, note="kind=direct")
    item = replace(item, layers=(replace(layer, annotations={made.id: made}),))
    write_folder(tmp_path / "x", "brat", item, schema=schema)
    rows = (tmp_path / "x" / "sara" / f"{item.article.id}.ann").read_text("utf-8").splitlines()
    assert rows == [
        "T1\tquote 4 7\tنعم",
        "A1\tkind T1 direct",
        "#1\tAnnotatorNotes T1\todd=a b",
        "#2\tAnnotatorNotes T1\t=kind=direct",
    ]
    conf = (tmp_path / "x" / "annotation.conf").read_text("utf-8").splitlines()
    assert "kind\tArg:quote, Value:direct|indirect" in conf
    assert "speaker\tArg1:quote, Arg2:actor" in conf
    visual = (tmp_path / "x" / "visual.conf").read_text("utf-8")
    assert "quote | اقتباس\n" in visual
    assert "quote\tfgColor:black, bgColor:#FFF1CC, borderColor:#8A6000\n" in visual
    [back] = articles(read_all(tmp_path / "x", schema=schema))
    [found] = back.layers[0]
    assert (found.attributes, found.note) == (values, "kind=direct")


def test_line_ends_cut_a_span_into_parts_that_are_one_again(tmp_path):
    item = with_spans("قال\nنعم\n\nأمس", (0, 12, "quote"), (3, 8, "date"))
    report = write_folder(tmp_path / "x", "brat", item)
    rows = (tmp_path / "x" / "sara" / f"{item.article.id}.ann").read_text("utf-8").splitlines()
    assert rows == ["T1\tquote 0 3;4 7;9 12\tقال نعم أمس", "T2\tdate 4 7\tنعم"]
    assert report.count(Reason.TRIMMED) == 1
    outcomes = read_all(tmp_path / "x")
    assert words(articles(outcomes)[0]) == [("quote", item.article.text), ("date", "نعم")]
    assert not any("discontinuous" in note for note in noted(outcomes))


def test_articles_that_nobody_annotated_stay_without_a_layer(tmp_path):
    bare = Exportable(with_spans("لا شيء").article)
    empty = Exportable(with_spans("شيء").article, (Layer("sara", with_spans("شيء").article.id),))
    report = write_folder(tmp_path / "x", "brat", bare, empty)
    back = {one.article.id: one.layers for one in articles(read_all(tmp_path / "x"))}
    assert back[bare.article.id] == ()
    assert [(layer.annotator, len(layer)) for layer in back[empty.article.id]] == [("sara", 0)]
    assert (report.articles, report.annotations) == (2, 0)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("counted", ["brat", "file", "utf16"])
def test_offsets_are_told_by_the_words_whatever_a_program_counted(
    tmp_path, line_end, mark, counted
):
    text = f"🙂 قال{line_end}الرئيس 🙂{line_end}{line_end}نعم ولا"
    stored = mark + text
    base = (
        stored
        if counted == "file"
        else "".join(stored.splitlines(keepends=True)).replace("\r\n", "\n")
    )
    if counted != "file":
        base = base.replace("\r", "\n").lstrip("\ufeff")

    def count(offset):
        return len(base[:offset].encode("utf-16-le")) // 2 if counted == "utf16" else offset

    rows = []
    for number, word in enumerate(["قال", "الرئيس", "نعم", "ولا"], 1):
        start = base.index(word)
        rows.append(f"T{number}\tactor {count(start)} {count(start + len(word))}\t{word}")
    [back] = articles(read_all(document(tmp_path / "sara", rows, stored)))
    assert [w for _, w in words(back)] == ["قال", "الرئيس", "نعم", "ولا"]
    assert back.article.text == "🙂 قال\nالرئيس 🙂\n\nنعم ولا"


def test_folders_are_annotators_unless_one_is_named(tmp_path):
    for name in ("sara", "omar"):
        document(tmp_path / "x" / name, ["T1\tactor 4 10\tالرئيس"])
    outcomes = read_all(tmp_path / "x")
    assert sorted(layer.annotator for one in articles(outcomes) for layer in one.layers) == [
        "omar",
        "sara",
    ]
    assert sum("as their folder is called" in note for note in noted(outcomes)) == 2
    outcomes = read_all(tmp_path / "x", annotator="huda")
    assert [layer.annotator for one in articles(outcomes) for layer in one.layers] == ["huda"]
    assert "already gave huda's layer" in refused(outcomes)[0]


def test_a_zip_is_read_as_its_folder(tmp_path):
    document(tmp_path / "in", ["T1\tactor 4 10\tالرئيس"])
    with zipfile.ZipFile(tmp_path / "huda.zip", "w") as archive:
        for path in (tmp_path / "in").iterdir():
            archive.write(path, path.name)
    [one] = articles(read_all(tmp_path / "huda.zip"))
    assert [(layer.annotator, len(layer)) for layer in one.layers] == [("huda", 1)]


def test_either_file_of_a_pair_can_be_named(tmp_path):
    document(tmp_path / "sara", ["T1\tactor 4 10\tالرئيس"])
    for name in ("doc.txt", "doc.ann"):
        assert recognise(tmp_path / "sara" / name)[0].name == "brat"
        [one] = articles(read_all(tmp_path / "sara" / name))
        assert words(one) == [("actor", "الرئيس")]


def test_a_file_without_its_other_is_told(tmp_path):
    folder = document(tmp_path / "sara", ["T1\tactor 4 10\tالرئيس"])
    (folder / "alone.ann").write_text("T1\tactor 0 1\tx\n", encoding="utf-8")
    (folder / "bare.txt").write_text("نص بلا وسوم", encoding="utf-8")
    outcomes = read_all(folder)
    assert [len(one.layers) for one in articles(outcomes)] == [0, 1]
    assert "there is no alone.txt beside it" in refused(outcomes)[0]
    assert "1 text(s) have no .ann beside them: taken without annotations" in noted(outcomes)
    shutil.copy(folder / "alone.ann", tmp_path / "rows.txt")
    assert recognise(tmp_path / "rows.txt")[0].name == "brat"
    assert "there is no rows.txt beside it" in refused(read_all(tmp_path / "rows.txt"))[0]


def test_events_equivalences_and_normalisations_are_taken_as_far_as_they_go(tmp_path):
    rows = [
        "T1\tPER 4 10\tالرئيس",
        "T2\tSpeak 0 3\tقال",
        "T3\tPER 11 22\tمحمود عبّاس",
        "E1\tSpeak:T2 Agent:T1 Theme:T3",
        "R1\tspeaker Arg2:T1 Arg1:E1",
        "*\tspeaker T1 T3",
        "M1\tNegation E1",
        "A1\tModality T3 possible future",
        "#1\tAnnotatorNotes E1\tملاحظة",
        "#2\tAnnotatorNotes E1\tأخرى a=b",
        "N1\tReference T3 Wikidata:Q1\tAbbas",
        "N2\tReference T3 Wikidata:Q2",
    ]
    outcomes = read_all(document(tmp_path / "sara", rows))
    [one] = articles(outcomes)
    [layer] = one.layers
    found = {a.span.of(one.article.text): a for a in layer}
    assert found["قال"].attributes == {"Negation": "yes"}
    assert found["قال"].note == "ملاحظة\nأخرى a=b"
    assert found["محمود عبّاس"].attributes == {
        "Modality": "possible future",
        "Reference": "Wikidata:Q1 Abbas; Wikidata:Q2",
    }
    ends = {(layer[r.head].span.of(one.article.text), layer[r.dependent].span.of(one.article.text)) for r in layer.relations}  # fmt: skip
    assert ends == {("قال", "الرئيس"), ("الرئيس", "محمود عبّاس")}
    assert "took the triggers of 1 event(s); their 2 argument(s) have no place here" in noted(
        outcomes
    )


def test_what_is_wrong_costs_itself(tmp_path):
    rows = [
        "T1\tactor 4 10\tالرئيس",
        "T2\tactor 4 999\tالرئيس",
        "T3\tactor 4 10\tكلمة أخرى",
        "T4\tactor four ten\tx",
        "T5\tactor 10 4\tx",
        "R1\tspeaker Arg1:T1 Arg2:T9",
        "R2\tspeaker Arg1:T1",
        "A1\tkind R1 x",
        "#1\tAnnotatorNotes T77\tx",
        "nonsense",
        "",
    ]
    outcomes = read_all(document(tmp_path / "sara", rows))
    assert words(articles(outcomes)[0]) == [("actor", "الرئيس")]
    said = "\n".join(refused(outcomes))
    for part in (
        "annotation(s) whose offsets are no range", "annotation(s) whose words are not", "3 line(s) that cannot be read",
        "link(s) that lead to an annotation which is not there", "attribute(s) of what is no annotation", "note(s) of what is",
        "doc.ann: line 2, T2",
    ):  # fmt: skip
        assert part in said


def test_texts_of_windows_and_of_no_encoding(tmp_path):
    text = "قال الرئيس محمود عباس أمس في القاهرة إن الوفد سيصل غدا\r\nنعم"
    folder = document(tmp_path / "sara", ["T1\tactor 4 10\tالرئيس"], text.encode("cp1256"))
    document(folder, ["T1\tactor 4 10\tالرئيس"], b"\x81\xff\x00\x00", name="bad")
    outcomes = read_all(folder)
    assert words(articles(outcomes)[0]) == [("actor", "الرئيس")]
    assert refused(outcomes)[0].startswith("bad.ann:")


@given(rows=st.lists(st.text("TREAMN#*12\t :;Arg.ab", max_size=14), max_size=8))
def test_whatever_the_rows_say_the_text_is_read(base, rows: list[str]):
    folder = document(base / "odd", ["T1\tactor 4 10\tالرئيس", *rows])
    [one] = articles(read_all(folder, "brat"))
    assert one.article.text == "قال الرئيس محمود عبّاس أمس."


def test_a_link_of_what_was_left_out_is_counted(tmp_path):
    item = linked(with_spans("أ\nب", (0, 1, "quote"), (1, 2, "actor")), ("speaker", "a0", "a1"))
    report = write_folder(tmp_path / "x", "brat", item)
    assert (report.dropped, report.count(Reason.RELATIONS)) == (1, 1)
