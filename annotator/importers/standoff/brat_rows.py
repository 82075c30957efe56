"""The rows of a brat annotation file: what each says, whatever order they come in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

ROW = re.compile(r"(?:[TREAMN#]\S*|\*)\t\S.*", re.DOTALL)
"""What any row of such a file looks like."""

_BOUND = re.compile(r"(\S.*?)[ \t]+(\d+[ \t]+\d+(?:[ \t]*;[ \t]*\d+[ \t]+\d+)*)[ \t]*")
_ESCAPE = re.compile(r"\\(\\|n|u[0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Bound:
    """A text-bound annotation: its parts ``[start, end)`` in the file's unit, in order, and its words where the row has any."""

    key: str
    label: str
    parts: tuple[tuple[int, int], ...]
    words: str | None
    line: int


@dataclass(slots=True)
class Rows:
    """What a file says; keys are those of the file. ``odd`` are rows that cannot be read, with their numbers."""

    bounds: list[Bound] = field(default_factory=list[Bound])
    triggers: dict[str, str] = field(default_factory=dict[str, str])
    """Of each event, the annotation that triggers it."""
    links: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])
    values: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    notes: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    odd: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    arguments: int = 0
    """Arguments of events, which have no place here."""

    def of(self, key: str) -> str:
        """Return the annotation that a key stands for: of an event, its trigger."""
        return self.triggers.get(key, key)


def parse(rows: Iterable[tuple[int, str]]) -> Rows:
    """Read the rows, numbered from 1. Never raises: what makes no sense is `Rows.odd`."""
    found = Rows()
    for line, row in rows:
        if row.strip() and not _take(found, line, row):
            found.odd.append((line, row))
    for event, trigger in found.triggers.items():  # what is said of an event is said of its trigger
        if event in found.values:
            found.values.setdefault(trigger, {}).update(found.values.pop(event))
        if event in found.notes:
            found.notes.setdefault(trigger, []).extend(found.notes.pop(event))
    return found


def _take(found: Rows, line: int, row: str) -> bool:
    key, tab, rest = row.partition("\t")
    said, _, words = rest.partition("\t")
    if not tab:
        return False
    parts = said.split()
    match key[:1]:
        case "T":
            return _bound(found, key, rest, line)
        case "R" if len(parts) >= 3:
            ends = parts[1:3]
            if all(end.startswith("Arg") for end in ends):  # other names are taken as they stand
                ends = sorted(ends)
            head, dependent = (end.rpartition(":")[2] for end in ends)
            found.links.append((parts[0], head, dependent))
        case "*" if len(parts) >= 3:
            found.links += [(parts[0], parts[1], other) for other in parts[2:]]
        case "E" if parts and ":" in parts[0]:
            found.triggers[key] = parts[0].partition(":")[2]
            found.arguments += len(parts) - 1
        case "A" | "M" if len(parts) >= 2:
            value = said.split(None, 2)[2] if len(parts) > 2 else "yes"
            _say(found, parts[1], parts[0], value.strip())
        case "N" if len(parts) >= 3:
            _say(found, parts[1], parts[0], f"{parts[2]} {words}".strip())
        case "#" if len(parts) >= 2:
            found.notes.setdefault(parts[1], []).append(words)
        case _:
            return False
    return True


def _bound(found: Rows, key: str, rest: str, line: int) -> bool:
    said, tab, words = rest.partition("\t")
    match = _BOUND.fullmatch(said)
    if match is None:  # tabs where spaces belong
        match = _BOUND.match(rest)
        if match is None:
            return False
        words = rest[match.end() :].removeprefix("\t")
        tab = words
    numbers = [tuple(map(int, part.split())) for part in match[2].split(";")]
    parts = tuple(sorted((start, end) for start, end in numbers))
    found.bounds.append(Bound(key, match[1], parts, words if tab else None, line))
    return True


def _say(found: Rows, key: str, name: str, value: str) -> None:
    values = found.values.setdefault(key, {})
    values[name] = f"{values[name]}; {value}" if name in values else value


def unescape(words: str) -> str:
    r"""Return what `exporters.standoff.brat` wrote as one line: ``\n``, ``\\`` and ``\u2028`` stand for characters."""

    def character(match: re.Match[str]) -> str:
        code = match[1]
        return {"n": "\n", "\\": "\\"}.get(code) or chr(int(code[1:], 16))

    return _ESCAPE.sub(character, words)
