"""Flags and questions on a page: a sign in the margin of the line, which leads to the list under the article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.model import Article, Layer, Remark
from annotator.model.remark import REPLY
from annotator.pages.markup import attribute, bdi
from annotator.pages.words import Words

LONGEST = 160
"""Characters of the words asked about that the list shows."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A flag or question where it stands now, with its number on the page and what the lead replied."""

    number: int
    remark: Remark
    reply: str = ""

    @property
    def start(self) -> int:
        """Where its sign stands; -1 for the article, which has none."""
        return self.remark.span.start if self.remark.span else -1


def asked_in(layer: Layer, replies: Mapping[str, str]) -> tuple[Asked, ...]:
    """Return the flags and questions of a layer in reading order."""
    found = [layer.placed(one) for one in layer.remarks_in_order if one.kind != REPLY]
    return tuple(Asked(n, one, replies.get(one.id, "")) for n, one in enumerate(found, 1))


def sign(asked: Asked, article: Article, words: Words) -> str:
    """Return the sign of one, an element without text."""
    remark = asked.remark
    glyph = words.signs.get(remark.kind, "•")
    settled = " s" if remark.is_settled else ""
    return (
        f'<a class="r{settled}"{attribute("href", f"#{anchor(asked, article)}")}{attribute("data-n", glyph)}'
        f"{attribute('title', tip(asked, words))}{attribute('aria-label', tip(asked, words))}></a>"
    )


def tip(asked: Asked, words: Words) -> str:
    """Return what was asked and answered, a line each."""
    return "\n".join(f"{title}: {said}" if said else title for title, said in _said(asked, words))


def anchor(asked: Asked, article: Article) -> str:
    return f"{article.id}-r{asked.number}"


def remarks_list(found: Sequence[Asked], article: Article, words: Words) -> str:
    """Return the list under an article; nothing where nothing was asked."""
    if not found:
        return ""
    rows = "".join(_row(one, article, words) for one in found)
    return f'<h2>{words.remarks}</h2>\n<ol class="remarks">\n{rows}</ol>\n'


def _row(asked: Asked, article: Article, words: Words) -> str:
    remark = asked.remark
    about = words.whole
    if remark.span is not None:
        found = " ".join(remark.span.of(article.text).split())
        about = bdi(f"«{found if len(found) <= LONGEST else f'{found[: LONGEST - 1]}…'}»")
    said = "<br>".join(
        f"{title}: {bdi(words_said)}" if words_said else title
        for title, words_said in _said(asked, words)
    )
    return f"<li{attribute('id', anchor(asked, article))}>{about}<br>{said}</li>\n"


def _said(asked: Asked, words: Words) -> list[tuple[str, str]]:
    """Return who or what speaks, and what it says."""
    remark = asked.remark
    kind = words.kinds.get(remark.kind, remark.kind)
    state = f"{kind} ({words.settled})" if remark.is_settled else kind
    lines = [(state, remark.text)]
    lines += [(words.lead, asked.reply)] if asked.reply else []
    return lines + ([(words.answer, remark.answer)] if remark.answer else [])
