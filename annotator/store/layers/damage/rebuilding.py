"""What the journals alone say a layer is, now and as it was when its file was written."""

from collections.abc import Iterator

from annotator.store.files.records import Tables
from annotator.store.journal.journals import Histories, Step
from annotator.store.journal.lines import Mark
from annotator.store.layers import rows
from annotator.store.layers.replay import replay


def from_journals(article_id: str, annotator: str, histories: Histories) -> Tables | None:
    """Return a layer's tables as the journals alone have them, None where they do not reach back to its beginning."""
    return next(versions(article_id, annotator, histories), None)


def versions(
    article_id: str, annotator: str, histories: Histories, seen: dict[str, int] | None = None
) -> Iterator[Tables]:
    """Yield every state of a layer that a file of it may hold, the last first; nothing where the journals begin too late.

    ``seen``, the entries that a file says it has by device, is tried next: of several devices' entries a file may have
    others than the first so many. Each is made anew; take only as many as are needed.
    """
    steps = histories.complete(article_id)
    first = next((index for index, step in enumerate(steps) if step.entry.n), None)
    if first is None:
        return
    steps = steps[first:]
    some = [step for step in steps if step.entry.q <= (seen or {}).get(step.device, 0)]
    ends = [steps[:end] for end in range(len(steps) - 1, 0, -1)]
    for taken in (steps, *([some] if some and some[0] is steps[0] else []), *ends):
        tables = rows.new_tables(article_id, annotator)
        add_steps(tables, taken)
        complete(tables, article_id, annotator)
        yield tables


def complete(tables: Tables, article_id: str, annotator: str) -> None:
    """Add the tables and the meta keys that a layer file lacks, in the order they are written."""
    fresh = rows.new_tables(article_id, annotator)
    found = dict(tables)
    tables.clear()
    for name, records in fresh.items():
        tables[name] = found.pop(name, records)
    tables[rows.META]["1"] = {**fresh[rows.META]["1"], **tables[rows.META].get("1", {})}
    tables.update(found)


def add_steps(tables: Tables, steps: list[Step], *, merging: bool = False) -> None:
    devices = {step.device for step in steps} | rows.seen_of(tables).keys()
    replay(tables, [step.entry for step in steps], merging=merging or len(devices) > 1)
    meta = tables.setdefault(rows.META, {}).setdefault("1", {})
    marks = rows.marks_of(tables)
    for device, entry, link in steps:
        if device not in marks or entry.q >= marks[device].q:
            marks[device] = Mark(entry.q, link)
    meta["seen"] = {device: mark.q for device, mark in marks.items()}
    meta["heads"] = {device: mark.link for device, mark in marks.items() if mark.link}
    meta["seq"] = max([meta.get("seq", 0), *meta["seen"].values()])
