"""Count how a project's annotations are written and what names they were given, over everybody's layers."""

import time
from collections.abc import Callable
from contextlib import suppress

from annotator.errors import ProjectError
from annotator.model import AttributeKind, Schema
from annotator.project.project import Project
from annotator.proposals.used_names import UsedNames

PAUSE = 0.001
BREATH = 40
"""Seconds to pause after so many annotations, about 2 ms of work: a window beside this wants the processor more."""


def name_attributes(schema: Schema) -> dict[str, str]:
    """Return the attribute that holds the canonical name, by label, of the labels that have one."""
    found: dict[str, str] = {}
    for label in schema.labels:
        for attribute in reversed(label.attributes):
            if attribute.kind == AttributeKind.NAME:
                found[label.name] = attribute.name
    return found


def count_names(project: Project, is_stopped: Callable[[], bool] = lambda: False) -> UsedNames:
    """Read every layer that can be read, and count; stop early where ``is_stopped`` says so."""
    used = UsedNames(name_attributes(project.schema))
    for annotator in project.annotators():
        for article_id, summary in project.summaries(annotator).items():
            if is_stopped():
                return used
            if summary.annotations:
                with suppress(ProjectError):  # a damaged file is for `check` to name
                    text = project.article(article_id).text
                    for number, annotation in enumerate(project.layer(article_id, annotator)):
                        used.add(annotation, text)
                        if number % BREATH == 0:
                            time.sleep(PAUSE)
    return used
