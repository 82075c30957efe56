"""The shared file of canonical names: what a copy of the project adds to it, and what it keeps."""

from pathlib import Path

from annotator.model.names import Name, Registry
from annotator.store.files.filesystem import REAL
from annotator.store.files.layout import Layout
from annotator.store.files.records import dump
from annotator.store.shared.names_file import add_names, mend_names, names_path, read_names

PUTIN = Name("actor", "فلاديمير بوتين", ("بوتين",))
ALIYEV = Name("actor", "إلهام علييف")


def put(layout: Layout, *names: Name) -> None:
    rows = {
        str(number): {"label": one.label, "canonical": one.canonical, "aliases": list(one.aliases)}
        for number, one in enumerate(names, 1)
    }
    names_path(layout).write_bytes(dump({"names": rows}))


def test_only_names_that_are_lacking_are_added(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    put(layout, PUTIN)
    assert add_names(layout, Registry((PUTIN, ALIYEV)), REAL) == 1
    assert read_names(layout, REAL).names == (PUTIN, ALIYEV)
    assert add_names(layout, Registry((PUTIN, ALIYEV)), REAL) == 0


def test_a_name_that_stands_here_with_other_forms_is_left_as_it_is(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    put(layout, PUTIN)
    assert add_names(layout, Registry((Name("actor", PUTIN.canonical, ("الرئيس",)),)), REAL) == 0
    assert read_names(layout, REAL).names == (PUTIN,)


def test_names_are_added_where_there_is_no_file(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    assert read_names(layout, REAL) == Registry()
    assert add_names(layout, Registry((ALIYEV,)), REAL) == 1
    assert read_names(layout, REAL).names == (ALIYEV,)


def test_only_records_that_make_sense_are_mended(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    good = {"label": "actor", "canonical": "بوتين", "aliases": []}
    salvaged = {"names": {"1": good, "2": {"label": 7}, "3": {"canonical": "x"}}}
    assert mend_names(layout, salvaged, REAL) == 1
    assert read_names(layout, REAL).names == (Name("actor", "بوتين"),)
