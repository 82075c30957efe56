"""How many keys, or clicks and keys, article 1 of the sample takes to be made again from nothing in the real window."""

from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median, quantiles

import pytest

from annotator.model import Layer
from annotator.project import Project
from tests.helpers.projects import put_layer
from tests.helpers.remaking import Remaking
from ui.app import make_workspace
from ui.settings import Memory, Settings

SAMPLE = Path(__file__).resolve().parents[2] / "projects" / "karabakh"


def spread(counts: Sequence[int]) -> str:
    """Return the quarters and the largest, so that a median says what it hides."""
    low, _, high = quantiles(counts, n=4)
    return f"{len(counts)} annotations; quarters {low:g} and {high:g}, mean {mean(counts):.1f}, most {max(counts)}"


@pytest.fixture
def remake(qapp, qtbot, tmp_path):
    """Return a function that opens article 1 without a layer; with ``others`` the rest of the sample is annotated."""
    opened = []

    def make(others: bool = False) -> Remaking:
        with Project.open(SAMPLE, read_only=True) as sample:
            articles = [sample.article(entry.id) for entry in sample.entries()]
            layers = [sample.layer(article.id, "a") for article in articles]
            schema = sample.schema
        path = tmp_path / f"p{len(opened)}"
        with Project.create(path) as project:
            project.set_schema(schema)
            project.add_articles(articles if others else articles[:1])
            for layer in layers[1:] if others else ():
                put_layer(project, _of_bench(layer))
        memory = Memory(Settings(annotator="bench", language="en", theme="light"))
        workspace = make_workspace(qapp, memory)
        qtbot.addWidget(workspace.window)
        workspace.window.resize(1280, 720)
        workspace.window.show()
        workspace.commands.project.open(path)
        workspace.session.open_article(articles[0].id)
        workspace.window.activateWindow()
        workspace.window.view.setFocus()
        qtbot.waitUntil(lambda: workspace.commands.propose.known.is_complete)
        qtbot.waitUntil(workspace.window.isActiveWindow)
        workspace.window.view.place_caret(0)
        opened.append(workspace)
        return Remaking(workspace, layers[0])

    yield make
    for workspace in opened:
        workspace.session.close_project()


def _of_bench(layer: Layer) -> Layer:
    return Layer("bench", layer.article_id, layer.status, layer.annotations, layer.relations)


@pytest.mark.parametrize("others", [False, True], ids=["nothing known", "four articles annotated"])
def test_keys(remake, hold, others):
    remaking = remake(others)
    remaking.by_keys()
    where = "with four articles annotated" if others else "in a new project"
    both = [m + f for m, f in zip(remaking.to_make, remaking.to_fill, strict=True)]
    hold(
        f"keys per annotation, {where}",
        median(remaking.to_make),
        "keys",
        4,
        spread(remaking.to_make),
    )
    hold("  with every value", median(both), "keys", 4, spread(both))
    for label in dict.fromkeys(a.label for a in remaking.wanted):
        made = [
            m for a, m in zip(remaking.wanted, remaking.to_make, strict=True) if a.label == label
        ]
        hold(f"  {label}", median(made), "keys", None, f"{len(made)}: {sorted(made)}")


def test_mouse(remake, hold):
    remaking = remake()
    remaking.by_mouse()
    hold(
        "clicks and keys per annotation",
        median(remaking.to_make),
        "acts",
        3,
        spread(remaking.to_make),
    )
