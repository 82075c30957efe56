"""Lines of ``hashiya/1``: the good ones are taken, and each bad one is refused with its line and the reason."""

import json
from pathlib import Path

import pytest

from annotator.importers import Imported
from annotator.model import DEFAULT_SCHEMA, Relation, Span, Status, Zone, article_id, text_sha256
from tests.unit.formats.build import import_text, line, only, own_line, refusal, spans_of

TEXT = "قال بوتين 🙂 في موسكو إن «بوتين» قادم"
PUTIN = {"id": "p", "start": 4, "end": 9, "label": "actor", "text": "بوتين"}
QUOTE = {"id": "q", "start": 25, "end": 30, "label": "quote", "text": "بوتين"}


def test_a_line_gives_the_article_and_its_layers(tmp_path: Path):
    layers = [
        {
            "annotator": "sara",
            "status": "done",
            "annotations": [
                {
                    **PUTIN,
                    "attributes": {"canonical": "فلاديمير بوتين"},
                    "note": "؟",
                    "origin": "suggested",
                },
                {**QUOTE, "attributes": {}},
            ],
            "relations": [{"type": "speaker", "head": "q", "dependent": "p"}],
            "zones": [{"start": 32, "end": 36, "kind": "credits"}],
        },
        {"annotator": "علي"},
    ]
    metadata = {
        "title": "ع",
        "published": "2021-11-09",
        "source": "وكالة",
        "url": "https://example.org",
    }
    content = line(schema="hashiya/1", id=article_id(TEXT), text=TEXT, layers=layers, **metadata)
    imported = only(import_text(tmp_path, "a.jsonl", content))
    assert {name: getattr(imported.article, name) for name in metadata} == metadata
    sara, ali = imported.layers
    assert (sara.annotator, sara.status, sara.article_id) == ("sara", Status.DONE, article_id(TEXT))
    assert sara["p"].span == Span(4, 9)
    assert sara["p"].attribute("canonical") == "فلاديمير بوتين"
    assert (sara["p"].note, sara["p"].origin) == ("؟", "suggested")
    assert (sara["q"].note, sara["q"].origin) == ("", "imported")
    assert sara.relations == {Relation("speaker", "q", "p")}
    assert sara.zones == {Zone(Span(32, 36), "credits")}
    assert (ali.annotator, ali.status, len(ali)) == ("علي", Status.NEW, 0)
    assert imported.notes == ()


def test_unknown_keys_of_an_article_survive(tmp_path: Path):
    extra = {"desk": "قوقاز", "scores": [1, 2.5, None], "tree": {"a": {"b": True}}}
    imported = only(import_text(tmp_path, "a.jsonl", line(schema="hashiya/1", text=TEXT, **extra)))
    assert imported.article.extra == extra


def test_unknown_keys_of_annotations_are_named_in_a_note(tmp_path: Path):
    imported = only(
        import_text(tmp_path, "a.jsonl", own_line(TEXT, {**PUTIN, "score": 0.9}, colour="red"))
    )
    assert imported.notes[0].endswith("left out: colour, score")


@pytest.mark.parametrize(
    ("annotation", "reasons"),
    [
        ({**PUTIN, "start": 5}, ["[5, 9)", "«وتين»", "«بوتين»"]),
        ({**PUTIN, "start": 26, "end": 31}, ["would be right as UTF-16 units"]),
        ({**PUTIN, "end": 8}, ["inclusive: add 1"]),
        ({**PUTIN, "start": 5, "end": 10}, ["counted from 1: subtract 1 from both"]),
        ({**PUTIN, "start": 5, "end": 9}, ["counted from 1 with an inclusive end"]),
        ({**PUTIN, "start": 7, "end": 17}, ["would be right as UTF-8 bytes"]),
        ({**PUTIN, "start": -1}, ["[-1, 9)", "no range of a text of 36 characters"]),
        ({**PUTIN, "start": 9}, ["[9, 9)", "no range"]),
        ({**PUTIN, "end": 37, "text": None}, ["[4, 37)", "no range"]),
        (
            {**PUTIN, "start": 33, "end": 37, "text": "قادم"},
            ["no range", "would be right as UTF-16"],
        ),
        ({**PUTIN, "start": "4"}, ["'start' is '4', not a whole number"]),
        ({**PUTIN, "start": 4.0}, ["'start' is 4.0, not a whole number"]),
        ({**PUTIN, "start": True}, ["'start' is true, not a whole number"]),
        ({"start": 4, "label": "actor"}, ["has no 'end'"]),
        ({"start": 4, "end": 9}, ["has no 'label'"]),
        ({**PUTIN, "label": 7}, ["'label' is 7, not text"]),
        ({**PUTIN, "text": 7}, ["'text' is 7, not text"]),
        ({**PUTIN, "attributes": ["x"]}, ["'attributes' is a list, not an object"]),
        ({**PUTIN, "attributes": {"canonical": 3}}, ["attributes.canonical is 3, not text"]),
        ({**PUTIN, "id": ""}, ["'id' is '', not text"]),
        ("actor", ["is 'actor', not an object"]),
    ],
)
def test_a_wrong_annotation_costs_itself_or_its_article(
    tmp_path: Path, annotation: object, reasons: list[str]
):
    content = own_line(TEXT, annotation, QUOTE)
    outcomes = import_text(tmp_path, "a.jsonl", content)
    said = refusal(outcomes)
    assert said.startswith(
        "a.jsonl, line 1: layer of sara, annotation 1: left out 1 annotation(s) "
    )
    for reason in reasons:
        assert reason in said
    [imported] = [outcome for outcome in outcomes if isinstance(outcome, Imported)]
    assert spans_of(imported.layers[0]) == [(QUOTE["start"], QUOTE["end"], "quote")]
    [refused] = import_text(tmp_path, "b.jsonl", content, bad_spans="refuse")
    assert "the article was not taken, as asked" in refusal([refused])
    for reason in reasons:
        assert reason in str(refused)


def test_a_duplicate_id_refuses_its_line(tmp_path: Path):
    said = refusal(import_text(tmp_path, "a.jsonl", own_line(TEXT, PUTIN, {**QUOTE, "id": "p"})))
    assert "annotation 2: id 'p' is used twice" in said


@pytest.mark.parametrize(
    ("layer", "reason"),
    [
        ({"status": "finished"}, "status 'finished' is not one of new, in_progress, done"),
        (
            {"relations": [{"type": "speaker", "head": "q", "dependent": "gone"}]},
            "annotation 'gone', which is not",
        ),
        ({"relations": [{"type": "speaker", "head": "q"}]}, "annotation null, which is not"),
        (
            {"relations": [{"type": "author", "head": "q", "dependent": "p"}]},
            "'author' is not in the schema",
        ),
        (
            {"zones": [{"start": 3, "end": 99}]},
            "zone(s) whose offsets are no range of the text: [3, 99)",
        ),
        ({"annotator": ""}, "layer 1: the annotator's name is blank"),
        ({"annotator": None}, "layer 1 has no 'annotator'"),
        ({"annotations": {"p": PUTIN}}, "'annotations' is an object, not a list"),
    ],
)
def test_a_wrong_layer_refuses_its_line(tmp_path: Path, layer: dict[str, object], reason: str):
    whole = {"annotations": [PUTIN, QUOTE], **layer}
    assert reason in refusal(import_text(tmp_path, "a.jsonl", own_line(TEXT, **whole)))


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"text": None}, "the line has no 'text'"),
        ({"text": ""}, "only white space"),
        ({"text": "أ\0ب"}, "NUL character (U+0000), U+0000, at line 1, column 2 (offset 1)"),
        ({"text": 5}, "'text' is 5, not text"),
        ({"id": "000000000000"}, "id '000000000000' is not that of the text"),
        ({"text_sha256": text_sha256(TEXT + ".")}, "text_sha256 is not that of the text"),
        ({"offset_unit": "bytes"}, "offset_unit 'bytes' cannot be read"),
        ({"published": "الأمس"}, "published 'الأمس' is no date"),
        ({"schema": "hashiya/2"}, "update Hashiya"),
        ({"title": 5}, "'title' is 5, not text"),
        ({"layers": [5]}, "layer 1 is 5, not an object"),
        ({"layers": [{"annotator": "a"}, {"annotator": "a"}]}, "more than one layer of a"),
    ],
)
def test_a_wrong_article_refuses_its_line(tmp_path: Path, keys: dict[str, object], reason: str):
    assert reason in refusal(
        import_text(tmp_path, "a.jsonl", line(**{"schema": "hashiya/1", "text": TEXT} | keys))
    )


def test_a_lone_surrogate_is_refused_wherever_it_is(tmp_path: Path):
    text = '{"schema":"hashiya/1","text":"قال \\ud83d هنا"}\n'
    assert "lone surrogate, U+D83D, at line 1, column 5" in refusal(
        import_text(tmp_path, "a.jsonl", text)
    )
    title = '{"schema":"hashiya/1","text":"قال","title":"\\uDC00"}\n'
    assert "beside the text" in refusal(import_text(tmp_path, "b.jsonl", title))
    pair = '{"schema":"hashiya/1","text":"قال \\ud83d\\ude42"}\n'
    assert only(import_text(tmp_path, "c.jsonl", pair)).article.text == "قال 🙂"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b'{"text": "x"', "not JSON: Expecting ',' delimiter at column 13"),
        (b"not json", "not JSON"),
        (b"{'text': 'x'}", "not JSON"),
        (b'{"text": "a\xffb"}', "byte 12 of the line is not UTF-8"),
        (b'{"text": "x", "n": NaN}', "NaN is no JSON value"),
        (b"[" * 100_000, "not JSON"),
        (b"1" * 5000, "not JSON"),
        (b'"text"', "the line is 'text', not an object"),
    ],
    ids=["cut", "words", "quotes", "bytes", "nan", "deep", "huge", "string"],
)
def test_nine_of_ten_lines_are_taken_and_the_broken_third_is_named(
    tmp_path: Path, bad: bytes, reason: str
):
    lines = [own_line(f"{n}. {TEXT}").encode() for n in range(10)]
    lines[2] = bad + b"\n"
    outcomes = import_text(tmp_path, "ten.jsonl", b"".join(lines))
    taken = [outcome.article.text[0] for outcome in outcomes if isinstance(outcome, Imported)]
    assert taken == list("013456789")
    said = refusal(outcomes)
    assert said.startswith("ten.jsonl, line 3: ")
    assert reason in said


def test_blank_lines_and_a_byte_order_mark_do_not_matter(tmp_path: Path):
    content = (
        b"\xef\xbb\xbf"
        + own_line(TEXT, PUTIN).encode()
        + b"\r\n \n"
        + own_line("نص آخر").encode()[:-1]
    )
    outcomes = import_text(tmp_path, "a.jsonl", content)
    assert [outcome.article.text for outcome in outcomes] == [TEXT, "نص آخر"]


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes):
    assert "empty" in refusal(import_text(tmp_path, "a.jsonl", content))


def test_utf16_json_is_refused_once(tmp_path: Path):
    assert "must be UTF-8" in refusal(
        import_text(tmp_path, "a.jsonl", own_line(TEXT).encode("utf-16"))
    )


def test_the_same_layer_twice_is_taken_once(tmp_path: Path):
    content = own_line(TEXT, PUTIN) + line(schema="hashiya/1", text=TEXT) + own_line(TEXT, QUOTE)
    outcomes = import_text(tmp_path, "a.jsonl", content)
    assert [isinstance(outcome, Imported) for outcome in outcomes] == [True, True, False]
    assert "line 3: a.jsonl, line 1 already gave sara's layer" in refusal(outcomes)


def test_line_ends_in_a_text_become_lf_and_the_offsets_move(tmp_path: Path):
    text = "سطر\r\nقال بوتين\rهنا\r\nعلييف"
    annotations = [
        {"start": 9, "end": 14, "label": "actor", "text": "بوتين"},
        {"start": 15, "end": 25, "label": "quote", "text": "هنا\r\nعلييف"},
    ]
    content = line(
        schema="hashiya/1",
        text=text,
        text_sha256=text_sha256(text),
        id=article_id(text),
        layers=[{"annotator": "sara", "annotations": annotations}],
    )
    imported = only(import_text(tmp_path, "a.jsonl", content))
    assert imported.article.text == "سطر\nقال بوتين\nهنا\nعلييف"
    assert [a.span.of(imported.article.text) for a in imported.layers[0]] == ["بوتين", "هنا\nعلييف"]
    assert "line ends became LF" in imported.notes[0]


def test_half_a_line_end_is_no_span(tmp_path: Path):
    content = own_line("أ\r\nب", {"start": 1, "end": 2, "label": "actor"})
    assert "half a line end" in refusal(import_text(tmp_path, "a.jsonl", content))


def test_an_array_gives_what_its_lines_would(tmp_path: Path):
    values = [json.loads(own_line(TEXT, PUTIN)), 7, json.loads(own_line("نص آخر"))]
    outcomes = import_text(tmp_path, "a.json", "\ufeff" + json.dumps(values, indent=1))
    assert [outcome.article.text for outcome in outcomes if isinstance(outcome, Imported)] == [
        TEXT,
        "نص آخر",
    ]
    assert refusal(outcomes).startswith("a.json, item 2 (line ")


def test_an_array_that_breaks_off_gives_what_came_before(tmp_path: Path):
    whole = json.dumps([json.loads(own_line(TEXT)), json.loads(own_line("نص آخر"))], indent=1)
    outcomes = import_text(tmp_path, "a.json", whole[:-20])
    assert outcomes[0].article.text == TEXT
    assert "nothing after it was read" in refusal(outcomes)
    assert "not closed" in refusal(import_text(tmp_path, "b.json", f"[{own_line(TEXT)},"))


def test_one_object_over_several_lines_is_read_from_a_json_file(tmp_path: Path):
    content = json.dumps(json.loads(own_line(TEXT, PUTIN)), indent=2)
    assert len(only(import_text(tmp_path, "a.json", content)).layers[0]) == 1


def test_lines_in_a_json_file_are_read_as_lines(tmp_path: Path):
    outcomes = import_text(tmp_path, "a.json", own_line(TEXT) + "{broken\n" + own_line("نص آخر"))
    assert refusal(outcomes).startswith("a.json, line 2")
    assert len(outcomes) == 3


def test_labels_are_those_of_the_projects_own_schema(tmp_path: Path):
    assert DEFAULT_SCHEMA.label("actor") is not None
    content = own_line(TEXT, {**PUTIN, "label": "place"})
    said = refusal(import_text(tmp_path, "a.jsonl", content))
    assert "'place' 1. The project's are actor, date, quote, agreement" in said
    assert "--labels place=LABEL" in said
