"""The cases that define what is counted, each with what must come out."""

import json
from pathlib import Path

import pytest

from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.alignment.matching import Code
from annotator.iaa.scores.results import Measure
from annotator.iaa.scores.summary import summarise
from annotator.model import Status
from tests.unit.iaa.build import LABELS, compared, layer, statistics

CASES = json.loads(
    (Path(__file__).resolve().parents[2] / "data" / "agreement" / "definitions.json").read_text(
        encoding="utf-8"
    )
)
STATUSES = {"finished": Status.DONE, "in-progress": Status.IN_PROGRESS, "new": Status.NEW}
NAMES = {
    Code.LABEL: "label",
    Code.BOUNDARY: "boundary",
    Code.LABEL_BOUNDARY: "label+boundary",
    Code.SPLIT: "split/merge",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_case_comes_out_as_defined(case):
    spans, statuses = case["input"]["spans"], case["input"]["status"]
    item = compared(
        *(
            layer(
                name,
                [(start, end, label) for who, _, start, end, label in spans if who == name],
                status=STATUSES[statuses[name]["d1"]],
            )
            for name in ("a", "b")
        ),
        characters=case["input"]["text_len"],
    )
    found = measured(item)
    for name, expected in case["expected"].items():
        near = (
            pytest.approx(expected, abs=case["tolerance"])
            if isinstance(expected, float)
            else expected
        )
        assert found[name] == near, name


def measured(item):
    """Return everything that a case may ask for, by its name there."""
    counts = statistics([item])
    found = summarise(counts, draws=0)
    [pair] = found.pairs
    total = pair.scores.total
    sides = counts.codes[0, 0].sum(1).tolist()
    kinds = [{name: side[code] for code, name in NAMES.items() if side[code]} for side in sides]
    return {
        "f1_exact": total.f1[Measure.EXACT].value,
        "f1_relaxed": total.f1[Measure.RELAXED].value,
        "f1_boundary_only": total.f1[Measure.BOUNDARY_ONLY].value,
        "n_docs": pair.joint_articles,
        "n_spans": total.f1[Measure.EXACT].n_a + total.f1[Measure.EXACT].n_b,
        "only_a": total.kinds[Kind.ONLY_A],
        "only_b": total.kinds[Kind.ONLY_B],
        "duplicates_a": int(counts.duplicates[0, 0]),
        "kinds_a": kinds[0],
        "kinds_b": kinds[1],
        "partner_of_a": partner(item),
        **{f"alpha_{label}": found.reliability.labels[label].alpha for label in LABELS},
    }


def partner(item):
    """Return the span of b that a's first annotation is aligned with, where it is not equal."""
    from annotator.iaa.alignment.disagreements import disagreements

    found = [one for one in disagreements([item], "a", "b", LABELS) if one.first and one.second]
    return [found[0].second.start, found[0].second.end] if found else None
