"""Mentions for entity linking: words and what is around them, the canonical name, its number and its aliases."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import exporters
from annotator.exporters import Exportable, Reason
from annotator.model import Annotation, Article, Layer, Span
from annotator.model.names import Name, Registry
from annotator.project import Project
from annotator.project.names import change_registry
from tests.helpers.sinks import MemorySink
from tests.unit.formats.strategies import exportables

NAMES = Registry((Name("actor", "فلاديمير بوتين", ("بوتن", "Putin")), Name("actor", "إلهام علييف")))


def write(*items, names=NAMES, **options):
    from dataclasses import replace

    exporter, sink = exporters.REGISTRY["mentions"], MemorySink()
    report = exporter.write(iter(items), sink, replace(exporter.choose(options), names=names))
    files = {
        name: [json.loads(row) for row in raw.decode().split("\n")[:-1]]
        for name, raw in sink.files().items()
    }
    return files[""], files["entities"], report


def item(*canonical):
    article = Article.from_text("قال بوتين إن علييف قادم")
    places = [(4, 9), (13, 18), (0, 3)]
    annotations = {
        f"a{n}": Annotation(
            f"a{n}", Span(*place), "actor" if n < 2 else "date", {"canonical": name} if name else {}
        )
        for n, (place, name) in enumerate(zip(places, canonical, strict=True))
    }
    return Exportable(article, (Layer("sara", article.id, annotations=annotations),))


def test_a_line_is_what_programs_of_linking_read():
    mentions, entities, report = write(item("بوتن", "الهام علييف", ""), context=4)
    first, second, third = (
        sorted(mentions, key=lambda one: one["label_title"] or "ي")[1],
        sorted(mentions, key=lambda one: one["start"])[2],
        sorted(mentions, key=lambda one: one["start"])[0],
    )
    assert {key: first[key] for key in ("context_left", "mention", "context_right", "label_title", "aliases", "start", "end")} == {
        "context_left": "قال ", "mention": "بوتين", "context_right": " إن ", "label_title": "فلاديمير بوتين", "aliases": ["بوتن", "Putin"], "start": 4, "end": 9,
    }  # fmt: skip
    assert first["label"] == "فلاديمير بوتين، بوتن، Putin"
    assert second["label_title"] == "إلهام علييف"
    assert (third["label_title"], third["label_id"], third["aliases"]) == (None, None, [])
    assert [(one["idx"], one["title"], one["type"]) for one in entities] == [
        (0, "فلاديمير بوتين", "actor"),
        (1, "إلهام علييف", "actor"),
    ]
    assert first["label_id"] == entities[0]["idx"]
    assert (report.annotations, report.written) == (3, 3)


def test_only_what_is_linked_on_request_and_the_rest_is_counted():
    mentions, _, report = write(item("بوتن", "", ""), only_linked=True)
    assert [one["mention"] for one in mentions] == ["بوتين"]
    assert (report.written, report.dropped, report.count(Reason.UNNAMED)) == (1, 2, 2)
    assert "dropped 2: without a canonical name" in report.lines()[1]


@settings(max_examples=60)
@given(item=exportables(annotators=("sara", "omar")), around=st.integers(0, 20))
def test_every_mention_stands_between_its_neighbours(item, around):
    mentions, entities, report = write(item, context=around)
    text = item.article.text
    assert len(mentions) == report.written == sum(map(len, item.layers))
    titles = {one["idx"]: one for one in entities}
    for one in mentions:
        start, end = one["start"], one["end"]
        assert one["mention"] == text[start:end]
        assert one["context_left"] == text[max(0, start - around) : start]
        assert one["context_right"] == text[end : end + around]
        if one["label_id"] is not None:
            assert titles[one["label_id"]]["title"] == one["label_title"]
            assert titles[one["label_id"]]["type"] == one["type"]
    assert report.count(Reason.RELATIONS) == sum(len(layer.relations) for layer in item.layers)
    assert report.count(Reason.ZONES) == sum(len(layer.zones) for layer in item.layers)
    assert report.count(Reason.REMARKS) == sum(len(layer.remarks) for layer in item.layers)
    by_annotator = {(one["annotator"], one["id"]): one for one in mentions}
    for layer in item.layers:
        for annotation in layer:
            found = by_annotator[layer.annotator, annotation.id]
            assert (found["attributes"], found["note"]) == (
                dict(annotation.attributes),
                annotation.note,
            )


@pytest.mark.parametrize("has_names", [True, False])
def test_the_names_of_the_project_are_used(tmp_path, has_names):
    source = tmp_path / "a.jsonl"
    span = {"start": 4, "end": 9, "label": "actor", "attributes": {"canonical": "بوتن"}}
    source.write_text(json.dumps({"text": "قال بوتين", "spans": [span]}) + "\n", encoding="utf-8")
    with Project.create(tmp_path / "p") as project:
        project.import_files([source], options={"annotator": "sara"})
        if has_names:
            change_registry(tmp_path / "p", lambda _: NAMES)
        report = project.export(tmp_path / "out.jsonl", format="mentions")
    assert [path.name for path in report.paths] == ["out.jsonl", "out.entities.jsonl"]
    [mention] = [
        json.loads(row) for row in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    ]
    assert mention["label_title"] == ("فلاديمير بوتين" if has_names else "بوتن")
