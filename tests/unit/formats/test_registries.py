"""One place says what can be read and written; reading and writing hold one article at a time."""

import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import exporters, importers
from annotator.errors import ImportFailure
from annotator.exporters import Exportable
from annotator.importers import Imported
from annotator.importers.recognising import recognise
from annotator.model import Layer
from tests.helpers.sinks import MemorySink
from tests.unit.formats.build import export, export_all, is_there, with_spans


def test_the_formats_of_the_command_line_are_there():
    for registry in (importers.REGISTRY, exporters.REGISTRY):
        assert all(name == entry.name and entry.title.en for name, entry in registry.items())


@pytest.mark.parametrize(
    ("name", "format_name", "expected"),
    [
        ("خبر.TXT", "auto", "txt"),
        ("a.jsonl", "auto", "jsonl"),
        ("a.ndjson", "auto", "jsonl"),
        ("a.json", "auto", "json"),
        ("a.b.conll", "auto", "conll-layers"),
        ("a.conll", "txt", "txt"),
        ("README", "jsonl", "jsonl"),
    ],
)
def test_a_file_is_read_by_its_suffix_or_as_told(name: str, format_name: str, expected: str):
    assert recognise(Path(name), format_name)[0].name == expected


def test_an_unknown_suffix_is_refused_with_the_known_ones(tmp_path: Path):
    for name in ("news.pages", "README"):
        (tmp_path / name).write_text("خبر", encoding="utf-8")
    with pytest.raises(
        ImportFailure, match=r"'.pages' are not known.*txt, jsonl.*\.txt, .*\.conll"
    ):
        recognise(tmp_path / "news.pages")
    with pytest.raises(ImportFailure, match="no suffix"):
        recognise(tmp_path / "README")
    with pytest.raises(ImportFailure, match="no import format 'pages': use auto, txt"):
        recognise(Path("news.pages"), "pages")


class WatchedLayers(set[int]):
    """Counts the layers alive: they hold dicts and cannot be hashed, so their ids are kept."""

    def add_layer(self, layer: Layer) -> None:
        self.add(id(layer))
        weakref.finalize(layer, self.discard, id(layer))


THERE = [name for name, exporter in exporters.REGISTRY.items() if is_there(exporter)]


@pytest.mark.parametrize("name", THERE)
def test_an_export_holds_one_article_at_a_time(name: str):
    alive, most = WatchedLayers(), 0

    def items() -> Iterator[Exportable]:
        nonlocal most
        for n in range(30):
            item = with_spans(f"{n} قال بوتين.", (2, 5, "actor"))
            alive.add_layer(item.layers[0])
            most = max(most, len(alive))
            yield item
            del item

    exporter = exporters.REGISTRY[name]
    report = exporter.write(items(), MemorySink(), exporter.choose({}))
    assert report.articles == 30
    assert most <= 2


@pytest.mark.parametrize(
    ("name", "suffix"), [("jsonl", "jsonl"), ("json", "json"), ("conll-layers", "conll")]
)
def test_an_import_holds_one_article_at_a_time(tmp_path: Path, name: str, suffix: str):
    path = tmp_path / f"a.{suffix}"
    written, _ = export(name, *[with_spans(f"{n} قال بوتين.", (2, 5, "actor")) for n in range(30)])
    path.write_text(written, encoding="utf-8", newline="\n")
    alive, most, count = WatchedLayers(), 0, 0
    importer, _ = recognise(path)
    for outcome in importer.read(path, importer.choose({})):
        assert isinstance(outcome, Imported)
        alive.add_layer(outcome.layers[0])
        most, count = max(most, len(alive)), count + 1
    assert (count, most <= 3) == (30, True)


TEXT_FILES = [name for name in THERE if name not in ("docbin", "qdpx", "table-xlsx")]


@pytest.mark.parametrize("name", TEXT_FILES)
def test_an_export_of_nothing_is_a_file_all_the_same(name: str):
    files, report = export_all(name, **({"face": "none"} if name == "html" else {}))
    assert report.lines() == ["0 articles, 0 annotations: 0 written, 0 dropped"]
    for file, written in files.items():
        if name == "html":
            assert "<article" not in written
            assert written.endswith("</html>\n")
        elif name.startswith("table"):
            assert written.startswith("article_id,")
        elif not file.endswith((".conf", ".xml", ".json")):
            assert written in ("", "[]\n", *HEADS)


HEADS = (
    "# format = hashiya conll-layers/2\n",
    "# global.columns = ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC HASHIYA:NER\n",
    "FORM ACTOR DATE QUOTE AGREEMENT\n\n",
)
"""What a file begins with, whatever it holds."""


def test_an_empty_file_and_one_that_cannot_be_opened_are_not_called_unknown(tmp_path: Path):
    (tmp_path / "empty").write_bytes(b"\xef\xbb\xbf\n")
    with pytest.raises(ImportFailure, match="it is empty"):
        recognise(tmp_path / "empty")
    with pytest.raises(ImportFailure, match="it cannot be opened: No such file"):
        recognise(tmp_path / "gone")
