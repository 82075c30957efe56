"""Formats that are recognised and not read yet, so that nothing annotated is taken for a plain text.

Who writes an importer for one of them takes its line out of `KNOWN`, and its recogniser along.
"""

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.web.elements import NAMES
from annotator.options import Words


@dataclass(frozen=True, slots=True)
class Foreign:
    """``advice`` is what to do instead, in words that follow a colon."""

    name: str
    title: Words
    sniff: Callable[[Head], Sniffed]
    advice: str


def _is(confidence: Confidence, reason: str, found: object) -> Sniffed:
    return Sniffed(confidence, reason) if found else NOT_MINE


def xml(head: Head) -> Sniffed:
    start = head.text.lstrip()[:2048]
    if "xmi:XMI" in start:
        return NOT_MINE
    return _is(Confidence.SURE, "an XML declaration", start.startswith("<?xml"))


def word(head: Head) -> Sniffed:
    found = "WordDocument" in head.streams
    return _is(Confidence.SIGNED, "the parts of an old Word document", found)


def locked(head: Head) -> Sniffed:
    found = "EncryptedPackage" in head.streams
    return _is(Confidence.SIGNED, "a document that needs a password", found)


def open_document(head: Head) -> Sniffed:
    kind = head.mimetype.removeprefix("application/vnd.oasis.opendocument.")
    return _is(Confidence.SIGNED, "the parts of an OpenDocument text", kind.startswith("text"))


def rich_text(head: Head) -> Sniffed:
    return _is(Confidence.SIGNED, "the beginning of rich text", head.raw.startswith(b"{\\rtf"))


def other_office(head: Head) -> Sniffed:
    parts = {"content.xml", "META-INF/container.xml", "ppt/presentation.xml", "project.qde"}
    return _is(Confidence.SIGNED, "the parts of a document", parts & set(head.members))


def chat(head: Head) -> Sniffed:
    keys = head.keys
    is_one = _has_lists(keys, "messages") or _has_lists(keys, "conversations")
    is_one = is_one or {"instruction", "output"} <= keys.keys()
    return _is(Confidence.SIGNED, "messages of a conversation", is_one)


def token_spans(head: Head) -> Sniffed:
    keys = head.keys
    is_one = _has_lists(keys, "tokens", "entities") or _has_lists(keys, "sentences", "ner")
    return _is(Confidence.SIGNED, "words and spans that count them", is_one and "text" not in keys)


def paragraphs(head: Head) -> Sniffed:
    return _is(Confidence.SIGNED, "paragraphs of sentences", _has_lists(head.keys, "paragraphs"))


def python(head: Head) -> Sniffed:
    return _is(Confidence.SIGNED, "tuples of a text and its entities", _TUPLE.search(head.text))


def columns_of_2012(head: Head) -> Sniffed:
    is_one = head.text.startswith("#begin document")
    return _is(Confidence.SIGNED, "documents in columns with brackets", is_one)


def old_webanno(head: Head) -> Sniffed:
    rows = [row for row in head.lines if not row.startswith("#")]
    is_one = len(rows) > 1 and all(_OLD_ROW.match(row) for row in rows)
    return _is(Confidence.SIGNED, "numbered rows of WebAnno's first formats", is_one)


def inline(head: Head) -> Sniffed:
    found = [name for name in _INLINE.findall(head.text) if name.lower() not in NAMES]
    is_one = len(found) > 1 and "\0" not in head.text and not head.text.lstrip().startswith("<?xml")
    return _is(
        Confidence.LIKELY, f"words between marks such as <{found[0]}>" if found else "", is_one
    )


def strings(head: Head) -> Sniffed:
    text = head.value if head.json.startswith("[") else None
    is_one = isinstance(text, str) and len(text.split()) >= _FEWEST_WORDS
    is_one = is_one and (not head.is_whole or head.json.rstrip().endswith(('"]', '" ]', '"\n]')))
    return _is(Confidence.SURE, "a JSON array of texts", is_one)


def lists(head: Head) -> Sniffed:
    rows = head.lines[:2]
    names = {name.strip(' "') for name in rows[0].split(",")} if rows else set[str]()
    is_one = len(rows) > 1 and len(names & _OF_LISTS) > 1 and '"[' in rows[1]
    return _is(Confidence.SIGNED, "cells that hold lists", is_one)


def packed(head: Head) -> Sniffed:
    is_one = head.raw.startswith(_PACKED) or head.raw[257:262] == b"ustar"
    return _is(Confidence.SIGNED, "the beginning of packed files", is_one)


def pdf(head: Head) -> Sniffed:
    return _is(Confidence.SIGNED, "the beginning of a PDF", head.raw.startswith(b"%PDF-"))


def parquet(head: Head) -> Sniffed:
    return _is(Confidence.SIGNED, "the beginning of Parquet", head.raw.startswith(b"PAR1"))


def arrow(head: Head) -> Sniffed:
    is_one = head.raw.startswith((b"ARROW1", b"\xff\xff\xff\xff")) and b"\0" in head.raw[:16]
    return _is(Confidence.SIGNED, "the beginning of Arrow", is_one)


def docbin(head: Head) -> Sniffed:
    """Tell documents of spaCy by what they unpack to: maps of MessagePack with the names of their attributes."""
    if not head.raw.startswith(b"x"):
        return NOT_MINE
    try:
        start = zlib.decompressobj().decompress(head.raw, 4096)
    except zlib.error:
        return NOT_MINE
    return _is(
        Confidence.SIGNED, "documents that spaCy packed", b"attrs" in start and b"tokens" in start
    )


def bioc(head: Head) -> Sniffed:
    documents = head.keys.get("documents")
    first = cast("list[object]", documents)[:1] if isinstance(documents, list) else []
    has_passages = any(isinstance(one, dict) and "passages" in one for one in first)
    is_one = _has_lists(head.keys, "passages") or has_passages
    return _is(Confidence.SIGNED, "passages and their annotations", is_one)


def _has_lists(keys: Mapping[str, object], *names: str) -> bool:
    return all(isinstance(keys.get(name), list) for name in names)


_TUPLE = re.compile(r"\(\s*([\"'])[^\n]*\1\s*,\s*\{\s*[\"']entities[\"']")
_OLD_ROW = re.compile(r"\d+-\d+\t[^\t]+\t")
_INLINE = re.compile(r"<([A-Za-z][\w-]*)>[^<>\n]+</\1>")
_FEWEST_WORDS = 5
"""Of an article: an article may begin with two words in brackets and quotes itself."""

_OF_LISTS = frozenset({"tokens", "words", "tags", "ner_tags", "labels", "ner"})
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")

_AS_JSON = "export it as JSONL with text and spans"
_AS_DOCX = "save it as a Word document (docx)"
_AS_TEXT = "save its text as plain text (UTF-8)"


def _foreign(name: str, en: str, ar: str, sniff: Callable[[Head], Sniffed], advice: str) -> Foreign:
    return Foreign(name, Words(en, ar), sniff, advice)


KNOWN: tuple[Foreign, ...] = (
    _foreign("chat", "conversations", "محادثات", chat, _AS_JSON),
    _foreign("token-spans", "spans of words", "مقاطع كلمات", token_spans, _AS_JSON),
    _foreign(
        "spacy-2",
        "spaCy 2's documents",
        "مستندات spaCy 2",
        paragraphs,
        "turn them into pairs of a text and its entities, or into rows of words and tags",
    ),
    _foreign("python", "Python", "نص Python", python, "write the list with json.dump"),
    _foreign(
        "conll-2012",
        "CoNLL-2012",
        "صيغة CoNLL-2012",
        columns_of_2012,
        "write its words and names in two columns, as in CoNLL-2002",
    ),
    _foreign(
        "webanno-2",
        "WebAnno TSV 1 or 2",
        "صيغة WebAnno TSV 1 أو 2",
        old_webanno,
        "export it as WebAnno TSV 3",
    ),
    _foreign("inline", "a text with marks", "نص فيه علامات", inline, _AS_JSON),
    _foreign(
        "strings",
        "JSON of texts alone",
        "صيغة JSON فيها نصوص وحدها",
        strings,
        'write each of them as {"text": "…"}',
    ),
    _foreign(
        "lists", "a table of lists", "جدول قوائم", lists, "save it with datasets as JSON lines"
    ),
    _foreign(
        "packed", "packed files", "ملفات مضغوطة", packed, "unpack them, or pack them as a zip"
    ),
    _foreign("pdf", "a PDF", "ملف PDF", pdf, "copy its text out, and save it as plain text"),
    _foreign(
        "parquet",
        "Parquet",
        "صيغة Parquet",
        parquet,
        "save it with pandas or datasets as JSON lines",
    ),
    _foreign("arrow", "Arrow", "صيغة Arrow", arrow, "save it with datasets as JSON lines"),
    _foreign(
        "docbin",
        "spaCy's DocBin",
        "صيغة DocBin",
        docbin,
        "write its documents as JSON (Doc.to_json)",
    ),
    _foreign("bioc", "BioC", "صيغة BioC", bioc, _AS_JSON),
    _foreign("doc", "an old Word document", "مستند Word قديم", word, _AS_DOCX),
    _foreign(
        "locked", "a locked document", "مستند مقفل بكلمة سر", locked, "save it without a password"
    ),
    _foreign("odt", "an OpenDocument text", "مستند OpenDocument", open_document, _AS_DOCX),
    _foreign("rtf", "rich text", "نص منسّق RTF", rich_text, _AS_DOCX),
    _foreign("xml", "XML", "صيغة XML", xml, _AS_TEXT),
    _foreign("document", "a document", "مستند", other_office, _AS_TEXT),
)


def best(head: Head) -> tuple[Foreign, Sniffed] | None:
    """Return the surest of them, None where none is at least LIKELY."""
    found = [(foreign, foreign.sniff(head)) for foreign in KNOWN]
    likely = [pair for pair in found if pair[1].confidence >= Confidence.LIKELY]
    return max(likely, key=lambda pair: pair[1].confidence, default=None)
