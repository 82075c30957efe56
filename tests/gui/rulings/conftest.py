"""An annotator's window on the judged sample, with the window of guideline decisions opened by key."""

import shutil
from pathlib import Path

import pytest

from tests.gui.review.conftest import Desk, make_desk
from tests.helpers.judged import judged_sample

__all__ = ["Desk", "make_desk"]


@pytest.fixture(scope="session")
def judged_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return judged_sample(tmp_path_factory.mktemp("judged"))


@pytest.fixture
def judged(judged_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(judged_once, tmp_path / "judged"))
