from pathlib import Path

import pytest
from tinydb import TinyDB

from annotator.errors import DamagedFileError, NotSavedError
from annotator.store.files.database import open_database
from annotator.store.files.storage import AtomicStorage
from tests.helpers.disks import FailingDisk
from tests.helpers.projects import stock_tables


def test_it_is_a_tinydb_like_any_other(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "a.json", storage=AtomicStorage) as database:
        database.table("spans").insert_multiple({"uid": name} for name in "abc")
        database.table("spans").update({"label": "actor"}, doc_ids=[2])
        database.table("spans").remove(doc_ids=[1])
    assert stock_tables(tmp_path / "a.json") == {
        "spans": [{"uid": "b", "label": "actor"}, {"uid": "c"}]
    }


def test_a_change_that_fails_half_way_leaks_nothing(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.json")
    database.table("spans").insert([{"uid": name} for name in "abc"])
    before = (tmp_path / "a.json").read_bytes()

    def spoil(row: dict[str, object]) -> None:
        if row["uid"] == "b":
            raise RuntimeError
        row["label"] = "actor"

    with pytest.raises(RuntimeError):
        database.table("spans").update([1, 2, 3], spoil)
    assert database.table("spans").all() == [{"uid": "a"}, {"uid": "b"}, {"uid": "c"}]
    assert (tmp_path / "a.json").read_bytes() == before


def test_what_is_read_can_be_changed_without_changing_the_database(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.json")
    database.table("spans").insert([{"uid": "a"}])
    database.table("spans").all()[0]["uid"] = "x"
    assert database.table("spans").all() == [{"uid": "a"}]


def test_several_operations_are_one_write_or_none(tmp_path: Path) -> None:
    disk = FailingDisk()
    database = open_database(tmp_path / "a.json", disk)
    with database.transaction():
        database.table("spans").insert([{"uid": "a"}])
        database.table("removed").insert([{"uid": "b"}])
    assert disk.calls.count("replace") == 1

    def stop_half_way() -> None:
        with database.transaction():
            database.table("spans").clear()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stop_half_way()
    disk.failing = {"replace"}
    with pytest.raises(NotSavedError), database.transaction():
        database.table("spans").clear()
    assert database.tables == {"spans": {"1": {"uid": "a"}}, "removed": {"1": {"uid": "b"}}}
    assert stock_tables(tmp_path / "a.json") == {"spans": [{"uid": "a"}], "removed": [{"uid": "b"}]}


def test_a_damaged_file_is_not_opened_as_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"spans": {"1": {"uid"')
    with pytest.raises(DamagedFileError, match=r"a\.json is damaged"):
        open_database(tmp_path / "a.json")
