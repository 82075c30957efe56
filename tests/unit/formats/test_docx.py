"""Word documents read: every paragraph in its order, once, as it is seen with changes accepted."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.importers import Imported, Refused
from annotator.importers.recognising import recognise

FILES = Path(__file__).resolve().parents[2] / "data" / "imports"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def read(path, **options):
    importer, _ = recognise(path)
    assert importer.name == "docx"
    return list(importer.read(path, importer.choose(options)))


def document(folder, body, parts=(), namespace=W, **options):
    """Return the one article that a document with this body gives."""
    path = folder / "a.docx"
    xml = f'<?xml version="1.0"?><w:document xmlns:w="{namespace}" xmlns:mc="{MC}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
        for name, content in dict(parts).items():
            archive.writestr(name, content)
    [one] = read(path, **options)
    assert isinstance(one, Imported), one
    return one


def run(words, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def par(*runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.dat", "a.zip"])
def test_a_real_document_is_read_whatever_it_is_called(tmp_path, name):
    (tmp_path / name).write_bytes((FILES / "news.docx").read_bytes())
    [one] = read(tmp_path / name)
    assert one.article.title == "عباس في القاهرة"
    assert one.article.text.split("\n") == [
        "عباس في القاهرة",
        "قال الرئيس محمود عبّاس يوم 12 أيار 2021: «وقّعنا اتفاق السلام في القاهرة 🙂 أمس». ثم التقى بوفد حماس.",
        "وصل وزير خارجية مصر إلى الدوحة.",
        "خلية\tثانية",
        "انتهى.",
    ]


BOX = "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize("namespace", [W, STRICT])
@pytest.mark.parametrize(
    ("body", "text"),
    [
        (par(run("قا"), run("ل "), run("نعم")) + par(run("ثم")), "قال نعم\nثم"),
        (par(run("ا")) + par() + par(run("ب")), "ا\n\nب"),
        (par("<w:r><w:t>ا</w:t><w:tab/><w:t>ب</w:t><w:br/><w:t>ج</w:t><w:cr/><w:t>د</w:t></w:r>"), "ا\tب\nج\nد"),
        (par("<w:r><w:br w:type='page'/><w:t>ا</w:t></w:r>"), "ا"),
        (par("<w:r><w:t>ا</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font='x' w:char='2013'/><w:t>ب</w:t></w:r>"), "ا\u2011\u00ad–ب"),
        (par(run("ا"), properties="<w:tabs><w:tab w:val='left'/></w:tabs>"), "ا"),
        (par(run("ا"), "<w:del><w:r><w:delText>لا</w:delText></w:r></w:del>", "<w:ins><w:r><w:t>ب</w:t></w:r></w:ins>"), "اب"),
        (par("<w:moveFrom><w:r><w:t>لا</w:t></w:r></w:moveFrom>", run("ا")) + par("<w:moveTo><w:r><w:t>ب</w:t></w:r></w:moveTo>"), "ا\nب"),
        (par(run("ا "), properties="<w:rPr><w:del/></w:rPr>") + par(run("ب")), "ا ب"),
        (par("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>", run("لا"), "<w:r><w:fldChar w:fldCharType='separate'/></w:r>", run("7"), "<w:r><w:fldChar w:fldCharType='end'/></w:r>", run("ا")), "7ا"),
        (par("<w:r><w:fldChar w:fldCharType='begin'/></w:r>", run("لا")) + par(run("نعم")), "نعم"),
        (par("<w:fldSimple w:instr='DATE'><w:r><w:t>أمس</w:t></w:r></w:fldSimple>"), "أمس"),
        (par("<w:hyperlink><w:r><w:t>رابط</w:t></w:r></w:hyperlink>"), "رابط"),
        (par(run("ا"), run("لا", "<w:vanish/>"), run("ب", "<w:vanish w:val='0'/>")), "اب"),
        (par(run("قبل "), f"<w:r>{BOX.format(par(run('صندوق')), par(run('صندوق')))}</w:r>", run("بعد")) + par(run("ثم")), "قبل بعد\nصندوق\nثم"),
        (par(f"<w:r>{BOX.format('', par(run('صندوق')))}</w:r>") + par(run("ثم")), "صندوق\nثم"),
        ("<w:tbl><w:tr><w:tc>" + par(run("ا")) + par(run("ب")) + "</w:tc><w:tc>" + par(run("ج")) + "</w:tc></w:tr><w:tr><w:tc>" + par() + "</w:tc></w:tr></w:tbl>" + par(run("د")), "ا\nب\tج\nد"),
        ("<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>" + par(run("ا")) + "</w:tc><w:tc>" + par(run("ب")) + "</w:tc></w:tr></w:tbl>" + par() + "</w:tc></w:tr></w:tbl>", "ا\tب"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + par(run("لا")) + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" + par(run("نعم")) + "</w:sdtContent></w:sdt>", "نعم"),
        (par("<w:r><w:ruby><w:rt><w:r><w:t>لا</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>نعم</w:t></w:r></w:rubyBase></w:ruby></w:r>"), "نعم"),
        (par("<m:oMath><m:r><m:t>س=1</m:t></m:r></m:oMath>"), "س=1"),
        (par(run("ـ\u200f\u00a0🙂\u2028ا")), "ـ\u200f\u00a0🙂\u2028ا"),
    ],
)  # fmt: skip
def test_the_text_is_as_the_document_is_seen(tmp_path, body, text, namespace):
    assert document(tmp_path, body, namespace=namespace).article.text == text


def part(inner, root="w:styles"):
    return f'<{root} xmlns:w="{W}">{inner}</{root}>'


HEADING = "<w:style w:styleId='1'><w:name w:val='heading 1'/></w:style><w:style w:styleId='z'><w:name w:val='x'/><w:basedOn w:val='1'/></w:style>"


def test_the_title_is_that_of_the_document_or_its_first_heading(tmp_path):
    body = par(run("سطر أول")) + par(run("عنوان"), properties="<w:pStyle w:val='{}'/>")
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>اسم\nالمستند</dc:title></c>'
    styles = {"word/styles.xml": part(HEADING)}
    for style in ("1", "z", "Heading1", "Title"):
        assert document(tmp_path, body.format(style), styles).article.title == "عنوان"
    assert document(tmp_path, body.format("x"), styles).article.title == "سطر أول"
    levelled = body.replace("<w:pStyle w:val='{}'/>", "<w:outlineLvl w:val='0'/>")
    assert document(tmp_path, levelled).article.title == "عنوان"
    named = {**styles, "docProps/core.xml": core}
    assert document(tmp_path, body.format("1"), named).article.title == "اسم المستند"
    assert document(tmp_path, body.format("x"), first_line_is_title=False).article.title == "a"


def test_footnotes_come_behind_on_request_and_are_told_otherwise(tmp_path):
    body = par(
        run("ا"),
        "<w:r><w:footnoteReference w:id='2'/></w:r>",
        "<w:r><w:endnoteReference w:id='1'/></w:r>",
    )
    notes = {
        "word/footnotes.xml": part(f"<w:footnote w:id='0' w:type='separator'>{par(run('-'))}</w:footnote><w:footnote w:id='2'>{par(run('حاشية'))}</w:footnote>", "w:footnotes"),
        "word/endnotes.xml": part(f"<w:endnote w:id='1'>{par(run('ختام'))}</w:endnote>", "w:endnotes"),
    }  # fmt: skip
    assert document(tmp_path, body, notes, footnotes=True).article.text == "ا\nحاشية\nختام"
    one = document(tmp_path, body, notes)
    assert one.article.text == "ا"
    assert "2 footnote(s) were left out" in "".join(one.notes)


def test_comments_and_changes_are_told(tmp_path):
    comments = {
        "word/comments.xml": part(f"<w:comment w:id='1'>{par(run('لا'))}</w:comment>", "w:comments")
    }
    one = document(tmp_path, par("<w:ins><w:r><w:t>ا</w:t></w:r></w:ins>"), comments)
    assert one.notes == (
        "1 comment(s) of the document were left out",
        "tracked changes were taken as accepted",
    )


def test_reversed_text_is_repaired_on_request(tmp_path):
    body = par(run("ﺓﺮﻫﺎﻘﻟﺍ ﻲﻓ ﺱﺎﺒﻋ"))
    assert (
        "repaired" not in document(tmp_path, body).notes[0]
        or document(tmp_path, body).article.text != "عباس في القاهرة"
    )
    assert document(tmp_path, body, repair_visual=True).article.text == "عباس في القاهرة"


def broken(content, name="word/document.xml"):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return written.getvalue()


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="'
    + W
    + '"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (broken("<w:document"), "damaged"),
        (broken(BOMB), "document type"),
        (broken(f'<w:document xmlns:w="{W}"/>'), "only white space"),
        (broken("x", "other.xml"), "no Word document"),
        (broken('<?xml version="1.0" encoding="UNF-8"?><w/>'), "UNF-8"),
        (b"PK\x03\x04 and nothing else", "damaged"),
        (broken(f'<w:document xmlns:w="{W}">{par(run("ا"))}</w:document>')[:-40], "damaged"),
    ],
)
def test_what_is_damaged_or_made_to_harm_is_refused(tmp_path, raw, reason):
    (tmp_path / "a.docx").write_bytes(raw)
    importer, _ = recognise(tmp_path / "a.docx", "docx")
    [refused] = importer.read(tmp_path / "a.docx", importer.choose({}))
    assert isinstance(refused, Refused)
    assert reason in str(refused)


def test_a_part_that_unpacks_without_end_is_refused(tmp_path, monkeypatch):
    from annotator.importers.office import package

    monkeypatch.setattr(package, "MOST_BYTES", 1 << 20)
    words = par(run("ا" * 1000)) * 2000
    (tmp_path / "a.docx").write_bytes(
        broken(f'<w:document xmlns:w="{W}"><w:body>{words}</w:body></w:document>')
    )
    [refused] = read(tmp_path / "a.docx")
    assert "unpacks to more than 1 MiB" in str(refused)


WORDS = st.text(
    st.sampled_from("قال 🙂ـ\u00a0\u2028\u200f\u0301<&\"'«»ab\t"), min_size=1, max_size=20
).filter(lambda words: any(letter in "قالab" for letter in words))


@settings(max_examples=40, deadline=None)
@given(
    paragraphs=st.lists(st.lists(WORDS, max_size=3), min_size=1, max_size=5),
    cells=st.lists(WORDS, min_size=1, max_size=3),
)
def test_what_python_docx_writes_is_read_run_by_run(tmp_path_factory, paragraphs, cells):
    path = tmp_path_factory.getbasetemp() / "written.docx"
    made = docx.Document()
    for runs in paragraphs:
        paragraph = made.add_paragraph()
        for words in runs:
            paragraph.add_run(words)
    table = made.add_table(1, len(cells))
    for cell, words in zip(table.rows[0].cells, cells, strict=True):
        cell.text = words
    made.save(str(path))
    [one] = read(path)
    expected = [p.text for p in made.paragraphs] + ["\t".join(cells).rstrip("\t")]
    assert one.article.text == "\n".join(expected).strip("\n")
