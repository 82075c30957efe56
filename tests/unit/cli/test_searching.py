from annotator.project import Project


def test_search_finds_words_however_they_are_spelled(run, project):
    outcome = run("search", project, "إتفاقيه")
    assert outcome.code == 0
    [row] = [line.split("\t") for line in outcome.lines]
    article, start, end, context = row
    with Project.open(project, read_only=True) as opened:
        assert opened.article(article).text[int(start) : int(end)] == "اتفاقية"
    assert "⟦اتفاقية⟧ السلام مهمة." in context


def test_every_hit_in_every_article_is_a_line(run, project):
    rows = [line.split("\t") for line in run("search", project, "علييف").lines]
    assert [len(row) for row in rows] == [4, 4, 4]
    assert len({row[0] for row in rows}) == 2


def test_searching_in_vain_says_so_beside_an_empty_result(run, project):
    outcome = run("search", project, "باريس")
    assert (outcome.code, outcome.out) == (0, "")
    assert "باريس" in outcome.err


def test_a_text_cannot_drive_the_terminal(run, project, tmp_path):
    (tmp_path / "escape.txt").write_text("عنوان\n\nكلمة \x1b[31m حمراء\n", encoding="utf-8")
    assert run("import", project, tmp_path / "escape.txt").code == 0
    [line] = run("search", project, "حمراء").lines
    assert "\x1b" not in line
    assert "\ufffd[31m" in line
