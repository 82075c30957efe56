"""How far the annotators agree, and how gold came about, in a datasheet."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.datasheet.values import Datasheet
from annotator.datasheet.words import Words
from annotator.iaa.scores.results import Interval, Measure
from annotator.text import markdown as md


@dataclass(frozen=True, slots=True)
class Agreed:
    """Writes those two sections."""

    sheet: Datasheet
    words: Words

    def section(self, title: str, note: str = "") -> Iterator[str]:
        yield from (f"## {title}", "")
        if note:
            yield from (md.prose(note), "")

    def label(self, name: str) -> str:
        """Return a label's title."""
        known = self.sheet.schema.label(name)
        return md.name(known.title(self.words.language) if known else name)

    def agreed(self) -> Iterator[str]:
        words, found = self.words, self.sheet.agreement
        yield from self.section(words.agreement)
        if found is None:
            yield from (words.no_agreement, "")
            return
        exact, relaxed = found.mean[Measure.EXACT], found.mean[Measure.RELAXED]
        total = exact.total
        yield f"**{words.exact}: {self._number(total.value)}**{self._ends(total.interval)}"
        yield ""
        yield from (md.prose(words.agreement_note.format(articles=found.articles)), "")
        alphas = dict(found.reliability.items(""))
        relaxed_of = dict(relaxed.items(""))
        rows = [
            [
                self.label(name) if name else words.all_labels,
                f"{self._number(mean.value)}{self._ends(mean.interval)}",
                self._number(relaxed_of[name].value),
                self._number(alphas[name].alpha),
            ]
            for name, mean in exact.items("")
        ]
        head = [words.label, words.exact, words.relaxed, words.alpha]
        yield from md.table(head, rows, numbers=1)

    def gold(self) -> Iterator[str]:
        words, sheet = self.words, self.sheet
        yield from self.section(words.gold)
        settings = sheet.settings
        rule = words.rules.get(settings.rule, settings.rule)
        rule = rule.replace("{votes}", md.digits(str(settings.votes)))
        yield words.rule.replace("{rule}", rule.replace("{trusted}", md.name(settings.trusted)))
        yield ""
        if sheet.gold is None:
            yield from (words.no_gold, "")
            return
        size = words.gold_size.format(
            articles=sheet.gold.finished, annotations=sheet.gold.labels.total()
        )
        yield from (md.prose(size), "", words.how, "")
        settled = sheet.settled
        for verdict, said in words.verdicts.items():
            if settled.spans[verdict]:
                yield f"- {said}: {md.digits(str(settled.spans[verdict]))}"
        if settled.values:
            yield f"- {words.values_settled}: {md.digits(str(settled.values))}"
        for title, counts in ((words.links, settled.links), (words.zones, settled.zones)):
            if counts:
                yield f"- {title}: {self._by(counts)}"
        yield ""

    def _by(self, counts: Counter[str]) -> str:
        said = self.words.by_rule.format(rule=counts["rule"], person=counts["person"])
        return md.prose(said)

    def _number(self, value: float | None) -> str:
        return "–" if value is None else md.digits(f"{value:.3f}")

    def _ends(self, interval: Interval | None) -> str:
        if interval is None:
            return ""
        return f" ({md.digits(f'{interval.low:.3f}–{interval.high:.3f}')})"
