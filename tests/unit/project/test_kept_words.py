"""Whatever is damaged: what `check` says that `--repair` mends is mended, once, and nothing that can be known is lost."""

from pathlib import Path
from random import Random

import pytest

from annotator.project import Project
from tests.crash import fuzzed_projects, kept_words


@pytest.mark.parametrize("name", kept_words.FILES)
@pytest.mark.parametrize("way", kept_words.WAYS)
def test_what_check_promises_is_kept(tmp_path: Path, name: str, way: str) -> None:
    root = tmp_path / "p"
    kept_words.make(root)
    whole = kept_words.contents(root)
    kept_words.WAYS[way](kept_words.file_of(root, name), Random(1))
    assert kept_words.broken_words(root) == []
    assert kept_words.contents(root) == whole


@pytest.mark.parametrize("name", ["project", "article", "layer", "last segment"])
@pytest.mark.parametrize("way", ["empty", "deleted", "folder", "rewritten"])
def test_without_a_backup_nothing_is_promised_that_needs_one(
    tmp_path: Path, name: str, way: str
) -> None:
    root = tmp_path / "p"
    kept_words.make(root, with_backup=False)
    kept_words.WAYS[way](kept_words.file_of(root, name), Random(1))
    assert kept_words.broken_words(root) == []


@pytest.mark.parametrize("seed", range(60))
def test_wrong_values_anywhere_are_mended_or_left_to_people(tmp_path: Path, seed: int) -> None:
    root = tmp_path / "p"
    kept_words.make(root)
    what = fuzzed_projects.spoil(root, Random(seed))
    assert kept_words.broken_words(root) == [], what


@pytest.mark.parametrize(
    "name", ["project", "catalog", "names", "article", "layer", "last segment"]
)
def test_what_lay_in_a_file_s_place_is_still_there(tmp_path: Path, name: str) -> None:
    root = tmp_path / "p"
    kept_words.make(root)
    path = kept_words.file_of(root, name)
    kept_words.WAYS["folder with a file"](path, Random(1))
    report = Project.repair(root)
    (aside,) = path.parent.glob(f"{path.name}.damaged-*")
    assert (aside / "mine.txt").read_text() == "mine"
    assert any(aside.name in line for line in report.mended)
    assert path.is_file()


@pytest.mark.parametrize("place", ["annotations/sara", "journal", "articles", ".locks", ".cache"])
def test_a_file_where_a_folder_belongs_is_set_aside(tmp_path: Path, place: str) -> None:
    root = tmp_path / "p"
    kept_words.make(root)
    whole = kept_words.contents(root)
    folder = root / place
    if folder.exists():
        folder.rename(tmp_path / "elsewhere")
    folder.write_text("mine")
    assert kept_words.broken_words(root) == []
    (aside,) = folder.parent.glob(f"{folder.name}.damaged-*")
    assert aside.read_text() == "mine"
    assert kept_words.contents(root) == whole
