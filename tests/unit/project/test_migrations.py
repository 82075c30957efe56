"""Projects of every format that was ever written open, keep all they hold, and are backed up before they change."""

import shutil
from pathlib import Path

import pytest

from annotator import edits
from annotator.model import Annotation, Layer, Relation, Span, Status, Zone
from annotator.project import Project
from annotator.store.backups.backups import unpack
from annotator.store.layers import migrations, rows
from annotator.store.shared import project_file
from tests.helpers.projects import layer_file, stock_tables

FIXTURES = Path(__file__).parents[2] / "data" / "projects"
OLD_FORMATS = range(1, project_file.FORMAT)
ARTICLE = "34fcef2d58f0"


def expected(annotator: str) -> Layer:
    """What every fixture holds for both of its annotators."""
    actor = Annotation("0a0a0a0a0a0a", Span(4, 9), "actor", {"canonical": "فلاديمير بوتين"})
    quote = Annotation("0b0b0b0b0b0b", Span(0, 9), "quote", note="سطر\u2028آخر")
    return Layer(
        annotator,
        ARTICLE,
        Status.DONE,
        {a.id: a for a in (actor, quote)},
        frozenset([Relation("speaker", quote.id, actor.id)]),
        frozenset([Zone(Span(13, 18), "credits")]),
    )


@pytest.fixture(params=OLD_FORMATS)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return shutil.copytree(FIXTURES / f"format-{request.param}", tmp_path / "p")


def test_every_old_format_has_a_fixture_and_a_step() -> None:
    assert {path.name for path in FIXTURES.iterdir()} == {f"format-{n}" for n in OLD_FORMATS}
    assert set(migrations.LAYER_STEPS) == set(range(1, rows.FORMAT))


def test_an_old_project_is_read_without_being_changed(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with Project.open(folder, read_only=True) as project:
        assert project.title == "قره باغ"
        assert project.annotators() == ("sara", "سارة")
        for name in project.annotators():
            assert project.layer(ARTICLE, name) == expected(name)
        assert [p for p in project.check().problems if p.severity == "error"] == []
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_the_first_change_is_preceded_by_a_backup_and_keeps_everything(
    folder: Path, tmp_path: Path
) -> None:
    with Project.open(folder) as project:
        with project.desk("sara") as desk:
            assert desk.layer(ARTICLE) == expected("sara")
            after = desk.commit(
                ARTICLE, edits.relabel("0b0b0b0b0b0b", "agreement", desk.layer(ARTICLE))
            )
        (backup,) = project.backups()
        assert backup.reason == "migration"
        unpack(backup, tmp_path / "before")
        path = layer_file(project, "sara", ARTICLE)
    with Project.open(tmp_path / "before", read_only=True) as before:
        assert before.layer(ARTICLE, "sara") == expected("sara")
    tables = stock_tables(path)
    assert tables["meta"][0]["format"] == rows.FORMAT
    assert [row["uid"] for row in tables["removed"]] == ["0c0c0c0c0c0c"]
    assert stock_tables(folder / "project.json")["project"][0]["format"] == project_file.FORMAT
    with Project.open(folder) as project:
        assert project.layer(ARTICLE, "sara") == after
        assert project.layer(ARTICLE, "سارة") == expected("سارة")


def test_from_the_first_change_on_the_journal_can_make_the_layer_again(folder: Path) -> None:
    with Project.open(folder) as project:
        with project.desk("sara") as desk:
            after = desk.commit(ARTICLE, edits.set_note("0a0a0a0a0a0a", "شك", desk.layer(ARTICLE)))
        layer_file(project, "sara", ARTICLE).write_bytes(b"")
        assert project.layer(ARTICLE, "sara") == after
