"""Ids and paths are data: nothing in a project or an import leads out of it, hangs, or is left out without a word."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

from annotator import edits
from annotator.errors import (
    DamagedFileError,
    ExportFailure,
    NotSavedError,
    ProjectError,
    SchemaError,
    SearchError,
)
from annotator.model import Annotation, Span
from annotator.project import Project, read_schema
from annotator.project.transfer import import_files
from annotator.search.folded_text import SearchText
from annotator.search.query import Query, prepare
from annotator.store.files import leftovers
from annotator.store.files.filesystem import REAL, FileSystem
from annotator.text.storable import storable
from tests.helpers.projects import make_project, rewrite, stock_tables

TEXT = "قال بوتين أمس في موسكو"
POSIX = sys.platform != "win32"
WEIRD, WRITTEN = (b"\xff\xfe", "\\xff\\xfe") if sys.platform == "linux" else (b"x", "x")
"""Bytes of a name that are no text, where a system allows that, and how they are written down."""


@pytest.mark.parametrize(
    "wrong", ["../../..", "", "ABCDEF012345", "0123456789ab/", "/etc", 7, None]
)
def test_an_id_is_twelve_hexadecimal_digits_and_never_a_path(tmp_path: Path, wrong: object) -> None:
    make_project(tmp_path / "p", TEXT).close()
    path = tmp_path / "p" / "project.json"
    rewrite(path, {"project": {"1": stock_tables(path)["project"][0] | {"id": wrong}}})
    with pytest.raises(DamagedFileError, match="--repair"):
        Project.open(tmp_path / "p")


def link(at: Path, to: Path) -> None:
    at.parent.mkdir(parents=True, exist_ok=True)
    try:
        at.symlink_to(to, target_is_directory=to.is_dir())
    except OSError as error:  # Windows lets only some people make links
        pytest.fail(f"no link could be made: {error}")


def test_a_link_out_of_the_project_is_not_followed_and_is_named(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "passwd").write_text("root:x:0:0", encoding="utf-8")
    with make_project(tmp_path / "p", TEXT) as project:
        (entry,) = project.entries()
        link(project.path / "articles" / "pw.json", secret / "passwd")
        link(project.path / "annotations" / "eve", secret)
        link(project.path / "guidelines.en.md", secret / "passwd")
        link(project.path / "journal", secret)
        made = project.back_up()
        assert made is not None
        with zipfile.ZipFile(made.path) as archive:
            assert not any(b"root:x" in archive.read(name) for name in archive.namelist())
            assert "articles/pw.json" not in archive.namelist()
        with pytest.raises(ProjectError, match="leads out of the project"):
            project.guidelines("en")
        named = {p.where for p in project.check().problems if "leads out of the project" in p.what}
        assert named == {"articles/pw.json", "annotations/eve", "guidelines.en.md", "journal"}
        assert project.annotators() == ()
        with project.desk("sara") as desk, pytest.raises(NotSavedError, match="leads out"):
            desk.commit(entry.id, edits.AddAnnotation(Annotation("p", Span(4, 9), "actor")))
    assert sorted(path.name for path in secret.iterdir()) == ["passwd"]
    assert (secret / "passwd").read_text(encoding="utf-8") == "root:x:0:0"


def test_a_link_that_stays_inside_is_followed(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", TEXT) as project:
        (project.path / "codebook.md").write_text("# دليل", encoding="utf-8")
        link(project.path / "guidelines.en.md", project.path / "codebook.md")
        assert project.guidelines("en") == "# دليل"


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """Return something that no reading ever ends of, where the system has such things, else a folder."""
    path = tmp_path / "pipe.txt"
    if POSIX:
        os.mkfifo(path)
    else:
        path.mkdir()
    return path


def test_a_pipe_or_a_folder_is_refused_wherever_a_file_is_expected(
    tmp_path: Path, pipe: Path
) -> None:
    with pytest.raises(ProjectError, match="not a file"):
        REAL.read(pipe)
    with pytest.raises(ProjectError, match="not a file"):
        read_schema(pipe)
    with make_project(tmp_path / "p", TEXT) as project:
        pipe.rename(project.path / "names.json")
        assert any(
            p.where == "names.json" and "not a file" in p.what for p in project.check().problems
        )
        made = project.back_up()
        assert made is not None
        with zipfile.ZipFile(made.path) as archive:
            assert "names.json" not in archive.namelist()


@pytest.mark.parametrize("inside", [False, True])
def test_an_import_refuses_a_pipe_without_opening_it(
    tmp_path: Path, pipe: Path, inside: bool
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.txt").write_text("خبر", encoding="utf-8")
    pipe = pipe.rename(source / pipe.name)
    with make_project(tmp_path / "p") as project:
        report = project.import_files([source] if inside or not POSIX else [pipe])
    said = "\n".join(report.lines())
    if POSIX:
        assert "pipe" in said
        assert bool(report.refused) is not inside
    assert report.articles == int(inside or not POSIX)


def test_a_folder_that_may_not_be_read_is_named_and_an_empty_one_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "texts" / "shut").mkdir(parents=True)
    (tmp_path / "texts" / "a.txt").write_text("خبر", encoding="utf-8")
    (tmp_path / "empty" / ".hidden").mkdir(parents=True)
    real = os.scandir

    def scandir(path):
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(import_files.os, "scandir", scandir)
    with make_project(tmp_path / "p") as project:
        report = project.import_files([tmp_path / "texts"])
        assert report.articles == 1
        assert [refused.where for refused in report.refused] == ["shut"]
        assert "may not be read" in report.refused[0].reason
        report = project.import_files([tmp_path / "empty"])
        assert "no file to import" in report.refused[0].reason


def test_a_folder_of_the_project_that_may_not_be_read_is_never_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with make_project(tmp_path / "p", TEXT) as project:
        real = os.listdir

        def listdir(path):
            if Path(path).name == "annotations":
                raise PermissionError(13, "Permission denied", str(path))
            return real(path)

        (project.path / "annotations").mkdir()
        monkeypatch.setattr(os, "listdir", listdir)
        with pytest.raises(ProjectError, match="annotations could not be read"):
            FileSystem().names(project.path / "annotations")
        assert any(
            p.where == "annotations" and p.severity == "error" for p in project.check().problems
        )


def test_names_that_are_not_utf_8_are_written_down_and_end_in_no_traceback(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    name = os.fsdecode(WEIRD + b".txt")
    (source / name).write_text("خبر", encoding="utf-8")
    with Project.create(tmp_path / os.fsdecode(b"p" + WEIRD)) as project:
        assert project.title == f"p{WRITTEN}"
        assert project.import_files([source]).articles == 1
        assert project.entries()[0].source == f"{WRITTEN}.txt"
        (project.path / "articles" / name).write_bytes(b"")
        assert any(WRITTEN in p.where for p in project.check().problems)
        assert project.back_up() is not None
        project.export(tmp_path / os.fsdecode(WEIRD + b".jsonl"), format="jsonl")


def test_text_is_stored_as_it_is_and_bytes_of_names_as_digits() -> None:
    assert storable("قره باغ 🇪🇬") == "قره باغ 🇪🇬"
    assert storable(os.fsdecode(b"a\xff")) == "a\\xff"
    assert storable("\ud800").encode()


def test_a_deeply_nested_file_is_no_schema(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    for data in ("[" * 100_000, '{"labels":{"1":{"x":' + "[" * 100_000 + "]" * 100_000 + "}}}"):
        path.write_text(data, encoding="utf-8")
        with pytest.raises(SchemaError, match="no schema file"):
            read_schema(path)


def test_an_expression_that_calls_itself_for_ever_ends_in_words() -> None:
    matcher = prepare(Query("(?R)?(a|b)*", regex=True))
    with pytest.raises(SearchError, match="Make it simpler"):
        matcher.spans(SearchText("قال بوتين " * 50))


def test_an_export_does_not_take_the_place_of_a_device_or_a_pipe(
    tmp_path: Path, pipe: Path
) -> None:
    with (
        make_project(tmp_path / "p", TEXT) as project,
        pytest.raises(ExportFailure, match=r"name a file|give the name of a file"),
    ):
        project.export(pipe, format="jsonl")
    assert not pipe.is_file()


KILLED = """
import os, sys
from pathlib import Path
from annotator.store.files.leftovers import noted, temporary_folder
half = Path(sys.argv[1])
with noted([half]), temporary_folder() as folder:
    half.write_bytes(b"half")
    (folder / "project.json").write_bytes(b"{}")
    print(folder, flush=True)
    os._exit(9)
"""


def test_what_a_killed_export_or_restore_left_is_cleared_at_the_next_start(tmp_path: Path) -> None:
    import subprocess

    half, result = tmp_path / ".out.jsonl.1.tmp", tmp_path / "out.jsonl"
    result.write_bytes(b"kept")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(half)], capture_output=True, text=True, check=False
    )
    folder = Path(done.stdout.strip())
    assert half.exists()
    assert folder.is_dir()
    with leftovers.noted([tmp_path / "ours.tmp"]):
        (tmp_path / "ours.tmp").write_bytes(b"of a program that lives")
        make_project(tmp_path / "p", TEXT).close()
        Project.open(tmp_path / "p").close()
        assert (tmp_path / "ours.tmp").exists()
    assert not half.exists()
    assert not folder.exists()
    assert result.read_bytes() == b"kept"
    assert list(folder.parent.iterdir()) == []


def test_what_a_killed_program_left_half_written_in_the_project_is_cleared(tmp_path: Path) -> None:
    """Each is cleared by the next one who holds the lock of those who write there."""
    edit = edits.AddAnnotation(Annotation("p", Span(4, 9), "actor"))
    with make_project(tmp_path / "p", TEXT) as project:
        (entry,) = project.entries()
        desk = project.desk("sara")
        desk.commit(entry.id, edit)
        desk._layers._journal.close()  # killed: the journal is ahead of the file
        desk._lock.release()
        project._forget_desk(desk)
        shard = project.path / "annotations" / "sara" / entry.id[:2]
        shard.mkdir()
        (journal,) = project.path.glob("journal/sara@*")
        halves = [
            project.path / "project.json.1-1.tmp",
            project.path / "catalog.json.1-1.tmp",
            project.path / "articles" / entry.id[:2] / "x.json.1-1.tmp",
            shard / f"{entry.id}.json.1-1.tmp",
            shard.parent / "annotator.json.1-1.tmp",
            journal / "docs.json.1-1.tmp",
        ]
        for half in halves:
            half.write_bytes(b"half")
        project.desk("sara").close()
        project.add_articles([])
        project.set_metadata(entry.id, title="عنوان")
        project.set_schema(project.schema)
    assert [half.name for half in halves if half.exists()] == []
