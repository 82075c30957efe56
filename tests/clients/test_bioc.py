"""bioc reads brat's documents as they are exported, spans over line ends as parts of one annotation."""

from collections import Counter

from bioc import brat

from tests.unit.formats.build import linked, with_spans
from tests.unit.formats.standoff import write_folder


def test_bioc_reads_what_we_write(tmp_path):
    text = "🙂 قال بوتين\nنعم ولا"
    item = linked(
        with_spans(text, (6, 11, "actor"), (6, 19, "quote"), (2, 5, "date")),
        ("speaker", "a1", "a0"),
    )
    write_folder(tmp_path / "x", "brat", item)
    stem = tmp_path / "x" / "sara" / item.article.id
    with (
        stem.with_suffix(".txt").open(encoding="utf-8") as words,
        stem.with_suffix(".ann").open(encoding="utf-8") as rows,
    ):
        document = brat.load(words, rows)
    assert document.text == text
    found = Counter(
        (e.type, tuple(sorted((i.begin, i.end) for i in e.locations)), e.text)
        for e in document.entities
    )
    assert found == Counter(
        [
            ("date", ((2, 5),), "قال"),
            ("actor", ((6, 11),), "بوتين"),
            ("quote", ((6, 11), (12, 19)), "بوتين نعم ولا"),
        ]
    )
    [link] = document.relations
    assert link.type == "speaker"
