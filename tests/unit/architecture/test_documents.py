"""What the documents promise to list, they list."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from typer.main import get_command

from annotator import cli
from annotator.cli.app import make_app
from ui.commands.table import SPECS

ROOT = Path(__file__).resolve().parents[3]
COMMANDS = get_command(make_app()).commands
GUIDE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in [ROOT / "README.md", *sorted((ROOT / "docs" / "guide").glob("*.md"))]
)


def test_the_light_entry_point_knows_every_command():
    assert set(COMMANDS) == cli.COMMANDS


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_documented(name):
    described = [line for line in GUIDE.splitlines() if f"hashiya {name}" in line]
    assert described, f"hashiya {name} is in no guide"
    options = {
        option
        for parameter in COMMANDS[name].params
        for option in parameter.opts + parameter.secondary_opts
        if option.startswith("-")
    }
    in_code = " ".join(re.findall(r"`([^`\n]+)`", GUIDE))
    missing = options - set(re.findall(r"(?<!\w)--?[a-z][a-z0-9-]*", in_code))
    assert missing == set()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_has_help_and_every_command_an_example(name):
    command = COMMANDS[name]
    assert command.help
    assert f"hashiya {name}" in command.epilog
    assert [p.name for p in command.params if not getattr(p, "help", None)] == []


def test_every_decision_is_listed():
    folder = ROOT / "docs" / "decisions"
    pages = {path.name for path in folder.glob("0*.md")}
    assert (
        set(re.findall(r"\((0\d+-[^)]+)\)", (folder / "README.md").read_text(encoding="utf-8")))
        == pages
    )


@pytest.mark.parametrize(
    "page",
    sorted(p for p in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]),
    ids=lambda p: p.name,
)
def test_links_between_documents_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_every_key_of_the_window_is_in_the_guide(qapp):
    written = set(re.findall(r"`([^`\n]+)`", GUIDE))
    keys = {
        QKeySequence(key).toString()
        for spec in SPECS
        for key in [*spec.keys, *filter(None, [spec.bare])]
    }
    assert sorted(keys - written) == []
