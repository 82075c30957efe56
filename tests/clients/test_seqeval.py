"""seqeval in strict mode finds in our files the entities that were annotated."""

from collections import Counter

import pytest
from hypothesis import given, settings
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import IOB2, IOBES, Entities

from annotator.exporters import Exportable, Reason
from tests.unit.formats.build import export
from tests.unit.formats.strategies import exportables
from tests.unit.formats.tag_files import places_of_rows, sentences_of, widened


@pytest.mark.parametrize(("scheme", "rules"), [("iob2", IOB2), ("bioes", IOBES)])
@settings(max_examples=100, deadline=None)
@given(item=exportables())
def test_strict_readers_find_what_was_written(scheme: str, rules: type, item: Exportable):
    written, report = export("conll2002", item, scheme=scheme, docstart=False)
    found = sentences_of(written)
    tags = [[row[1] for row in rows] for rows in found]
    rows = places_of_rows([[row[0] for row in rows] for rows in found], item.article.text)
    strict = Counter(
        (one.tag.lower(), rows[n][one.start][0], rows[n][one.end - 1][1])
        for n, sentence in enumerate(Entities(tags, rules).entities)
        for one in sentence
    )
    assert strict.total() == sum(len(get_entities(sentence)) for sentence in tags)
    if not report.count(Reason.CUT):
        assert strict.total() == report.written
        assert strict <= Counter(widened(item, rows))
