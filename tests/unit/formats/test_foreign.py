"""Files of other programs: read, or refused with the right name, whatever they are called; never a plain text."""

import io
import json
import re
import shutil
import zipfile
import zlib
from pathlib import Path

import pytest

from annotator.importers.recognising import NotReadError, recognise

FILES = Path(__file__).resolve().parents[2] / "data" / "imports"

NAMES = {
    "articles.xlsx": "table",
    "conll2003_iob1.conll": "conll",
    "dirty_two_column.txt": "conll",
    "doccano_foreign_labels.jsonl": "doccano",
    "doccano_utf16.jsonl": "doccano",
    "excel_cp1256.csv": "table",
    "excel_utf8_bom.csv": "table",
    "html_named.txt": "html",
    "inception_cas.json": "uima-cas",
    "labelstudio.json": "label-studio",
    "ner_misc.conllu": "conllu",
    "nested_tags.txt": "wojood",
    "news.docx": "docx",
    "news_utf8.html": "html",
    "pdf_visual.txt": "txt",
    "prodigy.jsonl": "prodigy",
    "webanno33.tsv": "webanno-tsv",
    "brat/doc1.ann": "brat",
}


def test_every_file_has_its_name():
    there = {
        p.name
        for p in FILES.iterdir()
        if p.is_file() and p.suffix != ".xml" and p.name != "expected.json"
    }
    assert there == {name for name in NAMES if "/" not in name}


@pytest.mark.parametrize("suffix", ["", ".txt", ".dat", ".json", ".conll"])
@pytest.mark.parametrize("name", NAMES)
def test_it_is_read_or_refused_by_name_whatever_it_is_called(tmp_path, name, suffix):
    path = tmp_path / f"a{suffix or Path(name).suffix}"
    shutil.copy(FILES / name, path)
    if NAMES[name] == "txt" and suffix not in ("", ".txt"):
        return  # a text is one by its name
    found = name_of(path)
    assert found == NAMES[name] or {found, NAMES[name]} <= {"jsonl", "json"}


def open_document(kind: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr(zipfile.ZipInfo("content.xml"), "<x/>")
    return written.getvalue()


def name_of(path):
    """Return the format that reads a file, or the one by whose name it is refused."""
    try:
        return recognise(path)[0].name
    except NotReadError as error:
        said = str(error)
    return re.match(r"this looks like [^:]*\(([a-z-]+)\): .*--format txt$", said)[1]


def test_a_text_with_annotations_beside_it_is_no_plain_text():
    importer, notes = recognise(FILES / "brat" / "doc1.txt")
    assert importer.name == "brat"
    assert "doc1.ann beside it" in notes[0]
    assert recognise(FILES / "brat" / "doc1.txt", "txt")[0].name == "txt"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ('{"messages": [{"role": "user", "content": "قال"}]}\n', "chat"),
        ('{"documents": [{"passages": []}]}', "bioc"),
        ('<?xml version="1.0"?><TEI/>', "xml"),
        ("{\\rtf1 قال}", "rtf"),
        ('[{"conversations": [{"from": "human", "value": "قال"}]}]', "chat"),
        ('{"instruction": "استخرج", "input": "قال", "output": "[]"}\n', "chat"),
        ('[{"tokens": ["قال"], "entities": [{"type": "x", "start": 0, "end": 1}]}]', "token-spans"),
        ('{"sentences": [["قال"]], "ner": [[[0, 0, "x"]]]}\n', "token-spans"),
        ('[{"id": 0, "paragraphs": [{"raw": "قال", "sentences": []}]}]', "spacy-2"),
        ("TRAIN = [\n  ('قال', {'entities': [(0, 3, 'x')]}),\n]\n", "python"),
        ("#begin document (a); part 000\na 0 0 قال VBD * - (X)\n", "conll-2012"),
        ("# x.Y | a\n#text=قال نعم\n1-1\tقال\tO\n1-2\tنعم\tB-x\n", "webanno-2"),
        ("قال <PER>بوتين</PER> في <LOC>مصر</LOC>.\n", "inline"),
        ("%PDF-1.4\n%\n1 0 obj", "pdf"),
        ('["قال بوتين أمس في موسكو", "قال عباس"]\n', "strings"),
        ("tokens,ner_tags\n\"['قال']\",\"['O']\"\n", "lists"),
    ],
)
def test_what_other_programs_write_is_known(tmp_path, content, name):
    for file in ("a.txt", "a.dat"):
        (tmp_path / file).write_text(content, encoding="utf-8")
        with pytest.raises(NotReadError, match=rf"\({name}\)"):
            recognise(tmp_path / file)


def test_xmi_is_no_other_xml(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text('<?xml version="1.0"?><xmi:XMI xmlns:xmi="x"/>', encoding="utf-8")
    assert recognise(path)[0].name == "uima-cas"


NAMED = "<xmi:XMI %TYPES %FEATURE_STRUCTURES #FORMAT=WebAnno TSV <!DOCTYPE html> messages"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("txt", f"قال بوتين: {NAMED}\n"),
        ("jsonl", json.dumps({"text": NAMED}) + "\n"),
        ("json", json.dumps([{"text": NAMED}], indent=1)),
        ("table", f'title,text\nعنوان,"{NAMED}"\nعنوان,"{NAMED}"\n'),
        ("conll", "-DOCSTART- X X O\n\n<xmi:XMI X X O\n%TYPES X X O\nبوتين X X B-PER\n"),
    ],
)
def test_what_a_text_only_mentions_is_not_what_its_file_is(tmp_path, name, content):
    path = tmp_path / f"a.{'csv' if name == 'table' else name}"
    path.write_text(content, encoding="utf-8")
    assert recognise(path)[0].name == name


def ole(*streams: str) -> bytes:
    """Return the beginning of a container of old Office documents, and the names in it."""
    names = "".join(f"{name}\0" for name in streams).encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(70_000) + names


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (ole("WordDocument"), "doc"),
        (ole("EncryptedPackage"), "locked"),
        (open_document("text"), "odt"),
        (open_document("presentation"), "document"),
        (b"PAR1\x15\x04" + bytes(99), "parquet"),
        (b"\x1f\x8b\x08" + bytes(99), "packed"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(99), "packed"),
        (b"ARROW1\0\0\xff\xff\xff\xff", "arrow"),
        (zlib.compress(b"\x87\xa7version\xa30.1\xa5attrs\x93\xa6tokens" + bytes(99)), "docbin"),
    ],
    ids=["doc", "locked", "odt", "odp", "parquet", "gzip", "7z", "arrow", "docbin"],
)
@pytest.mark.parametrize("suffix", [".doc", ".docx", ".odt", ".txt", ".xls"])
def test_documents_that_cannot_be_read_are_refused_by_their_names(tmp_path, content, name, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    with pytest.raises(NotReadError, match=rf"\({name}\)"):
        recognise(path)


@pytest.mark.parametrize(
    "content",
    [ole("Workbook"), ole("Book"), open_document("spreadsheet")],
    ids=["Workbook", "Book", "ods"],
)
def test_spreadsheets_of_old_and_of_others_are_tables(tmp_path, content):
    (tmp_path / "a.dat").write_bytes(content)
    assert recognise(tmp_path / "a.dat")[0].name == "table"


def test_a_text_about_marks_and_pages_is_a_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text('["تصريح"] قال بوتين "نعم".\n', encoding="utf-8")
    assert recognise(path)[0].name == "txt"
    path.write_text("الوسم <b>غليظ</b> واحد، و<PER>عباس</PER> آخر.\n", encoding="utf-8")
    assert "(inline)" not in str(refused_or_none(path))


def refused_or_none(path):
    try:
        recognise(path)
    except NotReadError as error:
        return error
    return None
