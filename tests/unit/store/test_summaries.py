"""The list's numbers are right whatever the cache says, and reading them costs no file that has not changed."""

from pathlib import Path

import pytest

from annotator import edits
from annotator.model import Annotation, Span, Status
from annotator.project import LayerSummary, Project
from annotator.store.files.filesystem import FileSystem
from tests.helpers.pictures import picture
from tests.helpers.projects import layer_file, make_project, put_layer

DRAWINGS = ("قال [بوتين:actor]", "قال [لافروف:actor] [أمس:date]")


class CountingReads(FileSystem):
    def __init__(self) -> None:
        self.layers_read = 0

    def read(self, path: Path) -> bytes:
        self.layers_read += "annotations" in path.parts and path.name != "annotator.json"
        return super().read(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with make_project(tmp_path / "p", *(picture(d)[0] for d in DRAWINGS), "نص") as project:
        for drawing in DRAWINGS:
            put_layer(project, picture(drawing)[1])
    return tmp_path / "p"


def expected() -> dict[str, LayerSummary]:
    layers = [picture(d)[1] for d in DRAWINGS]
    return {layer.article_id: LayerSummary(Status.IN_PROGRESS, len(layer)) for layer in layers}


def test_only_changed_files_are_read_again(folder: Path) -> None:
    for reads in (2, 0):
        disk = CountingReads()
        with Project.open(folder, filesystem=disk) as project:
            assert project.summaries("sara") == expected()
            assert disk.layers_read == reads
    put_layer(Project.open(folder), picture("قال [لافروف:quote] أمس")[1])
    disk = CountingReads()
    with Project.open(folder, filesystem=disk) as project:
        summaries = project.summaries("sara")
    assert disk.layers_read == 1
    assert sorted(s.annotations for s in summaries.values()) == [1, 1]


@pytest.mark.parametrize("data", [None, b"", b"garbage", b'{"layers":{"1":{"article":3}}}'])
def test_a_cache_that_is_gone_or_garbled_is_made_again(folder: Path, data: bytes | None) -> None:
    with Project.open(folder) as project:
        project.summaries("sara")
        cache = folder / ".cache" / "sara.json"
        whole = cache.read_bytes()
        cache.unlink() if data is None else cache.write_bytes(data)
        assert project.summaries("sara") == expected()
        assert cache.read_bytes() == whole


def test_edits_that_only_the_journal_has_are_counted(folder: Path) -> None:
    with Project.open(folder) as project, project.desk("sara") as desk:
        article = project.entries()[0].id
        edit = edits.AddAnnotation(Annotation("n", Span(0, 3), "date"))
        desk.commit(article, edit)
        desk.commit(article, edits.set_status(Status.DONE, desk.layer(article)))
        for shown in (project, Project.open(folder, read_only=True)):
            assert shown.summaries("sara")[article] == LayerSummary(Status.DONE, 2)


def test_a_deleted_layer_file_still_counts_as_the_journal_says(folder: Path) -> None:
    with Project.open(folder) as project:
        project.summaries("sara")
        layer_file(project, "sara", picture(DRAWINGS[0])[1].article_id).unlink()
        assert project.summaries("sara") == expected()


def test_a_layer_that_cannot_be_read_does_not_stop_the_list(folder: Path) -> None:
    with Project.open(folder) as project:
        path = layer_file(project, "omar", picture(DRAWINGS[0])[1].article_id)
        path.parent.mkdir(parents=True)
        path.write_bytes(b"garbage")
        assert project.summaries("omar") == {}


def test_reading_summaries_of_a_read_only_project_writes_no_cache(folder: Path) -> None:
    with Project.open(folder, read_only=True) as project:
        assert project.summaries("sara") == expected()
    assert not (folder / ".cache").exists()
