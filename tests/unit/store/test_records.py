import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import DamagedFileError
from annotator.store.files.records import Stray, Tables, dump, load, salvage
from tests.helpers.projects import stock_tables
from tests.helpers.strategies import WEIRD

VALUES = st.one_of(
    WEIRD, st.integers(-(2**53), 2**53), st.booleans(), st.none(), st.lists(WEIRD, max_size=2)
)
ROWS = st.dictionaries(
    st.integers(1, 99).map(str), st.dictionaries(WEIRD, VALUES, max_size=4), max_size=5
)
TABLES = st.dictionaries(WEIRD.filter(lambda name: name != "_check"), ROWS, max_size=4)

SAMPLE: Tables = {
    "meta": {"1": {"format": 1, "article": "ab12cd34ef56"}},
    "spans": {
        str(i): {"uid": f"u{i}", "start": i, "text": "بوتين\u2028\u0085"} for i in range(1, 9)
    },
    "removed": {},
}


@given(TABLES)
def test_tables_come_back_as_they_were(tables: Tables) -> None:
    loaded = load(dump(tables), "a file")
    assert loaded.intact
    assert loaded.tables == tables


@given(TABLES)
def test_a_file_is_json_with_one_record_a_line_and_the_checksum_last(tables: Tables) -> None:
    data = dump(tables)
    assert json.loads(data)["_check"]["1"]["rows"] == sum(map(len, tables.values()))
    lines = data.split(b"\n")
    assert b'"_check":{' in lines[-2]
    assert len(lines) == 2 + sum(2 + len(rows) for rows in tables.values())


def test_arabic_is_readable_in_the_file() -> None:
    assert "بوتين".encode() in dump(SAMPLE)


def test_stock_tinydb_reads_the_same_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(dump(SAMPLE))
    assert stock_tables(path) == {name: list(rows.values()) for name, rows in SAMPLE.items()}


def test_every_flipped_bit_is_noticed_and_none_is_taken_for_intact() -> None:
    data = dump(SAMPLE)
    for position in range(len(data)):
        for bit in (0, 3, 5):
            flipped = bytearray(data)
            flipped[position] ^= 1 << bit
            try:
                loaded = load(bytes(flipped), "a file")
            except DamagedFileError:
                continue
            assert not loaded.intact or loaded.tables == SAMPLE


def test_every_cut_is_noticed_and_whole_records_before_it_are_salvaged() -> None:
    data = dump(SAMPLE)
    ends = {key: data.index(b'"uid":"u%s"' % key.encode()) for key in SAMPLE["spans"]}
    for cut in range(len(data) - 1):
        with pytest.raises(DamagedFileError):
            load(data[:cut], "a file")
        found = salvage(data[:cut]).tables.get("spans", {})
        whole = {key for key, start in ends.items() if data.index(b"}", start) < cut}
        assert set(found) == whole
        assert all(found[key] == SAMPLE["spans"][key] for key in whole)


@given(st.binary(max_size=200))
def test_salvage_takes_any_bytes(data: bytes) -> None:
    assert isinstance(salvage(data).tables, dict)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"null", b'{"a":1}', b'{"a":{"x":{}}}', b"\x00" * 50, b'{"a":{"1":2}}']
)
def test_what_is_no_tinydb_file_is_damaged_and_the_message_says_where(data: bytes) -> None:
    with pytest.raises(DamagedFileError, match=r"layers/x\.json.*Nothing was changed"):
        load(data, "layers/x.json")


def test_a_file_rewritten_by_stock_tinydb_is_read_and_not_called_intact(tmp_path: Path) -> None:
    data = json.loads(dump(SAMPLE))
    data["spans"]["1"]["start"] = 77
    loaded = load(json.dumps(data).encode(), "a file")
    assert not loaded.intact
    assert loaded.tables["spans"]["1"]["start"] == 77


def test_what_is_no_record_is_put_aside_and_costs_nothing_else() -> None:
    data = json.dumps({"spans": {"1": {"uid": "a"}, "2": 7, "3": None}, "meta": 5, "zones": [1]})
    stray: list[Stray] = []
    assert load(data.encode(), "a file", stray).tables == {"spans": {"1": {"uid": "a"}}}
    assert stray == [("spans", 7), ("spans", None), ("meta", 5), ("zones", [1])]


def test_records_under_odd_numbers_are_kept_behind_the_others() -> None:
    data = json.dumps({"spans": {"4": {"uid": "a"}, "x": {"uid": "b"}, "-1": {"uid": "c"}}})
    stray: list[Stray] = []
    assert load(data.encode(), "a file", stray).tables["spans"] == {
        "4": {"uid": "a"},
        "5": {"uid": "b"},
        "6": {"uid": "c"},
    }
    assert stray == []
    with pytest.raises(DamagedFileError, match="no row number"):
        load(data.encode(), "a file")


def test_line_ends_of_windows_leave_a_file_intact_and_a_byte_order_mark_leaves_it_readable() -> (
    None
):
    whole = dump(SAMPLE)
    assert load(whole.replace(b"\n", b"\r\n"), "a file") == load(whole, "a file")
    marked = load(b"\xef\xbb\xbf" + whole, "a file")
    assert marked.tables == load(whole, "a file").tables
    assert not marked.intact, "so that a repair writes it without the mark"
