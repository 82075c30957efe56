from annotator.model import Annotation, Layer, Span, Status
from annotator.store.files.derived import read_derived, write_derived
from annotator.store.files.filesystem import REAL
from annotator.store.files.layout import Layout
from annotator.store.layers.reader import LayerReader
from annotator.store.layers.revisions import revisions
from tests.helpers.disks import FailingDisk
from tests.helpers.projects import add_texts, make_project, put_layer


def layer(article_id: str, annotator: str = "سارة") -> Layer:
    made = Annotation("0a", Span(0, 3), "actor")
    return Layer(annotator, article_id, Status.DONE, {made.id: made})


def now(project, annotator="سارة"):
    layout = Layout(project.path)
    return revisions(layout, annotator, LayerReader(layout, REAL), REAL)


def test_only_the_layer_that_changed_has_another_revision(tmp_path):
    with make_project(tmp_path / "p", "نص أول", "نص ثان") as project:
        first, second = (entry.id for entry in project.entries())
        for article_id in (first, second):
            put_layer(project, layer(article_id))
        before = now(project)
        assert set(before) == {first, second}
        assert now(project) == before
        with project.desk("سارة") as desk:
            from annotator import edits

            desk.commit(second, edits.set_note("0a", "x", desk.layer(second)))
            while_open = now(project)
            assert while_open[second] != before[second]
            assert while_open[first] == before[first]
        assert now(project)[first] == before[first]
        assert now(project)[second] != before[second]


def test_a_layer_that_only_the_journal_has_still_is_one(tmp_path):
    with make_project(tmp_path / "p", "نص أول") as project:
        [article_id] = [entry.id for entry in project.entries()]
        put_layer(project, layer(article_id))
        before = now(project)
        [path] = (tmp_path / "p" / "annotations").rglob(f"{article_id}.json")
        path.unlink()
        assert set(now(project)) == {article_id}
        assert now(project) != before


def test_nobody_s_layers_have_no_revisions(tmp_path):
    with make_project(tmp_path / "p", "نص أول") as project:
        add_texts(project, "نص ثان")
        assert now(project, "nobody") == {}


def test_what_is_derived_comes_back_and_may_be_missing(tmp_path):
    layout = Layout(tmp_path)
    assert read_derived(layout, "x.bin", REAL) is None
    write_derived(layout, "x.bin", b"\0data", REAL)
    assert read_derived(layout, "x.bin", REAL) == b"\0data"


def test_a_disk_that_refuses_costs_nothing_but_time(tmp_path):
    disk = FailingDisk("write_file")
    write_derived(Layout(tmp_path), "x.bin", b"data", disk)
    assert disk.calls
    assert read_derived(Layout(tmp_path), "x.bin", disk) is None
