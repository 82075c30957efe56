"""The numbers on a page of feedback: figures, by label, by cause, by week."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from annotator.feedback.chart import chart
from annotator.feedback.pieces import Pieces, measures, six, spoken
from annotator.feedback.values import Week
from annotator.iaa.report import html_parts as parts
from annotator.iaa.scores.accuracy import Accuracy, Scored


@dataclass(frozen=True, slots=True)
class Numbers(Pieces):
    """Writes the sections of numbers."""

    def head(self) -> str:
        told, words = self.told, self.words
        facts = [
            f"{words.project}: {parts.name(told.project)}",
            f"{words.made_on}: {parts.digits(told.today)}",
            spoken(words.finished.format(count=told.finished)),
        ]
        if told.accuracy is not None:
            facts.append(spoken(words.judged.format(count=told.accuracy.articles)))
        note = "" if told.accuracy else f"<p>{escape(words.no_gold)}</p>"
        figures = "".join(self._figures())
        return (
            f"<section><p>{' · '.join(facts)}</p>{note}<div class=figures>{figures}</div></section>"
        )

    def _figures(self) -> Iterable[str]:
        words, accuracy = self.words, self.told.accuracy
        if accuracy is not None:
            exact, relaxed = accuracy.scores.total.exact, accuracy.scores.total.relaxed
            yield parts.figure(self.headline(exact), words.exact, words.exact_note)
            yield parts.figure(self.number(exact.precision), words.precision, words.precision_note)
            yield parts.figure(self.number(exact.recall), words.recall, words.recall_note)
            yield parts.figure(self.headline(relaxed), words.relaxed, words.relaxed_note)
        if self.told.pace is not None:
            per_hour = self.told.pace.per_hour
            value = escape(words.undefined) if per_hour is None else parts.digits(f"{per_hour:.0f}")
            hours = words.hours.format(hours=f"{self.told.hours:.1f}")
            yield parts.figure(
                f"{value}<small>{spoken(hours)}</small>", words.pace, words.pace_note
            )

    def accuracy(self) -> list[str]:
        words, accuracy = self.words, self.told.accuracy
        if accuracy is None:
            return [self._weeks()]
        made = [parts.section(words.by_label, words.by_label_note, self._labels(accuracy))]
        if accuracy.costs:
            made.append(parts.section(words.by_cause, words.by_cause_note, self._causes(accuracy)))
        return [*made, self._weeks()]

    def _labels(self, accuracy: Accuracy) -> str:
        words = self.words
        rows = [
            parts.row(
                self.label(name) if name else words.all_labels,
                (
                    *self._cells(scored),
                    parts.cell(str(scored.exact.correct)),
                    parts.cell(str(scored.exact.made)),
                    parts.cell(str(scored.exact.gold)),
                ),
            )
            for name, scored in accuracy.scores.items("")
        ]
        head = [words.label, *measures(words), words.correct, words.made, words.gold]
        return f"<div class=wide>{parts.table(head, rows)}</div>"

    def _causes(self, accuracy: Accuracy) -> str:
        words, now = self.words, accuracy.scores.total
        rows = [
            parts.row(
                words.causes[one.deviation],
                (
                    parts.cell(str(one.count)),
                    f"<td>{self._counts(one.labels)}</td>",
                    *(
                        parts.cell(self.gain(before, after))
                        for before, after in zip(six(now), six(one.without), strict=True)
                    ),
                ),
            )
            for one in accuracy.costs
        ]
        head = [words.cause, words.count, words.where, *measures(words, words.without)]
        return f"<div class=wide>{parts.table(head, rows)}</div>"

    def _cells(self, scored: Scored) -> Iterable[str]:
        for score in (scored.exact, scored.relaxed):
            yield parts.cell(self.scored(score))
            yield parts.cell(self.number(score.precision))
            yield parts.cell(self.number(score.recall))

    def _counts(self, labels: Mapping[str, int]) -> str:
        ordered = sorted(labels.items(), key=lambda one: (-one[1], one[0]))
        counts = (f"{parts.name(self.label(name))} {parts.digits(str(n))}" for name, n in ordered)
        return self.words.comma.join(counts)

    def _weeks(self) -> str:
        words, told = self.words, self.told
        if not told.weeks:
            return ""
        scored = [week for week in told.weeks if week.scored is not None]
        numbers = {one.ruling.id: n for n, one in enumerate(told.rulings, 1)}
        marks = {
            week: ", ".join(str(numbers[one.id]) for one in rulings)
            for week, rulings in told.marks().items()
        }
        mirrored = words.direction == "rtl"
        drawn = chart(scored, marks, mirrored=mirrored) if scored else ""
        rows = [parts.row(week.monday, self._week(week)) for week in told.weeks]
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
        return parts.section(
            words.over_time,
            words.over_time_note if scored else "",
            f"{drawn}<div class=wide>{parts.table(head, rows)}</div>",
        )

    def _week(self, week: Week) -> Iterable[str]:
        exact = week.scored.exact if week.scored else None
        relaxed = week.scored.relaxed if week.scored else None
        yield parts.cell(str(week.articles) if week.articles else "")
        yield parts.cell(self.scored(exact) if exact else "")
        yield parts.cell(self.number(exact.precision) if exact else "")
        yield parts.cell(self.number(exact.recall) if exact else "")
        yield parts.cell(self.scored(relaxed) if relaxed else "")
        if self.told.pace is not None:
            per_hour = week.work.per_hour
            yield parts.cell(f"{week.work.active.total_seconds() / 3600:.1f}")
            yield parts.cell(str(week.work.annotations))
            yield parts.cell("" if per_hour is None else f"{per_hour:.0f}")
