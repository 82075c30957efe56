"""Whose work lies in a project: the name people read survives damage to the record of it."""

from pathlib import Path

import pytest

from annotator.store.files.filesystem import REAL
from annotator.store.files.layout import Layout, folder_name
from annotator.store.files.records import dump
from annotator.store.layers.folders import annotators, name_of, remember_name, temporary_files

ARTICLE = "ab12cd34ef56"
SARA = "سارة"


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    layout = Layout(tmp_path)
    layer = layout.layer(folder_name(SARA), ARTICLE)
    layer.parent.mkdir(parents=True)
    layer.write_bytes(dump({"meta": {"1": {"annotator": SARA}}}))
    return layout


def test_the_record_of_the_name_is_read(layout: Layout) -> None:
    remember_name(layout, folder_name(SARA), SARA, REAL)
    assert annotators(layout, REAL) == [SARA]


@pytest.mark.parametrize("record", [None, b"", b"garbage", dump({"annotator": {"1": {"name": 7}}})])
def test_without_a_whole_record_a_layer_file_says_the_name(
    layout: Layout, record: bytes | None
) -> None:
    if record is not None:
        layout.annotator_record(folder_name(SARA)).write_bytes(record)
    assert name_of(layout, folder_name(SARA), REAL) == SARA


def test_a_damaged_layer_file_hides_nobody_whom_another_names(layout: Layout) -> None:
    path = layout.layer(folder_name(SARA), "00" + ARTICLE[2:])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"garbage")
    assert name_of(layout, folder_name(SARA), REAL) == SARA


@pytest.mark.parametrize("said", [7, "somebody else"])
def test_a_folder_whose_files_name_nobody_of_it_is_called_as_it_is(
    layout: Layout, said: object
) -> None:
    path = layout.layer(folder_name(SARA), ARTICLE)
    path.write_bytes(dump({"meta": {"1": {"annotator": said}}}))
    assert name_of(layout, folder_name(SARA), REAL) == folder_name(SARA)


def test_only_what_interrupted_saves_left_counts_as_temporary(layout: Layout) -> None:
    layer = layout.layer(folder_name(SARA), ARTICLE)
    left = layer.with_name(f"{layer.name}.1.tmp")
    left.write_bytes(b"half")
    assert temporary_files(layout.annotator(folder_name(SARA)), REAL) == [left]
