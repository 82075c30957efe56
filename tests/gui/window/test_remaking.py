"""Article 1 of the sample made again from nothing, by keys and by the mouse: the same layer comes out, in few acts."""

from pathlib import Path
from statistics import median

import pytest

from annotator.project import Project
from tests.helpers.remaking import Remaking
from ui.app import make_workspace
from ui.settings import Memory, Settings

SAMPLE = Path(__file__).resolve().parents[3] / "projects" / "karabakh"


@pytest.fixture
def remake(qapp, qtbot, tmp_path):
    """Return the window on article 1 without a layer, in a project that knows nobody, and the layer to be made."""
    with Project.open(SAMPLE, read_only=True) as sample:
        article = sample.article(sample.entries()[0].id)
        layer = sample.layer(article.id, "a")
        schema = sample.schema
    with Project.create(tmp_path / "p") as project:
        project.set_schema(schema)
        project.add_articles([article])
    workspace = make_workspace(
        qapp, Memory(Settings(annotator="sara", language="en", theme="light"))
    )
    qtbot.addWidget(workspace.window)
    workspace.window.resize(1280, 720)
    workspace.window.show()
    workspace.commands.project.open(tmp_path / "p")
    workspace.window.activateWindow()
    workspace.window.view.setFocus()
    qtbot.waitUntil(lambda: workspace.commands.propose.known.is_complete)
    qtbot.waitUntil(workspace.window.isActiveWindow)
    yield Remaking(workspace, layer)
    workspace.session.close_project()


def made(layer):
    return sorted((a.start, a.end, a.label, sorted(a.attributes.items())) for a in layer)


def test_by_keys_with_all_values_in_four_a_median_annotation(remake):
    remake.by_keys()
    assert made(remake.layer) == made(remake.wanted)
    both = [make + fill for make, fill in zip(remake.to_make, remake.to_fill, strict=True)]
    assert median(both) <= 4
    remake.links()
    ends = {a.id: (a.span, a.label) for layer in (remake.layer, remake.wanted) for a in layer}
    assert {(r.type, ends[r.head], ends[r.dependent]) for r in remake.layer.relations} == {
        (r.type, ends[r.head], ends[r.dependent]) for r in remake.wanted.relations
    }


def test_by_the_mouse_in_three(remake):
    remake.by_mouse()
    spans = [(a.span, a.label) for a in remake.wanted]
    assert [(a.span, a.label) for a in remake.layer] == spans
    assert max(remake.to_make) <= 3
