"""The report that programs read. Its keys are fixed: whoever reads it relies on them."""

from typing import Any

from annotator.iaa.scores.notices import notices
from annotator.iaa.scores.results import (
    F1,
    Agreement,
    AttributeAgreement,
    Interval,
    LinkAgreement,
    Mean,
    Measure,
    Pair,
    Same,
    Scores,
)

TOTAL = "all"
POOLED = "pooled"
NO_PARTNER = "none"
LEVEL = 0.95
"""Of every interval."""
RESERVED = frozenset((TOTAL, POOLED, NO_PARTNER))


def to_json(agreement: Agreement) -> dict[str, Any]:
    """Return the report as plain values. Undefined is None (``null``), never 0 or 1."""
    return {
        "articles": agreement.articles,
        "annotators": list(agreement.annotators),
        "duplicates_ignored": agreement.duplicates,
        "mean": {
            str(measure): {
                TOTAL: agreement.mean[measure].total.value,
                **{_key(name): one.value for name, one in agreement.mean[measure].labels.items()},
            }
            for measure in (Measure.EXACT, Measure.RELAXED)
        },
        "alpha": {
            **{_key(name): one.alpha for name, one in agreement.reliability.labels.items()},
            POOLED: agreement.reliability.total.alpha,
        },
        "pairs": [_pair(pair, agreement.all_labels) for pair in agreement.pairs],
        **_more(agreement),
    }


def _more(agreement: Agreement) -> dict[str, Any]:
    """Return what came to the report after its first keys."""
    reliability = agreement.reliability
    return {
        "means": {
            str(measure): {_total_or(name): _mean(one) for name, one in by_label.items("")}
            for measure, by_label in agreement.mean.items()
        },
        "alpha_ci": {
            **{_key(name): _ends(one.interval) for name, one in reliability.labels.items()},
            POOLED: _ends(reliability.total.interval),
        },
        "u_alpha": {
            **{_key(name): one.unitized for name, one in reliability.labels.items()},
            POOLED: reliability.total.unitized,
        },
        "votes": {_total_or(name): list(one) for name, one in agreement.votes.items("")},
        "attributes": [_attribute(one) for one in agreement.attributes],
        "relations": {_total_or(name): _links(one) for name, one in agreement.links.items("")},
        "bootstrap": {"draws": agreement.draws, "seed": agreement.seed, "level": LEVEL},
        "zones_took_out": {
            "characters": agreement.left_out.characters,
            "annotations": dict(agreement.left_out.annotations),
        },
        "notices": [
            {
                "measure": str(one.measure),
                "label": one.label,
                "value": one.value,
                "all_labels": one.pooled,
            }
            for one in notices(agreement)
        ],
    }


def _attribute(one: AttributeAgreement) -> dict[str, Any]:
    """Return an attribute; what asks for dates is null where its values are none."""
    asked = [same for same in Same if one.is_dated or same == Same.EQUAL]
    return {
        "label": one.label,
        "attribute": one.attribute,
        "aligned_pairs": one.counted,
        **{str(same): _mean(one.shares[same]) if same in asked else None for same in Same},
        "alpha": one.alpha,
        "alpha_ci": _ends(one.interval),
        "values": one.values,
        "pairs": [
            {
                "a": pair.a,
                "b": pair.b,
                "both_gave": pair.both,
                "one_gave": pair.one,
                **{str(same): pair.same[same] if same in asked else None for same in Same},
                "share_equal": pair.share(Same.EQUAL),
            }
            for pair in one.pairs
        ],
    }


def _links(one: LinkAgreement) -> dict[str, Any]:
    return {
        **{str(measure): _mean(mean) for measure, mean in one.mean.items()},
        "pairs": [
            {
                "a": pair.a,
                "b": pair.b,
                **{str(measure): _f1(f1) for measure, f1 in pair.f1.items()},
            }
            for pair in one.pairs
        ],
    }


def _mean(mean: Mean) -> dict[str, Any]:
    return {
        "mean": mean.value,
        "ci": _ends(mean.interval),
        "lowest": mean.lowest,
        "highest": mean.highest,
        "sd": mean.deviation,
        "pairs": mean.pairs,
    }


def _ends(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [interval.low, interval.high]


def _total_or(name: str) -> str:
    return _key(name) if name else TOTAL


def _pair(pair: Pair, labels: tuple[str, ...]) -> dict[str, Any]:
    scores = pair.scores
    return {
        "a": pair.a,
        "b": pair.b,
        "joint_articles": pair.joint_articles,
        "labels": {
            TOTAL: _scores(scores.total),
            **{_key(name): _scores(one) for name, one in scores.labels.items()},
        },
        "confusion": {
            "labels": [*map(_key, labels), NO_PARTNER],
            "matrix": [list(row) for row in pair.confusion],
        },
    }


def _scores(scores: Scores) -> dict[str, Any]:
    return {
        **{str(measure): _f1(scores.f1[measure]) for measure in Measure},
        "alpha": scores.alpha,
        "kappa": scores.kappa,
        "kinds": {str(kind): count for kind, count in scores.kinds.items()},
        "u_alpha": scores.unitized_alpha,
    }


def _f1(f1: F1) -> dict[str, Any]:
    whole = f1.agreed.is_integer()
    return {
        "f1": f1.value,
        "tp": int(f1.agreed) if whole else f1.agreed,
        "n_a": f1.n_a,
        "n_b": f1.n_b,
        "ci": _ends(f1.interval),
    }


def _key(label: str) -> str:
    """Return a label as a key; a schema may have labels called like our own keys."""
    return f"label:{label}" if label in RESERVED else label
