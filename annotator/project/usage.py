"""How much a project's labels are used: what must be known before one is removed."""

from collections import Counter
from dataclasses import dataclass, field

from annotator.progress import Progress
from annotator.project.project import Project


@dataclass(frozen=True, slots=True)
class Usage:
    """Annotations over all annotators and articles: by label, and by label and attribute that holds a value."""

    labels: Counter[str] = field(default_factory=Counter[str])
    attributes: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])


def count_usage(project: Project, progress: Progress | None = None) -> Usage:
    """Read every layer of ``project`` once. ``progress`` counts layers."""
    usage = Usage()
    layers = [(name, i) for name in project.annotators() for i in project.summaries(name)]
    for done, (annotator, article_id) in enumerate(layers):
        if progress is not None:
            progress(done, len(layers))
        for annotation in project.layer(article_id, annotator).annotations.values():
            usage.labels[annotation.label] += 1
            for name in annotation.attributes:
                usage.attributes[annotation.label, name] += 1
    return usage
