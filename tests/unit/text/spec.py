"""The spec tables and the hand-labelled articles, and texts that are hard on offsets."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

DATA = Path(__file__).parents[2] / "data"


def table(name: str) -> dict[str, Any]:
    return json.loads((DATA / "cases" / f"{name}.json").read_text("utf-8"))


def rows(name: str) -> list[dict[str, Any]]:
    return table(name)["rows"]


def row_id(row: dict[str, Any]) -> str:
    return row.get("id") or row["word"]


def gold_articles() -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf-8")) for path in sorted((DATA / "gold").glob("*.json"))]


def in_scope(article: dict[str, Any], start: int) -> bool:
    return not any(first <= start < last for first, last in article["zones"])


HARD = "".join([
    "ابلاوةىئؤأ",
    "\u064b\u064e\u0651\u0670\u0654\u0640",
    "\u200c\u200d\u200e\u200f\u061c\u202b\u2067\u2069\ufeff\u00ad",
    " \u00a0\u202f\t\n\r",
    "aé\u0301ßİ٣۴5.,:/-\"«»“”„‘’()",
    "ﻻﷲﺑ",
    "🇷🇺👍🏽\ufe0f\u20e3\u0600\u0915\u094d\u1100\u1161",
])  # fmt: skip


def texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Texts of characters that change lengths, join, reorder or hide; and any text at all."""
    return st.text(st.sampled_from(HARD), max_size=max_size) | st.text(max_size=max_size)


def texts_of(words: list[str], max_size: int = 10) -> st.SearchStrategy[str]:
    """Texts of given words with assorted glue between them."""
    glue = st.sampled_from(
        ["", " ", " ", " ", "  ", "\u00a0", "\n", "، ", "و", "ب", "\u200f", "\u064b", "\u0301"]
    )
    return st.lists(st.tuples(st.sampled_from(words), glue), max_size=max_size).map(
        lambda parts: "".join(word + between for word, between in parts)
    )
