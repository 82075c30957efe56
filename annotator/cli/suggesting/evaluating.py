"""How good suggestions would have been, as a table and as JSON."""

import json
from pathlib import Path

from annotator.cli import terminal
from annotator.errors import ProjectError
from annotator.progress import Progress
from annotator.project import Project
from annotator.suggest.evaluation import ALL, Evaluation, LabelScore, Score

FEWEST = 2
"""Finished articles: with one, nothing teaches."""

DIGITS = 4


def print_evaluation(
    project: Project, annotator: str, out: Path | None, progress: Progress
) -> None:
    """Evaluate, print a table, and write the figures to ``out``."""
    from annotator.project.iaa.report_files import write_text
    from annotator.project.suggesting.knowledge import evaluate

    found = evaluate(project, annotator, progress)
    if found.articles < FEWEST:
        articles = "no article" if not found.articles else "one article"
        raise ProjectError(
            f"'{annotator}' has finished {articles} here: two are needed, one to suggest in and one to learn from"
        )
    value = value_of(found)
    if out is not None:
        write_text(out, json.dumps(value, ensure_ascii=False, indent=1) + "\n")
    _print(found)


def value_of(evaluation: Evaluation) -> dict[str, object]:
    """Return the figures as JSON holds them; null where nothing was offered or wanted."""
    labels = {**evaluation.labels, ALL: evaluation.all}
    return {
        "labels": {name: _label(score) for name, score in labels.items()},
        "by_hand": _rounded(evaluation.by_hand),
        "keys_per_annotation": _rounded(evaluation.keys_per_annotation),
        "articles": evaluation.articles,
    }


def _label(score: LabelScore) -> dict[str, object]:
    exact = score.exact
    return {
        "exact": _figures(exact),
        "overlap": _figures(score.overlap),
        "offered": exact.offered,
        "wanted": exact.wanted,
    }


def _figures(score: Score) -> dict[str, float | None]:
    return {
        "p": _rounded(score.precision),
        "r": _rounded(score.recall),
        "f1": _rounded(score.f1),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _print(evaluation: Evaluation) -> None:
    from annotator.cli.tables import table

    head = ("label", "precision", "recall", "F1", "F1 overlapping", "offered", "wanted")
    rows = [
        (
            name,
            _shown(score.exact.precision),
            _shown(score.exact.recall),
            _shown(score.exact.f1),
            _shown(score.overlap.f1),
            str(score.exact.offered),
            str(score.exact.wanted),
        )
        for name, score in {**evaluation.labels, ALL: evaluation.all}.items()
    ]
    terminal.say(*table(head, rows))
    terminal.say(
        f"by hand {_shown(evaluation.by_hand)} of the annotations, "
        f"{_shown(evaluation.keys_per_annotation, 2)} keys an annotation (4 by hand, 1 taken, 3 mended, 1 waved off)",
        f"each of {evaluation.articles} finished articles suggested by what the others teach",
    )


def _shown(value: float | None, digits: int = 3) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
