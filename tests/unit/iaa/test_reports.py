"""The report for programs, for spreadsheets and for people."""

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from bidi import get_display

from annotator.iaa.alignment.disagreements import disagreements
from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.alignment.options import Edges, Options
from annotator.iaa.report import tables
from annotator.iaa.report.html_report import Report, to_html
from annotator.iaa.report.html_words import ARABIC, ENGLISH, LANGUAGES
from annotator.iaa.report.json_report import to_json
from annotator.iaa.scores.articles import score_articles
from annotator.iaa.scores.reading import Reading, read_alpha
from annotator.iaa.scores.results import Interval, Measure, Reliability
from annotator.iaa.scores.summary import summarise
from annotator.text import spreadsheet
from tests.unit.iaa.build import LABELS, agreement, articles, drawn_pair, statistics
from tests.unit.iaa.random_projects import random_project

MADE = {
    "a": [(0, 10, "actor"), (20, 30, "date"), (40, 50, "quote")],
    "b": [(0, 10, "actor"), (21, 30, "date"), (40, 50, "agreement"), (40, 50, "quote")],
}


def many(number: int = 12):
    return summarise(statistics(articles({f"{n:012d}": MADE for n in range(number)})), draws=20)


class TestJson:
    def test_it_has_the_documented_keys_and_no_others(self):
        found = to_json(many())
        assert list(found) == [
            "articles",
            "annotators",
            "duplicates_ignored",
            "mean",
            "alpha",
            "pairs",
            "means",
            "alpha_ci",
            "u_alpha",
            "votes",
            "attributes",
            "relations",
            "bootstrap",
            "zones_took_out",
            "notices",
        ]
        assert {m: list(v) for m, v in found["mean"].items()} == {
            "exact": ["all", *LABELS],
            "relaxed": ["all", *LABELS],
        }
        assert list(found["alpha"]) == [*LABELS, "pooled"]
        [pair] = found["pairs"]
        assert list(pair) == ["a", "b", "joint_articles", "labels", "confusion"]
        assert list(pair["labels"]) == ["all", *LABELS]
        for scores in pair["labels"].values():
            assert list(scores) == [
                "exact",
                "relaxed",
                "soft",
                "boundary_only",
                "alpha",
                "kappa",
                "kinds",
                "u_alpha",
            ]
            assert list(scores["exact"]) == ["f1", "tp", "n_a", "n_b", "ci"]
            assert list(scores["kinds"]) == [
                "exact",
                "label",
                "boundary",
                "label_boundary",
                "split",
                "only_a",
                "only_b",
            ]
        assert pair["confusion"]["labels"] == [*LABELS, "none"]

    def test_the_numbers_are_those_of_the_comparison(self):
        found = to_json(many())
        total = found["pairs"][0]["labels"]["all"]
        assert total["exact"] == {
            "f1": pytest.approx(2 * 24 / 84),
            "tp": 24,
            "n_a": 36,
            "n_b": 48,
            "ci": [pytest.approx(2 * 24 / 84)] * 2,
        }
        assert total["soft"]["tp"] == pytest.approx(12 * 2.9)
        assert found["mean"]["exact"]["actor"] == 1.0
        assert found["pairs"][0]["confusion"]["matrix"][4] == [0, 0, 0, 12, 0]

    def test_undefined_is_null(self):
        found = to_json(agreement(articles({"1": {"a": [], "b": []}})))
        text = json.dumps(found)
        assert "NaN" not in text
        scores = found["pairs"][0]["labels"]["actor"]
        assert scores["exact"] == {"f1": None, "tp": 0, "n_a": 0, "n_b": 0, "ci": None}
        assert (scores["alpha"], scores["kappa"]) == (None, None)
        assert found["mean"]["exact"]["all"] is None
        assert found["alpha"]["pooled"] is None

    def test_labels_called_like_our_own_keys_keep_apart_from_them(self):
        made = {"a": [(0, 5, "all"), (6, 9, "none")], "b": [(0, 5, "all")]}
        found = to_json(agreement(articles({"1": made}), labels=("all", "none")))
        assert found["mean"]["exact"] == {
            "all": pytest.approx(2 / 3),
            "label:all": 1.0,
            "label:none": 0.0,
        }
        assert found["pairs"][0]["confusion"]["labels"] == ["label:all", "label:none", "none"]


class TestTables:
    def read(self, table):
        stream = io.StringIO()
        spreadsheet.write_rows(stream, table.columns, table.rows)
        return list(csv.DictReader(io.StringIO(stream.getvalue())))

    def test_every_row_has_a_cell_for_every_column(self):
        items, annotators = random_project(7001)
        found = agreement(items, annotators)
        for table in tables.tables(found):
            assert {len(row) for row in table.rows} <= {len(table.columns)}
            assert len(set(table.columns)) == len(table.columns)

    def test_labels_and_pairs_say_what_was_measured(self):
        found = many()
        label, pair = self.read(tables.label_table(found)), self.read(tables.pair_table(found))
        assert [row["label"] for row in label] == ["all", *LABELS]
        assert float(label[1]["exact"]) == 1
        assert float(label[0]["exact"]) == found.mean[Measure.EXACT].total.value
        assert float(label[0]["exact_low"]) <= float(label[0]["exact_high"])
        assert pair[0]["kind_boundary"] == "12"
        assert float(pair[0]["kappa"]) == found.pairs[0].scores.total.kappa

    def test_undefined_is_an_empty_cell(self):
        row = self.read(tables.label_table(agreement(articles({"1": {"a": [], "b": []}}))))[0]
        assert set(row.values()) == {"all", ""}

    def test_confusions_and_votes_add_up(self):
        items, annotators = random_project(7002)
        found = agreement(items, annotators)
        confusion = self.read(tables.confusion_table(found))
        for pair in found.pairs:
            spans = sum(
                int(row["spans"]) for row in confusion if (row["a"], row["b"]) == (pair.a, pair.b)
            )
            assert spans == sum(map(sum, pair.confusion))
        votes = self.read(tables.vote_table(found))[0]
        assert [int(votes[f"by_{n}"]) for n in range(1, len(annotators) + 1)] == list(
            found.votes.total
        )

    def test_edges_stand_beside_each_other(self):
        item = drawn_pair("بين [وأرمينيا:actor]", "بين و[أرمينيا:actor]")
        readings = {e: agreement([item], options=Options(edges=e)) for e in Edges}
        row = self.read(tables.edge_table(readings))[0]
        assert row == {"label": "all", "as_is": "0.0", "trimmed": "0.0", "clitic_stripped": "1.0"}

    def test_articles_come_worst_first_with_their_titles(self):
        scores = score_articles(statistics(articles({"1": MADE, "2": {"a": [], "b": []}})))
        rows = self.read(tables.article_table(scores, {"1": "قمة"}))
        assert [(row["article"], row["title"], row["noisy"]) for row in rows] == [
            ("1", "قمة", "yes"),
            ("2", "", "yes"),
        ]

    def test_a_disagreement_is_a_row_with_both_texts(self):
        item = drawn_pair("بين [وأرمينيا:actor] [باكو:actor]", "بين و[أرمينيا:actor] باكو")
        found = disagreements([item], "a", "b", LABELS)
        boundary, alone = (tables.disagreement_row(one, item.text) for one in found)
        row = dict(zip(tables.DISAGREEMENT_COLUMNS, boundary, strict=True))
        assert (row["kind"], row["cause"]) == ("boundary", "clitic")
        assert (row["text_a"], row["text_b"]) == ("وأرمينيا", "أرمينيا")
        assert (row["start_a"], row["start_b"], row["end_b"]) == (4, 5, 12)
        row = dict(zip(tables.DISAGREEMENT_COLUMNS, alone, strict=True))
        assert (row["kind"], row["text_a"], row["text_b"]) == ("only_a", "باكو", None)


class Page(HTMLParser):
    """Reads a page: text, attributes, and whether every element is closed."""

    VOID = frozenset(("meta", "br"))

    def __init__(self, text: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.text: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.feed(text)
        self.close()
        assert self.opened == []

    def handle_starttag(self, tag, attrs):
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in self.VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag):
        assert self.opened.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


BLOCKS = {"p", "td", "th", "li", "h1", "h2", "h3", "div", "b", "span", "small", "caption", "title"}
NUMBER = re.compile(r"(?<![\w.])[-+]?\d+(?:[.,]\d+)*(?![\w.])")
OPPOSED = {f"{n:012d}": {"a": [(0, 40, "actor")], "b": [(50, 90, "actor")]} for n in range(12)}


class Lines(HTMLParser):
    """The page's lines as a browser hands them to the bidi algorithm: ``bdi`` and ``dir`` isolate."""

    def __init__(self, page):
        super().__init__()
        self.lines, self.line, self.directions, self.closing = [], "", [], []
        self.feed(page)
        self.end_line()

    def end_line(self):
        if self.line.strip():
            self.lines.append((self.line.strip(), self.directions[-1]))
        self.line = ""

    def handle_starttag(self, tag, attrs):
        given = dict(attrs).get("dir")
        if tag == "bdi":
            self.line += {"ltr": "\u2066", None: "\u2068"}[given]
        elif tag in BLOCKS or tag == "html":
            self.end_line()
            self.directions.append(given or self.directions[-1])

    def handle_endtag(self, tag):
        if tag == "bdi":
            self.line += "\u2069"
        elif tag in BLOCKS or tag == "html":
            self.end_line()
            self.directions.pop()

    def handle_data(self, data):
        if not data.startswith("\n:root"):
            self.line += data.replace("\n", " ")


def seen(report, words):
    """Return every line of a page as it is stored and as it is seen from left to right."""
    lines = Lines(to_html(report, words)).lines
    return [
        (line, get_display(line, base_dir="RL"[["rtl", "ltr"].index(way)])) for line, way in lines
    ]


def read(report, words):
    """Return a page's text without its markup."""
    return "".join(Page(to_html(report, words)).text)


def report(found, **more):
    return Report("Karabakh", found, **more)


class TestHtml:
    @pytest.fixture
    def full(self):
        counts = statistics(articles({f"{n:012d}": MADE for n in range(12)}))
        return report(
            many(),
            articles=score_articles(counts),
            article_titles={"000000000000": "<b>قمة</b> & سلام"},
            label_titles={"actor": "فاعل"},
            readings=dict.fromkeys(Edges, many()),
        )

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_page_is_whole_and_in_its_direction(self, full, language):
        words = LANGUAGES[language]
        page = Page(to_html(full, words))
        assert ("html", "lang", language) in page.attributes
        assert ("html", "dir", words.direction) in page.attributes
        text = "".join(page.text)
        for title in (
            words.pairs,
            words.labels,
            words.kinds,
            words.confusion,
            words.votes,
            words.edges,
            words.worst,
        ):
            assert title in text
        assert "0.571" in text
        assert "Hripcsak" in text

    def test_it_needs_nothing_from_elsewhere(self, full):
        page = Page(to_html(full, ARABIC))
        outside = {"src", "href", "srcset", "data", "poster", "action"}
        assert not [one for one in page.attributes if one[1] in outside or one[1].startswith("on")]
        assert "url(" not in to_html(full, ARABIC)
        assert "<script" not in to_html(full, ARABIC)

    def test_texts_cannot_become_markup(self, full):
        page = to_html(full, ENGLISH)
        assert "<b>قمة" not in page
        assert "&lt;b&gt;قمة&lt;/b&gt; &amp; سلام" in page
        evil = replace(full, title="</title><script>x</script>")
        assert "<script" not in to_html(evil, ENGLISH)

    def test_places_are_by_reading_direction_not_by_left_and_right(self, full):
        page = to_html(full, ARABIC)
        for physical in ("left:", "right:", "margin-left", "text-align: left", "text-align: right"):
            assert physical not in page

    def test_undefined_is_said_and_never_a_number(self):
        page = Page(to_html(report(agreement(articles({"1": {"a": [], "b": []}}))), ENGLISH))
        assert ENGLISH.undefined in page.text
        numbers = [text for text in page.text if text.strip() in ("nan", "None", "0.000", "1.000")]
        assert numbers == []

    def test_the_method_says_what_was_compared(self, full):
        plain = read(full, ENGLISH)
        assert "at least two annotators finished: 12; annotators: 2" in plain
        assert ENGLISH.zones_out in plain
        assert ENGLISH.finished_only in plain
        other = read(replace(full, options=Options(in_progress=True, zones=True)), ENGLISH)
        assert ENGLISH.zones_in in other
        assert ENGLISH.in_progress in other

    def test_too_few_articles_for_an_interval_are_said(self):
        assert ENGLISH.no_interval in read(report(many(9)), ENGLISH)
        assert ENGLISH.rough in read(report(many(12)), ENGLISH)

    def test_what_a_guideline_line_buys_is_the_difference(self):
        item = drawn_pair("بين [وأرمينيا:actor]", "بين و[أرمينيا:actor]")
        readings = {e: agreement([item], options=Options(edges=e)) for e in Edges}
        page = Page(to_html(report(readings[Edges.AS_IS], readings=readings), ENGLISH))
        at = page.text.index("+1.000")
        assert page.text[at - 1] == "1.000"

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_number_is_read_from_the_left_with_its_sign_and_point(self, full, language):
        words = LANGUAGES[language]
        unreliable = replace(full, agreement=agreement(articles(OPPOSED), draws=20))
        shown = [*seen(full, words), *seen(unreliable, words)]
        assert {"0.571", "+0.000"} <= {
            number for _, line in shown for number in NUMBER.findall(line)
        }
        assert any("0.667" in line for line, _ in shown)
        assert any("-0." in line for line, _ in shown)
        for line, visual in shown:
            assert sorted(NUMBER.findall(visual)) == sorted(NUMBER.findall(line)), line

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_sentence_relies_on_isolation_for_a_bare_point(self, language):
        text = repr(LANGUAGES[language])
        assert not re.search(r"(?<!\d)\.\d", text)

    def test_both_languages_have_a_word_for_everything(self):
        for words in LANGUAGES.values():
            assert set(words.measures) == set(words.means) == set(Measure)
            assert set(words.kind_names) == set(Kind)
            assert set(words.readings) == set(Reading)
            assert set(words.edge_names) == set(Edges)


@pytest.mark.parametrize(
    ("low", "reading"),
    [
        (0.81, Reading.RELIABLE),
        (0.8, Reading.RELIABLE),
        (0.79, Reading.TENTATIVE),
        (0.67, Reading.TENTATIVE),
        (0.66, Reading.UNRELIABLE),
    ],
)
def test_alpha_is_judged_by_the_lower_end_of_its_interval(low, reading):
    assert read_alpha(Reliability(0.9, 0.9, Interval(low, 0.95, rough=False))) == reading
    assert read_alpha(Reliability(0.9, 0.9, None)) == Reading.UNKNOWN
