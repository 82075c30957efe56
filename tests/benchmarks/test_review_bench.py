"""How fast the cluster view is: it opens an article and paints a decision, in a project of 1,000 articles, 3 annotators and 50 spans each."""

import random
import statistics
import threading
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Relation, Span, Status
from annotator.project import Project
from annotator.project.take_layer import TakeLayer
from ui.app import make_workspace
from ui.settings import Memory, Settings

ARTICLES, SPANS = 1_000, 50
SENTENCE = (
    "قال الرئيس الروسي فلاديمير بوتين يوم الأربعاء 17 فبراير 2021 إن روسيا وأرمينيا وأذربيجان وقّعت اتفاقًا ثلاثيًا "
    'لوقف إطلاق النار في قره باغ، وأضاف: "نحن نعمل على تنسيق الإطار الزمني للاتفاق". '
)
LABELS = [label.name for label in DEFAULT_SCHEMA.labels]


def layers(article: Article, seed: int) -> list[Layer]:
    """Return three layers of which a tenth each is missed, has other edges, another label, another value."""
    rng = random.Random(seed)
    step = len(article.text) // SPANS
    first = [
        Annotation(
            f"{n:012x}", Span(n * step, n * step + rng.choice((5, 9, 14))), rng.choice(LABELS)
        )
        for n in range(SPANS)
    ]
    found = []
    for name in "abc":
        made = {}
        for one in first:
            luck = rng.random()
            if luck < 0.1:
                continue
            new = replace(one, attributes={"canonical": "x"} if one.label == "actor" else {})
            if luck < 0.2:
                new = replace(new, span=Span(new.start, new.end + 2))
            elif luck < 0.3:
                new = replace(new, label=rng.choice(LABELS))
            elif luck < 0.4 and new.attributes:
                new = replace(new, attributes={"canonical": name})
            made[one.id] = new
        quotes = [one.id for one in made.values() if one.label == "quote"]
        actors = [one.id for one in made.values() if one.label == "actor"]
        links = frozenset(
            Relation("speaker", quote, actor)
            for quote, actor in zip(quotes, actors, strict=False)
            if rng.random() < 0.8
        )
        found.append(Layer(name, article.id, Status.DONE, made, links))
    return found


@pytest.fixture(scope="module")
def project_path(tmp_path_factory):
    path = tmp_path_factory.mktemp("review") / "p"
    articles = [
        Article.from_text(f"{n} " + SENTENCE * 14, title=f"article {n}") for n in range(ARTICLES)
    ]
    with Project.create(path) as project:
        project.add_articles(articles)
        made = [layers(article, n) for n, article in enumerate(articles)]
        for place, name in enumerate("abc"):
            with project.desk(name) as desk:
                for of in made:
                    layer = of[place]
                    edit = TakeLayer(desk.layer(layer.article_id), layer)
                    desk.commit(layer.article_id, edit)
    return path


@pytest.fixture
def reviewing(qapp, qtbot, project_path):
    workspace = make_workspace(
        qapp, Memory(Settings(annotator="lead", language="en", theme="light"))
    )
    qtbot.addWidget(workspace.window)
    workspace.window.show()
    workspace.commands.project.open(project_path)
    workspace.commands.review.open()
    found = workspace.commands.review.reviewing
    qtbot.waitUntil(lambda: found.counting.is_settled, timeout=120_000)
    found.window.resize(1280, 720)
    yield found
    workspace.session.close_project()
    qtbot.waitUntil(lambda: all(t.name != "background" for t in threading.enumerate()))


def test_the_cluster_view_opens_and_paints_decisions(reviewing, qapp, hold, benchmark):
    """An article that was not looked at before, up to the painted page; then a decision by key, up to the painted page."""
    window = reviewing.window
    ids = list(reviewing.context.board.entries)
    reviewing.browsing.compare_all(ids[0])
    qapp.processEvents()
    opened, decided = [], []
    for article_id in ids[1:40]:
        start = time.perf_counter()
        reviewing.browsing.compare_all(article_id)
        window.repaint()
        qapp.processEvents()
        opened.append(time.perf_counter() - start)
    compare = window.compare
    for number in range(40):
        compare.focus()
        start = time.perf_counter()
        QTest.keyClick(compare.list, Qt.Key(Qt.Key.Key_1 + number % 3))
        window.repaint()
        qapp.processEvents()
        decided.append(time.perf_counter() - start)
        if compare.current is None:
            compare.step(1, only_open=True)
    for what, took, bar in (
        ("cluster view opens an article, 1,000 x 3 x 50", opened, 150),
        ("decision to paint, 1,000 x 3 x 50", decided, 50),
    ):
        worst = f"worst {max(took) * 1000:.0f} ms"
        hold(what, statistics.median(took) * 1000, "ms", bar, worst)
    benchmark(lambda: None)


def test_the_rule_is_looked_at(reviewing, hold, benchmark):
    """What a majority would do in all 1,000 articles, none of them looked at before."""
    from annotator.adjudication.rules import MergeRule, Rule
    from annotator.review.merging import plan_merge
    from annotator.review.steps import now

    start = time.perf_counter()
    plan = plan_merge(
        reviewing.context.board.entries,
        reviewing.context.case,
        MergeRule(Rule.MAJORITY),
        now(),
        lambda _done, _total: None,
    )
    took = time.perf_counter() - start
    hold("look at a rule, 1,000 x 3 x 50", took, "s", 2.0, f"{plan.adds:,} put in")
    benchmark(lambda: None)
