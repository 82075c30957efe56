"""A project's articles as cases without counting agreement first: for commands and for looking at a merge."""

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.adjudication.records import review_of
from annotator.model import GOLD, Layer, Status
from annotator.review.case import Case
from annotator.review.steps import rule_of

if TYPE_CHECKING:
    from annotator.project import Project, ReviewSettings


class Archive:
    """Reads the layers that count for gold. As it was when it was made: make a new one to see what changed since."""

    def __init__(self, project: "Project") -> None:
        self.project = project
        self.labels = project.schema.label_names

    @cached_property
    def settings(self) -> "ReviewSettings":
        return self.project.review_settings()

    @cached_property
    def annotators(self) -> tuple[str, ...]:
        """Those whose work counts for gold."""
        left_out = {GOLD, *self.settings.left_out_of_gold}
        return tuple(name for name in self.project.annotators() if name not in left_out)

    @cached_property
    def finished(self) -> dict[str, tuple[str, ...]]:
        """By article, in the catalog's order, who of those has finished it."""
        done: dict[str, list[str]] = {entry.id: [] for entry in self.project.entries()}
        for name in self.annotators:
            for article_id, summary in self.project.summaries(name).items():
                if summary.status == Status.DONE:
                    done[article_id].append(name)
        return {article_id: tuple(names) for article_id, names in done.items()}

    @property
    def reviewable(self) -> tuple[str, ...]:
        """The articles that two or more have finished."""
        return tuple(key for key, names in self.finished.items() if len(names) > 1)

    def case(self, article_id: str, gold: Layer | None = None, *, with_text: bool = False) -> Case:
        """Return an article as it is decided; gold as it is on the disk where none is given. Causes need the text."""
        project, read = self.project, self.project.reader.layer
        layers = (read(article_id, name) for name in self.finished[article_id])
        gold = read(article_id, GOLD) if gold is None else gold
        return Case(
            tuple(layer for layer in layers if layer.status == Status.DONE),
            self.labels,
            gold,
            review_of(gold),
            rule_of(self.settings),
            project.article(article_id).text if with_text else "",
            self.settings.left_out_of_gold,
        )

    def finished_by(self) -> Counter[str]:
        """Count the articles that each of those who count has finished."""
        return Counter(name for names in self.finished.values() for name in names)
