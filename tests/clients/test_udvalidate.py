"""The validator of Universal Dependencies accepts our CoNLL-U at level 2."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.exporters import Exportable
from tests.unit.formats.build import export, exportable
from tests.unit.formats.strategies import exportables


def validate(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8", newline="\n")
    command = [Path(sys.executable).with_name("udvalidate"), "--level", "2", "--lang", "ar", path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(items=st.lists(exportables(), min_size=5, max_size=15, unique_by=lambda i: i.article.id))
@pytest.mark.parametrize("misaligned", ["split", "expand"])
def test_any_articles_are_valid(tmp_path: Path, misaligned: str, items: list[Exportable]):
    shown = exportable("قال و[بوتين:actor]")
    validate(tmp_path / "a.conllu", export("conllu", shown, *items, misaligned=misaligned)[0])
