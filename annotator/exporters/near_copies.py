"""Find texts that are nearly the same: agency copies, corrected reprints, one story under two headlines.

MinHash over runs of words (Broder, "On the resemblance and containment of documents", 1997) with one hash function and a
bin for each place of the signature (Li, Owen & Zhang, "One permutation hashing", 2012), and banding, so that not all pairs
are compared. An excerpt within a much longer text is not found: the two resemble each other little.
"""

import zlib
from collections.abc import Iterable
from operator import eq

import regex

from annotator.text.folding import fold_key

RUN = 3
"""Words in a run: two reports of one event share few runs of three, and a changed word spoils three of them at most."""

BINS = 63
BAND = 3
"""21 bands of 3: of two texts that share 0.6 of their runs 99 % are compared, of 0.8 all but 1 in 10 million."""

SAME_BINS = 38
"""Texts whose signatures agree in so many of the 63 bins, 0.6, are near copies: one paragraph of five may differ."""

CROWD = 16
"""Texts at most that a band keeps for comparison: a footer on every article would else make every pair a candidate."""

_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D)
"""Odd numbers whose bits look random (primes of xxHash), so that the order of the words in a run counts."""

_MASK = 0xFFFFFFFF

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*")

Signature = tuple[int, ...]


def group(texts: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the names of ``(name, text)`` pairs in groups of near copies, each group and the list sorted.

    A copy of a copy is in the group. Texts are read one at a time; memory is one signature for each. The order of the
    pairs does not matter.
    """
    signatures = {name: sign(text) for name, text in texts}
    parent = {name: name for name in sorted(signatures)}
    bands: dict[Signature, list[str]] = {}
    for name in parent:
        signature = signatures[name]
        keys = [(first, *signature[first : first + BAND]) for first in range(0, BINS, BAND)]
        for other in dict.fromkeys(other for key in keys for other in bands.get(key, ())):
            if sum(map(eq, signature, signatures[other])) >= SAME_BINS:
                parent[_root(parent, name)] = _root(parent, other)
        for key in keys:
            crowd = bands.setdefault(key, [])
            if len(crowd) < CROWD:
                crowd.append(name)
    groups: dict[str, list[str]] = {}
    for name in parent:
        groups.setdefault(_root(parent, name), []).append(name)
    return list(groups.values())


def sign(text: str) -> Signature:
    """Return the signature of a text: the least hash of its runs of words in each bin.

    Words are letters and digits: bullets, dashes and quotation marks are how a text is set, not what it says.
    """
    folded = fold_key(text)
    words = _WORD.findall(folded) or [folded]
    hashed = [zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    first, second, third = _FACTORS
    runs = {
        (a * first + b * second + c * third) & _MASK
        for a, b, c in zip(hashed, hashed[1:], hashed[2:], strict=False)
    }
    if not runs:
        runs = {zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass"))}
    least = {run % BINS: run for run in sorted(runs, reverse=True)}
    return tuple(_filled(least, place) for place in range(BINS))


def _filled(least: dict[int, int], place: int) -> int:
    """Return the value of a bin; an empty one borrows from the next that is not, so that short texts compare too."""
    step = 0
    while (place + step) % BINS not in least:
        step += 1
    return least[(place + step) % BINS]


def _root(parent: dict[str, str], name: str) -> str:
    while parent[name] != name:
        parent[name] = parent[parent[name]]
        name = parent[name]
    return name
