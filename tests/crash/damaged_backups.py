"""One flipped byte in the newest backup: it is told, and the one before is used."""

from collections import Counter
from pathlib import Path
from random import Random

from annotator import edits
from annotator.model import Annotation, Article, Span
from annotator.project import Project

ARTICLE = Article.from_text("قال بوتين أمس في موسكو إن الاتفاق نافذ")


def flip_bytes(folder: Path, flips: int) -> Counter[str]:
    """Flip one byte at ``flips`` places all over the newest backup; verify, restore and repair each time."""
    result: Counter[str] = Counter()
    root = folder / "p"
    with Project.create(root) as project:
        project.add_articles([ARTICLE])
        for name in ("a", "b"):
            with project.desk("sara") as desk:
                annotation = Annotation(name, Span(4, 9), "actor")
                desk.commit(ARTICLE.id, edits.add(annotation, desk.layer(ARTICLE.id)))
            project.back_up()
        newest, older = project.backups()
        assert project.verify_backup(newest) == project.verify_backup(older) == ""
        data = newest.path.read_bytes()
        random = Random(5)
        for number in range(flips):
            damaged = bytearray(data)
            damaged[number * len(data) // flips] ^= 1 << random.randrange(8)
            newest.path.write_bytes(bytes(damaged))
            result["flips"] += 1
            result["told by verify"] += "damaged" in project.verify_backup(newest)
            report = project.restore(newest)
            used = str(older.path) in report.used and "damaged" in " ".join(report.lines())
            result["older one used by restore"] += used
            # A restore makes a backup first and may prune none: only the first two are compared.
            for made in project.backups():
                if made not in (newest, older):
                    made.path.unlink()
            result["restored wrongly"] += set(project.layer(ARTICLE.id, "sara").annotations) != {
                "a"
            }
            with project.desk("sara") as desk:
                annotation = Annotation("b", Span(4, 9), "actor")
                desk.commit(ARTICLE.id, edits.add(annotation, desk.layer(ARTICLE.id)))
    _repair(root, flips, data, newest.path, result)
    return result


def _repair(root: Path, flips: int, data: bytes, newest: Path, result: Counter[str]) -> None:
    random = Random(6)
    project_file = root / "project.json"
    whole = project_file.read_bytes()
    for number in range(flips):
        damaged = bytearray(data)
        damaged[number * len(data) // flips] ^= 1 << random.randrange(8)
        newest.write_bytes(bytes(damaged))
        project_file.write_bytes(whole.replace(b'"labels"', b'"labels'))
        report = Project.repair(root)
        told = any("damaged" in line for line in report.told)
        result["older one used by repair"] += told and any(
            "last backup" in w for w in report.mended
        )
        for aside in root.glob("project.json.damaged-*"):
            aside.unlink()
        project_file.write_bytes(whole)
