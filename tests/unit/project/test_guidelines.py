"""Guidelines are replaced without loss, and a finished article remembers by which ones it was finished."""

import hashlib
import json
from pathlib import Path

import pytest

from annotator import edits
from annotator.errors import ChangedElsewhereError, EditError
from annotator.model import Status
from annotator.project import Project
from tests.helpers.projects import layer_file, make_project, stock_tables

TEXT = "قال بوتين أمس في موسكو"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_project(tmp_path / "p", TEXT)


def test_what_is_replaced_is_kept(project: Project) -> None:
    for text in ("# أول\n", "# ثان\n", "# ثالث\n", "# ثالث\n"):
        project.set_guidelines("ar", text)
    project.set_guidelines("en", "# First\n")
    assert [one.text for one in project.earlier_guidelines("ar")] == ["# ثان\n", "# أول\n"]
    assert project.earlier_guidelines("en") == ()
    assert project.guidelines("ar") == "# ثالث\n"
    assert all(one.replaced_at.startswith("20") for one in project.earlier_guidelines("ar"))
    assert project.check().problems == ()


def test_who_read_something_else_is_refused_and_nothing_is_written(project: Project) -> None:
    project.set_guidelines("ar", "# أول\n")
    read = project.guidelines("ar")
    path = project.path / "guidelines.ar.md"
    path.write_text("# من محرر آخر\n", encoding="utf-8")
    project.guidelines("ar")  # what the window shows by now does not count
    with pytest.raises(ChangedElsewhereError, match="somebody else"):
        project.set_guidelines("ar", "# لي\n", read=read)
    assert path.read_text(encoding="utf-8") == "# من محرر آخر\n"
    assert project.earlier_guidelines("ar") == ()


def test_the_hash_is_the_one_that_anybody_can_count(project: Project) -> None:
    assert project.guidelines_hash() == ""
    project.set_guidelines("en", "# First\n")
    project.set_guidelines("ar", "# أول\n")
    both = b"".join((project.path / f"guidelines.{one}.md").read_bytes() for one in ("ar", "en"))
    assert project.guidelines_hash() == hashlib.sha256(both).hexdigest()


def test_a_finished_article_keeps_the_hash_until_it_is_opened_again(project: Project) -> None:
    (entry,) = project.entries()
    project.set_guidelines("ar", "# أول\n")
    by = project.guidelines_hash()
    with project.desk("sara") as desk:
        done = desk.commit(entry.id, edits.set_status(Status.DONE, desk.layer(entry.id), by))
        assert done.guidelines == by
        (past,) = desk.past_edits(entry.id)
    path = layer_file(project, "sara", entry.id)
    assert stock_tables(path)["meta"][0]["guidelines_sha256"] == by
    path.write_bytes(b"")  # the journal knows it too
    assert project.layer(entry.id, "sara") == done
    summary = project.summaries("sara")[entry.id]
    assert summary.guidelines_hash == by
    assert not summary.is_outdated(project.guidelines_hash())
    project.set_guidelines("ar", "# ثان\n")
    assert summary.is_outdated(project.guidelines_hash())
    with project.desk("sara") as desk:
        again = desk.commit(entry.id, edits.set_status(Status.IN_PROGRESS, done))
        assert again.guidelines == ""
        assert (
            desk.commit(entry.id, edits.Inverse(edits.set_status(Status.IN_PROGRESS, done))) == done
        )
        assert desk.commit(entry.id, edits.Inverse(past.edit)).guidelines == ""
    assert "guidelines_sha256" not in stock_tables(path)["meta"][0]
    assert not project.summaries("sara")[entry.id].is_outdated(project.guidelines_hash())


def test_what_was_finished_before_hashes_were_kept_is_not_called_outdated(project: Project) -> None:
    (entry,) = project.entries()
    with project.desk("sara") as desk:
        desk.commit(entry.id, edits.set_status(Status.DONE, desk.layer(entry.id)))
    project.set_guidelines("ar", "# أول\n")
    assert not project.summaries("sara")[entry.id].is_outdated(project.guidelines_hash())


def test_an_export_says_it_and_an_import_keeps_it(project: Project, tmp_path: Path) -> None:
    (entry,) = project.entries()
    with project.desk("sara") as desk:
        desk.commit(entry.id, edits.set_status(Status.DONE, desk.layer(entry.id), "ab" * 32))
    project.export(tmp_path / "a.jsonl", format="jsonl")
    (line,) = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["layers"][0]["guidelines_sha256"] == "ab" * 32
    with Project.create(tmp_path / "q") as other:
        other.import_files(tmp_path / "a.jsonl")
        assert other.layer(entry.id, "sara") == project.layer(entry.id, "sara")


def test_an_edit_made_for_other_guidelines_does_not_fit(project: Project) -> None:
    (entry,) = project.entries()
    with project.desk("sara") as desk:
        done = edits.set_status(Status.DONE, desk.layer(entry.id), "ab" * 32).apply(
            desk.layer(entry.id)
        )
        with pytest.raises(EditError, match="other guidelines"):
            edits.SetStatus(Status.DONE, Status.NEW).apply(done)
