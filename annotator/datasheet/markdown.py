"""A datasheet as Markdown, in either language."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from annotator.datasheet.markdown_people import Agreed
from annotator.datasheet.values import Datasheet, Made, Sizes
from annotator.datasheet.words import LANGUAGES, Words
from annotator.model import GOLD
from annotator.text import markdown as md

Key = TypeVar("Key", str, tuple[str, str])


def to_markdown(sheet: Datasheet, language: str = "en") -> str:
    """Return the file in ``en`` or ``ar``."""
    words = LANGUAGES[language]
    return md.document(_Sheet(sheet, words).all(), words.direction)


@dataclass(frozen=True, slots=True)
class _Sheet(Agreed):
    sheet: Datasheet
    words: Words

    def all(self) -> Iterator[str]:
        sheet, words = self.sheet, self.words
        yield f"# {words.title.replace('{title}', md.name(sheet.title))}"
        yield ""
        made_on = md.prose(words.made_on.format(day=sheet.today))
        yield f"{words.by_program} ({made_on})"
        yield ""
        yield from self._contents()
        yield from self._annotations()
        yield from self._schema()
        yield from self._guidelines()
        yield from self._people()
        yield from self.agreed()
        yield from self.gold()
        yield from self._losses()
        yield from self._splits()
        yield from self.section(words.ask)
        yield from (f"- {question}" for question in words.questions)

    def _contents(self) -> Iterator[str]:
        sheet, words = self.sheet, self.words
        yield from self.section(words.sizes)
        if not sheet.sizes.articles:
            yield from (words.no_articles, "")
            return
        if sheet.period[0]:
            first, last = sheet.period
            yield md.prose(words.period.format(first=first, last=last))
        if sheet.undated:
            yield md.prose(words.undated.format(count=sheet.undated))
        yield ""
        rows = [
            [md.name(name) or words.no_source, *self._sized(sizes)] for name, sizes in sheet.sources
        ]
        rows.append([words.everything, *self._sized(sheet.sizes)])
        head = [words.source, words.articles, words.words, words.characters]
        yield from md.table(head, rows, numbers=1)

    @staticmethod
    def _sized(sizes: Sizes) -> list[str]:
        return [md.digits(f"{n:,}") for n in (sizes.articles, sizes.words, sizes.characters)]

    def _annotations(self) -> Iterator[str]:
        sheet, words = self.sheet, self.words
        yield from self.section(words.labels)
        total = _together(sheet.people)
        gold = sheet.gold or Made(GOLD)
        if not total.labels and not gold.labels:
            yield from (words.nothing_made, "")
            return
        yield md.prose(words.labels_note)
        yield ""
        head = [words.label, words.annotators, *([words.gold] if sheet.gold else [])]
        for title, ours, theirs in (
            (words.label, _named(total.labels, self.label), _named(gold.labels, self.label)),
            (
                words.attributes,
                _named(total.attributes, self._attribute),
                _named(gold.attributes, self._attribute),
            ),
            (
                words.relations,
                _named(total.relations, self._relation),
                _named(gold.relations, self._relation),
            ),
            (words.zones, _named(total.zones, self._zone), _named(gold.zones, self._zone)),
        ):
            if not ours and not theirs:
                continue
            rows = [
                [name, str(ours[name]), *([str(theirs[name])] if sheet.gold else [])]
                for name in [*ours, *(one for one in theirs if one not in ours)]
            ]
            yield from md.table([title, *head[1:]], rows, numbers=1)

    def _attribute(self, key: tuple[str, str]) -> str:
        title = self.sheet.schema.title_of_attribute(*key, self.words.language)
        return f"{self.label(key[0])} · {md.name(title)}"

    def _relation(self, name: str) -> str:
        return md.name(self.sheet.schema.title_of_relation(name, self.words.language))

    def _with_name(self, title: str, name: str) -> str:
        """Return what people read and what the files say."""
        return f"{md.name(title)} `{name}`"

    def _zone(self, kind: str) -> str:
        return md.plain(self.words.zone_kinds.get(kind, kind))

    def _schema(self) -> Iterator[str]:
        schema, words = self.sheet.schema, self.words
        yield from self.section(words.schema, words.schema_note)
        rows = [
            [
                md.name(label.title(words.language)),
                f"`{label.name}`",
                words.comma.join(
                    self._with_name(one.title(words.language), one.name)
                    + (f" ({words.comma.join(map(md.name, one.choices))})" if one.choices else "")
                    for one in label.attributes
                ),
            ]
            for label in schema.labels
        ]
        yield from md.table([words.label, words.name, words.attribute], rows)
        if schema.relations:
            yield f"{words.relations}: " + words.comma.join(
                f"{self._with_name(one.title(words.language), one.name)} ({self.label(one.head)} → {self.label(one.dependent)})"
                for one in schema.relations
            )
            yield ""
        if schema.article_fields:
            fields = words.comma.join(
                self._with_name(one.title(words.language), one.name)
                for one in schema.article_fields
            )
            yield from (words.article_fields.replace("{fields}", fields), "")

    def _guidelines(self) -> Iterator[str]:
        sheet, words = self.sheet, self.words
        yield from self.section(words.guidelines)
        if not sheet.guidelines:
            yield from (words.no_guidelines, "")
        else:
            said = words.guidelines_hash.replace("{languages}", words.comma.join(sheet.guidelines))
            yield said.replace("{hash}", f"`{sheet.guidelines_hash}`")
            yield ""
            by = _together(sheet.people).guidelines
            now, unknown = by[sheet.guidelines_hash], by[""]
            counts = (
                (words.finished_by, now),
                (words.finished_before, by.total() - now - unknown),
                (words.finished_unknown, unknown),
            )
            yield from (f"- {md.prose(one.format(count=n))}" for one, n in counts if n)
            yield ""
        if sheet.rulings:
            yield from (f"### {words.rulings}", "")
            for one in sheet.rulings:
                label = self.label(one.label) if one.label else ""
                said = [md.name(one.name), label, md.digits(one.day), md.name(one.why)]
                yield f"- {' · '.join(part for part in said if part)}"
            yield ""

    def _people(self) -> Iterator[str]:
        sheet, words = self.sheet, self.words
        yield from self.section(words.annotators)
        if not sheet.people:
            yield from (words.no_annotators, "")
            return
        yield from (words.annotators_note, "")
        rows = [
            [
                md.name(one.name),
                words.roles.get(one.role, md.plain(one.role)),
                md.digits(f"{one.first} – {one.last}") if one.first else "",
                str(one.finished),
                str(one.begun),
                str(one.labels.total()),
            ]
            for one in sheet.people
        ]
        head = [words.annotator, words.role, words.days, words.finished, words.begun]
        yield from md.table([*head, words.annotations], rows, numbers=3)

    def _losses(self) -> Iterator[str]:
        sheet, words = self.sheet, self.words
        if not sheet.losses:
            return
        whose = words.gold if sheet.exported == GOLD else md.name(sheet.exported)
        yield from self.section(words.losses)
        yield from (words.losses_note.replace("{whose}", whose), "")
        rows = [
            [
                f"`{one.format}`",
                md.digits(f"{one.written}/{one.annotations}"),
                words.comma.join(
                    f"{md.plain(words.reasons[reason])}: {md.digits(str(count))}"
                    for reason, count in one.reasons.items()
                )
                or words.lossless,
            ]
            for one in sheet.losses
        ]
        yield from md.table([words.format, words.written, words.loss], rows)

    def _splits(self) -> Iterator[str]:
        sheet, words = self.sheet, self.words
        if not sheet.parts:
            return
        yield from self.section(words.splits)
        shares = "/".join(map(str, sheet.shares))
        yield words.splits_note.format(shares=shares, seed=sheet.seed)
        yield ""
        rows = [
            [words.parts.get(one.name, one.name), str(one.articles), str(one.annotations)]
            for one in sheet.parts
        ]
        yield from md.table([words.part, words.articles, words.annotations], rows, numbers=1)


def _together(people: tuple[Made, ...]) -> Made:
    total = Made("")
    for one in people:
        total.labels.update(one.labels)
        total.attributes.update(one.attributes)
        total.relations.update(one.relations)
        total.zones.update(one.zones)
        total.guidelines.update(one.guidelines)
    return total


def _named(counts: Counter[Key], name: Callable[[Key], str]) -> Counter[str]:
    """Return counts under names for people, the most first."""
    found: Counter[str] = Counter()
    for key, number in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        found[name(key)] = number
    return found
