"""Arabic pasted from PDFs: letters stored as drawn shapes, lines stored in the order they are seen.

Two kinds of evidence tell the order. Drawn shapes must join: an initial shape is followed by a medial or final one, a
final shape is preceded by an initial or medial one. And plain letters have habits: no word begins with ة or ى, few
end in the article ال.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

Verdict = Literal["plain", "shaped", "visual"]

# Shapes of letters and of marks, with the word ligatures up to U+FDF9; U+FDFA to U+FDFD are signs of their own.
_SHAPES = r"\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc"
_SHAPE = regex.compile(f"[{_SHAPES}]")
_JOINED_WORD = regex.compile(rf"[\p{{L}}\p{{M}}{_SHAPES}]+")
_MARK = regex.compile(r"[\p{M}\ufe70-\ufe7f]")
_ARABIC = regex.compile(r"[\p{Script=Arabic}\p{Script=Hebrew}&&\p{L}]", regex.V1)

_STARTS_LIKE_AN_END = regex.compile(r"(?<![\p{L}\p{M}])[ةى](?=\p{L})")
_ENDS_LIKE_AN_END = regex.compile(r"(?<=\p{L}\p{M}*)[ةى]\p{M}*(?![\p{L}\p{M}])")
_STARTS_WITH_ARTICLE = regex.compile(r"(?<![\p{L}\p{M}])[وفبك]?ال\p{L}{2}")
_ENDS_WITH_ARTICLE = regex.compile(r"\p{L}{2}لا(?![\p{L}\p{M}])")

# Where marks stand when they were drawn after their letters and the line was then turned round: no word begins with a
# mark, and a tanwin stands at a word's end or before its last alef.
_MISPLACED_MARK = regex.compile(
    r"(?<![\p{L}\p{M}])[\u064b-\u0652\u0670](?=\p{L})|[\u064b-\u064d](?=\p{L}\p{M}*\p{L}|[^\p{M}\Wاى])"
)
_MARK_ENDS_WORD = regex.compile(r"(?<=\p{L})[\u064b-\u0652\u0670](?![\p{L}\p{M}])")
_MARKS_AND_BASE = regex.compile(r"(\p{M}+)(\p{L})")

_BRACKET = regex.compile(r"[()\[\]{}«»‹›]")
_OPENERS = "([{«‹"
_MIRROR = str.maketrans("()[]{}«»‹›", ")(][}{»«›‹")


@dataclass(frozen=True, slots=True)
class DirectionReport:
    """How a text stores its Arabic.

    ``verdict`` is ``plain`` (letters in reading order, as everybody expects), ``shaped`` (reading order, but drawn
    shapes instead of letters) or ``visual`` (right-to-left text stored left to right). ``shapes`` counts drawn shapes,
    ``logical`` and ``visual`` the signs for either order.
    """

    verdict: Verdict
    shapes: int
    logical: int
    visual: int


def direction_report(text: str) -> DirectionReport:
    """Judge the whole text; `repair` judges each line by the same signs."""
    shapes = sum(1 for _ in _SHAPE.finditer(text))
    if shapes:
        logical, visual = _shape_evidence(text)
        return DirectionReport("visual" if visual > logical else "shaped", shapes, logical, visual)
    logical, visual = _letter_evidence(text)
    return DirectionReport("visual" if visual > 2 * logical else "plain", 0, logical, visual)


def repair(text: str) -> str:
    """Return the text in reading order and plain letters; plain lines, and every other character, stay as they are.

    Order first, letters second: the other way round a lam-alef comes out reversed. A line without signs of its own
    follows the whole text. Marks that a shaping program dropped or moved cannot come back.
    """
    whole = direction_report(text).verdict
    if whole == "plain":
        return text
    lines = text.split("\n")
    turned = {
        number: _to_reading_order(line)
        for number, line in enumerate(lines)
        if _runs_backwards(line, whole)
    }
    if _marks_come_first("\n".join(map(_to_letters, turned.values()))):
        turned = {number: _with_marks_after_letters(line) for number, line in turned.items()}
    return "\n".join(_to_letters(turned.get(number, line)) for number, line in enumerate(lines))


def _runs_backwards(line: str, fallback: Verdict) -> bool:
    report = direction_report(line)
    verdict = report.verdict if report.logical or report.visual else fallback
    return verdict == "visual" and bool(_ARABIC.search(line))


def _to_reading_order(line: str) -> str:
    from bidi import get_display  # pyright: ignore[reportMissingTypeStubs] - it ships none

    ordered = str(get_display(line, base_dir="R"))
    mirrored = _BRACKET.sub(lambda m: m.group().translate(_MIRROR), ordered)
    return mirrored if _misplaced_brackets(mirrored) < _misplaced_brackets(ordered) else ordered


def _marks_come_first(text: str) -> bool:
    return len(_MISPLACED_MARK.findall(text)) > len(_MARK_ENDS_WORD.findall(text))


def _with_marks_after_letters(line: str) -> str:
    return _MARKS_AND_BASE.sub(lambda m: m.group(2) + m.group(1)[::-1], line)


def _to_letters(line: str) -> str:
    return _SHAPE.sub(lambda match: _letters(match.group()), line)


def _misplaced_brackets(line: str) -> int:
    """Count brackets without a partner in reading order."""
    open_ones: list[str] = []
    misplaced = 0
    for match in _BRACKET.finditer(line):
        bracket = match.group()
        if bracket in _OPENERS:
            open_ones.append(bracket)
        elif open_ones and open_ones[-1] == bracket.translate(_MIRROR):
            open_ones.pop()
        else:
            misplaced += 1
    return misplaced + len(open_ones)


@lru_cache(maxsize=1024)
def _letters(shape: str) -> str:
    """Return the letters a shape stands for; the carriers of lone marks (a space, a tatweel) are not part of the text."""
    letters = unicodedata.normalize("NFKC", shape)
    return letters.lstrip(" \u0640") if "\ufe70" <= shape <= "\ufe7f" else letters


def _shape_evidence(text: str) -> tuple[int, int]:
    """Count the shapes that join as in reading order, and those that join the other way."""
    logical = visual = 0
    for word in _JOINED_WORD.finditer(text):
        forms = [_position(c) for c in word.group() if not _MARK.match(c)]
        for before, here, after in zip(["", *forms], forms, [*forms[1:], ""], strict=False):
            if here == "initial":
                joined, crossed = after in ("medial", "final"), before in ("medial", "final")
            elif here == "final":
                joined, crossed = before in ("medial", "initial"), after in ("medial", "initial")
            else:
                continue
            logical += joined and not crossed
            visual += crossed and not joined
    return logical, visual


@lru_cache(maxsize=1024)
def _position(character: str) -> str:
    if not _SHAPE.match(character):
        return ""
    return unicodedata.decomposition(character).partition(">")[0].lstrip("<")


def _letter_evidence(text: str) -> tuple[int, int]:
    """Count the habits of plain letters for and against reading order; nothing counts without a ة or ى out of place."""
    ends = sum(1 for _ in _STARTS_LIKE_AN_END.finditer(text))
    if not ends:
        return sum(1 for _ in _ENDS_LIKE_AN_END.finditer(text)), 0
    logical = sum(1 for p in (_ENDS_LIKE_AN_END, _STARTS_WITH_ARTICLE) for _ in p.finditer(text))
    return logical, ends + sum(1 for _ in _ENDS_WITH_ARTICLE.finditer(text))
