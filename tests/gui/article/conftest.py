import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Span
from ui.article.view import ArticleView
from ui.style import assets, theme

Show = Callable[..., ArticleView]

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
