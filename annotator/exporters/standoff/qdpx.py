"""REFI-QDA (``.qdpx``): a project that MAXQDA, ATLAS.ti, NVivo and QualCoder take over, with texts, codes, colours and people.

A zip of ``project.qde`` and a plain text for each article. Each annotation is a selection with one coding; its values and its note
are its description. Names of things in the file (GUIDs) are made from what they name, so that the same project gives the same file.
"""

import re
import shutil
import tempfile
import uuid
import zipfile
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha1
from typing import IO
from xml.sax.saxutils import quoteattr

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink
from annotator.exporters.loss import LossReport, Reason, Tally
from annotator.exporters.scope import without_zones
from annotator.exporters.standoff.xml_text import refuse_forbidden
from annotator.format_facts import Holds
from annotator.model import Annotation, Article, Layer, Schema
from annotator.options import Choice, Kind, Option, Words

NAMESPACE = "urn:QDA-XML:project:1.0"
_ROOM = uuid.uuid5(uuid.NAMESPACE_URL, "urn:hashiya:qdpx")

AFTER, LAST = "after", "last"

END_POSITION = Option(
    "end_position",
    Words("End of a selection", "نهاية التحديد"),
    Words(
        "What programs take the end of a selection for; the standard leaves it open.",
        "ما تعدّه البرامج نهاية للتحديد، فالمعيار لا يحسمه.",
    ),
    Kind.CHOICE,
    default=AFTER,
    choices=(
        Choice(
            AFTER,
            Words("Behind the last character", "ما بعد آخر محرف"),
            Words("As QualCoder reads and writes it.", "كما يقرؤها QualCoder ويكتبها."),
        ),
        Choice(
            LAST,
            Words("The last character", "آخر محرف"),
            Words("For programs that would take one more.", "للبرامج التي تزيد محرفًا على التحديد."),
        ),
    ),
)

_IN_MEMORY = 4 << 20
"""Bytes of a small project that need no file of their own until all texts are written."""

_PLAIN = re.compile("[^&<>\"'\n\t\r]*")

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day that every file of the zip has: the same project gives the same bytes."""


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write the texts as they come, and what is said of them at the end; see `exporters.base.Exporter`."""
    tally, project = Tally(), _Project(options)
    with (
        tempfile.SpooledTemporaryFile(_IN_MEMORY) as sources,
        tempfile.SpooledTemporaryFile(_IN_MEMORY) as links,
        zipfile.ZipFile(sink.main, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for item in items:
            tally.articles += 1
            refuse_forbidden(item.article, item.layers, "REFI-QDA")
            layers: list[Layer] = []
            for layer in item.layers:
                tally.annotations += len(layer)
                kept = without_zones(layer, item.article, tally) if options.skip_zones else layer
                tally.count(Reason.ZONES, len(kept.zones))
                tally.count(Reason.REMARKS, len(kept.remarks))
                tally.written += len(kept)
                layers.append(kept)
            _put(archive, f"sources/{_guid('source', item.article.id)}.txt", item.article.text)
            sources.write(project.source(item.article, layers).encode("utf-8"))
            links.write(project.links(item.article, layers).encode("utf-8"))
        with archive.open(_entry("project.qde"), "w") as out:
            out.write(project.head().encode("utf-8"))
            _copy(sources, "Sources", out)
            _copy(links, "Links", out)
            out.write(b"</Project>\n")
    return tally.report()


class _Project:
    """What is met of a project while it is written: whoever annotated, and codes that its schema does not have."""

    def __init__(self, options: ExportOptions) -> None:
        self._schema: Schema = options.schema
        self._past = 0 if options.own.text(END_POSITION.name) == AFTER else 1
        self._people = dict[str, None]()
        self._codes = dict.fromkeys(options.schema.label_names)

    def head(self) -> str:
        """Return the project up to its sources, when all of them are known."""
        lines = [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<Project xmlns="{NAMESPACE}" name="Hashiya" origin="Hashiya">',
        ]
        if self._people:
            lines.append("<Users>")
            lines += [f"<User{_of(guid=_guid('user', name), name=name)}/>" for name in self._people]
            lines.append("</Users>")
        lines += ["<CodeBook>", "<Codes>"]
        for name in self._codes:
            label = self._schema.label(name)
            title = (label.title_ar or label.title_en) if label else ""
            colour = {"color": label.colours.line_light} if label else {}
            known = _of(guid=_guid("code", name), name=name, isCodable="true", **colour)
            lines.append(f"<Code{known}>{_said(title)}</Code>" if title else f"<Code{known}/>")
        return "\n".join([*lines, "</Codes>", "</CodeBook>", ""])

    def source(self, article: Article, layers: list[Layer]) -> str:
        guid = _guid("source", article.id)
        known = _of(guid=guid, name=_name(article), plainTextPath=f"internal://{guid}.txt")
        lines = [f"<TextSource{known}>"]
        about = "\n".join(filter(None, (article.published, article.source, article.url)))
        if about:
            lines.append(_said(about))
        for layer in layers:
            self._people[layer.annotator] = None
            lines += [self._selection(article, layer.annotator, one) for one in layer.in_order]
        return "\n".join([*lines, "</TextSource>", ""])

    def links(self, article: Article, layers: list[Layer]) -> str:
        """Return a link between selections for each relation, from head to dependent."""
        lines: list[str] = []
        for layer in layers:
            for link in sorted(layer.relations):
                key = f"{article.id} {layer.annotator}"
                known = _of(
                    guid=_guid("link", f"{key} {link.type} {link.head} {link.dependent}"),
                    name=link.type,
                    direction="OneWay",
                    originGUID=_guid("selection", f"{key} {link.head}"),
                    targetGUID=_guid("selection", f"{key} {link.dependent}"),
                )
                lines.append(f"<Link{known}/>\n")
        return "".join(lines)

    def _selection(self, article: Article, annotator: str, annotation: Annotation) -> str:
        self._codes.setdefault(annotation.label)
        key, user = f"{article.id} {annotator} {annotation.id}", _known_guid("user", annotator)
        known = _of(
            guid=_guid("selection", key),
            name=" ".join(annotation.span.of(article.text).split())[:80],
            startPosition=str(annotation.start),
            endPosition=str(annotation.end - self._past),
            creatingUser=user,
        )
        values = [f"{name}: {value}" for name, value in annotation.attributes.items()]
        said = "\n".join([*values, annotation.note] if annotation.note else values)
        coding = _of(guid=_guid("coding", key), creatingUser=user)
        code = _of(targetGUID=_known_guid("code", annotation.label))
        return (
            f"<PlainTextSelection{known}>{_said(said) if said else ''}"
            f"<Coding{coding}><CodeRef{code}/></Coding></PlainTextSelection>"
        )


def _guid(kind: str, key: str) -> str:
    """Return the UUID of version 5 of a name (RFC 9562); `uuid.uuid5` takes three times as long."""
    found = bytearray(sha1(_ROOM.bytes + f"{kind} {key}".encode(), usedforsecurity=False).digest())
    found[6], found[8] = found[6] & 0x0F | 0x50, found[8] & 0x3F | 0x80
    made = found[:16].hex()
    return f"{made[:8]}-{made[8:12]}-{made[12:16]}-{made[16:20]}-{made[20:]}"


_known_guid = lru_cache(_guid)
"""For people and codes, which come again with every annotation."""


def _name(article: Article) -> str:
    """Return the name of a source; programs tell sources apart by it."""
    title = " ".join(article.title.split())
    return f"{title} ({article.id})" if title else article.id


def _of(**attributes: str) -> str:
    return "".join([f" {name}={_quoted(value)}" for name, value in attributes.items()])


def _quoted(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return f'"{value}"'
    return quoteattr(value, {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def _said(words: str) -> str:
    text = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<Description>{text.replace(chr(13), '&#13;')}</Description>"


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _put(archive: zipfile.ZipFile, name: str, text: str) -> None:
    archive.writestr(_entry(name), text.encode("utf-8"))


def _copy(waiting: IO[bytes], element: str, out: IO[bytes]) -> None:
    """Write what waited into its element, which is left out where there is nothing."""
    if not waiting.tell():
        return
    waiting.seek(0)
    out.write(f"<{element}>\n".encode())
    shutil.copyfileobj(waiting, out)
    out.write(f"</{element}>\n".encode())


EXPORTER = Exporter(
    "qdpx",
    ".qdpx",
    Words("REFI-QDA project", "مشروع بصيغة REFI-QDA"),
    Words(
        "One project for programs of qualitative analysis, such as MAXQDA, ATLAS.ti, NVivo and QualCoder: texts, labels as codes "
        "with their colours, and who coded what; values and notes as descriptions.",
        "مشروع واحد لبرامج التحليل النوعي مثل MAXQDA وATLAS.ti وNVivo وQualCoder: النصوص، والتصنيفات رموزًا بألوانها، ومن وضعها، "
        "والقيم والملاحظات أوصافًا.",
    ),
    write,
    Holds(
        several_layers=True,
        attributes=True,
        relations=True,
        notes=True,
        nested=True,
        crossing=True,
        sub_word=True,
    ),
    (END_POSITION,),
    tools=("MAXQDA", "ATLAS.ti", "NVivo", "QualCoder"),
)
