"""Worked examples that others have published, each through the whole engine."""

import pytest

from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.scores.results import Measure
from tests.unit.iaa.build import agreement, articles


def characters_of(answers: str, label: str = "actor") -> list[tuple[int, int, str]]:
    """Return a span for each 1 in a row of answers about consecutive characters."""
    return [(n, n + 1, label) for n, answer in enumerate(answers) if answer == "1"]


class TestKrippendorff2011:
    """Krippendorff, Computing Krippendorff's alpha-reliability, 2011, section A: two observers, ten yes-or-no answers."""

    def test_alpha(self):
        found = agreement(
            articles(
                {"1": {"a": characters_of("0100000010"), "b": characters_of("1110010000")}},
                characters=10,
            )
        )
        assert found.reliability.labels["actor"].alpha == pytest.approx(0.095, abs=5e-4)
        assert found.pairs[0].scores.labels["actor"].alpha == pytest.approx(0.095, abs=5e-4)


class TestArtsteinPoesio2008:
    """Artstein & Poesio, Inter-coder agreement for computational linguistics, CL 34(4), 2008, tables 1 and 2.

    Two coders and 100 utterances: 20 both times a statement, 50 both times a request, 20 and 10 the one and the other.
    """

    ROWS = ("1" * 20 + "1" * 20 + "0" * 10 + "0" * 50, "1" * 20 + "0" * 20 + "1" * 10 + "0" * 50)

    def test_kappa(self):
        a, b = map(characters_of, self.ROWS)
        [pair] = agreement(articles({"1": {"a": a, "b": b}})).pairs
        assert pair.scores.labels["actor"].kappa == pytest.approx(0.348, abs=5e-4)

    def test_positive_specific_agreement_is_f1(self):
        a, b = map(characters_of, self.ROWS)
        [pair] = agreement(articles({"1": {"a": a, "b": b}})).pairs
        assert pair.scores.labels["actor"].f1[Measure.EXACT].value == pytest.approx(0.571, abs=5e-4)


class TestKrippendorffMathetBouvryWidlocher2016:
    """The three annotators Alex, Paul and Suzan on a continuum of length 60, all units against all gaps.

    Krippendorff, Mathet, Bouvry & Widlöcher, On the reliability of unitizing textual continua, Quality & Quantity 50(6),
    2016; the units as the test data of pygamma-agreement has them.
    """

    ALEX = ((2, 9), (11, 17), (24, 30), (32, 36), (36, 44), (44, 60))
    PAUL = ((2, 9), (11, 17), (19, 25), (32, 44))
    SUZAN = ((2, 9), (11, 17), (21, 27), (32, 36), (36, 40), (40, 44))

    def test_unitized_alpha(self):
        names = ("Alex", "Paul", "Suzan")
        made = {
            name: [(start, end, "actor") for start, end in units]
            for name, units in zip(names, (self.ALEX, self.PAUL, self.SUZAN), strict=True)
        }
        found = agreement(articles({"1": made}, characters=60), names)
        assert found.reliability.labels["actor"].unitized == pytest.approx(0.413, abs=5e-4)


class TestSemEval2013:
    """The drug names with which the schemas of SemEval-2013 task 9.1 are usually explained.

    Segura-Bedmar, Martínez & Herrero-Zazo, SemEval-2013 Task 9, 2013; the table is the one in nervaluate's documentation.
    """

    GOLD = (
        (0, 7, "brand"),
        (30, 38, "drug"),
        (50, 61, "drug"),
        (70, 79, "drug"),
        (105, 119, "group"),
    )
    SYSTEM = (
        (10, 17, "brand"),
        (27, 38, "drug"),
        (50, 61, "brand"),
        (70, 79, "drug"),
        (100, 119, "drug"),
    )
    EQUAL = ((130, 140, "drug"),)

    @pytest.fixture
    def scores(self):
        """Return the scores of the six scenarios; an equal entity is there twice, as the published counts have it."""
        made = {"a": self.GOLD + self.EQUAL, "b": self.SYSTEM + self.EQUAL}
        found = agreement(articles({"1": made}, characters=200), labels=("brand", "drug", "group"))
        return found.pairs[0].scores.total

    @pytest.mark.parametrize(
        ("measure", "published"),
        [(Measure.EXACT, 0.33), (Measure.BOUNDARY_ONLY, 0.5), (Measure.RELAXED, 0.5)],
    )
    def test_strict_exact_and_type_f1(self, scores, measure, published):
        assert scores.f1[measure].value == pytest.approx(published, abs=5e-3)

    def test_every_scenario_has_its_kind(self, scores):
        assert scores.kinds == {
            Kind.EXACT: 2,
            Kind.LABEL: 1,
            Kind.BOUNDARY: 1,
            Kind.LABEL_BOUNDARY: 1,
            Kind.SPLIT: 0,
            Kind.ONLY_A: 1,
            Kind.ONLY_B: 1,
        }


class TestBratiaa:
    """Exact F1 of two annotators on two articles of the CoNLL-2002 news, as bratiaa's tests have it."""

    FIRST = (
        (4, 17, "PER"), (18, 24, "LOC"), (34, 37, "ORG"), (361, 397, "PER"), (563, 567, "PER"), (720, 724, "PER"),
        (1074, 1078, "PER"), (1081, 1096, "PER"), (2376, 2387, "MISC"), (2498, 2504, "LOC"),
    )  # fmt: skip
    SECOND = (
        (0, 8, "LOC"), (18, 21, "ORG"), (192, 195, "ORG"), (327, 344, "PER"), (454, 465, "PER"), (650, 653, "ORG"),
    )  # fmt: skip
    SECOND_B = (
        (0, 8, "LOC"), (18, 21, "ORG"), (42, 54, "LOC"), (161, 190, "ORG"), (327, 344, "PER"), (408, 426, "ORG"),
        (454, 465, "PER"), (516, 523, "ORG"), (650, 653, "ORG"),
    )  # fmt: skip

    def test_exact_f1(self):
        missed = {(18, 24, "LOC"), (1074, 1078, "PER")}
        first_b = [made for made in self.FIRST if made not in missed]
        work = {
            "1": {"a": self.FIRST, "b": first_b},
            "2": {"a": self.SECOND, "b": self.SECOND_B},
        }
        found = agreement(articles(work, characters=3000), labels=("PER", "LOC", "ORG", "MISC"))
        assert found.mean[Measure.EXACT].total.value == pytest.approx(0.787878, rel=1e-4)
