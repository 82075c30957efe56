"""Formats that are recognised and not read yet, so that nothing annotated is taken for a plain text.

Who writes an importer for one of them takes its line out of `KNOWN`, and its recogniser along.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
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
    return _is(Confidence.SIGNED, "messages of a conversation", _has_lists(head.keys, "messages"))


def bioc(head: Head) -> Sniffed:
    is_one = _has_lists(head.keys, "passages") or _has_lists(head.keys, "documents")
    return _is(Confidence.SIGNED, "passages and their annotations", is_one)


def _has_lists(keys: Mapping[str, object], *names: str) -> bool:
    return all(isinstance(keys.get(name), list) for name in names)


_AS_JSON = "export it as JSONL with text and spans"
_AS_DOCX = "save it as a Word document (docx)"
_AS_TEXT = "save its text as plain text (UTF-8)"


def _foreign(name: str, en: str, ar: str, sniff: Callable[[Head], Sniffed], advice: str) -> Foreign:
    return Foreign(name, Words(en, ar), sniff, advice)


KNOWN: tuple[Foreign, ...] = (
    _foreign("chat", "conversations", "محادثات", chat, _AS_JSON),
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
