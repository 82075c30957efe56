"""Decisions live in the gold layer: saved with what they did, undone with it, and read back as they were."""

from dataclasses import replace

import pytest

from annotator.adjudication.decisions import LinkDecision, Review, Verdict, ZoneDecision
from annotator.adjudication.records import keeping, review_of
from annotator.adjudication.rules import UNANIMOUS
from annotator.edits import Decide, Inverse, together
from annotator.errors import EditError
from annotator.model import Annotation, Article, Layer, Relation, Span, Status, Zone
from annotator.project import Project, ReviewSettings
from annotator.review.case import Case

TEXT = "قال بوتين إن روسيا وأرمينيا اتفقتا"
ARTICLE = Article.from_text(TEXT, title="خبر")


def layer(annotator: str, *spans: tuple[int, int, str]) -> Layer:
    made = {
        f"{annotator}{n}": Annotation(f"{annotator}{n}", Span(start, end), label)
        for n, (start, end, label) in enumerate(spans)
    }
    return Layer(annotator, ARTICLE.id, Status.DONE, made)


def decided() -> tuple[Layer, Review]:
    """Return an empty gold layer and the review after one difference was settled with a reason."""
    layers = layer("a", (4, 9, "actor")), layer("b", (4, 12, "actor"))
    gold = Layer("gold", ARTICLE.id)
    case = Case(layers, ("actor",), gold, Review(), UNANIMOUS)
    [row] = case.rows
    step = case.take_variants(
        row, row.cluster.variants[:1], who="lead", when="2026-01-02", why="الاسم"
    )
    return step.apply(gold), step.review


def test_a_review_is_read_back_from_the_layer_as_it_was():
    gold, review = decided()
    review = Review(
        review.decisions,
        frozenset([Relation("speaker", "a", "b")]),
        frozenset([Zone(Span(0, 3), "credits")]),
        (LinkDecision(Relation("speaker", "a", "b"), False, ("x",), "lead", "2026", "why"),),
        (ZoneDecision(Zone(Span(0, 3)), True, ("x", "y"), when="2026", is_by_rule=True),),
    )
    kept = keeping(gold, review)
    assert review_of(kept.apply(gold)) == review


def test_keeping_what_is_kept_already_changes_nothing():
    gold, review = decided()
    assert keeping(keeping(gold, review).apply(gold), review) is None


def test_undoing_a_decision_brings_back_the_one_before():
    gold, review = decided()
    first = keeping(gold, review).apply(gold)
    second = keeping(first, Review())
    assert review_of(second.apply(first)) == Review()
    assert second.revert(second.apply(first)) == first


def test_a_decision_that_somebody_changed_meanwhile_is_not_overwritten():
    gold, review = decided()
    edit = keeping(gold, review)
    with pytest.raises(EditError, match="other ones"):
        edit.apply(edit.apply(gold))


def test_no_edits_are_no_edit():
    assert together([None, None]) is None


def test_decisions_survive_the_journal_the_file_and_an_undo(tmp_path):
    _, review = decided()
    edit = keeping(Layer("gold", ARTICLE.id), review)
    with Project.create(tmp_path / "p") as project:
        project.add_articles([ARTICLE])
        with project.desk("gold") as desk:
            desk.commit(ARTICLE.id, edit)
    with Project.open(tmp_path / "p") as project:
        stored = project.layer(ARTICLE.id, "gold")
        assert review_of(stored) == review
        assert review_of(stored).decisions[0].verdict == Verdict.ACCEPTED
        assert review_of(stored).decisions[0].why == "الاسم"
        with project.desk("gold") as desk:
            desk.commit(ARTICLE.id, Inverse(edit))
            assert not desk.layer(ARTICLE.id).decisions
    with Project.open(tmp_path / "p", read_only=True) as project:
        assert not project.layer(ARTICLE.id, "gold").decisions
        assert project.check().problems == ()


def test_a_killed_program_finds_its_decision_in_the_journal(tmp_path):
    with Project.create(tmp_path / "p") as project:
        project.add_articles([ARTICLE])
        desk = project.desk("gold")
        desk.commit(ARTICLE.id, Decide(frozenset(['{"placed":{"relations":[],"zones":[]}}'])))
        for file in (tmp_path / "p" / "annotations").rglob("*.json"):
            file.unlink()
        with Project.open(tmp_path / "p", read_only=True) as other:
            assert len(other.layer(ARTICLE.id, "gold").decisions) == 1


def test_what_the_lead_wants_of_reviews_is_kept_in_the_project(tmp_path):
    wanted = ReviewSettings("majority", 3, blind=True, targets={"actor": (0.85, 0.95)})
    with Project.create(tmp_path / "p") as project:
        assert project.review_settings() == ReviewSettings()
        project.set_review_settings(wanted)
        project.set_review_settings(wanted)
        labels = project.schema
    with Project.open(tmp_path / "p", read_only=True) as project:
        assert project.review_settings() == wanted
        assert project.schema == labels


def test_decisions_come_back_in_the_order_they_were_taken():
    gold, review = decided()
    (first,) = review.decisions
    days = ["2026-03-01", "2026-01-01", "2026-02-01"]
    taken = [replace(first, when=day, why=why) for day, why in zip(days, "abc", strict=True)]
    kept = keeping(gold, Review(tuple(taken))).apply(gold)
    assert [one.when for one in review_of(kept).decisions] == sorted(days)


def test_records_of_old_programs_are_read_as_they_were_meant():
    old = (
        '{"outcomes":[{"attributes":{"canonical":"x"},"id":"0a","label":"actor","note":"","origin":"adjudicated",'
        '"span":{"end":9,"start":4}}],"seen":[[4,9,"actor"],[4,12,"actor"]],"verdict":"accepted","when":"2026-01-02",'
        '"who":"lead","why":"الاسم"}'
    )
    placed = '{"placed":{"relations":[["speaker","0a","0b"]],"zones":[[0,3,"credits"]]}}'
    review = review_of(Layer("gold", ARTICLE.id, decisions=frozenset([old, placed])))
    [decision] = review.decisions
    assert (decision.verdict, decision.who, decision.votes, decision.finished) == (
        Verdict.ACCEPTED,
        "lead",
        {},
        (),
    )
    assert not decision.knows_votes
    assert review.relations == {Relation("speaker", "0a", "0b")}
    assert review.zones == {Zone(Span(0, 3), "credits")}
    assert keeping(Layer("gold", ARTICLE.id, decisions=frozenset([old, placed])), review) is None
