"""How fast deciding is: 1,000 articles of three annotators with 50 spans each."""

import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from annotator.adjudication.rules import MergeRule, Rule
from annotator.model import GOLD, Annotation, Article, Layer, Relation, Span, Status
from annotator.project import Project
from annotator.review.archive import Archive
from annotator.review.merging import plan_merge
from annotator.review.steps import ArticleStep, now
from annotator.store.files import records
from annotator.store.files.layout import Layout
from annotator.store.layers import rows
from tests.benchmarks.test_agreement_bench import NoSync

ARTICLES, SPANS = 1_000, 50
NAMES = ("a", "b", "c")
LABELS = ("actor", "date", "quote", "agreement")
MAJORITY = MergeRule(Rule.MAJORITY)


def layer(name: str, number: int) -> Layer:
    """Return what one of three made of the same 50 places: one in ten missed, one in eight with another edge."""
    rng = Random(f"{name} {number}")
    truth = Random(number)
    made: dict[str, Annotation] = {}
    for n in range(SPANS):
        start, label = n * 40 + truth.randrange(8), LABELS[n % 4 if n % 5 else 0]
        if rng.random() < 0.1:
            continue
        end = start + 6 + 20 * (label == "quote") + (rng.random() < 0.12)
        values = {"canonical": rng.choice("xxxy")} if label == "actor" else {}
        key = f"{name}{n:011x}"
        made[key] = Annotation(key, Span(start, end), label, values)
    ids = sorted(made)
    quotes = [key for key in ids if made[key].label == "quote"]
    links = {Relation("speaker", key, ids[0]) for key in quotes if rng.random() < 0.8}
    return Layer(name, "", Status.DONE, made, frozenset(links))


def big_project(folder: Path) -> None:
    with Project.create(folder, filesystem=NoSync()) as project:
        texts = (f"مقال رقم {n} " + "قال بوتين نعم " * 160 for n in range(ARTICLES))
        project.add_articles([Article.from_text(text, title=text[:20]) for text in texts])
        layout = Layout(folder)
        for number, entry in enumerate(project.entries()):
            text = project.article(entry.id).text
            for name in NAMES:
                tables = rows.new_tables(entry.id, name)
                made = layer(name, number)
                tables[rows.META]["1"]["status"] = str(Status.DONE)
                for n, one in enumerate(made.in_order):
                    tables[rows.SPANS][str(n + 1)] = rows.annotation_fields(one, text)
                for n, link in enumerate(sorted(made.relations)):
                    tables[rows.RELATIONS][str(n + 1)] = rows.relation_fields(link)
                path = layout.layer(name, entry.id)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(records.dump(tables))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("review") / "p"
    big_project(folder)
    with Project.open(folder) as opened:
        yield opened


def best(job, times: int = 5) -> float:
    """Return the least milliseconds of a few runs."""
    took: list[float] = []
    for _ in range(times):
        before = time.perf_counter()
        job()
        took.append(time.perf_counter() - before)
    return 1_000 * min(took)


def plan(project: Project, archive: Archive, cases=None):
    told: list[int] = []
    found = plan_merge(
        archive.reviewable,
        cases or archive.case,
        MAJORITY,
        now(),
        lambda done, total: told.append(done),
    )
    assert len(told) == ARTICLES + 1
    return found


def test_previewing_a_rule_and_deciding_one_row(project, hold, benchmark):
    """A majority over 1,000 articles x 3 annotators x 50 spans, looked at first and again; then one article's rows."""
    archive = Archive(project)
    before = time.perf_counter()
    first = plan(project, archive)
    cold = time.perf_counter() - before
    assert first.articles == ARTICLES
    hold("review, preview of a rule, 1,000 x 3 x 50, from the disk", cold, "s", 2)
    cases = {step.article_id: step.case for step in first.steps}
    warm = best(lambda: plan(project, Archive(project), lambda key: fresh(cases[key])), 3) / 1_000
    hold("  the same with the layers read", warm, "s")
    merged = {}
    for step in first.steps:
        edit = step.edit(step.case.gold)
        assert edit is not None
        merged[step.article_id] = edit.apply(step.case.gold)
    again = best(lambda: plan(project, archive, lambda k: archive.case(k, merged[k])), 3) / 1_000
    hold("  once more over a merged gold", again, "s", 2)

    key = archive.reviewable[7]

    def rows():
        return archive.case(key, merged[key], with_text=True).rows

    assert len(rows()) > SPANS
    hold("review, an article's layers and rows", best(rows), "ms", 150)
    case = archive.case(key, merged[key], with_text=True)
    row = next(one for one in case.rows if one.difference == "boundary")

    def decide():
        step = case.take_as(row, "a", who="lead", when=now())
        edit = ArticleStep(key, step, case).edit(case.gold)
        after = case.with_gold(edit.apply(case.gold), step.review)
        return after.rows, after.tally

    hold("review, one decision with its record, status and all rows anew", best(decide), "ms", 50)
    benchmark.pedantic(decide, rounds=5)
    assert not project.layer(key, GOLD).annotations


def fresh(case):
    """Return a case of which nothing is worked out yet."""
    return replace(case)
