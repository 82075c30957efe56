"""What the columns of a table of texts are, by their headers."""

import re
from collections.abc import Sequence

from annotator.errors import ImportFailure

_NAMES = {
    "text": [
        "text",
        "body",
        "content",
        "article",
        "sentence",
        "نص",
        "النص",
        "متن",
        "المتن",
        "محتوى",
        "المحتوى",
    ],
    "title": ["title", "headline", "عنوان", "العنوان"],
    "published": ["published", "date", "تاريخ", "التاريخ"],
    "url": ["url", "link", "رابط", "الرابط"],
    "source": ["source", "publisher", "مصدر", "المصدر"],
}
_MEANING = {name: key for key, names in _NAMES.items() for name in names}

_ASIDE = {
    "text": [
        "full",
        "main",
        "raw",
        "news",
        "story",
        "original",
        "clean",
        "كامل",
        "الكامل",
        "خبر",
        "الخبر",
        "مقال",
        "المقال",
        "المقالة",
    ],
    "title": ["news", "story", "article", "خبر", "الخبر", "مقال", "المقال", "المقالة"],
    "published": [
        "pub",
        "publish",
        "publication",
        "at",
        "of",
        "news",
        "article",
        "نشر",
        "النشر",
        "خبر",
        "الخبر",
        "مقال",
        "المقال",
    ],
    "url": ["source", "news", "story", "article", "page", "web", "خبر", "الخبر", "مقال", "المقال"],
    "source": ["name", "news", "خبر", "الخبر"],
}
"""What may stand beside the word that says what a column is, as in ``full_text`` and ``نص الخبر``."""

_OF_WORDS = {"word", "token", "form"}
_WORDS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

LAST_HEADER = 10
"""The row up to which a header is looked for: above it stand titles and remarks."""

SHORT = 200
"""Letters of a cell at most that, merged over several rows, is meant for each of them; a text is an article once."""


def names_text(header: Sequence[str]) -> bool:
    return len(header) > 1 and "text" in meanings(header)


def is_text(name: str) -> bool:
    """Tell whether a column is called exactly as one of texts is."""
    return _MEANING.get(name.lower()) == "text"


def meanings(header: Sequence[str]) -> list[str]:
    """Return what each column is: text, title, published, url, source, or nothing.

    A column that is called exactly so counts before one that has a word beside it; of several such columns none does.
    """
    names = [name.strip().lower() for name in header]
    found = [_MEANING.get(name, "") for name in names]
    if _OF_WORDS & set(names):  # a row a word: its sentence is at most named
        found = ["" if meaning == "text" else meaning for meaning in found]
    for key in _NAMES:
        if key not in found:
            near = [n for n, name in enumerate(header) if not found[n] and _is_near(name, key)]
            if len(near) == 1:
                found[near[0]] = key
    return found


def _is_near(name: str, key: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(_CAMEL.sub(" ", name))]
    said = [word for word in words if _MEANING.get(word) == key]
    beside = [word for word in words if word not in said]
    return bool(said) and "#" not in name and all(word in _ASIDE[key] for word in beside)


def keys_of(header: Sequence[str], text_column: str | None) -> list[str]:
    """Return what each column is: text, title, published, url, source, or its own name; raise `ImportFailure`."""
    if text_column is not None and text_column not in header:
        raise ImportFailure(f"there is no column {text_column!r}, but {', '.join(header)}")
    keys: list[str] = []
    for name, meaning in zip(header, meanings(header), strict=True):
        key = meaning or name
        if text_column is not None:
            key = "text" if name == text_column else (f"original_{name}" if key == "text" else key)
        keys.append(name if key in keys else key)
    if "text" not in keys:
        raise ImportFailure(
            f"no column is called text, body, content, نص or متن: the header has {', '.join(header)[:200]}; name the one with the "
            "texts, or give its number where the table has no header (--text-column)"
        )
    return keys
