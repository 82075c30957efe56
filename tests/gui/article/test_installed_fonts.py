"""What holds of an article holds whichever fonts are installed: its tests run among three sets of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.font_sets import NEEDED, configure

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent.relative_to(ROOT)
TESTS = [
    "test_painted_order.py",
    "test_covered_letters.py",
    "test_bundled_fonts.py",
    "test_painted_spans.py",
]

FAMILIES = """
from PySide6.QtGui import QFontDatabase, QGuiApplication

app = QGuiApplication([])
print("\\n".join(QFontDatabase.families()))
"""


WINDOW = """
from PySide6.QtGui import QFontInfo
from ui.app import make_application

print(QFontInfo(make_application().font()).family())
"""


@pytest.fixture(scope="module", params=NEEDED)
def among(request, tmp_path_factory) -> tuple[str, dict[str, str]]:
    """Return a set's name and the environment in which Qt sees its fonts alone."""
    return request.param, configure(request.param, tmp_path_factory.mktemp(request.param))


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_process_sees_the_fonts_of_its_set_alone(among):
    name, environment = among
    families = set(run(environment, "-c", FAMILIES).stdout.splitlines())
    assert ("DejaVu Sans" in families) == (name == "dejavu")
    assert ({"Noto Sans Arabic", "Noto Sans", "Noto Sans Hebrew"} <= families) == (
        name == "noto-core"
    )


def test_the_window_has_letters_even_where_no_font_is_installed(among):
    name, environment = among
    family = run(environment, "-c", WINDOW).stdout.strip()
    assert (family == "Hashiya Window") == (name == "none")


def test_articles_are_ordered_and_covered_among_these_fonts(among):
    _, environment = among
    files = [str(HERE / test) for test in TESTS]
    done = run(environment, "-m", "pytest", "-q", "-x", "-p", "no:xdist", *files)
    assert done.returncode == 0, done.stdout[-6_000:] + done.stderr[-2_000:]
    assert " passed" in done.stdout
