"""Exporting through the door: what is chosen, where it is written, and that no half file ever appears."""

import io
import json
from pathlib import Path

import pytest

from annotator.errors import CancelledError, ExportFailure, ProjectError
from annotator.model import Status
from annotator.project import Project
from tests.helpers.pictures import picture
from tests.helpers.projects import add_texts, make_project, put_layer

DRAWINGS = ("قال [بوتين:actor] في [موسكو:actor]", "[قال [لافروف:actor]:quote] أمس")


@pytest.fixture
def project(tmp_path: Path):
    with make_project(tmp_path / "p", *(picture(d)[0] for d in DRAWINGS), "نص بلا شيء") as made:
        for drawing in DRAWINGS:
            put_layer(made, picture(drawing)[1])
        yield made


def read_lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


def test_conll_holds_every_article_and_one_annotator_is_chosen_by_itself(
    project: Project, tmp_path: Path
) -> None:
    report = project.export(tmp_path / "out" / "a.conll", format="conll2003")
    written = (tmp_path / "out" / "a.conll").read_text(encoding="utf-8")
    assert written.count("-DOCSTART-") == 3
    assert "بوتين -X- -X- B-ACTOR" in written
    assert report.paths == (tmp_path / "out" / "a.conll",)
    assert report.loss.articles == 3
    assert f"wrote {tmp_path / 'out' / 'a.conll'}" in report.lines()


def test_jsonl_comes_back_as_it_went_out(project: Project, tmp_path: Path) -> None:
    project.export(tmp_path / "a.jsonl", format="jsonl")
    with Project.create(tmp_path / "q") as copy:
        assert copy.import_files([tmp_path / "a.jsonl"]).refused == ()
        assert [e.id for e in copy.entries()] == [e.id for e in project.entries()]
        for entry in project.entries():
            assert copy.layer(entry.id, "sara") == project.layer(entry.id, "sara")
        copy.export(tmp_path / "b.jsonl", format="jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_json_holds_everybody_and_a_named_annotator_alone(project: Project, tmp_path: Path) -> None:
    put_layer(project, picture(DRAWINGS[0], "سارة")[1])
    project.export(tmp_path / "all.jsonl", format="jsonl")
    project.export(tmp_path / "one.jsonl", format="jsonl", annotator="سارة")
    names = [
        [layer["annotator"] for layer in record["layers"]]
        for record in read_lines(tmp_path / "all.jsonl")
    ]
    assert names == [["sara", "سارة"], ["sara"], []]
    assert all(
        layer["annotator"] == "سارة"
        for record in read_lines(tmp_path / "one.jsonl")
        for layer in record["layers"]
    )


def test_conll_of_several_annotators_asks_which(project: Project, tmp_path: Path) -> None:
    put_layer(project, picture(DRAWINGS[0], "omar")[1])
    with pytest.raises(ExportFailure, match="choose one of omar, sara"):
        project.export(tmp_path / "a.conll", format="conll2003")


def test_an_unknown_annotator_is_refused_naming_the_known(project: Project, tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="'sarah' has annotated nothing here; there are sara"):
        project.export(tmp_path / "a.conll", format="conll2003", annotator="sarah")
    with pytest.raises(ExportFailure, match="no gold layer yet"):
        project.export(tmp_path / "a.conll", format="conll2003", gold=True)


def test_a_project_nobody_has_worked_on_gives_bare_texts_and_says_so(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", "نص") as project:
        report = project.export(tmp_path / "a.conll", format="conll2003", annotator="a")
    assert "نص -X- -X- O" in (tmp_path / "a.conll").read_text(encoding="utf-8")
    assert "nobody has annotated anything yet" in report.notes[0]


def test_the_gold_layer_is_the_annotator_gold(project: Project, tmp_path: Path) -> None:
    put_layer(project, picture(DRAWINGS[0], "gold")[1].with_status(Status.DONE))
    project.export(tmp_path / "a.jsonl", format="jsonl", gold=True)
    assert read_lines(tmp_path / "a.jsonl")[0]["layers"][0]["annotator"] == "gold"  # type: ignore[index] # plain JSON


@pytest.mark.parametrize("name", ["conll2003", "conll-layers", "jsonl", "json"])
@pytest.mark.parametrize("asked", [{"gold": True}, {"annotator": "gold"}])
def test_gold_is_what_was_reviewed_to_the_end_and_the_report_counts_the_rest(
    project: Project, tmp_path: Path, name: str, asked: dict[str, object]
) -> None:
    put_layer(project, picture(DRAWINGS[0], "gold")[1].with_status(Status.DONE))
    put_layer(project, picture(DRAWINGS[1], "gold")[1])
    report = project.export(tmp_path / "a", format=name, **asked)  # type: ignore[arg-type] # of the parameters
    assert (report.loss.articles, report.loss.written) == (1, 2)
    assert report.notes == (
        "left out 1 article that nobody reviewed and 1 article half decided; status any writes them too",
    )
    assert "نص بلا شيء" not in (tmp_path / "a").read_text(encoding="utf-8")
    everything = project.export(tmp_path / "b", format=name, status="any", **asked)  # type: ignore[arg-type]
    assert everything.loss.articles == 3
    (note,) = everything.notes
    assert "among them 1 article that nobody reviewed, written without annotations" in note
    assert "1 article half decided" in note


def test_gold_that_is_reviewed_to_the_last_article_needs_no_note(
    project: Project, tmp_path: Path
) -> None:
    for drawing in (*DRAWINGS, "نص بلا شيء"):
        put_layer(project, picture(drawing, "gold")[1].with_status(Status.DONE))
    report = project.export(tmp_path / "a", format="jsonl", gold=True)
    assert (report.loss.articles, report.notes) == (3, ())


def test_an_export_of_nothing_says_so_and_leaves_what_was_there(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "a").write_text("before", encoding="utf-8")
    put_layer(project, picture(DRAWINGS[1], "gold")[1])
    with pytest.raises(
        ExportFailure, match=r"nothing to export: no article has been reviewed.*1 article half"
    ):
        project.export(tmp_path / "a", format="jsonl", gold=True)
    with pytest.raises(ExportFailure, match="nothing to export: no article is finished"):
        project.export(tmp_path / "a", format="jsonl", annotator="sara", status="done")
    with (
        make_project(tmp_path / "empty") as empty,
        pytest.raises(ExportFailure, match="the project holds no article"),
    ):
        empty.export(tmp_path / "a", format="jsonl")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "before"


def test_what_is_left_out_as_unfinished_and_a_part_without_articles_are_said(
    project: Project, tmp_path: Path
) -> None:
    put_layer(project, picture(DRAWINGS[1])[1].with_status(Status.DONE))
    report = project.export(tmp_path / "a.jsonl", format="jsonl", status="done", split=(100, 0, 0))
    assert report.notes == ("left out 2 articles not finished", "dev is empty", "test is empty")


def test_a_stream_gets_what_a_file_would_and_only_when_all_is_whole(
    project: Project, tmp_path: Path
) -> None:
    for name in ("conll2003", "conll-layers", "jsonl", "json"):
        stream = io.BytesIO()
        report = project.export(stream, format=name)
        project.export(tmp_path / "a", format=name)
        assert stream.getvalue() == (tmp_path / "a").read_bytes()
        assert report.paths == ()
    stream = io.BytesIO()
    with pytest.raises(CancelledError):
        project.export(stream, format="jsonl", progress=_stop)
    assert stream.getvalue() == b""


@pytest.mark.parametrize("several", [{"options": {"nested": "per-label"}}, {"split": (80, 10, 10)}])
def test_a_stream_takes_no_export_of_several_files(
    project: Project, several: dict[str, object]
) -> None:
    stream = io.BytesIO()
    with pytest.raises(ExportFailure, match="writes several files, and a stream takes one"):
        project.export(stream, format="conll2003", **several)  # type: ignore[arg-type] # of the parameters
    assert stream.getvalue() == b""


def _stop(done: int, _total: int) -> None:
    if done:
        raise CancelledError("stop")


def test_only_finished_work_where_that_is_asked_for(project: Project, tmp_path: Path) -> None:
    layer = picture(DRAWINGS[1])[1].with_status(Status.DONE)
    put_layer(project, layer)
    for name, out in (("conll2003", tmp_path / "a.conll"), ("jsonl", tmp_path / "a.jsonl")):
        assert project.export(out, format=name, status="done").loss.articles == 1
    assert [record["id"] for record in read_lines(tmp_path / "a.jsonl")] == [layer.article_id]


def test_a_split_writes_three_files_that_hold_everything_once(
    project: Project, tmp_path: Path
) -> None:
    add_texts(project, *(f"نص رقم {n} عن شيء آخر تماما {'كلمة ' * n}" for n in range(20)))
    paths = project.export(tmp_path / "all.jsonl", format="jsonl", split=(60, 20, 20), seed=7).paths
    assert [path.name for path in paths] == ["all.train.jsonl", "all.dev.jsonl", "all.test.jsonl"]
    ids = [record["id"] for path in paths for record in read_lines(path)]
    assert sorted(map(str, ids)) == sorted(entry.id for entry in project.entries())
    assert all(path.stat().st_size for path in paths)
    first = [path.read_bytes() for path in paths]
    project.export(tmp_path / "all.jsonl", format="jsonl", split=(60, 20, 20), seed=7)
    assert [path.read_bytes() for path in paths] == first


def test_per_label_writes_a_file_for_each_label(project: Project, tmp_path: Path) -> None:
    report = project.export(
        tmp_path / "a.conll", format="conll2003", options={"nested": "per-label"}
    )
    assert [path.name for path in report.paths] == [
        f"a.{name}.conll" for name in project.schema.label_names
    ]
    assert "B-QUOTE" not in (tmp_path / "a.actor.conll").read_text(encoding="utf-8")
    assert "B-QUOTE" in (tmp_path / "a.quote.conll").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"format": "xml"}, "no export format 'xml': use conll2003"),
        ({"format": "jsonl", "status": "finished"}, "status 'finished' is not one of any, done"),
        ({"format": "conll2003", "options": {"nested": "all"}}, "nested 'all' is not one of"),
        ({"format": "jsonl", "gold": True, "annotator": "sara"}, "not both"),
    ],
)
def test_a_choice_that_does_not_exist_is_refused_naming_those_that_do(
    project: Project, tmp_path: Path, arguments: dict[str, object], says: str
) -> None:
    with pytest.raises(ExportFailure, match=says):
        project.export(tmp_path / "out", **arguments)  # type: ignore[arg-type] # wrong on purpose
    assert not (tmp_path / "out").exists()


def test_a_folder_is_not_overwritten(project: Project, tmp_path: Path) -> None:
    with pytest.raises(ExportFailure, match="is a folder"):
        project.export(tmp_path, format="jsonl")


@pytest.mark.parametrize("after", range(4))
def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(
    project: Project, tmp_path: Path, after: int
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.jsonl").write_bytes(b"old")

    def stop(done: int, total: int) -> None:
        assert total == 3
        if done == after:
            raise CancelledError("stop")

    with pytest.raises(CancelledError):
        project.export(out / "a.jsonl", format="jsonl", progress=stop)
    assert [(path.name, path.read_bytes()) for path in out.iterdir()] == [("a.jsonl", b"old")]


@pytest.mark.parametrize("out", [Path(), Path("..")])
def test_a_folder_in_the_place_of_a_file_is_refused_with_a_name_to_use(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.parent.iterdir())
    with pytest.raises(ExportFailure, match=r"is a folder: name a file in it, such as .*\.jsonl"):
        project.export(out, format="jsonl")
    assert sorted(tmp_path.parent.iterdir()) == before
