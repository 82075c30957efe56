from pathlib import Path

import pytest

from annotator.project import Project

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"
GOLD = "a"
"""The sample's annotator whose annotations follow the guidelines throughout."""


@pytest.fixture(scope="session")
def gold():
    """Return the five articles of the sample with their layers."""
    with Project.open(SAMPLE, read_only=True) as project:
        return [
            (project.article(entry.id), project.layer(entry.id, GOLD))
            for entry in project.entries()
        ]
