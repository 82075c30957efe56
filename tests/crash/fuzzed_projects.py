"""Project files with wrong values of every kind in every place: whatever is asked of them ends in words, never in a traceback."""

import json
import shutil
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from annotator import edits
from annotator.errors import AnnotatorError
from annotator.model import Annotation, Article, Relation, Span, Status, Zone
from annotator.model.names import Name
from annotator.project import Project
from annotator.project.iaa.counts import agreement
from annotator.project.names import change_registry, read_registry

FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    msgspec.MsgspecError,
)
"""Everything that the crash dialog would show."""

TEXTS = ("قال بوتين أمس في موسكو إن الاتفاق نافذ", "نص آخر عن شيء آخر قاله بوتين")
WRONG: tuple[object, ...] = (
    None,
    True,
    -1,
    0,
    7,
    2**40,
    2**70,
    1.5,
    1e300,
    "",
    "x",
    "../../..",
    "\x00\u202e",
    [],
    [1, "a"],
    {},
    {"1": 1},
    {"a": {"b": {}}},
)


def make(root: Path) -> None:
    """Make a project that has something of everything."""
    with Project.create(root) as project:
        project.add_articles([Article.from_text(text, title=text[:9]) for text in TEXTS])
        for who in ("sara", "omar"):
            with project.desk(who) as desk:
                for entry in project.entries():
                    for number, label in enumerate(("actor", "quote")):
                        span = Span(4 * number, 4 * number + 5)
                        one = Annotation(f"{label}-{number}", span, label, {}, "ملاحظة")
                        desk.commit(entry.id, edits.add(one, desk.layer(entry.id)))
                    desk.commit(entry.id, edits.link(Relation("speaker", "quote-1", "actor-0")))
                    desk.commit(entry.id, edits.AddZone(Zone(Span(0, 3), "credits")))
                    desk.commit(entry.id, edits.set_status(Status.DONE, desk.layer(entry.id)))
        project.set_review_settings(project.review_settings())
    change_registry(root, lambda names: type(names)((Name("actor", "بوتين", ("فلاديمير",)),)))


def spoil(root: Path, random: Random) -> str:
    """Put something wrong into one file and return which and what."""
    files = [p for p in sorted(root.rglob("*")) if p.suffix in (".json", ".jsonl")]
    files = [path for path in files if ".locks" not in path.parts and ".cache" not in path.parts]
    path = random.choice(files)
    if random.random() < 0.2 or path.suffix == ".jsonl":
        data = bytearray(path.read_bytes())
        for _ in range(random.randrange(1, 4)):
            data[random.randrange(len(data))] = random.randrange(256)
        path.write_bytes(bytes(data))
        return f"bytes of {path.relative_to(root)}"
    tables = json.loads(path.read_text(encoding="utf-8"))
    places: list[tuple[Any, Any]] = list(_places(tables))
    holder, key = random.choice(places)
    wrong = random.choice(WRONG)
    action = random.randrange(4)
    if action == 0:
        del holder[key]
    elif action == 1 and isinstance(holder, dict):
        holder[random.choice(("x", "99", "uid", "start", ""))] = wrong
    else:
        holder[key] = wrong
    path.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")
    return f"{path.relative_to(root)}: {key!r} {action} {wrong!r}"


def _places(value: object) -> list[tuple[Any, Any]]:
    keys = (
        list(value)
        if isinstance(value, dict)
        else range(len(value))
        if isinstance(value, list)
        else []
    )
    found: list[tuple[Any, Any]] = []
    for key in keys:
        found.append((value, key))
        found.extend(_places(value[key]))  # type: ignore[index]
    return found


def read_everything(project: Project) -> None:
    project.review_settings()
    for entry in project.entries():
        for who in ("sara", "omar"):
            layer = project.layer(entry.id, who)
            text = project.article(entry.id).text
            for annotation in layer:
                annotation.span.of(text)
    for who in project.annotators():
        project.summaries(who)
        project.finished_on(who)


def edit_everything(project: Project) -> None:
    for who in project.annotators():
        with project.desk(who) as desk:
            for entry in project.entries():
                layer = desk.layer(entry.id)
                new = Annotation("new", Span(0, 2), "date")
                desk.commit(entry.id, edits.add(new, layer))
                for annotation in layer:
                    desk.commit(entry.id, edits.set_note(annotation.id, "x", desk.layer(entry.id)))
                desk.past_edits(entry.id)
                project.history(entry.id, who, "new")


def work(root: Path, out: Path) -> list[str]:
    """Do everything a project is for and return the tracebacks, the first line of each step being its name."""
    faults: list[str] = []

    def attempt(name: str, do: Callable[[], object]) -> None:
        try:
            do()
        except AnnotatorError:
            return
        except FAULTS:
            faults.append(f"{name}: {traceback.format_exc()}")

    def with_project(do: Callable[[Project], object]) -> Callable[[], None]:
        def run() -> None:
            with Project.open(root) as project:
                do(project)

        return run

    attempt("check", with_project(lambda project: project.check()))
    attempt("read", with_project(read_everything))
    attempt("names", lambda: read_registry(root))
    attempt("agreement", with_project(lambda project: agreement(project, draws=5)))
    attempt(
        "export", with_project(lambda project: project.export(out / "all.jsonl", format="jsonl"))
    )
    attempt("backup", with_project(lambda project: project.back_up()))
    attempt("edit", with_project(edit_everything))
    attempt("repair", lambda: Project.repair(root))
    attempt("check again", with_project(lambda project: project.check()))
    attempt("edit again", with_project(edit_everything))
    return faults


def fuzz(folder: Path, runs: int) -> Counter[str]:
    folder.mkdir(parents=True)
    make(folder / "whole")
    result: Counter[str] = Counter()
    for run in range(runs):
        root = folder / "p"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(folder / "whole", root)
        what = spoil(root, Random(run))
        faults = work(root, folder)
        result["projects"] += 1
        result["tracebacks"] += len(faults)
        for fault in faults:
            result[f"traceback: {what}: {fault.splitlines()[0]} {fault.splitlines()[-1]}"] += 1
    return result
