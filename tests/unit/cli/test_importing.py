import json
from dataclasses import replace

import pytest

from annotator.options import Words
from annotator.project import Project, formats


def titles(folder):
    with Project.open(folder, read_only=True) as project:
        return sorted(entry.title for entry in project.entries())


@pytest.fixture
def empty(run, tmp_path):
    assert run("new", tmp_path / "empty").code == 0
    return tmp_path / "empty"


def test_import_takes_every_file_and_says_so_for_each(run, empty, texts):
    outcome = run("import", empty, *sorted(texts.iterdir()))
    assert outcome.code == 0
    assert outcome.err == ""
    assert [name for name in ("aliyev.txt", "putin.txt") if name in outcome.out] == [
        "aliyev.txt",
        "putin.txt",
    ]
    assert titles(empty) == ["بوتين يلتقي علييف", "علييف في موسكو"]


def test_importing_the_same_text_again_adds_nothing(run, project, texts):
    outcome = run("import", project, texts)
    assert outcome.code == 0
    assert "known already" in outcome.out
    assert len(titles(project)) == 2


def test_a_refused_file_is_named_with_the_reason_and_the_others_are_taken(run, empty, texts):
    (texts / "broken.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    outcome = run("import", empty, *sorted(texts.iterdir()))
    assert outcome.code == 1
    assert [line for line in outcome.lines if "refused" in line and "broken.txt" in line]
    assert len(titles(empty)) == 2


def test_a_first_line_that_is_no_title_stays_text_only(run, empty, texts):
    assert run("import", empty, texts / "putin.txt", "--no-title-line").code == 0
    assert "بوتين يلتقي علييف" not in titles(empty)


def test_text_in_visual_order_is_put_right_on_request(run, tmp_path, texts):
    stored = "ﻢﻠﺴﻟﺍ ﺔﻴﻗﺎﻔﺗﺍ"
    (texts / "pdf.txt").write_text(stored, encoding="utf-8")
    for name, options, expected in (
        ("as-is", [], stored),
        ("repaired", ["--repair-visual"], "اتفاقية السلم"),
    ):
        assert run("new", tmp_path / name).code == 0
        assert (
            run("import", tmp_path / name, texts / "pdf.txt", "--no-title-line", *options).code == 0
        )
        with Project.open(tmp_path / name, read_only=True) as project:
            assert project.article(project.entries()[0].id).text.strip() == expected


def test_annotations_without_a_name_go_to_the_annotator_given(run, empty, tmp_path):
    line = {"text": "قال بوتين", "spans": [{"start": 4, "end": 9, "label": "actor"}]}
    (tmp_path / "spans.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert run("import", empty, tmp_path / "spans.jsonl", "--annotator", "sara").code == 0
    with Project.open(empty, read_only=True) as project:
        [annotation] = project.layer(project.entries()[0].id, "sara")
        assert (annotation.start, annotation.end, annotation.label) == (4, 9, "actor")


def test_an_unknown_format_is_refused_and_the_known_ones_are_named(run, empty, texts):
    outcome = run("import", empty, texts / "putin.txt", "--format", "pages")
    assert outcome.code != 0
    assert "jsonl" in outcome.err + outcome.out
    assert titles(empty) == []


def test_a_format_given_beats_the_file_s_name(run, empty, tmp_path):
    (tmp_path / "lines.txt").write_text(
        json.dumps({"text": "قال بوتين", "title": "خبر"}), encoding="utf-8"
    )
    assert run("import", empty, tmp_path / "lines.txt", "--format", "jsonl").code == 0
    assert titles(empty) == ["خبر"]


def test_an_option_that_no_file_had_a_use_for_is_said(run, empty, texts):
    given = ("--annotator", "sara", "--no-title-line", "--join", "glued", "--footnotes")
    outcome = run("import", empty, texts / "putin.txt", *given)
    assert outcome.code == 0
    notes = [line for line in outcome.lines if line.startswith("note:")]
    having = {option.name: names for option, names in formats.import_options().items()}
    assert len(having["annotator"]) > 4
    assert sorted(notes) == [
        "note: --annotator changed nothing: no file was read in a format that has it",
        "note: --footnotes changed nothing: no file was read as docx",
        f"note: --join changed nothing: no file was read as {' or '.join(having['join'])}",
    ]


def test_an_option_that_formats_say_differently_is_used_where_one_of_them_has_it(
    run, empty, tmp_path, monkeypatch
):
    having = formats.import_options()
    join = next(option for option in having if option.name == "join")
    other = replace(join, help=Words("Something else.", "شيء آخر."))
    monkeypatch.setattr(formats, "import_options", lambda: {**having, other: ("brat",)})
    rows = "قال O\nبوتين B-actor\nنعم O\n\n" * 3
    (tmp_path / "a.txt").write_text(rows, encoding="utf-8")
    done = run("import", empty, tmp_path / "a.txt", "--annotator", "sara", "--join", "glued")
    assert done.code == 0
    assert "changed nothing" not in done.out


def test_an_option_of_another_format_is_a_usage_error_that_says_whose_it_is(run, empty, texts):
    outcome = run("import", empty, texts / "putin.txt", "--format", "txt", "--annotator", "sara")
    assert outcome.code == 2
    assert "conll-layers, conll, wojood" in " ".join(outcome.err.split())
    assert titles(empty) == []


def test_json_lines_called_a_text_are_taken_for_what_they_are_and_it_is_said(run, empty, tmp_path):
    (tmp_path / "lines.txt").write_text(
        json.dumps({"text": "قال بوتين", "title": "خبر"}), encoding="utf-8"
    )
    outcome = run("import", empty, tmp_path / "lines.txt")
    assert outcome.code == 0
    assert "read as jsonl" in outcome.out
    assert titles(empty) == ["خبر"]


def test_a_refused_file_is_named_once_and_nesting_is_said_in_words(run, empty, tmp_path):
    (tmp_path / "odd").write_text("خبر", encoding="utf-8")
    (tmp_path / "deep.json").write_text("[" * 200_000, encoding="utf-8")
    outcome = run("import", empty, tmp_path / "odd", tmp_path / "deep.json")
    assert outcome.code == 1
    refused = [line for line in outcome.out.splitlines() if "refused" in line]
    assert any("nested too deeply" in line for line in refused)
    assert any("refused: odd: files" in line for line in refused)


@pytest.mark.parametrize(
    ("switches", "day"),
    [
        ([], None),
        (["--day-first"], "2015-11-05"),
        (["--month-first"], "2015-05-11"),
    ],
)
def test_a_day_that_may_be_two_is_read_as_the_switch_says_or_left_out(
    run, empty, tmp_path, switches, day
):
    table = tmp_path / "news.csv"
    table.write_text("published,text\n05/11/2015,قال المتحدث إن الاتفاق انتهى أمس.\n", "utf-8")
    outcome = run("import", empty, table, *switches)
    assert outcome.code == 0
    assert ("--day-first or --month-first" in outcome.out) == (day is None)
    with Project.open(empty, read_only=True) as project:
        assert [entry.published for entry in project.entries()] == [day]
