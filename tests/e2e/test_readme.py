"""The example of the README runs as it stands."""

import re
import shutil
import subprocess
import sys

from annotator.project import formats
from tests.helpers.deadlines import PROCESS_DEADLINE


def test_the_python_example_runs(tmp_path, root):
    [example] = re.findall(
        r"```python\n(.*?)```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    shutil.copytree(root / "projects", tmp_path / "projects")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-X", "utf8", "-c", example],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
        timeout=PROCESS_DEADLINE,
    )
    assert done.returncode == 0, done.stderr
    assert "actor بيسكوف دميتري بيسكوف" in done.stdout
    assert "1 written" in done.stdout
    assert "B-ACTOR" in (tmp_path / "sara.conll").read_text(encoding="utf-8")


def test_the_table_of_formats_is_what_the_registry_says(root):
    text = (root / "README.md").read_text(encoding="utf-8")
    table = text.split("| name | to | import | export | holds | programs |\n")[1].split("\n\n")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[1:]
    ]
    assert rows == [[f"`{name}`", *rest] for name, *rest in formats.table()]
