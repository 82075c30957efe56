"""Exact F1 of a and b in the sample, counted here from its source files by sets, nothing of the engine in between."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from annotator.project import Project
from annotator.project.iaa import counts as iaa
from annotator.project.iaa import report_files

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ROOT / "projects" / "sources" / "karabakh"


@pytest.fixture(scope="module")
def by_hand() -> dict[str, tuple[int, int, int]]:
    """Return how many spans are equal, how many a made and how many b made, by label, outside zones."""
    counts: dict[str, Counter] = {"equal": Counter(), "a": Counter(), "b": Counter()}
    for path in sorted((SOURCES / "a").glob("*.json")):
        files = {n: json.loads((SOURCES / n / path.name).read_text(encoding="utf-8")) for n in "ab"}
        out = [(z["start"], z["end"]) for one in files.values() for z in one["zones"]]
        made = {
            name: {
                (s["start"], s["end"], s["label"])
                for s in one["spans"]
                if not any(start <= s["start"] and s["end"] <= end for start, end in out)
            }
            for name, one in files.items()
        }
        for key, spans in (
            ("a", made["a"]),
            ("b", made["b"]),
            ("equal", made["a"] & made["b"]),
        ):
            for _, _, label in spans:
                counts[key].update([label, "all"])
    return {
        label: (counts["equal"][label], counts["a"][label], counts["b"][label])
        for label in counts["a"]
    }


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    copy = shutil.copytree(ROOT / "projects" / "karabakh", tmp_path_factory.mktemp("k") / "k")
    with Project.open(copy) as opened:
        yield json.loads(report_files.json_text(iaa.agreement(opened)))


@pytest.mark.parametrize(
    ("label", "about"),
    [("all", 0.74), ("actor", 0.79), ("date", 0.64), ("quote", 0.74), ("agreement", 0.62)],
)
def test_exact_f1_is_as_counted_by_hand(by_hand, measured, label, about):
    equal, of_a, of_b = by_hand[label]
    assert measured["mean"]["exact"][label] == pytest.approx(2 * equal / (of_a + of_b))
    assert measured["mean"]["exact"][label] == pytest.approx(about, abs=0.005)
    exact = measured["pairs"][0]["labels"][label]["exact"]
    assert (exact["tp"], exact["n_a"], exact["n_b"]) == (equal, of_a, of_b)


def test_five_articles_are_too_few_for_an_interval(measured):
    assert measured["articles"] == 5
    assert measured["pairs"][0]["labels"]["all"]["exact"]["ci"] is None
