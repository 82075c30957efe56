"""The datasets library loads the folder as it is: types, labels and parts are those of the card."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.exporters import Exportable
from annotator.project import Project
from tests.helpers.pictures import picture
from tests.helpers.projects import make_project, put_layer
from tests.unit.formats.build import export, exportable
from tests.unit.formats.strategies import exportables
from tests.unit.formats.test_huggingface import card_of, export_all

DRAWING = "قال [بوتين:actor] «[نعم [لا:agreement]:quote]».\nثم [غادر:date] 🙂"


@pytest.fixture(autouse=True)
def leave_no_thread_behind() -> None:
    """Take the place of the check of all other tests: pyarrow and tqdm keep threads of their own as long as Python runs."""


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return a loader that asks no server and keeps what it makes in a folder of the test."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    import datasets  # reads the environment when it is imported

    datasets.disable_progress_bars()

    def loader(folder: Path, name: str | None = None):
        return datasets.load_dataset(str(folder), name, cache_dir=str(tmp_path / "cache"))

    return loader


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    # Texts that are nearly alike would stay together in one part.
    texts = [f"{DRAWING} {' '.join(f'{n}{k}' for k in range(60))}" for n in range(1, 13)]
    with make_project(tmp_path / "p", *[picture(text)[0] for text in texts]) as project:
        for text in texts:
            put_layer(project, picture(text)[1])
        project.export(tmp_path / "out", format="huggingface", split=(60, 20, 20))
    return tmp_path / "out"


def test_both_configurations_load_with_labels_and_parts(load, folder: Path, tmp_path: Path):
    tokens, spans = load(folder), load(folder, "spans")
    assert set(tokens) == set(spans) == {"train", "validation", "test"}
    assert sum(part.num_rows for part in spans.values()) == 12
    label = spans["train"].features["spans"].feature["label"]
    tag = tokens["train"].features["ner_tags"].feature
    assert label.names == ["actor", "date", "quote", "agreement"]
    assert tag.names[:3] == ["O", "B-ACTOR", "I-ACTOR"]
    texts = {}
    counted: Counter[tuple[str, str]] = Counter()
    for part in spans.values():
        for row in part:
            texts[row["article_id"]] = row["text"]
            for span in row["spans"]:
                assert row["text"][span["start"] : span["end"]] == span["text"]
                assert json.loads(span["attributes"]) == {}
                counted[label.int2str(span["label"]), span["text"]] += 1
    assert counted == {
        ("actor", "بوتين"): 12,
        ("quote", "نعم لا"): 12,
        ("agreement", "لا"): 12,
        ("date", "غادر"): 12,
    }
    for part in tokens.values():
        for row in part:
            text = texts[row["article_id"]]
            assert [text[start:end] for start, end in row["offsets"]] == row["tokens"]
    path = tmp_path / "a.parquet"
    spans["train"].to_parquet(str(path))
    again = type(spans["train"]).from_parquet(str(path), cache_dir=str(tmp_path / "cache"))
    assert again.features == spans["train"].features
    assert again[0] == spans["train"][0]


def test_a_split_without_articles_in_a_part_loads(load, tmp_path: Path):
    with make_project(tmp_path / "p", "قال بوتين", "نعم") as project:
        project.export(tmp_path / "out", format="huggingface", split=(100, 0, 0))
    assert set(load(tmp_path / "out")) == {"train"}
    with Project.open(tmp_path / "p", read_only=True) as project:
        assert len(project.entries()) == 2


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(items=st.lists(exportables(), min_size=1, max_size=3, unique_by=lambda i: i.article.id))
def test_any_articles_load_as_they_were(load, tmp_path_factory, items: list[Exportable]):
    out = tmp_path_factory.mktemp("any")
    files, report = export_all("huggingface", *items)
    files["README.md"] = card_of({"": report})
    for name, content in files.items():
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_bytes(content.encode("utf-8"))
    spans = load(out, "spans")["train"]
    assert [row["text"] for row in spans] == [item.article.text for item in items]
    names = spans.features["spans"].feature["label"].names
    assert [
        [(s["start"], s["end"], names[s["label"]], s["note"]) for s in row["spans"]]
        for row in spans
    ] == [[(a.start, a.end, a.label, a.note) for a in item.layers[0].in_order] for item in items]


def test_conversations_load(load, tmp_path: Path):
    (tmp_path / "chat").mkdir()
    written, _ = export("chat", exportable(DRAWING))
    (tmp_path / "chat" / "train.jsonl").write_text(written, encoding="utf-8")
    rows = load(tmp_path / "chat")["train"]
    assert [message["role"] for message in rows[0]["messages"]] == ["system", "user", "assistant"]
    assert json.loads(rows[0]["messages"][2]["content"])[0]["label"] == "actor"
