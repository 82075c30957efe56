"""The report that programs read. Its keys are fixed: whoever reads it relies on them."""

from typing import Any

from annotator.iaa.scores.results import F1, Agreement, Measure, Pair, Scores

TOTAL = "all"
POOLED = "pooled"
NO_PARTNER = "none"
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
    }


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
    }


def _f1(f1: F1) -> dict[str, Any]:
    whole = f1.agreed.is_integer()
    interval = f1.interval
    return {
        "f1": f1.value,
        "tp": int(f1.agreed) if whole else f1.agreed,
        "n_a": f1.n_a,
        "n_b": f1.n_b,
        "ci": None if interval is None else [interval.low, interval.high],
    }


def _key(label: str) -> str:
    """Return a label as a key; a schema may have labels called like our own keys."""
    return f"label:{label}" if label in RESERVED else label
