"""`Project.check` says where, what and how to mend it, for every way a project can be wrong."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.model import Layer, Relation, Span, Zone
from annotator.project import Project
from annotator.store.files.problems import Severity
from tests.helpers.pictures import picture
from tests.helpers.projects import layer_file, make_project, put_layer

TEXT, LAYER = picture("قال [بوتين:actor] في [موسكو:actor]")


@pytest.fixture
def project(tmp_path: Path):
    with make_project(tmp_path / "p", TEXT) as made:
        put_layer(made, LAYER)
        yield made


def edit(change: Callable[[dict[str, Any]], None]) -> Callable[[Path], None]:
    def rewrite(path: Path) -> None:
        data = json.loads(path.read_text(encoding="utf-8"))
        change(data)
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")

    return rewrite


def set_span(**fields: object) -> Callable[[Path], None]:
    return edit(lambda data: data["spans"]["1"].update(fields))


def set_meta(**fields: object) -> Callable[[Path], None]:
    return edit(lambda data: data["meta"]["1"].update(fields))


def add_relation(data: dict[str, Any]) -> None:
    data["relations"]["1"] = {"uid": "r", "type": "speaker", "head": "a1", "dependent": "gone"}


def add_zone(data: dict[str, Any]) -> None:
    data["zones"]["1"] = {"uid": "z", "start": 0, "end": 999, "kind": "x"}


def repeat(data: dict[str, Any]) -> None:
    data["spans"]["9"] = data["spans"]["1"]


def test_a_sound_project_has_no_problems(project: Project) -> None:
    report = project.check()
    assert report.problems == ()
    assert report.files_checked == 8
    assert report.lines() == ["8 files checked, nothing is wrong"]


@pytest.mark.parametrize(
    ("damage", "severity", "says"),
    [
        (lambda path: path.write_bytes(b""), Severity.ERROR, "is damaged"),
        (lambda path: path.write_bytes(path.read_bytes()[:-40]), Severity.ERROR, "is damaged"),
        (lambda path: path.write_bytes(bytes(300)), Severity.ERROR, "is damaged"),
        (set_span(start=5), Severity.ERROR, "says 'بوتين', the text has 'وتين' there"),
        (set_span(end=999, text=None), Severity.ERROR, "runs past the text's 18 characters"),
        (set_span(start=9, end=4), Severity.ERROR, "makes no sense"),
        (set_span(start="x"), Severity.ERROR, r"makes no sense.*start"),
        (set_span(label="planet"), Severity.WARNING, "label 'planet', which the project lacks"),
        (edit(add_relation), Severity.ERROR, "points at annotation gone"),
        (edit(add_zone), Severity.ERROR, r"zone \[0, 999\) runs past"),
        (edit(repeat), Severity.ERROR, "a1 is there twice"),
        (set_meta(text_sha256="0" * 64), Severity.ERROR, "made on another text"),
        (set_meta(text_sha256="0"), Severity.ERROR, "text_sha256 is '0', which makes no sense"),
        (set_meta(article="000000000000"), Severity.ERROR, "belongs to article 000000000000"),
        (set_meta(format=9), Severity.WARNING, "newer Hashiya"),
        (set_meta(status="finished"), Severity.ERROR, "finished.*makes no sense"),
        (set_span(note="by hand"), Severity.WARNING, "checksum does not fit"),
    ],
)
def test_a_wrong_layer_file_is_named_with_what_is_wrong(
    project: Project, damage: Callable[[Path], object], severity: Severity, says: str
) -> None:
    path = layer_file(project, "sara", LAYER.article_id)
    damage(path)
    before = path.read_bytes()
    found = [
        p for p in project.check().problems if p.where == path.relative_to(project.path).as_posix()
    ]
    assert {p.severity for p in found if re.search(says, p.what)} == {severity}
    assert all(p.remedy for p in found)
    assert path.read_bytes() == before


def test_a_missing_text_and_a_changed_one_are_errors(project: Project) -> None:
    path = project.path / "articles" / LAYER.article_id[:2] / f"{LAYER.article_id}.json"
    whole = path.read_bytes()
    path.write_bytes(whole.replace("موسكو".encode(), "لندن".encode()))
    assert "the text was changed" in project.check().problems[0].what
    path.unlink()
    (problem,) = project.check().problems
    assert (problem.severity, problem.where) == (
        Severity.ERROR,
        path.relative_to(project.path).as_posix(),
    )
    assert "is missing" in problem.what


def test_strangers_in_the_folders_are_reported_and_never_read(project: Project) -> None:
    folder = project.path / "annotations" / "sara" / LAYER.article_id[:2]
    conflict = folder / f"{LAYER.article_id}.sync-conflict-20261121-120000-ABCDEFG.json"
    conflict.write_bytes(b"{}")
    (folder / "x.123-1.tmp").write_bytes(b"")
    (project.path / "articles" / "notes.txt").write_bytes(b"")
    problems = project.check().problems
    assert [(p.severity, Path(p.where).name) for p in problems] == [
        (Severity.WARNING, "notes.txt"),
        (Severity.WARNING, conflict.name),
        (Severity.NOTE, "x.123-1.tmp"),
    ]
    assert project.annotators() == ("sara",)


def test_a_relation_and_a_zone_that_fit_are_no_problem(project: Project) -> None:
    text, layer = picture("قال [بوتين:actor] في [موسكو:quote]")
    put_layer(
        project,
        Layer(
            "omar",
            layer.article_id,
            layer.status,
            layer.annotations,
            frozenset([Relation("speaker", "a2", "a1")]),
            frozenset([Zone(Span(0, len(text)))]),
        ),
    )
    assert project.check().problems == ()


def test_the_report_counts_by_severity_and_puts_the_worst_first(project: Project) -> None:
    set_span(label="planet")(layer_file(project, "sara", LAYER.article_id))
    set_span(label="planet", start=5)(layer_file(project, "sara", LAYER.article_id))
    report = project.check()
    assert [p.severity for p in report.problems] == ["error", "warning", "warning"]
    assert report.lines()[-1].endswith("files checked: 1 error, 2 warnings")
