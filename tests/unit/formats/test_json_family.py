"""What holds for every reader of other programs' JSON: line ends, surrogates, damaged files, one article at a time."""

import json
import weakref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.importers import REGISTRY, Imported, Noted, Refused, settling
from annotator.importers.head import HEAD, LONGEST, Head
from annotator.importers.recognising import recognise
from tests.unit.formats.build import import_text, only

TEXT = "سطر\r\nقال بوتين\r\n🙂 نعم"
OFFSETS = (9, 14)

FORMS = {
    "doccano": lambda text, start, end: {"text": text, "label": [[start, end, "actor"]]},
    "prodigy": lambda text, start, end: {"text": text, "spans": [{"start": start, "end": end, "label": "actor"}], "answer": "accept", "_annotator_id": "sara"},
    "spacy": lambda text, start, end: [text, {"entities": [[start, end, "actor"]]}],
    "pubannotation": lambda text, start, end: {"text": text, "denotations": [{"id": "T1", "span": {"begin": start, "end": end}, "obj": "actor"}]},
    "label-studio": lambda text, start, end: {"data": {"text": text}, "annotations": [{"completed_by": 1, "result": [{"id": "r", "type": "labels", "value": {"start": start, "end": end, "labels": ["actor"]}}]}]},
}  # fmt: skip
ROWS = {
    "huggingface": {"tokens": ["قال", "بوتين"], "ner_tags": ["O", "B-actor"]},
    "gliner": {"tokenized_text": ["قال", "بوتين"], "ner": [[1, 1, "actor"]]},
}


def content_of(*values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


@pytest.mark.parametrize("name", FORMS)
def test_line_ends_of_windows_move_the_offsets(tmp_path, name):
    found = only(
        import_text(tmp_path, "a.jsonl", content_of(FORMS[name](TEXT, *OFFSETS)), **named(name))
    )
    assert found.article.text == TEXT.replace("\r\n", "\n")
    assert [a.span.of(found.article.text) for a in found.layers[0]] == ["بوتين"]


def named(name):
    return {"annotator": "sara"}


@pytest.mark.parametrize("name", [*FORMS, *ROWS])
def test_half_a_character_is_refused_and_the_next_line_taken(tmp_path, name):
    good = FORMS[name]("قال بوتين", 4, 9) if name in FORMS else ROWS[name]
    bad = json.dumps(good).replace('"actor"', '"\\ud83d"').replace('"B-actor"', '"B-\\ud83d"')
    outcomes = import_text(tmp_path, "a.jsonl", bad + "\n" + json.dumps(good) + "\n", **named(name))
    assert [type(one) for one in outcomes if not isinstance(one, Noted)] == [Refused, Imported]
    assert "lone surrogate" in str(outcomes[0])


@pytest.mark.parametrize("name", [*FORMS, *ROWS])
def test_a_byte_order_mark_and_empty_lines_cost_nothing(tmp_path, name):
    good = FORMS[name]("قال بوتين", 4, 9) if name in FORMS else ROWS[name]
    content = "\ufeff\n\n" + json.dumps(good, ensure_ascii=False) + "\r\n\n"
    outcomes = import_text(tmp_path, "a.txt", content, **named(name))
    found = only([one for one in outcomes if not isinstance(one, Noted)])
    assert [(a.start, a.end, a.label) for a in found.layers[0]] == [(4, 9, "actor")]
    assert recognise(tmp_path / "a.txt")[0].name == name


@pytest.mark.parametrize("name", [*FORMS, *ROWS])
def test_an_import_holds_one_article_at_a_time(tmp_path, name):
    path = tmp_path / "a.jsonl"
    if name in FORMS:
        values = [FORMS[name](f"{n} قال بوتين", 4, 9) for n in range(30)]
    else:
        key = "tokens" if name == "huggingface" else "tokenized_text"
        values = [{**ROWS[name], key: [str(n), "بوتين"]} for n in range(30)]
    path.write_text(content_of(*values), encoding="utf-8")
    importer, _ = recognise(path)
    alive, most, count = set(), 0, 0
    for outcome in importer.read(path, importer.choose(named(name))):
        if not isinstance(outcome, Imported):
            continue
        layer = outcome.layers[0]
        alive.add(id(layer))
        weakref.finalize(layer, alive.discard, id(layer))
        most, count = max(most, len(alive)), count + 1
    assert (count, most <= 3) == (30, True)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 12) | st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from(["", "قال بوتين", "actor", "B-actor", "O", "T1", "🙂"]),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=8,
)  # fmt: skip
KEYS = ["text", "label", "labels", "entities", "annotations", "relations", "spans", "tokens", "answer", "_annotator_id", "user", "start", "end", "start_offset", "end_offset", "ner_tags", "tokenized_text", "ner", "denotations", "span", "begin", "obj", "ents", "head_span", "token_start", "token_end", "id", "data", "result", "value", "rows", "row", "offsets", "meta", "from_id", "to_id", "attributes", "ws", "features", "classes", "type"]  # fmt: skip
OBJECTS = st.recursive(
    st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5),
    lambda inner: st.dictionaries(st.sampled_from(KEYS), st.lists(inner, max_size=3) | inner, max_size=5),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=150)
@given(
    values=st.lists(OBJECTS | VALUES, min_size=1, max_size=3),
    name=st.sampled_from([*FORMS, *ROWS, "jsonl", "json"]),
)
def test_no_file_of_objects_makes_a_reader_raise(tmp_path_factory, values, name):
    path = tmp_path_factory.getbasetemp() / "strange.jsonl"
    path.write_text(content_of(*values), encoding="utf-8")
    importer = REGISTRY[name]
    options = importer.choose({"annotator": "sara", "labels": "add"})
    for outcome in settling.read(importer, path, options):
        assert isinstance(outcome, Imported | Refused | Noted)
        if isinstance(outcome, Imported):
            for layer in outcome.layers:
                assert all(0 <= a.start < a.end <= len(outcome.article.text) for a in layer)
                assert all(r.head in layer and r.dependent in layer for r in layer.relations)


LONG = "كلمة " * 9000
LONG_ROWS = {
    "huggingface": {"tokens": ["كلمة"] * 9000, "ner_tags": ["O"] * 9000},
    "gliner": {"tokenized_text": ["كلمة"] * 9000, "ner": []},
    "prodigy": {"text": LONG, "spans": [], "answer": "reject"},
    "label-studio": {"id": 1, "data": {"text": LONG}, "annotations": []},
    "doccano": {"text": LONG, "label": [[0, 4, "actor"]]},
    "spacy": [LONG, {"entities": [[0, 4, "actor"]]}],
    "pubannotation": {"text": LONG, "denotations": []},
}


@pytest.mark.parametrize("layout", ["lines", "array"])
@pytest.mark.parametrize("name", LONG_ROWS)
def test_a_first_article_longer_than_what_is_looked_at_is_known_all_the_same(
    tmp_path, name, layout
):
    value = LONG_ROWS[name]
    content = content_of(value, value) if layout == "lines" else json.dumps([value, value])
    assert len(content.encode("utf-8")) > HEAD
    (tmp_path / "a.jsonl").write_text(content, encoding="utf-8")
    assert recognise(tmp_path / "a.jsonl")[0].name == name


def test_what_is_longer_than_anything_is_not_read_to_its_end(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "' + "x" * (LONGEST + 9), encoding="utf-8")
    assert len(Head.of(tmp_path / "a.jsonl").json) == LONGEST
    assert Head.of(tmp_path / "a.jsonl").keys == {}
