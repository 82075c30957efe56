"""Which articles an export writes, each choice with the sentence that says what it does."""

from PySide6.QtCore import QObject

from ui.widgets.options import Option


class ExportTexts(QObject):
    """Holds the words so that they are translated in one place."""

    def statuses(self, *, gold: bool) -> tuple[Option, ...]:
        if gold:
            return (
                Option(
                    "done",
                    self.tr("Reviewed articles only"),
                    self.tr("Articles whose review is finished; the report counts the others."),
                ),
                Option(
                    "any",
                    self.tr("All articles"),
                    self.tr(
                        "Also articles that nobody reviewed, without annotations: a program trained on them learns that "
                        "there is nothing to find."
                    ),
                ),
            )
        return (
            Option("done", self.tr("Finished articles only"), self.tr("Articles marked as done.")),
            Option(
                "any",
                self.tr("All articles"),
                self.tr("Also those still in progress or not begun."),
            ),
        )
