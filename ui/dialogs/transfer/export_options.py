"""What can be chosen for an export, each with the sentence that says what it does."""

from PySide6.QtCore import QObject

from ui.widgets.options import Option

FLAT = "conll2003"
SUFFIXES = {FLAT: ".conll", "conll-layers": ".conll", "json": ".json", "jsonl": ".jsonl"}
MANY = ("json", "jsonl")
"""Formats that hold the layers of several annotators at once."""


class ExportTexts(QObject):
    """Holds the words so that they are translated in one place."""

    def formats(self) -> tuple[Option, ...]:
        return (
            Option(
                FLAT,
                self.tr("CoNLL-2003, one tag a word"),
                self.tr(
                    "What most training programs read. One tag fits a word, so of annotations inside each other "
                    "only one is kept; the report counts what is left out."
                ),
            ),
            Option(
                "conll-layers",
                self.tr("CoNLL in layers, nothing lost"),
                self.tr(
                    "A line for each word with its place in the text and as many tag columns as the annotations need. "
                    "Nested and crossing annotations are all kept."
                ),
            ),
            Option(
                "jsonl",
                self.tr("JSON, one article a line"),
                self.tr(
                    "Texts, annotations, notes and links exactly as they are; Hashiya can import it again."
                ),
            ),
            Option(
                "json",
                self.tr("JSON, one readable file"),
                self.tr("The same content indented for people and small scripts."),
            ),
        )

    def statuses(self) -> tuple[Option, ...]:
        return (
            Option("done", self.tr("Finished articles only"), self.tr("Articles marked as done.")),
            Option(
                "any",
                self.tr("All articles"),
                self.tr("Also those still in progress or not begun."),
            ),
        )

    def nestings(self) -> tuple[Option, ...]:
        return (
            Option(
                "outermost",
                self.tr("Keep the outer annotation"),
                self.tr("A quote that names an actor stays a quote; the actor in it is left out."),
            ),
            Option(
                "innermost",
                self.tr("Keep the inner annotation"),
                self.tr("The actor in a quote stays an actor; the quote around it is left out."),
            ),
            Option(
                "per-label",
                self.tr("A file for each label"),
                self.tr(
                    "Labels no longer compete; only annotations inside another of the same label are left out."
                ),
            ),
        )

    def misalignments(self) -> tuple[Option, ...]:
        return (
            Option(
                "expand",
                self.tr("Widen to whole words"),
                self.tr("The conjunction in وبوتين is tagged with the name."),
            ),
            Option(
                "split",
                self.tr("Cut the word in two"),
                self.tr("وبوتين becomes two words, و and بوتين."),
            ),
            Option(
                "drop", self.tr("Leave the annotation out"), self.tr("The report names each one.")
            ),
            Option(
                "error",
                self.tr("Stop the export"),
                self.tr("Nothing is written; the message names the place."),
            ),
        )

    def columns(self) -> tuple[Option, ...]:
        return (
            Option(
                4,
                self.tr("Four columns"),
                self.tr("Word, two placeholders, tag: the original layout."),
            ),
            Option(2, self.tr("Two columns"), self.tr("Word and tag only.")),
        )
