import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

ID_LENGTH = 12
"""Hex digits of an article id: the start of its text's SHA-256."""


def text_sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_id(text: str) -> str:
    """Return the id of a text: equal texts are the same article."""
    return text_sha256(text)[:ID_LENGTH]


@dataclass(frozen=True, slots=True)
class Article:
    """One immutable text with its metadata. ``published`` is an ISO 8601 date or None.

    ``fields`` are what the project's schema asks of its articles, by name; an absent one and an empty text mean the same.
    ``extra`` keeps keys of an imported file that Hashiya does not know, so that an export gives them back.
    """

    id: str
    text: str
    title: str = ""
    published: str | None = None
    source: str | None = None
    url: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict[str, object], hash=False)
    fields: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        title: str = "",
        published: str | None = None,
        source: str | None = None,
        url: str | None = None,
        extra: Mapping[str, object] | None = None,
        fields: Mapping[str, str] | None = None,
    ) -> "Article":
        return cls(
            article_id(text),
            text,
            title,
            published,
            source,
            url,
            dict(extra or {}),
            dict(fields or {}),
        )
