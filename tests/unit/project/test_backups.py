"""Backups: outside the project, small, pruned, and restored as edits that can be undone."""

import shutil
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import msgspec
import pytest

from annotator import edits
from annotator.edits import Inverse
from annotator.errors import DamagedFileError, NotSavedError, ProjectError
from annotator.model import Annotation, Article, Span
from annotator.project import Project
from annotator.store.backups import backups, pruning
from annotator.store.backups.backups import Backup
from annotator.store.files.device import backup_folder
from annotator.store.files.layout import Layout
from annotator.store.shared import project_file
from tests.crash import damaged_backups
from tests.crash.workload import any_edit
from tests.helpers.pictures import picture
from tests.helpers.projects import add_texts, make_project, put_layer, rewrite, stock_tables

DRAWINGS = ("قال [بوتين:actor] في [موسكو:actor]", "[قال [لافروف:actor]:quote] أمس")


@pytest.fixture
def project(tmp_path: Path):
    with make_project(tmp_path / "p", *(picture(d)[0] for d in DRAWINGS)) as made:
        add_texts(made, *(f"حشو {n} {Random(n).random()}" * 40 for n in range(20)))
        for drawing in DRAWINGS:
            put_layer(made, picture(drawing)[1])
        yield made


def test_a_backup_lies_outside_the_project_and_is_listed_newest_first(project: Project) -> None:
    first = project.back_up("manual")
    put_layer(project, picture(DRAWINGS[0], "omar")[1])
    second = project.back_up("close")
    assert first is not None
    assert second is not None
    assert not first.path.is_relative_to(project.path)
    assert [(b.reason, b.is_full) for b in project.backups()] == [
        ("close", False),
        ("manual", True),
    ]
    assert second.size < first.size


def test_nothing_is_made_while_nothing_changes(project: Project) -> None:
    assert project.back_up() is not None
    assert project.back_up() is None
    assert len(project.backups()) == 1


def test_a_backup_holds_the_files_byte_for_byte(project: Project, tmp_path: Path) -> None:
    project.back_up()
    put_layer(project, picture(DRAWINGS[0], "omar")[1])
    part = project.back_up()
    assert part is not None
    backups.unpack(part, tmp_path / "unpacked")
    assert files_in(tmp_path / "unpacked") == files_in(project.path)


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not {".locks", ".cache", "reserve"} & {*path.parts}
    }


def test_restoring_brings_work_back_and_can_itself_be_undone(project: Project) -> None:
    article = picture(DRAWINGS[0])[1].article_id
    before = project.layer(article, "sara")
    backup = project.back_up()
    assert backup is not None
    with project.desk("sara") as desk:
        layer = desk.commit(article, edits.remove("a1", before))
        spoiled = desk.commit(article, edits.set_note("a2", "خطأ", layer))
    report = project.restore(backup)
    assert (report.layers, report.unchanged, report.refused) == (1, 1, [])
    assert project.layer(article, "sara") == before
    assert project.backups()[0].reason == "restore"
    with project.desk("sara") as desk:
        past = desk.past_edits(article)[-1]
        assert desk.commit(article, Inverse(past.edit)) == spoiled


def test_restoring_brings_back_articles_metadata_and_labels(project: Project) -> None:
    backup = project.back_up()
    assert backup is not None
    entries, schema = project.entries(), project.schema
    project.set_metadata(entries[0].id, title="خطأ")
    project.set_schema(type(schema)(schema.labels[:3], schema.relations))
    gone = entries[-1].id
    catalog = project.path / "catalog.json"
    rows = [row for row in stock_tables(catalog)["articles"] if row["id"] != gone]
    rewrite(catalog, {"articles": {str(n): row for n, row in enumerate(rows, 1)}})
    (project.path / "articles" / gone[:2] / f"{gone}.json").unlink()
    with Project.open(project.path) as again:
        report = again.restore(backup)
        assert (report.articles, report.metadata, report.labels) == (1, 1, True)
        assert {(e.id, e.title) for e in again.entries()} == {(e.id, e.title) for e in entries}
        assert again.schema == schema
        assert again.check().problems == ()


def test_work_that_came_later_stays(project: Project) -> None:
    backup = project.back_up()
    assert backup is not None
    later = put_layer(project, picture(DRAWINGS[0], "omar")[1])
    project.restore(backup)
    assert project.layer(later.article_id, "omar") == later


def test_only_the_annotators_asked_for_are_restored_and_those_at_work_are_refused(
    project: Project,
) -> None:
    put_layer(project, picture(DRAWINGS[0], "omar")[1])
    backup = project.back_up()
    assert backup is not None
    article = picture(DRAWINGS[0])[1].article_id
    for name in ("sara", "omar"):
        put_layer(project, picture("قال بوتين في موسكو", name)[1])
    with Project.open(project.path) as other, other.desk("omar"):
        report = project.restore(backup)
    assert "omar is being worked on" in report.refused[0]
    assert len(project.layer(article, "sara")) == 2
    assert len(project.layer(article, "omar")) == 0
    assert project.restore(backup, annotators=["omar"]).layers == 1


def test_the_restore_drill_from_a_backup_and_from_the_journal_alone(tmp_path: Path) -> None:
    articles = [Article.from_text(f"{n} قال بوتين في موسكو إن الاتفاق نافذ") for n in range(3)]
    random = Random(5)
    with Project.create(tmp_path / "p") as project:
        project.add_articles(articles)
        with project.desk("sara") as desk:
            for number in range(60):
                article = random.choice(articles)
                desk.commit(
                    article.id, any_edit(article, desk.layer(article.id), random, f"e{number}")
                )
            acknowledged = {a.id: desk.layer(a.id) for a in articles}
            backup = (
                project.back_up()
            )  # while the annotator works: some edits are in the journal only
    assert backup is not None
    shutil.rmtree(tmp_path / "p" / "annotations")
    with Project.open(tmp_path / "p") as project, project.desk("sara") as desk:
        assert {a.id: desk.layer(a.id) for a in articles} == acknowledged
    shutil.rmtree(tmp_path / "p" / "annotations")
    shutil.rmtree(tmp_path / "p" / "journal")
    with Project.open(tmp_path / "p") as project:
        assert project.annotators() == ()
        project.restore(backup)
        assert {a.id: project.layer(a.id, "sara") for a in articles} == acknowledged


def test_a_project_that_is_gone_is_unpacked_from_its_backup(
    project: Project, tmp_path: Path
) -> None:
    backup = project.back_up()
    assert backup is not None
    layers = [project.layer(picture(d)[1].article_id, "sara") for d in DRAWINGS]
    shutil.rmtree(project.path)
    backups.unpack(backup, tmp_path / "again")
    with Project.open(tmp_path / "again") as again:
        assert [again.layer(layer.article_id, "sara") for layer in layers] == layers
        assert again.check().problems == ()


def test_an_import_over_existing_work_is_preceded_by_a_backup(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("نص جديد", encoding="utf-8")
    project.import_files([path])
    assert [backup.reason for backup in project.backups()] == ["import"]


def test_a_project_of_the_first_format_is_backed_up_and_taken_over(project: Project) -> None:
    path = project.path / "project.json"
    rewrite(path, {"project": {"1": stock_tables(path)["project"][0] | {"format": 1}}})
    with Project.open(project.path) as older:
        assert not older.read_only
        older.desk("sara").close()
        assert [backup.reason for backup in older.backups()] == ["migration"]
    assert stock_tables(path)["project"][0]["format"] == project_file.FORMAT


@pytest.mark.parametrize("damage", ["truncated", "garbage", "base gone"])
def test_a_damaged_backup_is_refused_and_nothing_changes(
    project: Project, tmp_path: Path, damage: str
) -> None:
    base = project.back_up()
    put_layer(project, picture(DRAWINGS[0], "omar")[1])
    part = project.back_up()
    assert base is not None
    assert part is not None
    data = part.path.read_bytes()
    others = part.path.with_name("elsewhere")
    others.mkdir()
    if damage != "base gone":  # the older one is moved away too, so that nothing is left
        base.path.rename(others / base.path.name)
    if damage == "truncated":
        part.path.write_bytes(data[: len(data) // 2])
    elif damage == "garbage":
        part.path.write_bytes(Random(1).randbytes(len(data)))
    else:
        base.path.unlink()
    files = files_in(project.path)
    with pytest.raises(DamagedFileError, match=r"no backup could be used.*Use another one"):
        project.restore(part)
    assert files_in(project.path) == files


def test_a_backup_of_another_project_is_refused(project: Project, tmp_path: Path) -> None:
    with make_project(tmp_path / "other", "نص", title="أخرى") as other:
        backup = other.back_up()
    assert backup is not None
    with pytest.raises(ProjectError, match="another project, 'أخرى'"):
        project.restore(backup)


def test_a_backup_cannot_write_outside_the_folder(tmp_path: Path) -> None:
    with make_project(tmp_path / "p", "نص") as project:
        backup = project.back_up()
        assert backup is not None
        manifest = msgspec.structs.replace(backups.read_manifest(backup), format=1)
        evil = backup.path.with_name("20990101T000000Z-00-full-manual.zip")
        with zipfile.ZipFile(evil, "w") as archive:
            archive.writestr("../evil.txt", "x")
            archive.writestr(
                "manifest.json", backups.encode_manifest(manifest, {"../evil.txt": (0, 1)})
            )
        with pytest.raises(DamagedFileError, match="leads out of the project"):
            backups.unpack(project.backups()[0], tmp_path / "target")
    assert not (tmp_path / "evil.txt").exists()


def test_a_backup_that_cannot_be_written_says_so(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("HASHIYA_DATA_DIR", str(tmp_path / "file" / "below"))
    with pytest.raises(NotSavedError, match="backup"):
        project.back_up()


NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def backup_at(folder: Path, ago: timedelta) -> Backup:
    at = NOW - ago
    path = folder / f"{at.strftime('%Y%m%dT%H%M%SZ')}-00-full-timer.zip"
    return Backup(at, 0, "timer", True, path)


def test_everything_is_kept_for_two_days_then_less_and_less(tmp_path: Path) -> None:
    every_half_hour = [backup_at(tmp_path, timedelta(minutes=30) * n) for n in range(48 * 400)]
    keep = pruning.kept(every_half_hour, NOW)
    ages = sorted((NOW - backup.at).days for backup in keep)
    assert sum(NOW - backup.at <= timedelta(days=2) for backup in keep) == 97
    assert {*range(14)} <= {*ages}
    assert 97 + 14 <= len(keep) <= 97 + 14 + 8 + 12
    assert 300 < ages[-1] < 366


def test_pruning_never_deletes_what_a_kept_backup_builds_on(project: Project) -> None:
    old = NOW - timedelta(days=5)
    layout = Layout(project.path)
    folder = project.path.parent / "backups"
    full = backups.back_up(layout, folder, project.id, "t", "manual", now=old)
    parts = []
    for hour in range(1, 6):
        put_layer(project, picture(DRAWINGS[0], f"omar{hour}")[1])
        parts.append(
            backups.back_up(
                layout, folder, project.id, "t", "timer", now=old + timedelta(hours=hour)
            )
        )
    gone = pruning.prune(backups.list_backups(folder), NOW)
    assert full is not None
    assert full.path.exists()
    assert [backup.path.name for backup in gone] == [part.path.name for part in parts[:-1] if part]
    backups.unpack(backups.list_backups(folder)[-1], project.path.parent / "unpacked")


def test_a_full_backup_is_made_again_after_a_week(project: Project, tmp_path: Path) -> None:
    layout, folder = Layout(project.path), tmp_path / "backups"
    made = []
    for day in (0, 3, 8):
        put_layer(project, picture(DRAWINGS[0], f"omar{day}")[1])
        made.append(
            backups.back_up(layout, folder, "x", "t", "timer", now=NOW + timedelta(days=day))
        )
    assert [backup.is_full for backup in made if backup] == [True, False, True]


def test_a_note_on_an_annotation_survives_backup_and_restore(project: Project) -> None:
    article = picture(DRAWINGS[0])[1].article_id
    with project.desk("sara") as desk:
        note = Annotation("n", Span(0, 3), "date", {"value": "2021"}, "\u2028 «ملاحظة»")
        kept = desk.commit(article, edits.AddAnnotation(note))
        backup = project.back_up()
        assert backup is not None
        desk.commit(article, edits.remove("n", kept))
        project.restore(backup)  # the window's own desk is open while it restores
        assert desk.layer(article) == kept


def test_every_flipped_byte_of_a_backup_is_told_and_the_one_before_is_used(tmp_path: Path) -> None:
    result = damaged_backups.flip_bytes(tmp_path, flips=8)
    assert result["restored wrongly"] == 0
    counts = ("flips", "told by verify", "older one used by restore", "older one used by repair")
    assert {name: result[name] for name in counts} == dict.fromkeys(counts, 8)


def test_a_backup_of_the_first_format_is_still_read(project: Project) -> None:
    backup = project.back_up()
    assert backup is not None
    old = backup.path.with_name("20990101T000000Z-00-full-manual.zip")
    manifest = msgspec.structs.replace(backups.read_manifest(backup), format=1, root="")
    with zipfile.ZipFile(backup.path) as source, zipfile.ZipFile(old, "w") as target:
        for name in manifest.files:
            target.writestr(name, source.read(name))
        target.writestr("manifest.json", backups.encode_manifest(manifest, dict(manifest.files)))
    newest = project.backups()[0]
    assert newest.path == old
    assert project.verify_backup(newest) == ""
    assert project.backup_origin(newest) == ""


def test_a_backup_is_read_back_when_it_is_made(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[len(data) // 3] ^= 1
        path.write_bytes(bytes(data))

    real = backups.seal
    monkeypatch.setattr(backups, "seal", lambda path: (real(path), spoil(path)))
    with pytest.raises(NotSavedError, match="read back"):
        project.back_up()
    assert project.backups() == ()
    assert not list(backup_folder(project.id).glob("*.tmp"))


def test_copies_of_a_project_say_which_folder_each_backup_came_from(
    project: Project, tmp_path: Path
) -> None:
    project.back_up()
    shutil.copytree(project.path, tmp_path / "copy")
    with Project.open(tmp_path / "copy") as copy:
        made = copy.back_up()
        assert made is not None, "what is unchanged in another folder is no backup of this one"
        assert [copy.backup_origin(one) for one in copy.backups()] == ["", str(project.path)]
        assert [project.backup_origin(one) for one in project.backups()] == [str(copy.path), ""]


def test_what_a_killed_backup_left_half_made_is_cleared_by_the_next(project: Project) -> None:
    half = backup_folder(project.id) / "20260101T000000Z-00-full-close.zip.tmp"
    half.parent.mkdir(parents=True)
    half.write_bytes(b"half")
    project.back_up()
    assert not half.exists()


def test_a_folder_that_may_not_be_read_ends_a_backup_with_its_name(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def walk(root, onerror):
        onerror(PermissionError(13, "Permission denied", f"{root}/articles"))
        return iter(())

    monkeypatch.setattr(backups.os, "walk", walk)
    with pytest.raises(NotSavedError, match=r"Permission denied.*articles"):
        project.back_up()
