"""One annotator at work: what is committed is there, what is refused never happened."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import edits
from annotator.errors import EditError, LockedError, NewerFormatError, NotSavedError, ReadOnlyError
from annotator.model import Annotation, Article, Layer, Relation, Span, Status, Zone
from annotator.project import Project
from annotator.project.take_layer import TakeLayer
from annotator.store.layers import rows
from tests.helpers.disks import FailingDisk
from tests.helpers.pictures import draw, picture
from tests.helpers.projects import layer_file, make_project, put_layer, rewrite, stock_tables
from tests.helpers.strategies import TEXTS, layers

TEXT = "قال بوتين أمس في موسكو"


@pytest.fixture
def project(tmp_path: Path):
    with make_project(tmp_path / "p", TEXT) as made:
        yield made


def only(project: Project) -> str:
    return project.entries()[0].id


def test_a_committed_edit_is_there_after_opening_again(project: Project) -> None:
    article = only(project)
    with project.desk("sara") as desk:
        empty = desk.layer(article)
        committed = desk.commit(article, edits.add(Annotation("q", Span(4, 9), "actor"), empty))
    assert draw(TEXT, committed) == "قال [بوتين:actor] أمس في موسكو"
    with Project.open(project.path) as again:
        assert again.layer(article, "sara") == committed
        assert committed.status == Status.IN_PROGRESS


def test_an_edit_is_on_disk_when_commit_returns(project: Project) -> None:
    article = only(project)
    with project.desk("sara") as desk:
        committed = desk.commit(
            article, edits.add(Annotation("q", Span(4, 9), "actor"), desk.layer(article))
        )
        with Project.open(project.path, read_only=True) as other:
            assert other.layer(article, "sara") == committed


@settings(max_examples=60)
@given(st.data())
def test_any_layer_comes_back_equal(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    text = data.draw(TEXTS)
    article = Article.from_text(text)
    project = make_project(tmp_path_factory.mktemp("any") / "p", text)
    first = data.draw(layers(article))
    second = data.draw(layers(article))
    with project:
        for layer in (first, second, first):
            put_layer(project, layer)
            with Project.open(project.path) as again:
                assert again.layer(article.id, "sara") == layer


def test_stock_tinydb_shows_the_rows_with_the_text_of_each_span(project: Project) -> None:
    article = only(project)
    _, layer = picture("قال [بوتين:actor] أمس في [موسكو:actor]")
    put_layer(project, layer)
    spans = stock_tables(layer_file(project, "sara", article))["spans"]
    assert [(row["text"], row["label"], row["by"], row["rev"]) for row in spans] == [
        ("بوتين", "actor", "sara", 1),
        ("موسكو", "actor", "sara", 1),
    ]


def test_a_removed_annotation_leaves_a_tombstone_that_its_return_lifts(project: Project) -> None:
    article = only(project)
    with project.desk("sara") as desk:
        layer = desk.commit(
            article, edits.add(Annotation("q", Span(4, 9), "actor"), desk.layer(article))
        )
        remove = edits.remove("q", layer)
        desk.commit(article, remove)
        desk.checkpoint()
        tables = stock_tables(layer_file(project, "sara", article))
        assert tables["spans"] == []
        assert [(row["uid"], row["of"], row["rev"]) for row in tables["removed"]] == [
            ("q", "spans", 2)
        ]
        desk.commit(article, edits.Inverse(remove))
        desk.checkpoint()
    tables = stock_tables(layer_file(project, "sara", article))
    assert [(row["uid"], row["rev"]) for row in tables["spans"]] == [("q", 3)]
    assert tables["removed"] == []


def test_the_layer_file_says_on_which_text_it_was_made(project: Project) -> None:
    article = only(project)
    put_layer(project, picture("قال [بوتين:actor] أمس في موسكو")[1])
    meta = stock_tables(layer_file(project, "sara", article))["meta"][0]
    assert str(meta["text_sha256"]).startswith(article)
    assert meta["format"] == rows.FORMAT
    assert meta["annotator"] == "sara"


def test_tables_and_keys_of_other_programs_survive_an_edit(project: Project) -> None:
    article = only(project)
    layer = put_layer(project, picture("قال [بوتين:actor] أمس في موسكو")[1])
    path = layer_file(project, "sara", article)
    row = stock_tables(path)["spans"][0] | {"confidence": 0.5}
    rewrite(path, {"spans": {"1": row}, "bookmarks": {"1": {"at": 4}}})
    with project.desk("sara") as desk:
        desk.commit(article, edits.relabel("a1", "quote", layer))
    tables = stock_tables(path)
    assert tables["bookmarks"] == [{"at": 4}]
    assert (tables["spans"][0]["confidence"], tables["spans"][0]["label"]) == (0.5, "quote")


@pytest.mark.parametrize("step", ["append", "sync"])
def test_a_full_disk_refuses_the_edit_and_leaves_the_layer_as_it_was(
    tmp_path: Path, step: str
) -> None:
    make_project(tmp_path / "p", TEXT).close()
    disk = FailingDisk()
    with Project.open(tmp_path / "p", filesystem=disk) as project, project.desk("sara") as desk:
        article = only(project)
        before = desk.commit(
            article, edits.add(Annotation("q", Span(4, 9), "actor"), desk.layer(article))
        )
        disk.failing = {step}
        with pytest.raises(NotSavedError, match="No space left"):
            desk.commit(article, edits.relabel("q", "date", before))
        disk.failing = set()
        assert desk.layer(article) == before
        after = desk.commit(article, edits.relabel("q", "quote", before))
        assert after["q"].label == "quote"
    with Project.open(tmp_path / "p") as project:
        assert project.layer(article, "sara") == after


def test_an_edit_past_the_text_is_refused(project: Project) -> None:
    article = only(project)
    with project.desk("sara") as desk:
        before = desk.layer(article)
        for edit in (
            edits.AddAnnotation(Annotation("q", Span(4, 99), "actor")),
            edits.AddZone(Zone(Span(0, 99))),
        ):
            with pytest.raises(EditError, match="runs past"):
                desk.commit(article, edit)
        assert desk.layer(article) == before


def test_a_note_no_file_can_hold_is_refused(project: Project) -> None:
    article = only(project)
    with project.desk("sara") as desk:
        before = desk.layer(article)
        with pytest.raises(EditError, match="surrogate"):
            desk.commit(
                article, edits.AddAnnotation(Annotation("q", Span(4, 9), "actor", note="\ud800"))
            )
        assert desk.layer(article) == before
        desk.commit(article, edits.AddAnnotation(Annotation("q", Span(4, 9), "actor", note="fine")))


def test_a_bulk_edit_is_saved_whole_or_not_at_all(project: Project) -> None:
    article = only(project)
    good = edits.AddAnnotation(Annotation("q", Span(4, 9), "actor"))
    bad = edits.AddRelation(Relation("speaker", "q", "nobody"))
    with project.desk("sara") as desk:
        with pytest.raises(EditError):
            desk.commit(article, edits.Bulk((good, bad)))
        assert desk.layer(article) == Layer("sara", article)
        both = edits.Bulk((good, edits.AddAnnotation(Annotation("r", Span(0, 3), "date"))))
        assert len(desk.commit(article, both)) == 2


def test_a_second_desk_for_the_same_annotator_is_refused_and_another_is_not(
    project: Project,
) -> None:
    with project.desk("سارة"), Project.open(project.path) as other:
        with pytest.raises(LockedError, match="سارة is being worked on by process"):
            other.desk("سارة")
        other.desk("omar").close()
    project.desk("سارة").close()


def test_a_closed_desk_takes_nothing(project: Project) -> None:
    desk = project.desk("sara")
    desk.close()
    desk.close()
    with pytest.raises(ReadOnlyError, match="closed"):
        desk.commit(only(project), edits.AddZone(Zone(Span(0, 3))))


def test_a_layer_of_a_newer_format_is_read_and_not_written(project: Project) -> None:
    article = only(project)
    layer = put_layer(project, picture("قال [بوتين:actor] أمس في موسكو")[1])
    path = layer_file(project, "sara", article)
    rewrite(path, {"meta": {"1": stock_tables(path)["meta"][0] | {"format": 99}}})
    before = path.read_bytes()
    with project.desk("sara") as desk:
        assert desk.layer(article) == layer
        with pytest.raises(NewerFormatError, match=r"newer Hashiya.*Update"):
            desk.commit(article, edits.relabel("a1", "quote", layer))
    assert path.read_bytes() == before


def test_taking_a_whole_layer_can_be_undone(project: Project) -> None:
    article = only(project)
    _, layer = picture("قال [بوتين:actor] أمس في موسكو")
    with project.desk("sara") as desk:
        take = TakeLayer(desk.layer(article), layer)
        desk.commit(article, take)
        assert desk.commit(article, edits.Inverse(take)) == Layer("sara", article)
