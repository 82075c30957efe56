"""The sections of guidelines as they are shown: headings, and paragraphs that begin with bold words. Which is about a label?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlock, QTextDocument

from annotator.model import Label
from annotator.text.folding import fold_key

PARAGRAPH = 7
"""The level of a section that is a paragraph: below every heading."""

_WORD = re.compile(r"\w+")
_ARTICLE = "ال"
SHORTEST = 3
"""Letters of a label's title that must agree, so that no short word is taken for its beginning."""


@dataclass(frozen=True, slots=True)
class Section:
    """``block`` is the number of its first block, ``level`` that of its heading."""

    title: str
    level: int
    block: int


def sections_of(document: QTextDocument) -> tuple[Section, ...]:
    """Return the sections in their order."""
    found: list[Section] = []
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        title = block.text().strip() if level else _bold_beginning(block)
        if title:
            found.append(Section(title, level or PARAGRAPH, block.blockNumber()))
        block = block.next()
    return tuple(found)


def section_of(label: Label, sections: Iterable[Section]) -> Section | None:
    """Return the section whose title is the label's, or else holds it among the fewest words; None where there is none."""
    names = [_words(one) for one in (label.title_ar, label.title_en, label.name) if one]
    best: tuple[int, int, Section] | None = None
    for number, section in enumerate(sections):
        title = _words(section.title)
        if not any(_holds(title, name) for name in names):
            continue
        found = (0 if title in names else len(title), number, section)
        if best is None or found[:2] < best[:2]:
            best = found
    return best[2] if best is not None else None


def _bold_beginning(block: QTextBlock) -> str:
    if block.textList() is not None:
        return ""
    words = ""
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.charFormat().fontWeight() < QFont.Weight.DemiBold:
            break
        words += fragment.text()
        iterator += 1
    return words.strip(" .:،؛—-")


def _words(text: str) -> list[str]:
    found = [str(word) for word in _WORD.findall(fold_key(text))]
    return [w.removeprefix(_ARTICLE) if len(w) > SHORTEST + 1 else w for w in found]


def _holds(title: list[str], name: list[str]) -> bool:
    """Tell whether the words of a name stand in a title one after the other, in the plural or not."""
    places = range(len(title) - len(name) + 1)
    return bool(name) and any(
        all(_is_form_of(title[place + i], word) for i, word in enumerate(name)) for place in places
    )


def _is_form_of(word: str, of: str) -> bool:
    return word == of or (len(of) >= SHORTEST and word.startswith(of))
