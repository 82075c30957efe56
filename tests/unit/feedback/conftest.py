import shutil
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
def judged(judged_once: Path, tmp_path: Path) -> Path:
    """Return a copy of it that is the test's own."""
    return Path(shutil.copytree(judged_once, tmp_path / "karabakh"))
