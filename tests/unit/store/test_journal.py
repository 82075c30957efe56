"""The journal line by line, and the rules that the crash tests rest on."""

import errno
import json
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import edits
from annotator.edits import Bulk
from annotator.errors import NewerFormatError, NotSavedError
from annotator.model import Annotation, Article, Layer, Span, Status
from annotator.store.files.filesystem import REAL, AppendHandle, FileSystem
from annotator.store.files.layout import Layout
from annotator.store.journal.journals import Histories
from annotator.store.journal.lines import FORMAT, Entry, Header, Operation, decode_line, encode_line
from annotator.store.journal.segments import read_tail, scan
from annotator.store.layers.open_layers import KEPT_OPEN
from annotator.store.layers.reader import LayerReader
from annotator.store.layers.store import LayerStore
from tests.helpers.deadlines import DEADLINE
from tests.helpers.disks import FailingDisk
from tests.helpers.projects import stock_tables
from tests.helpers.strategies import WEIRD

ARTICLE = Article.from_text("قال بوتين أمس في موسكو إن الاتفاق نافذ")
OTHER = Article.from_text("نص آخر عن شيء آخر")
RECORDS = st.dictionaries(
    WEIRD,
    st.one_of(WEIRD, st.integers(0, 9), st.dictionaries(WEIRD, WEIRD, max_size=2)),
    max_size=3,
)
OPERATIONS = st.builds(Operation, st.sampled_from("+-="), WEIRD, WEIRD, RECORDS, RECORDS)
ENTRIES = st.builds(
    Entry,
    st.integers(1, 10**9),
    WEIRD,
    WEIRD,
    st.integers(0, 1),
    st.lists(OPERATIONS, max_size=3).map(tuple),
)


def open_store(folder: Path, filesystem: FileSystem = REAL, limit: int = 10**6) -> LayerStore:
    return LayerStore(Layout(folder), "sara", "laptop", filesystem, journal_limit=limit)


def add(store: LayerStore, name: str, article: Article = ARTICLE) -> Layer:
    return store.commit(article, edits.AddAnnotation(Annotation(name, Span(0, 3), "actor")))


def journal(folder: Path) -> Path:
    return folder / "journal" / "sara@laptop"


def lines(folder: Path) -> list[dict[str, object]]:
    paths = sorted(journal(folder).glob("*.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_bytes().split(b"\n")[:-1]]


@given(ENTRIES)
def test_a_line_says_what_was_written(entry: Entry) -> None:
    line = encode_line(entry)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert decode_line(line[:-1]) == entry


@given(ENTRIES, st.data())
def test_a_changed_line_says_nothing(entry: Entry, data: st.DataObject) -> None:
    line = bytearray(encode_line(entry)[:-1])
    position = data.draw(st.integers(0, len(line) - 1))
    line[position] ^= data.draw(st.integers(1, 255))
    assert decode_line(bytes(line)) is None


@given(st.binary(max_size=120))
def test_any_bytes_can_be_scanned(data: bytes) -> None:
    segment = scan(data)
    assert segment.entries == ()
    assert segment.end + segment.torn == len(data)


def test_a_segment_begins_with_a_promise_and_lines_follow_without_gaps(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for name in "abc":
        add(store, name)
    header, *entries = lines(tmp_path)
    assert (header["h"], header["base"], header["who"], header["device"]) == (
        FORMAT,
        0,
        "sara",
        "laptop",
    )
    assert [(e["q"], e["d"], e["n"]) for e in entries] == [
        (n, ARTICLE.id, int(n == 1)) for n in (1, 2, 3)
    ]
    store.close()


def test_a_bulk_edit_is_one_line(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    several = [edits.AddAnnotation(Annotation(f"a{n}", Span(n, n + 1), "actor")) for n in range(20)]
    store.commit(ARTICLE, Bulk((*several, edits.SetStatus(Status.NEW, Status.DONE))))
    assert len(lines(tmp_path)) == 2
    store.close()


def test_the_file_follows_at_a_checkpoint_and_says_which_entries_it_has(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add(store, "a")
    path = Layout(tmp_path).layer("sara", ARTICLE.id)
    assert not path.exists()
    store.checkpoint()
    meta = stock_tables(path)["meta"][0]
    assert (meta["seq"], meta["seen"]) == (1, {"laptop": 1})
    store.close()


def test_sessions_without_edits_leave_no_segments_behind(tmp_path: Path) -> None:
    for name in ("a", "b"):
        store = open_store(tmp_path)
        add(store, name)
        store.close()
    before = sorted(path.name for path in journal(tmp_path).iterdir())
    for _ in range(20):
        store = open_store(tmp_path)
        store.layer(ARTICLE)
        store.close()
    assert sorted(path.name for path in journal(tmp_path).iterdir()) == before
    assert len(list(journal(tmp_path).glob("*.jsonl"))) == 3


def test_opening_and_closing_without_an_edit_writes_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.layer(ARTICLE)
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_a_long_segment_is_followed_by_another_and_nothing_is_read_twice(tmp_path: Path) -> None:
    store = open_store(tmp_path, limit=1500)
    for number in range(30):
        add(store, f"a{number}")
    assert len(list(journal(tmp_path).glob("*.jsonl"))) > 3
    tail = read_tail(journal(tmp_path), REAL)
    assert tail.last == 30
    assert len(tail.entries) < 10
    assert [
        entry.q
        for _, entry, _ in Histories(tmp_path / "journal", "sara", REAL).complete(ARTICLE.id)
    ] == [*range(1, 31)]
    store.close()


def test_numbers_are_never_used_again_even_if_the_journal_is_lost(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for number in range(5):
        add(store, f"a{number}")
    store.close()
    for path in journal(tmp_path).iterdir():
        path.unlink()
    store = open_store(tmp_path)
    store.layer(ARTICLE)
    add(store, "b")
    assert lines(tmp_path)[-1]["q"] == 6
    store.close()


def test_readers_see_what_only_the_journal_has_and_write_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    layer = add(store, "a")
    files = sorted(tmp_path.rglob("*"))
    reader = LayerReader(Layout(tmp_path), REAL)
    assert reader.layer(ARTICLE.id, "sara") == layer
    assert reader.layer(OTHER.id, "sara") == Layer("sara", OTHER.id)
    layer = add(store, "b")
    assert reader.layer(ARTICLE.id, "sara") == layer, "the reader did not look again"
    assert sorted(tmp_path.rglob("*")) == files
    store.checkpoint()
    reader.layer(ARTICLE.id, "sara")
    layer = add(store, "c")
    assert reader.layer(ARTICLE.id, "sara") == layer, "the reader did not look again"
    store.close()


def test_after_a_failed_sync_the_segment_is_never_used_again(tmp_path: Path) -> None:
    disk = FailingDisk(error=errno.EIO)
    store = open_store(tmp_path, disk)
    add(store, "a")
    disk.failing = {"sync"}
    with pytest.raises(NotSavedError):
        add(store, "b")
    disk.failing = set()
    before = (journal(tmp_path) / "000001.jsonl").read_bytes()
    add(store, "c")
    assert (journal(tmp_path) / "000001.jsonl").read_bytes() == before
    assert b'"uid":"c"' in (journal(tmp_path) / "000002.jsonl").read_bytes()
    store.close()


class Handles(FileSystem):
    """Counts how many journal handles are open at once."""

    def __init__(self) -> None:
        self.open = 0
        self.fewest_after_first = 1

    def open_append(self, path: Path) -> AppendHandle:
        disk = self
        disk.open += 1

        class Counted(AppendHandle):
            def close(self) -> None:
                disk.open -= 1
                disk.fewest_after_first = min(disk.fewest_after_first, disk.open)
                super().close()

        return Counted(path, self)


def test_the_new_segment_is_open_before_the_old_one_is_closed(tmp_path: Path) -> None:
    disk = Handles()
    store = open_store(tmp_path, disk, limit=800)
    for number in range(20):
        add(store, f"a{number}")
    assert (disk.open, disk.fewest_after_first) == (1, 1)
    store.close()
    assert disk.open == 0


def test_a_journal_of_a_newer_program_is_read_and_never_written(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    layer = add(store, "a")
    store.close()
    newest = max(journal(tmp_path).glob("*.jsonl"))
    newest.write_bytes(encode_line(Header(9, 1, "sara", "laptop")))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    store = open_store(tmp_path)
    assert store.layer(ARTICLE) == layer
    with pytest.raises(NewerFormatError, match="Update the program"):
        add(store, "b")
    store.close()
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_more_layers_than_memory_keeps_are_all_saved(tmp_path: Path) -> None:
    articles = [Article.from_text(f"{number} قال بوتين") for number in range(150)]
    store = open_store(tmp_path)
    for article in articles:
        add(store, "a", article)
    for article in articles:
        add(store, "b", article)
    assert sum(store._layers.get(article.id) is not None for article in articles) == 64
    store.close()
    store = open_store(tmp_path)
    assert all(len(store.layer(article)) == 2 for article in articles)
    store.close()


def test_a_file_destroyed_while_the_program_runs_comes_back_too(tmp_path: Path) -> None:
    articles = [Article.from_text(f"{number} قال بوتين") for number in range(70)]
    store = open_store(tmp_path)
    for article in articles:
        add(store, "a", article)
    Layout(tmp_path).layer(
        "sara", articles[0].id
    ).unlink()  # it has left memory: 64 others came after it
    assert len(store.layer(articles[0])) == 1
    assert any("made again" in notice for notice in store.notices)
    store.close()


def test_a_batch_is_one_write_and_is_taken_back_whole(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    before = add(store, "a")
    size = (journal(tmp_path) / "000001.jsonl").stat().st_size
    with store.batch() as batch:
        add(store, "b")
        add(store, "c", OTHER)
        assert (journal(tmp_path) / "000001.jsonl").stat().st_size == size
        batch.save()
    assert (journal(tmp_path) / "000001.jsonl").stat().st_size == size, "nobody kept it"
    assert store.layer(ARTICLE) == before
    assert len(store.layer(OTHER)) == 0
    with store.batch() as batch:
        kept = add(store, "b")
        batch.save()
        batch.is_kept = True
    store.close()
    store = open_store(tmp_path)
    assert store.layer(ARTICLE) == kept
    assert [
        entry.q
        for _, entry, _ in Histories(tmp_path / "journal", "sara", REAL).complete(ARTICLE.id)
    ] == [1, 2]
    store.close()


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_batch_of_more_layers_than_memory_keeps_is_whole_or_nothing(
    tmp_path: Path, is_kept: bool
) -> None:
    articles = [Article.from_text(f"{ARTICLE.text} {number}") for number in range(3 * KEPT_OPEN)]
    store = open_store(tmp_path)
    before = add(store, "a", articles[0])
    with store.batch() as batch:
        made = [add(store, "b", article) for article in articles]
        again = add(store, "c", articles[1])
        assert sum(1 for _ in store._layers.items()) <= KEPT_OPEN + 1
        batch.save()
        batch.is_kept = is_kept
    wanted = [made[0], again, *made[2:]] if is_kept else [before, *(None for _ in made[1:])]
    for _ in range(2):
        for article, layer in zip(articles, wanted, strict=True):
            assert store.layer(article) == (layer or Layer("sara", article.id))
        store.close()
        store = open_store(tmp_path)
    store.close()


def test_an_older_copy_gets_what_it_lacks_from_before_and_after_the_last_promise(
    tmp_path: Path,
) -> None:
    path = Layout(tmp_path).layer("sara", ARTICLE.id)
    store = open_store(tmp_path)
    add(store, "a")
    store.checkpoint()
    older = path.read_bytes()
    add(store, "b")
    store.close()
    store = open_store(tmp_path)
    add(store, "c")
    store._journal.close()  # the program dies here
    path.write_bytes(older)
    store = open_store(tmp_path)
    assert set(store.layer(ARTICLE).annotations) == {"a", "b", "c"}
    store.close()


def test_an_older_copy_that_arrives_while_the_program_runs_gets_what_it_lacks(
    tmp_path: Path,
) -> None:
    others = [Article.from_text(f"{number} قال بوتين") for number in range(70)]
    path = Layout(tmp_path).layer("sara", ARTICLE.id)
    store = open_store(tmp_path)
    add(store, "a")
    store.checkpoint()
    older = path.read_bytes()
    add(store, "b")
    for article in others:
        add(store, "a", article)
    path.write_bytes(older)  # it has left memory: 64 others came after it
    assert set(store.layer(ARTICLE).annotations) == {"a", "b"}
    store.close()


class SlowDisk(FileSystem):
    """A disk on which a sync takes until somebody lets it end."""

    def __init__(self) -> None:
        self.is_slow = False
        self.started = Event()
        self.may_end = Event()

    def sync_descriptor(self, descriptor: int) -> None:
        if self.is_slow:
            self.started.set()
            self.may_end.wait(DEADLINE)


def test_an_open_layer_is_read_while_the_disk_is_busy_and_as_it_is_acknowledged(
    tmp_path: Path,
) -> None:
    disk = SlowDisk()
    store = open_store(tmp_path, disk)
    before = add(store, "a")
    disk.is_slow = True
    writer = Thread(target=add, args=(store, "b"))
    writer.start()
    assert disk.started.wait(DEADLINE)
    seen: list[Layer] = []
    reader = Thread(target=lambda: seen.append(store.layer(ARTICLE)))
    reader.start()
    reader.join(DEADLINE / 2)  # the disk is busy for longer
    assert seen == [before], "reading waited for the disk, or showed what is not saved"
    disk.is_slow = False
    disk.may_end.set()
    writer.join()
    assert len(store.layer(ARTICLE)) == 2
    store.close()
