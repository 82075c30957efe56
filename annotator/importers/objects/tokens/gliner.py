"""GLiNER's training data: rows of words, and for each entity the first and the last of its words, and its label.

Links between entities, as its models of relations are trained with, count the entities. The text is made again from the words.

Source: GLiNER 0.2, gliner/data_processing.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from annotator.errors import ImportFailure
from annotator.format_facts import Holds, Purpose
from annotator.importers.base import Importer, ImportOptions, Outcome
from annotator.importers.columns.token_text import JOIN
from annotator.importers.common_options import ANNOTATOR, FIRST_LINE_IS_TITLE
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.objects.fields import Fields, as_list, as_number, shown
from annotator.importers.objects.json_values import Value
from annotator.importers.objects.span_values import read_span
from annotator.importers.objects.tokens.articles import Row, mark_between, read_rows
from annotator.importers.objects.tokens.token_rows import joined_row
from annotator.options import Words

_OF_TRAINING = ("negatives", "ner_negatives", "ner_labels", "rel_labels", "rel_negatives")


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield the article of each row, or of the rows of one; see `importers.base.Importer`."""
    yield from read_rows(path, partial(_rows, join=options.own.text(JOIN.name)), options)


def _rows(item: Value, join: str) -> Iterator[Row]:
    fields = Fields(item.value, "the row")
    words = [
        str(word) for word in fields.items("tokenized_text") if isinstance(word, str | int | float)
    ]
    if not any(map(str.strip, words)):
        raise ImportFailure("the row has no words under 'tokenized_text'")
    row = Row(*joined_row(words, join), [], fields)
    for number, entity in enumerate(fields.items("ner"), 1):
        try:
            span = read_span(entity, f"entity {number}")
            mark = mark_between(span.start, span.end, span.label, row.spans)
        except ImportFailure as error:
            mark = str(error)
        row.marks.append(None if isinstance(mark, str) else mark)
        row.bad += [mark] if isinstance(mark, str) else []
    for link in fields.items("relations"):
        parts = as_list(link) or []
        ends = [as_number(part) for part in parts[:2]]
        if len(parts) != 3 or None in ends or not isinstance(parts[2], str):
            row.bad.append(f"the link {shown(link)} is no list of two entities and a type")
        else:
            row.links.append((parts[2], ends[0] or 0, ends[1] or 0))
    fields.drop(*_OF_TRAINING)
    yield row


def sniff(head: Head) -> Sniffed:
    keys = head.keys
    is_mine = all(isinstance(keys.get(key), list) for key in ("tokenized_text", "ner"))
    return Sniffed(Confidence.SIGNED, "tokenized_text and ner") if is_mine else NOT_MINE


IMPORTER = Importer(
    "gliner",
    Words("GLiNER", "بيانات GLiNER"),
    Words(
        "Rows of words with the entities among them. The text is made again from the words.",
        "صفوف من كلمات وما فيها من كيانات. ويُبنى النص من الكلمات.",
    ),
    (),
    read,
    sniff,
    (ANNOTATOR, JOIN, FIRST_LINE_IS_TITLE),
    holds=Holds(relations=True, nested=True, crossing=True),
    purpose=Purpose.TRAIN,
    tools=("GLiNER",),
)
