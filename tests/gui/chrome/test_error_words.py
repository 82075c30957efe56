"""No error of the core reaches the screen in English alone where the window is Arabic."""

import ast
import inspect
from pathlib import Path

import pytest

import ui
from annotator import errors
from ui import i18n
from ui.wording.error_words import headline, short

KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.AnnotatorError)
]
UNNAMED = {errors.AnnotatorError, errors.CancelledError}
"""The base of all, and what no window shows: a person who stops something is told by whoever was stopped."""

OUR_OWN = {"log/private.py", "saver.py", "dialogs/errors/error_box.py", "wording/error_words.py"}
"""What writes errors down for whoever mends them, what carries them
to whoever shows them behind words of its own, and what puts them into words."""


@pytest.fixture
def arabic(qapp):
    i18n.install(qapp, "ar")
    yield
    i18n.install(qapp, "en")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_error_has_arabic_words_of_its_own(arabic, kind):
    general = headline(errors.AnnotatorError(""))
    said = short(kind("project.json holds no object: Expecting value"))
    assert said.startswith(headline(kind("")))
    assert any("\u0600" <= char <= "\u06ff" for char in said)
    assert (headline(kind("")) == general) == (kind in UNNAMED)


def test_no_module_of_the_window_shows_an_error_as_the_core_says_it():
    root = Path(ui.__file__).parent
    found = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in sorted(root.rglob("*.py"))
        if str(path.relative_to(root).as_posix()) not in OUR_OWN
        for handler in shown_errors(ast.parse(path.read_text(encoding="utf-8")))
        for node in handler
    ]
    assert found == []


def shown_errors(tree):
    """Yield the places where something called an error is turned into words as it is."""
    for node in ast.walk(tree):
        is_str = isinstance(node, ast.Call) and ast.unparse(node.func) == "str" and node.args
        if is_str and ast.unparse(node.args[0]) in ("error", "problem", "failure"):
            yield [node]
        if isinstance(node, ast.FormattedValue) and ast.unparse(node.value) == "error":
            yield [node]
