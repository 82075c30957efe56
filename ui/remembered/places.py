"""Where the annotator was: in a project the last article, and in each article the caret and the line being read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

MOST_ARTICLES = 200
"""Articles of a project whose places are remembered, those left last."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in an article, as `ui.article.reading.place.ReadingPlace` has it: two positions in code points, and pixels.

    The caret does not say which of nested annotations was current, nor which of two that touch.
    """

    caret: int = 0
    anchor: int = 0
    offset: int = 0
    annotation: str = ""
    """The id of the annotation that was current; empty for none."""


@dataclass(frozen=True, slots=True)
class Places:
    """The article in which work was left, and the spots of the articles left before, the latest last."""

    article: str
    spots: Mapping[str, Spot] = field(default_factory=dict[str, Spot], hash=False)

    def at(self, article_id: str, spot: Spot) -> "Places":
        """Return a copy for somebody who is leaving this article now."""
        others = {key: value for key, value in self.spots.items() if key != article_id}
        kept = dict(list({**others, article_id: spot}.items())[-MOST_ARTICLES:])
        return replace(self, article=article_id, spots=kept)


def spots_to_text(spots: Mapping[str, Spot]) -> str:
    return " ".join(
        f"{key}:{s.caret}:{s.anchor}:{s.offset}" + (f":{s.annotation}" if s.annotation else "")
        for key, s in spots.items()
    )


def spots_from_text(text: str) -> dict[str, Spot]:
    """Read spots; what is none is left out."""
    spots: dict[str, Spot] = {}
    for word in text.split():
        key, _, rest = word.partition(":")
        caret, anchor, offset, annotation = [*rest.split(":", 3), "", "", "", ""][:4]
        if key and all(map(_is_number, (caret, anchor, offset))) and ":" not in annotation:
            spots[key] = Spot(int(caret), int(anchor), int(offset), annotation)
    return dict(list(spots.items())[-MOST_ARTICLES:])


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
