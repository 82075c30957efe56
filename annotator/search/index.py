"""Search over all articles of a project: folded once, then every query is answered from memory."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from annotator.errors import AnnotatorError, CancelledError
from annotator.model import Article
from annotator.progress import Progress
from annotator.search.folded_text import Place, SearchText
from annotator.search.query import Query, prepare

PUBLISH_EVERY = 250
"""Articles after which what is indexed so far can be searched."""

ASK_EVERY = 64
"""Articles between two looks at whether the search is still wanted."""


class Entry(Protocol):
    @property
    def id(self) -> str: ...


class Articles(Protocol):
    """What is searched: a project, or anything else that lists articles by id and can read each."""

    def entries(self) -> Sequence[Entry]: ...

    def article(self, article_id: str) -> Article: ...


@dataclass(frozen=True, slots=True)
class ArticleHits:
    """The hits in one article, in text order."""

    article_id: str
    places: tuple[Place, ...]


class Found:
    """What a search found: counted at once, located only as far as somebody reads."""

    def __init__(self, counts: Sequence[int], located: Iterator[ArticleHits]) -> None:
        self.total = sum(counts)
        """Hits in all articles together."""
        self.articles = len(counts)
        """Articles with at least one."""
        self._located = located

    def more(self, hits: int = 200) -> list[ArticleHits]:
        """Return the next articles with their hits: as few as hold so many hits; empty after the last."""
        groups: list[ArticleHits] = []
        missing = hits
        while missing > 0 and (group := next(self._located, None)) is not None:
            groups.append(group)
            missing -= len(group.places)
        return groups


class SearchIndex:
    """The folded texts of a project's articles. Filled by one thread while others may search what is there already.

    Holds each text twice, folded and as it is: about 4 bytes a character, 30 MB for 10,000 news articles.
    """

    def __init__(self) -> None:
        self._texts: dict[str, SearchText] = {}
        self._shown: tuple[tuple[str, SearchText], ...] = ()
        self.unreadable: dict[str, str] = {}
        """Articles that could not be read, with the reason, by id."""

    def __len__(self) -> int:
        return len(self._shown)

    def __getitem__(self, article_id: str) -> SearchText:
        return self._texts[article_id]

    def __contains__(self, article_id: str) -> bool:
        return article_id in self._texts

    def ids(self) -> tuple[str, ...]:
        """Return the articles that can be searched, in the order of the project."""
        return tuple(article_id for article_id, _ in self._shown)

    def update(self, project: Articles, progress: Progress | None = None) -> None:
        """Take in what the project has and the index has not, and drop what is gone. Texts never change.

        An article that cannot be read is left out and named in `unreadable`. After a `CancelledError` from
        ``progress`` what was taken in stays.
        """
        entries = project.entries()
        ids = [entry.id for entry in entries]
        known = frozenset(ids)
        self._texts = {key: text for key, text in self._texts.items() if key in known}
        self.unreadable = {}
        missing = [article_id for article_id in ids if article_id not in self._texts]
        done = len(ids) - len(missing)
        try:
            for number, article_id in enumerate(missing):
                if progress is not None:
                    progress(done + number, len(ids))
                self._take(project, article_id)
                if number % PUBLISH_EVERY == PUBLISH_EVERY - 1:
                    self._publish(ids)
        finally:
            self._publish(ids)
        if progress is not None:
            progress(len(ids), len(ids))

    def search(self, query: Query, still_wanted: Callable[[], None] | None = None) -> Found:
        """Find a query in every article, in their order.

        ``still_wanted`` is called now and then and may raise `CancelledError`. Raises `SearchError` for an expression
        that is none or that takes too long.
        """
        matcher = prepare(query)
        counts: list[int] = []
        hits: list[tuple[str, SearchText, list[Place] | None]] = []
        for number, (article_id, text) in enumerate(self._shown):
            if still_wanted is not None and number % ASK_EVERY == 0:
                still_wanted()
            count = matcher.count(text)
            places = matcher.spans(text) if count is None else None
            size = len(places) if places is not None else count
            if size:
                counts.append(size)
                hits.append((article_id, text, places))
        located = (
            ArticleHits(article_id, tuple(matcher.spans(text) if places is None else places))
            for article_id, text, places in hits
        )
        return Found(counts, located)

    def _take(self, project: Articles, article_id: str) -> None:
        try:
            self._texts[article_id] = SearchText(project.article(article_id).text)
        except CancelledError:
            raise
        except AnnotatorError as error:
            self.unreadable[article_id] = str(error)

    def _publish(self, ids: Sequence[str]) -> None:
        texts = self._texts
        self._shown = tuple(
            (article_id, texts[article_id]) for article_id in ids if article_id in texts
        )
