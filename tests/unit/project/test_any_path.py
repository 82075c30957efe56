"""Every path that a script gives may be text or a path; anything else is a TypeError before anything is done."""

from pathlib import Path

import pytest

from annotator.iaa.alignment.options import DEFAULT
from annotator.project import Project, read_schema
from annotator.project.iaa import report_files
from annotator.project.iaa.counts import agreement, agreement_by_edges
from tests.helpers.projects import add_texts, make_project

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"


class ByProtocol:
    """A path of some other library."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __fspath__(self) -> str:
        return str(self.path)


WAYS = [str, Path, ByProtocol]


@pytest.mark.parametrize("way", WAYS)
def test_a_project_is_made_filled_opened_exported_and_mended_at_any_kind_of_path(tmp_path, way):
    text = tmp_path / "a.txt"
    text.write_text("قال بوتين", "utf-8")
    with Project.create(way(tmp_path / "p"), title="t") as project:
        project.import_files([way(text)])
        report = project.export(way(tmp_path / "out.jsonl"), format="jsonl")
        assert report.paths == (tmp_path / "out.jsonl",)
    with Project.open(way(tmp_path / "p"), read_only=True) as again:
        assert (again.path, again.title, len(again.entries())) == (tmp_path / "p", "t", 1)
    assert Project.repair(way(tmp_path / "p")).failed == []
    assert read_schema(way(tmp_path / "p" / "project.json")) == again.schema


@pytest.mark.parametrize("way", WAYS)
def test_one_path_is_one_path_and_no_list_of_letters(tmp_path, way):
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"خبر رقم {number}", "utf-8")
    with Project.create(tmp_path / "p") as project:
        project.import_files(way(folder))
        assert len(project.entries()) == 3


@pytest.mark.parametrize("way", WAYS)
def test_reports_are_written_to_any_kind_of_path(tmp_path, way):
    with Project.open(SAMPLE, read_only=True) as project:
        found, readings = agreement(project, draws=0), agreement_by_edges(project)
        report_files.write_text(way(tmp_path / "a.json"), report_files.json_text(found))
        written = report_files.write_tables(
            project, found, readings, way(tmp_path / "tables"), options=DEFAULT
        )
    assert (tmp_path / "a.json").exists()
    assert all(path.parent == tmp_path / "tables" for path in written)


@pytest.mark.parametrize("wrong", [b"p", 5, None, 1.5, object()])
def test_what_is_no_path_is_a_type_error_and_changes_nothing(tmp_path, wrong):
    with make_project(tmp_path / "p") as project:
        add_texts(project, "قال بوتين")
        before = sorted(tmp_path.rglob("*"))
        for act in (
            lambda: Project.create(wrong),
            lambda: Project.open(wrong),
            lambda: Project.repair(wrong),
            lambda: read_schema(wrong),
            lambda: project.import_files(wrong),
            lambda: project.import_files([wrong]),
            lambda: project.export(wrong, format="jsonl"),
        ):
            with pytest.raises(TypeError, match=type(wrong).__name__):
                act()
        assert sorted(tmp_path.rglob("*")) == before
