"""Does `check` keep its word? What it says that `--repair` mends is gone after that, and the words agree with the exit codes."""

import codecs
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from annotator import edits
from annotator.errors import DamagedFileError, ProjectError
from annotator.model import Annotation, Span
from annotator.project import Project
from annotator.project.safety.check_report import CheckReport
from tests.crash import damaged_files, fuzzed_projects

PROMISE = "--repair"


def _folder(path: Path, random: Random) -> None:
    path.unlink()
    path.mkdir()


def _folder_with_a_file(path: Path, random: Random) -> None:
    _folder(path, random)
    (path / "mine.txt").write_text("mine")


def _pipe(path: Path, random: Random) -> None:
    path.unlink()
    os.mkfifo(path)


def _link_outwards(path: Path, random: Random) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


def _link_to_nowhere(path: Path, random: Random) -> None:
    path.unlink()
    path.symlink_to("gone.json")


def _link_to_itself(path: Path, random: Random) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _mark(path: Path, random: Random) -> None:
    """Save with a byte order mark, as some editors do."""
    path.write_bytes(codecs.BOM_UTF8 + path.read_bytes())


def _end_lines_as_windows(path: Path, random: Random) -> None:
    """Check out of version control that is told to end lines so."""
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _rewrite(path: Path, random: Random) -> None:
    """Save the same with another program."""
    if path.suffix == ".json":
        path.write_text(json.dumps(json.loads(path.read_bytes()), indent=1), encoding="utf-8")


def _take_everything(path: Path, random: Random) -> None:
    path.write_text("{}", encoding="utf-8")


WAYS: dict[str, Callable[[Path, Random], None]] = {
    **damaged_files.WAYS,
    "folder": _folder,
    "folder with a file": _folder_with_a_file,
    "pipe": _pipe,
    "link outwards": _link_outwards,
    "link to nowhere": _link_to_nowhere,
    "link to itself": _link_to_itself,
    "byte order mark": _mark,
    "line ends of Windows": _end_lines_as_windows,
    "rewritten": _rewrite,
    "nothing in it": _take_everything,
}

FILES = (
    "project",
    "catalog",
    "names",
    "article",
    "layer",
    "annotator",
    "first segment",
    "middle segment",
    "last segment",
    "list of the journal",
)


def make(root: Path, *, with_backup: bool = True) -> None:
    """Make a project that has something of everything, in several sessions."""
    fuzzed_projects.make(root)
    with Project.open(root) as project:
        entry = project.entries()[0]
        with project.desk("sara") as desk:
            annotation = Annotation("more", Span(1, 3), "actor")
            desk.commit(entry.id, edits.add(annotation, desk.layer(entry.id)))
        if with_backup:
            assert project.back_up() is not None


def file_of(root: Path, name: str) -> Path:
    first = min((root / "articles").rglob("*.json"))
    segments = sorted((root / "journal").glob("sara@*/*.jsonl"))
    return {
        "project": root / "project.json",
        "catalog": root / "catalog.json",
        "names": root / "names.json",
        "article": first,
        "layer": root / "annotations" / "sara" / first.relative_to(root / "articles"),
        "annotator": root / "annotations" / "sara" / "annotator.json",
        "first segment": segments[0],
        "middle segment": segments[len(segments) // 2],
        "last segment": segments[-1],
        "list of the journal": segments[0].with_name("docs.json"),
    }[name]


def contents(root: Path) -> dict[tuple[str, str], object]:
    """Return all annotations that the project has."""
    with Project.open(root, read_only=True) as project:
        return {
            (entry.id, name): dict(project.layer(entry.id, name).annotations)
            for entry in project.entries()
            for name in project.annotators()
        }


def check(root: Path) -> CheckReport | DamagedFileError:
    try:
        with Project.open(root, read_only=True) as project:
            return project.check()
    except DamagedFileError as error:
        return error


def broken_words(root: Path) -> list[str]:
    """Check, repair, check and repair again, and return what was said that is not so."""
    before = check(root)
    if isinstance(before, DamagedFileError) and Project.obstacle_to_repair(root):
        try:
            Project.repair(root)
        except ProjectError:
            return []
        return ["said that it could not be mended, and it was"]
    report = Project.repair(root)
    wrong: list[str] = []
    after = check(root)
    if isinstance(after, DamagedFileError):
        return [f"does not open after the repair: {after}"]
    wrong += [f"promised for ever: {p}" for p in after.problems if PROMISE in p.remedy]
    if report.is_whole and after.worst == "error":
        wrong.append(f"said to be whole: {after.problems[0]}")
    if not report.is_whole and not report.failed and after.worst != "error":
        wrong.append("said to be not whole, without a reason")
    if not report.is_whole and any("nothing is wrong" in line for line in report.lines()):
        wrong.append("said at once that nothing is wrong and that something is")
    again = Project.repair(root)
    wrong += [f"mended for ever: {line}" for line in again.mended]
    return wrong


def damage_all(folder: Path, runs: int) -> Counter[str]:
    """Damage every file in every way, then as many projects with wrong values anywhere, and count broken words."""
    result: Counter[str] = Counter()
    for number, (name, way) in enumerate((name, way) for name in FILES for way in WAYS):
        root = folder / f"way-{number}"
        make(root)
        WAYS[way](file_of(root, name), Random(number))
        _judge(root, f"{name}: {way}", result)
    for seed in range(runs):
        root = folder / f"value-{seed}"
        make(root)
        _judge(root, fuzzed_projects.spoil(root, Random(seed)), result)
    return result


def _judge(root: Path, what: str, result: Counter[str]) -> None:
    result["damaged"] += 1
    for word in broken_words(root):
        result["words not kept"] += 1
        result[f"not kept: {what}: {word}"] += 1
    shutil.rmtree(root)
