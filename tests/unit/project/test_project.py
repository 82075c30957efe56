import errno
import os
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.errors import DamagedFileError, NotSavedError, ProjectError, ReadOnlyError
from annotator.model import DEFAULT_SCHEMA, Article, Colours, Label, Status
from annotator.project import LayerSummary, Project, read_schema
from annotator.project.take_layer import TakeLayer
from annotator.store.shared import project_file
from tests.helpers.disks import FailingDisk
from tests.helpers.pictures import picture
from tests.helpers.projects import add_texts, make_project, put_layer, rewrite, stock_tables

PLACE = Label("place", "Place", "مكان", "p", Colours("#AABBCC", "#112233", "#112233", "#AABBCC"))


def test_a_new_project_is_empty_and_named_like_its_folder(tmp_path: Path) -> None:
    with Project.create(tmp_path / "karabakh") as project:
        assert (project.title, project.entries(), project.annotators()) == ("karabakh", (), ())
        assert project.schema == DEFAULT_SCHEMA
        assert not project.read_only


def test_a_project_keeps_its_title_id_and_labels(tmp_path: Path) -> None:
    schema = replace(DEFAULT_SCHEMA, labels=(*DEFAULT_SCHEMA.labels, PLACE), allow_crossing=False)
    with Project.create(tmp_path / "p", title="قره باغ", schema=schema) as made:
        pass
    with Project.open(tmp_path / "p") as again:
        assert (again.id, again.title, again.schema) == (made.id, "قره باغ", schema)


def test_the_project_file_can_be_opened_instead_of_the_folder(tmp_path: Path) -> None:
    make_project(tmp_path / "p", title="t").close()
    assert Project.open(tmp_path / "p" / "project.json").title == "t"


def test_a_folder_with_something_in_it_does_not_become_a_project(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"x")
    with pytest.raises(ProjectError, match="not an empty folder"):
        Project.create(tmp_path)
    make_project(tmp_path / "p").close()
    with pytest.raises(ProjectError, match="already holds a project"):
        Project.create(tmp_path / "p")


def test_what_is_no_project_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"no project\.json.*hashiya new"):
        Project.open(tmp_path)
    with pytest.raises(ProjectError, match=r"no project\.json"):
        Project.open(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["project.json", "catalog.json"])
@pytest.mark.parametrize(
    "data", [b"", b"{", b"\x00" * 200, b'{"project":{"1":{}}}', b'{"articles":{"1":{"id":3}}}']
)
def test_a_garbled_file_stops_the_opening_and_stays_as_it_is(
    tmp_path: Path, name: str, data: bytes
) -> None:
    make_project(tmp_path / "p", "نص").close()
    (tmp_path / "p" / name).write_bytes(data)
    if (name, data) == ("catalog.json", b'{"project":{"1":{}}}'):
        return  # a valid file of another shape: an empty list of articles, which `check` reports
    with pytest.raises(DamagedFileError, match=name.replace(".", r"\.")):
        Project.open(tmp_path / "p")
    assert (tmp_path / "p" / name).read_bytes() == data


@pytest.mark.parametrize("name", ["project.json", "catalog.json"])
def test_a_missing_file_is_never_taken_for_an_empty_one(tmp_path: Path, name: str) -> None:
    make_project(tmp_path / "p", "نص").close()
    (tmp_path / "p" / name).unlink()
    with pytest.raises(DamagedFileError, match="missing"):
        Project.open(tmp_path / "p")
    assert not (tmp_path / "p" / name).exists()


def test_a_project_of_a_newer_program_opens_for_reading_and_says_so(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", "قال بوتين")
    layer = put_layer(project, picture("قال [بوتين:actor]")[1])
    path = tmp_path / "p" / "project.json"
    rewrite(
        path,
        {"project": {"1": stock_tables(path)["project"][0] | {"format": project_file.FORMAT + 1}}},
    )
    with Project.open(tmp_path / "p") as newer:
        assert newer.read_only
        assert f"newer Hashiya (format {project_file.FORMAT + 1}" in newer.read_only_reason
        assert newer.layer(layer.article_id, "sara") == layer
        with pytest.raises(ReadOnlyError, match="newer Hashiya"):
            newer.desk("sara")
        with pytest.raises(ReadOnlyError):
            newer.set_schema(DEFAULT_SCHEMA)


def test_a_read_only_project_shows_everything_and_writes_nothing(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", "قال بوتين")
    layer = put_layer(project, picture("قال [بوتين:actor]")[1])
    before = snapshot(tmp_path / "p")
    with Project.open(tmp_path / "p", read_only=True) as shown:
        assert shown.layer(layer.article_id, "sara") == layer
        assert shown.summaries("sara") == {layer.article_id: LayerSummary(Status.IN_PROGRESS, 1)}
        assert shown.check().problems == ()
        for refused in (
            lambda: shown.desk("sara"),
            lambda: shown.set_metadata(layer.article_id, title="x"),
            lambda: shown.set_guidelines("en", "x"),
            lambda: shown.add_articles([Article.from_text("x")]),
        ):
            with pytest.raises(ReadOnlyError, match="can only be read"):
                refused()
    assert snapshot(tmp_path / "p") == before


@contextmanager
def as_a_stranger(folder: Path):
    """Be somebody who may read a folder and not write it: nobody in root's place, or everybody by its permissions."""
    folders = [folder, *filter(Path.is_dir, folder.rglob("*"))]
    for each in folders:
        each.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for each in folders:
            each.chmod(0o755)


@pytest.mark.skipif(
    os.name != "posix", reason="permissions of this kind are posix; the next test covers the others"
)
def test_a_folder_of_somebody_else_opens_for_reading() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(folder) / "p"
        make_project(path, "نص").close()
        with as_a_stranger(path), Project.open(path) as project:
            assert len(project.entries()) == 1
            assert project.read_only_reason == "the folder cannot be written (Permission denied)"
            with pytest.raises(ReadOnlyError, match="Permission denied"):
                project.desk("sara")


def test_a_read_only_disk_opens_for_reading(tmp_path: Path) -> None:
    make_project(tmp_path / "p", "نص").close()
    disk = FailingDisk("write_file", error=errno.EROFS)
    with Project.open(tmp_path / "p", filesystem=disk) as project:
        assert project.read_only_reason == "the folder cannot be written (Read-only file system)"


def test_the_list_keeps_the_order_of_import_and_numbers_from_one(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", "واحد", "اثنان") as project:
        add_texts(project, "ثلاثة", "واحد")
        assert [(e.number, e.title, e.characters) for e in project.entries()] == [
            (1, "واحد", 4),
            (2, "اثنان", 5),
            (3, "ثلاثة", 5),
        ]


def test_an_article_is_found_by_number_id_start_of_id_and_title(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", "واحد", "اثنان") as project:
        second = project.entries()[1]
        for what in ("2", second.id, second.id[:5], "اثنان", f" {second.id} "):
            assert project.find_entry(what) == second
        with pytest.raises(ProjectError, match=r"no article is called 'ثلاثة'.*1 \(.*واحد\)"):
            project.find_entry("ثلاثة")


def test_a_title_that_fits_two_articles_is_refused_naming_both(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", "عنوان\nأ", "عنوان\nب")
    with pytest.raises(ProjectError, match=r"fits 2 articles: 1 .*2 "):
        project.find_entry("عنوان")


def test_corrected_metadata_stays_and_the_text_file_is_not_touched(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", "نص", "آخر") as project:
        article = project.article(project.entries()[0].id)
        files = snapshot(tmp_path / "p" / "articles")
        project.set_metadata(article.id, title="عنوان", published="2021-11-09")
        project.set_metadata(article.id, published=None, source="وكالة")
    with Project.open(tmp_path / "p") as again:
        assert again.article(article.id) == replace(article, title="عنوان", source="وكالة")
        assert again.entries()[1].title == "آخر"
    assert snapshot(tmp_path / "p" / "articles") == files


def test_an_article_whose_text_was_changed_is_not_shown(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", "قال بوتين") as project:
        article = project.entries()[0].id
        path = tmp_path / "p" / "articles" / article[:2] / f"{article}.json"
        path.write_bytes(path.read_bytes().replace("بوتين".encode(), "لافروف".encode()))
        with pytest.raises(DamagedFileError, match="the text was changed"):
            project.article(article)


def test_guidelines_are_markdown_files_by_language(tmp_path: Path) -> None:
    with make_project(tmp_path / "p") as project:
        assert project.guidelines("ar") is None
        project.set_guidelines("ar", "# دليل\n")
        assert project.guidelines("ar") == "# دليل\n"
        assert (tmp_path / "p" / "guidelines.ar.md").read_bytes() == "# دليل\n".encode()


def test_labels_can_be_changed_and_what_another_program_noted_on_them_stays(tmp_path: Path) -> None:
    with make_project(tmp_path / "p") as project:
        path = tmp_path / "p" / "project.json"
        labels = stock_tables(path)["labels"]
        rewrite(path, {"labels": {"1": labels[0] | {"wikidata": "Q1"}}, "team": {"1": {"x": 1}}})
        schema = replace(DEFAULT_SCHEMA, labels=(PLACE, *DEFAULT_SCHEMA.labels))
        project.set_schema(schema)
        assert project.schema == schema
    tables = stock_tables(path)
    assert [row["name"] for row in tables["labels"]] == [
        "place",
        "actor",
        "date",
        "quote",
        "agreement",
    ]
    assert tables["labels"][1]["wikidata"] == "Q1"
    assert tables["team"] == [{"x": 1}]


def test_labels_can_be_taken_from_another_project(tmp_path: Path) -> None:
    schema = replace(DEFAULT_SCHEMA, labels=(*DEFAULT_SCHEMA.labels, PLACE))
    Project.create(tmp_path / "p", schema=schema).close()
    assert read_schema(tmp_path / "p" / "project.json") == schema
    with pytest.raises(ProjectError, match="not a file"):
        read_schema(tmp_path / "nothing.json")


def test_a_change_that_the_disk_refuses_has_not_happened(tmp_path: Path) -> None:
    make_project(tmp_path / "p", "نص").close()
    disk = FailingDisk()
    with Project.open(tmp_path / "p", filesystem=disk) as project:
        before, files = project.entries(), snapshot(tmp_path / "p")
        disk.failing = {"replace"}
        for change in (
            lambda: project.set_metadata(before[0].id, title="x"),
            lambda: project.set_schema(replace(DEFAULT_SCHEMA, labels=DEFAULT_SCHEMA.labels[:3])),
            lambda: project.set_guidelines("en", "x"),
            lambda: project.add_articles([Article.from_text("جديد")]),
        ):
            with pytest.raises(NotSavedError):
                change()
        assert (project.entries(), project.schema) == (before, DEFAULT_SCHEMA)
        assert snapshot(tmp_path / "p") == files


class Unreadable(FailingDisk):
    """A synced folder in which some files have not arrived yet."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def read(self, path: Path) -> bytes:
        if path.name == self.name:
            path = path / "not a folder"
        return super().read(path)


def test_a_layer_that_cannot_be_read_now_is_said_and_neither_emptied_nor_in_the_way(
    tmp_path: Path,
) -> None:
    with make_project(tmp_path / "p", "قال بوتين", "آخر") as project:
        layer = put_layer(project, picture("قال [بوتين:actor]")[1])
    disk = Unreadable(f"{layer.article_id}.json")
    with Project.open(tmp_path / "p", filesystem=disk) as project, project.desk("sara") as desk:
        with pytest.raises(ProjectError, match=r"could not be read.*wait until it has arrived"):
            project.layer(layer.article_id, "sara")
        other = project.entries()[1].id
        assert len(desk.layer(other)) == 0
        assert [
            p.severity for p in project.check().problems if p.where.startswith("annotations")
        ] == ["error"]
        disk.name = ""
        assert desk.layer(layer.article_id) == layer


def test_a_lock_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    make_project(tmp_path / "p", "نص").close()
    (tmp_path / "p" / ".locks" / "project.lock").unlink()
    disk = FailingDisk()
    with Project.open(tmp_path / "p", filesystem=disk) as project:
        for path in (tmp_path / "p" / ".locks").iterdir():
            path.unlink()
        (tmp_path / "p" / ".locks").rmdir()
        disk.failing = {"make_directory"}
        with pytest.raises(ProjectError, match=r"sara could not be locked.*No space left"):
            project.desk("sara")


def test_closing_closes_every_desk_whatever_the_first_one_says(tmp_path: Path) -> None:
    make_project(tmp_path / "p", "قال بوتين").close()
    disk = FailingDisk()
    project = Project.open(tmp_path / "p", filesystem=disk)
    article = project.entries()[0].id
    for name in ("sara", "omar"):
        desk = project.desk(name)
        desk.commit(article, TakeLayer(desk.layer(article), picture("قال [بوتين:actor]", name)[1]))
    disk.failing = {"replace"}
    with pytest.raises(NotSavedError):
        project.close()
    with Project.open(tmp_path / "p") as again:
        for name in ("sara", "omar"):
            with again.desk(name) as desk:
                assert len(desk.layer(article)) == 1


def test_every_json_file_opens_in_stock_tinydb(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", "قال بوتين") as project:
        put_layer(project, picture("قال [بوتين:actor]", "سارة")[1])
    files = list((tmp_path / "p").rglob("*.json"))
    assert {path.name for path in files} >= {
        "project.json",
        "catalog.json",
        "annotator.json",
        "docs.json",
    }
    assert len(files) == 6
    assert all(any(stock_tables(path).values()) for path in files)


def snapshot(folder: Path) -> dict[str, bytes]:
    """The files of a folder, locks apart."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".locks" not in path.parts
    }
