"""What people install is the wheel, not this folder: does it hold everything it needs?"""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.helpers.deadlines import PROCESS_DEADLINE

ROOT = Path(__file__).resolve().parents[2]

OPEN_THE_WINDOW = """
from pathlib import Path
import annotator, resources, ui

for package in (annotator, resources, ui):
    assert Path(package.__file__).is_relative_to({home!r}), package.__file__

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication
from ui.style import assets

application = QApplication([])
assert QFontInfo(assets.article_font("Amiri", 18)).family() == "Hashiya Naskh"
for font in assets.FONT_FOLDER.glob("*.ttf"):
    assert (font.parent / (font.stem.split("-")[0] + "-OFL.txt")).is_file(), font
from annotator.suggest import seed
assert "الأمم المتحدة" in seed.actors()
assert (Path(seed.__file__).parent / "LICENSE.unicode").is_file()
icon = assets.icon("open")
assert not icon.isNull() and not icon.pixmap(32, 32).isNull()

from ui.commands.table import MENUS, SPECS, SUBMENUS
from ui.main_window import MainWindow

window = MainWindow(SPECS, MENUS, SUBMENUS)
window.show()
assert window.isVisible()
window.close()
print("opened and closed")
"""


def run(*command: object, cwd: Path) -> str:
    done = subprocess.run(
        list(map(str, command)),
        capture_output=True,
        check=False,
        cwd=cwd,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=PROCESS_DEADLINE,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of a fresh environment with the wheel installed, its dependencies borrowed from ours."""
    folder = tmp_path_factory.mktemp("wheel")
    run(
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        folder,
        ROOT,
        cwd=folder,
    )
    [wheel] = folder.glob("hashiya-*.whl")
    home = folder / "environment"
    venv.create(home, with_pip=False)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=folder,
    )
    # Named in a .pth file, our packages are found last, and the editable install's own .pth among them is not read.
    site = Path(
        run(
            python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
        ).strip()
    )
    ours = [path for path in sys.path if path.endswith("site-packages")]
    (site / "borrowed.pth").write_text("\n".join(ours), encoding="utf-8")
    return python


def test_the_installed_wheel_opens_its_window(installed, tmp_path):
    home = str(installed.parent.parent)
    assert (
        run(installed, "-c", OPEN_THE_WINDOW.format(home=home), cwd=tmp_path)
        == "opened and closed\n"
    )


def test_the_installed_wheel_runs_the_demo_outside_a_checkout(installed, tmp_path):
    command = installed.with_name("hashiya.exe" if sys.platform == "win32" else "hashiya")
    run(command, "demo", "--out", "shown", cwd=tmp_path)
    made = {path.name for path in (tmp_path / "shown").iterdir()}
    assert {"window.png", "karabakh.conll", "karabakh.json"} <= made
