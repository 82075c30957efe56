"""Damaged and strange files for every importer: each ends in articles and refusals, and what is taken is sound."""

import json
import re
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from annotator.errors import AnnotatorError
from annotator.project import Project, formats
from tests.crash.bytes_everywhere import Unsynced
from tests.unit.formats.build import is_there

TESTS = Path(__file__).resolve().parents[1]
GROUP = 100
"""Files that are imported at once into one project, which is then checked and exported."""

SOURCES = (
    *sorted((TESTS / "golden").glob("news.*")),
    *sorted((TESTS / "data" / "formats").glob("*")),
    *sorted((TESTS / "data" / "gold").glob("*"))[:6],
    *(
        TESTS / "data" / "imports" / name
        for name in ("brat/doc1.ann", "inception_cas.json", "webanno33.tsv")
    ),
)

STRANGE: tuple[bytes, ...] = (
    b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\xa8", b"\r\n", b"\r", b"\n\n", b"\x1a", b"\t",
    b"NaN", b"Infinity", b"-1", b"1e999", b"0" * 5000, b"9" * 5000, b"\\ud800", b"\\u0000", b"\\", b'"', b"{", b"}", b"[", b"]", b",",
    b"[" * 20_000, b'{"a":' * 5_000, b"# newdoc id = ", b"# columns = ", b"# text = ", b"# continues = NER1\n", b"-DOCSTART- -X- O O\n\n",
    "\u202e".encode(), "ﻢﻠﺴﻟﺍ".encode(), "😀".encode(), "e\u0301".encode(), b"PK\x03\x04", b"%PDF-",
)  # fmt: skip
"""Pieces that programs stumble over."""

VALUES: tuple[object, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, 10**400, -(10**400), 0.5, 1e308, float("nan"), float("inf"), "", " ", "\ud800", "\0", "\ufeff",
    "x" * 3000, "2021-13-45", "../../x", "gold", "project", "ACTOR", [], {}, [[]], {"": ""}, [1, 2, 3], [[0, 1, "actor"]], "سلام",
)  # fmt: skip
"""Values of the wrong kind for nearly every place in a JSON file."""

Mutation = Callable[[bytes, Random], bytes]


def flip(data: bytes, rng: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def cut(data: bytes, rng: Random) -> bytes:
    start, end = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    return rng.choice((data[:start], data[end:], data[:start] + data[end:]))


def double(data: bytes, rng: Random) -> bytes:
    start, end = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    return data[:end] + data[start:end] + data[end:]


def insert(data: bytes, rng: Random) -> bytes:
    for _ in range(rng.randint(1, 3)):
        at = rng.choice((0, len(data), rng.randrange(len(data) + 1)))
        data = data[:at] + rng.choice(STRANGE) + data[at:]
    return data


def swap_lines(data: bytes, rng: Random) -> bytes:
    lines = data.split(b"\n")
    for _ in range(rng.randint(1, 3)):
        one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return rng.choice((b"\n", b"\r\n", b"\r")).join(lines)


def change_number(data: bytes, rng: Random) -> bytes:
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return flip(data, rng)
    place = rng.choice(found)
    new = str(int(place.group()[:9]) + rng.choice((-2, -1, 1, 2, 1000, 10**30))).encode()
    return data[: place.start()] + new + data[place.end() :]


def join(data: bytes, rng: Random) -> bytes:
    other = rng.choice(SOURCES).read_bytes()
    return data + rng.choice((b"", b"\n", b"\xef\xbb\xbf")) + other


def recode(data: bytes, rng: Random) -> bytes:
    encoding = rng.choice(("utf-16", "utf-16-be", "utf-32", "cp1256", "utf-8-sig"))
    return data.decode("utf-8", "replace").encode(encoding, "replace")


def change_json(data: bytes, rng: Random) -> bytes:
    """Put a wrong value, a wrong nesting or a wrong key anywhere in the JSON of a line or of the file."""
    lines = data.split(b"\n")
    number = rng.randrange(len(lines))
    for text, put in ((lines[number], number), (data, None)):
        prefix = re.match(rb"# [a-z]+ = ", text)
        start = prefix.end() if prefix else 0
        try:
            value = json.loads(text[start:])
        except (ValueError, RecursionError):
            continue
        for _ in range(rng.randint(1, 3)):
            value = _changed(value, rng)
        new = text[:start] + json.dumps(value, ensure_ascii=rng.random() < 0.5).encode(
            "utf-8", "surrogatepass"
        )
        if put is None:
            return new
        lines[put] = new
        return b"\n".join(lines)
    return insert(data, rng)


def _changed(value: object, rng: Random) -> object:
    if isinstance(value, dict) and value and rng.random() < 0.85:
        key = rng.choice(list(value))
        if rng.random() < 0.1:
            return {other: item for other, item in value.items() if other != key}
        if rng.random() < 0.1:
            return {**value, rng.choice(("text", "spans", "label", "id", "start", "x")): value[key]}
        return {**value, key: _changed(value[key], rng)}
    if isinstance(value, list) and value and rng.random() < 0.85:
        at = rng.randrange(len(value))
        return [*value[:at], _changed(value[at], rng), *value[at + rng.randint(0, 1) :]]
    if rng.random() < 0.2:
        return rng.choice(([value], {"x": value}, [value] * 3, str(value)))
    if isinstance(value, int) and rng.random() < 0.5:
        return value + rng.choice((-3, -1, 1, 3, 10**6))
    return rng.choice(VALUES)


MUTATIONS: tuple[Mutation, ...] = (
    flip,
    cut,
    double,
    insert,
    swap_lines,
    change_number,
    join,
    recode,
    change_json,
    change_json,
    change_json,
)


def lenient_lines(rng: Random) -> bytes:
    """Return lines as other programs write them, with random offsets."""
    lines = []
    for _ in range(rng.randint(1, 5)):
        text = "".join(
            rng.choice("قال بوتين.\n\r😀ـَ\u200f\ufeff،«»") for _ in range(rng.randint(1, 30))
        )
        spans = [
            [rng.randint(-1, len(text)), rng.randint(0, len(text) + 1), rng.choice(("actor", "X"))]
            for _ in range(rng.randint(0, 3))
        ]
        lines.append(json.dumps({"text": text, rng.choice(("spans", "label")): spans}))
    return "\n".join(lines).encode()


def make(rng: Random, folder: Path, number: int) -> Path:
    """Write one file and return its path; its name may say another format than its content."""
    if rng.random() < 0.15:
        data, suffix = lenient_lines(rng), ".jsonl"
    else:
        source = rng.choice(SOURCES)
        data, suffix = source.read_bytes(), source.suffix
    for _ in range(rng.choice((0, 1, 1, 1, 1, 2, 3))):
        data = rng.choice(MUTATIONS)(data or b"x", rng)
    if rng.random() < 0.15:
        suffix = rng.choice((".txt", ".jsonl", ".json", ".conll"))
    path = folder / f"{number:05d}{suffix}"
    path.write_bytes(data)
    return path


def fuzz(folder: Path, count: int, seed: int = 1) -> Counter[str]:
    """Import ``count`` files by their content and by a format named; count outcomes, tracebacks and unsound projects."""
    result: Counter[str] = Counter()
    for first in range(0, count, GROUP):
        rng = Random(f"{seed} {first}")
        name = rng.choice((formats.AUTO, formats.AUTO, *(i.name for i in formats.imports())))
        place = folder / f"{first:05d}"
        place.mkdir(parents=True)
        paths = [make(rng, place, n) for n in range(first, min(first + GROUP, count))]
        result["files"] += len(paths)
        result += _import_all(place / "project", paths, name)
        for path in paths:
            path.unlink()
    return result


def _import_all(root: Path, paths: list[Path], name: str) -> Counter[str]:
    """Take files into a project of their own; where one ends in a traceback, each by itself to say which."""
    result: Counter[str] = Counter()
    having = next(
        n for option, n in formats.import_options().items() if option == formats.ANNOTATOR
    )
    options = {"annotator": "sara"} if name in (formats.AUTO, *having) else {}
    with Project.create(root, filesystem=Unsynced()) as project:
        try:
            report = project.import_files(paths, format=name, options=options)
        except Exception as error:  # noqa: BLE001 - any exception is the failure that is counted
            if len(paths) > 1:
                for number, path in enumerate(paths):
                    result += _import_all(root.with_name(f"{root.name}-{number}"), [path], name)
                return result
            result["tracebacks"] += 1
            print(f"{paths[0]} as {name}: {error!r}", file=sys.stderr)
            traceback.print_exc(limit=-4)
            return result
        result["articles"] += report.articles
        result["layers"] += sum(file.layers for file in report.files)
        result["refused"] += len(report.refused)
        for file in report.files:
            if not (file.articles or file.known or file.refused or file.skipped):
                result["silent"] += 1
                print(f"{file.path} as {name}: {file.path.read_bytes()[:80]!r}", file=sys.stderr)
        problems = project.check().problems
        result["problems"] += len(problems)
        for problem in problems[:3]:
            print(f"{root} as {name}: {problem}", file=sys.stderr)
        for exporter in filter(is_there, formats.exports()):
            try:
                if report.articles:
                    one = (
                        None
                        if exporter.holds.several_layers
                        else next(iter(project.annotators()), None)
                    )
                    project.export(
                        root / f"out-{exporter.name}",
                        format=exporter.name,
                        annotator=one,
                        status="any",
                    )
            except AnnotatorError as error:
                if re.search(
                    r"XML, which cannot hold U\+|cannot be in the labelling interface", str(error)
                ):
                    continue  # said with its place, as it must be
                result["not exported"] += 1
                print(f"{root} to {exporter.name}: {error}", file=sys.stderr)
    return result
