"""States, towns, organisations and nationalities in Arabic that everybody knows, before a project knows any name of its own."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent

FILES = ("by_hand.tsv", "cldr.tsv")
"""Lines of a kind and a name, parted by a tab. Of a name in both the first kind counts."""

KINDS = ("state", "town", "capital", "organisation", "nationality")


@cache
def seed() -> dict[str, str]:
    """Return the kind of each name."""
    found: dict[str, str] = {}
    for file in FILES:
        for line in (_HERE / file).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                kind, _, name = line.partition("\t")
                found.setdefault(name, kind)
    return found


def actors() -> dict[str, str]:
    """Return those that may act: nationalities alone do not, and most towns are places."""
    return {
        name: kind for name, kind in seed().items() if kind in ("state", "capital", "organisation")
    }


def nationalities() -> frozenset[str]:
    return frozenset(name for name, kind in seed().items() if kind == "nationality")
