"""What suggestions are learnt from: an annotator's own work and gold, and nothing that a colleague made."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model import GOLD, Annotation, Layer, Span, Status, new_id
from annotator.project import Person, Project
from annotator.project.suggesting import knowledge
from annotator.project.suggesting.knowledge import engine_for, evaluate, shared_articles
from annotator.project.suggesting.models import model_for
from annotator.store.files.derived import read_derived
from annotator.suggest.rejections import Rejection, waving_off
from tests.helpers.projects import make_project, put_layer

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    folder = tmp_path / "karabakh"
    shutil.copytree(SAMPLE, folder)
    return folder


def suggested(folder: Path, annotator: str) -> list[object]:
    """Return everything that is suggested, model included, in every article as if nothing were annotated there."""
    with Project.open(folder, read_only=True) as project:
        engine = engine_for(project, annotator)
        lesson = engine.lesson()
        engine.adopt(model_for(project, annotator, lesson))
        articles = [project.article(entry.id) for entry in project.entries()]
        return [lesson.digest(), *(engine.suggest(a, Layer(annotator, a.id)) for a in articles)]


def test_whatever_colleagues_change_nothing_changes(sample: Path) -> None:
    before = suggested(sample, "a")
    with Project.open(sample) as project:
        for entry in project.entries():
            layer = project.layer(entry.id, "b")
            text = project.article(entry.id).text
            word = Annotation(new_id(), Span(0, text.index(" ", 5)), "actor")
            put_layer(project, replace(layer, annotations={word.id: word}, relations=frozenset()))
            put_layer(project, replace(layer, annotator="c"))
    assert suggested(sample, "a") == before
    shutil.rmtree(sample / "annotations" / "b")
    shutil.rmtree(sample / "annotations" / "c")
    for journal in (sample / "journal").glob("[bc]@*"):
        shutil.rmtree(journal)
    assert suggested(sample, "a") == before


def test_a_colleague_s_layer_is_not_even_read(sample: Path) -> None:
    asked: list[str] = []

    class Watched(Project):
        def layer(self, article_id: str, annotator: str) -> Layer:
            asked.append(annotator)
            return super().layer(article_id, annotator)

    with Watched.open(sample, read_only=True) as project:
        engine_for(project, "a")
        evaluate(project, "a", None)
    assert set(asked) == {"a"}


def test_gold_teaches_before_the_annotator_does_and_only_when_it_is_finished(
    tmp_path: Path,
) -> None:
    text = "غادر زلفان المدينة مع بلفان"
    with make_project(tmp_path / "p", text, "عاد زلفان وعاد بلفان") as project:
        first, second = (entry.id for entry in project.entries())
        own = Annotation("x", Span(5, 10), "actor")
        other = Annotation("y", Span(text.index("بلفان"), len(text)), "actor")
        put_layer(project, Layer("sara", first, Status.DONE, {"x": own}))
        put_layer(project, Layer(GOLD, first, Status.IN_PROGRESS, {"y": other}))
        article = project.article(second)
        empty = Layer("sara", second)

        def names() -> list[str]:
            found = engine_for(project, "sara").suggest(article, empty)
            return [one.span.of(article.text) for one in found]

        assert names() == ["زلفان"]
        put_layer(project, Layer(GOLD, first, Status.DONE, {"y": other}))
        assert names() == ["بلفان"]


def test_articles_that_somebody_else_has_begun_are_shared(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", "نص أول", "نص ثان", "نص ثالث", "نص رابع") as project:
        ids = [entry.id for entry in project.entries()]
        mark = {"x": Annotation("x", Span(0, 2), "actor")}
        put_layer(project, Layer("sara", ids[0], Status.DONE, mark))
        put_layer(project, Layer("layla", ids[1], Status.DONE))
        put_layer(project, Layer(GOLD, ids[2], Status.DONE, mark))
        put_layer(project, Layer("robot", ids[3], Status.DONE, mark))
        project.change_review_settings(
            lambda now: replace(now, people={"robot": Person.in_role("machine")})
        )
        assert shared_articles(project, "sara") == {ids[1]}
        assert shared_articles(project, "layla") == {ids[0]}


def test_a_project_says_whether_shared_articles_are_suggested_in(sample: Path) -> None:
    with Project.open(sample) as project:
        assert not project.review_settings().suggest_on_shared
        project.change_review_settings(lambda now: replace(now, suggest_on_shared=True))
    with Project.open(sample) as project:
        assert project.review_settings().suggest_on_shared


def test_of_many_articles_the_last_teach_and_those_in_progress(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knowledge, "MOST", 2)
    with Project.open(sample) as project:
        ids = [entry.id for entry in project.entries()]
        first = project.layer(ids[0], "a")
        put_layer(project, first.with_status(Status.IN_PROGRESS))
        lesson = engine_for(project, "a").lesson()
        assert {article_id for article_id, _ in lesson.articles} == set(ids[3:])
        waved = waving_off(Rejection("actor", "روسيا"), project.layer(ids[0], "a"))
        with project.desk("a") as desk:
            desk.commit(ids[0], waved)
        assert [h.articles for h in engine_for(project, "a").rejections.all()] == [{ids[0]}]
        monkeypatch.setattr(knowledge, "MOST", 9)
        assert len(engine_for(project, "a").lesson().articles) == 4


def kept(project: Project) -> bytes | None:
    return read_derived(project.layout, "suggestions-a.model", project.filesystem)


def test_a_model_is_kept_and_trained_again_only_for_another_lesson(sample: Path) -> None:
    told: list[int] = []
    with Project.open(sample) as project:
        lesson = engine_for(project, "a").lesson()
        model = model_for(project, "a", lesson, lambda done, _: told.append(done))
        assert told
        told.clear()
        assert model_for(project, "a", lesson, lambda done, _: told.append(done)) == model
        assert not told
        before = kept(project)
        assert before is not None
        engine = engine_for(project, "a")
        engine.forget(project.entries()[0].id)
        model_for(project, "a", engine.lesson(), lambda done, _: told.append(done))
        assert told
        assert kept(project) != before


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:-9] + b"\0" * 9, lambda data: data[:80]]
)
def test_a_damaged_model_is_trained_again(sample: Path, damage) -> None:
    with Project.open(sample) as project:
        lesson = engine_for(project, "a").lesson()
        model = model_for(project, "a", lesson)
        file = project.layout.cache / "suggestions-a.model"
        file.write_bytes(damage(file.read_bytes()))
        assert model_for(project, "a", lesson) == model


def test_nothing_is_kept_in_a_project_that_is_only_read(sample: Path) -> None:
    with Project.open(sample, read_only=True) as project:
        model_for(project, "a", engine_for(project, "a").lesson())
        assert kept(project) is None
