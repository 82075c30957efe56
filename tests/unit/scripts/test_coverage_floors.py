"""A floor that is missed fails, and says what to do."""

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "scripts"))

import coverage_floors  # noqa: E402 - a script beside the packages, found by the path above

FLOORS = {"annotator/store": 90.0, "annotator/edits.py": 100.0}


@pytest.fixture
def judge(tmp_path, monkeypatch, capsys):
    """Return a function that judges files, each with its lines and branches and how many of both ran."""
    monkeypatch.setattr(coverage_floors, "floors", lambda root: FLOORS)

    def judged(**files: tuple[int, int, int, int]) -> tuple[int, str]:
        summaries = {
            path.replace("__", "/") + ".py": {
                "summary": {
                    "num_statements": lines,
                    "num_branches": branches,
                    "covered_lines": run,
                    "covered_branches": taken,
                }
            }
            for path, (lines, branches, run, taken) in files.items()
        }
        report = tmp_path / "report.json"
        report.write_text(json.dumps({"files": summaries}), encoding="utf-8")
        return coverage_floors.main([str(report)]), capsys.readouterr().out

    return judged


def test_at_its_floor_a_package_passes(judge):
    code, out = judge(
        annotator__store__a=(100, 50, 100, 50),
        annotator__store__deep__b=(40, 10, 30, 0),  # 180 of 200
        annotator__edits=(10, 0, 10, 0),
        ui__app=(10, 0, 0, 0),
    )
    assert code == 0
    assert "MISSED" not in out
    [store] = [line.split() for line in out.splitlines() if line.startswith("annotator/store")]
    assert store[1:] == ["200", "90.00", "90.0"]
    assert [line.split()[:2] for line in out.splitlines()][-1] == ["all", "220"]


def test_a_branch_under_its_floor_a_package_fails_and_is_named_with_what_to_do(judge):
    code, out = judge(annotator__store__a=(100, 100, 100, 79), annotator__edits=(10, 0, 10, 0))
    assert code == 1
    assert "Under the floor: annotator/store." in out
    assert "--show-missing --include='annotator/store*'" in out


def test_what_has_a_floor_and_is_not_in_the_report_fails(judge):
    code, out = judge(annotator__store__a=(10, 0, 10, 0))
    assert code == 1
    assert "Under the floor: annotator/edits.py." in out
    assert "nothing" in out


def test_the_floors_name_what_there_is():
    held = coverage_floors.floors(ROOT)
    assert {"annotator/store", "annotator/edits.py", "annotator/iaa", "annotator/text"} <= set(held)
    assert all((ROOT / path).exists() and 50 < floor <= 100 for path, floor in held.items())
