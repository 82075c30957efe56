"""Prodigy's answers: what was accepted is taken, what was not is counted; tokens stand in for offsets and for texts."""

import shutil
from pathlib import Path

import pytest

from annotator.importers import Imported, Noted
from annotator.model import Status
from tests.unit.formats.build import import_text, line, only, read, refusal, spans_of
from tests.unit.formats.hostile import links

FILE = Path(__file__).resolve().parents[2] / "data" / "imports" / "prodigy.jsonl"
TEXT = "قال بوتين"
SPAN = {"start": 4, "end": 9, "label": "actor", "token_start": 1, "token_end": 1}
TOKENS = [{"text": "قال", "start": 0, "end": 3, "id": 0, "ws": True}, {"text": "بوتين", "start": 4, "end": 9, "id": 1, "ws": False}]  # fmt: skip


def notes(outcomes):
    return [one.note for one in outcomes if isinstance(one, Noted)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt", "a.json"])
def test_a_real_export_gives_what_was_accepted(tmp_path, name):
    shutil.copy(FILE, tmp_path / name)
    outcomes = read(tmp_path / name)
    [one] = [outcome for outcome in outcomes if isinstance(outcome, Imported)]
    [layer] = one.layers
    assert (layer.annotator, layer.status, len(layer)) == ("sara", Status.DONE, 5)
    assert [a.span.of(one.article.text) for a in layer][:2] == ["محمود عبّاس", "12 أيار 2021"]
    assert one.article.extra == {}
    assert notes(outcomes) == ["passed over 1 answer(s) that reject what is marked"]


def test_what_was_not_accepted_is_no_article_and_is_counted(tmp_path):
    content = (
        line(text=TEXT, spans=[SPAN], answer="accept", _annotator_id="sara")
        + line(text="أ", spans=[], answer="reject", _annotator_id="sara")
        + line(text="ب", answer="ignore")
        + line(text="ج", answer="ignore")
        + line(text="د", spans=[], _input_hash=1, _task_hash=2)
        + line(text="ه", answer="maybe")
    )
    outcomes = import_text(tmp_path, "a.jsonl", content)
    taken = [one for one in outcomes if isinstance(one, Imported)]
    assert [(one.article.text, len(one.layers)) for one in taken] == [(TEXT, 1), ("د", 0)]
    assert notes(outcomes) == [
        "passed over 1 answer(s) that reject what is marked",
        "passed over 2 answer(s) that were skipped (ignore)",
        "1 article(s) have no answer yet: taken as begun, not as done",
    ]
    assert "answer 'maybe' is none of accept, reject, ignore" in refusal(outcomes)


def test_an_accepted_text_without_spans_is_a_finished_layer(tmp_path):
    found = only(
        import_text(tmp_path, "a.jsonl", line(text=TEXT, answer="accept", _session_id="ner-omar"))
    )
    assert [(one.annotator, one.status, len(one)) for one in found.layers] == [
        ("ner-omar", Status.DONE, 0)
    ]


def test_a_yes_to_one_span_does_not_finish_an_article(tmp_path):
    content = line(text=TEXT, spans=[SPAN], answer="accept", _is_binary=True, _annotator_id="s")
    assert only(import_text(tmp_path, "a.jsonl", content)).layers[0].status == Status.IN_PROGRESS


def test_a_session_that_nobody_named_is_whoever_was_named_here(tmp_path):
    content = line(text=TEXT, spans=[SPAN], answer="accept", _session_id="2021-05-03_12-00-00")
    assert (
        only(import_text(tmp_path, "a.jsonl", content, annotator="sara")).layers[0].annotator
        == "sara"
    )
    assert (
        only(import_text(tmp_path, "a.jsonl", content)).layers[0].annotator == "2021-05-03_12-00-00"
    )
    nobody = line(text=TEXT, spans=[SPAN], answer="accept")
    assert "name the annotator" in refusal(import_text(tmp_path, "b.jsonl", nobody))


def test_tokens_stand_in_for_the_text_and_for_offsets(tmp_path):
    span = {"token_start": 0, "token_end": 1, "label": "quote"}
    loose = [{"text": token["text"], "ws": token["ws"]} for token in TOKENS]
    for number, tokens in enumerate((TOKENS, loose)):
        content = line(
            tokens=tokens,
            spans=[span, {**span, "token_end": 7}],
            answer="accept",
            _annotator_id="s",
        )
        outcomes = import_text(tmp_path, f"{number}.jsonl", content)
        assert outcomes[0].article.text == TEXT
        assert spans_of(outcomes[0].layers[0]) == [(0, 9, "quote")]
        assert "has no 'start'" in refusal(outcomes)


def test_gaps_between_tokens_are_filled_and_odd_places_are_not_believed(tmp_path):
    far = [TOKENS[0], {**TOKENS[1], "start": 6, "end": 11}]
    assert (
        only(
            import_text(tmp_path, "a.jsonl", line(tokens=far, answer="accept", _annotator_id="s"))
        ).article.text
        == "قال   بوتين"
    )
    odd = [TOKENS[0], {**TOKENS[1], "start": 1}]
    assert (
        only(
            import_text(tmp_path, "b.jsonl", line(tokens=odd, answer="accept", _annotator_id="s"))
        ).article.text
        == TEXT
    )


def test_links_are_found_by_the_spans_at_their_ends_or_by_their_tokens(tmp_path):
    quote = {"start": 0, "end": 9, "label": "quote", "token_start": 0, "token_end": 1}
    by_span = {
        "head": 1,
        "child": 1,
        "head_span": quote,
        "child_span": SPAN,
        "label": "speaker",
        "color": "#fff",
    }
    by_token = {"head": 0, "child": 1, "label": "speaker"}
    lost = {"head_span": {**quote, "start": 2}, "child_span": SPAN, "label": "speaker"}
    content = line(
        text=TEXT,
        tokens=TOKENS,
        spans=[quote, SPAN],
        relations=[by_span, lost],
        answer="accept",
        _annotator_id="s",
    )
    outcomes = import_text(tmp_path, "a.jsonl", content)
    assert links(outcomes[0].layers[0]) == [("speaker", (0, 9, "quote"), (4, 9, "actor"))]
    assert "there is no annotation at [2, 9)" in refusal(outcomes)
    first = {**quote, "end": 3, "token_end": 0}
    content = line(
        text=TEXT,
        tokens=TOKENS,
        spans=[first, SPAN],
        relations=[by_token],
        answer="accept",
        _annotator_id="s",
    )
    assert links(only(import_text(tmp_path, "b.jsonl", content)).layers[0]) == [
        ("speaker", (0, 3, "quote"), (4, 9, "actor"))
    ]


def test_a_span_that_was_rejected_by_itself_is_no_annotation(tmp_path):
    content = line(
        text=TEXT,
        spans=[SPAN, {**SPAN, "start": 0, "answer": "reject"}],
        answer="accept",
        _annotator_id="s",
    )
    assert spans_of(only(import_text(tmp_path, "a.jsonl", content)).layers[0]) == [(4, 9, "actor")]


def test_what_is_known_of_the_text_is_kept(tmp_path):
    meta = {"source": "وكالة", "title": "خبر", "published": "2021-11-09", "score": 0.5}
    found = only(
        import_text(
            tmp_path,
            "a.jsonl",
            line(text=TEXT, answer="accept", _annotator_id="s", meta=meta, accept=["x"]),
        )
    )
    article = found.article
    assert (article.source, article.title, article.published) == ("وكالة", "خبر", "2021-11-09")
    assert article.extra == {"meta": meta, "accept": ["x"]}


def test_tokens_tell_what_offsets_count(tmp_path):
    text = "🙂 قال بوتين"
    tokens = [
        {"text": "🙂", "start": 0, "end": 1},
        {"text": "قال", "start": 2, "end": 5},
        {"text": "بوتين", "start": 6, "end": 11},
    ]
    content = line(
        text=text,
        tokens=tokens,
        spans=[{"start": 5, "end": 8, "label": "actor"}],
        answer="accept",
        _annotator_id="s",
    )
    assert spans_of(only(import_text(tmp_path, "a.jsonl", content)).layers[0]) == [(5, 8, "actor")]


def test_a_file_of_refusals_alone_is_said_to_be_one(tmp_path):
    outcomes = import_text(tmp_path, "a.jsonl", line(text=TEXT, answer="reject"))
    assert "none of its answers was accepted" in refusal(outcomes)
