"""Take a picture of every view of the window: `python scripts/screenshots.py [FOLDER]`, by default build/screenshots.

`--only 'menu-*' find` takes those of some views; `--screen 200` those of one kind of screen.

Each view in Arabic and English, light and dark, on a small laptop (1280x720), a large screen (1920x1080) and a large
screen at 200 %. An index.html shows them all. The project is a copy of projects/karabakh.
"""

import argparse
import html
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from fnmatch import fnmatch
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCREENS = {"1280x720": (1280, 720, 1), "1920x1080": (1920, 1080, 1), "200": (960, 540, 2)}
"""Logical width and height, and how many pixels of the screen a logical one is."""

LANGUAGES, THEMES = ("ar", "en"), ("light", "dark")
ROUNDS = 6
"""Turns of the event loop after which everything has its place."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Take a picture of every view of the window.")
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument(
        "--only", nargs="+", metavar="VIEW", default=["*"], help="views by name; * stands for any"
    )
    parser.add_argument("--screen", choices=SCREENS, help="take those of one screen")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.here:
        take(asked.out, asked.screen, asked.only)
        return 0
    shutil.rmtree(asked.out, ignore_errors=True)
    asked.out.mkdir(parents=True)
    screens = [asked.screen] if asked.screen else list(SCREENS)
    failed = [name for name in screens if not _in_own_process(asked.out, name, asked.only)]
    (asked.out / "index.html").write_text(index(asked.out), encoding="utf-8")
    print(f"{len(list(asked.out.glob('*.png')))} pictures: {asked.out / 'index.html'}")
    return 1 if failed else 0


def _in_own_process(out: Path, screen: str, only: Sequence[str]) -> bool:
    """Qt reads the screen once: each kind has a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        width, height, scale = SCREENS[screen]
        described = {
            "name": screen,
            "x": 0,
            "y": 0,
            "width": width * scale,
            "height": height * scale,
        }
        described |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        config = Path(folder) / "screen.json"
        config.write_text(json.dumps({"screens": [described]}), encoding="utf-8")
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "QT_SCALE_FACTOR": str(scale),
            "HASHIYA_CONFIG_DIR": folder,
            "HASHIYA_DATA_DIR": folder,
        }
        command = [
            sys.executable,
            __file__,
            str(out),
            "--here",
            "--screen",
            screen,
            "--only",
            *only,
        ]
        return subprocess.run(command, env=environment, check=False).returncode == 0


def take(out: Path, screen: str, only: Sequence[str] = ("*",)) -> None:
    """Take the views of one screen whose name fits one of ``only``; all are gone through, as each builds on the last."""
    sys.path.insert(0, str(ROOT))
    from views import views

    from ui.app import make_application, make_workspace
    from ui.settings import Memory, Settings

    app = make_application()
    width, height, _ = SCREENS[screen]
    for language, theme in product(LANGUAGES, THEMES):
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder) / "karabakh"
            shutil.copytree(ROOT / "projects" / "karabakh", project)
            region = "IQ" if language == "ar" else ""
            settings = Settings(annotator="a", language=language, region=region, theme=theme)
            workspace = make_workspace(app, Memory(settings))
            workspace.window.resize(width, height)
            workspace.window.show()
            workspace.window.activateWindow()
            for name, widget in views(workspace, project):
                if not any(fnmatch(name, pattern) for pattern in only):
                    continue
                was_hidden = not widget.isVisible()
                widget.show()  # else Qt has laid out only a part of it
                for _ in range(ROUNDS):
                    app.processEvents()
                widget.grab().save(str(out / f"{name}-{language}-{theme}-{screen}.png"))
                if was_hidden:
                    widget.hide()
            workspace.session.close_project()
            workspace.window.close()
            workspace.window.deleteLater()
            app.processEvents()


def index(folder: Path) -> str:
    """Return a page with every picture, a row a view."""
    names = sorted({picture.stem.split("-" + part)[0] for picture in folder.glob("*.png") for part in LANGUAGES if f"-{part}-" in picture.stem})  # fmt: skip
    rows = []
    for name in names:
        cells = [
            f'<a href="{p.name}"><img loading="lazy" src="{p.name}" alt="{html.escape(p.stem)}" title="{html.escape(p.stem)}"></a>'
            for combination in product(LANGUAGES, THEMES, SCREENS)
            if (p := folder / f"{'-'.join((name, *combination))}.png").exists()
        ]
        rows.append(f"<h2>{html.escape(name)}</h2><p>{''.join(cells)}</p>")
    style = "img{width:300px;margin:4px;border:1px solid #999;vertical-align:top}body{font-family:sans-serif}"
    return f"<!doctype html><meta charset=utf-8><title>Hashiya</title><style>{style}</style>{''.join(rows)}"


if __name__ == "__main__":
    sys.exit(main())
