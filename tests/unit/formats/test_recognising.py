"""A file is taken for what is in it, or refused with the formats there are; its name decides only where that does not say."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator import importers
from annotator.errors import ImportFailure
from annotator.importers import Confidence, Imported
from annotator.importers.foreign import KNOWN
from annotator.importers.head import HEAD, Head
from annotator.importers.recognising import recognise
from tests.unit.formats.build import export, exportable, import_text, line, own_line, refusal
from tests.unit.formats.strategies import exportables

GOLDEN = Path(__file__).resolve().parents[2] / "golden"

SAMPLES = {
    "news.jsonl": "jsonl",
    "news.json": "json",
    "news.layers.conll": "conll-layers",
}

NAMES = ["a.txt", "a.dat", "a", "a.text", "a.conll", "a.jsonl", "a.json"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_file_of_each_format_is_what_it_is_by_any_name(tmp_path: Path, sample: str, name: str):
    content = (GOLDEN / sample).read_bytes()
    for variant in (content, b"\xef\xbb\xbf" + content, content.replace(b"\n", b"\r\n")):
        (tmp_path / name).write_bytes(variant)
        importer, notes = recognise(tmp_path / name)
        same_reader = {"json", "jsonl"} if name.endswith((".json", ".jsonl")) else set()
        expected = SAMPLES[sample]
        assert importer.name == expected or {importer.name, expected} == same_reader
        assert bool(notes) == (Path(name).suffix not in importer.suffixes)
        if notes:
            assert f"read as {importer.name}, as what is in it says" in notes[0]


@pytest.mark.parametrize("name", ["a.txt", "a.dat", "a.conll", "a.jsonl", "a.json"])
@pytest.mark.parametrize("sample", ["news.jsonl", "news.json", "news.layers.conll"])
def test_by_any_name_it_gives_the_same_articles(tmp_path: Path, sample: str, name: str):
    content = (GOLDEN / sample).read_bytes()
    right = import_text(tmp_path, sample, content)
    assert import_text(tmp_path, name, content) == right
    assert all(isinstance(outcome, Imported) for outcome in right)


@pytest.mark.parametrize("name", ["a.txt", "a.dat"])
def test_flat_conll_is_known_by_its_tags_and_never_taken_as_text(tmp_path: Path, name: str):
    for content in (
        (GOLDEN / "news.outermost.conll").read_bytes(),
        (GOLDEN / "news.innermost-split.conll").read_bytes(),
        "قال O\nبوتين B-PERS\n. O\n\n".encode(),
        "قال B-X\nنعم I-X\nثم O\nكلمة تالفة\n".encode(),
    ):
        (tmp_path / name).write_bytes(content)
        importer, notes = recognise(tmp_path / name)
        assert importer.name == "conll"
        assert "read as conll" in notes[0]


@pytest.mark.parametrize(
    "content",
    [
        '{"text": "قال بوتين"}\n',
        '{"schema":"hashiya/1","text":"قال"}\n{"text": "نعم"}\n',
        '\n\n  {"text": "قال"}\n',
        '[{"text": "قال"}]',
        '[\n  {\n    "text": "قال"\n  }\n]\n',
        '{\n  "text": "قال"\n}\n',
        '{"a \\" b": 1, "text": "قال"}',
        "{}\n",
        "[{}]",
    ],
)
def test_json_is_json_however_it_is_laid_out(tmp_path: Path, content: str):
    for name in ("a.txt", "a.bin"):
        outcomes = import_text(tmp_path, name, content)
        assert recognise(tmp_path / name)[0].name in ("json", "jsonl")
        if "text" in content:
            assert all(isinstance(outcome, Imported) for outcome in outcomes), outcomes
        else:
            assert "has no 'text'" in refusal(outcomes)
    (tmp_path / "a.txt").write_bytes(content.encode("utf-16"))
    assert recognise(tmp_path / "a.txt")[0].name in ("json", "jsonl")


def test_a_line_longer_than_the_head_is_json_lines_all_the_same(tmp_path: Path):
    written = own_line("كلمة " * HEAD)
    assert len(written) > HEAD
    [outcome] = import_text(tmp_path, "a.txt", written)
    assert isinstance(outcome, Imported)
    assert recognise(tmp_path / "a.txt")[0].name == "jsonl"


def test_a_broken_line_leaves_a_file_what_its_name_says(tmp_path: Path):
    content = '{"text": "قال\n' + line(text="نعم")
    outcomes = import_text(tmp_path, "a.jsonl", content)
    assert [isinstance(outcome, Imported) for outcome in outcomes] == [False, True]


WORDS = st.sampled_from(
    [
        "قال",
        "بوتين،",
        "وأرمينيا",
        "«نعم»",
        "[1]",
        "{قوس}",
        "#وسم",
        "O",
        "-",
        "text:",
        "2021",
        "B-52",
    ]
)
PROSE = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=6).map(
    "\n".join
)


@settings(max_examples=200)
@given(PROSE)
@example("{ قال } بوتين")
@example("[قال بوتين")
@example('["قال", "بوتين"]')
@example('{"قال" بوتين}')
@example("# قال بوتين\n# format = بلا")
@example("-DOCSTART-")
@example("قال O\nبوتين O")
@example('"text": قال')
def test_plain_text_is_never_taken_for_anything_else(
    tmp_path_factory: pytest.TempPathFactory, text: str
):
    folder = tmp_path_factory.getbasetemp()
    (folder / "plain.txt").write_text(text, encoding="utf-8", newline="\n")
    rows = [row.split() for row in text.split("\n") if not row.startswith(("# ", "-DOCSTART-"))]
    tagged = [row for row in rows if len(row) > 1 and row[-1] in ("O", "B-52")]
    flat = len(tagged) >= 3
    importer, notes = recognise(folder / "plain.txt")
    if flat and importer.name in ("conll", "wojood"):
        return
    assert (importer.name, notes) == ("txt", ())
    (folder / "plain.dat").write_text(text, encoding="utf-8", newline="\n")
    with pytest.raises(ImportFailure, match=r"; it may be txt, which --format txt says"):
        recognise(folder / "plain.dat")


@settings(max_examples=50)
@given(item=exportables(), name=st.sampled_from(["jsonl", "json", "conll-layers"]))
def test_whatever_is_exported_is_recognised_under_another_name(
    tmp_path_factory: pytest.TempPathFactory, item, name: str
):
    path = tmp_path_factory.getbasetemp() / "exported.txt"
    path.write_bytes(export(name, item)[0].encode("utf-8"))
    assert recognise(path)[0].name == name


BINARY = [b"\x00\x01\x02\xff" * 99, b"PK\x03\x04word", b"\x89PNG\r\n\x1a\n\x00", b""]


@pytest.mark.parametrize("content", BINARY)
def test_what_is_no_text_is_refused_with_the_formats_there_are(tmp_path: Path, content: bytes):
    (tmp_path / "a.dat").write_bytes(content)
    formats = r"txt, jsonl, json, conll-layers, .*\) .*\.txt, .*\.conll"
    with pytest.raises(ImportFailure, match=formats if content else "it is empty"):
        recognise(tmp_path / "a.dat")
    for name in ("a.txt", "a.jsonl", "a.json", "a.conll"):
        outcomes = import_text(tmp_path, name, content)
        assert outcomes
        assert not any(isinstance(outcome, Imported) for outcome in outcomes)


@given(st.binary(max_size=200))
def test_no_bytes_upset_a_recogniser(head: bytes):
    for importer in importers.REGISTRY.values():
        assert importer.sniff(Head(head, Path("a"))).confidence in Confidence
    for foreign in KNOWN:
        assert foreign.sniff(Head(head, Path("a"))).confidence in Confidence


def test_a_head_that_ends_in_the_middle_of_a_letter_is_text_all_the_same():
    for shift in range(3):
        head = (b"x" * shift + "ق".encode() * HEAD)[:HEAD]
        found = importers.REGISTRY["txt"].sniff(Head(head, Path("a")))
        assert found.confidence == Confidence.MAYBE


def test_the_note_says_how_to_take_the_file_as_its_name_says(tmp_path: Path):
    item = exportable("قال [بوتين:actor]")
    (tmp_path / "a.txt").write_text(export("jsonl", item)[0], encoding="utf-8")
    importer, [note] = recognise(tmp_path / "a.txt")
    assert "name the format txt" in note
    assert recognise(tmp_path / "a.txt", "txt")[0].name == "txt"
    assert importer.name == "jsonl"
