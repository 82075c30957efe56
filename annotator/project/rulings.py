"""The guideline decisions of a project: read by everybody, changed in review."""

from collections.abc import Callable

from annotator.adjudication.guideline_decisions import GuidelineDecision
from annotator.project.folder import ProjectFolder
from annotator.store.shared.rulings_file import Rulings, change_rulings, read_rulings


class RulingsFolder(ProjectFolder):
    """What a project folder knows of guideline decisions. `Project` is what to use."""

    def rulings(self) -> tuple[GuidelineDecision, ...]:
        """Return the guideline decisions, the oldest first. Raises `DamagedFileError` where the file says nonsense."""
        return read_rulings(self._layout, self._filesystem)

    def add_ruling(self, ruling: GuidelineDecision) -> None:
        """Keep a guideline decision, in the place of the one with its id where there is one."""
        self._change_rulings(lambda now: (*(one for one in now if one.id != ruling.id), ruling))

    def remove_ruling(self, ruling_id: str) -> None:
        """Forget a guideline decision. What was decided stays decided, and edits that were accepted stay."""
        self._change_rulings(lambda now: tuple(one for one in now if one.id != ruling_id))

    def _change_rulings(self, change: Callable[[Rulings], Rulings]) -> None:
        with self._changing() as lock:
            change_rulings(self._layout, change, self._filesystem, lock)
