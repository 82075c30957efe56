"""What an export would lose, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

if TYPE_CHECKING:
    from annotator.project.transfer.export_report import ChoiceLoss, ExportPreview


class LossWords(QObject):
    """Puts counts into sentences. An object, because lupdate finds words in ``self.tr`` only."""

    def summary(self, seen: "ExportPreview") -> str:
        """Return how many annotations would be left out or changed, of how many in how many articles."""
        loss = seen.loss
        if not loss.annotations:
            return self.tr("The articles chosen have no annotations.")
        within = self.tr("%Ln article(s)", "", loss.articles)
        if not loss.dropped and not loss.changed:
            words = self.tr("All %1 annotations in %2 would be written as they are.")
            return words.replace("%1", _number(loss.annotations)).replace("%2", within)
        parts: list[str] = []
        if loss.dropped:
            words = self.tr("%1 of %2 annotations in %3 would be left out.")
            parts.append(words.replace("%1", _number(loss.dropped)))
        else:
            parts.append(self.tr("All %2 annotations in %3 would be written."))
        if loss.changed:
            parts.append(self.tr("%1 would be changed.").replace("%1", _number(loss.changed)))
        words = " ".join(parts).replace("%2", _number(loss.annotations))
        return words.replace("%3", within)

    def reasons(self, seen: "ExportPreview") -> str:
        """Return each reason with its count, in one paragraph."""
        known = self._reasons()
        mark = self.tr("; ", "between reasons")
        return mark.join(
            f"{known.get(str(reason), reason.explanation)}: {_number(one.count)}"
            for reason, one in seen.loss.losses.items()
        )

    def of(self, total: int, other: "ChoiceLoss") -> str:
        """Return what one choice of an option would do, short enough to stand beside it."""
        if other.loss is None:
            return self.tr("would stop the export")
        return self._counts(total, other.loss.dropped, other.loss.changed)

    def chosen(self, seen: "ExportPreview") -> str:
        """Return the same of what is chosen."""
        return self._counts(seen.loss.annotations, seen.loss.dropped, seen.loss.changed)

    def _counts(self, total: int, dropped: int, changed: int) -> str:
        if changed:
            words = self.tr("%1 of %2 would be left out, %3 changed")
        else:
            words = self.tr("%1 of %2 would be left out")
        words = words.replace("%1", _number(dropped)).replace("%2", _number(total))
        return words.replace("%3", _number(changed))

    def _reasons(self) -> dict[str, str]:
        """Return what each reason is called; one that is not here is called as the report calls it."""
        return {
            "nested": self.tr("inside or around another"),
            "crossing": self.tr("crossing another"),
            "same extent": self.tr("over the very words of another"),
            "same token": self.tr("in one word with a longer one"),
            "misaligned": self.tr("with an edge inside a word"),
            "no token": self.tr("over nothing that is seen"),
            "in a zone": self.tr("out of scope"),
            "expanded": self.tr("widened to whole words"),
            "token split": self.tr("kept by cutting a word"),
            "trimmed": self.tr("without white space at an edge"),
            "cut": self.tr("cut at the ends of sentences"),
            "padded": self.tr("with a row for white space"),
            "articles": self.tr("articles without annotations, not in this format"),
            "attributes": self.tr("values, not in this format"),
            "notes": self.tr("notes, not in this format"),
            "relations": self.tr("links, not in this format"),
            "zones": self.tr("regions out of scope, not in this format"),
            "flags and questions": self.tr("flags and questions, not in this format"),
        }


def _number(value: int) -> str:
    return QLocale().toString(value)
