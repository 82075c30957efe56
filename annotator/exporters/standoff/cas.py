"""UIMA CAS in JSON and in XMI: a folder for each annotator, in it a file for each article, for INCEpTION and other tools on UIMA.

Labels are the values of DKPro's named entities, or of a type that is asked for; values and notes are features of it. Whose an
article is, its status, its zones and what is known of it stand in types of our own, which other programs pass over.
"""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from annotator.errors import OptionError
from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink
from annotator.exporters.columns.rows import sentence_ranges, visible_tokens
from annotator.exporters.loss import LossReport, Reason, Tally
from annotator.exporters.scope import without_zones
from annotator.exporters.standoff.feature_names import feature_name
from annotator.exporters.standoff.xml_text import refuse_forbidden
from annotator.format_facts import Holds, Needs
from annotator.model import Article, Layer, Schema
from annotator.options import Kind, Option, Words

NEEDS = Needs("cassis", "inception")

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
RELATION = "custom.Relation"
_SEGMENTS = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
_METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
_STRING = "uima.cas.String"

DOCUMENT, ZONE = "hashiya.Document", "hashiya.Zone"
"""Our own types: what is known of an article and of its layer; a region out of scope."""

_TYPE = re.compile(r"[A-Za-z]\w*(?:\.[A-Za-z]\w*)+", re.ASCII)
_OTHERS = (RELATION, DOCUMENT, ZONE, _METADATA, f"{_SEGMENTS}.Sentence", f"{_SEGMENTS}.Token")
_SAID = ("annotator", "status", "title", "published", "source", "url", "fields")

TYPE_NAME = Option(
    "type_name",
    Words("Type of the annotations", "نوع الوسوم"),
    Words(
        "The full name of the type, as of a layer in INCEpTION: the named entities of DKPro have the label as value, any other "
        "type, such as custom.Span, as label.",
        "الاسم الكامل للنوع كاسم الطبقة في INCEpTION: التصنيف في كيانات DKPro المسماة هو value، وفي أي نوع غيرها مثل custom.Span هو label.",
    ),
    Kind.TEXT,
    default=ENTITY,
)


def write_json(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write a CAS in JSON for each layer; see `exporters.base.Exporter`."""
    return _write(items, sink, options, ".json", lambda cas: cas.to_json())


def write_xmi(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write a CAS in XMI for each layer, and the type system into each folder; see `exporters.base.Exporter`."""
    return _write(items, sink, options, ".xmi", lambda cas: cas.to_xmi())


def _write(
    items: Iterable[Exportable],
    sink: Sink,
    options: ExportOptions,
    suffix: str,
    written: Callable[[Any], str],
) -> LossReport:
    types, tally = _Types(options.own.text(TYPE_NAME.name), options.schema), Tally()
    folders = dict[str, None]()
    is_xml = suffix == ".xmi"
    for item in items:
        tally.articles += 1
        if is_xml:
            refuse_forbidden(item.article, item.layers, "UIMA CAS in XMI")
        for layer in item.layers or (Layer("", item.article.id),):
            tally.annotations += len(layer)
            kept = without_zones(layer, item.article, tally) if options.skip_zones else layer
            tally.count(Reason.REMARKS, len(kept.remarks))
            tally.written += len(kept)
            folder = f"{layer.annotator}/" if layer.annotator else ""
            folders[folder] = None
            with sink.open(f"{folder}{item.article.id}{suffix}") as out:
                out.write(written(types.cas(item.article, kept, tally)).encode("utf-8"))
    for folder in folders if is_xml else ():
        with sink.open(f"{folder}TypeSystem.xml") as out:
            out.write(types.system.to_xml().encode("utf-8"))
    return tally.report()


class _Types:
    """The type system of one export.

    It is made anew where a value has a name that was not met before: types of cassis have their features for good once
    anything is made of them.
    """

    def __init__(self, name: str, schema: Schema) -> None:
        if not _TYPE.fullmatch(name) or name.startswith("uima.") or name in _OTHERS:
            raise OptionError(
                f"type_name {name!r} can be no type of annotations: give names parted by points, such as custom.Span"
            )
        self._cassis: Any = NEEDS.load()
        self._name = name
        self._label = "value" if name == ENTITY else "label"
        self._features: dict[str, str | None] = {
            attribute.name: feature_name(attribute.name)
            for label in schema.labels
            for attribute in label.attributes
        }
        self._make()

    def _make(self) -> None:
        self.system: Any = self._cassis.TypeSystem()
        known = sorted({feature for feature in self._features.values() if feature is not None})
        self._entity = self._made(self._name, self._label, "identifier", "note", *known)
        self._relation = self._made(RELATION)
        for end in ("Governor", "Dependent"):
            self.system.create_feature(self._relation, end, self._name)
        # not `type`, of which cassis warns everybody who reads it
        self.system.create_feature(self._relation, "kind", _STRING)
        self._sentence = self._made(f"{_SEGMENTS}.Sentence")
        self._token = self._made(f"{_SEGMENTS}.Token")
        self._metadata = self._made(
            _METADATA, "documentTitle", "documentId", parent="uima.tcas.DocumentAnnotation"
        )
        self._document = self._made(DOCUMENT, *_SAID, parent="uima.cas.TOP")
        self._zone = self._made(ZONE, "kind")

    def _meet(self, layer: Layer) -> None:
        """Make the features that the layer's values need."""
        new = {name for one in layer for name in one.attributes} - self._features.keys()
        if new:
            self._features |= {name: feature_name(name) for name in new}
            self._make()

    def cas(self, article: Article, layer: Layer, tally: Tally) -> Any:
        """Return one layer of an article; count the values whose names can be none of features."""
        self._meet(layer)
        cas = self._cassis.Cas(self.system)
        cas.sofa_string, cas.sofa_mime = article.text, "text/plain"
        title = article.title or article.id
        cas.add(
            self._metadata(
                begin=0,
                end=len(article.text),
                language="ar",
                documentTitle=title,
                documentId=article.id,
            )
        )
        said = {
            "annotator": layer.annotator,
            "status": layer.status.value if layer.annotator else "",
            "title": article.title,
            "published": article.published,
            "source": article.source,
            "url": article.url,
            "fields": json.dumps(dict(article.fields), ensure_ascii=False)
            if article.fields
            else "",
        }
        cas.add(self._document(**{name: value for name, value in said.items() if value}))
        tokens = visible_tokens(article.text)
        cas.add_all([self._token(begin=start, end=end) for start, end in tokens.ranges])
        for first, last in sentence_ranges(article.text, tokens, ()):
            if first < last:
                cas.add(self._sentence(begin=tokens.starts[first], end=tokens.ends[last - 1]))
        made: dict[str, Any] = {}
        for annotation in layer.in_order:
            values: dict[str, str] = {self._label: annotation.label}
            for name, value in annotation.attributes.items():
                feature = self._features[name]
                if feature is None:
                    tally.count(Reason.ATTRIBUTES)
                else:
                    values[feature] = value
            if annotation.note:
                values["note"] = annotation.note
            one = self._entity(begin=annotation.start, end=annotation.end, **values)
            made[annotation.id] = one
            cas.add(one)
        for link in sorted(layer.relations):
            end = layer[link.dependent]
            cas.add(
                self._relation(
                    begin=end.start,
                    end=end.end,
                    Governor=made[link.head],
                    Dependent=made[link.dependent],
                    kind=link.type,
                )
            )
        for zone in sorted(layer.zones):
            cas.add(self._zone(begin=zone.span.start, end=zone.span.end, kind=zone.kind))
        return cas

    def _made(self, name: str, *features: str, parent: str = "uima.tcas.Annotation") -> Any:
        made = self.system.create_type(name, parent)
        for feature in features:
            self.system.create_feature(made, feature, _STRING)
        return made


_HOLDS = Holds(
    several_layers=True,
    attributes=True,
    relations=True,
    zones=True,
    notes=True,
    nested=True,
    crossing=True,
    sub_word=True,
    status=True,
)

JSON = Exporter(
    "uima-cas-json",
    "",
    Words("UIMA CAS in JSON, a folder", "مجلد بصيغة UIMA CAS (JSON)"),
    Words(
        "A folder for each annotator with a CAS for each article in JSON, as INCEpTION prefers it: values, links, notes, zones "
        "and status come along.",
        "مجلد لكل واسم فيه ملف CAS لكل مقال بصيغة JSON كما يفضّله INCEpTION: تأتي معه القيم والروابط والملاحظات والحالة وما هو "
        "خارج النطاق.",
    ),
    write_json,
    _HOLDS,
    (TYPE_NAME,),
    is_folder=True,
    tools=("INCEpTION", "dkpro-cassis"),
    needs=NEEDS,
)

XMI = Exporter(
    "uima-cas-xmi",
    "",
    Words("UIMA CAS in XMI, a folder", "مجلد بصيغة UIMA CAS (XMI)"),
    Words(
        "The same as XMI with its type system beside it, for older tools on UIMA.",
        "المحتوى نفسه بصيغة XMI وبجانبه نظام أنواعه، للأدوات الأقدم المبنية على UIMA.",
    ),
    write_xmi,
    _HOLDS,
    (TYPE_NAME,),
    is_folder=True,
    tools=("INCEpTION", "WebAnno", "dkpro-cassis"),
    needs=NEEDS,
)
