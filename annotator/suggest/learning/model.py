"""A model of one label: names in their context, as a conditional random field over words (python-crfsuite).

The library is loaded when the first model is trained or read, 24 ms that a start does without.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotator.model import Span
from annotator.suggest.learning.features import Features, clitic_number, clitic_offset
from annotator.suggest.token_text import TokenText
from annotator.suggest.values import Engine, Found, Reason

PARAMETERS: dict[str, Any] = {
    "c2": 0.3,
    "max_iterations": 50,
    "feature.possible_transitions": True,
}
"""L-BFGS with an L2 penalty alone: a third faster than with L1, and as good on the sample for any penalty from .2 to .5. After 40
iterations nothing that is suggested there changes any more."""

OUTSIDE, INSIDE, BEGIN = "O", "I", "B"


@dataclass(frozen=True, slots=True)
class Sequences:
    """The lines of one article as the trainer takes them: features and tags of each token."""

    features: tuple[Features, ...]
    tags: tuple[list[str], ...]


def tags_of(text: TokenText, spans: Sequence[Span]) -> list[str]:
    """Return a tag for each token: B with the number of clitics left outside, I, O. Of spans in spans the outer counts."""
    tags = [OUTSIDE] * len(text)
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        first = text.token_at(span.start)
        last = text.token_at(span.end - 1)
        if first is None or last is None or tags[first] != OUTSIDE or tags[last] != OUTSIDE:
            continue
        tags[first] = f"{BEGIN}{clitic_number(text.raw[first], span.start - text.starts[first])}"
        for at in range(first + 1, last + 1):
            tags[at] = INSIDE
    return tags


def in_lines(
    text: TokenText, features: Features, tags: Sequence[str], regions: Sequence[Span]
) -> Sequences:
    """Cut an article into its lines, without what is out of scope."""
    lines = list(_lines(text, regions))
    return Sequences(
        tuple([features[at] for at in line] for line in lines),
        tuple([tags[at] for at in line] for line in lines),
    )


def _lines(text: TokenText, regions: Sequence[Span]) -> Iterator[list[int]]:
    for first, after in text.lines:
        line = [
            at
            for at in range(first, after)
            if not any(region.start <= text.starts[at] < region.end for region in regions)
        ]
        if line:
            yield line


def _library() -> Any:
    import pycrfsuite  # pyright: ignore[reportMissingTypeStubs] - it ships none

    return pycrfsuite


class Trainer:
    """Gathers the lines of articles for one label, and learns from them."""

    def __init__(self, step: Callable[[], None]) -> None:
        """``step`` is called often while it learns; what it raises ends the training."""

        class Telling(_library().Trainer):
            def message(self, message: str) -> None:
                step()

        self._trainer: Any = Telling(verbose=False)
        self._trainer.set_params(PARAMETERS)

    def add(self, sequences: Sequences) -> None:
        for features, tags in zip(sequences.features, sequences.tags, strict=True):
            self._trainer.append(features, tags)

    def train(self) -> bytes:
        with TemporaryDirectory(prefix="hashiya-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "model"
            self._trainer.train(str(path))
            return path.read_bytes()


class Tagger:
    """Finds the spans of one label with a trained model."""

    def __init__(self, model: bytes) -> None:
        self._tagger: Any = _library().Tagger()
        self._model = model  # the library reads it where it lies
        self._tagger.open_inmemory(model)

    def find(self, text: TokenText, features: Features, regions: Sequence[Span]) -> Iterator[Found]:
        for line in _lines(text, regions):
            tags: list[str] = self._tagger.tag([features[at] for at in line])
            first = None
            for place, tag in enumerate([*tags, OUTSIDE]):
                if tag == INSIDE and first is not None:
                    continue
                if first is not None:
                    yield self._found(text, line, tags, first, place)
                first = place if tag != OUTSIDE else None

    def _found(
        self, text: TokenText, line: list[int], tags: list[str], first: int, after: int
    ) -> Found:
        score: float = min(self._tagger.marginal(tags[at], at) for at in range(first, after))
        begin = line[first]
        number = int(tags[first][1:] or 0) if tags[first] != INSIDE else 0
        span = text.span(begin, clitic_offset(text.raw[begin], number), line[after - 1] + 1)
        return Found(span, score, Engine.MODEL, Reason("context"))
