import pytest
from PySide6.QtCore import QLocale

from ui import i18n
from ui.style import theme


@pytest.fixture
def config(tmp_path, monkeypatch):
    folder = tmp_path / "config"
    monkeypatch.setenv("HASHIYA_CONFIG_DIR", str(folder))
    return folder


@pytest.fixture
def app(qapp):
    """The application, given back in English and light whatever the test made of it."""
    before = QLocale()
    theme.apply(qapp, "light")
    yield qapp
    i18n.install(qapp, "en")
    theme.apply(qapp, "light")
    QLocale.setDefault(before)
