"""`datasets` loads every JSON export of one file as it is, and finds in its columns what was written."""

from pathlib import Path

import datasets
import pytest

from annotator.project import Project

ROOT = Path(__file__).resolve().parents[2]
datasets.disable_progress_bars()  # their monitor is a thread that outlives a test

COUNTED = {
    "doccano": lambda row: len(row["entities"]),
    "spacy": lambda row: len(row["spans"]),
    "gliner": lambda row: len(row["ner"]),
    "mentions": lambda _: 1,
}


@pytest.mark.parametrize("name", COUNTED)
def test_a_file_is_a_data_set(tmp_path, name):
    out = tmp_path / ("a.json" if name == "gliner" else "a.jsonl")
    with Project.open(ROOT / "projects" / "karabakh", read_only=True) as project:
        annotator = project.annotating()[0]
        report = project.export(out, format=name, annotator=annotator, status="any")
    loaded = datasets.load_dataset(
        "json", data_files=str(out), cache_dir=str(tmp_path / "cache"), split="train"
    )
    assert sum(map(COUNTED[name], loaded)) == report.loss.written > 0
