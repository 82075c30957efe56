"""The sample project says what its source says, and can be made again."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from annotator.model import Status
from annotator.project import Project
from tests.helpers.deadlines import PROCESS_DEADLINE

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "projects" / "sources" / "karabakh"
SAMPLE = ROOT / "projects" / "karabakh"
STEMS = sorted(path.stem for path in (SOURCES / "articles").glob("*.txt"))
NUMBER = {"a": 322, "b": 294}


@pytest.fixture(scope="module")
def sample():
    with Project.open(SAMPLE, read_only=True) as project:
        yield project


def source(annotator, stem):
    return json.loads((SOURCES / annotator / f"{stem}.json").read_text(encoding="utf-8"))


def entry(sample, stem):
    [found] = [entry for entry in sample.entries() if entry.source == f"{stem}.txt"]
    return found


@pytest.mark.parametrize("stem", STEMS)
def test_texts_are_the_source_s_to_the_byte(sample, stem):
    text = sample.article(entry(sample, stem).id).text
    assert text.encode("utf-8") == (SOURCES / "articles" / f"{stem}.txt").read_bytes()


@pytest.mark.parametrize("annotator", ["a", "b"])
def test_no_span_of_the_source_is_missing(sample, annotator):
    layers = [sample.layer(entry.id, annotator) for entry in sample.entries()]
    assert sum(map(len, layers)) == NUMBER[annotator]
    assert {layer.status for layer in layers} == {Status.DONE}


@pytest.mark.parametrize("annotator", ["a", "b"])
@pytest.mark.parametrize("stem", STEMS)
def test_every_span_is_as_the_annotator_made_it(sample, annotator, stem):
    given = source(annotator, stem)
    article = sample.article(entry(sample, stem).id)
    layer = sample.layer(article.id, annotator)
    assert article.published == given["dct"]
    assert {(z.span.start, z.span.end, z.kind) for z in layer.zones} == {
        (z["start"], z["end"], z["zone"]) for z in given["zones"]
    }
    assert set(layer.annotations) == {span["id"] for span in given["spans"]}
    for span in given["spans"]:
        made = layer[span["id"]]
        assert (made.start, made.end, made.label) == (span["start"], span["end"], span["label"])
        assert made.span.of(article.text) == span["text"]
        named = "value" if made.label == "date" else "canonical"
        assert made.attribute(named) == (span.get("norm") or "")
        assert made.note == span.get("note", "")
        remarks = {name for name in ("metonym", "role", "anaphor") if span.get(name)}
        assert {name for name, value in made.attributes.items() if value == "yes"} == remarks
        assert made.attribute("mod") == span.get("mod", "")


@pytest.mark.parametrize("annotator", ["a", "b"])
@pytest.mark.parametrize("stem", STEMS)
def test_every_quote_has_the_speakers_the_annotator_gave_it(sample, annotator, stem):
    layer = sample.layer(entry(sample, stem).id, annotator)
    for span in source(annotator, stem)["spans"]:
        if span["label"] != "quote":
            continue
        speakers = layer.dependents(span["id"], "speaker")
        named = {layer[speaker].attribute("canonical") for speaker in speakers}
        unlinked = layer[span["id"]].attribute("speaker_name")
        assert named | set(filter(None, [unlinked])) == set(
            filter(None, span.get("speaker", "").split(";"))
        )
        if "speaker_ids" in span:
            assert set(speakers) == set(span["speaker_ids"])


def test_attributes_are_all_in_the_sample_s_schema(sample):
    for annotator in NUMBER:
        for entry in sample.entries():
            for annotation in sample.layer(entry.id, annotator):
                label = sample.schema.label(annotation.label)
                assert all(label.attribute(name) for name in annotation.attributes)


def test_the_guidelines_come_along_in_both_languages(sample):
    for language in ("en", "ar"):
        assert sample.guidelines(language) == (SOURCES / f"guidelines.{language}.md").read_text(
            encoding="utf-8"
        )


def test_every_file_opens_with_tinydb_as_it_is(karabakh):
    files = sorted(karabakh.rglob("*.json"))
    assert len(files) > len(STEMS)
    spans = 0
    for path in files:
        with TinyDB(path) as database:
            assert database.tables()
            spans += len(database.table("spans")) if "annotations" in path.parts else 0
    assert spans == sum(NUMBER.values())


def test_making_the_sample_again_gives_the_same_bytes(tmp_path):
    subprocess.run(
        [sys.executable, ROOT / "scripts" / "make_sample.py", tmp_path / "again"],
        check=True,
        capture_output=True,
        timeout=PROCESS_DEADLINE,
    )
    assert contents(tmp_path / "again") == contents(SAMPLE)


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".locks" not in path.parts and ".cache" not in path.parts
    }
