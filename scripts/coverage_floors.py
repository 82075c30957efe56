"""Print how much of each package the tests run, branches counted too, and fail where a package is under its floor.

    python scripts/coverage_floors.py REPORT.json    read a report of `coverage json`; `make coverage` makes it first

The floors stand in pyproject.toml, in [tool.hashiya.coverage]: what was measured when they were written, rounded down to a
tenth of a per cent. They are raised when more is tested, and never lowered.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ADVICE = """\
Under the floor: {names}.
Test what is new there: `.venv/bin/python -m coverage report --show-missing --include='{path}*'` lists the lines and branches
that no test runs. Code that no test can reach is code to take out. Floors are never lowered."""


@dataclass(frozen=True, slots=True)
class Row:
    """One package or module: lines and branches there are, those that ran, and the floor in per cent if it has one."""

    path: str
    there: int
    run: int
    floor: float | None = None

    @property
    def percent(self) -> float:
        """Lines and branches that ran, of all, as `coverage report` counts them; 100 where there are none."""
        return 100 * self.run / self.there if self.there else 100.0

    @property
    def is_missed(self) -> bool:
        return self.floor is not None and (self.percent < self.floor or not self.there)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Hold the floors of test coverage.")
    parser.add_argument("report", type=Path, help="what `coverage json` wrote")
    asked = parser.parse_args(arguments)
    found = rows(json.loads(asked.report.read_text(encoding="utf-8")), floors(ROOT))
    print(table(found))
    missed = [row for row in found if row.is_missed]
    if missed:
        print(ADVICE.format(names=", ".join(row.path for row in missed), path=missed[0].path))
    return int(bool(missed))


def floors(root: Path) -> dict[str, float]:
    """Return the floors in per cent by path, as pyproject.toml gives them."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return settings["tool"]["hashiya"]["coverage"]


def rows(report: Mapping[str, Any], floors: Mapping[str, float]) -> list[Row]:
    """Return a row for each path with a floor, for every other package or module below `annotator` and `ui`, and for all.

    A path with a floor that the report knows nothing of counts as missed: it was renamed, or nothing runs it.
    """
    counts = {path: _counts(file["summary"]) for path, file in report["files"].items()}
    sums: dict[str, tuple[int, int]] = dict.fromkeys(floors, (0, 0))
    for path, (there, run) in counts.items():
        names = path.split("/")
        name = "/".join(names[:2])
        before = sums.get(name, (0, 0))
        sums[name] = before[0] + there, before[1] + run
    made = [Row(name, *sums[name], floors.get(name)) for name in sorted(sums)]
    total = Row("all", sum(row.there for row in made), sum(row.run for row in made))
    return [*made, total]


def _counts(summary: Mapping[str, int]) -> tuple[int, int]:
    return (
        summary["num_statements"] + summary["num_branches"],
        summary["covered_lines"] + summary["covered_branches"],
    )


def table(rows: Sequence[Row]) -> str:
    """Return the rows as text: path, lines and branches, per cent, floor; a missed floor says so."""
    width = max(len(row.path) for row in rows)
    lines = [f"{'':{width}}  {'lines+branches':>14}  {'run %':>7}  {'floor %':>7}"]
    for row in rows:
        floor = f"{row.floor:7.1f}" if row.floor is not None else " " * 7
        verdict = "MISSED" if row.is_missed else ""
        percent = f"{row.percent:7.2f}" if row.there else f"{'nothing':>7}"
        lines.append(
            f"{row.path:{width}}  {row.there:>14,}  {percent}  {floor}  {verdict}".rstrip()
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
