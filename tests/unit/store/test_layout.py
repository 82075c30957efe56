import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import ProjectError
from annotator.store.files.layout import Layout, annotator_name, folder_name


@given(st.text(max_size=60))
def test_a_name_on_disk_is_plain_whatever_the_annotator_is_called(name: str) -> None:
    try:
        folder = folder_name(name)
    except ProjectError:
        return
    assert re.fullmatch(r"[a-z0-9_-]{1,40}", folder)


@pytest.mark.parametrize("name", ["a", "b", "gold", "sara-2", "sara_k"])
def test_a_plain_name_is_its_own_folder(name: str) -> None:
    assert folder_name(name) == name


def test_names_that_differ_only_in_capitals_get_different_folders() -> None:
    assert len({folder_name(name) for name in ("sara", "Sara", "SARA", "سارة", "ساره")}) == 5


@pytest.mark.parametrize("name", ["con", "nul", "com1", "Aux"])
def test_a_name_that_windows_reserves_is_not_used_as_a_folder(name: str) -> None:
    assert folder_name(name) != name
    assert folder_name(name).startswith(name.lower() + "-")


def test_two_spellings_of_one_name_are_one_annotator() -> None:
    assert annotator_name("  أحمد   علي ") == "أحمد علي"
    assert folder_name("أحمد") == folder_name("\u0627\u0654حمد")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "needs a name"),
        ("  ", "needs a name"),
        ("a\x07", r"U\+0007"),
        ("س" * 81, "longer than 80"),
    ],
)
def test_an_unusable_name_is_refused_with_the_reason(name: str, says: str) -> None:
    with pytest.raises(ProjectError, match=says):
        annotator_name(name)


def test_a_language_cannot_lead_out_of_the_project(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="language"):
        Layout(tmp_path).guidelines("../../etc")
