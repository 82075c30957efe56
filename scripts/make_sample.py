"""Make projects/karabakh from projects/sources/karabakh through the public import, the same bytes each time.

The source's ``norm`` becomes ``canonical`` (actor, agreement) or ``value`` (date); its remarks become optional attributes
that the sample's schema declares. `a` names speakers by span id; `b` by name, which is linked to the nearest actor of
that canonical name before the quote, else after it, else kept in the attribute ``speaker_name``.
``speaker_where`` is left out: it says where the linked speaker stands, which the link shows.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from annotator.model import (
    DEFAULT_SCHEMA,
    Attribute,
    AttributeKind,
    Label,
    Schema,
    article_id,
    text_sha256,
)
from annotator.project import Project

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "projects" / "sources" / "karabakh"
TARGET = ROOT / "projects" / "karabakh"
ANNOTATORS = ("a", "b")
MADE = datetime(2024, 1, 1, tzinfo=UTC)
"""The time on every record of the sample."""

_YES = {"kind": AttributeKind.CHOICE, "choices": ("yes",)}
METONYM = Attribute("metonym", "Metonym", "كناية", **_YES)
EXTRA: dict[str, tuple[Attribute, ...]] = {
    "actor": (METONYM, Attribute("role", "Named by role only", "باللقب دون الاسم", **_YES)),
    "date": (
        Attribute(
            "mod",
            "Part of the period",
            "جزء من المدة",
            AttributeKind.CHOICE,
            choices=("START", "MID", "END"),
        ),
        Attribute("value_alt", "Other possible values", "قيم أخرى ممكنة"),
    ),
    "quote": (Attribute("speaker_name", "Speaker who is not annotated", "قائل غير موسوم"),),
    "agreement": (METONYM, Attribute("anaphor", "Refers back", "إشارة إلى سابق", **_YES)),
}
"""What the sample's annotators noted beyond the built-in schema."""

REMARKS = ("metonym", "role", "anaphor")


def main(target: Path = TARGET) -> None:
    with tempfile.TemporaryDirectory() as folder, _the_same_every_time(Path(folder) / "computer"):
        scratch = Path(folder)
        lines = scratch / "karabakh.jsonl"
        with lines.open("w", encoding="utf-8", newline="\n") as out:
            for article in articles():
                out.write(json.dumps(article, ensure_ascii=False) + "\n")
        with Project.create(scratch / "made", title="Karabakh", schema=schema()) as project:
            report = project.import_files([lines])
            if report.refused:
                raise SystemExit("\n".join(report.lines()))
            for language in ("en", "ar"):
                guidelines = (SOURCES / f"guidelines.{language}.md").read_text(encoding="utf-8")
                project.set_guidelines(language, guidelines)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(scratch / "made", target, ignore=shutil.ignore_patterns(".locks", ".cache"))
    print(f"made {target} of {report.articles} articles")


def schema() -> Schema:
    """Return the built-in schema with the sample's optional attributes."""
    return replace(DEFAULT_SCHEMA, labels=tuple(map(_with_extra, DEFAULT_SCHEMA.labels)))


def articles() -> Iterator[dict[str, Any]]:
    """Yield each article as a line of `hashiya/1`, both annotators' layers in it."""
    for path in sorted((SOURCES / "articles").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        marked = {name: _read(name, path.stem) for name in ANNOTATORS}
        first = marked[ANNOTATORS[0]]
        yield {
            "schema": "hashiya/1",
            "offset_unit": "codepoint",
            "id": article_id(text),
            "title": title(text, first["zones"]),
            "published": first["dct"],
            "source": path.name,
            "url": None,
            "text": text,
            "text_sha256": text_sha256(text),
            "dct_source": first["dct_source"],
            "layers": [layer(name, text, source) for name, source in marked.items()],
        }


def layer(annotator: str, text: str, source: dict[str, Any]) -> dict[str, Any]:
    """Return one annotator's work on one article as `hashiya/1` has it."""
    if source["text"] != text:
        raise SystemExit(f"{source['doc']}: the text of {annotator} is not the article's")
    spans = source["spans"]
    speakers = {span["id"]: _speakers(span, spans) for span in spans if span["label"] == "quote"}
    return {
        "annotator": annotator,
        "status": "done",
        "annotations": [annotation(span, speakers.get(span["id"], ([], []))[1]) for span in spans],
        "relations": [
            {"type": "speaker", "head": quote, "dependent": actor}
            for quote, (linked, _) in speakers.items()
            for actor in linked
        ],
        "zones": [
            {"start": z["start"], "end": z["end"], "kind": z["zone"]} for z in source["zones"]
        ],
    }


def annotation(span: dict[str, Any], unlinked: list[str]) -> dict[str, Any]:
    """Return one annotation; ``unlinked`` are the speakers' names that no actor of the layer bears."""
    attributes = {
        ("value" if span["label"] == "date" else "canonical"): span.get("norm"),
        **{name: "yes" for name in REMARKS if span.get(name)},
        "mod": span.get("mod"),
        "value_alt": "; ".join(span.get("norm_alt", ())),
        "speaker_name": "; ".join(unlinked),
    }
    return {
        "id": span["id"],
        "start": span["start"],
        "end": span["end"],
        "label": span["label"],
        "text": span["text"],
        "attributes": {name: value for name, value in attributes.items() if value},
        "note": span.get("note", ""),
        "origin": "manual",
    }


def title(text: str, zones: list[dict[str, Any]]) -> str:
    """Return the first line with words that is in no zone: the page's navigation is no title."""
    start = 0
    for line in text.split("\n"):
        if line.strip() and not any(z["start"] <= start < z["end"] for z in zones):
            return line.strip()
        start += len(line) + 1
    raise SystemExit("an article has no line outside its zones")


def _speakers(quote: dict[str, Any], spans: list[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """Return the ids of a quote's speakers and the names of those whom no actor of the layer stands for."""
    if "speaker_ids" in quote:
        return quote["speaker_ids"], []
    linked: list[str] = []
    unlinked: list[str] = []
    for name in filter(None, quote.get("speaker", "").split(";")):
        actors = [span for span in spans if span["label"] == "actor" and span.get("norm") == name]
        before = [span for span in actors if span["end"] <= quote["start"]]
        after = [span for span in actors if span["start"] >= quote["end"]]
        if before:
            linked.append(max(before, key=lambda span: span["end"])["id"])
        elif after:
            linked.append(min(after, key=lambda span: span["start"])["id"])
        else:
            unlinked.append(name)
    return linked, unlinked


def _with_extra(label: Label) -> Label:
    return replace(label, attributes=label.attributes + EXTRA.get(label.name, ()))


def _read(annotator: str, stem: str) -> dict[str, Any]:
    return json.loads((SOURCES / annotator / f"{stem}.json").read_text(encoding="utf-8"))


@contextmanager
def _the_same_every_time(data: Path) -> Iterator[None]:
    """Stop the clock, tame chance and be the same computer, which otherwise all leave their mark on a project.

    ``data`` is an empty folder for what belongs to this computer.
    """
    chance = Random("karabakh")

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return MADE

    with (
        patch("annotator.store.files.clock.datetime", Stopped),
        patch("secrets.token_hex", lambda size: chance.randbytes(size).hex()),
        patch("platform.node", lambda: "sample"),
        patch.dict("os.environ", {"HASHIYA_DATA_DIR": str(data)}),
    ):
        yield


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
