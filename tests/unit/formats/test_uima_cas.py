"""UIMA CAS: what is written comes back, cassis reads the same, and odd structures cost only themselves."""

import shutil
from collections import Counter
from dataclasses import replace

import cassis
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.errors import ExportFailure, OptionError
from annotator.exporters import Exportable, Reason
from annotator.exporters.standoff.cas import ENTITY
from annotator.exporters.standoff.feature_names import feature_name
from annotator.importers.recognising import recognise
from annotator.model import Article, Layer, Status
from tests.unit.formats.build import exportable, linked, with_spans
from tests.unit.formats.cas_files import FILES, entity, stored
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

FORMATS = ("uima-cas-json", "uima-cas-xmi")
XML = st.characters(
    exclude_categories=["Cs"],
    exclude_characters="".join(map(chr, (*range(9), 11, 12, *range(14, 32)))) + "\ufffe\uffff",
)


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return tmp_path_factory.mktemp("cas")


@pytest.mark.parametrize("suffix", [".json", ".txt", ".dat"])
def test_a_real_file_gives_what_it_holds(tmp_path, suffix):
    path = shutil.copy(FILES / "inception_cas.json", tmp_path / f"a{suffix}")
    assert recognise(path)[0].name == "uima-cas"
    [one] = articles(read_all(path, annotator="sara"))
    assert len(one.article.text) == 100
    assert [(layer.annotator, [(a.start, a.end, a.label) for a in layer]) for layer in one.layers] == [
        ("sara", [(11, 22, "actor"), (27, 39, "date"), (42, 78, "quote"), (49, 61, "agreement"), (95, 99, "actor")])
    ]  # fmt: skip


def without_forbidden(item: Exportable) -> Exportable:
    """Return the item without what XML cannot hold."""

    def clean(words):
        return "".join(c for c in words if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))

    def layer_of(layer):
        made = {
            a.id: replace(
                a,
                attributes={n: clean(v) or "x" for n, v in a.attributes.items()},
                note=clean(a.note),
            )
            for a in layer
        }
        return replace(
            layer,
            annotations=made,
            zones=frozenset(replace(z, kind=clean(z.kind)) for z in layer.zones),
        )

    text = "".join(c if clean(c) else "." for c in item.article.text)
    article = Article.from_text(
        text, title=clean(item.article.title), published=item.article.published, source=clean(item.article.source or ""),
        url=clean(item.article.url or ""), fields={n: clean(v) or "x" for n, v in item.article.fields.items()},
    )  # fmt: skip
    return Exportable(
        article, tuple(replace(layer_of(layer), article_id=article.id) for layer in item.layers)
    )


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=25)
@given(item=exportables(annotators=("sara", "gold")))
@example(
    with_spans(
        "قال 🙂 بوتين 🇷🇺", (4, 5, "actor"), (3, 13, "quote"), (4, 5, "actor"), (6, 11, "date")
    )
)
@example(
    with_spans(
        "a\u2028b\u0085\t\u00a0\u200f\n",
        (0, 7, "actor"),
        (1, 2, "date"),
        (6, 7, "quote"),
        (3, 5, "date"),
    )
)
def test_what_is_written_comes_back(base, name, item: Exportable):
    if name == "uima-cas-xmi":
        item = without_forbidden(item)
    folder = base / "all"
    shutil.rmtree(folder, ignore_errors=True)
    report = write_folder(folder, name, item)
    outcomes = read_all(folder)
    assert refused(outcomes) == []
    assert {one.article.text for one in articles(outcomes)} == {item.article.text}
    back = layers_by_article(outcomes)
    for layer in item.layers:
        mine = back[item.article.id, layer.annotator]
        assert content(mine) == content(layer)
        assert links(mine) == links(layer)
        assert mine.status == layer.status
        kinds = {(z.span, z.kind or "boilerplate") for z in layer.zones}
        assert {(z.span, z.kind) for z in mine.zones} == kinds
    one = articles(outcomes)[0].article
    given_ = item.article
    assert (one.title, one.published, one.fields) == (given_.title, given_.published, given_.fields)
    assert (one.source or "", one.url or "") == (given_.source or "", given_.url or "")
    total = sum(len(layer) for layer in item.layers)
    assert (report.annotations, report.written, report.dropped) == (total, total, 0)
    assert report.count(Reason.REMARKS) == sum(len(layer.remarks) for layer in item.layers)
    assert set(report.losses) <= {Reason.REMARKS}


@pytest.mark.parametrize("name", FORMATS)
def test_cassis_reads_the_same(tmp_path, name):
    item = linked(
        exportable("قال 🙂 [و[أرمينيا:actor] نعم:quote] [أمس:date]"), ("speaker", "a1", "a2")
    )
    write_folder(tmp_path / "x", name, item)
    layer, text = item.layers[0], item.article.text
    [path] = [p for p in (tmp_path / "x" / "sara").iterdir() if p.name != "TypeSystem.xml"]
    if name == "uima-cas-json":
        with path.open("rb") as file:
            cas = cassis.load_cas_from_json(file)
    else:
        with (path.parent / "TypeSystem.xml").open("rb") as types, path.open("rb") as file:
            cas = cassis.load_cas_from_xmi(file, typesystem=cassis.load_typesystem(types))
    assert cas.sofa_string == text
    found = Counter((a.begin, a.end, a.value, a.get_covered_text()) for a in cas.select(ENTITY))
    assert found == Counter((a.start, a.end, a.label, a.span.of(text)) for a in layer)
    [link] = cas.select("custom.Relation")
    assert (link.Governor.value, link.Dependent.value, link.kind) == ("quote", "actor", "speaker")
    segments = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
    assert [t.get_covered_text() for t in cas.select(f"{segments}.Token")] == [
        "قال",
        "🙂",
        "وأرمينيا",
        "نعم",
        "أمس",
    ]
    assert len(cas.select(f"{segments}.Sentence")) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_another_type_can_be_asked_for(tmp_path, name):
    item = exportable("قال [بوتين:actor]")
    write_folder(tmp_path / "x", name, item, type_name="custom.Span")
    [one] = articles(read_all(tmp_path / "x"))
    assert words(one) == [("actor", "بوتين")]
    with pytest.raises(OptionError, match="can be no type of annotations"):
        write_folder(tmp_path / "y", name, item, type_name="uima.tcas.Annotation")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda item: Exportable(Article.from_text("قال\nنعم \x08"), ()), "line 2, column 5"),
        (
            lambda item: replace(item, article=replace(item.article, title="\x01")),
            "the title of article",
        ),
        (lambda item: noting(item, note="\x02"), "note of [4, 9) in sara's layer"),
        (lambda item: noting(item, attributes={"canonical": "\ufffe"}), "canonical of [4, 9)"),
    ],
)
def test_what_xml_cannot_hold_is_refused_by_its_place(tmp_path, change, place):
    item = change(exportable("قال [بوتين:actor]"))
    for name in ("uima-cas-xmi",):
        with pytest.raises(ExportFailure) as error:
            write_folder(tmp_path / name, name, item)
        assert place in str(error.value) or (name == "qdpx" and "line 2" in place)
    write_folder(tmp_path / "json", "uima-cas-json", item)


def noting(item, **changes):
    layer = item.layers[0]
    made = {a.id: replace(a, **changes) for a in layer}
    return replace(item, layers=(replace(layer, annotations=made),))


def test_values_that_can_be_no_feature_are_counted(tmp_path):
    item = noting(
        exportable("قال [بوتين:actor]"),
        attributes={"a b": "1", "اسم": "2", "value": "3", "sofa": "4"},
    )
    report = write_folder(tmp_path / "x", "uima-cas-json", item)
    assert report.count(Reason.ATTRIBUTES) == 2
    [one] = articles(read_all(tmp_path / "x"))
    [made] = one.layers[0]
    assert made.attributes == {"value": "3", "sofa": "4"}
    assert feature_name("value") == "value_"


def test_an_article_without_a_layer_and_an_empty_layer_stay_so(tmp_path):
    for name in FORMATS:
        bare = Exportable(with_spans("لا شيء").article)
        article = with_spans("شيء").article
        empty = Exportable(article, (Layer("sara", article.id, Status.DONE),))
        write_folder(tmp_path / name, name, bare, empty)
        back = {one.article.id: one.layers for one in articles(read_all(tmp_path / name))}
        assert back[bare.article.id] == ()
        assert [(one.annotator, len(one), one.status) for one in back[article.id]] == [
            ("sara", 0, Status.DONE)
        ]


def metadata(**values):
    return {
        "%ID": 90,
        "%TYPE": "de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata",
        "@sofa": 1,
        "begin": 0,
        "end": 1,
        **values,
    }


def test_who_annotated_is_in_the_cas_where_inception_says_it(tmp_path):
    one = stored(tmp_path / "a.json", entity("قال", (0, 3, "X"), more=[metadata(username="omar")]))
    assert [
        layer.annotator for a in articles(read_all(one, annotator="sara")) for layer in a.layers
    ] == ["omar"]
    two = stored(
        tmp_path / "b.json", entity("قال", (0, 3, "X"), more=[metadata(username="CURATION_USER")])
    )
    assert [layer.annotator for a in articles(read_all(two)) for layer in a.layers] == ["gold"]
    three = stored(tmp_path / "c.json", entity("قال", (0, 3, "X")))
    assert "name the annotator" in refused(read_all(three))[0]


def test_many_layers_views_slots_and_numbers(tmp_path):
    more = [
        {"%ID": 10, "%TYPE": "webanno.custom.Frame", "@sofa": 1, "end": 3, "kind": "speech", "score": 2, "sure": True, "@arguments": 11},
        {"%ID": 11, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [10]},
        {"%ID": 12, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS", "@sofa": 1, "begin": 0, "end": 3, "PosValue": "V"},
        {"%ID": 13, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "@sofa": 1, "begin": 0, "end": 3},
        {"%ID": 14, "%TYPE": "x.Meta", "@sofa": 1, "begin": 0, "end": 3},
        {"%ID": 15, "%TYPE": "webanno.custom.Rel", "@sofa": 1, "begin": 0, "end": 3, "@Governor": 10, "@Dependent": 2, "label": "speaker"},
        {"%ID": 16, "%TYPE": "uima.cas.Sofa", "sofaNum": 2, "sofaID": "other", "sofaString": "نص آخر"},
        {"%ID": 17, "%TYPE": ENTITY, "@sofa": 16, "begin": 0, "end": 2, "value": "Y"},
        {"%ID": 18, "%TYPE": "x.DocumentMetaData", "@sofa": 1, "begin": 0, "end": 3, "documentTitle": "عنوان الخبر"},
        "nonsense",
    ]  # fmt: skip
    types = {"x.Meta": {"%NAME": "x.Meta", "%SUPER_TYPE": "uima.tcas.DocumentAnnotation"}}
    path = stored(tmp_path / "a.json", entity("قال بوتين", (4, 9, "actor"), more=more, types=types))
    outcomes = read_all(path, annotator="sara")
    [one] = articles(outcomes)
    assert words(one) == [("speech", "قال"), ("actor", "بوتين")]
    [layer] = one.layers
    assert layer.in_order[0].attributes == {"score": "2", "sure": "true"}
    [link] = layer.relations
    assert (link.type, layer[link.head].label, layer[link.dependent].label) == (
        "speaker",
        "speech",
        "actor",
    )
    assert one.article.title == "عنوان الخبر"
    assert any("1 more text(s), in other views" in note for note in one.notes)
    said = noted(outcomes)
    assert "passed over 1 annotation(s) of layer POS; --layer takes it" in said
    assert "passed over 1 link(s) of slots, which have no place here" in said
    [pos] = articles(read_all(path, annotator="sara", layer="POS"))
    assert words(pos) == [("v", "قال")]
    assert "there is no layer 'Nope'" in refused(read_all(path, annotator="sara", layer="Nope"))[0]


def test_structures_may_be_an_object_by_their_ids(tmp_path):
    value = entity("قال 🙂 بوتين", (7, 12, "actor"))
    value["%FEATURE_STRUCTURES"] = {
        str(one.pop("%ID")): one for one in value["%FEATURE_STRUCTURES"]
    }
    [one] = articles(read_all(stored(tmp_path / "a.json", value), annotator="sara"))
    assert words(one) == [("actor", "بوتين")]


def test_offsets_can_be_said_to_count_code_points(tmp_path):
    path = stored(tmp_path / "a.json", entity("قال 🙂 بوتين", (6, 11, "actor")))
    [one] = articles(read_all(path, annotator="sara", offset_unit="codepoint"))
    assert words(one) == [("actor", "بوتين")]


def test_a_wrong_structure_costs_itself(tmp_path):
    more = [
        {"%ID": 10, "%TYPE": ENTITY, "@sofa": 1, "begin": "x", "end": 3, "value": "actor"},
        {"%ID": 11, "%TYPE": ENTITY, "@sofa": 1, "begin": 5, "end": 5, "value": "actor"},
        {"%ID": 12, "%TYPE": "hashiya.Zone", "@sofa": 1, "begin": 0, "end": None},
        {"%ID": 13, "%TYPE": "x.Rel", "@Governor": 99, "@Dependent": 2, "type": "speaker"},
    ]
    path = stored(
        tmp_path / "a.json", entity("قال بوتين", (4, 9, "actor"), (4, 99, "actor"), more=more)
    )
    outcomes = read_all(path, annotator="sara")
    assert words(articles(outcomes)[0]) == [("actor", "بوتين")]
    said = "\n".join(refused(outcomes))
    assert "left out 3 annotation(s) whose offsets are no range of the text" in said
    assert "link(s) that lead to an annotation which is not there" in said
    assert "zone(s) that cannot be read" in said


@pytest.mark.parametrize(
    ("content_", "reason"),
    [
        (b'{"%TYPES": {}, "%FEATURE_STRUCTURES": [', "is not JSON"),
        (b'{"%TYPES": {}}', "is no CAS in JSON"),
        (b'{"%TYPES": {}, "%FEATURE_STRUCTURES": []}', "holds no text"),
        (b'{"%TYPES": {}, "%FEATURE_STRUCTURES": [1, null]}', "holds no text"),
        (b'{"%TYPES": {}, "%FEATURE_STRUCTURES": [NaN]}', "NaN"),
        (b'{"%TYPES": "\xff"}', "not UTF-8"),
        (b"<?xml version='1.0'?><xmi:XMI xmlns:xmi='x'/>", "there is no TypeSystem.xml beside it"),
    ],
)
def test_what_is_no_cas_is_refused(tmp_path, content_, reason):
    (tmp_path / "a.json").write_bytes(content_)
    assert reason in refused(read_all(tmp_path / "a.json", "uima-cas", annotator="sara"))[0]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("ab%@", max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["%ID", "%TYPE", "@sofa", "begin", "end", "sofaString", "value", "@Governor", "@Dependent"]), inner, max_size=5),
    max_leaves=12,
)  # fmt: skip


@given(more=st.lists(ANYTHING, max_size=5), types=ANYTHING)
def test_whatever_the_structures_are_nothing_is_raised(base, more, types):
    value = entity("قال بوتين", (4, 9, "actor"), more=more)
    value["%TYPES"] = types
    path = stored(base / "odd.json", value)
    assert read_all(path, "uima-cas", annotator="sara")
