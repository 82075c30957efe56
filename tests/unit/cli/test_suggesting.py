"""`hashiya suggest`, from the command line to the files it writes; its figures are counted again here, slowly and otherwise."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model import Article, Layer, Status
from annotator.project import Project
from tests.helpers.commands import InProcess
from tests.helpers.pictures import picture
from tests.helpers.projects import make_project, put_layer

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    folder = tmp_path / "karabakh"
    shutil.copytree(SAMPLE, folder)
    return folder


@pytest.fixture
def taught(tmp_path: Path) -> Path:
    """Return a project in which sara has finished one article and not begun two."""
    text, layer = picture("زار [زلفان:actor] المدينة مع [بلفان:actor]")
    folder = tmp_path / "taught"
    with make_project(folder, text, "عاد زلفان أمس", "غادر بلفان") as project:
        put_layer(project, layer.with_status(Status.DONE))
    return folder


def test_each_suggestion_is_a_line(run: InProcess, taught: Path) -> None:
    done = run("--logical", "suggest", taught, "--annotator", "sara")
    rows = [line.split("\t") for line in done.lines]
    assert done.code == 0
    assert [row[1:4] + row[5:] for row in rows] == [
        ["4", "9", "actor", "names", "⟦زلفان⟧", "tagged 1 of 1 times"],
        ["10", "13", "date", "rules", "⟦أمس⟧", "a date whose value is not known"],
        ["5", "10", "actor", "names", "⟦بلفان⟧", "tagged 1 of 1 times"],
    ]
    assert all(0.5 <= float(row[4]) <= 1 for row in rows)
    assert "3 suggestions in 2 articles" in done.err


def test_one_article_is_chosen_as_everywhere(run: InProcess, taught: Path) -> None:
    done = run("suggest", taught, "--annotator", "sara", "--article", "3")
    assert len(done.lines) == 1
    assert done.lines[0].split("\t")[1:4] == ["5", "10", "actor"]
    nothing = run("suggest", taught, "--annotator", "sara", "--article", "1")
    assert (nothing.code, nothing.out) == (0, "")
    assert "nothing to suggest" in nothing.err
    assert run("suggest", taught, "--annotator", "sara", "--article", "9").code == 1


def test_a_file_of_lines_holds_them_for_programs(
    run: InProcess, taught: Path, tmp_path: Path
) -> None:
    out = tmp_path / "suggestions.jsonl"
    assert run("suggest", taught, "--annotator", "sara", "--jsonl", out).out == ""
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    with Project.open(taught, read_only=True) as project:
        texts = {entry.id: project.article(entry.id).text for entry in project.entries()}
    assert [row["label"] for row in rows] == ["actor", "date", "actor"]
    for row in rows:
        assert texts[row["article"]][row["start"] : row["end"]] == row["text"]
    assert rows[0]["engine"] == "names"
    assert rows[0]["reason"] == "tagged 1 of 1 times"
    piped = run("suggest", taught, "--annotator", "sara", "--jsonl", "-")
    assert piped.out == out.read_text("utf-8")


def test_suggesting_changes_nothing_in_the_project(run: InProcess, taught: Path) -> None:
    def files() -> dict[Path, bytes]:
        return {
            p: p.read_bytes() for p in taught.rglob("*") if p.is_file() and ".cache" not in p.parts
        }

    before = files()
    run("suggest", taught, "--annotator", "sara")
    run("suggest", taught, "--annotator", "nobody yet")
    assert files() == before


def test_articles_that_several_annotate_are_left_alone_until_the_project_allows_it(
    run: InProcess, taught: Path
) -> None:
    with Project.open(taught) as project:
        put_layer(project, Layer("layla", project.entries()[1].id, Status.IN_PROGRESS))
    done = run("suggest", taught, "--annotator", "sara")
    assert [line.split("\t")[1] for line in done.lines] == ["5"]
    assert "several annotate" in done.err
    assert "--allow-shared" in done.err
    assert len(run("suggest", taught, "--annotator", "sara", "--allow-shared").lines) == 3
    assert len(run("suggest", taught, "--annotator", "sara").lines) == 3
    assert len(run("suggest", taught, "--annotator", "sara", "--forbid-shared").lines) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        ["--evaluate", "--article", "1"],
        ["--evaluate", "--jsonl", "x"],
        ["--json", "x"],
    ],
)
def test_options_that_do_not_go_together_are_a_wrong_command_line(
    run: InProcess, taught: Path, wrong: list[str]
) -> None:
    assert run("suggest", taught, "--annotator", "sara", *wrong).code == 2


def test_what_cannot_be_done_is_said_with_what_to_do(
    run: InProcess, taught: Path, tmp_path: Path
) -> None:
    one = run("suggest", taught, "--annotator", "sara", "--evaluate")
    assert one.code == 1
    assert "'sara' has finished one article here: two are needed" in one.err
    none = run("suggest", taught, "--annotator", "omar", "--evaluate")
    assert "'omar' has finished no article here" in none.err
    for options in (["--jsonl"], ["--evaluate", "--json"]):
        folder = SAMPLE if "--evaluate" in options else taught
        name = "a" if "--evaluate" in options else "sara"
        done = run("suggest", folder, "--annotator", name, *options, tmp_path)
        assert done.code == 1
        assert "is a folder: give the name of a file to write" in done.err


Span = tuple[int, int]
"""Start and end."""


def suggested_without(
    run: InProcess, folder: Path, left_out: str, out: Path
) -> dict[str, set[Span]]:
    """Return what the command suggests in an article of which nothing but what is out of scope is there."""
    with Project.open(SAMPLE, read_only=True) as sample, Project.create(folder) as project:
        project.set_schema(sample.schema)
        articles: list[Article] = [sample.article(entry.id) for entry in sample.entries()]
        project.add_articles(articles)
        for article in articles:
            layer = sample.layer(article.id, "a")
            if article.id == left_out:
                layer = Layer("a", article.id, zones=layer.zones)
            put_layer(project, replace(layer, decisions=frozenset(), guidelines=""))
    assert (
        run("suggest", folder, "--annotator", "a", "--article", left_out, "--jsonl", out).code == 0
    )
    found: dict[str, set[Span]] = {}
    for line in out.read_text("utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(row["label"], set()).add((row["start"], row["end"]))
    return found


def most_pairs(offered: list[Span], wanted: list[Span]) -> int:
    """Return how many can be paired at most with an overlap: by augmenting paths, where the program goes once from left to right."""
    partner: dict[Span, Span] = {}

    def finds(one: Span, seen: set[Span]) -> bool:
        for other in offered:
            if other[0] < one[1] and one[0] < other[1] and other not in seen:
                seen.add(other)
                if other not in partner or finds(partner[other], seen):
                    partner[other] = one
                    return True
        return False

    return sum(finds(one, set()) for one in wanted)


def test_leaving_one_out_gives_what_five_projects_without_it_give_and_holds_the_bars(
    run: InProcess, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "quality.json"
    printed = run("suggest", sample, "--annotator", "a", "--evaluate", "--json", out)
    value = json.loads(out.read_text("utf-8"))

    right, offered, wanted, pairs = ({}, {}, {}, {})
    with Project.open(SAMPLE, read_only=True) as project:
        layers = {entry.id: project.layer(entry.id, "a") for entry in project.entries()}
    for article_id, layer in layers.items():
        ours = suggested_without(run, tmp_path / article_id, article_id, tmp_path / "one.jsonl")
        for label in ("actor", "date", "quote", "agreement"):
            theirs = {(a.start, a.end) for a in layer if a.label == label}
            here = ours.get(label, set())
            for total, n in (
                (right, len(here & theirs)),
                (offered, len(here)),
                (wanted, len(theirs)),
                (pairs, most_pairs(sorted(here), sorted(theirs))),
            ):
                total[label] = total.get(label, 0) + n
                total["all"] = total.get("all", 0) + n

    assert set(value["labels"]) == set(wanted)
    for label, figures in value["labels"].items():
        for kind, hits in (("exact", right[label]), ("overlap", pairs[label])):
            p, r = hits / offered[label], hits / wanted[label]
            expected = {"p": p, "r": r, "f1": 2 * p * r / (p + r)}
            assert figures[kind] == pytest.approx(expected, abs=1e-4), (label, kind)
    by_hand = (wanted["all"] - pairs["all"]) / wanted["all"]
    keys = 4 * (wanted["all"] - pairs["all"]) + right["all"]
    keys += 3 * (pairs["all"] - right["all"]) + offered["all"] - pairs["all"]
    assert value["by_hand"] == pytest.approx(by_hand, abs=1e-4)
    assert value["keys_per_annotation"] == pytest.approx(keys / wanted["all"], abs=1e-4)
    assert f"{by_hand:.3f} of the annotations" in printed.out

    f1 = {label: figures["exact"]["f1"] for label, figures in value["labels"].items()}
    assert f1["actor"] >= 0.86
    assert value["labels"]["actor"]["overlap"]["f1"] >= 0.90
    assert f1["date"] >= 0.97
    assert f1["quote"] >= 0.97
    assert f1["agreement"] >= 0.60
    assert value["by_hand"] <= 0.23
    assert value["labels"]["all"]["exact"]["p"] >= 0.87


@pytest.mark.parametrize("option", ["--jsonl", "--json"])
def test_a_pipe_is_never_replaced_by_a_file(run: InProcess, tmp_path: Path, option: str) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    more = ["--evaluate"] if option == "--json" else ["--allow-shared"]
    folder = shutil.copytree(SAMPLE, tmp_path / "p")
    done = run("suggest", folder, "--annotator", "a", *more, option, pipe)
    assert done.code == 1
    assert "is a device or a pipe" in done.err
    assert pipe.is_fifo()
