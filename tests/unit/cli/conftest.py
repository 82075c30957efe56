from pathlib import Path

import pytest

from tests.helpers.commands import InProcess

TEXTS = {
    "putin.txt": "بوتين يلتقي علييف\n\n٠٩ نوفمبر ٢٠٢١\n\nقال بوتين إن اتفاقية السلام مهمة.\n",
    "aliyev.txt": "علييف في موسكو\n\nوصل إلهام علييف إلى موسكو يوم الثلاثاء.\n",
}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> InProcess:
    return InProcess(monkeypatch, capsys)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder of two articles."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def project(run: InProcess, texts: Path, tmp_path: Path) -> Path:
    """Return a project that holds the two articles."""
    folder = tmp_path / "project"
    assert run("new", folder, "--title", "Karabakh").code == 0
    assert run("import", folder, texts).code == 0
    return folder
