"""Formats that are recognised and not read yet, so that nothing annotated is taken for a plain text.

Who writes an importer for one of them takes its line out of `KNOWN`, and its recogniser along.
"""

import re
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


_ANN_ROW = re.compile(r"T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*(?:\t.*)?")
_CAS_JSON = re.compile(r'\s*\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS|VERSION)"')


def _is(confidence: Confidence, reason: str, found: object) -> Sniffed:
    return Sniffed(confidence, reason) if found else NOT_MINE


def webanno(head: Head) -> Sniffed:
    is_signed = head.text.startswith("#FORMAT=WebAnno TSV")
    return _is(Confidence.SIGNED, "the first line of WebAnno TSV", is_signed)


def brat(head: Head) -> Sniffed:
    rows = head.lines
    if rows and _ANN_ROW.fullmatch(rows[0]):
        return Sniffed(Confidence.SIGNED, "rows such as T1, label, start and end")
    beside = head.path.with_suffix(".ann")
    is_pair = beside != head.path and head.path.suffix and beside.is_file()
    return _is(
        Confidence.LIKELY, f"a text whose annotations are in {beside.name} beside it", is_pair
    )


def xml(head: Head) -> Sniffed:
    start = head.text.lstrip()[:2048]
    if "xmi:XMI" in start:
        return NOT_MINE
    return _is(Confidence.SURE, "an XML declaration", start.startswith("<?xml"))


def uima(head: Head) -> Sniffed:
    if head.keys.keys() & {"%FEATURE_STRUCTURES", "%TYPES"} or _CAS_JSON.match(head.text):
        return Sniffed(Confidence.SIGNED, "the parts of a CAS in JSON")
    start = head.text[:2048].lstrip()
    is_xmi = start.startswith("<") and "<xmi:XMI" in start
    is_project = "exportedproject.json" in head.members
    reason = "an INCEpTION project" if is_project else "a CAS in XMI"
    return _is(Confidence.SIGNED, reason, is_xmi or is_project)


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


def prodigy(head: Head) -> Sniffed:
    keys = head.keys
    is_answer = "text" in keys and keys.get("answer") in ("accept", "reject", "ignore")
    return _is(Confidence.SIGNED, "answers to accept or reject", is_answer)


def hugging_face(head: Head) -> Sniffed:
    is_tokens = _has_lists(head.keys, "tokens") and head.keys.keys() & {
        "ner_tags",
        "tags",
        "labels",
    }
    return _is(Confidence.SIGNED, "lists of tokens and tags", is_tokens and "text" not in head.keys)


def gliner(head: Head) -> Sniffed:
    return _is(
        Confidence.SIGNED, "tokenized_text and ner", _has_lists(head.keys, "tokenized_text", "ner")
    )


def spacy(head: Head) -> Sniffed:
    text = head.text.lstrip()
    is_pair = re.match(r'\[\s*(?:\[\s*)?"(?:[^"\\]|\\.)*"\s*,\s*\{\s*"entities"', text)
    return _is(Confidence.SIGNED, "pairs of a text and its entities", is_pair)


def chat(head: Head) -> Sniffed:
    return _is(Confidence.SIGNED, "messages of a conversation", _has_lists(head.keys, "messages"))


def web_annotation(head: Head) -> Sniffed:
    context = str(head.keys.get("@context", ""))
    is_one = "w3.org/ns/anno" in context or _has_lists(head.keys, "denotations")
    is_bioc = _has_lists(head.keys, "passages")
    return _is(Confidence.SIGNED, "annotations for exchange", is_one or is_bioc)


def _has_lists(keys: Mapping[str, object], *names: str) -> bool:
    return all(isinstance(keys.get(name), list) for name in names)


_AS_JSON = "export it as JSONL with text and spans"
_AS_DOCX = "save it as a Word document (docx)"
_AS_TEXT = "save its text as plain text (UTF-8)"


def _foreign(name: str, en: str, ar: str, sniff: Callable[[Head], Sniffed], advice: str) -> Foreign:
    return Foreign(name, Words(en, ar), sniff, advice)


KNOWN: tuple[Foreign, ...] = (
    _foreign("webanno-tsv", "WebAnno TSV", "صيغة WebAnno TSV", webanno, _AS_JSON),
    _foreign("brat", "brat standoff", "صيغة brat", brat, _AS_JSON),
    _foreign("uima-cas", "UIMA CAS", "صيغة UIMA CAS", uima, _AS_JSON),
    _foreign(
        "prodigy",
        "Prodigy",
        "Prodigy",
        prodigy,
        "take out the lines that were not accepted, and the key answer",
    ),
    _foreign("huggingface", "tokens and tags", "كلمات ووسومها", hugging_face, _AS_JSON),
    _foreign("gliner", "GLiNER", "GLiNER", gliner, _AS_JSON),
    _foreign("spacy", "spaCy's old training data", "بيانات تدريب spaCy القديمة", spacy, _AS_JSON),
    _foreign("chat", "conversations", "محادثات", chat, _AS_JSON),
    _foreign("w3c", "annotations for exchange", "حواشٍ للتبادل", web_annotation, _AS_JSON),
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
