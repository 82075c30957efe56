"""What rows of tags hold, by the library `iobes`, and where it is in the text that the rows are of."""

import re
from collections import Counter

import iobes

from annotator.exporters import Exportable, LossReport, Reason

Place = tuple[str, int, int]
"""A label in small letters and the code points ``[start, end)`` of the text."""

COMMENT = re.compile(r"# [\w ]+ = ")
"""A row of the word # is none."""

ENCODINGS = {
    "iob2": iobes.SpanEncoding.BIO,
    "iob1": iobes.SpanEncoding.IOB,
    "bioes": iobes.SpanEncoding.IOBES,
}


def sentences_of(content: str, delimiter: str = " ") -> list[list[list[str]]]:
    """Return the cells of each row of each sentence, without comments, lines between articles and a line of names."""
    blocks = [
        [line for line in block.split("\n") if line and not COMMENT.match(line)]
        for block in content.split("\n\n")
    ]
    return [
        [row.split(delimiter) for row in block]
        for block in blocks
        if block and not block[0].startswith(("-DOCSTART-", "FORM" + delimiter))
    ]


def places_of_rows(sentences: list[list[str]], text: str) -> list[list[tuple[int, int]]]:
    """Return where the forms of each sentence are, each looked for behind the one before."""
    at = 0
    found = []
    for forms in sentences:
        row = []
        for form in forms:
            start = text.index(form, at)
            at = start + len(form)
            row.append((start, at))
        found.append(row)
    return found


def entities(
    sentences: list[list[str]], rows: list[list[tuple[int, int]]], scheme: str = "iob2"
) -> Counter[Place]:
    """Return the entities of tags, a list a sentence, as `iobes` parses them; fail where it finds a tag that cannot be."""
    found: Counter[Place] = Counter()
    for tags, places in zip(sentences, rows, strict=True):
        spans, errors = iobes.parse_spans_with_errors(tags, ENCODINGS[scheme])
        assert errors == []
        for span in spans:
            found[span.type.lower(), places[span.start][0], places[span.end - 1][1]] += 1
    return found


def widened(item: Exportable, rows: list[list[tuple[int, int]]]) -> list[Place]:
    """Return where each annotation is on rows, those left out that touch none."""
    all_rows = [place for sentence in rows for place in sentence]
    found = []
    for annotation in item.layers[0]:
        touched = [
            (start, end)
            for start, end in all_rows
            if start < annotation.end and end > annotation.start
        ]
        if touched:
            found.append((annotation.label, touched[0][0], touched[-1][1]))
    return found


def assert_accounted(
    item: Exportable, found: Counter[Place], rows: list[list[tuple[int, int]]], report: LossReport
) -> None:
    """The report counts what is missing: ``found`` are annotations of the item, and as many as were written."""
    assert report.annotations == len(item.layers[0])
    assert report.written + report.dropped == report.annotations
    if report.count(Reason.CUT):
        assert found.total() > report.written
        return
    assert found.total() == report.written
    assert found <= Counter(widened(item, rows))
