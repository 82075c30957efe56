"""What a schema asks of articles is kept beside title and date, checked, imported and exported."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.errors import ProjectError, SchemaError
from annotator.model import DEFAULT_SCHEMA, Attribute, AttributeKind
from annotator.project import Project, read_schema
from tests.helpers.projects import make_project, stock_tables

TEXT = "قال بوتين أمس في موسكو"
DAY = Attribute("seen", "Seen on", "شوهد في", AttributeKind.DATE)
SCHEMA = replace(DEFAULT_SCHEMA, article_fields=(*DEFAULT_SCHEMA.article_fields, DAY))
FIXTURES = Path(__file__).parents[2] / "data" / "projects"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = make_project(tmp_path / "p", TEXT)
    made.set_schema(SCHEMA)
    return made


def row_of(project: Project) -> dict[str, object]:
    (row,) = stock_tables(project.path / "catalog.json")["articles"]
    return row


def test_they_stand_in_the_catalog_and_only_what_is_given_changes(project: Project) -> None:
    (entry,) = project.entries()
    assert entry.fields == {}
    project.set_metadata(entry.id, title="عنوان", fields={"genre": "opinion", "outlet": "تاس"})
    project.set_metadata(entry.id, fields={"outlet": "", "seen": "2021-11"})
    (entry,) = project.entries()
    assert (entry.title, entry.fields) == ("عنوان", {"genre": "opinion", "seen": "2021-11"})
    assert row_of(project)["fields"] == {"genre": "opinion", "seen": "2021-11"}
    assert project.article(entry.id).fields == entry.fields
    project.set_metadata(entry.id, fields={"genre": "", "seen": ""})
    assert "fields" not in row_of(project)


def test_what_a_colleague_filled_meanwhile_stays(project: Project) -> None:
    (entry,) = project.entries()
    other = Project.open(project.path)
    other.set_metadata(entry.id, fields={"outlet": "تاس"})
    project.set_metadata(entry.id, fields={"genre": "news"})
    assert project.entries()[0].fields == {"genre": "news", "outlet": "تاس"}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"genre": "poem"}, "genre is 'poem' and must be one of news, analysis"),
        ({"seen": "soon"}, "seen is 'soon' and must be a date"),
        ({"mood": "x"}, "the schema has no article field 'mood': it has genre, outlet, seen"),
    ],
)
def test_what_the_schema_does_not_allow_is_refused(
    project: Project, fields: dict[str, str], why: str
) -> None:
    with pytest.raises(ProjectError, match=why):
        project.set_metadata(project.entries()[0].id, title="x", fields=fields)
    assert row_of(project)["title"] == TEXT


def test_the_schema_file_holds_them(project: Project) -> None:
    assert read_schema(project.path / "project.json") == SCHEMA
    assert [row["name"] for row in stock_tables(project.path / "project.json")["article_fields"]] == ["genre", "outlet", "seen"]  # fmt: skip
    project.set_schema(replace(SCHEMA, article_fields=()))
    assert Project.open(project.path).schema.article_fields == ()


def test_two_who_change_the_fields_at_one_time_both_count(project: Project) -> None:
    other = Project.open(project.path)
    other.set_schema(replace(SCHEMA, article_fields=SCHEMA.article_fields[1:]))
    more = Attribute("desk", "Desk", "القسم")
    project.set_schema(replace(SCHEMA, article_fields=(*SCHEMA.article_fields, more)))
    assert [one.name for one in project.schema.article_fields] == ["outlet", "seen", "desk"]


@pytest.mark.parametrize(
    "field",
    [
        Attribute("title", "Title", "عنوان"),
        Attribute("who", "Who", "من", AttributeKind.NAME),
        Attribute("kind", "Kind", "نوع", AttributeKind.CHOICE),
        Attribute("Two words", "x", "x"),
        DAY,
    ],
)
def test_a_field_that_cannot_be_is_refused(field: Attribute) -> None:
    with pytest.raises(SchemaError):
        replace(SCHEMA, article_fields=(DAY, field))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_project_from_before_asks_for_the_usual_ones(tmp_path: Path, number: int) -> None:
    folder = shutil.copytree(FIXTURES / f"format-{number}", tmp_path / "p")
    with Project.open(folder) as project:
        assert project.schema.article_fields == DEFAULT_SCHEMA.article_fields
        (entry,) = project.entries()
        project.set_metadata(entry.id, fields={"genre": "news"})
        assert (entry.title, project.entries()[0].fields) == ("خبر", {"genre": "news"})


def test_a_backup_brings_them_back(project: Project) -> None:
    (entry,) = project.entries()
    project.set_metadata(entry.id, fields={"genre": "news"})
    backup = project.back_up()
    assert backup is not None
    project.set_metadata(entry.id, fields={"genre": "", "outlet": "تاس"})
    assert project.restore(backup).metadata == 1
    assert project.entries()[0].fields == {"genre": "news"}


@pytest.mark.parametrize("name", ["jsonl", "json", "conll-layers"])
def test_exports_take_them_along_and_imports_bring_them_back(
    project: Project, tmp_path: Path, name: str
) -> None:
    (entry,) = project.entries()
    project.set_metadata(entry.id, fields={"genre": "news", "seen": "2021-11"})
    options = {} if name.startswith("json") else {"annotator": "sara"}
    with project.desk("sara"):
        project.export(tmp_path / "all", format=name, **options)
    with Project.create(tmp_path / "q") as other:
        other.import_files(tmp_path / "all", format=name)
        assert other.entries()[0].fields == {"genre": "news", "seen": "2021-11"}
        assert other.article(entry.id).extra == {}


def test_an_import_fills_gaps_and_tells_what_it_does_not_take(
    project: Project, tmp_path: Path
) -> None:
    (entry,) = project.entries()
    project.set_metadata(entry.id, fields={"genre": "news"})
    line = {"text": TEXT, "genre": "opinion", "outlet": "تاس", "section": "سياسة"}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    report = project.import_files(tmp_path / "a.jsonl")
    assert project.entries()[0].fields == {"genre": "news", "outlet": "تاس"}
    assert any("fields.genre 'opinion' (kept 'news')" in one for one in report.files[0].skipped)


def test_another_program_s_fields_are_taken_where_they_fit(
    project: Project, tmp_path: Path
) -> None:
    line = {"text": "نص آخر", "genre": "poem", "outlet": "تاس", "section": "سياسة"}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    report = project.import_files(tmp_path / "a.jsonl")
    article = project.article(project.entries()[1].id)
    assert article.fields == {"outlet": "تاس"}
    assert article.extra == {"genre": "poem", "section": "سياسة"}
    assert any("genre 'poem' is no value" in note for note in report.files[0].notes)
