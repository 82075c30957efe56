"""Names by what stands before them: who is the subject of a verb of saying, whom a title announces."""

from collections.abc import Iterator

from annotator.model import Span
from annotator.suggest.token_text import TokenText
from annotator.text.quotes.context import Passage, known
from annotator.text.quotes.cues import cue_at
from annotator.text.quotes.phrases import Range, noun_phrase, shortest_name
from annotator.text.quotes.speakers import subject

LONGEST = 6
"""Words of such a name; more are a phrase."""


def find(text: TokenText) -> Iterator[Span]:
    """Yield the names in order of their announcement; two may overlap or be the same."""
    for first, after in text.lines:
        start, end = text.starts[first], text.ends[after - 1]
        yield from _in_line(text.text[start:end], start)


def _in_line(line: str, offset: int) -> Iterator[Span]:
    passage = Passage(line, offset)
    words, vocabulary = passage.words, known()
    for at, word in enumerate(words):
        if not word.is_word:
            continue
        name: Range | None = None
        if word.text.removeprefix("ال") in vocabulary.roles:
            phrase = noun_phrase(words, at)
            name = shortest_name(words, *phrase) if phrase else None
            if name == phrase:
                continue
        elif (cue := cue_at(words, at)) is not None and cue.kind == "said":
            phrase = subject(words, at)
            name = shortest_name(words, *phrase) if phrase else None
            if name and words[name[0]].text in vocabulary.papers | vocabulary.generic:
                continue
        if name and 0 < name[1] - name[0] <= LONGEST:
            yield Span(*passage.source_span(words[name[0]].start, words[name[1] - 1].end))
