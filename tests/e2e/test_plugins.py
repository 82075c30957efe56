"""The example of docs/formats.md, installed as a package of its own: then the program has its format both ways."""

import re

import pytest

from tests.helpers.commands import hashiya
from tests.helpers.pictures import picture
from tests.helpers.projects import make_project, put_layer

POINTS = """[hashiya.exporters]
{name} = {module}:EXPORTER

[hashiya.importers]
{name} = {module}:IMPORTER
"""


def install(site, module, code, name="triples"):
    """Lay a package out as pip does: the module, and the metadata that names its entry points."""
    info = site / f"{module}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(POINTS.format(name=name, module=module))
    (site / f"{module}.py").write_text(code, encoding="utf-8")


@pytest.fixture
def example(root):
    text = (root / "docs" / "formats.md").read_text(encoding="utf-8")
    [code] = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len([line for line in code.splitlines() if line]) <= 30
    return code


@pytest.fixture
def annotated(tmp_path):
    text, layer = picture("قال [بوتين [في [موسكو:actor]:quote]:actor] نعم")
    with make_project(tmp_path / "p", text) as project:
        put_layer(project, layer)
    return tmp_path / "p"


def test_the_example_writes_and_reads_what_it_wrote(tmp_path, example, annotated):
    site, out = tmp_path / "site", tmp_path / "out.triples"
    install(site, "hashiya_triples", example)
    done = hashiya("export", annotated, "--format", "triples", "--out", out, extra_path=site)
    assert (done.code, done.err) == (0, "")
    assert "3 written, 0 dropped" in done.out
    out.rename(tmp_path / "out.txt")
    assert hashiya("new", tmp_path / "q", extra_path=site).code == 0
    done = hashiya("import", tmp_path / "q", tmp_path / "out.txt", extra_path=site)
    assert done.code == 0, done.out
    assert "read as triples" in done.out
    assert "took 1 article, 1 layer, 3 annotations" in done.out
    assert "triples: Triples." in " ".join(hashiya("import", "--help", extra_path=site).out.split())


@pytest.mark.parametrize(
    ("code", "name", "says"),
    [
        ("raise RuntimeError('out of order')", "broken", "RuntimeError: out of order"),
        ("EXPORTER = IMPORTER = 7", "seven", "it is 7, and no"),
        (None, "jsonl", "format name 'jsonl' is taken"),
    ],
)
def test_a_package_that_fails_is_named_and_left_out(tmp_path, example, annotated, code, name, says):
    code = code or example.replace('"triples", ', '"jsonl", ')
    install(tmp_path / "site", "hashiya_odd", code, name)
    out = tmp_path / "out.jsonl"
    done = hashiya(
        "export", annotated, "--format", "jsonl", "--out", out, extra_path=tmp_path / "site"
    )
    assert done.code == 0
    assert says in done.err
    assert "of the package hashiya_odd was left out" in done.err
    assert '"schema":"hashiya/1"' in out.read_text(encoding="utf-8")
