"""CAS in XMI with its types beside it, and projects of INCEpTION: everybody's layers, gold, and who has finished."""

import json
import zipfile

import cassis
import pytest

from annotator.exporters import REGISTRY
from annotator.importers.recognising import recognise
from annotator.importers.standoff import xmi
from annotator.model import Status
from tests.unit.formats.cas_files import FILES, entity, xmi_of
from tests.unit.formats.standoff import articles, noted, read_all, refused, words


def test_xmi_is_read_with_the_type_system_beside_it_or_above(tmp_path):
    document, types = xmi_of("قال 🙂 بوتين", (6, 11, "PER"))
    for folder in (tmp_path / "x", tmp_path / "x" / "sara"):
        folder.mkdir()
        (folder / "a.xmi").write_bytes(document)
    (tmp_path / "x" / "typesystem.xml").write_bytes(types)
    assert recognise(tmp_path / "x" / "a.xmi")[0].name == "uima-cas"
    [one] = articles(read_all(tmp_path / "x" / "a.xmi", annotator="omar"))
    assert words(one) == [("per", "بوتين")]
    outcomes = read_all(tmp_path / "x", annotator="omar")
    assert sorted(layer.annotator for one in articles(outcomes) for layer in one.layers) == ["omar"]
    (tmp_path / "x" / "a.xmi").unlink()
    assert [
        layer.annotator for one in articles(read_all(tmp_path / "x")) for layer in one.layers
    ] == ["sara"]


@pytest.mark.filterwarnings("ignore:open_binary is deprecated:DeprecationWarning")  # of cassis
def test_documents_with_all_types_of_dkpro_are_read(tmp_path):
    """A document of INCEpTION comes with hundreds of types, tokens, sentences and parts of speech."""
    types = cassis.load_dkpro_core_typesystem()
    metadata_name = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
    if not types.contains_type(metadata_name):
        made = types.create_type(metadata_name, "uima.tcas.DocumentAnnotation")
        types.create_feature(made, "documentTitle", "uima.cas.String")
    text = "قال 🙂 بوتين نعم"
    made = {
        name: types.get_type(f"de.tudarmstadt.ukp.dkpro.core.api.{name}")
        for name in (
            "segmentation.type.Token",
            "segmentation.type.Sentence",
            "lexmorph.type.pos.POS",
            "metadata.type.DocumentMetaData",
            "ner.type.NamedEntity",
        )
    }
    cas = cassis.Cas(types)
    cas.sofa_string, cas.sofa_mime = text, "text/plain"
    meta = {"documentTitle": "news.txt", "language": "ar"}
    cas.add(made["metadata.type.DocumentMetaData"](begin=0, end=len(text), **meta))
    cas.add(made["segmentation.type.Sentence"](begin=0, end=len(text)))
    for start, end in ((0, 3), (4, 5), (6, 11), (12, 15)):
        pos = made["lexmorph.type.pos.POS"](begin=start, end=end, PosValue="X")
        cas.add_all([pos, made["segmentation.type.Token"](begin=start, end=end, pos=pos)])
    cas.add(
        made["ner.type.NamedEntity"](begin=6, end=11, value="PER", identifier="http://wikidata/Q1")
    )
    (tmp_path / "TypeSystem.xml").write_bytes(types.to_xml().encode())
    (tmp_path / "a.xmi").write_bytes(cas.to_xmi().encode())
    (tmp_path / "a.json").write_bytes(cas.to_json().encode())
    for name in ("a.xmi", "a.json"):
        outcomes = read_all(tmp_path / name, annotator="sara")
        [one] = articles(outcomes)
        assert words(one) == [("per", "بوتين")]
        assert one.layers[0].in_order[0].attributes == {"identifier": "http://wikidata/Q1"}
        assert (one.article.title, one.article.source) == (text, "news.txt")
        assert noted(outcomes) == ["passed over 4 annotation(s) of layer POS; --layer takes it"]


def test_a_zip_of_xmi_and_its_types_is_one_document(tmp_path):
    document, types = xmi_of("قال بوتين", (4, 9, "PER"))
    with zipfile.ZipFile(tmp_path / "sara.zip", "w") as archive:
        archive.writestr("sara.xmi", document)
        archive.writestr("TypeSystem.xml", types)
    [one] = articles(read_all(tmp_path / "sara.zip", annotator="sara"))
    assert words(one) == [("per", "بوتين")]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            lambda d, t: (d.replace(b"NamedEntity", b"Nothing"), t),
            "another one than that of this document",
        ),
        (lambda d, t: (d[:200], t), "it is no CAS in XMI"),
        (lambda d, t: (d, t[:300]), "it is no CAS in XMI"),
        (
            lambda d, t: (b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + d[d.index(b"<xmi") :], t),
            "declares a document type",
        ),
    ],
)
def test_damaged_xmi_is_refused(tmp_path, change, reason):
    document, types = change(*xmi_of("قال بوتين", (4, 9, "PER")))
    (tmp_path / "a.xmi").write_bytes(document)
    (tmp_path / "TypeSystem.xml").write_bytes(types)
    assert reason in refused(read_all(tmp_path / "a.xmi", "uima-cas", annotator="sara"))[0]


def project(tmp_path, *, states=True, types=True):
    """Return a project as INCEpTION exports it, as a zip."""
    document, system = xmi_of("قال بوتين نعم", (4, 9, "PER"))
    path = tmp_path / "project.zip"

    def inner(*pairs):
        inside = tmp_path / "inside.zip"
        with zipfile.ZipFile(inside, "w") as archive:
            for name, raw in pairs:
                archive.writestr(name, raw)
        return inside.read_bytes()

    system_pair = [("TypeSystem.xml", system)] if types else []
    said = {
        "name": "p",
        "source_documents": [
            {"name": "a.txt", "state": "CURATION_FINISHED"},
            {"name": "b.txt", "state": "NEW"},
        ],
        "annotation_documents": [
            {"name": "a.txt", "user": "sara", "state": "FINISHED"},
            {"name": "a.txt", "user": "omar", "state": "INPROGRESS"},
        ],
    }
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("exportedproject.json", json.dumps(said) if states else "{")
        for user in ("sara", "omar", "INITIAL_CAS"):
            archive.writestr(
                f"annotation/a.txt/{user}.zip", inner((f"{user}.xmi", document), *system_pair)
            )
        archive.writestr(
            "annotation/b.txt/INITIAL_CAS.json", json.dumps(entity("نص ثان", (0, 2, "X")))
        )
        archive.writestr(
            "curation/a.txt/CURATION_USER.json", json.dumps(entity("قال بوتين نعم", (0, 3, "LOC")))
        )
        archive.writestr("annotation/c.txt/huda.bin", b"\0")
        archive.writestr("annotation_ser/a.txt/sara.ser", b"\0\1")
        archive.writestr("source/a.txt", "قال بوتين نعم")
        archive.writestr("source/d.txt", "لم يفتحه أحد")
        archive.writestr("log/project.log", "x")
    return path


def test_a_project_gives_every_annotator_and_what_was_curated_as_gold(tmp_path):
    outcomes = read_all(project(tmp_path))
    found = [
        (layer.annotator, layer.status, [a.label for a in layer])
        for one in articles(outcomes)
        for layer in one.layers
    ]
    assert sorted(found) == [
        ("gold", Status.DONE, ["loc"]),
        ("omar", Status.IN_PROGRESS, ["per"]),
        ("sara", Status.DONE, ["per"]),
    ]
    assert [one.article.text for one in articles(outcomes) if not one.layers] == ["نص ثان"]
    assert {one.article.source for one in articles(outcomes)} == {"a.txt", "b.txt"}
    said = noted(outcomes)
    assert any(
        "1 document(s) that nobody opened were passed over, the first d.txt" in note
        for note in said
    )
    assert any("1 file(s) of annotations that are neither JSON nor XMI" in note for note in said)
    assert refused(outcomes) == []


def test_a_damaged_project_is_read_as_far_as_it_goes(tmp_path):
    outcomes = read_all(project(tmp_path, states=False, types=False))
    assert [layer.annotator for one in articles(outcomes) for layer in one.layers] == ["gold"]
    assert any("nobody's status is known" in note for note in noted(outcomes))
    assert len([r for r in refused(outcomes) if "with TypeSystem.xml" in r]) == 2


def test_a_document_that_unpacks_to_more_than_anybody_annotates_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(xmi, "MOST", 1000)
    path = tmp_path / "x" / "annotation" / "a.txt" / "sara.zip"
    path.parent.mkdir(parents=True)
    (tmp_path / "x" / "exportedproject.json").write_text("{}")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sara.xmi", b"<" + b" " * 100_000)
    assert "longer than" in refused(read_all(tmp_path / "x"))[0]
    path.write_bytes(path.read_bytes()[:60])
    assert "cannot be read" in refused(read_all(tmp_path / "x"))[0]


def test_without_cassis_it_says_what_to_install(tmp_path, monkeypatch):
    document, types = xmi_of("قال بوتين", (4, 9, "PER"))
    (tmp_path / "a.xmi").write_bytes(document)
    (tmp_path / "TypeSystem.xml").write_bytes(types)
    monkeypatch.setitem(__import__("sys").modules, "cassis", None)
    assert (
        "pip install 'hashiya[inception]'"
        in refused(read_all(tmp_path / "a.xmi", annotator="sara"))[0]
    )
    assert REGISTRY["uima-cas-json"].needs.extra == "inception"
    [one] = articles(read_all(FILES / "inception_cas.json", annotator="sara"))
    assert len(one.layers[0]) == 5
