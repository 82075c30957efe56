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
