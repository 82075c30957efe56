"""Of an export of several files, or of a folder, all appears or nothing does."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import exporters
from annotator.errors import CancelledError, ExportFailure
from annotator.exporters import Exportable, ExportOptions, LossReport, Sink
from annotator.project import Project
from annotator.project.transfer.sink import LIST, Output
from tests.helpers import throwaway_format
from tests.helpers.pictures import picture
from tests.helpers.projects import make_project, put_layer
from tests.unit.formats.build import is_there


def write_folder(items: Iterable[Exportable], sink: Sink, _: ExportOptions) -> LossReport:
    """Write a file an article, as brat wants it, and one for them all; the first ones are closed at once."""
    count = 0
    with sink.open("all.conf") as conf:
        conf.write(b"[entities]\n")
    for item in items:
        for ending in ("txt", "ann"):
            with sink.open(f"docs/{item.article.id}.{ending}") as out:
                out.write(item.article.text.encode())
        count += 1
    return LossReport(count)


FOLDER = replace(
    throwaway_format.EXPORTER,
    name="folder",
    suffix="",
    is_folder=True,
    write=write_folder,
    options=(),
)


@pytest.fixture(autouse=True)
def registered():
    exporters.register(throwaway_format.EXPORTER)
    exporters.register(FOLDER)
    yield
    del exporters.REGISTRY["throwaway"], exporters.REGISTRY["folder"]


@pytest.fixture
def project(tmp_path: Path):
    with make_project(tmp_path / "p", "قال بوتين", "نعم", "لا") as made:
        put_layer(made, picture("قال [بوتين:actor]")[1])
        yield made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def stopping_at(step: int) -> Callable[[int, int], None]:
    def stop(done: int, _total: int) -> None:
        if done == step:
            raise CancelledError("stop")

    return stop


PER_LABEL = {"format": "conll2003", "options": {"nested": "per-label"}}
SEVERAL = [{"format": "throwaway"}, PER_LABEL, {"format": "jsonl", "split": (40, 30, 30)}]


@pytest.mark.parametrize("after", range(4))
@pytest.mark.parametrize("how", SEVERAL)
def test_a_cancel_leaves_every_one_of_several_files_as_it_was(
    project: Project, out: Path, how: dict[str, object], after: int
) -> None:
    first = project.export(out / "a.x", **how)  # type: ignore[arg-type] # made above
    before = tree(out)
    assert len(before) == len(first.paths) > 1
    put_layer(project, picture("[قال:date] بوتين", "sara")[1])
    with pytest.raises(CancelledError):
        project.export(out / "a.x", **how, progress=stopping_at(after))  # type: ignore[arg-type]
    assert tree(out) == before
    with pytest.raises(CancelledError):
        project.export(out / "new.x", **how, progress=stopping_at(after))  # type: ignore[arg-type]
    assert tree(out) == before


def test_where_the_last_of_several_files_cannot_be_moved_the_others_come_back(
    project: Project, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.date.x", "a.actor.x"):
        (out / name).write_bytes(b"old " + name.encode())
    before = tree(out)
    replace_file = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "a.agreement.x":
            raise PermissionError(13, "Permission denied", str(self), None, str(target))
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportFailure, match=r"a\.agreement\.x could not be replaced"):
        project.export(out / "a.x", **PER_LABEL)  # type: ignore[arg-type]
    assert tree(out) == before


@pytest.mark.parametrize("has_links", [True, False])
def test_several_files_replace_those_of_before_and_leave_nothing_else(
    project: Project, out: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    if not has_links:

        def refuse(self: Path, _target: Path) -> None:
            raise OSError(95, "Operation not supported")

        monkeypatch.setattr(Path, "hardlink_to", refuse)
    fresh = project.export(out / "a.x", **PER_LABEL)  # type: ignore[arg-type]
    wanted = tree(out)
    for path in fresh.paths:
        path.write_bytes(b"old")
    project.export(out / "a.x", **PER_LABEL)  # type: ignore[arg-type]
    assert tree(out) == wanted


def test_a_folder_appears_whole_with_a_list_of_what_is_in_it(project: Project, out: Path) -> None:
    report = project.export(out / "brat", format="folder")
    assert report.paths == (out / "brat",)
    names = sorted(
        ["all.conf", *(f"docs/{e.id}.{end}" for e in project.entries() for end in ("ann", "txt"))]
    )
    assert sorted(tree(out / "brat")) == sorted([LIST, *names])
    assert (out / "brat" / LIST).read_text(encoding="utf-8").splitlines() == names
    assert [path.name for path in out.iterdir()] == ["brat"]


def test_a_split_of_a_folder_is_folders_in_it(project: Project, out: Path) -> None:
    project.export(out / "brat", format="folder", split=(40, 30, 30))
    found = [name for name in tree(out / "brat") if name.endswith(".ann")]
    assert sorted(name.split("/")[0] for name in found) == ["dev", "test", "train"]


@pytest.mark.parametrize("after", range(4))
def test_an_earlier_export_stays_until_the_next_one_is_whole(
    project: Project, out: Path, after: int
) -> None:
    project.export(out / "brat", format="folder")
    before = tree(out)
    with pytest.raises(CancelledError):
        project.export(out / "brat", format="folder", progress=stopping_at(after))
    assert tree(out) == before
    project.export(out / "brat", format="folder", split=(100, 0, 0))
    assert set(tree(out)) == {
        f"brat/{name}" for name in (LIST, "train/all.conf", "dev/all.conf", "test/all.conf")
    } | {f"brat/train/docs/{e.id}.{end}" for e in project.entries() for end in ("ann", "txt")}


def test_an_earlier_export_comes_back_where_the_new_one_cannot_be_moved(
    project: Project, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.export(out / "brat", format="folder")
    before = tree(out)
    move = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self.name.endswith(".tmp"):
            raise PermissionError(13, "Permission denied")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportFailure, match="could not be replaced"):
        project.export(out / "brat", format="folder")
    assert tree(out) == before


def test_a_folder_with_anything_else_in_it_is_never_replaced(
    project: Project, out: Path, tmp_path: Path
) -> None:
    (out / "thesis.docx").write_bytes(b"three years")
    steps: list[int] = []
    with pytest.raises(ExportFailure, match=r"thesis\.docx.*empty folder"):
        project.export(out, format="folder", progress=lambda done, _: steps.append(done))
    assert steps == [], "refused before any article is read"
    project.export(out / "brat", format="folder")
    (out / "brat" / "docs" / "mine.txt").write_bytes(b"added by hand")
    with pytest.raises(ExportFailure, match=r"docs/mine\.txt"):
        project.export(out / "brat", format="folder")
    assert (out / "brat" / "docs" / "mine.txt").read_bytes() == b"added by hand"
    with pytest.raises(ExportFailure, match="not a folder"):
        project.export(out / "thesis.docx", format="folder")
    (out / "link").mkdir()
    (out / "link" / "elsewhere").symlink_to(tmp_path / "p", target_is_directory=True)
    with pytest.raises(ExportFailure, match="elsewhere"):
        project.export(out / "link", format="folder")
    (out / "empty").mkdir()
    project.export(out / "empty", format="folder")
    assert (out / "empty" / "all.conf").exists()


SAFE = st.from_regex(r"[a-z0-9\u0627-\u064a]{1,8}(\.[a-z]{1,3})?", fullmatch=True).filter(
    lambda part: part.split(".")[0] not in ("con", "prn", "aux", "nul")
)


@given(st.lists(SAFE, min_size=1, max_size=3).map("/".join))
def test_plain_names_stay_in_the_folder(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    folder = tmp_path_factory.mktemp("sink")
    with Output(folder / "out", is_folder=True) as output:
        output.part().open(name).write(b"x")
        output.keep()
    assert tree(folder) == {f"out/{name}": b"x", f"out/{LIST}": f"{name}\n".encode()}


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "../x", "a/../../x", "/etc/x", "a//b", "a/", "C:x", "a\\b", "..\\x"),
        *("a\0b", "con", "a/NUL.txt", "a.", "a ", " a", 'a"b', "a\nb", LIST, "a/.."),
    ],
)
@pytest.mark.parametrize("way", ["open", "beside"])
def test_a_name_that_leads_out_or_that_a_system_forbids_is_refused(
    tmp_path: Path, name: str, way: str
) -> None:
    with (
        Output(tmp_path / "a.x", is_folder=way == "open") as output,
        pytest.raises(ExportFailure, match="cannot be the name of a file"),
    ):
        getattr(output.part(), way)(name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("pair", [("a.ann", "a.ann"), ("A.ann", "a.ann"), ("é.ann", "e\u0301.ann")])
def test_two_files_that_some_system_takes_for_one_are_refused(
    tmp_path: Path, pair: tuple[str, str]
) -> None:
    with Output(tmp_path / "out", is_folder=True) as output:
        sink = output.part()
        sink.open(pair[0])
        with pytest.raises(ExportFailure, match="one would replace the other"):
            sink.open(pair[1])
    assert list(tmp_path.iterdir()) == []


def test_a_format_that_asks_for_what_it_is_not_is_a_fault(tmp_path: Path) -> None:
    with (
        Output(tmp_path / "a", is_folder=True) as folder,
        pytest.raises(ValueError, match="folder"),
    ):
        _ = folder.part().main
    with Output(tmp_path / "a", is_folder=False) as file, pytest.raises(ValueError, match="a file"):
        file.part().open("b")


def test_a_disk_that_refuses_leaves_nothing(
    project: Project, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    for name, how in (("a.x", PER_LABEL), ("brat", {"format": "folder"})):
        with pytest.raises(ExportFailure, match="No space left"):
            project.export(out / name, **how)  # type: ignore[arg-type]
        assert list(out.iterdir()) == []


def test_the_files_a_dialog_announces_are_those_written(project: Project, out: Path) -> None:
    from annotator.project import formats

    for exporter in filter(is_there, formats.exports()):
        for split in (None, (40, 30, 30)):
            path = formats.with_suffix(out / f"{exporter.name}{bool(split)}", exporter)
            written = project.export(path, format=exporter.name, split=split).paths
            announced = formats.export_files(
                path, exporter, {}, project.schema, is_split=split is not None
            )
            assert set(announced) == set(written)
