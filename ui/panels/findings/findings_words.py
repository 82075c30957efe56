"""What each rule of the linter says, in the language of the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.i18n import isolate

if TYPE_CHECKING:
    from annotator.lint import Finding


class FindingsWords(QObject):
    """Holds the words so that they are translated in one place."""

    def message(self, finding: "Finding") -> str:
        """Return what is wrong with the words of a finding, its values put in."""
        words = self._messages(finding).get(finding.rule, finding.rule)
        for place in range(len(finding.values), 0, -1):
            value = " ".join(finding.values[place - 1].split())
            words = words.replace(f"%{place}", isolate(value))
        return words

    def kind(self, rule: str) -> str:
        """Return the name of all findings of a rule."""
        return self._kinds().get(rule, rule)

    def _messages(self, finding: "Finding") -> dict[str, str]:
        no_speaker = self.tr("No speaker is linked")
        if any(finding.values):
            no_speaker = self.tr("No speaker is linked: %1?")
        return {
            "outside-text": self.tr("Runs past the end of the text"),
            "split-character": self.tr("A letter is parted from its marks"),
            "edge-space": self.tr("A space at the edge"),
            "edge-punctuation": self.tr("Punctuation at the edge"),
            "edge-quotation-mark": self.tr("A quotation mark at the edge"),
            "unknown-label": self.tr("The project has no label %1"),
            "wrong-link": self.tr("These labels cannot be linked (%1)"),
            "clitic-inside": self.tr("%1 belongs outside"),
            "title-inside": self.tr("A title before the name: %1"),
            "cut-word": self.tr("Cuts a word: %1"),
            "crossing": self.tr("Crosses %1"),
            "repeated": self.tr("Annotated twice with the same label"),
            "in-zone": self.tr("Lies in text that is out of scope"),
            "missing-value": self.tr("A value is missing: %1"),
            "no-date": self.tr("%1 is no date (ISO 8601)"),
            "unlikely-date": self.tr("%1 is far from the day of publication, %2"),
            "date-edges": self.tr("The date is %1"),
            "no-speaker": no_speaker,
            "foreign-mark": self.tr("Holds a mark of another quote"),
            "unbalanced-mark": self.tr("Quotation mark without a partner"),
        }

    def _kinds(self) -> dict[str, str]:
        return {
            "outside-text": self.tr("Past the end of the text"),
            "split-character": self.tr("Letters parted from their marks"),
            "edge-space": self.tr("Spaces at an edge"),
            "edge-punctuation": self.tr("Punctuation at an edge"),
            "edge-quotation-mark": self.tr("Quotation marks at an edge"),
            "unknown-label": self.tr("Unknown labels"),
            "wrong-link": self.tr("Wrong links"),
            "clitic-inside": self.tr("Clitics inside"),
            "title-inside": self.tr("Titles before names"),
            "cut-word": self.tr("Cut words"),
            "crossing": self.tr("Crossing annotations"),
            "repeated": self.tr("Annotated twice"),
            "in-zone": self.tr("Annotations out of scope"),
            "missing-value": self.tr("Missing values"),
            "no-date": self.tr("Values that are no dates"),
            "unlikely-date": self.tr("Unlikely dates"),
            "date-edges": self.tr("Edges of dates"),
            "no-speaker": self.tr("Quotes without a speaker"),
            "foreign-mark": self.tr("Marks of other quotes"),
            "unbalanced-mark": self.tr("Marks without a partner"),
        }
