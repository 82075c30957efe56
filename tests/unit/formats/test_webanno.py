"""WebAnno TSV: what is written comes back and is read by others, what INCEpTION writes is read."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from web_anno_tsv.web_anno_tsv import Reader

from annotator.exporters import Exportable, Reason
from annotator.exporters.columns.rows import visible_tokens
from annotator.exporters.standoff.feature_names import RESERVED as OURS
from annotator.exporters.standoff.feature_names import feature_name
from annotator.importers.recognising import recognise
from annotator.importers.standoff.span_layers import RESERVED, attribute_name
from annotator.importers.standoff.webanno_rows import split, unescape
from annotator.model import Layer, Span
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
from tests.unit.formats.strategies import exportables

FILES = Path(__file__).resolve().parents[2] / "data" / "imports"
ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return tmp_path_factory.mktemp("webanno")


def file(path, *rows, head=(f"#T_SP={ENTITY}|identifier|value",), version="3.3"):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"#FORMAT=WebAnno TSV {version}", *head, "", "", *rows, ""]
    path.write_bytes("\n".join(lines).encode())
    return path


@pytest.mark.parametrize("suffix", [".tsv", ".txt", ".dat"])
def test_a_real_file_gives_what_it_holds(tmp_path, suffix):
    path = shutil.copy(FILES / "webanno33.tsv", tmp_path / f"a{suffix}")
    assert recognise(path)[0].name == "webanno-tsv"
    [one] = articles(read_all(path, annotator="sara"))
    assert one.article.text == "قال 🙂 وزير مصر وأرمينيا"
    assert [
        (layer.annotator, [(a.start, a.end, a.label) for a in layer]) for layer in one.layers
    ] == [("sara", [(6, 14, "actor"), (11, 14, "actor"), (16, 23, "actor")])]


def kept_as(annotation, tokens):
    """Return the span as the format holds it, None where it holds nothing of it: slowly, letter by letter."""
    seen = {at for start, end in tokens for at in range(start, end)}
    mine = [at for at in range(annotation.start, annotation.end) if at in seen]
    return Span(mine[0], mine[-1] + 1) if mine else None


def expected_of(item: Exportable):
    """Return for each layer the annotations and links that come back, and how much is lost of all."""
    tokens = visible_tokens(item.article.text).ranges
    inside = [(s, e) for s, e in tokens]
    if not inside:
        inside = [(0, len(item.article.text))]
    elif item.article.text[: inside[0][0]].strip(" "):
        inside.insert(0, (0, inside[0][0]))
    lost = Counter()
    found = {}
    for layer in item.layers:
        spans = {a.id: kept_as(a, inside) for a in layer}
        kept = [a for a in layer if spans[a.id] is not None]
        found[layer.annotator] = (
            Counter(
                (*_ends(spans[a.id]), a.label, tuple(sorted(a.attributes.items())), a.note)
                for a in kept
            ),
            Counter(
                (r.type, *((spans[end], layer[end].label) for end in (r.head, r.dependent)))
                for r in layer.relations
                if spans[r.head] and spans[r.dependent]
            ),
        )
        lost["dropped"] += len(layer) - len(kept)
        lost["trimmed"] += sum(spans[a.id] != a.span for a in kept)
        lost["relations"] += sum(
            not (spans[r.head] and spans[r.dependent]) for r in layer.relations
        )
    return found, lost


def _ends(span):
    return span.start, span.end


@settings(max_examples=40)
@given(item=exportables(annotators=("sara", "gold")))
@example(
    with_spans("وأرمينيا في", (1, 8, "actor"), (0, 8, "quote"), (0, 1, "date"), (3, 10, "actor"))
)
@example(
    with_spans(
        "🇷🇺 قال.\n\n\n نعم. لا\n",
        (0, 2, "actor"),
        (2, 9, "quote"),
        (3, 13, "date"),
        (0, 18, "quote"),
    )
)
@example(
    with_spans("\n\t🙂\\n [a|b]_c;d->*\u2028e", (0, 3, "actor"), (2, 15, "date"), (1, 2, "quote"))
)
def test_what_is_written_comes_back_but_for_what_the_report_counts(base, item: Exportable):
    shutil.rmtree(base / "all", ignore_errors=True)
    report = write_folder(base / "all", "webanno-tsv", item)
    outcomes = read_all(base / "all")
    assert refused(outcomes) == []
    assert {one.article.text for one in articles(outcomes)} == {item.article.text}
    back = layers_by_article(outcomes)
    expected, lost = expected_of(item)
    for annotator, (annotations, relations) in expected.items():
        mine = back[item.article.id, annotator]
        assert content(mine) == annotations
        assert links(mine) == relations
    assert (report.dropped, report.count(Reason.TRIMMED)) == (lost["dropped"], lost["trimmed"])
    assert report.count(Reason.RELATIONS) == lost["relations"]
    assert report.written == sum(map(len, back.values()))
    assert report.count(Reason.ZONES) == sum(len(layer.zones) for layer in item.layers)


PLAIN = st.lists(
    st.sampled_from(["قال", "🙂", "وأرمينيا", "12", "«", "»", ".", " ", " ", "\n", "\u00a0", "ـ"]),
    min_size=1,
    max_size=14,
).map("".join)


def is_for_the_library(text):
    """It knows no token with a line end, which is what a text that begins with one needs, and only white space between them."""
    return (
        any(c not in " \n\u00a0" for c in text)
        and "\n" not in text[: visible_tokens(text).starts[0]]
    )


@settings(max_examples=40)
@given(text=PLAIN.filter(is_for_the_library), data=st.data())
def test_the_library_reads_the_same_annotations(base, text, data):
    spans = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        spans.append((start, data.draw(st.integers(start + 1, len(text))), "actor"))
    item = with_spans(text, *spans)
    shutil.rmtree(base / "lib", ignore_errors=True)
    write_folder(base / "lib", "webanno-tsv", item)
    [path] = (base / "lib" / "sara").iterdir()
    found = [
        (annotation.label, annotation.text)
        for sentence in Reader(str(path)).read()
        for annotation in sentence.annotations
    ]
    tokens = visible_tokens(text).ranges
    if text[: tokens[0][0]].strip(" "):
        tokens.insert(0, (0, tokens[0][0]))
    # it knows no annotation over several sentences: each has a part of its own there
    expected, _ = expected_of(item)
    pieces = Counter((label, text[s:e]) for s, e, label, *_ in expected["sara"][0].elements())
    mine = Counter(found)
    whole = {key: n for key, n in pieces.items() if "\n" not in key[1] and "." not in key[1]}
    assert all(mine[key] >= n for key, n in whole.items())
    if "\n" not in text and "." not in text:
        assert mine == pieces


def test_names_of_values_come_back_from_features():
    assert OURS == RESERVED
    for name in ("canonical", "value", "value_", "label", "x__", "note", "note__", "a1"):
        assert attribute_name(feature_name(name)) == name
    assert [feature_name(name) for name in ("a b", "", "1a", "اسم", "a|b")] == [None] * 5


@given(cell=st.text("ab|\\[]_*", max_size=12))
def test_cells_are_parted_where_nothing_stands_before_the_mark(cell):
    assert "|".join(split(cell, "|")) == cell
    assert all(isinstance(unescape(part), str) for part in split(cell, "|"))


def test_stacked_links_and_features(tmp_path):
    path = file(
        tmp_path / "a.tsv",
        "#Text=قال بوتين نعم", "1-1\t0-3\tقال\t_\t_\t_\t_\t_\t", "1-2\t4-9\tبوتين\tQ1|*\tactor[1]|PER[2]\tف\\|ب[1]|*[2]\t_\t_\t",
        "1-3\t10-13\tنعم\t*\tquote\t*\tspeaker|speaker\t1-2[1_0]|1-2[2_0]\t",
        head=(f"#T_SP={ENTITY}|identifier|value|canonical", f"#T_RL=webanno.custom.Rel|kind|BT_{ENTITY}"),
    )  # fmt: skip
    [one] = articles(read_all(path, annotator="sara"))
    [layer] = one.layers
    found = {a.label: a for a in layer}
    assert found["actor"].attributes == {"identifier": "Q1", "canonical": "ف|ب"}
    assert found["per"].attributes == {}
    assert {(layer[r.head].label, layer[r.dependent].label) for r in layer.relations} == {
        ("actor", "quote"),
        ("per", "quote"),
    }


LAYERS = (
    "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue",
    "#T_SP=webanno.custom.Actor|",
    "#T_SP=webanno.custom.Frame|kind|ROLE_webanno.custom.Frame:args_webanno.custom.Link|webanno.custom.Actor",
    "#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceType|referenceRelation",
)


def layered(tmp_path):
    return file(
        tmp_path / "a.tsv",
        "#Sentence.id=s1", "#Text=قال بوتين", "1-1\t0-3\tقال\tVERB\t_\tSpeak\tagent;*\t1-2;1-2\t_\t_\t",
        "1-2\t4-9\tبوتين\tNOUN\t*\t_\t_\t_\t*[1]\tcoref->1-1\t", "", "#Text=نعم", "#Text=لا", "2-1\t12-15\tنعم\tX\t_\t*\t_\t*\t_\t_\t",
        head=LAYERS,
    )  # fmt: skip


def test_all_layers_of_people_are_taken_and_others_passed_over(tmp_path):
    outcomes = read_all(layered(tmp_path), annotator="sara")
    [one] = articles(outcomes)
    assert one.article.text == "قال بوتين\n  نعم\nلا"
    assert words(one) == [("speak", "قال"), ("actor", "بوتين"), ("frame", "نعم")]
    said = noted(outcomes)
    assert "passed over 3 annotation(s) of layer POS; --layer takes it" in said
    assert any("slots and chains" in note for note in said)


def test_a_layer_and_its_label_can_be_named(tmp_path):
    [one] = articles(read_all(layered(tmp_path), annotator="sara", layer="POS"))
    assert [label for label, _ in words(one)] == ["verb", "noun", "x"]
    assert (
        "there is no layer 'Nothing'"
        in refused(read_all(layered(tmp_path), annotator="sara", layer="Nothing"))[0]
    )
    two = file(tmp_path / "b.tsv", "#Text=قال", "1-1\t0-3\tقال\tQ1\tactor\t")
    [one] = articles(read_all(two, annotator="sara", feature="identifier"))
    assert words(one) == [("q1", "قال")]
    assert (
        "no annotation has a feature 'x'"
        in refused(read_all(two, annotator="sara", feature="x"))[0]
    )


def test_a_part_at_the_start_of_its_token_is_only_the_part(tmp_path):
    """INCEpTION gives the token's row the label of its first part as well."""
    path = file(
        tmp_path / "a.tsv",
        "#Text=وقال",
        "1-1\t0-4\tوقال\t*[1]\tactor[1]\t",
        "1-1.1\t0-1\tو\t*[1]\tactor[1]\t",
    )
    [one] = articles(read_all(path, annotator="sara"))
    assert words(one) == [("actor", "و")]


@pytest.mark.parametrize("version", ["3.0", "3.1", "3.2", "3.3"])
@pytest.mark.parametrize("unit", ["utf16", "codepoint"])
@pytest.mark.parametrize("written", ["a\\\\n", "a\\n"])
def test_offsets_and_escapes_are_told_by_the_tokens(tmp_path, version, unit, written):
    text = written.replace("\\\\", "\\")
    wide = 2 if unit == "utf16" else 1
    at = wide + 1
    end = at + len(text)
    path = file(
        tmp_path / "a.tsv", f"#Text=🙂 {written} قال", f"1-1\t0-{wide}\t🙂\t_\t_\t", f"1-2\t{at}-{end}\t{text}\t*\tactor\t",
        f"1-3\t{end + 1}-{end + 4}\tقال\t*\tquote\t", version=version,
    )  # fmt: skip
    [one] = articles(read_all(path, annotator="sara"))
    assert words(one) == [("actor", text), ("quote", "قال")]


def test_folders_say_whose_documents_are(tmp_path):
    rows = ["#Text=قال", "1-1\t0-3\tقال\t*\tactor\t"]
    for name in ("annotation/d.txt/omar.tsv", "curation/d.txt/CURATION_USER.tsv", "huda/d.tsv"):
        file(tmp_path / "x" / name, *rows)
    file(tmp_path / "x" / "annotation/e.txt/INITIAL_CAS.tsv", "#Text=نعم", "1-1\t0-3\tنعم\t_\t_\t")
    back = articles(read_all(tmp_path / "x"))
    assert sorted(layer.annotator for one in back for layer in one.layers) == [
        "gold",
        "huda",
        "omar",
    ]
    assert [one.article.text for one in back if not one.layers] == ["نعم"]
    alone = file(tmp_path / "y" / "d.tsv", *rows)
    assert "name the annotator" in refused(read_all(alone))[0]
    assert "name the annotator" in refused(read_all(tmp_path / "y"))[0]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (["#Text=قال", "1-1\t0-3\tقال\t_"], "1 of the 2 columns"),
        (["#Text=قال", "nonsense"], "is no row of a token"),
        (
            ["#Text=قال", "1-1\t0-3\tقال\t_\t_\t", "", "#Text=نعم", "2-1\t1-4\tنعم\t_\t_\t"],
            "line 9: the sentence begins",
        ),
        (["#Text=قال", "1-1\t999999999-9999999999\tقال\t_\t_\t"], "count more than"),
        ([], "no sentence"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(tmp_path, rows, reason):
    path = file(tmp_path / "a.tsv", *rows)
    assert reason in refused(read_all(path, annotator="sara"))[0]


def test_older_formats_are_refused_with_what_to_do(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_text("#FORMAT=WebAnno TSV 2\n\nx\n", encoding="utf-8")
    assert "export the document again" in refused(read_all(path, annotator="sara"))[0]


def test_tokens_that_are_not_in_their_place_are_told(tmp_path):
    path = file(
        tmp_path / "a.tsv", "#Text=قال نعم", "1-1\t0-3\tلا\t_\t_\t", "1-2\t4-7\tنعم\t*\tactor\t"
    )
    outcomes = read_all(path, annotator="sara")
    assert words(articles(outcomes)[0]) == [("actor", "نعم")]
    assert "token(s) whose words" in refused(outcomes)[0]


def test_articles_that_nobody_annotated_stay_without_a_layer(tmp_path):
    bare = Exportable(with_spans("لا شيء").article)
    empty = Exportable(with_spans("شيء").article, (Layer("sara", with_spans("شيء").article.id),))
    write_folder(tmp_path / "x", "webanno-tsv", bare, empty)
    back = {one.article.id: one.layers for one in articles(read_all(tmp_path / "x"))}
    assert back[bare.article.id] == ()
    assert [(layer.annotator, len(layer)) for layer in back[empty.article.id]] == [("sara", 0)]


def test_links_and_parts_of_words_as_they_are_written(tmp_path):
    item = linked(exportable("و[أرمينيا:actor] [نعم:quote]"), ("speaker", "a2", "a1"))
    write_folder(tmp_path / "x", "webanno-tsv", item)
    [path] = (tmp_path / "x" / "sara").iterdir()
    assert path.read_text("utf-8").splitlines() == [
        "#FORMAT=WebAnno TSV 3.3",
        f"#T_SP={ENTITY}|identifier|value",
        f"#T_RL=custom.Relation|kind|BT_{ENTITY}",
        "",
        "",
        "#Text=وأرمينيا نعم",
        "1-1\t0-8\tوأرمينيا\t_\t_\t_\t_\t",
        "1-1.1\t1-8\tأرمينيا\t*\tactor\tspeaker\t1-2\t",
        "1-2\t9-12\tنعم\t*\tquote\t_\t_\t",
    ]
