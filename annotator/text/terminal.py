"""Text for media that neither join Arabic letters nor reorder directions: most terminals, and the tables printed there.

Never feed the result to a Qt widget, a project or an export: its characters are shapes in visual order.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from annotator.text.direction import base_direction

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper  # pyright: ignore[reportMissingTypeStubs] - it ships none

ELLIPSIS = "…"
DOTTED_CIRCLE = "\u25cc"

# A mark no text uses (variation selector 256). Set after a cluster, it comes out in front where the cluster ran
# right to left: that is how we learn the direction from a library that returns nothing but a string.
_PROBE = "\U000e01ef"
_CLUSTER = regex.compile(r"\X")
_MARKED = regex.compile(r"(.)(\p{M}+)", regex.DOTALL)
_DIRECTION_CONTROLS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_DROPPED = regex.compile(
    r"[\p{Cf}\U000e0100-\U000e01ef\ufe00-\ufe0f\U0001f3fb-\U0001f3ff--[\u0600-\u0605\u06dd\u070f\u200c"
    rf"{_DIRECTION_CONTROLS}]]",
    regex.V1,
)
_CONTROLS = regex.compile(rf"[\u200c{_DIRECTION_CONTROLS}]")
_MIRRORED = dict(zip("()[]{}<>«»‹›≤≥⟦⟧⟨⟩⟪⟫（）", ")(][}{><»«›‹≥≤⟧⟦⟩⟨⟫⟪）（", strict=True))

# Terminals that reorder by themselves: doing it twice would undo it.
_REORDERING_PROGRAMS = frozenset({"Apple_Terminal", "mlterm", "konsole", "mintty"})


def for_terminal(text: str, width: int | None = None) -> str:
    """Return the text as such a medium must be given it, each line ``width`` cells wide.

    Longer lines are cut at a grapheme with an ellipsis at their reading end, shorter ones padded: right-to-left lines
    stand at the right. Without ``width`` lines keep their length. Vowel marks stay, after their letters; brackets are
    mirrored; control characters become U+FFFD, so that no text can drive the terminal.
    """
    return "\n".join(_line(line, width) for line in text.split("\n"))


def cell_width(text: str) -> int:
    """Count the terminal cells of a text that is already shaped: marks take none, East Asian wide characters two."""
    return sum(_cells(character) for character in text)


def terminal_reorders(environment: Mapping[str, str]) -> bool:
    """Tell from the environment variables whether the terminal joins and reorders Arabic by itself."""
    program = environment.get("TERM_PROGRAM", "")
    vte = environment.get("VTE_VERSION", "")
    return (
        program in _REORDERING_PROGRAMS
        or "KONSOLE_VERSION" in environment
        or environment.get("TERM", "").startswith("mlterm")
        or (vte.isdecimal() and int(vte) >= 5800)  # GNOME's VTE reorders since 0.58
    )


def _line(line: str, width: int | None) -> str:
    direction = base_direction(line)
    line = _clean(line)
    if width is None:
        return _reorder(_shape(line), direction)
    shown = _reorder(_fit(line, max(0, width)), direction)
    padding = " " * (width - cell_width(shown))
    return padding + shown if direction == "rtl" else shown + padding


def _clean(line: str) -> str:
    """Drop what takes no cell, and give a mark without a letter the dotted circle it is shown on."""
    line = _DROPPED.sub("", "".join(_printable(c) for c in line))
    return "".join(
        DOTTED_CIRCLE + cluster if _is_mark(cluster[0]) else cluster
        for cluster in _CLUSTER.findall(line)
    )


def _printable(character: str) -> str:
    if character in "\t\v\f\u0085\u2028\u2029":
        return " "
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cs") else character


def _fit(line: str, width: int) -> str:
    """Return the shaped line, cut so that it takes at most ``width`` cells."""
    shaped = _shape(line)
    if cell_width(shaped) <= width:
        return shaped
    if not width:
        return ""
    kept, room = 0, width - cell_width(ELLIPSIS)
    for cluster in _CLUSTER.finditer(line):
        room -= cell_width(cluster.group())
        if room < 0:
            break
        kept = cluster.end()
    return _shape(line[:kept].rstrip() + ELLIPSIS)


def _shape(line: str) -> str:
    return _reshaper().reshape(line)


@lru_cache(maxsize=1)
def _reshaper() -> "ArabicReshaper":
    from arabic_reshaper import ArabicReshaper  # pyright: ignore[reportMissingTypeStubs] - it ships none

    return ArabicReshaper(
        {"delete_harakat": False, "delete_tatweel": False, "ARABIC LIGATURE ALLAH": False}
    )


def _reorder(shaped: str, direction: str) -> str:
    """Put a shaped line into visual order, brackets mirrored (UAX #9, L4) and marks after their letters (L3)."""
    from bidi import get_display  # pyright: ignore[reportMissingTypeStubs] - it ships none

    probed = "".join(_probed(cluster.group()) for cluster in _CLUSTER.finditer(shaped))
    visual = str(get_display(probed, base_dir="R" if direction == "rtl" else "L"))
    return _CONTROLS.sub("", "".join(_unprobed(visual)))


def _probed(cluster: str) -> str:
    return cluster + _PROBE if _carries_probe(cluster) else cluster


def _unprobed(visual: str) -> Iterator[str]:
    position = 0
    while position < len(visual):
        base = position
        backwards = visual[position] == _PROBE
        position += 1
        if backwards:
            base = position
            while base < len(visual) - 1 and _is_mark(visual[base]):
                base += 1
            letter = visual[base : base + 1]
            yield _MIRRORED.get(letter, letter) + visual[position:base][::-1]
            position = base + 1
        else:
            while (
                position < len(visual) and _is_mark(visual[position]) and visual[position] != _PROBE
            ):
                position += 1
            yield visual[base:position]
            position += visual[position : position + 1] == _PROBE and _carries_probe(
                visual[base:position]
            )


def _carries_probe(cluster: str) -> bool:
    return cluster in _MIRRORED or bool(_MARKED.fullmatch(cluster))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
