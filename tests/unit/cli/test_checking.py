import os
import shutil

from annotator.project import Project
from tests.helpers.pictures import picture
from tests.helpers.projects import add_texts, put_layer


def test_a_whole_project_has_nothing_wrong(run, project):
    outcome = run("check", project)
    assert outcome.code == 0
    assert "nothing is wrong" in outcome.out


def test_a_damaged_file_is_named_and_changes_the_exit_code(run, project):
    [article, *_] = sorted((project / "articles").rglob("*.json"))
    article.write_bytes(article.read_bytes()[:-40])
    outcome = run("check", project)
    assert outcome.code == 1
    assert [line for line in outcome.lines if line.startswith("error") and article.name in line]


def test_check_writes_nothing(run, project):
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    run("check", project)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_what_could_not_be_mended_is_not_said_to_be_nothing(run, project):
    """A journal that is gone, and no backup has it: the files that are left are whole, and still something is lost."""
    put(project, "قال [بوتين:actor]")
    shutil.rmtree(project / "journal")
    assert run("check", project).code == 1
    mended = run("check", project, "--repair")
    assert mended.code == 1
    assert any(line.startswith("not mended: journal/") for line in mended.lines)
    assert "nothing is wrong" not in mended.out
    assert "what is there is whole, but for what was not mended" in mended.out
    assert (again := run("check", project, "--repair")).code == 0
    assert "nothing is wrong" in again.out


def test_a_project_that_no_backup_can_mend_is_told_so_and_not_to_repair(run, project):
    (project / "project.json").unlink()
    told = run("check", project)
    assert told.code == 1
    assert "There is no backup" in told.err
    assert "--repair" not in told.err + told.out
    assert run("check", project, "--repair").code == 1


def test_a_name_that_is_no_text_is_shown_one_way_everywhere(run, project):
    folder = project.with_name("caf\udce9")
    project.rename(folder)
    os.mkfifo(folder / "p\udce9")
    checked = run("check", folder)
    assert "p\\xe9: no file" in checked.out
    (folder / "project.json").unlink()
    assert "caf\\xe9/project.json" in run("check", folder).out
    assert "caf\\xe9/project.json" in run("backup", "list", folder).err


def put(project, drawing: str) -> None:
    text, layer = picture(drawing)
    with Project.open(project) as opened:
        add_texts(opened, text)
        put_layer(opened, layer)
