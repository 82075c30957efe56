from dataclasses import dataclass, field

from annotator.project.safety.check_report import CheckReport


@dataclass(slots=True)
class RepairReport:
    """What was mended, what could not be, and what a check says afterwards."""

    mended: list[str] = field(default_factory=list[str])
    failed: list[str] = field(default_factory=list[str])
    told: list[str] = field(default_factory=list[str])
    """What is worth knowing besides, such as a backup that is damaged."""
    after: CheckReport | None = None

    @property
    def is_whole(self) -> bool:
        """Tell whether everything was mended, and a check finds no error any more."""
        return not self.failed and (self.after is None or self.after.worst != "error")

    def lines(self) -> list[str]:
        return [
            *(f"mended: {what}" for what in self.mended),
            *(f"not mended: {what}" for what in self.failed),
            *(f"note: {what}" for what in self.told),
            *self._last_words(),
        ]

    def _last_words(self) -> list[str]:
        if self.after is None:
            return []
        if (
            self.failed and not self.after.problems
        ):  # the files that are there are whole, and that is not all
            return [
                f"{self.after.files_checked} files checked: what is there is whole, but for what was not mended"
            ]
        return self.after.lines()
