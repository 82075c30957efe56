"""Bytes become the one text that offsets count on, or are refused with the place."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import TextError
from annotator.text import decoding
from annotator.text.decoding import decode

NEWS = (
    "أكد المتحدّث الرسمي باسم الرئيس الروسي دميتري بيسكوف، أن الكرملين يعتبر البيان الثلاثي لدول "
    "روسيا وأرمينيا وأذربيجان في غاية الأهمية، وأنه «لا يمكن المبالغة في تقدير أهميته».\n"
    "وقال بيسكوف: هل تم الاتفاق؟ نعم في 9 نوفمبر 2020؛ وذلك بحضور الرئيسين."
)


def test_utf8_is_read_as_it_is():
    decoded = decode(NEWS.encode())
    assert (decoded.text, decoded.encoding, decoded.notes) == (NEWS, "utf-8", ())


def test_a_byte_order_mark_is_dropped_and_said():
    decoded = decode(b"\xef\xbb\xbf" + NEWS.encode())
    assert decoded.text == NEWS
    assert decoded.notes == ("dropped the byte order mark",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("marks", [1, 2, 3])
def test_byte_order_marks_in_front_of_a_text_are_none_of_it(encoding: str, marks: int):
    decoded = decode(("\ufeff" * marks + "سلام\ufeff").encode(encoding))
    assert decoded.text == "سلام\ufeff"
    assert "1 byte order mark(s) (U+FEFF) inside the text were kept" in decoded.notes[-1]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_known_by_their_mark(encoding: str):
    decoded = decode(("\ufeff" + NEWS).encode(encoding))
    assert (decoded.text, decoded.encoding) == (NEWS, encoding)
    assert encoding.upper() in decoded.notes[0]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [NEWS, "سلام", "بوتين🙂", "Ru En\n"])
def test_utf16_is_known_without_its_mark(encoding: str, text: str):
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert "no byte order mark" in decoded.notes[0]


@pytest.mark.parametrize("text", [NEWS, "سلام عليكم", "قال الرئيس: نعم", "1. «بيان» – 5 %"])
def test_windows_1256_is_recognised_and_said(text: str):
    decoded = decode(text.encode("cp1256"))
    assert (decoded.text, decoded.encoding) == (text, "cp1256")
    assert "Windows-1256" in decoded.notes[0]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Президент России Владимир Путин провёл встречу", "cp1251"),
        ("президент россии владимир путин провёл встречу с лидерами азербайджана", "koi8_r"),
        ("Le président français a été reçu à l'Élysée; forêt, garçon", "cp1252"),
        ("Ο πρόεδρος της Ρωσίας Βλαντίμιρ Πούτιν", "cp1253"),
        ("נשיא רוסיה ולדימיר פוטין", "cp1255"),
        ("俄罗斯总统普京今天在莫斯科会见了", "gbk"),
        (NEWS.replace("«", "").replace("»", ""), "iso8859_6"),
    ],
)
def test_other_code_pages_are_not_taken_for_arabic(text: str, encoding: str):
    with pytest.raises(TextError, match=r"not UTF-8 text: byte [0-9A-F]{2} .* line 1, column"):
        decode(text.encode(encoding))


def test_damaged_utf8_is_refused_where_the_damage_is():
    raw = "سطر\nسطر ".encode() + b"\xff" + "آخر".encode()
    with pytest.raises(
        TextError, match=r"byte FF .* line 2, column 5 \(offset 8\), byte 14 of the file"
    ):
        decode(raw)


def test_utf16_cut_in_the_middle_of_a_character_is_refused():
    with pytest.raises(TextError, match="not UTF-16-LE text"):
        decode(("\ufeff" + NEWS).encode("utf-16-le")[:-1])


@pytest.mark.parametrize("raw", ["أ\r\nب\rج\nد".encode(), "أ\r\nب\rج\nد".encode("utf-16")])
def test_line_ends_become_lf(raw: bytes):
    decoded = decode(raw)
    assert decoded.text == "أ\nب\nج\nد"
    assert "2 line ends became LF" in decoded.notes


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_nothing_else_ever_changes(text: str):
    kept = f"سلام {text}"
    assert decode(kept.encode()).text == kept


def test_composed_letters_spaces_and_separators_stay():
    text = "ا\u0654 é e\u0301 \u00a0\u2028\u2029\u0085\u200f\u200c\t\f \ufb50 Å"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_nul_is_refused_with_its_place(encoding: str):
    with pytest.raises(
        TextError, match=r"NUL character \(U\+0000\), .* line 2, column 4 \(offset 11\)"
    ):
        decode(("السطر 1\r\nقال\0 هذا" + NEWS).encode(encoding))


def test_a_lone_surrogate_is_refused_with_its_place():
    for encoding in ("utf-8", "utf-16-le"):
        raw = f"{NEWS}\nقال \ud83d هذا".encode(encoding, "surrogatepass")
        with pytest.raises(TextError, match=r"lone surrogate, U\+D83D, at line 3, column 5"):
            decode(raw)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word document"),
        (b"{\\rtf1\\ansi\\ansicpg1256", "rich text"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 64, "binary"),
        (b"\0\0\0\0\0", "binary"),
        (b"\0\1\2\3", "binary"),
    ],
)
def test_files_that_are_no_text_are_called_by_their_name(raw: bytes, what: str):
    with pytest.raises(TextError, match=what):
        decode(raw)


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_are_read_or_refused_as_the_user_can_understand(raw: bytes):
    with suppress(TextError):
        text = decode(raw).text
        assert text.strip()
        assert "\0" not in text
        assert "\r" not in text
        text.encode("utf-8")


def test_an_empty_file_is_refused():
    with pytest.raises(TextError, match="empty"):
        decode(b"")


@pytest.mark.parametrize("text", [" \n\t", "\u00a0\u2003\n", "\ufeff", "\u200f \u200e\n"])
def test_a_file_of_white_space_is_refused(text: str):
    with pytest.raises(TextError, match="only white space"):
        decode(text.encode())


def test_a_place_counts_lines_and_columns_from_one():
    assert decoding.place("أب\nج", 3) == "line 2, column 1 (offset 3)"
    assert decoding.place("أب\nج", 0) == "line 1, column 1 (offset 0)"
