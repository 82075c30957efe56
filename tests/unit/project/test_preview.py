"""What an export would lose is what it loses, choice by choice, and counting it writes nothing."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import exporters
from annotator.errors import CancelledError, ExportFailure, OptionError
from annotator.exporters import LossReport
from annotator.options import Kind
from annotator.project import Project, formats
from annotator.project.transfer.preview import Nowhere, count_choices
from tests.unit.formats.build import is_there
from tests.unit.formats.strategies import exportables

NAMES = [name for name, exporter in exporters.REGISTRY.items() if is_there(exporter)]
"""Of the formats that can be written here."""


@pytest.fixture
def project(tmp_path):
    """Return a project in which annotations nest, cross and begin inside words."""
    lines = [
        {
            "text": f"{n} قال وبوتين إن اتفاق السلام في موسكو",
            "spans": [[2, 14, "quote"], [7, 12, "actor"], [16, 28, "agreement"], [10, 20, "date"]],
        }
        for n in range(40)
    ]
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    with Project.create(tmp_path / "project") as project:
        project.import_files(file, options={"annotator": "sara"})
        yield project


def files_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", NAMES)
def test_it_is_what_the_export_loses_and_nothing_is_written(project, tmp_path, name):
    chosen = {"format": name, "annotator": "sara"}
    before = files_in(tmp_path)
    seen = project.preview_export(**chosen)
    others = project.preview_choices(**chosen)
    assert files_in(tmp_path) == before
    assert seen.loss == project.export(tmp_path / "out", **chosen).loss
    for other in others:
        options = {other.option: other.value}
        if other.loss is None:
            with pytest.raises(ExportFailure):
                project.export(tmp_path / "out", **chosen, options=options)
        else:
            report = project.export(tmp_path / "out", **chosen, options=options)
            assert other.loss == report.loss


def test_every_other_choice_is_counted_with_the_rest_as_it_is(project):
    others = project.preview_choices(format="conll2003", options={"nested": "innermost"})
    assert [(one.option, one.value) for one in others] == [
        ("nested", "outermost"),
        ("nested", "per-label"),
        ("misaligned", "split"),
        ("misaligned", "drop"),
        ("misaligned", "error"),
        ("skip_zones", True),
    ]
    [stopped] = [one for one in others if one.loss is None]
    assert stopped.value == "error"
    assert "an edge lies inside a token" in stopped.failure


def test_counting_is_told_and_stopped(project):
    told = []
    project.preview_export(format="jsonl", progress=lambda done, total: told.append((done, total)))
    assert told == [(n, 40) for n in range(41)]

    def stop(done: int, total: int) -> None:
        if done == 30:
            raise CancelledError("enough")

    for count in (project.preview_export, project.preview_choices):
        with pytest.raises(CancelledError):
            count(format="conll2003", progress=stop)


def test_what_an_export_refuses_is_refused_before(project):
    with pytest.raises(ExportFailure, match="no article is finished"):
        project.preview_export(format="jsonl", status="done")
    with pytest.raises(OptionError, match="columns"):
        project.preview_choices(format="jsonl", options={"columns": 2})


@settings(max_examples=15, deadline=None)
@given(
    items=st.lists(exportables(), min_size=1, max_size=2, unique_by=lambda item: item.article.id)
)
@pytest.mark.parametrize("name", NAMES)
def test_an_option_that_does_not_say_so_loses_nothing(name, items):
    exporter = exporters.REGISTRY[name]

    def losses(**options: object) -> LossReport | str:
        try:
            return exporter.write(iter(items), Nowhere(), exporter.choose(options))
        except ExportFailure as error:
            return str(error)

    usual = losses()
    for option in exporter.all_options:
        if not option.loses and option.kind in (Kind.CHOICE, Kind.FLAG):
            for value in option.alternatives:
                assert losses(**{option.name: value}) == usual, f"{option.name} loses"


def test_articles_are_read_once_for_all_choices(project):
    read = []

    def items(ids):
        read.extend(ids)
        return iter(())

    exporter = formats.exporter_named("conll2003")
    count_choices(
        exporter,
        {},
        lambda given: exporter.choose(given, schema=project.schema),
        ["a", "b"],
        items,
        None,
    )
    assert read == ["a", "b"]
