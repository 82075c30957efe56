"""The order of day and month is one for a whole import, whatever its files are, and is never guessed."""

import json
from pathlib import Path

import pytest

from annotator.project import Project
from tests.helpers.projects import make_project


@pytest.fixture
def project(tmp_path: Path):
    with make_project(tmp_path / "p") as made:
        yield made


def text(folder: Path, name: str, dateline: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(
        f"عنوان {name} لهذا المقال\n{dateline}\nقال المتحدث أمس إن {name} انتهى.\n", "utf-8"
    )
    return path


def table(folder: Path, *days: str) -> Path:
    path = folder / "news.csv"
    rows = [f"{day},قال المتحدث أمس إن الجدول رقم {n} انتهى." for n, day in enumerate(days)]
    path.write_text("\n".join(["published,text", *rows]) + "\n", "utf-8")
    return path


def lines(folder: Path, *days: str) -> Path:
    path = folder / "news.jsonl"
    rows = [
        json.dumps(
            {"text": f"قال المتحدث أمس إن السطر رقم {n} انتهى.", "published": day},
            ensure_ascii=False,
        )
        for n, day in enumerate(days)
    ]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def label_studio(folder: Path, *days: str) -> Path:
    path = folder / "tasks.json"
    tasks = [
        {
            "id": n,
            "data": {"text": f"قال المتحدث أمس إن المهمة رقم {n} انتهت.", "published": day},
            "annotations": [],
        }
        for n, day in enumerate(days)
    ]
    path.write_text(json.dumps(tasks, ensure_ascii=False), "utf-8")
    return path


def days(project: Project) -> list[str | None]:
    return [entry.published for entry in project.entries()]


WRITERS = {
    "txt": lambda folder, day: text(folder, "ا", day),
    "csv": table,
    "jsonl": lines,
    "label studio": label_studio,
}


@pytest.mark.parametrize("kind", WRITERS)
def test_a_day_of_one_file_tells_the_order_of_another(project, tmp_path, kind):
    open_day = WRITERS[kind](tmp_path, "05/11/2015")
    report = project.import_files([open_day, text(tmp_path, "ب", "25/11/2015")])
    assert days(project) == ["2015-11-05", "2015-11-25"]
    assert (
        "days such as 05/11/2015 were read day first, told from 25/11/2015" in report.files[0].notes
    )


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize(("day_first", "day"), [(True, "2015-11-05"), (False, "2015-05-11")])
def test_where_no_day_tells_it_a_person_does(project, tmp_path, kind, day_first, day):
    report = project.import_files(WRITERS[kind](tmp_path, "05/11/2015"), day_first=day_first)
    assert days(project) == [day]
    assert any("as asked" in note for note in report.files[0].notes)


@pytest.mark.parametrize("kind", WRITERS)
def test_nothing_is_guessed_and_the_day_comes_when_the_files_are_imported_again(
    project, tmp_path, kind
):
    path = WRITERS[kind](tmp_path, "05/11/2015")
    report = project.import_files(path)
    assert days(project) == [None]
    assert any("--day-first or --month-first" in note for note in report.files[0].notes)
    project.import_files(path, day_first=True)
    assert days(project) == ["2015-11-05"]
    report = project.import_files(path)
    assert days(project) == ["2015-11-05"]
    assert not report.files[0].skipped


def test_days_that_contradict_each_other_leave_the_open_ones_out(project, tmp_path):
    report = project.import_files(
        table(tmp_path, "05/11/2015", "25/11/2015", "11/25/2015", "06/11/2015")
    )
    assert days(project) == [None, "2015-11-25", "2015-11-25", None]
    assert any(note.endswith("(2 articles)") for note in report.files[0].notes)


def test_the_same_article_with_its_day_written_out_tells_what_its_other_day_is(project, tmp_path):
    words = "قال المتحدث أمس إن الاتفاق انتهى."
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_text(json.dumps({"text": words, "published": "05/11/2015"}) + "\n", "utf-8")
    second.write_text(json.dumps({"text": words, "published": "2015-11-05"}) + "\n", "utf-8")
    report = project.import_files([first, second])
    assert days(project) == ["2015-11-05"]
    assert not any(file.skipped for file in report.files)


def test_the_day_as_it_was_written_is_kept_with_an_article_of_another_program(project, tmp_path):
    project.import_files(table(tmp_path, "05/11/2015"))
    (article,) = [project.article(entry.id) for entry in project.entries()]
    assert article.extra["original_published"] == "05/11/2015"
    assert article.published is None
