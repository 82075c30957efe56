"""What follows from something else is worked out again where it is wrong: told by `check`, mended by `--repair`, once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.project import Project
from annotator.project.safety.check_report import CheckReport
from tests.crash import kept_words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    kept_words.make(tmp_path / "p", with_backup=False)
    return tmp_path / "p"


Change = Callable[[dict[str, Any]], None]


def sets(table: str, **fields: object) -> Change:
    def change(tables: dict[str, Any]) -> None:
        tables[table]["1"].update(fields)

    return change


def drops(table: str, key: str) -> Change:
    def change(tables: dict[str, Any]) -> None:
        del tables[table]["1"][key]

    return change


WRONG: dict[str, tuple[str, Change, str]] = {
    "words of an annotation": ("layer", sets("spans", text=5), "says 5 for its words"),
    "words that are a list": ("layer", sets("spans", text=["x"]), "for its words"),
    "whose layer": ("layer", sets("meta", annotator=5), "annotator is 5"),
    "uid of a link": ("layer", sets("relations", uid=7), "checksum"),
    "length of a text": (
        "catalog",
        sets("articles", chars=3),
        "otherwise than the text itself: chars",
    ),
    "checksum of a text": ("catalog", sets("articles", sha256="0" * 64), "itself: sha256"),
    "checksum in the article": ("article", sets("article", sha256="0" * 64), "changed after"),
    "no checksum in the article": ("article", drops("article", "sha256"), "damaged"),
    "title in the article": ("article", sets("article", title=5), "damaged"),
    "name of an annotator": ("annotator", sets("annotator", name="omar"), "names 'omar'"),
    "name that is none": ("annotator", sets("annotator", name=5), "names 5"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_follows_from_something_else_is_worked_out_again(folder: Path, what: str) -> None:
    name, change, says = WRONG[what]
    whole = kept_words.contents(folder)
    path = kept_words.file_of(folder, name)
    sound = without_checksum(path)
    tables = json.loads(path.read_text(encoding="utf-8"))
    change(tables)
    path.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")
    told = kept_words.check(folder)
    assert isinstance(told, CheckReport)
    where = path.relative_to(folder).as_posix()
    about = [p for p in told.problems if p.where == where]
    assert any(says in p.what for p in about), [p.what for p in told.problems]
    assert all(kept_words.PROMISE in p.remedy for p in about if p.severity != "note")
    assert kept_words.broken_words(folder) == []
    assert kept_words.contents(folder) == whole
    if name != "layer":  # that one says which edits it has, too
        assert without_checksum(path) == sound


def without_checksum(path: Path) -> dict[str, Any]:
    tables = json.loads(path.read_text(encoding="utf-8"))
    return {name: rows for name, rows in tables.items() if name != "_check"}


def test_words_are_written_again_from_the_offsets(folder: Path) -> None:
    path = kept_words.file_of(folder, "layer")
    tables = json.loads(path.read_text(encoding="utf-8"))
    words = {row["uid"]: row["text"] for row in tables["spans"].values()}
    for row in tables["spans"].values():
        row["text"] = None if row["uid"] == "more" else 5
    path.write_text(json.dumps(tables), encoding="utf-8")
    report = Project.repair(folder)
    assert any("written again from its offsets" in line for line in report.mended)
    again = json.loads(path.read_text(encoding="utf-8"))
    assert {row["uid"]: row["text"] for row in again["spans"].values()} == words


def test_importing_a_text_again_brings_it_back(folder: Path, tmp_path: Path) -> None:
    """So `check` says of an article whose text is damaged or gone."""
    path = kept_words.file_of(folder, "article")
    text = json.loads(path.read_text(encoding="utf-8"))["article"]["1"]["text"]
    source = tmp_path / "again.txt"
    source.write_text(text, encoding="utf-8")
    for damage in (Path.unlink, lambda path: path.write_bytes(b"")):
        damage(path)
        told = kept_words.check(folder)
        assert isinstance(told, CheckReport)
        assert any("Import the original text again" in p.remedy for p in told.problems)
        with Project.open(folder) as project:
            report = project.import_files(source, options={"first_line_is_title": False})
            assert "is there again" in "\n".join(report.lines())
        after = kept_words.check(folder)
        assert isinstance(after, CheckReport)
        assert after.worst != "error"
