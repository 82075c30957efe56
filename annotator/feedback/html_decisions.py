"""The decisions on a page of feedback: rulings, and every correction with the words around it."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby

from annotator.adjudication.ruling_edits import Standing
from annotator.feedback.excerpts import Reading
from annotator.feedback.pieces import Pieces, spoken
from annotator.feedback.values import Correction, Detail, Told
from annotator.iaa.report import html_parts as parts


@dataclass(frozen=True, slots=True)
class Decisions(Pieces):
    """Writes the sections of decisions."""

    def rulings(self) -> str:
        if not self.told.rulings:
            return ""
        made = "".join(self._ruling(n, one) for n, one in enumerate(self.told.rulings, 1))
        return parts.section(self.words.rulings, self.words.rulings_note, made)

    def _ruling(self, number: int, told: Told) -> str:
        words, ruling = self.words, told.ruling
        said = [spoken(words.causes[one]) for one in words.causes if one == ruling.cause]
        if ruling.label:
            said.append(parts.name(self.label(ruling.label)))
        said.append(self.by(ruling.who, ruling.when))
        if ruling.f1_before is not None and ruling.f1_after is not None:
            before, after = f"{ruling.f1_before:.3f}", f"{ruling.f1_after:.3f}"
            said.append(spoken(words.buys.format(before=before, after=after)))
        if told.proposed:
            standings = (
                f"{words.standings[Standing(name)]} {count}"
                for name, count in told.standing.items()
            )
            said.append(spoken(f"{words.edits}: {words.comma.join(standings)}"))
        why = f"<p>{parts.name(ruling.why)}</p>" if ruling.why else ""
        facts = " · ".join(one for one in said if one)
        title = f"{parts.digits(str(number))}. <b>{parts.name(ruling.name)}</b>"
        return f"<div class=ruling><p>{title}</p>{why}<p class=said>{facts}</p></div>"

    def corrections(self) -> str:
        words, found = self.words, self.told.corrections
        if not found:
            return parts.section(words.corrections, words.no_corrections, "")
        made: list[str] = []
        for (number, title), of_article in groupby(found, key=lambda one: (one.number, one.title)):
            made.append(f"<h3>{parts.digits(str(number))} · {parts.name(title)}</h3>")
            made += map(self._correction, of_article)
        return parts.section(words.corrections, words.corrections_note, "".join(made))

    def _correction(self, one: Correction) -> str:
        words = self.words
        what = f"<p class=cause>{spoken(words.causes[one.what])}{self._what(one)}</p>"
        if isinstance(one.what, Detail):
            sides = self._text(one.decided, "") + "".join(
                f"<p><span class=side>{side}</span> {self._value(one, said)}</p>"
                for side, said in ((words.you, one.made_words), (words.decided, one.decided_words))
            )
        else:
            sides = self._text(one.made, words.you) + self._text(one.decided, words.decided, " now")
        said = " · ".join(part for part in self._said(one) if part)
        return f"<div class=fix>{what}{sides}{f'<p class=said>{said}</p>' if said else ''}</div>"

    def _what(self, one: Correction) -> str:
        called = self.told.called(one, self.words.language)
        return f": {parts.name(called)}" if called else ""

    def _value(self, one: Correction, said: str) -> str:
        empty = self.words.nothing if one.what == Detail.LINK else self.words.empty
        return parts.name(said) if said else f"<span class=none>{escape(empty)}</span>"

    def _text(self, reading: Reading | None, side: str, mark: str = "") -> str:
        named = f"<span class=side>{escape(side)}</span> " if side else ""
        if reading is None:
            return f"<p>{named}<span class=none>{escape(self.words.nothing)}</span></p>"
        text = f"{escape(reading.lead)}<mark>{escape(reading.words)}</mark>{escape(reading.tail)}"
        label = f"<span class=label>{parts.name(self.label(reading.label))}</span>"
        return f'<p>{named}<bdi class="text{mark}" lang="ar">{text}</bdi> {label}</p>'

    def _said(self, one: Correction) -> Iterable[str]:
        if one.ruling:
            yield f"{escape(self.words.follows)}: {parts.name(one.ruling)}"
        if one.is_by_rule:
            yield escape(self.words.by_rule)
        elif one.who:
            yield self.by(one.who, one.when)
        if one.why:
            yield parts.name(one.why)
