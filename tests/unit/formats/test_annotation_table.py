"""Tables of annotations: what is in them, what their clients read, and that they come back as they went."""

import csv
import io
import random
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import exporters
from annotator.exporters import Exportable, Reason
from annotator.importers import Imported, settling
from annotator.importers.recognising import recognise
from annotator.model import Annotation, Article, Layer, Relation, Span, Status, Zone
from tests.helpers.sinks import MemorySink
from tests.unit.formats.build import exportable, linked, with_spans
from tests.unit.formats.strategies import STRINGS, exportables

FORMATS = {"table": ".csv", "table-xlsx": ".xlsx"}
ANYTHING = st.lists(
    exportables(annotators=("sara", "عمر")), max_size=2, unique_by=lambda item: item.article.id
)


def written(folder, name, items, **options):
    """Export into a folder and return the main file and the report."""
    exporter, sink = exporters.REGISTRY[name], MemorySink()
    report = exporter.write(iter(items), sink, exporter.choose(options))
    for word, content in sink.files().items():
        stem = f"a.{word}" if word else "a"
        (folder / f"{stem}{FORMATS[name]}").write_bytes(content)
    return folder / f"a{FORMATS[name]}", report


def back(path, **options):
    importer, _ = recognise(path)
    assert importer.name == "table"
    return list(settling.read(importer, path, importer.choose(options)))


def of(layer: Layer) -> object:
    """Return what a table holds of a layer: everything but ids, origins and remarks."""

    def key(one):
        return one.start, one.end, one.label, sorted(one.attributes.items()), one.note

    links = [(r.type, key(layer[r.head]), key(layer[r.dependent])) for r in layer.relations]
    return (
        layer.annotator,
        layer.status,
        sorted(map(key, layer)),
        sorted(links),
        sorted(layer.zones),
    )


LAYOUTS = (
    ("table", {}),
    ("table", {"excel": True, "context": 3}),
    ("table", {"delimiter": "tab"}),
    ("table", {"delimiter": "semicolon", "excel": True}),
    ("table-xlsx", {"context": 5}),
)


@settings(max_examples=100, deadline=None)
@given(items=ANYTHING, layout=st.sampled_from(LAYOUTS))
def test_a_table_comes_back_as_it_was(tmp_path_factory, items, layout):
    name, options = layout
    path, report = written(tmp_path_factory.mktemp("back"), name, items, **options)
    found = back(path)
    assert all(isinstance(one, Imported) for one in found) or not items
    if not items:
        return
    assert [one.article.text for one in found] == [item.article.text for item in items]
    for one, item in zip(found, items, strict=True):
        assert one.flaws == ()
        assert list(map(of, one.layers)) == list(map(of, item.layers))
        published = one.article.published
        assert (one.article.title, published) == (item.article.title, item.article.published)
    total = sum(len(layer) for item in items for layer in item.layers)
    assert report.written == report.annotations == total
    assert report.count(Reason.REMARKS) == sum(
        len(layer.remarks) for item in items for layer in item.layers
    )
    assert report.dropped == 0


@settings(max_examples=30, deadline=None)
@given(items=ANYTHING, seed=st.integers(0, 99))
def test_rows_may_be_sorted_and_columns_moved(tmp_path_factory, items, seed):
    path, _ = written(tmp_path_factory.mktemp("sorted"), "table", items)
    for file in (path, path.with_name("a.articles.csv")):
        rows = list(csv.reader(io.StringIO(file.read_bytes().decode(), newline="")))
        order = list(range(len(rows[0])))
        random.Random(seed).shuffle(order)
        if file == path:
            rows[1:] = sorted(rows[1:], key=lambda row: row[8])
        table = io.StringIO(newline="")
        csv.writer(table, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows(
            [row[i] for i in order] for row in rows
        )
        file.write_bytes(table.getvalue().encode())
    found = [one for one in back(path) if isinstance(one, Imported)]
    for one, item in zip(found, items, strict=True):
        assert sorted(map(of, one.layers), key=str) == sorted(map(of, item.layers), key=str)


@settings(max_examples=40, deadline=None)
@given(items=ANYTHING)
def test_rows_are_annotations_and_words_are_what_is_there(tmp_path_factory, items):
    path, _ = written(tmp_path_factory.mktemp("rows"), "table", items, context=4)
    rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))
    texts = {item.article.id: item.article.text for item in items}
    assert len(rows) == sum(len(layer) for item in items for layer in item.layers)
    for row in rows:
        text, start, end = texts[row["article_id"]], int(row["start"]), int(row["end"])
        assert row["text"] == text[start:end]
        assert row["before"] + row["text"] + row["after"] == text[max(0, start - 4) : end + 4]


def test_values_speakers_and_zones_have_columns(tmp_path):
    item = exportable(
        "قال [بوتين:actor]: «[نعم:quote]». نهاية",
        title="خبر",
        published="2021-05-12",
        zones=((0, 9),),
    )
    layer = item.layers[0]
    actor, quote = layer.in_order
    layer = replace(
        layer,
        annotations={
            actor.id: replace(actor, attributes={"canonical": "فلاديمير بوتين"}, note="؟"),
            quote.id: quote,
        },
    )
    item = linked(replace(item, layers=(layer,)), ("speaker", quote.id, actor.id))
    path, _ = written(tmp_path, "table", [item])
    one, two = csv.DictReader(io.StringIO(path.read_bytes().decode(), newline=""))
    assert (one["canonical"], one["note"], one["zone"], one["text"]) == (
        "فلاديمير بوتين",
        "؟",
        "boilerplate",
        "بوتين",
    )
    assert (two["speaker_id"], two["speaker_text"], two["zone"]) == (actor.id, "بوتين", "")
    assert (two["title"], two["published"], two["annotator"]) == ("خبر", "2021-05-12", "sara")
    assert one["sentence"].startswith("قال بوتين")


def test_excel_gets_a_mark_and_no_cell_that_it_would_run(tmp_path):
    item = with_spans("=1+1 قال", (0, 4, "actor"))
    path, _ = written(tmp_path, "table", [item], excel=True)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    [row] = csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    assert row["text"] == "'=1+1"
    assert [a.span.of("=1+1 قال") for a in back(path)[0].layers[0]] == ["=1+1"]
    plain, _ = written(tmp_path, "table", [item])
    assert b"'=1+1" not in plain.read_bytes()


@settings(max_examples=25, deadline=None)
@given(items=ANYTHING)
def test_openpyxl_reads_text_and_no_formula(tmp_path_factory, items):
    path, _ = written(tmp_path_factory.mktemp("xlsx"), "table-xlsx", items)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["annotations", "articles"]
    assert {c.data_type for r in book["annotations"].iter_rows() for c in r} <= {
        "s",
        "n",
        "inlineStr",
    }
    assert book["annotations"].max_row == 1 + sum(len(x) for i in items for x in i.layers)


def test_a_text_longer_than_a_cell_comes_back_whole(tmp_path):
    text = "\n".join(f"قال 🙂 {n}" for n in range(9000))
    item = with_spans(text, (3, 40_000, "quote"), (0, 3, "actor"))
    for name in FORMATS:
        path, _ = written(tmp_path, name, [item], **({"excel": True} if name == "table" else {}))
        [one] = back(path)
        assert one.article.text == text
        assert one.flaws == ()
        assert len(one.layers[0]) == 2
    note = Annotation("n", Span(0, 3), "actor", note="x" * 40_000)
    with pytest.raises(exporters.base.ExportFailure, match="export it as CSV"):
        written(
            tmp_path,
            "table-xlsx",
            [replace(item, layers=(Layer("a", item.article.id, annotations={"n": note}),))],
        )


def test_full_sheets_go_on_on_another(tmp_path, monkeypatch):
    monkeypatch.setattr(exporters.workbook, "MOST_ROWS", 3)
    items = [with_spans(f"{n} قال بوتين", (2, 5, "actor"), (6, 11, "actor")) for n in range(4)]
    path, _ = written(tmp_path, "table-xlsx", items)
    assert len(openpyxl.load_workbook(path).sheetnames) == 6
    assert [len(one.layers[0]) for one in back(path)] == [2] * 4


def test_articles_without_annotations_and_empty_layers_are_held_or_counted(tmp_path):
    article = Article.from_text("قال")
    done = Layer("sara", article.id, Status.DONE, zones=frozenset({Zone(Span(0, 1), "nav")}))
    items = [Exportable(article, (done,)), Exportable(Article.from_text("نعم"))]
    for name in FORMATS:
        path, report = written(tmp_path, name, items)
        one, two = back(path)
        assert [(x.annotator, x.status, x.zones) for x in one.layers] == [
            ("sara", Status.DONE, done.zones)
        ]
        assert (two.article.text, two.layers) == ("نعم", ())
        assert report.losses == {}
        _, report = written(tmp_path, name, items, articles=False)
        assert (report.count(Reason.ZONES), report.count(Reason.ARTICLES)) == (1, 2)


def test_without_the_articles_rows_go_into_a_project_that_has_them(tmp_path):
    item = with_spans("قال بوتين", (4, 9, "actor"))
    path, _ = written(tmp_path, "table", [item], articles=False)
    [refused] = back(path)
    assert "a.articles.csv beside it" in str(refused)
    importer, _ = recognise(path)
    options = replace(importer.choose({}), article={item.article.id: item.article}.get)
    [one] = importer.read(path, options)
    assert one.article == item.article
    assert list(map(of, one.layers)) == [(of(replace(item.layers[0], status=Status.NEW)))]


def test_a_wrong_row_costs_itself(tmp_path):
    item = with_spans("قال بوتين نعم", (4, 9, "actor"), (0, 3, "actor"), (10, 13, "quote"))
    path, _ = written(tmp_path, "table", [item])
    table = path.read_text("utf-8")
    path.write_text(
        table.replace(",4,9,", ",4,7,").replace(",0,3,", ",x,3,"), encoding="utf-8", newline=""
    )
    found = back(path)
    assert [a.label for a in found[0].layers[0]] == ["quote"]
    said = "\n".join(map(str, found[1:]))
    assert "row 3" in said
    assert "row 2" in said
    assert "'x', '3' and 'actor'" in said


def test_the_articles_alone_are_articles(tmp_path):
    item = exportable("قال [بوتين:actor]", title="خبر")
    path, _ = written(tmp_path, "table", [item])
    [one] = back(path.with_name("a.articles.csv"))
    assert (one.article.title, one.article.extra, one.layers) == ("خبر", {}, ())


@settings(max_examples=30, deadline=None)
@given(
    ids=st.lists(STRINGS.filter(bool), min_size=3, max_size=3, unique=True),
    values=st.dictionaries(
        st.sampled_from(["text", "speaker_id", "a_id", "a_text", "canonical"]), STRINGS.filter(bool)
    ),
)
def test_names_that_are_columns_and_several_speakers_come_back(tmp_path_factory, ids, values):
    article = Article.from_text("قال بوتين وعلييف نعم")
    one = Annotation(ids[0], Span(17, 20), "quote", values)
    two, three = (Annotation(i, Span(4, 9), "actor", note=i) for i in ids[1:])
    links = frozenset(
        {
            Relation("speaker", one.id, two.id),
            Relation("speaker", one.id, three.id),
            Relation("other", two.id, one.id),
        }
    )
    layer = Layer(
        "sara", article.id, annotations={a.id: a for a in (one, two, three)}, relations=links
    )
    folder = tmp_path_factory.mktemp("names")
    for name in FORMATS:
        path, _ = written(folder, name, [Exportable(article, (layer,))])
        importer, _ = recognise(path)
        [found] = importer.read(path, importer.choose({}))
        assert of(found.layers[0]) == of(layer)


@pytest.mark.parametrize("suffix", [".txt", ".dat", ".json"])
@pytest.mark.parametrize("name", FORMATS)
def test_it_is_known_whatever_it_is_called(tmp_path, name, suffix):
    path, _ = written(tmp_path, name, [exportable("قال [بوتين:actor]")])
    other = path.with_suffix(suffix)
    path.rename(other)
    [one] = back(other)
    assert [a.label for a in one.layers[0]] == ["actor"]


def test_without_openpyxl_the_error_says_how_to_get_it(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "openpyxl", None)
    exporter = exporters.REGISTRY["table-xlsx"]
    with pytest.raises(exporters.base.ExportFailure.__mro__[1], match=r"hashiya\[xlsx\]"):
        exporter.write(iter(()), MemorySink(), exporter.choose({}))
