import pytest

from annotator.errors import CancelledError, SearchError
from annotator.search.index import Found, SearchIndex
from annotator.search.query import Query
from tests.helpers.projects import add_texts, make_project

TEXTS = ("قال بوتين إن روسيا وأرمينيا.", "لا شيء هنا.", "زار بوتين أرمينيا، ثم ارمينيا.")


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path / "project", *TEXTS) as project:
        yield project


@pytest.fixture
def index(project):
    index = SearchIndex()
    index.update(project)
    return index


def read(found: Found, index: SearchIndex) -> list[list[str]]:
    """Return what was hit, article by article."""
    return [
        [index[group.article_id].source[start:end] for start, end in group.places]
        for group in found.more(10_000)
    ]


def test_hits_come_in_the_order_of_articles_and_texts(index):
    found = index.search(Query("أرمينيا"))
    assert (found.total, found.articles) == (3, 2)
    assert read(found, index) == [["أرمينيا"], ["أرمينيا", "ارمينيا"]]


def test_hits_are_read_a_page_at_a_time(index):
    found = index.search(Query("ا"))
    pages = []
    while page := found.more(1):
        pages.append(page)
    assert [len(page) for page in pages] == [1, 1, 1]
    assert sum(len(group.places) for page in pages for group in page) == found.total


def test_only_new_articles_are_read_again(project, index, monkeypatch):
    read_ids = []
    article = type(project).article
    monkeypatch.setattr(type(project), "article", lambda self, i: read_ids.append(i) or article(self, i))  # fmt: skip
    [added] = add_texts(project, "أرمينيا وحدها")
    index.update(project)
    assert read_ids == [added]
    assert index.ids()[-1] == added
    assert index.search(Query("أرمينيا")).total == 4


def test_progress_counts_all_articles_and_ends_at_their_number(project):
    seen = []
    SearchIndex().update(project, lambda done, total: seen.append((done, total)))
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_stopped_indexing_keeps_what_it_has_and_goes_on_from_there(project):
    index = SearchIndex()

    def stop_at_two(done: int, _total: int) -> None:
        if done == 2:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        index.update(project, stop_at_two)
    assert len(index) == 2
    assert index.search(Query("بوتين")).total == 1
    index.update(project)
    assert index.search(Query("بوتين")).total == 2


def test_a_damaged_article_is_named_and_the_others_are_searched(project):
    damaged = project.entries()[0].id
    file = project.path / "articles" / damaged[:2] / f"{damaged}.json"
    file.write_text("{", encoding="utf-8")
    index = SearchIndex()
    index.update(project)
    assert list(index.unreadable) == [damaged]
    assert index.search(Query("بوتين")).total == 1


def test_a_search_nobody_waits_for_is_given_up(index):
    def no_longer() -> None:
        raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        index.search(Query("بوتين"), no_longer)


def test_an_expression_that_is_none_is_refused(index):
    with pytest.raises(SearchError):
        index.search(Query("(", regex=True))
