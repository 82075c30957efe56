"""Feedback as Markdown, in either language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from annotator.adjudication.ruling_edits import Standing
from annotator.feedback.excerpts import Reading
from annotator.feedback.pieces import measures, six
from annotator.feedback.values import Correction, Detail, Feedback, Told, Week
from annotator.feedback.words import LANGUAGES, Words
from annotator.iaa.scores.accuracy import Accuracy, Score
from annotator.text import markdown as md

OPENS, CLOSES = "\u27e6", "\u27e7"
"""Around an annotation in its line: signs that Markdown leaves alone, which turn with the direction."""


def to_markdown(told: Feedback, language: str = "en") -> str:
    """Return the file in ``en`` or ``ar``."""
    words = LANGUAGES[language]
    return md.document(_Lines(told, words).all(), words.direction)


@dataclass(frozen=True, slots=True)
class _Lines:
    told: Feedback
    words: Words

    def all(self) -> Iterator[str]:
        told, words = self.told, self.words
        yield f"# {words.title.replace('{annotator}', md.name(told.annotator))}"
        yield ""
        yield from self._facts()
        if told.accuracy is not None:
            yield from self._accuracy(told.accuracy)
        yield from self._weeks()
        yield from self._rulings()
        yield from self._corrections()
        yield from self._section(words.method)
        more = words.in_progress if told.in_progress else words.finished_only
        said = words.method_text.format(draws=told.draws, seed=told.seed)
        yield md.prose(f"{said} {more}")

    def _section(self, title: str, note: str = "") -> Iterator[str]:
        yield from (f"## {title}", "")
        if note:
            yield from (md.prose(note), "")

    def _facts(self) -> Iterator[str]:
        told, words = self.told, self.words
        yield f"- {words.project}: {md.name(told.project)}"
        yield f"- {words.made_on}: {md.digits(told.today)}"
        yield f"- {md.prose(words.finished.format(count=told.finished))}"
        if told.accuracy is None:
            yield from ("", words.no_gold)
        else:
            exact, relaxed = told.accuracy.scores.total.exact, told.accuracy.scores.total.relaxed
            yield f"- {md.prose(words.judged.format(count=told.accuracy.articles))}"
            yield f"- {words.exact}: {self._scored(exact)}"
            yield f"- {words.precision}: {self._number(exact.precision)}"
            yield f"- {words.recall}: {self._number(exact.recall)}"
            yield f"- {words.relaxed}: {self._scored(relaxed)}"
        if told.pace is not None:
            per_hour = told.pace.per_hour
            value = words.undefined if per_hour is None else md.digits(f"{per_hour:.0f}")
            hours = md.prose(words.hours.format(hours=f"{told.hours:.1f}"))
            yield f"- {words.pace}: {value} ({hours}). {md.prose(words.pace_note)}"
        yield ""

    def _accuracy(self, accuracy: Accuracy) -> Iterator[str]:
        words = self.words
        yield from self._section(words.by_label, words.by_label_note)
        head = [words.label, *measures(words), words.correct, words.made, words.gold]
        rows = [
            [
                md.name(self._label(name)) if name else words.all_labels,
                *map(self._number, six(scored)),
                str(scored.exact.correct),
                str(scored.exact.made),
                str(scored.exact.gold),
            ]
            for name, scored in accuracy.scores.items("")
        ]
        yield from md.table(head, rows, numbers=1)
        if accuracy.costs:
            yield from self._section(words.by_cause, words.by_cause_note)
            head = [words.cause, words.where, words.count, *measures(words, words.without)]
            causes = [
                [
                    md.plain(words.causes[one.deviation]),
                    words.comma.join(
                        f"{md.name(self._label(name))} {md.digits(str(count))}"
                        for name, count in sorted(
                            one.labels.items(), key=lambda of: (-of[1], of[0])
                        )
                    ),
                    str(one.count),
                    *map(self._number, six(one.without)),
                ]
                for one in accuracy.costs
            ]
            yield from md.table(head, causes, numbers=2)

    def _weeks(self) -> Iterator[str]:
        words, told = self.words, self.told
        if not told.weeks:
            return
        yield from self._section(words.over_time)
        head = [
            words.week,
            words.articles,
            words.exact,
            words.precision,
            words.recall,
            words.relaxed,
        ]
        if told.pace is not None:
            head += [words.active, words.annotations, words.per_hour]
        yield from md.table(head, map(self._week, told.weeks), numbers=1)

    def _week(self, week: Week) -> list[str]:
        cells = [md.digits(week.monday), str(week.articles or "")]
        if week.scored is None:
            cells += [""] * 4
        else:
            exact, relaxed = week.scored.exact, week.scored.relaxed
            cells += [self._scored(exact), self._number(exact.precision)]
            cells += [self._number(exact.recall), self._scored(relaxed)]
        if self.told.pace is not None:
            per_hour = week.work.per_hour
            cells.append(f"{week.work.active.total_seconds() / 3600:.1f}")
            cells.append(str(week.work.annotations))
            cells.append("" if per_hour is None else f"{per_hour:.0f}")
        return cells

    def _rulings(self) -> Iterator[str]:
        if self.told.rulings:
            yield from self._section(self.words.rulings, self.words.rulings_note)
            for number, one in enumerate(self.told.rulings, 1):
                yield from self._ruling(number, one)
            yield ""

    def _ruling(self, number: int, told: Told) -> Iterator[str]:
        words, ruling = self.words, told.ruling
        yield f"{number}. **{md.plain(ruling.name)}**"
        said = [md.plain(words.causes[one]) for one in words.causes if one == ruling.cause]
        if ruling.label:
            said.append(md.name(self._label(ruling.label)))
        said.append(self._by(ruling.who, ruling.when))
        if ruling.f1_before is not None and ruling.f1_after is not None:
            before, after = f"{ruling.f1_before:.3f}", f"{ruling.f1_after:.3f}"
            said.append(md.prose(words.buys.format(before=before, after=after)))
        yield f"   - {' · '.join(one for one in said if one)}"
        if ruling.why:
            yield f"   - {md.name(ruling.why)}"
        if told.proposed:
            standings = (
                f"{words.standings[Standing(name)]} {count}"
                for name, count in told.standing.items()
            )
            yield f"   - {md.prose(f'{words.edits}: {words.comma.join(standings)}')}"

    def _corrections(self) -> Iterator[str]:
        words, found = self.words, self.told.corrections
        note = words.corrections_note if found else words.no_corrections
        yield from self._section(words.corrections, note)
        for (number, title), of_article in groupby(found, key=lambda one: (one.number, one.title)):
            yield f"### {md.digits(str(number))} · {md.name(title)}"
            yield ""
            for one in of_article:
                yield from self._correction(one)
            yield ""

    def _correction(self, one: Correction) -> Iterator[str]:
        words = self.words
        called = self.told.called(one, words.language)
        named = f": {md.name(called)}" if called else ""
        if isinstance(one.what, Detail):
            empty = words.nothing if one.what == Detail.LINK else words.empty
            yield f"- {words.causes[one.what]}{named}: {self._text(one.decided)}"
            yield f"  - {words.you}: {md.name(one.made_words) or empty}"
            yield f"  - {words.decided}: {md.name(one.decided_words) or empty}"
        else:
            yield f"- {md.plain(words.causes[one.what])}"
            yield f"  - {words.you}: {self._text(one.made)}"
            yield f"  - {words.decided}: {self._text(one.decided)}"
        said = " · ".join(part for part in self._said(one) if part)
        if said:
            yield f"  - {said}"

    def _said(self, one: Correction) -> Iterable[str]:
        if one.ruling:
            yield f"{self.words.follows}: {md.name(one.ruling)}"
        yield (
            self.words.by_rule if one.is_by_rule else self._by(one.who, one.when if one.who else "")
        )
        yield md.name(one.why)

    def _text(self, reading: Reading | None) -> str:
        if reading is None:
            return self.words.nothing
        text = f"{md.inline(reading.lead)}{OPENS}{md.inline(reading.words)}{CLOSES}"
        label = md.name(self._label(reading.label))
        return f"{md.FIRST_STRONG}{text}{md.inline(reading.tail)}{md.END} ({label})"

    def _label(self, name: str) -> str:
        return self.told.label(name, self.words.language)

    def _by(self, who: str, when: str) -> str:
        words, day = self.words, when[:10]
        said = [f"{words.by} {md.name(who)}"] if who else []
        said += [f"{words.on} {md.digits(day)}"] if day else []
        return " ".join(said)

    def _number(self, value: float | None) -> str:
        return self.words.undefined if value is None else md.digits(f"{value:.3f}")

    def _scored(self, score: Score) -> str:
        """Return F1 with its interval, or why it has none."""
        if score.f1 is None:
            return self.words.undefined
        if score.interval is None:
            return self._number(score.f1)
        rough = f"; {md.prose(self.words.rough)}" if score.interval.rough else ""
        ends = md.digits(f"{score.interval.low:.3f}–{score.interval.high:.3f}")
        return f"{self._number(score.f1)} ({ends}{rough})"
