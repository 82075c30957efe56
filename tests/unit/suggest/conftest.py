"""The sample's five articles as annotator `a` has them, and engines that were taught by some of them."""

from pathlib import Path

import pytest

from annotator.model import DEFAULT_SCHEMA, Article, Layer
from annotator.project import Project
from annotator.suggest.engine import SuggestionEngine

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"


@pytest.fixture(scope="session")
def sample() -> list[tuple[Article, Layer]]:
    with Project.open(SAMPLE, read_only=True) as project:
        return [(project.article(e.id), project.layer(e.id, "a")) for e in project.entries()]


@pytest.fixture
def taught(sample):
    """Return an engine that knows all but the first article, without a model."""
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    for article, layer in sample[1:]:
        engine.learn(article, layer)
    return engine
