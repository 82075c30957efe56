"""The words of Hashiya as frozen values (CONTEXT.md defines each)."""

from annotator.model.annotation import Annotation, Offer, Origin, new_id
from annotator.model.article import Article, article_id, text_sha256
from annotator.model.default_schema import DEFAULT_SCHEMA
from annotator.model.layer import GOLD, Layer, Status, reading_order
from annotator.model.relation import SPEAKER, Relation
from annotator.model.remark import Remark, RemarkKind
from annotator.model.schema import (
    Attribute,
    AttributeKind,
    CliticPolicy,
    Colours,
    Label,
    RelationType,
    Schema,
)
from annotator.model.span import Span
from annotator.model.zone import Zone

__all__ = [
    "DEFAULT_SCHEMA",
    "GOLD",
    "SPEAKER",
    "Annotation",
    "Article",
    "Attribute",
    "AttributeKind",
    "CliticPolicy",
    "Colours",
    "Label",
    "Layer",
    "Offer",
    "Origin",
    "Relation",
    "RelationType",
    "Remark",
    "RemarkKind",
    "Schema",
    "Span",
    "Status",
    "Zone",
    "article_id",
    "new_id",
    "reading_order",
    "text_sha256",
]
