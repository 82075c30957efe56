"""The sentences of the first page, of values that say nothing in words themselves."""

import re

from PySide6.QtCore import QLocale, QObject

from annotator.adjudication.states import Tally
from annotator.iaa.scores.results import FEWEST, Interval, Measure
from annotator.model import Schema
from annotator.review.overview.judgement import (
    RELIABLE,
    TENTATIVE,
    Confusion,
    Judgement,
    LabelLine,
    Standing,
    Trouble,
    Verdict,
)
from annotator.review.overview.shown import AgreementShown
from annotator.review.overview.tasks import Act, Task
from annotator.review.overview.work import AnnotatorWork, GoldWork, Work
from ui import i18n
from ui.review import words
from ui.widgets import numbers


def limit(value: float) -> str:
    """Return one of Krippendorff's limits with as many digits as it has."""
    text = QLocale().toString(value, "f", 3)
    return text if value == TENTATIVE else QLocale().toString(value, "f", 1)


def filled(sentence: str, *parts: str) -> str:
    """Put parts into the places %1, %2 …, whatever they hold themselves."""
    return re.sub("%([1-9])", lambda place: parts[int(place[1]) - 1], sentence)


class Sentences(QObject):
    """An object, because lupdate finds plural forms in ``self.tr`` only."""

    # -- agreement

    def basis(self, shown: AgreementShown, work: Work) -> str:
        result = shown.result
        if result is None:
            return self.tr("%Ln article(s) in the project", "", work.articles)
        parts = [
            self.tr("%Ln annotator(s) compared", "", len(result.annotators)),
            self.tr("%Ln joint article(s)", "", result.articles),
        ]
        if result.duplicates:
            parts.append(self.tr("%Ln repeated annotation(s) counted once", "", result.duplicates))
        return " · ".join(parts)

    def bounds(self, shown: AgreementShown) -> str:
        result = shown.result
        if result is None or shown.missing is not None:
            return ""
        interval = result.mean[Measure.EXACT].total.interval
        if interval is None:
            if result.articles < FEWEST:
                return self.tr("No interval: it takes at least 10 articles.")
            return ""
        found = filled(self.tr("95 % interval: %1"), _interval(interval))
        return f"{found} ({words.rough(True)})" if interval.rough else found

    def alpha(self, shown: AgreementShown) -> str:
        if shown.result is None:
            return numbers.UNDEFINED
        return numbers.score(shown.result.reliability.total.alpha)

    def alpha_bounds(self, shown: AgreementShown) -> str:
        interval = shown.result.reliability.total.interval if shown.result else None
        return _interval(interval) if interval else ""

    def meaning(self, shown: AgreementShown) -> str:
        """Say what exact F1 means, and how much of the rest is a matter of edges."""
        if shown.result is None or shown.missing is not None:
            return ""
        exact = shown.result.mean[Measure.EXACT].total.value
        relaxed = shown.result.mean[Measure.RELAXED].total.value
        if exact is None or relaxed is None:
            return ""
        return filled(
            self.tr(
                "Of 100 annotations of two annotators, %1 are the same: start, end and label. %2 more differ in their edges alone."
            ),
            numbers.count(round(100 * exact)),
            numbers.count(round(100 * relaxed) - round(100 * exact)),
        )

    def headline(self, shown: AgreementShown, work: Work, schema: Schema) -> str:
        """Return the one sentence of judgement, or what is missing for one."""
        if shown.result is None:
            return self.alone(work)
        if shown.missing is not None:
            return words.missing(shown.missing)
        alpha = shown.result.reliability.total
        low = alpha.interval.low if alpha.interval else alpha.alpha
        return self._verdict(shown.judgement, numbers.score(low), bool(alpha.interval), schema)

    def _verdict(self, found: Judgement, low: str, has_interval: bool, schema: Schema) -> str:
        match found.verdict:
            case Verdict.WEAK:
                first = self.weakness(found.weak[0], schema)
                others = len(found.weak) - 1
                more = self.tr("%Ln other label(s) as well.", "", others) if others else ""
                return f"{first} {more}".strip()
            case Verdict.UNRELIABLE if has_interval:
                sentence = self.tr(
                    "Do not rely on it: the interval of alpha begins at %1, below %2."
                )
                return filled(sentence, low, limit(TENTATIVE))
            case Verdict.UNRELIABLE:
                return filled(
                    self.tr("Do not rely on it: alpha is %1, below %2."), low, limit(TENTATIVE)
                )
            case Verdict.FEW:
                return self.tr("Too few joint articles for a judgement: it takes at least 10.")
            case Verdict.TENTATIVE:
                return filled(
                    self.tr(
                        "For tentative conclusions only: the interval of alpha begins at %1, below %2."
                    ),
                    low,
                    limit(RELIABLE),
                )
            case Verdict.RELIABLE:
                return filled(
                    self.tr("Reliable, label by label: the interval of alpha begins at %1."), low
                )
            case _:
                return self.tr("Not enough data.")

    def weakness(self, line: LabelLine, schema: Schema) -> str:
        """Name a label that falls short, with the number that shows it."""
        name = i18n.isolate(words.label(line.name, schema))
        value, target = numbers.score(line.value), numbers.score(line.target)
        low = numbers.score(line.low)
        if line.standing == Standing.BELOW:
            return filled(
                self.tr("%1 falls short: its exact F1 is %2, wanted is %3."), name, value, target
            )
        if line.standing == Standing.UNSURE:
            return filled(
                self.tr(
                    "%1 may fall short: its exact F1 is %2, but the interval begins at %3, and %4 is wanted."
                ),
                name,
                value,
                low,
                target,
            )
        alpha, below = numbers.score(line.alpha), limit(TENTATIVE)
        if line.alpha_interval is None:
            return filled(self.tr("%1 falls short: its alpha is %2, below %3."), name, alpha, below)
        return filled(
            self.tr("%1 falls short: its alpha is %2, the interval begins at %3, below %4."),
            name,
            alpha,
            numbers.score(line.alpha_low),
            below,
        )

    def confusion(self, found: Confusion, schema: Schema) -> str:
        name = i18n.isolate(words.label(found.label, schema))
        sentence = {
            Trouble.EDGES: self.tr("%1: mostly other edges (%2 of %3 differences)"),
            Trouble.PIECES: self.tr("%1: mostly one piece or several (%2 of %3 differences)"),
            Trouble.ALONE: self.tr("%1: mostly marked by only one of two (%2 of %3 differences)"),
            Trouble.LABEL: self.tr("%1: mostly called %4 by the other (%2 of %3 differences)"),
        }[found.trouble]
        other = i18n.isolate(words.label(found.other, schema))
        return filled(sentence, name, numbers.count(found.count), numbers.count(found.total), other)

    def label_tip(self, line: LabelLine) -> str:
        """Say the rest about a label's bar."""
        parts = [self.tr("%Ln different annotation(s)", "", line.spans)]
        if line.interval is not None:
            parts.append(filled(self.tr("95 % interval: %1"), _interval(line.interval)))
        target = numbers.score(line.target)
        standing = {
            Standing.REACHED: self.tr("target %1: reached"),
            Standing.UNSURE: self.tr("target %1: not surely reached"),
            Standing.BELOW: self.tr("target %1: not reached"),
            Standing.NO_TARGET: self.tr("no target"),
            Standing.UNKNOWN: self.tr("not enough data"),
        }[line.standing]
        parts.append(filled(standing, target))
        parts.append(f"{words.alpha()} {numbers.score(line.alpha)}")
        return " · ".join(parts)

    # -- work

    def alone(self, work: Work) -> str:
        """Say why nothing can be compared: nobody has begun, or one only."""
        names = [one.name for one in work.people]
        if not work.articles:
            return ""  # not counted yet: who has begun is not known
        if not names:
            return self.tr("Nobody has annotated anything yet.")
        if len(names) == 1:
            return filled(
                self.tr("Only %1 has annotated so far: agreement needs a second annotator."),
                i18n.isolate(names[0]),
            )
        return self.tr("Agreement needs two annotators who count for it.")

    def done(self, one: AnnotatorWork) -> str:
        done = filled(
            self.tr("%1 of %2 done"), numbers.count(one.done), numbers.count(one.articles)
        )
        if not one.begun:
            return done
        return f"{done} · {filled(self.tr('%1 begun'), numbers.count(one.begun))}"

    def done_tip(self, one: AnnotatorWork) -> str:
        parts = [
            filled(self.tr("%1 done"), numbers.count(one.done)),
            filled(self.tr("%1 begun"), numbers.count(one.begun)),
            filled(self.tr("%1 not begun"), numbers.count(one.new)),
        ]
        if not one.for_gold:
            parts.append(self.tr("does not count for gold"))
        return " · ".join(parts)

    def closed(self, gold: GoldWork) -> str:
        return filled(
            self.tr("%1 of %2 closed"), numbers.count(gold.closed), numbers.count(gold.articles)
        )

    def settled(self, gold: GoldWork) -> str:
        """Say how much of gold is settled and how; empty where nothing is and nothing waits."""
        parts = (
            (gold.tally.decided, self.tr("%1 decided")),
            (gold.tally.merged, self.tr("%1 merged")),
            (gold.tally.waiting, self.tr("%1 agreed, waiting for one command")),
        )
        return " · ".join(filled(said, numbers.count(number)) for number, said in parts if number)

    def open_kinds(self, tally: Tally) -> str:
        """Say what a person has to decide, by kind; empty where nothing is."""
        parts = (
            (tally.open_spans, self.tr("spans %1")),
            (tally.open_values, self.tr("values %1")),
            (tally.open_links, self.tr("links %1")),
            (tally.open_zones, self.tr("zones %1")),
            (tally.changed, self.tr("changed since %1")),
            (tally.agreed - tally.waiting, self.tr("agreed, not settled by the rule %1")),
        )
        return " · ".join(filled(said, numbers.count(number)) for number, said in parts if number)

    def open_gold(self, gold: GoldWork) -> str:
        if not gold.finished:
            return self.tr("No article has been finished by two annotators yet.")
        kinds = self.open_kinds(gold.tally)
        if kinds:
            return filled(self.tr("Open: %1"), kinds)
        if gold.tally.waiting:
            return self.tr("Nothing is left to decide.")
        return self.tr("Nothing is open.")

    # -- what is next

    def act(self, task: Task) -> str:
        """Return the words of the button."""
        match task.act:
            case Act.MERGE:
                return filled(self.tr("Merge what all agree on (%1)…"), numbers.count(task.count))
            case Act.DECIDE:
                return self.tr("Decide %Ln open difference(s)", "", task.count)
            case Act.WAIT:
                return self.tr("Look for new work")
            case Act.EXPORT:
                return self.tr("Export gold of %Ln article(s)…", "", task.articles)

    def where(self, task: Task, title: str) -> str:
        """Say what the button is about."""
        match task.act:
            case Act.MERGE:
                return self.tr("in %Ln article(s), after a look at what it does", "", task.articles)
            case Act.DECIDE:
                return filled(self.tr("in %1"), i18n.isolate(_short(title, 36)))
            case Act.WAIT:
                return filled(self.tr("Gold waits for %1"), self.names(task))
            case Act.EXPORT:
                return self.tr("Nothing is open and nobody is waited for.")

    def later(self, task: Task, title: str) -> str:
        """Return a task in few words, as it waits behind another."""
        count = numbers.count(task.count)
        match task.act:
            case Act.MERGE:
                return filled(self.tr("merge what all agree on (%1)"), count)
            case Act.DECIDE:
                return filled(self.tr("decide %1 in %2"), count, i18n.isolate(_short(title)))
            case Act.WAIT:
                return filled(self.tr("wait for %1"), self.names(task))
            case Act.EXPORT:
                return filled(self.tr("export gold (%1)"), numbers.count(task.articles))

    def weak_labels(self, number: int) -> str:
        return self.tr("%Ln label(s) fall short", "", number)

    def names(self, task: Task) -> str:
        """Name whom gold waits for, with how many articles; the rest as a number where they are many."""
        shown = [
            f"{i18n.isolate(name)} ({numbers.count(articles)})" for name, articles in task.names[:3]
        ]
        more = len(task.names) - len(shown)
        if more:
            shown.append(self.tr("%Ln other(s)", "", more))
        return self.tr(", ", "between names in a list").join(shown)


def _interval(interval: Interval) -> str:
    return numbers.interval(interval.low, interval.high)


def _short(title: str, most: int = 24) -> str:
    """Cut a title to so many letters, in reading order: a label would cut a sentence of two directions in its middle."""
    return title if len(title) <= most else f"{title[: most - 1].rstrip()}…"
