"""What annotators disagree about besides spans and labels, in words: values of attributes, and links."""

from PySide6.QtCore import QObject

from annotator.adjudication.ballots import AttributeVote
from annotator.model import Annotation, Schema
from annotator.review import pairs
from annotator.review.case import Case
from ui import i18n


class Disputes(QObject):
    """Puts the disputes of an article into lines for people to read."""

    def lines(self, case: Case, text: str, schema: Schema) -> tuple[str, ...]:
        """Return one line a dispute: values first, then links, both in text order."""
        values = [
            self._value(annotation, vote, text, schema)
            for annotation, vote in pairs.disputed_values(case)
        ]
        links: list[str] = []
        for vote in pairs.disputed_links(case):
            known = next((one for one in schema.relations if one.name == vote.relation.type), None)
            title = known.title(i18n.current()) if known else vote.relation.type
            ends = [
                case.gold.annotations[key].span.of(text)
                for key in (vote.relation.head, vote.relation.dependent)
            ]
            line = self.tr("%1: %2 with %3, made by %4 only")
            for mark, words in (
                ("%4", ", ".join(vote.votes)),
                ("%3", i18n.isolate(ends[1])),
                ("%2", i18n.isolate(ends[0])),
                ("%1", title),
            ):
                line = line.replace(mark, words)
            links.append(line)
        return (*values, *links)

    def _value(self, annotation: Annotation, vote: AttributeVote, text: str, schema: Schema) -> str:
        label = schema.label(annotation.label)
        known = label.attribute(vote.name) if label else None
        title = known.title(i18n.current()) if known else vote.name
        values = " · ".join(
            f"{i18n.isolate(value)} ({', '.join(names)})" for value, names in vote.votes.items()
        )
        return f"{i18n.isolate(annotation.span.of(text))} — {title}: {values}"
