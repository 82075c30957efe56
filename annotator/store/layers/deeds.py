"""What an annotator did and when, from all their journals: only times, articles and ids, nothing of what was written."""

from collections.abc import Iterator
from datetime import datetime

from annotator.model import Origin
from annotator.pace import MOST_AT_ONCE, Deed
from annotator.progress import Progress
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout, folder_name
from annotator.store.journal.lines import Entry
from annotator.store.journal.segments import scan, segment_numbers, segment_path
from annotator.store.layers import rows
from annotator.store.layers.replay import REPLACE

_BY_HAND = (Origin.MANUAL, Origin.SUGGESTED)


def read_deeds(
    layout: Layout, annotator: str, filesystem: FileSystem, progress: Progress | None = None
) -> Iterator[Deed]:
    """Yield every edit of an annotator on whatever computer; damaged lines are passed over. Each number counts once."""
    prefix = f"{folder_name(annotator)}@"
    folders = [
        layout.journals / name
        for name in filesystem.names(layout.journals)
        if name.startswith(prefix)
    ]
    paths = [
        segment_path(folder, number)
        for folder in folders
        for number in segment_numbers(folder, filesystem)
    ]
    seen: set[tuple[str, int]] = set()
    for done, path in enumerate(paths):
        if progress is not None:
            progress(done, len(paths))
        for entry in scan(filesystem.read(path)).entries:
            number = path.parent.name, entry.q
            deed = None if number in seen else deed_of(entry)
            seen.add(number)
            if deed is not None:
                yield deed


def deed_of(entry: Entry) -> Deed | None:
    """Return what an entry says somebody did; None for one that nobody did by hand: a layer as it was found, an import."""
    made: list[str] = []
    gone: list[str] = []
    others = brought = 0
    for operation in entry.o:
        if operation.kind == REPLACE:
            continue
        if operation.table != rows.SPANS or (operation.old and operation.new):
            others += 1
        elif operation.new:
            if operation.new.get("origin", Origin.MANUAL) in _BY_HAND:
                made.append(str(operation.new.get("uid")))
            else:
                brought += 1
        elif operation.old:
            gone.append(str(operation.old.get("uid")))
    if not (made or gone or others) or brought:
        return None
    try:
        at = datetime.fromisoformat(entry.t)
    except ValueError:
        return None
    if at.tzinfo is None:
        return None
    counted = tuple(made) if len(made) <= MOST_AT_ONCE else ()
    return Deed(at, entry.d, counted, tuple(gone))
