"""A reader of CoNLL files of its own, by the rules that strict evaluators go by; it knows nothing of the exporters.

Rules of IOB2 as conlleval and seqeval's strict mode have them: an entity opens with B-X, every following I-X is of it, and
an I-X after O, after another type or at the start of a sentence is an error (a lenient reader would guess there).
"""

from typing import NamedTuple


class Entity(NamedTuple):
    label: str
    words: tuple[str, ...]


Sentence = list[list[str]]


def read_documents(content: str, columns: int = 4) -> list[list[Sentence]]:
    """Return the rows of each sentence of each document; fail at anything a reader could stumble over."""
    assert "\r" not in content
    assert content.endswith("\n\n"), "the last sentence is not closed"
    documents: list[list[Sentence]] = []
    for block in content[:-2].split("\n\n"):
        rows = [line.split(" ") for line in block.split("\n")]
        if rows == [["-DOCSTART-", "-X-", "O", "O"]]:
            documents.append([])
            continue
        assert all(len(row) == columns for row in rows), block
        assert [
            row for line, row in zip(block.split("\n"), rows, strict=True) if line.split() != row
        ] == []
        documents[-1].append(rows)
    return documents


def entities(sentence: Sentence, column: int = -1) -> list[Entity]:
    found: list[tuple[str, list[str]]] = []
    previous = "O"
    for row in sentence:
        tag = row[column]
        part, _, label = tag.partition("-")
        if part == "B":
            found.append((label, [row[0]]))
        elif part == "I":
            assert previous in (f"B-{label}", f"I-{label}"), f"{tag} after {previous}"
            found[-1][1].append(row[0])
        else:
            assert tag == "O", tag
        previous = tag
    return [Entity(label, tuple(words)) for label, words in found]


def all_entities(content: str, columns: int = 4) -> list[Entity]:
    return [
        e
        for document in read_documents(content, columns)
        for sentence in document
        for e in entities(sentence)
    ]
