"""The edges of graphemes, asked of the whole text each time: what `annotator.text.graphemes` has to agree with."""

import regex


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    edges = [0, *(match.end() for match in regex.finditer(r"\X", text))]
    return max(e for e in edges if e <= start), min(e for e in edges if e >= end)
