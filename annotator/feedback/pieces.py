"""What the parts of a page of feedback share: numbers, labels and sentences that read right in either direction."""

import re
from dataclasses import dataclass
from html import escape

from annotator.feedback.values import Feedback
from annotator.feedback.words import Words
from annotator.iaa.report import html_parts as parts
from annotator.iaa.scores.accuracy import Score, Scored

_WHOLE = re.compile(r"\d{4}-\d\d-\d\d|(?<![\w&#.])[-+\u2212]?\d+(?:[.,]\d+)*")
"""A day or a number by itself, which is read from the left as a whole."""


def spoken(text: str) -> str:
    """Return a sentence as HTML whose days and numbers are read from the left, whatever stands around them."""
    return _WHOLE.sub(lambda found: parts.digits(found[0]), escape(text))


def measures(words: Words, pattern: str = "{measure}") -> list[str]:
    """Return what stands over the `six`, ``pattern`` filled with the names of the two F1s."""
    exact, relaxed = (pattern.format(measure=one) for one in (words.exact, words.relaxed))
    return [exact, words.precision, words.recall, relaxed, words.precision, words.recall]


def six(scored: Scored) -> list[float | None]:
    """Return F1, precision and recall, exact, then relaxed."""
    return [
        value
        for score in (scored.exact, scored.relaxed)
        for value in (score.f1, score.precision, score.recall)
    ]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Writes small things in one language."""

    told: Feedback
    words: Words

    def label(self, name: str) -> str:
        return self.told.label(name, self.words.language)

    def number(self, value: float | None) -> str:
        return escape(self.words.undefined) if value is None else parts.digits(f"{value:.3f}")

    def gain(self, before: float | None, after: float | None) -> str:
        if before is None or after is None:
            return self.number(after)
        gain = f"{after - before:+.3f}".replace("-", "\u2212")
        return f"{self.number(after)}<small>{parts.digits(gain)}</small>"

    def scored(self, score: Score) -> str:
        """Return F1 with its interval, where it has one."""
        if score.f1 is None or score.interval is None:
            return self.number(score.f1)
        rough = f" ({parts.prose(self.words.rough)})" if score.interval.rough else ""
        ends = parts.digits(f"{score.interval.low:.3f}–{score.interval.high:.3f}") + rough
        return f"{self.number(score.f1)}<small>{ends}</small>"

    def headline(self, score: Score) -> str:
        why = "" if score.interval else f"<small>{parts.prose(self.words.no_interval)}</small>"
        return self.scored(score) + why

    def by(self, who: str, when: str) -> str:
        """Return who decided and on which day, as far as it is known."""
        words, day = self.words, when[:10]
        parts_of = [f"{escape(words.by)} {parts.name(who)}"] if who else []
        parts_of += [f"{escape(words.on)} {parts.digits(day)}"] if day else []
        return " ".join(parts_of)
