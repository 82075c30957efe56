"""Read CoNLL as a strict trainer does."""

Entity = tuple[str, int, int]
"""Label, first and last row."""


def entities(text: str) -> list[Entity]:
    """Return the entities of a flat CoNLL text by strict IOB2: ``I-X`` goes on after ``B-X`` or ``I-X`` only.

    Raises `AssertionError` where a row is not what seqeval's strict mode takes.
    """
    found: list[Entity] = []
    label, start = "", 0
    for number, line in enumerate([*text.split("\n"), ""]):
        tag = line.rsplit(" ", 1)[1] if line and not line.startswith("-DOCSTART-") else "O"
        if tag.startswith("I-"):
            assert tag[2:] == label, f"row {number}: {tag} continues nothing"
            continue
        if label:
            found.append((label, start, number - 1))
        assert tag == "O" or tag.startswith("B-"), f"row {number}: {tag!r}"
        label, start = (tag[2:], number) if tag != "O" else ("", 0)
    return found
