from pathlib import Path

import pytest

from tests.helpers.commands import InProcess
from tests.helpers.judged import judged_sample


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> InProcess:
    return InProcess(monkeypatch, capsys)


@pytest.fixture(scope="session")
def judged_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the judged sample, to read only."""
    return judged_sample(tmp_path_factory.mktemp("judged"))


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """Return a judged sample of the test's own."""
    return judged_sample(tmp_path)
