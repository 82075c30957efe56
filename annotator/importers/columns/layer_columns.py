"""Annotations out of the tag columns of layered CoNLL: strict IOB2 within a sentence, joined over its end where said so."""

import re
from dataclasses import dataclass

from annotator.errors import ImportFailure

_TAG = re.compile(r"([BI])-([A-Z][A-Z0-9_]*)")


@dataclass(slots=True)
class Piece:
    """An annotation being read, in code points; a further row moves its end."""

    start: int
    end: int
    label: str


class LayerColumns:
    """Takes the rows of one article in order; `pieces` are the annotations read so far."""

    def __init__(self, names: list[str]) -> None:
        self.pieces: list[Piece] = []
        self._names = names
        self._latest: list[Piece | None] = [None] * len(names)
        self._is_open = [False] * len(names)
        self._continues: set[int] = set()

    def take_row(self, start: int, end: int, tags: list[str]) -> None:
        """Add one row; raise `ImportFailure` where its tags break IOB2."""
        if len(tags) != len(self._names):
            raise ImportFailure(
                f"the row has {len(tags)} tags, and # columns names {len(self._names)}"
            )
        for column in self._continues:
            if not tags[column].startswith("B-"):
                raise ImportFailure(
                    f"# continues names {self._names[column]}, in which nothing goes on here"
                )
        for column, tag in enumerate(tags):
            self._is_open[column] = tag != "O" and self._take_tag(column, start, end, tag)
        self._continues.clear()

    def end_sentence(self) -> None:
        self._is_open = [False] * len(self._names)

    def announce(self, names: list[str]) -> None:
        """Note the columns whose first tag of the coming sentence goes on with the sentence before."""
        if unknown := set(names) - set(self._names):
            raise ImportFailure(
                f"# continues names {', '.join(sorted(unknown))}, which # columns does not"
            )
        self._continues = {self._names.index(name) for name in names}

    def _take_tag(self, column: int, start: int, end: int, tag: str) -> bool:
        match = _TAG.fullmatch(tag)
        if match is None:
            raise ImportFailure(f"tag {tag!r} is not O, B-LABEL or I-LABEL")
        part, label = match.groups()
        latest = self._latest[column]
        goes_on = column in self._continues if part == "B" else self._is_open[column]
        if not goes_on and part == "B":
            latest = self._latest[column] = Piece(start, end, label)
            self.pieces.append(latest)
        elif goes_on and latest is not None and latest.label == label:
            latest.end = end
        else:
            raise ImportFailure(
                f"tag {tag!r} in {self._names[column]} goes on with nothing of that label"
            )
        return True
