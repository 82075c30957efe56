"""How two versions of a layer differ, in a sentence: what is gone, changed and added, and the words of some of it."""

from dataclasses import dataclass

from annotator.store.files.records import Row, Tables
from annotator.store.layers import rows

NAMED = 3
"""The annotations of a kind of difference whose words are said."""

_LONGEST = 40
_NOT_COUNTED = ("rev", "at", "by")
_OTHERS = {
    rows.RELATIONS: ("link", "links"),
    rows.ZONES: ("zone", "zones"),
    rows.DECISIONS: ("decision", "decisions"),
    rows.REMARKS: ("flag or question", "flags or questions"),
}


@dataclass(frozen=True, slots=True)
class Unlike:
    """What a sentence says of two versions, and whether the second lacks or changes something of the first."""

    words: str = ""
    is_less: bool = False

    def __bool__(self) -> bool:
        return bool(self.words)


ALIKE = Unlike()


def unlike(before: Tables, after: Tables) -> Unlike:
    """Compare what people made; who changed it and when is no difference, nor in which row it is."""
    parts: list[str] = []
    is_less = False
    for name in rows.CONTENT:
        one, many = _OTHERS.get(name, ("annotation", "annotations"))
        old, new = _by_uid(before, name), _by_uid(after, name)
        gone = [row for uid, row in old.items() if uid not in new]
        changed = [row for uid, row in old.items() if uid in new and new[uid] != row]
        added = [row for uid, row in new.items() if uid not in old]
        is_less = is_less or bool(gone or changed)
        for some, what in ((gone, "gone"), (changed, "changed"), (added, "added")):
            if some:
                words = _words(some) if name == rows.SPANS else ""
                parts.append(f"{len(some)} {one if len(some) == 1 else many} {what}{words}")
    was, now = (rows.meta_of(tables).get("status") for tables in (before, after))
    if was != now:
        parts.append(f"the status {now!r} in the place of {was!r}")
        is_less = True
    return Unlike(", ".join(parts), is_less)


def _words(some: list[Row]) -> str:
    said = ", ".join(_short(str(row.get("text") or row.get("uid"))) for row in some[:NAMED])
    return f" ({said}{', …' if len(some) > NAMED else ''})"


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return f"«{one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1] + '…'}»"


def _by_uid(tables: Tables, name: str) -> dict[str, Row]:
    return {
        str(row.get("uid", number)): {k: v for k, v in row.items() if k not in _NOT_COUNTED}
        for number, row in tables.get(name, {}).items()
    }
