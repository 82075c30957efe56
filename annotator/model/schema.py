"""The labels of a project: what may be marked, how it is shown, and what each mark carries."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.errors import SchemaError

NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
"""Machine names are plain so that they can be a file's column, a CoNLL tag and a JSON key alike."""

PATTERNS = ("solid", "dash", "dot", "dash-dot", "wave", "double")
"""Underline patterns, the cue that does not need colour."""


ARTICLE_KEYS = ("id", "title", "published", "source", "url", "text", "fields", "layers", "extra")
"""What an article has in every project, so that no field of a schema may be called so."""


class AttributeKind(StrEnum):
    """What an attribute holds, and so how it is edited and checked."""

    TEXT = "text"
    NAME = "name"  # a canonical name, completed from the names already used
    DATE = "date"  # ISO 8601 / EDTF
    CHOICE = "choice"


class CliticPolicy(StrEnum):
    """Where an annotation begins in a word with letters of other words in front: و ف ب ل ك س."""

    STRIP = "strip"  # they stay outside: و[أرمينيا]
    KEEP = "keep"  # what is selected is what is marked


@dataclass(frozen=True, slots=True)
class Attribute:
    """A field that annotations of a label, or a project's articles, carry."""

    name: str
    title_en: str
    title_ar: str
    kind: AttributeKind = AttributeKind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        return self.title_ar if language.startswith("ar") else self.title_en


@dataclass(frozen=True, slots=True)
class Colours:
    """``#rrggbb`` of one label: tint behind the letters and line under them, on a light and on a dark page."""

    tint_light: str
    line_light: str
    tint_dark: str
    line_dark: str


@dataclass(frozen=True, slots=True)
class Label:
    """One kind of annotation. ``key`` is the physical key that tags it: ``1`` to ``9``, ``0`` or a letter."""

    name: str
    title_en: str
    title_ar: str
    key: str
    colours: Colours
    pattern: str = "solid"
    attributes: tuple[Attribute, ...] = ()
    clitics: CliticPolicy = CliticPolicy.STRIP

    def title(self, language: str) -> str:
        return self.title_ar if language.startswith("ar") else self.title_en

    def attribute(self, name: str) -> Attribute | None:
        return next((a for a in self.attributes if a.name == name), None)


@dataclass(frozen=True, slots=True)
class RelationType:
    """A typed link that annotations of label ``head`` may have to annotations of label ``dependent``."""

    name: str
    title_en: str
    title_ar: str
    head: str
    dependent: str

    def title(self, language: str) -> str:
        return self.title_ar if language.startswith("ar") else self.title_en


@dataclass(frozen=True, slots=True)
class Schema:
    """The labels and relation types of a project, in the order they are shown."""

    labels: tuple[Label, ...]
    relations: tuple[RelationType, ...] = ()
    allow_crossing: bool = True
    article_fields: tuple[Attribute, ...] = ()
    """What is to be known of each article beside its title, date, source and address: text, a date or a choice."""

    def __post_init__(self) -> None:
        _refuse_repeats("label", [label.name for label in self.labels])
        _refuse_repeats("key", [label.key for label in self.labels if label.key])
        _refuse_repeats("relation", [relation.name for relation in self.relations])
        if not self.labels:
            raise SchemaError("a schema needs at least one label")
        for label in self.labels:
            _check_label(label)
        _check_fields("the articles", self.article_fields)
        for field in self.article_fields:
            if field.kind == AttributeKind.NAME or field.name in ARTICLE_KEYS:
                raise SchemaError(
                    f"article field {field.name}: it holds text, a date or a choice, and is not called like what every "
                    f"article has: {', '.join(ARTICLE_KEYS)}"
                )
        for relation in self.relations:
            for end in (relation.head, relation.dependent):
                if self.label(end) is None:
                    raise SchemaError(
                        f"relation {relation.name} links label {end!r}, which the schema does not have"
                    )

    def label(self, name: str) -> Label | None:
        return next((label for label in self.labels if label.name == name), None)

    def article_field(self, name: str) -> Attribute | None:
        return next((field for field in self.article_fields if field.name == name), None)

    def label_for_key(self, key: str) -> Label | None:
        return next((label for label in self.labels if label.key == key), None)

    @property
    def label_names(self) -> tuple[str, ...]:
        return tuple(label.name for label in self.labels)

    @property
    def name_attributes(self) -> dict[str, str]:
        """The attribute that holds the canonical name, by label, of the labels that have one."""
        return {
            label.name: attribute.name
            for label in self.labels
            for attribute in reversed(label.attributes)
            if attribute.kind == AttributeKind.NAME
        }

    def carried(self, attributes: Mapping[str, str], old: str, new: str) -> dict[str, str]:
        """Return the values that an annotation keeps when its label ``old`` becomes ``new``.

        They are those that the new label has too, of the same kind and, of a choice, among what it offers. Another
        label means another thing: the value of a date is no name.
        """
        before, after = self.label(old), self.label(new)
        kept: dict[str, str] = {}
        for name, value in attributes.items():
            attribute = after.attribute(name) if after else None
            known = before.attribute(name) if before else None
            if attribute is None or (known is not None and known.kind != attribute.kind):
                continue
            if attribute.kind != AttributeKind.CHOICE or value in attribute.choices:
                kept[name] = value
        return kept

    def title_of_attribute(self, label: str, name: str, language: str) -> str:
        """Return what a label's attribute is called; its name where the schema does not know it."""
        known = self.label(label)
        attribute = known.attribute(name) if known else None
        return (attribute.title(language) if attribute else "") or name

    def title_of_relation(self, name: str, language: str) -> str:
        """Return what a type of relation is called; its name where the schema does not know it."""
        return next((one.title(language) for one in self.relations if one.name == name), "") or name

    def relations_from(self, label: str) -> tuple[RelationType, ...]:
        return tuple(relation for relation in self.relations if relation.head == label)


def _refuse_repeats(what: str, names: list[str]) -> None:
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise SchemaError(f"the schema has more than one {what} {', '.join(map(repr, repeated))}")


def _check_label(label: Label) -> None:
    if not NAME.fullmatch(label.name):
        raise SchemaError(
            f"label name {label.name!r}: use small Latin letters, digits and _, starting with a letter; "
            "put the words people read into the English and Arabic titles"
        )
    if label.pattern not in PATTERNS:
        raise SchemaError(
            f"label {label.name}: pattern {label.pattern!r} is not one of {', '.join(PATTERNS)}"
        )
    for colour in (
        label.colours.tint_light,
        label.colours.line_light,
        label.colours.tint_dark,
        label.colours.line_dark,
    ):
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
            raise SchemaError(f"label {label.name}: colour {colour!r} is not of the form #rrggbb")
    _check_fields(f"label {label.name}", label.attributes)


def _check_fields(of_what: str, attributes: tuple[Attribute, ...]) -> None:
    _refuse_repeats(f"attribute of {of_what}", [attribute.name for attribute in attributes])
    for attribute in attributes:
        if not NAME.fullmatch(attribute.name):
            raise SchemaError(f"{of_what}: attribute name {attribute.name!r} is not a plain name")
        if attribute.kind == AttributeKind.CHOICE and not attribute.choices:
            raise SchemaError(f"{of_what}: attribute {attribute.name} offers no choices")
