"""The crash tests in short; `make crash` runs them in full length (tests/crash/run_all.py)."""

from pathlib import Path

import pytest

from tests.crash import (
    bytes_everywhere,
    conflict_copies,
    damaged_files,
    kills,
    mutants,
    power_cuts,
    refusing_disk,
    restore_drill,
)
from tests.crash.simulated_disk import Mode


@pytest.mark.parametrize("mode", ["subset", "prefix", "ntfs"])
def test_no_power_cut_loses_an_acknowledged_edit(mode: Mode) -> None:
    result = power_cuts.cut_everywhere(mode, range(1), outcomes=2, edits=14)
    assert result["states"] > 100
    assert result["double states"] > 50
    assert (result["lost"], result["invented"], result["unreadable"]) == (0, 0, 0)


@pytest.mark.parametrize("name", mutants.POWER_CUT_MUTANTS)
def test_the_power_cuts_catch_a_store_that_was_broken_on_purpose(name: str) -> None:
    result = mutants.damage_done(mutants.POWER_CUT_MUTANTS[name], outcomes=2, edits=14)
    assert result["lost"] + result["unreadable"] > 0


def test_a_journal_damaged_at_any_byte_gives_back_every_whole_line_and_nothing_else(
    tmp_path: Path,
) -> None:
    result = bytes_everywhere.damage_journal(tmp_path, edits=10, stride=17)
    assert result["cuts"] > 200
    assert (
        result["cut wrong"],
        result["flip exception"],
        result["flip invented"],
        result["flip silent"],
    ) == (0,) * 4


def test_without_a_checksum_damage_would_go_unnoticed(tmp_path: Path) -> None:
    with mutants.no_checksum():
        result = bytes_everywhere.damage_journal(tmp_path, edits=10, stride=17)
    assert result["flip exception"] + result["flip invented"] + result["flip silent"] > 0


def test_a_layer_file_damaged_at_any_byte_is_noticed_and_its_whole_records_are_saved(
    tmp_path: Path,
) -> None:
    result = bytes_everywhere.damage_file(tmp_path, edits=30, stride=3)
    assert result["cuts"] > 500
    assert {
        name: count for name, count in result.items() if name not in ("cuts", "flips") and count
    } == {}


def test_a_disk_that_refuses_at_any_step_loses_nothing_and_shows_only_what_is_saved(
    tmp_path: Path,
) -> None:
    result = refusing_disk.refuse_everywhere(tmp_path, last=26)
    assert result["refused"] > 20
    assert (result["lost"], result["invented"], result["shown is not acknowledged"]) == (0, 0, 0)


def test_damaged_files_come_back_from_the_journal_and_the_evidence_is_kept(tmp_path: Path) -> None:
    result = damaged_files.damage_everything(tmp_path / "p", range(8))
    assert set(result) >= {*damaged_files.WAYS, damaged_files.OLDER}
    assert (result["not rebuilt"], result["silent"], result["without evidence"]) == (0, 0, 0)


def test_an_edit_made_with_another_program_is_taken_said_and_survives_the_file(
    tmp_path: Path,
) -> None:
    edited, notices, after = damaged_files.edit_by_hand(tmp_path / "p")
    assert "by-hand" in edited.annotations
    assert any("changed by another program" in notice for notice in notices)
    assert after == edited


def test_kill_9_loses_no_acknowledged_edit(tmp_path: Path) -> None:
    result = kills.kill_again_and_again(tmp_path / "p", kills=6)
    assert result["acknowledged"] > 50
    assert (result["lost"], result["invented"]) == (0, 0)


def test_copies_of_a_layer_merge_to_the_same_in_any_order_and_lose_nothing() -> None:
    result = conflict_copies.meet(200)
    del result["histories"]
    assert set(result.values()) == {0}


def test_a_lost_folder_comes_back_from_the_backup_alone_and_from_the_journal_alone(
    tmp_path: Path,
) -> None:
    result = restore_drill.drill(tmp_path, runs=1, edits=60)
    assert (result["differ after the journal alone"], result["differ after the backup alone"]) == (
        0,
        0,
    )
