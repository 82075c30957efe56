"""Agreement of a project's annotators: read once, kept, and counted anew where somebody worked."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator import edits
from annotator.errors import AnnotatorError, CancelledError, ExportFailure, ProjectError
from annotator.iaa.alignment.kinds import Cause, Kind
from annotator.iaa.alignment.options import Edges, Options
from annotator.iaa.scores.results import Measure
from annotator.model import Annotation, Article, Layer, Span, Status, Zone, new_id
from annotator.project import Project
from annotator.project.iaa import counts as iaa
from annotator.project.iaa import report_files
from annotator.store.layers.reader import LayerReader
from tests.helpers.projects import add_texts, make_project, put_layer

TEXTS = ("قال بوتين إن السلام مهم.", "وصل علييف وأرمينيا إلى موسكو.", "لا شيء هنا.")


def done(article_id: str, annotator: str, *spans: tuple[int, int, str], **more) -> Layer:
    made = [Annotation(new_id(), Span(s, e), label) for s, e, label in spans]
    return Layer(annotator, article_id, Status.DONE, {one.id: one for one in made}, **more)


@pytest.fixture
def project(tmp_path: Path):
    """Return a project of three articles, finished by a and b; b lacks one span and has one more."""
    with make_project(tmp_path / "p", *TEXTS) as opened:
        first, second, third = (entry.id for entry in opened.entries())
        put_layer(opened, done(first, "a", (4, 9, "actor"), (10, 12, "date")))
        put_layer(opened, done(first, "b", (4, 9, "actor")))
        put_layer(opened, done(second, "a", (11, 18, "actor")))
        put_layer(opened, done(second, "b", (10, 18, "actor")))
        put_layer(opened, done(third, "a"))
        put_layer(opened, done(third, "b"))
        yield opened


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Return the list, growing, of layers that are read."""
    seen: list[tuple[str, str]] = []
    layer = LayerReader.layer

    def recorded(self, article_id, annotator):
        seen.append((article_id, annotator))
        return layer(self, article_id, annotator)

    monkeypatch.setattr(LayerReader, "layer", recorded)
    return seen


def exact(found) -> float | None:
    return found.mean[Measure.EXACT].total.value


def test_it_is_measured_on_what_is_saved(project):
    found = iaa.agreement(project)
    assert (found.articles, found.annotators) == (3, ("a", "b"))
    assert exact(found) == pytest.approx(2 / 5)


def test_the_second_time_no_layer_is_read(project, reads):
    first = iaa.agreement(project)
    assert len(reads) == 6
    reads.clear()
    assert iaa.agreement(project) == first
    with Project.open(project.path) as again:
        assert iaa.agreement(again) == first
    assert reads == []


def test_only_articles_with_new_edits_are_read_again(project, reads):
    iaa.agreement(project)
    reads.clear()
    changed = project.entries()[1].id
    with project.desk("b") as desk:
        [made] = desk.layer(changed)
        desk.commit(changed, edits.move(made.id, Span(11, 18), desk.layer(changed)))
        # The edit is in the journal, not yet in the layer's file.
        assert exact(iaa.agreement(project)) == pytest.approx(4 / 5)
    assert {article for article, _ in reads} == {changed}
    reads.clear()
    assert exact(iaa.agreement(project)) == pytest.approx(4 / 5)
    assert {article for article, _ in reads} <= {changed}


def test_a_layer_changed_by_another_program_is_read_again(project, reads):
    before = exact(iaa.agreement(project))
    reads.clear()
    first = project.entries()[0].id
    path = project.path / "annotations" / "b" / first[:2] / f"{first}.json"
    text = path.read_text(encoding="utf-8").replace('"actor"', '"quote"')
    path.write_text(text, encoding="utf-8")
    assert exact(iaa.agreement(project)) != before
    assert {article for article, _ in reads} == {first}


def test_new_articles_and_annotators_are_counted(project):
    iaa.agreement(project)
    [new] = add_texts(project, "نص جديد هنا")
    put_layer(project, done(new, "a", (0, 3, "actor")))
    put_layer(project, done(new, "b", (0, 3, "actor")))
    found = iaa.agreement(project)
    assert (found.articles, exact(found)) == (4, pytest.approx(4 / 7))
    put_layer(project, done(new, "c", (0, 3, "actor")))
    found = iaa.agreement(project)
    assert found.annotators == ("a", "b", "c")
    assert [pair.joint_articles for pair in found.pairs] == [4, 1, 1]


def test_another_schema_is_counted_anew(project):
    iaa.agreement(project)
    labels = project.schema.labels
    project.set_schema(replace(project.schema, labels=labels[::-1], relations=()))
    found = iaa.agreement(project)
    assert found.all_labels == tuple(label.name for label in labels[::-1])
    assert exact(found) == pytest.approx(2 / 5)


def test_labels_that_nobody_uses_any_more_are_gone(project):
    first = project.entries()[0].id
    put_layer(project, done(first, "b", (4, 9, "strange")))
    assert "strange" in iaa.agreement(project).all_labels
    put_layer(project, done(first, "b", (4, 9, "actor")))
    found = iaa.agreement(project)
    assert found.all_labels == project.schema.label_names
    assert exact(found) == pytest.approx(2 / 5)


def test_a_damaged_cache_is_made_again(project):
    before = iaa.agreement(project)
    for path in (project.path / ".cache").iterdir():
        path.write_bytes(b"not what it was")
    assert iaa.agreement(project) == before


def test_a_project_opened_for_reading_is_left_as_it_is(project):
    with Project.open(project.path, read_only=True) as opened:
        assert exact(iaa.agreement(opened)) == pytest.approx(2 / 5)
    assert not (project.path / ".cache").exists()


def test_the_cache_is_nothing_that_check_minds(project):
    iaa.agreement(project)
    assert project.check().problems == ()


def test_gold_counts_only_when_it_is_asked_for(project):
    first = project.entries()[0].id
    put_layer(project, done(first, "gold", (4, 9, "actor"), zones=frozenset([Zone(Span(10, 12))])))
    assert iaa.agreement(project).annotators == ("a", "b")
    assert exact(iaa.agreement(project)) == pytest.approx(2 / 5)
    found = iaa.agreement(project, annotators=["a", "gold"])
    assert found.annotators == ("a", "gold")
    assert exact(found) == 1  # what gold marks as out of scope is out of scope


def test_a_choice_of_annotators_gives_the_numbers_the_whole_table_has(project):
    for entry in project.entries():
        put_layer(project, done(entry.id, "c", (4, 9, "actor")))
    whole = {(p.a, p.b): p for p in iaa.agreement(project, draws=0).pairs}
    [pair] = iaa.agreement(project, annotators=["c", "a"], draws=0).pairs
    assert pair == whole["a", "c"]


def test_articles_are_chosen_by_id_number_or_title(project):
    first, second, _ = project.entries()
    assert exact(iaa.agreement(project, articles=[first.id])) == pytest.approx(2 / 3)
    assert exact(iaa.agreement(project, articles=["2"])) == 0
    assert iaa.agreement(project, articles=[first.title, second.id]).articles == 2
    with pytest.raises(ProjectError, match="no article is called"):
        iaa.agreement(project, articles=["99"])


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["a", "zoe"], "zoe has annotated nothing here; there are a, b"),
        (["a"], "needs two annotators, and there is a"),
        ([], "needs two annotators, and there is none"),
    ],
)
def test_names_that_make_no_comparison_are_refused(project, names, message):
    with pytest.raises(ProjectError, match=message):
        iaa.agreement(project, annotators=names)


def test_a_project_nobody_annotated_says_so(tmp_path):
    with make_project(tmp_path / "q", "نص") as empty:
        with pytest.raises(ProjectError, match="there is none"):
            iaa.agreement(empty)
        with pytest.raises(ProjectError, match="nobody has annotated anything yet"):
            iaa.agreement(empty, annotators=["a", "b"])


def test_progress_goes_by_article_and_stopping_keeps_nothing(project):
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        iaa.agreement(project, progress=stop)
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert not (project.path / ".cache").exists()


def test_options_are_counted_and_kept_apart(project, reads):
    open_work = project.entries()[2].id
    put_layer(project, replace(done(open_work, "b", (0, 2, "date")), status=Status.IN_PROGRESS))
    assert iaa.agreement(project).articles == 2
    found = iaa.agreement(project, options=Options(in_progress=True))
    assert (found.articles, exact(found)) == (3, pytest.approx(2 / 6))
    reads.clear()
    assert iaa.agreement(project).articles == 2
    assert reads == []


def test_readings_of_edges_need_the_text_and_stand_side_by_side(project):
    found = iaa.agreement_by_edges(project)
    assert {edges: exact(one) for edges, one in found.items()} == {
        Edges.AS_IS: pytest.approx(2 / 5),
        Edges.TRIMMED: pytest.approx(2 / 5),
        Edges.STRIPPED: pytest.approx(4 / 5),
    }


def test_the_disagreements_are_those_counted_with_their_text(project):
    found = list(iaa.disagreements(project))
    assert [(one.kind, one.cause, one.span.of(text)) for one, text in found] == [
        (Kind.ONLY_A, None, "إن"),
        (Kind.BOUNDARY, Cause.CLITIC, "وأرمينيا"),
    ]
    assert len(list(iaa.disagreements(project, articles=["1"]))) == 1


class TestFiles:
    def test_tables_and_disagreements_are_written(self, project, tmp_path):
        out = tmp_path / "tables"
        found, readings = iaa.agreement(project), iaa.agreement_by_edges(project)
        paths = report_files.write_tables(project, found, readings, out)
        assert {path.name for path in paths} == {path.name for path in out.iterdir()}
        assert {"attributes.csv", "relations.csv"} <= {path.name for path in paths}
        assert len(paths) == 9
        lines = (out / "disagreements.csv").read_text(encoding="utf-8-sig").split("\n")
        assert len(lines) == 4
        assert "وأرمينيا" in lines[2]
        assert b"\r" not in (out / "labels.csv").read_bytes()

    def test_the_page_names_the_project_its_labels_and_its_articles(self, project):
        found, readings = iaa.agreement(project), iaa.agreement_by_edges(project)
        page = report_files.html_page(project, found, readings, language="ar")
        assert project.title in page
        assert "فاعل" in page
        assert project.entries()[0].title in page

    def test_a_stopped_export_leaves_no_file(self, project, tmp_path):
        out = tmp_path / "tables"
        found, readings = iaa.agreement(project), iaa.agreement_by_edges(project)

        def stop(_done: int, _total: int) -> None:
            raise CancelledError("stopped")

        with pytest.raises(CancelledError):
            report_files.write_tables(project, found, readings, out, progress=stop)
        assert list(out.iterdir()) == []

    @pytest.mark.parametrize("place", ["folder", "folder/below/a.json"])
    def test_a_place_that_cannot_be_written_is_refused(self, tmp_path, place):
        (tmp_path / "folder").mkdir()
        (tmp_path / "folder" / "below").write_text("a file", encoding="utf-8")
        with pytest.raises(ExportFailure):
            report_files.write_text(tmp_path / place, "text")
        assert sorted(path.name for path in (tmp_path / "folder").iterdir()) == ["below"]


def test_texts_with_any_characters_are_compared(tmp_path):
    with make_project(tmp_path / "p") as opened:
        text = "a\u2028b 🇪🇬 مُحَمَّد\tz"
        opened.add_articles([article := Article.from_text(text, title="x")])
        for name in "ab":
            put_layer(opened, done(article.id, name, (4, 6, "actor"), (7, 15, "actor")))
        assert exact(iaa.agreement(opened)) == 1
        assert exact(iaa.agreement(opened, options=Options(edges=Edges.STRIPPED))) == 1


def test_errors_are_ones_people_can_read(project):
    with pytest.raises(AnnotatorError, match="there is no label colour"):
        iaa.agreement(project, labels=["colour"])
