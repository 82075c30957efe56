"""What one annotator is told, read from the files that `hashiya feedback` writes."""

import html
import json
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from annotator import edits
from annotator.adjudication.ruling_edits import accepting, refusing
from annotator.errors import ProjectError
from annotator.feedback.chart import chart
from annotator.feedback.excerpts import CONTEXT, reading
from annotator.feedback.gathering import gather
from annotator.feedback.html import to_html
from annotator.feedback.markdown import to_markdown
from annotator.feedback.values import Detail, Week
from annotator.iaa.scores.accuracy import Score, Scored
from annotator.iaa.scores.results import Interval
from annotator.model import GOLD, Annotation, Relation, Span, Status
from annotator.project import Project
from annotator.review.weeks import week_after
from tests.helpers.commands import hashiya
from tests.helpers.judged import DAYS, LEAD, RULING
from tests.helpers.projects import put_layer

GOLDEN = Path(__file__).parents[2] / "golden"
TODAY = "2026-11-28"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_files_are_to_the_letter_what_was_inspected(judged_once, language):
    """``python -m tests.unit.feedback.write_golden`` writes them again."""
    with Project.open(judged_once, read_only=True) as project:
        told = gather(project, "b", draws=0, today=TODAY)
    for name, text in (("html", to_html(told, language)), ("md", to_markdown(told, language))):
        assert text == (GOLDEN / f"feedback.{language}.{name}").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["html", "md"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_correction_is_there_with_its_words_who_and_why(
    run, judged_once, tmp_path, language, ending
):
    out = tmp_path / f"a.{ending}"
    outcome = run("feedback", judged_once, "--annotator", "a", "--out", out, "--language", language)
    assert outcome.code == 0, outcome.err
    text = out.read_text(encoding="utf-8")
    if ending == "html":
        text = html.unescape(re.sub(r"<[^>]+>", "", text))
    plain = re.sub(r"[\u2066-\u2069\\]", "", text)
    with Project.open(judged_once, read_only=True) as project:
        told = gather(project, "a")
    assert f"{len(told.corrections)} corrections, 1 guideline decision" in outcome.out
    assert len(told.corrections) > 50
    for one in told.corrections:
        for side in (one.made, one.decided):
            if side is not None:
                words = side.words if ending == "html" else f"\u27e6{side.words}\u27e7"
                assert " ".join(words.split()) in " ".join(plain.split())
        assert not one.why or " ".join(one.why.split()) in plain
    assert "الألقاب خارج الوسم" in plain
    assert LEAD in plain


def test_the_first_number_is_the_one_that_agreement_with_gold_has(run, judged_once):
    found = json.loads(run("agreement", judged_once, "--annotators", "a,gold", "--json").out)
    with Project.open(judged_once, read_only=True) as project:
        told = gather(project, "a")
    assert told.accuracy is not None
    pair = found["pairs"][0]["labels"]
    for label, scored in told.accuracy.scores.items("all"):
        assert scored.exact.f1 == pytest.approx(pair[label]["exact"]["f1"])
        assert scored.relaxed.f1 == pytest.approx(pair[label]["relaxed"]["f1"])
    assert told.accuracy.articles == found["pairs"][0]["joint_articles"] == 4


def test_the_list_has_what_the_numbers_count(judged_once):
    with Project.open(judged_once, read_only=True) as project:
        told = gather(project, "a")
        begun = {e.id for e in project.entries() if project.layer(e.id, GOLD).status != Status.DONE}
    assert told.accuracy is not None
    listed = Counter(
        one.what
        for one in told.corrections
        if one.article_id not in begun and not isinstance(one.what, Detail)
    )
    assert listed == {one.deviation: one.count for one in told.accuracy.costs}
    assert {one.article_id for one in told.corrections} & begun
    assert [week.articles for week in told.weeks] == [2, 2]
    total = told.accuracy.exact
    for part in ("correct", "made", "gold"):
        of_weeks = [getattr(week.scored.exact, part) for week in told.weeks if week.scored]
        assert sum(of_weeks) == getattr(total, part)


def test_gold_in_progress_counts_only_when_asked_for(judged_once):
    with Project.open(judged_once, read_only=True) as project:
        told = gather(project, "a", in_progress=True)
    assert told.accuracy is not None
    assert told.accuracy.articles == 5
    assert "Work in progress is compared" in to_html(told)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_needs_nothing_else_and_numbers_read_from_the_left(judged_once, language):
    with Project.open(judged_once, read_only=True) as project:
        page = to_html(gather(project, "a", draws=200), language)
    assert re.search(r"<html lang=\"(en\" dir=\"ltr|ar\" dir=\"rtl)\">", page)
    assert not re.search(r"https?://|<script|<link|@import|url\(", page)
    assert "ليس &lt;فاعلًا&gt; &amp; لا اسم" in page
    body = page[page.index("<body>") :]
    for gone in (r"<svg.*?</svg>", r"<bdi dir=\"ltr\">.*?</bdi>", r"<bdi[ >].*?</bdi>"):
        body = re.sub(gone, "", body, flags=re.DOTALL)
    cells = re.sub(r'<td class=n dir="ltr">.*?</td>', "", body)
    assert not re.search(r"\d[-–.]\d", re.sub(r"<[^>]+>", " ", cells))


def test_markdown_in_arabic_says_its_direction_and_isolates_numbers(judged_once):
    with Project.open(judged_once, read_only=True) as project:
        text = to_markdown(gather(project, "a"), "ar")
    assert text.startswith('<div dir="rtl">\n\n# ')
    assert text.endswith("\n\n</div>\n")
    outside = re.sub(r"[\u2066\u2068][^\u2069]*\u2069", "", text)
    assert not re.search(r"\d[-–]\d", outside)
    assert text.count("\u2066") + text.count("\u2068") == text.count("\u2069")


def test_a_file_goes_into_a_pipe_as_text_or_as_a_page(judged_once):
    for form, start in (((), "# What was decided"), (("--format", "html"), "<!doctype html>")):
        done = hashiya("feedback", judged_once, "--annotator", "b", "--out", "-", *form)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(start)


def test_what_cannot_be_is_said(run, judged_once, tmp_path):
    outcome = run("feedback", judged_once, "--annotator", "nobody", "--out", tmp_path / "x.md")
    assert outcome.code == 1
    assert "nobody has annotated nothing here; there are a, b" in outcome.err
    outcome = run("feedback", judged_once, "--annotator", "a", "--out", tmp_path / "x.pdf")
    assert outcome.code == 2
    assert ".html, .htm, .md, .markdown" in outcome.err
    with Project.open(judged_once, read_only=True) as project, pytest.raises(ProjectError):
        gather(project, GOLD)
    assert not list(tmp_path.glob("x.*"))


def test_without_gold_there_is_pace_and_a_word(run, judged, tmp_path):
    with Project.open(judged) as project, project.desk(GOLD) as desk:
        for entry in project.entries():
            layer = desk.layer(entry.id)
            if layer.status != Status.NEW:
                desk.commit(entry.id, edits.set_status(Status.NEW, layer))
    out = tmp_path / "a.html"
    assert run("feedback", judged, "--annotator", "a", "--out", out, "--language", "ar").code == 0
    page = out.read_text(encoding="utf-8")
    assert "لم يُنجز المرجع" in page
    assert "لا قرار مخالفًا حتى الآن." in page
    assert run("feedback", judged, "--annotator", "a", "--out", out, "--no-pace").code == 0
    assert "active time" not in out.read_text(encoding="utf-8")


def test_pace_comes_from_the_journal_by_week(judged):
    start = datetime(2026, 11, 17, 12, tzinfo=UTC)
    with Project.open(judged) as project:
        article = project.entries()[0]
        with project.desk("a") as desk:
            for number in range(10):
                at = (start + timedelta(minutes=number)).strftime("%Y-%m-%dT%H:%M:%SZ")
                made = Annotation(f"{number:012x}", Span(number, number + 1), "actor")
                with patch("annotator.store.layers.store.now", lambda at=at: at):
                    desk.commit(article.id, edits.AddAnnotation(made))
        told = gather(project, "a")
        assert gather(project, "a", with_pace=False).pace is None
    assert told.pace is not None
    assert (told.pace.annotations, told.pace.active) == (10, timedelta(minutes=9))
    [week] = [one for one in told.weeks if one.work.annotations]
    assert (week.monday, week.scored) == ("2026-11-16", None)


def test_a_ruling_is_told_with_what_became_of_its_edits(judged):
    with Project.open(judged) as project:
        [ruling] = project.rulings()
        mine = ruling.touching("b")
        assert len(mine) >= 3
        with project.desk("b") as desk:
            for touch, choose in ((mine[0], "take"), (mine[1], "refuse")):
                layer = desk.layer(touch.article_id)
                edit = (
                    accepting(RULING, touch, layer, project.schema)
                    if choose == "take"
                    else refusing(RULING, touch, layer)
                )
                assert edit is not None
                desk.commit(touch.article_id, edit)
        told = gather(project, "b")
        assert told.rulings[0].standing == {"taken": 1, "refused": 1, "open": len(mine) - 2}
        page = to_html(told)
    assert 'refused <bdi dir="ltr">1</bdi>' in page
    assert [one.name for one in told.marks()[1]] == ["الألقاب خارج الوسم"]
    assert not told.marks().get(0)


def test_values_and_links_that_gold_has_otherwise_are_corrections_too(judged):
    with Project.open(judged) as project:
        entry = project.entries()[0]
        gold, made = project.layer(entry.id, GOLD), project.layer(entry.id, "a")
        marks = {(one.start, one.end, one.label): one for one in gold}
        pairs = [
            (marks[key], one) for one in made if (key := (one.start, one.end, one.label)) in marks
        ][:2]
        (first, own), (second, _) = pairs
        named = first.with_attribute("canonical", "فلاديمير بوتين")
        link = Relation("speaker", first.id, second.id)
        put_layer(
            project,
            replace(
                gold,
                annotations={**gold.annotations, first.id: named},
                relations=frozenset([link]),
            ),
        )
        put_layer(
            project,
            replace(made, annotations={**made.annotations, own.id: replace(own, attributes={})},
                    relations=frozenset()),
        )  # fmt: skip
        told = gather(project, "a")
        text = project.article(entry.id).text
    details = {
        one.what: one
        for one in told.corrections
        if isinstance(one.what, Detail)
        and one.article_id == entry.id
        and one.name in ("canonical", "speaker")
        and one.decided_words
    }
    value, linked = details[Detail.VALUE], details[Detail.LINK]
    assert (value.name, value.made_words, value.decided_words) == (
        "canonical", "", "فلاديمير بوتين",
    )  # fmt: skip
    assert (linked.made_words, linked.decided_words) == ("", second.span.of(text))
    page, plain = to_html(told), to_markdown(told)
    for words in ("another value", "another link", "no value", "فلاديمير بوتين"):
        assert words in page
        assert words in plain


def test_words_are_shown_in_their_line_and_cut_between_words():
    text = "سطر أول\n" + "كلمة " * 30 + "بوتين" + " كلمة" * 30 + "\nسطر آخر"
    start = text.index("بوتين")
    found = reading(Annotation("x", Span(start, start + 5), "actor"), text)
    assert found.words == "بوتين"
    assert found.lead.startswith("…كلمة")
    assert found.tail.endswith("كلمة…")
    assert max(len(found.lead), len(found.tail)) <= CONTEXT + 1
    assert "\n" not in found.lead + found.tail
    short = reading(Annotation("x", Span(0, 3), "actor"), text)
    assert (short.lead, short.tail) == ("", " أول")


def test_a_guideline_decision_stands_before_the_week_that_ends_after_it():
    mondays = ["2026-11-02", "2026-11-09", "2026-11-23"]
    assert week_after("2026-11-01", mondays) == 0
    assert week_after("2026-11-08", mondays) == 0
    assert week_after("2026-11-09", mondays) == 1
    assert week_after("2026-11-16", mondays) == 2
    assert week_after("2026-12-01", mondays) is None


def test_the_picture_turns_with_the_direction():
    week = Week(
        "2026-11-02", 3, Scored(Score(3, 4, 4, Interval(0.5, 0.9, rough=True)), Score(4, 4, 4))
    )
    weeks = [week, replace(week, monday="2026-11-09")]
    places = {}
    for mirrored in (False, True):
        drawn = chart(weeks, {1: "1"}, mirrored=mirrored)
        places[mirrored] = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', drawn)]
        assert drawn.count("class=ends") == 2
        assert drawn.count("class=mark") == 2
    assert places[False] == sorted(places[False])
    assert places[True] == [pytest.approx(680 - x) for x in places[False]]


def test_every_day_of_the_sample_is_in_a_week(judged_once):
    with Project.open(judged_once, read_only=True) as project:
        assert sorted(project.finished_on("a").values()) == list(DAYS)


def test_quiet_writes_and_says_nothing(run, judged_once, tmp_path):
    out = tmp_path / "a.md"
    outcome = run("feedback", judged_once, "--annotator", "a", "--out", out, "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert out.read_text(encoding="utf-8")
