"""Two who write what is one's: another program in an open layer's file, and a second desk after the lock was deleted."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from tinydb import TinyDB

from annotator import edits
from annotator.errors import LockLostError
from annotator.model import Annotation, Article, Span
from annotator.project import Desk, Project
from tests.helpers.projects import layer_file

ARTICLE = Article.from_text("قال بوتين أمس في موسكو إن الاتفاق نافذ، وقالت الحكومة إنه ليس كذلك")


def add(desk: Desk, name: str, random: Random) -> None:
    start = random.randrange(len(ARTICLE.text) - 9)
    annotation = Annotation(name, Span(start, start + 5), "actor")
    desk.commit(ARTICLE.id, edits.add(annotation, desk.layer(ARTICLE.id)))


def append_row(path: Path) -> set[str]:
    """Add a record without a uid, as a script does that knows labels and offsets only."""
    with TinyDB(path, encoding="utf-8", ensure_ascii=False) as database:
        database.table("spans").insert({"start": 0, "end": 3, "label": "quote"})
    return {"[0,3) quote"}


def relabel_row(path: Path) -> set[str]:
    with TinyDB(path, encoding="utf-8", ensure_ascii=False) as database:
        table = database.table("spans")
        first = min(table.all(), key=lambda row: row.doc_id)
        table.update({"label": "date"}, doc_ids=[first.doc_id])
    return {f"[{first['start']},{first['end']}) date"}


def remove_row(path: Path) -> set[str]:
    with TinyDB(path, encoding="utf-8", ensure_ascii=False) as database:
        table = database.table("spans")
        table.remove(doc_ids=[min(row.doc_id for row in table)])
    return set()


def spoil(path: Path) -> set[str]:
    path.write_bytes(b'{"meta": {"1": {')
    return set()


def take_for_another_article(path: Path) -> set[str]:
    path.write_text(
        '{"meta":{"1":{"article":"ffffffffffff","annotator":"sara"}}}', encoding="utf-8"
    )
    return set()


def delete(path: Path) -> set[str]:
    path.unlink()
    return set()


WAYS: tuple[Callable[[Path], set[str]], ...] = (
    append_row,
    relabel_row,
    remove_row,
    spoil,
    take_for_another_article,
    delete,
)


def change_outside(folder: Path, runs: int) -> Counter[str]:
    """Let another program change a file in every way while its desk is open and edits, and close the desk."""
    result: Counter[str] = Counter()
    for run in range(runs):
        random = Random(run)
        way = WAYS[run % len(WAYS)]
        root = folder / str(run)
        with Project.create(root) as project:
            project.add_articles([ARTICLE])
            desk = project.desk("sara")
            mine: set[str] = set()
            for number in range(random.randrange(2, 6)):
                add(desk, f"before-{number}", random)
                mine.add(f"before-{number}")
            desk.checkpoint()
            path = layer_file(project, "sara", ARTICLE.id)
            theirs = way(path)
            data = path.read_bytes() if path.exists() else b""
            for number in range(random.randrange(1, 4)):
                add(desk, f"after-{number}", random)
                mine.add(f"after-{number}")
            desk.close()
            told = any("by another program" in notice for notice in desk.notices)
        _judge(root, way, mine, theirs, data, told=told, result=result)
    return result


def _judge(
    root: Path,
    way: Callable[[Path], set[str]],
    mine: set[str],
    theirs: set[str],
    data: bytes,
    *,
    told: bool,
    result: Counter[str],
) -> None:
    with Project.open(root) as project:
        path = layer_file(project, "sara", ARTICLE.id)
        layer = project.layer(ARTICLE.id, "sara")
        errors = [p for p in project.check().problems if p.severity == "error"]
    kept = any(other.read_bytes() == data for other in path.parent.glob(f"{path.name}.other-*"))
    shown = {f"[{one.start},{one.end}) {one.label}" for one in layer}
    gone = len(mine - layer.annotations.keys()) - (way is remove_row)
    result["changed outside"] += 1
    result["ours lost"] += max(gone, 0)
    result["theirs lost"] += not (theirs <= shown or kept)
    result["overwritten in silence"] += not told
    result["not kept where it could not be merged"] += (
        way in (spoil, take_for_another_article) and not kept
    )
    result["not sound afterwards"] += bool(errors)


def delete_locks(folder: Path, runs: int) -> Counter[str]:
    """Delete the locks under an open desk, as ``git clean -fdx`` does, take a second desk, and go on with both."""
    result: Counter[str] = Counter()
    for run in range(runs):
        random = Random(run)
        root = folder / str(run)
        with Project.create(root) as project:
            project.add_articles([ARTICLE])
        first, second = Project.open(root), Project.open(root)
        acknowledged: set[str] = set()
        old = first.desk("sara")
        for number in range(random.randrange(4)):
            add(old, f"first-{number}", random)
            acknowledged.add(f"first-{number}")
        shutil.rmtree(root / ".locks")
        result["deleted"] += 1
        new = second.desk("sara") if random.random() < 0.8 else None
        for number in range(6):
            if new is not None and random.random() < 0.5:
                add(new, f"second-{number}", random)
                acknowledged.add(f"second-{number}")
            else:
                try:
                    add(old, f"late-{number}", random)
                except LockLostError as error:
                    result["refused"] += "open the project again" in str(error)
                else:
                    result["written without the lock"] += 1
        for one in (new, old) if random.random() < 0.5 else (old, new):
            if one is not None:
                try:
                    one.close()
                except LockLostError:
                    result["closed and said so"] += 1
        first.close()
        second.close()
        with Project.open(root) as project, project.desk("sara") as desk:
            result["lost"] += len(acknowledged - desk.layer(ARTICLE.id).annotations.keys())
            result["invented"] += len(desk.layer(ARTICLE.id).annotations.keys() - acknowledged)
    return result
