"""Layer files damaged in eight ways behind the program's back: all must come back from the journal, with evidence."""

import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from annotator.model import Layer
from annotator.store.files.layout import Layout
from annotator.store.files.records import load
from tests.crash.bytes_everywhere import Unsynced
from tests.crash.workload import ANNOTATOR, Account, make_articles, open_store, read_all, work
from tests.helpers.projects import stock_tables

ARTICLES = make_articles(12)
SESSIONS = 4


def truncate(path: Path, random: Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: random.randrange(1, len(data) - 2)])


def fill_with_zeros(path: Path, random: Random) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def zero_half(path: Path, random: Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + bytes(len(data) - len(data) // 2))


def fill_with_garbage(path: Path, random: Random) -> None:
    path.write_bytes(random.randbytes(path.stat().st_size))


def empty(path: Path, random: Random) -> None:
    path.write_bytes(b"")


def delete(path: Path, random: Random) -> None:
    path.unlink()


def flip_a_bit(path: Path, random: Random) -> None:
    data = bytearray(path.read_bytes())
    data[random.randrange(len(data))] ^= 0x80  # no longer UTF-8: JSON itself is damaged
    path.write_bytes(bytes(data))


WAYS: dict[str, Callable[[Path, Random], None]] = {
    "truncated": truncate,
    "zeroed": fill_with_zeros,
    "half zero": zero_half,
    "garbage": fill_with_garbage,
    "empty": empty,
    "deleted": delete,
    "bit flipped": flip_a_bit,
}
OLDER = "older copy"
"""The eighth way."""


def damage_everything(folder: Path, seeds: range) -> Counter[str]:
    """Work in several sessions, damage most files, open again, and count what came back."""
    result: Counter[str] = Counter()
    for seed in seeds:
        shutil.rmtree(folder, ignore_errors=True)
        random = Random(seed)
        older = _work_in_sessions(folder, random)
        ways = _damage(folder, older, random)
        wanted = ways.pop("", {})
        found, notices = _reopen(folder)
        for article_id, way in ways.items():
            result[way] += 1
            result["rebuilt"] += found[article_id] == wanted[article_id]
            result["not rebuilt"] += found[article_id] != wanted[article_id]
            result["silent"] += not any(article_id in notice for notice in notices)
            result["without evidence"] += way not in ("deleted", "empty", OLDER) and not _evidence(
                folder, article_id
            )
        again, _ = _reopen(folder)
        assert again == found, "healing is not stable"
        for article in ARTICLES:
            path = Layout(folder).layer(ANNOTATOR, article.id)
            if path.exists():
                assert load(path.read_bytes(), path).intact
                assert len(stock_tables(path)["spans"]) == len(found[article.id])
    return result


def _work_in_sessions(folder: Path, random: Random) -> dict[str, bytes]:
    """Return older copies of some of the files."""
    older: dict[str, bytes] = {}
    account = Account()
    for session in range(SESSIONS):
        for article in ARTICLES:
            path = Layout(folder).layer(ANNOTATOR, article.id)
            if path.exists() and random.random() < 0.5:
                older[article.id] = path.read_bytes()
        store = open_store(Unsynced(), folder, limit=8000)
        work(store, ARTICLES, account, random, 60)
        if session == SESSIONS - 1 or random.random() < 0.5:
            store.close()
        else:
            store._journal.close()
    return older


def _damage(folder: Path, older: dict[str, bytes], random: Random) -> dict:
    wanted, _ = _reopen(folder)
    ways: dict = {"": wanted}
    for article in ARTICLES:
        path = Layout(folder).layer(ANNOTATOR, article.id)
        if not path.exists():
            continue
        way = random.choice([*WAYS, OLDER, "left alone"])
        if way == OLDER and older.get(article.id, path.read_bytes()) != path.read_bytes():
            path.write_bytes(older[article.id])
        elif way in WAYS:
            WAYS[way](path, random)
        else:
            continue
        ways[article.id] = way
    return ways


def _reopen(folder: Path) -> tuple[dict[str, Layer], list[str]]:
    store = open_store(Unsynced(), folder)
    found = read_all(store, ARTICLES)
    store.close()
    return found, store.notices


def _evidence(folder: Path, article_id: str) -> list[Path]:
    path = Layout(folder).layer(ANNOTATOR, article_id)
    return list(path.parent.glob(f"{path.name}.damaged-*"))


def edit_by_hand(folder: Path) -> tuple[Layer, list[str], Layer]:
    """Change a file with an editor, open, then destroy it: the change is accepted, said, and survives the file."""
    shutil.rmtree(folder, ignore_errors=True)
    account = Account()
    store = open_store(Unsynced(), folder)
    work(store, ARTICLES[:1], account, Random(1), 20)
    store.close()
    path = Layout(folder).layer(ANNOTATOR, ARTICLES[0].id)
    data = json.loads(path.read_bytes())
    data["spans"]["99"] = {"uid": "by-hand", "start": 1, "end": 2, "label": "actor"}
    path.write_text(json.dumps(data, indent=1), encoding="utf-8")
    edited, notices = _reopen(folder)
    fill_with_garbage(path, Random(1))
    return edited[ARTICLES[0].id], notices, _reopen(folder)[0][ARTICLES[0].id]
