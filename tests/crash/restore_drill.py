"""Lose everything but the backup, and everything but the journal: both give the acknowledged state back."""

import shutil
from collections import Counter
from pathlib import Path
from random import Random

from annotator.model import Layer
from annotator.project import Project
from tests.crash.workload import ANNOTATOR, any_edit, make_articles

ARTICLES = make_articles(6)


def drill(folder: Path, runs: int, edits: int = 150) -> Counter[str]:
    """Count layers that differ from the acknowledged ones after either disaster. Backups are made while edits go on."""
    result: Counter[str] = Counter()
    for seed in range(runs):
        root = folder / str(seed)
        random = Random(seed)
        with Project.create(root) as project:
            project.add_articles(ARTICLES)
            with project.desk(ANNOTATOR) as desk:
                for number in range(edits):
                    article = random.choice(ARTICLES)
                    edit = any_edit(article, desk.layer(article.id), random, f"e{number}")
                    desk.commit(article.id, edit)
                    if number % 40 == 20:
                        project.back_up("timer")
                acknowledged = {article.id: desk.layer(article.id) for article in ARTICLES}
                backup = project.back_up("close")
        assert backup is not None
        result["runs"] += 1
        shutil.rmtree(root / "annotations")
        result["differ after the journal alone"] += _differing(root, acknowledged)
        shutil.rmtree(root / "annotations")
        shutil.rmtree(root / "journal")
        with Project.open(root) as project:
            project.restore(backup)
        result["differ after the backup alone"] += _differing(root, acknowledged)
        shutil.rmtree(root)
    return result


def _differing(root: Path, acknowledged: dict[str, Layer]) -> int:
    with Project.open(root) as project, project.desk(ANNOTATOR) as desk:
        return sum(desk.layer(article_id) != layer for article_id, layer in acknowledged.items())
