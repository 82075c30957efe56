"""The example of the README runs as it stands."""

import re
import shutil
import subprocess
import sys

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
