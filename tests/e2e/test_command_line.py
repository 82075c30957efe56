"""The commands as people type them, in a shell, reading the files they leave."""

import json
import os
import shlex
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.conll import entities
from tests.helpers.deadlines import PROCESS_DEADLINE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the lines are for a POSIX shell")


@pytest.fixture
def shell(tmp_path, root):
    """Return a function that runs a line in a fresh folder which holds the articles and the sample."""
    shutil.copytree(root / "projects", tmp_path / "projects")
    shutil.copytree(root / "projects" / "sources" / "karabakh" / "articles", tmp_path / "articles")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}

    def run(line, code=0):
        done = subprocess.run(
            ["/bin/sh", "-c", line],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            encoding="utf-8",
            env={
                **environment,
                "PATH": path,
                "PYTHONPATH": str(root),
            },  # of this checkout, however installed
            stdin=subprocess.DEVNULL,
            timeout=PROCESS_DEADLINE,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done

    return run


def test_texts_go_in_and_conll_comes_out_even_before_anybody_annotated(shell, tmp_path):
    done = shell(
        "hashiya new P && hashiya import P articles/*.txt && "
        "hashiya export P --annotator a --format conll2003 --out a.conll"
    )
    assert done.stderr == ""
    text = (tmp_path / "a.conll").read_text(encoding="utf-8")
    assert text.count("-DOCSTART- -X- O O\n") == 5
    assert entities(text) == []
    assert {line.rsplit(" ", 1)[1] for line in text.splitlines() if line} == {"O"}
    for path in (tmp_path / "articles").iterdir():
        assert path.name in done.stdout


def test_jsonl_goes_out_and_in_and_out_again_unchanged(shell, tmp_path):
    shell(
        "hashiya export projects/karabakh --annotator a --format jsonl --out a.jsonl && "
        "hashiya new Q && hashiya import Q a.jsonl && "
        "hashiya export Q --annotator a --format jsonl --out b.jsonl"
    )
    first, second = (read_lines(tmp_path / name) for name in ("a.jsonl", "b.jsonl"))
    assert sum(len(layer["annotations"]) for article in first for layer in article["layers"]) == 322
    assert first == second


def test_agreement_of_the_sample_is_a_report_on_standard_output(shell):
    done = shell("hashiya agreement projects/karabakh --json")
    assert done.stderr == ""
    exact = json.loads(done.stdout)["mean"]["exact"]
    assert {label: round(value, 2) for label, value in exact.items()} == {
        "all": 0.74,
        "actor": 0.79,
        "date": 0.64,
        "quote": 0.74,
        "agreement": 0.62,
    }


def test_layered_conll_brings_every_span_back(shell, tmp_path):
    shell(
        "hashiya export projects/karabakh --annotator b --format conll-layers --out b.conll && "
        "hashiya export projects/karabakh --annotator b --format jsonl --out b.jsonl && "
        "hashiya new Q && hashiya import Q b.conll && "
        "hashiya export Q --annotator b --format jsonl --out c.jsonl"
    )
    wanted, got = (spans(read_lines(tmp_path / name)) for name in ("b.jsonl", "c.jsonl"))
    assert len(wanted) == 294
    assert got == wanted


def test_flat_conll_of_the_sample_accounts_for_every_span(shell, tmp_path):
    done = shell("hashiya export projects/karabakh --annotator a --format conll2003 --out a.conll")
    found = entities((tmp_path / "a.conll").read_text(encoding="utf-8"))
    assert {label for label, *_ in found} == {"ACTOR", "DATE", "QUOTE", "AGREEMENT"}
    assert "322 annotations" in done.stdout
    written = int(done.stdout.split(" written")[0].split()[-1])
    dropped = int(done.stdout.split(" dropped")[0].split()[-1])
    assert written + dropped == 322
    assert dropped > 0
    assert len(found) >= written


def test_the_sample_is_whole_and_can_be_drawn(shell, tmp_path):
    assert "nothing is wrong" in shell("hashiya check projects/karabakh").stdout
    shell("hashiya render projects/karabakh 1 --annotator a --out article.png")
    width, height = png_size(tmp_path / "article.png")
    assert width > 400
    assert height > 800


def test_the_demo_does_the_main_job_without_a_display(shell, tmp_path):
    done = shell("hashiya demo --out shown")
    folder = tmp_path / "shown"
    assert {"window.png", "karabakh.conll", "karabakh.json"} <= {
        path.name for path in folder.iterdir()
    }
    assert min(png_size(folder / "window.png")) > 500
    assert len(entities((folder / "karabakh.conll").read_text(encoding="utf-8"))) > 0
    assert json.loads((folder / "karabakh.json").read_text(encoding="utf-8"))
    assert done.stdout.strip()


def test_results_can_be_piped_into_a_program_that_stops_reading(shell):
    shell("hashiya search projects/karabakh ا | head -n 1 | grep -q .")


def test_a_path_with_spaces_and_arabic_is_a_path_like_any_other(shell, tmp_path):
    folder = "مشروع قره باغ"
    shell(f"hashiya new {shlex.quote(folder)} && hashiya import {shlex.quote(folder)} articles")
    assert (tmp_path / folder / "catalog.json").exists()


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def spans(articles):
    return sorted(
        (article["id"], a["start"], a["end"], a["label"])
        for article in articles
        for layer in article["layers"]
        for a in layer["annotations"]
    )


def png_size(path):
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", head[16:24])


def test_a_demo_into_a_place_that_cannot_be_is_refused_in_words(shell):
    done = shell("touch file && hashiya demo --out file/demo", code=1)
    assert "cannot be made" in done.stderr
    assert "Traceback" not in done.stderr


def test_article_fields_go_in_and_out_and_no_search_or_column_changes_for_them(shell, tmp_path):
    article = {"text": "قال بوتين نعم.", "title": "خبر", "genre": "opinion", "outlet": "تاس"}
    (tmp_path / "in.jsonl").write_text(json.dumps(article, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "bare.txt").write_text(article["text"], encoding="utf-8")
    shell(
        "hashiya new F && hashiya import F in.jsonl && hashiya export F --annotator a --format jsonl --out out.jsonl && "
        "hashiya new G && hashiya import G out.jsonl && hashiya new B && hashiya import B bare.txt"
    )
    line = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert line["fields"] == {"genre": "opinion", "outlet": "تاس"}
    again = json.loads(shell("hashiya export G --annotator a --format jsonl --out -").stdout)
    assert again["fields"] == line["fields"]
    found = [shell(f"hashiya search {name} بوتين").stdout for name in "FGB"]
    assert found[0] == found[1] == found[2] != ""
    columns = [
        shell(f"hashiya export {name} --annotator a --format conll2003 --out -").stdout
        for name in "FB"
    ]
    assert columns[0] == columns[1]
