"""Plain text files become articles whose text is the file's, whole."""

from pathlib import Path

import pytest
from arabic_reshaper import reshape
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from annotator import importers
from annotator.importers.texts.plain import first_line
from annotator.model import article_id
from tests.unit.formats.build import import_text, only, refusal

SOURCES = Path(__file__).parents[3] / "projects" / "sources" / "karabakh" / "articles"
TEXT = "\n  بيسكوف: بيان مهم \u200f\n\n٠٩ نوفمبر ٢٠٢١\n\nأكد المتحدث أن الكرملين يعتبر البيان مهما."


def test_the_first_line_is_the_title_and_stays_in_the_text(tmp_path: Path):
    article = only(import_text(tmp_path, "خبر.txt", TEXT)).article
    assert article.text == TEXT
    assert article.id == article_id(TEXT)
    assert article.title == "بيسكوف: بيان مهم"
    assert article.published == "2021-11-09"
    assert article.source == "خبر.txt"


HEADLINE = "علييف يعتذر لمقتل عناصر"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ru En\n\n{HEADLINE}\n\n٢١ سبتمبر ٢٠٢٣\n", HEADLINE),
        (f"\n\u200fالرئيسية\n \u00a0\nأخبار روسيا\n\n{HEADLINE}\nقال", HEADLINE),
        ("قمة سوتشي\nقال بوتين إن القمة مهمة", "قمة سوتشي"),
        (f"Ru En\n{HEADLINE}\nنص", "Ru En"),
        (f"Ru En\n\n{HEADLINE}", HEADLINE),
        ("Ru En\n\nالرئيسية\n\nأخبار", "Ru En"),
        ("قمة", "قمة"),
        ("Putin meets Aliyev\n\nIn Moscow they\nspoke", "Putin meets Aliyev"),
        ("2021\n\n09/11\n\n12", "2021"),
        (" \n\n", ""),
    ],
)
def test_navigation_above_the_headline_is_no_title(text: str, title: str):
    assert first_line(text) == title


@given(
    st.lists(st.sampled_from(["Ru En", "الرئيسية", "أخبار عاجلة", "2021", "\u200f"]), max_size=5),
    st.sampled_from(["\n\n", "\n \n", "\n\u00a0\n\n"]),
)
def test_any_navigation_is_passed_over(above: list[str], gap: str):
    text = gap.join([*above, HEADLINE, "نص"])
    assert first_line(text) == HEADLINE


@pytest.mark.parametrize("path", sorted(SOURCES.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_our_own_sources_have_their_headlines_for_titles(path: Path):
    title = first_line(path.read_text("utf-8"))
    assert len([word for word in title.split() if word[0] > "\u0600"]) >= 5


def test_the_file_name_is_the_title_where_the_first_line_is_not(tmp_path: Path):
    article = only(import_text(tmp_path, "خبر 7.txt", TEXT, first_line_is_title=False)).article
    assert article.title == "خبر 7"
    assert article.text == TEXT


def test_what_the_user_says_beats_what_the_text_says(tmp_path: Path):
    told = {
        "title": "عنوان",
        "published": "2022-01-01",
        "source": "وكالة",
        "url": "https://example.org/1",
    }
    article = only(import_text(tmp_path, "a.txt", TEXT, **told)).article
    assert {name: getattr(article, name) for name in told} == told


def test_an_article_on_one_long_line_gets_a_short_title(tmp_path: Path):
    article = only(import_text(tmp_path, "a.txt", "كلمة " * 100)).article
    assert len(article.title) <= 201
    assert article.title.endswith("كلمة…")


def test_five_megabytes_on_one_line_are_taken(tmp_path: Path):
    sentence = "قال الرئيس الروسي فلاديمير بوتين إن البيان الثلاثي في غاية الأهمية. "
    text = sentence * (5_000_000 // len(sentence.encode()) + 1)
    imported = only(import_text(tmp_path, "long.txt", text))
    assert len(text.encode()) >= 5_000_000
    assert imported.article.text == text
    assert imported.notes == ()


def test_the_reading_is_told(tmp_path: Path):
    notes = only(import_text(tmp_path, "a.txt", TEXT.replace("\n", "\r\n").encode("utf-16"))).notes
    assert notes == ("read as UTF-16-LE", "dropped the byte order mark", "5 line ends became LF")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\n \n", "white space"),
        (b"\x00\x01\x02\x03", "binary"),
        ("أب\0ج".encode(), "line 1, column 3 (offset 2)"),
    ],
)
def test_a_bad_file_is_refused_by_name(tmp_path: Path, content: bytes, reason: str):
    said = refusal(import_text(tmp_path, "bad.txt", content))
    assert said.startswith("bad.txt: ")
    assert reason in said


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path):
    plain = importers.REGISTRY["txt"]
    read, options = plain.read, plain.choose({})
    assert "no such file" in refusal(list(read(tmp_path / "gone.txt", options)))
    assert "folder" in refusal(list(read(tmp_path, options)))


PLAIN = "قال الرئيس الروسي في مؤتمر صحفي إن الاتفاق وقع.\nوأضاف أن القمة الثلاثية ناجحة جدا.\n"


def as_pdf(text: str) -> str:
    """Return the text as a PDF gives it: drawn shapes, in the order they are seen."""
    return "\n".join(get_display(reshape(line)) for line in text.split("\n"))


def test_text_as_pdfs_give_it_is_taken_as_it_is_with_a_note(tmp_path: Path):
    drawn = as_pdf(PLAIN)
    imported = only(import_text(tmp_path, "a.txt", drawn))
    assert imported.article.text == drawn
    assert "import it with repair" in imported.notes[0]
    assert PLAIN.split("\n")[0][:20] in imported.notes[0]


def test_text_as_pdfs_give_it_is_put_right_on_request(tmp_path: Path):
    imported = only(import_text(tmp_path, "a.txt", as_pdf(PLAIN), repair_visual=True))
    assert imported.article.text == PLAIN
    assert imported.article.id == article_id(PLAIN)
    assert imported.article.title == PLAIN.split("\n")[0]
    assert "repaired" in imported.notes[0]


def test_repair_leaves_plain_text_alone(tmp_path: Path):
    imported = only(import_text(tmp_path, "a.txt", PLAIN, repair_visual=True))
    assert (imported.article.text, imported.notes) == (PLAIN, ())
