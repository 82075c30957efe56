"""Conversations: every answer leads back to exactly the span, whatever the layout and however texts are cut."""

import json
import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator import exporters
from annotator.exporters import Exportable, Reason
from annotator.model import DEFAULT_SCHEMA
from annotator.project import Project
from tests.helpers.pictures import picture
from tests.helpers.projects import make_project, put_layer
from tests.helpers.sinks import MemorySink
from tests.unit.formats.build import export, exportable, with_spans
from tests.unit.formats.strategies import exportables

DRAWING = "قال [بوتين:actor] إن بوتين «[نعم [بوتين:actor]:quote]».\n\nثم غادر [بوتين:actor]. نعم"


def rows_of(written: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.split("\n")[:-1]]


def told(row: dict[str, object]) -> tuple[str, str, str]:
    """Return the instruction, the text and the answer of a row in either layout."""
    if "messages" in row:
        assert [m["role"] for m in row["messages"]] == ["system", "user", "assistant"]
        return tuple(m["content"] for m in row["messages"])
    return row["instruction"], row["input"], row["output"]


def found_in(row: dict[str, object]) -> list[tuple[int, int, str, tuple[tuple[str, str], ...]]]:
    """Return the spans of an answer in code points of the article, found by their words alone."""
    _, text, answer = told(row)
    found = []
    for item in json.loads(answer):
        at = -1
        for _ in range(item["occurrence"]):
            at = text.find(item["text"], at + 1)
            assert at >= 0
        start = row["start"] + at
        values = tuple(sorted(item.get("attributes", {}).items()))
        found.append((start, start + len(item["text"]), item["label"], values))
    return found


def test_an_answer_names_words_and_which_of_their_occurrences():
    written, report = export("chat", exportable(DRAWING), guidelines_characters=0)
    first, second = rows_of(written)
    instruction, text, answer = told(first)
    assert "- actor: فاعل (القيم: canonical = " in instruction
    assert text == "قال بوتين إن بوتين «نعم بوتين»."
    assert json.loads(answer) == [
        {"label": "actor", "text": "بوتين", "occurrence": 1},
        {"label": "quote", "text": "نعم بوتين", "occurrence": 1},
        {"label": "actor", "text": "بوتين", "occurrence": 3},
    ]
    assert (first["id"], second["id"]) == (f"{first['article_id']}-0", f"{first['article_id']}-1")
    assert report.lines() == ["1 article, 4 annotations: 4 written, 0 dropped"]


def test_the_layout_of_instructions_in_english():
    written, _ = export("chat", exportable(DRAWING), style="instruction", language="en")
    row = rows_of(written)[0]
    assert list(row) == ["id", "article_id", "start", "instruction", "input", "output"]
    for label in DEFAULT_SCHEMA.labels:
        assert f"- {label.name}: {label.title_en}" in row["instruction"]


def test_an_article_is_one_row_on_request_and_a_paragraph_no_shorter_than_its_annotations():
    item = with_spans("أ ب.\nج د.\nه و", (2, 7, "quote"))
    assert [told(row)[1] for row in rows_of(export("chat", item)[0])] == ["أ ب.\nج د.", "ه و"]
    [row] = rows_of(export("chat", item, rows="article")[0])
    assert told(row)[1] == item.article.text


def test_a_long_text_is_cut_at_sentences_then_at_words_and_never_in_an_annotation():
    item = exportable("واحد. اثنان ثلاثة. [أربعة خمسة ستة سبعة:quote] ثمانية. تسعة")
    texts = [told(row)[1] for row in rows_of(export("chat", item, max_characters=12)[0])]
    assert texts == ["واحد.", "اثنان ثلاثة.", "أربعة خمسة ستة سبعة", "ثمانية.", "تسعة"]
    texts = [told(row)[1] for row in rows_of(export("chat", item, max_characters=18)[0])]
    assert texts == ["واحد. اثنان ثلاثة.", "أربعة خمسة ستة سبعة", "ثمانية.", "تسعة"]


def test_what_is_out_of_scope_is_not_asked_about_on_request():
    item = exportable("[رو:actor]\nقال [بوتين:actor]", zones=((0, 3),))
    written, report = export("chat", item, skip_zones=True)
    assert [told(row)[1] for row in rows_of(written)] == ["قال بوتين"]
    assert (report.written, report.count(Reason.IN_ZONE)) == (1, 1)


def test_guidelines_go_into_the_instruction_as_far_as_they_fit():
    exporter, item = exporters.REGISTRY["chat"], exportable(DRAWING)

    def instruction(guidelines: dict[str, str], **given: object) -> str:
        options = replace(exporter.choose(given), guidelines=guidelines)
        exporter.write(iter([item]), sink := MemorySink(), options)
        return told(rows_of(sink.files()[""].decode())[0])[0]

    both = {"ar": "القاعدة الأولى\nالقاعدة الثانية", "en": "The first rule"}
    assert instruction(both).endswith("من الإرشادات:\nالقاعدة الأولى\nالقاعدة الثانية")
    assert instruction(both, guidelines_characters=20).endswith(":\nالقاعدة الأولى")
    assert instruction(both, language="en").endswith("From the guidelines:\nThe first rule")
    assert instruction({"ar": "قاعدة"}, language="en").endswith("قاعدة")
    assert "الإرشادات" not in instruction(both, guidelines_characters=0)
    assert "الإرشادات" not in instruction({})


def test_a_project_gives_its_guidelines(tmp_path):
    with make_project(tmp_path / "p", "قال بوتين") as project:
        put_layer(project, picture("قال [بوتين:actor]")[1])
        project.change_guidelines("ar", lambda _: "# كيف نضع الوسوم\n")
        project.export(tmp_path / "a.jsonl", format="chat")
    [row] = rows_of((tmp_path / "a.jsonl").read_text(encoding="utf-8"))
    assert "# كيف نضع الوسوم" in told(row)[0]
    with Project.open(tmp_path / "p", read_only=True) as project:
        project.export(tmp_path / "b.jsonl", format="chat", options={"guidelines_characters": 0})
    assert "كيف" not in (tmp_path / "b.jsonl").read_text(encoding="utf-8")


OPTIONS = st.fixed_dictionaries(
    {
        "style": st.sampled_from(["messages", "instruction"]),
        "rows": st.sampled_from(["paragraph", "article"]),
        "language": st.sampled_from(["ar", "en"]),
        "max_characters": st.integers(0, 60),
        "skip_zones": st.booleans(),
    }
)


@settings(max_examples=200)
@given(item=exportables(), options=OPTIONS)
@example(item=with_spans("هه هه هه", (3, 8, "quote"), (6, 8, "actor")), options={})
@example(item=with_spans("أ\n\nب", (1, 2, "quote"), (2, 4, "actor")), options={"max_characters": 1})
def test_every_answer_leads_back_to_exactly_the_span(item: Exportable, options: dict[str, object]):
    written, report = export("chat", item, **options)
    rows = rows_of(written)
    layer, text = item.layers[0], item.article.text
    wanted = Counter((a.start, a.end, a.label, tuple(sorted(a.attributes.items()))) for a in layer)
    found = Counter(span for row in rows for span in found_in(row))
    assert found <= wanted
    assert found.total() == report.written == report.annotations - report.dropped
    assert report.dropped == report.count(Reason.IN_ZONE)
    assert report.count(Reason.NOTES) == sum(
        bool(a.note) for a in layer if not options.get("skip_zones") or (a.start, a.end, a.label, tuple(sorted(a.attributes.items()))) in found
    )  # fmt: skip
    at = 0
    for row in rows:
        asked = told(row)[1]
        start = row["start"]
        assert start >= at
        assert text[start : start + len(asked)] == asked
        at = start + len(asked)


@settings(max_examples=100)
@given(item=exportables(), most=st.integers(1, 30))
def test_a_row_is_longer_than_asked_for_only_where_annotations_or_a_word_make_it_so(
    item: Exportable, most: int
):
    for row in rows_of(export("chat", item, max_characters=most)[0]):
        asked = told(row)[1]
        if len(asked) > most:
            inner = range(row["start"] + 1, row["start"] + len(asked))
            covered = {n for a in item.layers[0] for n in range(a.start + 1, a.end)}
            free = [n for n in inner if n not in covered]
            assert not any(
                re.search(r"\w \w", item.article.text[n - 1 : n + 2]) for n in free[1:-1]
            )


@pytest.mark.parametrize("wrong", [{"rows": "sentence"}, {"max_characters": -1}, {"style": "x"}])
def test_wrong_options_are_refused(wrong: dict[str, object]):
    with pytest.raises(Exception, match="is not"):
        export("chat", **wrong)
