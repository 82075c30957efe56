"""Formats say of themselves what they are called, what can be decided and what they hold, and it is so."""

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from annotator import exporters, importers
from annotator.errors import AnnotatorError, ExportFailure, ImportFailure, OptionError
from annotator.exporters import Exportable, Holds, Reason
from annotator.model import Layer, Remark
from annotator.options import Choice, Kind, Option, Words, known_to
from annotator.project import Project, formats
from tests.unit.formats.build import exportable, is_there, linked, report_of, with_spans

ROOT = Path(__file__).resolve().parents[3]
ALL = [*formats.exports(), *formats.imports()]
OPTIONS = list(dict.fromkeys((*formats.export_options(), *formats.import_options())))
ARABIC = re.compile("[\u0621-\u064a]")


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: f"{type(entry).__name__} {entry.name}")
def test_a_format_speaks_both_languages(entry):
    assert_both(entry.title, entry.about)
    assert entry.about.en.endswith(".")


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_an_option_speaks_both_languages(option):
    assert_both(option.title, option.help)
    for choice in option.choices:
        assert_both(choice.title, choice.help)


def assert_both(*words):
    for said in words:
        assert said.en
        assert ARABIC.search(said.ar)
        assert said.to("en") == said.en != said.to("ar") == said.ar


PLAIN = exportable("قال [بوتين:actor] «[نعم:quote]»")
LAYER = PLAIN.layers[0]
WITH = {
    "attributes": replace(LAYER, annotations={**LAYER.annotations, "a1": replace(LAYER["a1"], attributes={"canonical": "ف"})}),
    "notes": replace(LAYER, annotations={**LAYER.annotations, "a1": replace(LAYER["a1"], note="؟")}),
    "relations": linked(PLAIN, ("speaker", "a2", "a1")).layers[0],
    "zones": exportable("قال [بوتين:actor] «[نعم:quote]»", zones=((0, 3),)).layers[0],
    "remarks": replace(LAYER, remarks={"r": Remark("r", "question", "من؟")}),
}  # fmt: skip
SPANS = {
    "nested": ((0, 9, "quote"), (4, 9, "actor")),
    "crossing": ((0, 9, "quote"), (4, 12, "actor")),
    "sub_word": ((5, 9, "actor"), (4, 5, "date")),
}
NOT_LOST = ("spans", "status")
"""Every export has spans, and how far somebody is with an article is no annotation to be counted."""

ABSENT = {
    "attributes": Reason.ATTRIBUTES,
    "notes": Reason.NOTES,
    "relations": Reason.RELATIONS,
    "zones": Reason.ZONES,
    "remarks": Reason.REMARKS,
}


@pytest.mark.parametrize(
    "exporter", [*filter(is_there, formats.exports())], ids=lambda exporter: exporter.name
)
@pytest.mark.parametrize("what", [f.name for f in fields(Holds) if f.name not in NOT_LOST])
def test_what_a_format_says_it_holds_is_what_its_loss_report_says(exporter, what):
    holds = getattr(exporter.holds, what)
    if what == "several_layers":
        item = replace(PLAIN, layers=(LAYER, Layer("omar", PLAIN.article.id)))
        if holds:
            report_of(exporter.name, item)
        else:
            with pytest.raises(ExportFailure, match="choose one of"):
                report_of(exporter.name, item)
    elif what in WITH:
        report = report_of(exporter.name, Exportable(PLAIN.article, (WITH[what],)))
        assert (report.count(ABSENT[what]) == 0) == holds
        assert report.dropped == 0
    else:
        report = report_of(exporter.name, with_spans("قال بوتين نعم", *SPANS[what]))
        lost = report.dropped + (report.count(Reason.EXPANDED) if what == "sub_word" else 0)
        assert (lost == 0) == holds


@pytest.mark.parametrize("exporter", formats.exports(), ids=lambda exporter: exporter.name)
def test_every_choice_of_every_option_writes(exporter):
    for option in exporter.options:
        for value in option.values:
            options = exporter.choose({option.name: value})
            assert options.own[option.name] == value
            assert set(options.own) == {o.name for o in exporter.options}


def test_an_option_refuses_what_it_does_not_take():
    said = Words("a", "ا")
    choice = Option(
        "how", said, said, Kind.CHOICE, 4, (Choice(4, said, said), Choice(2, said, said))
    )
    for value in (3, "4", True, None, 4.5):
        with pytest.raises(OptionError, match="is not one of 4, 2"):
            choice.check(value)
    number = Option("many", said, said, Kind.NUMBER, 3, least=1, most=9)
    for value in (0, 10, "3", True, None):
        with pytest.raises(OptionError, match="a whole number from 1 to 9"):
            number.check(value)
    flag = Option("so", said, said, Kind.FLAG, False)
    for value in (0, "yes", None):
        with pytest.raises(OptionError, match="True, False"):
            flag.check(value)
    assert Option("name", said, said, Kind.TEXT, None).check("x") == "x"
    for kind, default in ((Kind.CHOICE, 1), (Kind.FLAG, None), (Kind.NUMBER, None)):
        with pytest.raises((ValueError, OptionError)):
            Option("wrong", said, said, kind, default)


def test_an_option_of_another_format_is_refused_naming_those_that_have_it(tmp_path):
    with Project.create(tmp_path / "p") as project:
        with pytest.raises(ExportFailure, match="jsonl has no option nested: only conll2003, "):
            project.export(tmp_path / "a", format="jsonl", options={"nested": "innermost"})
        with pytest.raises(ExportFailure, match="no option colour: it has nested, misaligned"):
            project.export(tmp_path / "a", format="conll2003", options={"colour": "red"})
        with pytest.raises(ImportFailure, match="txt has no option annotator: only "):
            project.import_files([], format="txt", options={"annotator": "sara"})
        with pytest.raises(ImportFailure, match="no import format has an option colour: there are"):
            project.import_files([], options={"colour": "red"})
        with pytest.raises(ImportFailure, match="no import format 'pages': use auto, txt"):
            project.import_files([], format="pages")
        with pytest.raises(AnnotatorError, match="repair_visual 1 is not"):
            project.import_files([], options={"repair_visual": 1})


def test_by_content_each_file_gets_the_options_its_format_has(tmp_path):
    (tmp_path / "a.txt").write_text("عنوان\nنص\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(
        '{"text": "قال بوتين", "spans": [[4, 9, "actor"]]}\n', encoding="utf-8"
    )
    given = {"annotator": " سارة ", "first_line_is_title": False}
    with Project.create(tmp_path / "p") as project:
        assert (
            project.import_files([tmp_path / "a.txt", tmp_path / "b.jsonl"], options=given).refused
            == ()
        )
        assert {entry.title for entry in project.entries()} == {"a", ""}
        assert project.annotators() == ("سارة",)


def test_a_json_file_called_a_text_is_told_in_the_report_and_not_taken_as_text(tmp_path):
    (tmp_path / "a.txt").write_text('{"text": "قال بوتين", "title": "خبر"}\n', encoding="utf-8")
    with Project.create(tmp_path / "p") as project:
        report = project.import_files([tmp_path / "a.txt"])
        assert [entry.title for entry in project.entries()] == ["خبر"]
    assert any("note: read as jsonl" in said for said in report.lines())


def test_the_guide_lists_the_formats_there_are():
    """The table of formats names each with what can be done with it, and nothing else."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| `([a-z0-9-]+)` \| [a-z; ]+ \| (yes|texts|) ?\| (yes|) ?\|", text, re.MULTILINE
    )
    listed = {name: (bool(read), bool(written)) for name, read, written in rows}
    names = {*importers.REGISTRY, *exporters.REGISTRY}
    assert listed == {n: (n in importers.REGISTRY, n in exporters.REGISTRY) for n in names}


def test_the_guide_lists_every_option_with_its_choices():
    text = (ROOT / "README.md").read_text(encoding="utf-8").replace("\\|", "|")
    for option in formats.export_options():
        switch = f"--{option.name.replace('_', '-')}"
        choices = f" {'|'.join(map(str, option.values))}" if option.choices else ""
        assert f"`{switch}{choices}`" in text


def test_the_window_knows_no_format_by_name():
    """What a format is called is the core's to say; only the words themselves, quoted alone, would be a second place."""
    names = "|".join({*importers.REGISTRY, *exporters.REGISTRY})
    quoted = re.compile(rf"""["'](?:{names})["']""")
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        for match in quoted.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_endings_lead_to_formats():
    assert formats.for_suffix(Path("a.json")).name == "json"
    with pytest.raises(ExportFailure, match=r"a\.xml.*\.conll, .*\.jsonl, \.json"):
        formats.for_suffix(Path("a.xml"))
    assert formats.for_suffix(Path("a.conll")).name == "conll2003"
    assert formats.for_suffix(Path("a.jsonl")).name == "jsonl"
    assert known_to(exporters.REGISTRY)["nested"][:2] == ("conll2003", "conll2002")
