"""What `spacy convert` makes of CoNLL, written down from its rules; it shares no code with spaCy or with the exporters.

Rules (spaCy 3.8, converter ``ner``): documents are parted by the very characters ``-DOCSTART- -X- O O``, sentences by an empty
line, columns by white space; all rows of a sentence are cut to the columns of its shortest; the first column is the word and the
last the tag. A run ``B-X I-X …`` or one that opens with ``I-X`` is an entity, and a sentence is read by itself.
"""

from dataclasses import dataclass, field

DELIMITER = "-DOCSTART- -X- O O"


@dataclass
class Doc:
    words: list[str] = field(default_factory=list)
    entities: list[tuple[str, int, int]] = field(default_factory=list)
    """Label, first and last word."""


def docs(content: str) -> list[Doc]:
    found = []
    for part in content.strip().split(DELIMITER):
        if not part.strip():
            continue
        doc = Doc()
        for block in part.strip().split("\n\n"):
            rows = [line.split() for line in block.strip().split("\n") if line.strip()]
            if not rows:
                continue
            width = min(map(len, rows))
            assert width >= 2, "spaCy refuses a sentence of one column"
            first = len(doc.words)
            doc.words += [row[0] for row in rows]
            doc.entities += _entities([row[width - 1] for row in rows], first)
        found.append(doc)
    return found


def entities_of(found: list[Doc]) -> list[tuple[str, int, int]]:
    """Return the entities of all documents, their words counted through."""
    counted, before = [], 0
    for doc in found:
        counted += [(label, first + before, last + before) for label, first, last in doc.entities]
        before += len(doc.words)
    return counted


def _entities(tags: list[str], offset: int) -> list[tuple[str, int, int]]:
    found = []
    number = 0
    while number < len(tags):
        if tags[number] == "O":
            number += 1
            continue
        inside = "I" + tags[number][1:]
        last = number
        while last + 1 < len(tags) and tags[last + 1] == inside:
            last += 1
        found.append((tags[number][2:], number + offset, last + offset))
        number = last + 1
    return found
