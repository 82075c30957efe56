"""Copies of a project over one another: two that went on with one device name, and an older one laid over a newer."""

import json
import shutil
from collections import Counter
from pathlib import Path
from random import Random

from annotator import edits
from annotator.model import Annotation, Article, Span
from annotator.project import Project

ARTICLES = [
    Article.from_text(f"{number} قال بوتين أمس في موسكو إن الاتفاق نافذ") for number in range(4)
]
LEFT_ALONE = (".locks", ".cache")


def work(root: Path, random: Random, prefix: str, sessions: int = 1) -> set[str]:
    """Add annotations in some sessions and return their ids."""
    made: set[str] = set()
    for session in range(sessions):
        with Project.open(root) as project, project.desk("sara") as desk:
            for number in range(random.randrange(1, 6)):
                article = random.choice(ARTICLES)
                name, start = f"{prefix}-{session}-{number}", random.randrange(20)
                annotation = Annotation(name, Span(start, start + 4), "actor")
                desk.commit(article.id, edits.add(annotation, desk.layer(article.id)))
                made.add(name)
                if random.random() < 0.2:
                    desk.checkpoint()
    return made


def begin(root: Path, random: Random) -> set[str]:
    with Project.create(root) as project:
        project.add_articles(ARTICLES)
    return work(root, random, "common")


def files_of(root: Path) -> dict[str, Path]:
    return {
        path.relative_to(root).as_posix(): path
        for path in root.rglob("*")
        if path.is_file() and path.relative_to(root).parts[0] not in LEFT_ALONE
    }


def known_on_disk(root: Path) -> set[str]:
    """Return the annotations that any layer file or journal line in a folder still speaks of."""
    found: set[str] = set()
    for path in files_of(root).values():
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").split("\n"):
                found |= _uids(json.loads(line)) if line else set()
        elif "annotations" in path.parts and path.suffix == ".json":
            found |= _uids(json.loads(path.read_text(encoding="utf-8")))
    return {uid for uid in found if "-" in uid}


def _uids(value: object) -> set[str]:
    if isinstance(value, dict):
        own = {value["uid"]} if isinstance(value.get("uid"), str) and "label" in value else set()
        return own.union(*(_uids(one) for one in value.values()))
    return set[str]().union(*(_uids(one) for one in value)) if isinstance(value, list) else set()


def in_layers(root: Path) -> set[str]:
    with Project.open(root) as project, project.desk("sara") as desk:
        return {name for article in ARTICLES for name in desk.layer(article.id).annotations}


def is_told(root: Path) -> bool:
    with Project.open(root, read_only=True) as project:
        return any(p.severity != "note" for p in project.check().problems)


def mix_twins(folder: Path, runs: int) -> Counter[str]:
    """Let two copies go on under one device name, and copy one's newer, or any, files over the other's."""
    result: Counter[str] = Counter()
    for run in range(runs):
        random = Random(run)
        one, two = folder / f"{run}-one", folder / f"{run}-two"
        made = begin(one, random)
        shutil.copytree(one, two, ignore=shutil.ignore_patterns(*LEFT_ALONE))
        made |= work(one, random, "one", random.randrange(1, 3))
        work(two, random, "two", random.randrange(1, 3))
        every = run % 2 == 0
        for name, path in files_of(two).items():
            target = one / name
            if every or random.random() < 0.5 or not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, target)
        there = known_on_disk(one)
        told = is_told(one)
        Project.repair(one)
        after = in_layers(one)
        result["mixed"] += 1
        result["gone in silence"] += bool(made - there) and not told
        result["there, and not in the layers"] += len(there - after)
        with Project.open(one, read_only=True) as project:
            worst = [p for p in project.check().problems if p.severity == "error"]
        result["not sound after the repair"] += bool(worst)
    return result


def lay_older_over(folder: Path, runs: int) -> Counter[str]:
    """Copy a project as it was some sessions ago over the one that went on, then mend it from a backup."""
    result: Counter[str] = Counter()
    for run in range(runs):
        random = Random(1000 + run)
        root, older = folder / f"{run}", folder / f"{run}-older"
        made = begin(root, random)
        shutil.copytree(root, older, ignore=shutil.ignore_patterns(*LEFT_ALONE))
        made |= work(root, random, "later", random.randrange(1, 4))
        with_backup = run % 2 == 0
        if with_backup:
            with Project.open(root) as project:
                assert project.back_up() is not None
        for name, path in files_of(older).items():
            shutil.copy2(path, root / name)
        there = known_on_disk(root)
        told = is_told(root)
        result["laid over"] += 1
        result["gone in silence"] += bool(made - there) and not told
        Project.repair(root)
        after = in_layers(root)
        with Project.open(root, read_only=True) as project:
            worst = [p for p in project.check().problems if p.severity == "error"]
        result["not sound after the repair"] += bool(worst)
        result["there, and not in the layers"] += len(there - after)
        result["in a backup, and not brought back"] += len(made - after) if with_backup else 0
        result["brought back from a backup"] += len(after - there)
    return result
