"""Whatever is damaged: what `check` says that `--repair` mends is mended, once, and nothing that can be known is lost."""

from pathlib import Path
from random import Random

import pytest

from annotator import edits
from annotator.model import Annotation, Span
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


PLACES = ["annotations/sara", "journal", "journal/sara@*", "articles", ".locks", ".cache"]


def place_of(root: Path, place: str) -> Path:
    return next(root.glob(place), root / place)


@pytest.mark.parametrize("place", PLACES)
def test_a_file_where_a_folder_belongs_is_set_aside(tmp_path: Path, place: str) -> None:
    root = tmp_path / "p"
    kept_words.make(root)
    whole = kept_words.contents(root)
    folder = place_of(root, place)
    if folder.exists():
        folder.rename(tmp_path / "elsewhere")
    folder.write_text("mine")
    assert kept_words.broken_words(root) == []
    (aside,) = folder.parent.glob(f"{folder.name}.damaged-*")
    assert aside.read_text() == "mine"
    assert kept_words.contents(root) == whole


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("target", ["nowhere", "itself", "."])
def test_a_link_that_leads_nowhere_or_round_in_a_folder_s_place_is_set_aside(
    tmp_path: Path, place: str, target: str
) -> None:
    root = tmp_path / "p"
    kept_words.make(root)
    whole = kept_words.contents(root)
    folder = place_of(root, place)
    if folder.exists():
        folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(folder.name if target == "itself" else target)
    assert kept_words.broken_words(root) == []
    (aside,) = folder.parent.glob(f"{folder.name}.damaged-*")
    assert aside.is_symlink()
    assert kept_words.contents(root) == whole


@pytest.mark.parametrize("way", ["pipe", "link outwards", "link to nowhere"])
def test_what_was_set_aside_is_no_warning_for_ever(tmp_path: Path, way: str) -> None:
    root = tmp_path / "p"
    kept_words.make(root)
    kept_words.WAYS[way](kept_words.file_of(root, "layer"), Random(1))
    report = Project.repair(root)
    assert report.after is not None
    assert report.after.worst in (None, "note")


@pytest.mark.parametrize("way", ["byte order mark", "line ends of Windows"])
def test_what_version_control_and_editors_do_to_every_file_costs_nothing(
    tmp_path: Path, way: str
) -> None:
    root = tmp_path / "p"
    kept_words.make(root, with_backup=False)
    whole = kept_words.contents(root)
    for path in [*root.rglob("*.json"), *root.rglob("*.jsonl")]:
        kept_words.WAYS[way](path, Random(1))
    assert kept_words.contents(root) == whole
    with Project.open(root) as project:
        entry = project.entries()[0]
        if way == "line ends of Windows":
            assert project.check().problems == ()
        with project.desk("sara") as desk:
            annotation = Annotation("later", Span(0, 2), "actor")
            desk.commit(entry.id, edits.add(annotation, desk.layer(entry.id)))
    assert kept_words.broken_words(root) == []
    after = kept_words.contents(root)
    assert "later" in after.pop((entry.id, "sara"))
    assert after == {key: value for key, value in whole.items() if key in after}


def test_a_text_that_nothing_has_is_said_to_be_missing_once(tmp_path: Path) -> None:
    root = tmp_path / "p"
    kept_words.make(root, with_backup=False)
    path = kept_words.file_of(root, "article")
    path.unlink()
    said = Project.repair(root).failed
    assert sum(path.name in line for line in said) == 1
