"""REFI-QDA: the file is as the published schema wants it, and programs that follow QualCoder's rules get the very words."""

import re
import zipfile
from collections import Counter
from io import BytesIO
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings

from annotator import exporters
from annotator.errors import ExportFailure
from annotator.exporters import Exportable, Reason
from annotator.model import DEFAULT_SCHEMA, Article
from tests.helpers.sinks import MemorySink
from tests.unit.formats.build import exportable, linked, with_spans
from tests.unit.formats.strategies import exportables
from tests.unit.formats.test_uima_cas import without_forbidden

SPACE = "{urn:QDA-XML:project:1.0}"
GUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
SCHEMA = {  # element: (children in order, attributes it must have, attributes it may have)
    "Project": (["Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs", "Description", "NoteRef"], {"name"}, {"origin", "creatingUserGUID", "creationDateTime", "modifyingUserGUID", "modifiedDateTime", "basePath"}),
    "Users": (["User"], set(), set()),
    "User": ([], {"guid"}, {"name", "id"}),
    "CodeBook": (["Codes", "Sets"], set(), {"origin"}),
    "Codes": (["Code"], set(), set()),
    "Code": (["Description", "NoteRef", "Code"], {"guid", "name", "isCodable"}, {"color"}),
    "Sources": (["TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource"], set(), set()),
    "TextSource": (["Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"], {"guid"}, {"name", "richTextPath", "plainTextPath", "creatingUser", "creationDateTime", "modifyingUser", "modifiedDateTime"}),
    "PlainTextSelection": (["Description", "Coding", "NoteRef"], {"guid", "startPosition", "endPosition"}, {"name", "creatingUser", "creationDateTime", "modifyingUser", "modifiedDateTime"}),
    "Coding": (["CodeRef", "NoteRef"], {"guid"}, {"creatingUser", "creationDateTime"}),
    "CodeRef": ([], {"targetGUID"}, set()),
    "Links": (["Link"], set(), set()),
    "Link": (["NoteRef"], {"guid"}, {"name", "direction", "color", "originGUID", "targetGUID"}),
    "Description": ([], set(), set()),
}  # fmt: skip
NOT_EMPTY = {"Users", "Codes", "Links"}


def write(*items, **options):
    exporter, sink = exporters.REGISTRY["qdpx"], MemorySink()
    report = exporter.write(iter(items), sink, exporter.choose(options, DEFAULT_SCHEMA))
    return sink.files()[""], report


def opened(raw):
    """Return the project and its texts by path, after checking both by the schema."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    root = ElementTree.fromstring(files.pop("project.qde"))
    check(root)
    guids = Counter(element.get("guid") for element in root.iter() if element.get("guid"))
    assert all(number == 1 for number in guids.values())
    for element in root.iter():
        for name in ("targetGUID", "originGUID", "creatingUser"):
            assert element.get(name) is None or element.get(name) in guids
    return root, {name: content.decode("utf-8") for name, content in files.items()}


def check(element):
    name = element.tag.removeprefix(SPACE)
    children, needed, allowed = SCHEMA[name]
    there = [child.tag.removeprefix(SPACE) for child in element]
    places = [children.index(child) for child in there]
    assert places == sorted(places), f"{name}: {there}"
    assert there or name not in NOT_EMPTY
    assert needed <= set(element.keys()) <= needed | allowed
    for attribute, value in element.attrib.items():
        if attribute == "guid" or attribute.endswith(("GUID", "User")):
            assert re.fullmatch(GUID, value)
        if attribute == "color":
            assert re.fullmatch("#[0-9A-Fa-f]{6}", value)
        if attribute == "isCodable":
            assert value in ("true", "false")
        if attribute.endswith("Position"):
            assert re.fullmatch(r"\d+", value)
    for child in element:
        check(child)


def as_qualcoder(root, texts):
    """Return what QualCoder takes: by source and user, the words between both positions, the code and the memo."""
    users = {u.get("guid"): u.get("name") for u in root.iter(f"{SPACE}User")}
    codes = {c.get("guid"): c.get("name") for c in root.iter(f"{SPACE}Code")}
    found = Counter()
    for source in root.iter(f"{SPACE}TextSource"):
        text = texts["sources" + source.get("plainTextPath").split("internal:/")[1]]
        for selection in source.findall(f"{SPACE}PlainTextSelection"):
            start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
            memo = selection.findtext(f"{SPACE}Description") or ""
            [coding] = selection.findall(f"{SPACE}Coding")
            code = codes[next(iter(coding)).get("targetGUID")]
            found[users[selection.get("creatingUser")], start, text[start:end], code, memo] += 1
    return found


def memo(annotation):
    lines = [f"{name}: {value}" for name, value in annotation.attributes.items()]
    return "\n".join([*lines, annotation.note] if annotation.note else lines)


@settings(max_examples=60)
@given(item=exportables(annotators=("sara", "gold")))
@example(
    with_spans(
        "🙂 قال\u2028بوتين\n<&>\"'",
        (0, 1, "actor"),
        (2, 11, "quote"),
        (0, 1, "actor"),
        (12, 17, "date"),
    )
)
def test_qualcoder_gets_everything_that_was_annotated(item: Exportable):
    item = without_forbidden(item)
    raw, report = write(item)
    root, texts = opened(raw)
    assert list(texts.values()) == [item.article.text]
    expected = Counter(
        (layer.annotator, a.start, a.span.of(item.article.text), a.label, memo(a))
        for layer in item.layers
        for a in layer
    )
    assert as_qualcoder(root, texts) == expected
    assert len(root.findall(f".//{SPACE}Link")) == sum(
        len(layer.relations) for layer in item.layers
    )
    assert report.written == report.annotations == expected.total()
    assert report.count(Reason.ZONES) == sum(len(layer.zones) for layer in item.layers)
    assert report.count(Reason.REMARKS) == sum(len(layer.remarks) for layer in item.layers)
    assert set(report.losses) <= {Reason.ZONES, Reason.REMARKS}


def test_codes_have_the_names_and_colours_of_the_labels():
    root, _ = opened(write(exportable("قال [بوتين:actor]"))[0])
    codes = {
        c.get("name"): (c.get("color"), c.findtext(f"{SPACE}Description"))
        for c in root.iter(f"{SPACE}Code")
    }
    assert codes == {
        one.name: (one.colours.line_light, one.title_ar) for one in DEFAULT_SCHEMA.labels
    }
    assert [u.get("name") for u in root.iter(f"{SPACE}User")] == ["sara"]


def test_links_go_from_selection_to_selection():
    root, _ = opened(
        write(linked(exportable("[نعم:quote] قال [بوتين:actor]"), ("speaker", "a1", "a2")))[0]
    )
    [link] = root.iter(f"{SPACE}Link")
    names = {s.get("guid"): s.get("name") for s in root.iter(f"{SPACE}PlainTextSelection")}
    assert (link.get("name"), names[link.get("originGUID")], names[link.get("targetGUID")]) == (
        "speaker",
        "نعم",
        "بوتين",
    )


def test_the_end_can_be_the_last_character():
    root, _ = opened(write(exportable("قال [بوتين:actor]"), end_position="last")[0])
    [selection] = root.iter(f"{SPACE}PlainTextSelection")
    assert (selection.get("startPosition"), selection.get("endPosition")) == ("4", "8")


def test_the_same_project_gives_the_same_file():
    items = [
        exportable(f"قال [بوتين:actor] {n}", title=f"عنوان {n}", url="https://example.org")
        for n in range(3)
    ]
    first, _ = write(*items)
    assert first == write(*items)[0]
    root, texts = opened(first)
    names = [s.get("name") for s in root.iter(f"{SPACE}TextSource")]
    assert names == [f"عنوان {n} ({item.article.id})" for n, item in enumerate(items)]
    assert len(texts) == 3


def test_an_article_without_annotations_is_a_source_and_nothing_is_a_project():
    root, texts = opened(write(Exportable(Article.from_text("لا شيء")))[0])
    assert list(texts.values()) == ["لا شيء"]
    assert root.find(f"{SPACE}Users") is None
    root, texts = opened(write()[0])
    assert (texts, root.find(f"{SPACE}Sources")) == ({}, None)


def test_what_xml_cannot_hold_is_refused_by_its_place():
    with pytest.raises(ExportFailure, match=r"U\+0008: the text of article .* line 2, column 5"):
        write(Exportable(Article.from_text("قال\nنعم \x08")))
