import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture
def karabakh(tmp_path: Path) -> Path:
    """Return a copy of the sample project."""
    return Path(shutil.copytree(ROOT / "projects" / "karabakh", tmp_path / "karabakh"))
