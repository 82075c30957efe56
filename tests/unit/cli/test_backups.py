import shutil

from annotator.project import Project
from tests.helpers.pictures import picture
from tests.helpers.projects import put_layer


def put(project, drawing: str) -> None:
    _, layer = picture(drawing)
    with Project.open(project) as opened:
        put_layer(opened, layer)


def drawn(project, drawing: str) -> int:
    _, layer = picture(drawing)
    with Project.open(project, read_only=True) as opened:
        return len(opened.layer(layer.article_id, layer.annotator))


def test_a_backup_is_made_listed_and_brought_back(run, tmp_path):
    project, source = tmp_path / "p", tmp_path / "a.txt"
    source.write_text("قال بوتين", encoding="utf-8")
    assert run("new", project).code == 0
    assert run("import", project, source).code == 0
    put(project, "قال [بوتين:actor]")
    made = run("backup", "make", project)
    assert made.code == 0
    assert made.out.startswith("made ")
    assert "nothing changed" in run("backup", "make", project).out
    put(project, "قال بوتين")
    assert drawn(project, "قال بوتين") == 0
    listed = run("backup", "list", project)
    assert listed.lines[0].split("\t")[0] == "1"
    assert "manual" in listed.lines[0]
    restored = run("backup", "restore", project, 1)
    assert restored.code == 0
    assert "restored 1 layers" in restored.out
    assert drawn(project, "قال بوتين") == 1


def test_a_backup_that_is_not_there_is_said(run, project):
    outcome = run("backup", "restore", project, 7)
    assert outcome.code == 1
    assert "none numbered 7" in outcome.err


def test_a_project_without_backups_says_so(run, project):
    outcome = run("backup", "list", project)
    assert (outcome.code, outcome.out) == (0, "")
    assert "no backup" in outcome.err


def test_check_mends_a_project_that_does_not_open(run, project):
    (project / "catalog.json").write_bytes(b"")
    broken = run("check", project)
    assert broken.code == 1
    assert "--repair" in broken.err
    mended = run("check", project, "--repair")
    assert mended.code == 0
    assert any(line.startswith("mended: catalog.json") for line in mended.lines)
    assert run("check", project).code == 0


def test_backups_are_listed_verified_and_brought_back_though_project_json_is_gone(run, project):
    assert run("backup", "make", project).code == 0
    (project / "project.json").unlink()
    listed = run("backup", "list", project)
    assert (listed.code, len(listed.lines)) == (0, 1)
    assert "known by the folder it was made of" in listed.err
    verified = run("backup", "verify", project)
    assert (verified.code, verified.lines[0].split("\t")[-1]) == (0, "sound")
    restored = run("backup", "restore", project, 1)
    assert restored.code == 0
    assert "mended: project.json" in restored.out
    assert run("check", project).code == 0


def test_a_project_whose_folder_is_gone_is_put_back(run, project):
    assert run("backup", "make", project).code == 0
    shutil.rmtree(project)
    assert len(run("backup", "list", project).lines) == 1
    restored = run("backup", "restore", project, 1)
    assert (restored.code, "the project was put back" in restored.out) == (0, True)
    assert run("check", project).code == 0


def test_a_restore_of_what_is_there_makes_no_backup(run, project):
    assert run("backup", "make", project).code == 0
    for _ in range(2):
        assert "nothing was to be restored" in run("backup", "restore", project, 1).out
    assert len(run("backup", "list", project).lines) == 1


def test_a_backup_that_is_a_link_to_nowhere_is_listed_and_called_damaged(run, project):
    assert run("backup", "make", project).code == 0
    with Project.open(project, read_only=True) as opened:
        (backup,) = opened.backups()
    backup.path.unlink()
    backup.path.symlink_to("gone.zip")
    listed = run("backup", "list", project)
    assert (listed.code, len(listed.lines)) == (0, 1)
    verified = run("backup", "verify", project)
    assert verified.code == 1
    assert "no such file" in verified.out


def test_without_project_json_and_without_backups_nothing_is_promised_and_a_way_out_is_said(
    run, project
):
    (project / "project.json").unlink()
    for words in (["backup", "list", project], ["check", project]):
        outcome = run(*words)
        assert outcome.code == 1
        assert "There is no backup of it on this computer" in outcome.err
        assert "`hashiya new` makes" in outcome.err
        assert "takes it from a backup" not in outcome.err
