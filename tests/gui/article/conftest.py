import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Schema, Span
from annotator.project import Project
from ui.article.view import ArticleView
from ui.style import assets, theme

Show = Callable[..., ArticleView]

PANE = (740, 621)
"""The text pane of a window of 1280 x 720 with both panels open."""

# The sets of fonts are made for fontconfig, which Qt asks on Linux only.
collect_ignore = [] if sys.platform.startswith("linux") else ["test_installed_fonts.py"]


@pytest.fixture(params=["Amiri", "Noto Sans Arabic"])
def family(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def show(qapp: QApplication, qtbot) -> Show:
    """Return a function that shows a text with spans in a view wide enough never to wrap, unless told a width."""
    theme.apply(qapp, "light")
    assets.load_fonts()

    def make(
        text: str,
        spans: tuple[tuple[int, int, str], ...] = (),
        *,
        family: str = "Amiri",
        width: int = 14_000,
    ) -> ArticleView:
        view = ArticleView()
        qtbot.addWidget(view)
        view.resize(width, 500)
        view.set_article_font(assets.article_font(family, 18))
        view.show()
        article = Article.from_text(text)
        layer = Layer(
            "a",
            article.id,
            annotations={
                f"{i:012x}": Annotation(f"{i:012x}", Span(s, e), label)
                for i, (s, e, label) in enumerate(spans)
            },
        )
        view.show_article(article, layer, DEFAULT_SCHEMA)
        return view

    return make


@dataclass(frozen=True)
class Sample:
    """The sample project's articles in order, with what annotators a and b made of each."""

    schema: Schema
    articles: tuple[Article, ...]
    layers: tuple[tuple[Layer, Layer], ...]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    source = Path(__file__).parents[3] / "projects" / "karabakh"
    folder = shutil.copytree(source, tmp_path_factory.mktemp("sample") / "karabakh")
    with Project.open(folder, read_only=True) as project:
        ids = [entry.id for entry in project.entries()]
        return Sample(
            project.schema,
            tuple(map(project.article, ids)),
            tuple((project.layer(key, "a"), project.layer(key, "b")) for key in ids),
        )


@pytest.fixture
def pane(qapp: QApplication, qtbot) -> Show:
    """Return a function that makes an empty view as large and as wide in its column as in the window."""
    theme.apply(qapp, "light")

    def make(
        spacing: str = "normal", *, family: str = "Amiri", size: tuple[int, int] = PANE
    ) -> ArticleView:
        view = ArticleView()
        qtbot.addWidget(view)
        view.set_article_font(assets.article_font(family, 18))
        view.set_spacing(spacing)
        view.set_column(75)
        view.resize(*size)
        view.show()
        return view

    return make
