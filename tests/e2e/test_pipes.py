"""Standard input and output, through real pipes between real processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.commands import ROOT, hashiya
from tests.helpers.deadlines import PROCESS_DEADLINE

SAMPLE = ROOT / "projects" / "karabakh"


def piped(
    *arguments: object, given: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "annotator.cli", *map(str, arguments)],
        input=given,
        capture_output=True,
        check=False,
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=PROCESS_DEADLINE,
    )


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    assert hashiya("new", tmp_path / "empty").code == 0
    return tmp_path / "empty"


@pytest.mark.parametrize("name", ["jsonl", "json", "conll-layers"])
def test_an_export_piped_into_an_import_comes_back(tmp_path: Path, empty: Path, name: str):
    export = piped("export", SAMPLE, "--annotator", "a", "--format", name, "--out", "-")
    assert export.returncode == 0
    assert b"written" in export.stderr, "the report is no part of the result"
    assert b"written" not in export.stdout
    imported = piped("import", empty, "-", given=export.stdout)
    assert imported.returncode == 0, imported.stderr
    assert b"standard input: took 5 articles, 5 layers" in imported.stdout
    again = piped("export", empty, "--annotator", "a", "--format", name, "--out", "-")
    assert again.stdout == export.stdout
    assert not list((empty / ".cache").glob("incoming*"))


def test_a_text_on_standard_input_needs_its_format_named(empty: Path):
    text = "عنوان\n\nقال بوتين.".encode()
    refused = piped("import", empty, "-", given=text)
    assert refused.returncode == 1
    assert b"Name the format with --format" in refused.stdout
    taken = piped("import", empty, "-", "--format", "txt", given=text)
    assert taken.returncode == 0
    assert b"standard input: took 1 article" in taken.stdout


def test_a_file_called_like_the_sign_is_reached_with_its_folder(tmp_path: Path, empty: Path):
    export = ("export", SAMPLE, "--annotator", "a", "--format", "jsonl", "--out")
    assert piped(*export, "-", cwd=tmp_path).returncode == 0
    assert not (tmp_path / "-").exists()
    assert piped(*export, "./-", cwd=tmp_path).returncode == 0
    assert len([json.loads(line) for line in (tmp_path / "-").read_bytes().splitlines()]) == 5
    assert piped("import", empty, "./-", cwd=tmp_path).returncode == 0


def test_a_reader_that_goes_away_ends_the_export_with_one_message():
    process = subprocess.Popen(
        [sys.executable, "-m", "annotator.cli", "export", str(SAMPLE), "--format", "json", "--out", "-"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait(PROCESS_DEADLINE) == 1
    assert said == b"hashiya: standard output could not be written: Broken pipe\n"


def test_several_files_and_an_export_of_nothing_are_refused_in_words(empty: Path):
    several = piped("export", SAMPLE, "--annotator", "a", "--format", "conll2003", "--nested", "per-label", "--out", "-")  # fmt: skip
    assert (several.returncode, several.stdout) == (1, b"")
    assert b"writes several files" in several.stderr
    nothing = piped("export", empty, "--format", "jsonl", "--out", "-")
    assert (nothing.returncode, nothing.stdout) == (1, b"")
    assert b"nothing to export" in nothing.stderr
