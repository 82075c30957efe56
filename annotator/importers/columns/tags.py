"""Tags of rows, such as B-PER, to annotations: IOB1, IOB2, BIOES, BMES and BILOU by one rule, flat or nested.

I, M, E and L go on with the annotation of their label on the row before, and begin one where there is none, as IOB1 means it; B, S and
U begin one; E, L, S and U end it. Where a row has several tags, each goes on with that of its label and of its rank among equal
labels, as Wojood's reader takes them (Jarrar et al., "Wojood: nested Arabic named entity corpus", LREC 2022).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

OUTSIDE = "O"
TAG = re.compile(r"O|([BIESLUM])-(\S+)")


@dataclass(slots=True)
class Tagged:
    """An annotation being read: the first and the last of its tokens, and its label as the file has it."""

    first: int
    last: int
    label: str


class TagReader:
    """Takes the tags of one row after the other; ``found`` are the annotations so far, as they began."""

    def __init__(self) -> None:
        self.found: list[Tagged] = []
        self.begun_by_i = 0
        """Annotations that an I, M, E or L began."""
        self.begun_by_b = 0
        """Annotations that a B began where nothing of the label was before, as IOB1 never has it."""
        self._open: dict[tuple[str, int], Tagged] = {}
        self._before: set[str] = set()

    def take(self, token: int, tags: Iterable[str]) -> None:
        """Add the tags of a token by its number; each is one that `TAG` matches."""
        ranks: dict[str, int] = {}
        still: dict[tuple[str, int], Tagged] = {}
        now: set[str] = set()
        for tag in tags:
            if tag == OUTSIDE:
                continue
            part, label = tag[0], tag[2:]
            key = label, ranks.get(label, 0)
            ranks[label] = key[1] + 1
            now.add(label)
            piece = self._open.get(key) if part in "IELM" else None
            if piece is None:
                piece = self._begin(token, label, part)
            piece.last = token
            if part in "BIM":
                still[key] = piece
        self._open, self._before = still, now

    def end_sentence(self) -> None:
        self._open, self._before = {}, set()

    def _begin(self, token: int, label: str, part: str) -> Tagged:
        self.begun_by_i += part in "IELM"
        self.begun_by_b += part == "B" and label not in self._before
        made = Tagged(token, token, label)
        self.found.append(made)
        return made
