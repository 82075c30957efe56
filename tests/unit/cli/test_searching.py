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


def test_an_exact_search_does_not_fold(run, project):
    assert run("search", project, "إتفاقيه", "--exact").out == ""
    assert len(run("search", project, "اتفاقية", "--exact").lines) == 1


def test_an_expression_is_searched(run, project):
    rows = [line.split("\t") for line in run("search", project, r"\d{4}", "--regex").lines]
    assert ["⟦٢٠٢١⟧" in row[3] for row in rows] == [True]


def test_an_expression_that_is_none_is_a_user_error(run, project):
    outcome = run("search", project, "(", "--regex")
    assert outcome.code == 1
    assert "regular expression" in outcome.err


def test_whole_words_leave_parts_of_words_out(run, project):
    assert len(run("search", project, "سلام", "--words", "whole").lines) == 0
    assert len(run("search", project, "السلام", "--words", "whole").lines) == 1


def test_a_query_of_marks_alone_is_refused_with_advice(run, project):
    outcome = run("search", project, "َ")
    assert outcome.code == 1
    assert "--exact" in outcome.err


def test_other_spellings_of_a_name_are_found_too(run, project, tmp_path):
    (tmp_path / "other.txt").write_text("عنوان\n\nزار عبدالله أبوظبي وسورية.", encoding="utf-8")
    assert run("import", project, tmp_path / "other.txt").code == 0
    for query, found in (("عبد الله", "عبدالله"), ("أبو ظبي", "أبوظبي"), ("سوريا", "سورية")):
        [line] = run("search", project, query).lines
        assert f"⟦{found}⟧" in line
