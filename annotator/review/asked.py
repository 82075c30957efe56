"""What all annotators flagged and asked, for the lead to answer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.errors import ProjectError
from annotator.model import GOLD
from annotator.progress import Progress
from annotator.project.remark_rows import RemarkRow, rows_of

if TYPE_CHECKING:
    from annotator.project import Project


@dataclass(frozen=True, slots=True)
class Asked:
    """One flag or question and whose it is."""

    annotator: str
    row: RemarkRow

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from all others: two layers may hold the same ids after an import."""
        return self.annotator, self.row.article_id, self.row.remark.id

    @property
    def waits(self) -> bool:
        """Whether nobody has said anything to it: neither its annotator nor the lead."""
        return self.row.remark.is_open and not self.row.reply

    @property
    def order(self) -> tuple[int, int, int, str, str, str]:
        return (*self.row.order, self.annotator)


def read_asked(project: "Project", progress: Progress) -> tuple[Asked, ...]:
    """Read the flags and questions of everybody, by article and place. A layer that cannot be read is left to `check`."""
    wanted = [
        (article_id, annotator)
        for annotator in project.annotators()
        if annotator != GOLD
        for article_id, summary in project.summaries(annotator).items()
        if summary.remarks
    ]
    found: list[Asked] = []
    for number, (article_id, annotator) in enumerate(wanted):
        progress(number, len(wanted))
        try:
            layer, text = project.layer(article_id, annotator), project.article(article_id).text
            replies = project.replies(article_id)
        except ProjectError:
            continue
        rows = rows_of(project.entry(article_id), layer, text, replies)
        found.extend(Asked(annotator, row) for row in rows)
    return tuple(sorted(found, key=lambda one: one.order))
