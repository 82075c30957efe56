"""What the columns of a table of texts are, by their headers."""

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

LAST_HEADER = 10
"""The row up to which a header is looked for: above it stand titles and remarks."""

SHORT = 200
"""Letters of a cell at most that, merged over several rows, is meant for each of them; a text is an article once."""


def names_text(header: Sequence[str]) -> bool:
    return len(header) > 1 and any(_MEANING.get(c.strip().lower()) == "text" for c in header)


def keys_of(header: Sequence[str], text_column: str | None) -> list[str]:
    """Return what each column is: text, title, published, url, source, or its own name; raise `ImportFailure`."""
    if text_column is not None and text_column not in header:
        raise ImportFailure(f"there is no column {text_column!r}, but {', '.join(header)}")
    keys: list[str] = []
    for name in header:
        key = _MEANING.get(name.lower(), name)
        if text_column is not None:
            key = "text" if name == text_column else (f"original_{name}" if key == "text" else key)
        keys.append(name if key in keys else key)
    if "text" not in keys:
        raise ImportFailure(
            f"no column is called text, body, content, نص or متن: the header has {', '.join(header)[:200]}; name the one with the "
            "texts (--text-column)"
        )
    return keys
