"""Models are trained apart, the same from the same lesson, and can be stopped at any step."""

import subprocess
import sys
from dataclasses import replace

import pytest

from annotator.errors import CancelledError
from annotator.model import DEFAULT_SCHEMA, Layer
from annotator.suggest.engine import SuggestionEngine
from annotator.suggest.learning.training import train
from tests.helpers.deadlines import PROCESS_DEADLINE


def test_the_same_lesson_gives_the_same_model_and_the_same_name(taught, sample):
    fresh = SuggestionEngine(DEFAULT_SCHEMA)
    for article, layer in reversed(sample[1:]):
        fresh.learn(article, layer)
    assert train(fresh.lesson()) == train(taught.lesson())
    assert fresh.lesson().digest() == taught.lesson().digest()
    article, layer = sample[1]
    fresh.learn(article, replace(layer, zones=frozenset()))
    assert fresh.lesson().digest() != taught.lesson().digest()


def test_too_few_annotations_make_no_model(sample):
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    article, layer = sample[0]
    few = dict(list(layer.annotations.items())[:5])
    engine.learn(article, replace(layer, annotations=few, relations=frozenset()))
    assert train(engine.lesson()).labels == {}


def test_what_is_in_progress_teaches_no_model(sample):
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    for article, layer in sample:
        engine.learn(article, layer.with_status("in_progress"))
    assert train(engine.lesson()).labels == {}


class Stopping:
    """A progress that stops the work after so many steps."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def __call__(self, _done: int, _total: int) -> None:
        if not self.left:
            raise CancelledError("stopped")
        self.left -= 1


def test_training_tells_how_far_it_is_and_stops_wherever_it_is_told_to(taught):
    told: list[tuple[int, int]] = []
    train(taught.lesson(), lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert len(told) > len(set(told))  # while one label is learnt as well
    for stop in (0, 3, len(told) // 2, len(told) - 2):
        with pytest.raises(CancelledError):
            train(taught.lesson(), Stopping(stop))


def test_a_model_goes_on_where_names_stop(taught, sample):
    article, layer = sample[0]
    empty = Layer("a", article.id, zones=layer.zones)
    gold = {a.span for a in layer if a.label == "actor"}

    def right() -> int:
        return len(gold & {s.span for s in taught.suggest(article, empty) if s.label == "actor"})

    before = right()
    taught.adopt(train(taught.lesson()))
    assert right() > before


def test_the_library_is_loaded_with_the_first_model_and_not_before():
    code = (
        "import sys; import annotator.suggest.engine, annotator.suggest.evaluation, annotator.project.suggesting.models;"
        "from annotator.model import DEFAULT_SCHEMA, Article, Layer;"
        "a = Article.from_text('قال بوتين إن الاتفاق نافذ');"
        "annotator.suggest.engine.SuggestionEngine(DEFAULT_SCHEMA).suggest(a, Layer('x', a.id));"
        "print([m for m in sys.modules if 'crfsuite' in m])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=PROCESS_DEADLINE,
    )
    assert done.stdout.strip() == "[]"
