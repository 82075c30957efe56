"""Importing: idempotent, all or nothing, and never over an annotator's own work."""

import json
from pathlib import Path

import pytest

from annotator.errors import CancelledError, NotSavedError
from annotator.model import Article, Status
from annotator.project import Project
from tests.helpers.disks import FailingDisk
from tests.helpers.pictures import draw, picture
from tests.helpers.projects import make_project, put_layer

TEXT = "قال بوتين في موسكو"


@pytest.fixture
def project(tmp_path: Path):
    with make_project(tmp_path / "p") as made:
        yield made


def line(drawing: str, annotator: str | None = "sara", **fields: object) -> str:
    """Return a lenient JSONL line, or a hashiya/1 line where an annotator is named."""
    text, layer = picture(drawing)
    spans = [{"start": a.start, "end": a.end, "label": a.label} for a in layer]
    if annotator is None:
        return json.dumps({"text": text, "spans": spans, **fields}, ensure_ascii=False)
    record = {
        "schema": "hashiya/1",
        "offset_unit": "codepoint",
        "text": text,
        "layers": [{"annotator": annotator, "status": "done", "annotations": spans}],
    }
    return json.dumps(record | fields, ensure_ascii=False)


def write(path: Path, *lines: str) -> Path:
    path.write_bytes("".join(f"{text}\n" for text in lines).encode())
    return path


def test_a_text_file_becomes_an_article_with_its_first_line_as_title(
    project: Project, tmp_path: Path
) -> None:
    report = project.import_files([write(tmp_path / "a.txt", "العنوان", TEXT)])
    (entry,) = project.entries()
    assert entry.title == "العنوان"
    assert TEXT in project.article(entry.id).text
    assert (report.articles, report.refused) == (1, ())


def test_the_same_text_again_is_the_same_article(project: Project, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    project.import_files([path])
    again = project.import_files([path, write(tmp_path / "b.txt", TEXT)])
    assert len(project.entries()) == 1
    assert (again.articles, [file.known for file in again.files]) == (0, [1, 1])


def test_layers_come_in_with_their_annotators(project: Project, tmp_path: Path) -> None:
    report = project.import_files(
        [write(tmp_path / "a.jsonl", line("قال [بوتين:actor] في موسكو", "سارة"))]
    )
    layer = project.layer(project.entries()[0].id, "سارة")
    assert draw(TEXT, layer) == "قال [بوتين:actor] في موسكو"
    assert layer.status == Status.DONE
    assert (report.files[0].layers, report.files[0].annotations) == (1, 1)
    assert project.check().problems == ()


def test_importing_twice_changes_nothing_and_says_so(project: Project, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", line("قال [بوتين:actor] في [موسكو:actor]"))
    project.import_files([path])
    before = project.layer(project.entries()[0].id, "sara")
    report = project.import_files([path])
    assert project.layer(before.article_id, "sara") == before
    assert (report.files[0].layers, report.files[0].articles) == (0, 0)
    assert "sara has all 2 annotations already" in report.files[0].skipped[0]


def test_the_annotator_s_own_work_is_not_overwritten(project: Project, tmp_path: Path) -> None:
    project.add_articles([Article.from_text(TEXT)])
    mine = put_layer(project, picture("قال [بوتين:quote] في موسكو")[1])
    report = project.import_files(
        [write(tmp_path / "a.jsonl", line("[قال:date] [بوتين:quote] في موسكو"))]
    )
    assert project.layer(mine.article_id, "sara") == mine
    assert "1 of the 2 in the file are others and were not taken" in report.files[0].skipped[0]


def test_finished_with_nothing_found_is_work_too(project: Project, tmp_path: Path) -> None:
    (article,) = [Article.from_text(TEXT)]
    project.add_articles([article])
    done = put_layer(project, picture(TEXT)[1].with_status(Status.DONE))
    project.import_files([write(tmp_path / "a.jsonl", line("قال [بوتين:actor] في موسكو"))])
    assert project.layer(article.id, "sara") == done


def test_the_own_desk_of_the_window_takes_layers_in(project: Project, tmp_path: Path) -> None:
    with project.desk("sara") as desk:
        project.import_files([write(tmp_path / "a.jsonl", line("قال [بوتين:actor] في موسكو"))])
        assert len(desk.layer(project.entries()[0].id)) == 1


def test_layers_of_somebody_at_work_elsewhere_are_refused_and_the_rest_is_taken(
    project: Project, tmp_path: Path
) -> None:
    path = write(
        tmp_path / "a.jsonl",
        line("قال [بوتين:actor] في موسكو", "سارة"),
        line("نص [آخر:actor]", "omar"),
    )
    with Project.open(project.path) as other, other.desk("سارة"):
        report = project.import_files([path])
    assert "سارة is being worked on by process" in str(report.refused[0])
    assert project.annotators() == ("omar",)
    assert len(project.entries()) == 2
    assert report.files[0].layers == 1


def test_good_lines_are_taken_and_each_bad_one_is_named(project: Project, tmp_path: Path) -> None:
    good = [line(f"{n} قال [بوتين:actor]") for n in range(9)]
    report = project.import_files([write(tmp_path / "a.jsonl", *good[:2], "{broken", *good[2:])])
    assert len(project.entries()) == 9
    assert len(report.refused) == 1
    assert "3" in report.refused[0].where
    assert any("refused" in said for said in report.lines())


def test_gaps_of_the_metadata_are_filled_and_what_is_known_is_kept(
    project: Project, tmp_path: Path
) -> None:
    project.add_articles([Article.from_text(TEXT, title="عنوان")])
    path = write(
        tmp_path / "a.jsonl", line(TEXT, title="آخر", published="2021-11-09", source="وكالة")
    )
    report = project.import_files([path])
    (entry,) = project.entries()
    assert (entry.title, entry.published, entry.source) == ("عنوان", "2021-11-09", "وكالة")
    assert "title 'آخر' (kept 'عنوان')" in report.files[0].skipped[0]


def test_a_folder_gives_its_readable_files_and_says_which_it_left(
    project: Project, tmp_path: Path
) -> None:
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    write(folder / "b.txt", "ثان")
    write(folder.parent / "a.txt", "أول")
    write(folder.parent / "picture.png", "x")
    write(folder.parent / ".hidden.txt", "مخفي")
    report = project.import_files([folder.parent])
    assert [e.title for e in project.entries()] == ["أول", "ثان"]
    assert report.refused == ()
    assert [(file.path.name, bool(file.skipped)) for file in report.files] == [
        ("a.txt", False),
        ("b.txt", False),
        ("picture.png", True),
    ]


def test_a_file_named_itself_that_cannot_be_read_is_refused(
    project: Project, tmp_path: Path
) -> None:
    report = project.import_files([write(tmp_path / "a.png", "x"), tmp_path / "missing.txt"])
    assert len(report.refused) == 2


def files_of(project: Project) -> dict[str, bytes]:
    kept = ("articles", "annotations", "catalog.json", "project.json")
    return {
        str(path): path.read_bytes()
        for path in project.path.rglob("*.json")
        if path.relative_to(project.path).parts[0] in kept and path.name != "annotator.json"
    }


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4, 5, 6, 7, 8])
def test_a_cancelled_import_leaves_nothing(project: Project, tmp_path: Path, after: int) -> None:
    project.add_articles([Article.from_text(TEXT)])
    before, entries = files_of(project), project.entries()
    calls = 0

    def stop(_done: int, _total: int) -> None:
        nonlocal calls
        if calls == after:
            raise CancelledError("stop")
        calls += 1

    path = write(
        tmp_path / "a.jsonl",
        *(line(f"{n} قال [بوتين:actor]") for n in range(2)),
        line("قال [بوتين:actor] في موسكو"),
    )
    with pytest.raises(CancelledError):
        project.import_files([path], progress=stop)
    assert project.entries() == entries
    with Project.open(project.path) as again:
        assert again.entries() == entries
        assert len(again.layer(entries[0].id, "sara")) == 0
    assert {
        path: data for path, data in files_of(project).items() if "annotations" not in path
    } == before
    assert project.import_files([path]).files[0].layers == 3


@pytest.mark.parametrize("allowed", range(6))
def test_an_import_that_the_disk_refuses_half_way_leaves_nothing(
    tmp_path: Path, allowed: int
) -> None:
    class Filling(FailingDisk):
        left = 1000

        def write_file(self, path: Path, data: bytes) -> None:
            if path.parent.name != ".locks":
                self.failing = set() if self.left else {"write_file"}
                self.left = max(0, self.left - 1)
            super().write_file(path, data)
            self.failing = set()

    make_project(tmp_path / "p", TEXT).close()
    disk = Filling()
    with Project.open(tmp_path / "p", filesystem=disk) as project:
        before = files_of(project)
        path = write(
            tmp_path / "a.jsonl",
            *(line(f"{n} قال [بوتين:actor]") for n in range(2)),
            line("قال [بوتين:actor] في موسكو"),
        )
        disk.left = allowed
        with pytest.raises(NotSavedError, match="No space left"):
            project.import_files([path])
        disk.left = 1000
        assert {p: d for p, d in files_of(project).items() if "annotations" not in p} == before
        assert len(project.layer(project.entries()[0].id, "sara")) == 0
        assert project.import_files([path]).files[0].layers == 3
