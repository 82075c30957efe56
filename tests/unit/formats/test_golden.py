"""The very bytes of each export, as inspected by eye once: ``python -m tests.unit.formats.test_golden`` writes them again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import exporters
from annotator.exporters import Exportable
from annotator.importers import Imported
from annotator.model import DEFAULT_SCHEMA, Schema
from tests.helpers.sinks import MemorySink
from tests.unit.formats.build import read

GOLDEN = Path(__file__).resolve().parents[2] / "golden"

EXPORTS: dict[str, tuple[str, dict[str, object]]] = {
    "news.jsonl": ("jsonl", {}),
    "news.json": ("json", {}),
    "news.html": ("html", {"face": "none"}),
    "news.layers.conll": ("conll-layers", {}),
    "news.outermost.conll": ("conll2003", {}),
    "news.innermost-split.conll": (
        "conll2003",
        {"nested": "innermost", "misaligned": "split", "columns": 2},
    ),
    "news.actor-no-zones.conll": (
        "conll2003",
        {"nested": "per-label", "skip_zones": True},
    ),
}


ACTORS = Schema(DEFAULT_SCHEMA.labels[:1])
"""Of a file for each label the first is held against the inspected one."""


def items(layers: int) -> Iterator[Exportable]:
    """Read the articles of ``news.jsonl`` with their first ``layers`` layers."""
    path = GOLDEN / "news.jsonl"
    for imported in read(path):
        assert isinstance(imported, Imported), imported
        yield Exportable(imported.article, imported.layers[:layers])


def write(name: str, path: Path) -> list[str]:
    """Write one export and return its account."""
    format_name, options = EXPORTS[name]
    exporter, sink = exporters.REGISTRY[format_name], MemorySink()
    chosen = exporter.choose(
        options, ACTORS if options.get("nested") == "per-label" else DEFAULT_SCHEMA
    )
    report = exporter.write(items(9 if exporter.holds.several_layers else 1), sink, chosen)
    [content] = sink.files().values()
    path.write_bytes(content)
    return [f"{name}:", *report.lines()]


@pytest.mark.parametrize("name", list(EXPORTS))
def test_an_export_is_to_the_byte_what_was_inspected(tmp_path: Path, name: str):
    write(name, tmp_path / name)
    assert (tmp_path / name).read_bytes() == (GOLDEN / name).read_bytes()


def test_the_accounts_are_what_was_inspected(tmp_path: Path):
    lines = [line for name in EXPORTS for line in write(name, tmp_path / name)]
    assert lines == (GOLDEN / "news.losses.txt").read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    accounts = [
        line for name in EXPORTS if name != "news.jsonl" for line in write(name, GOLDEN / name)
    ]
    accounts = write("news.jsonl", Path("/dev/null")) + accounts
    (GOLDEN / "news.losses.txt").write_text(
        "\n".join(accounts) + "\n", encoding="utf-8", newline="\n"
    )
