"""What suggesting needs of one article's text, worked out once and kept while the article is at hand."""

from collections.abc import Sequence
from functools import cached_property

from annotator.model import Article, Span
from annotator.suggest.grammars import rules
from annotator.suggest.grammars.rules import FoundDate
from annotator.suggest.learning import features
from annotator.suggest.token_text import TokenText
from annotator.suggest.values import Found


class Reading:
    """The text of an article in words, its dates, agreements and quotations. A value: safe to share between threads."""

    def __init__(self, article: Article, text: TokenText | None = None) -> None:
        self.article = article
        self.text = text or TokenText(article.text)
        self._quotes: dict[tuple[Span, ...], Sequence[Found]] = {}

    @cached_property
    def features(self) -> features.Features:
        return features.of_text(self.text)

    @cached_property
    def dates(self) -> Sequence[FoundDate]:
        return rules.find_dates(self.article.text, self.article.published)

    @cached_property
    def agreements(self) -> Sequence[Found]:
        return rules.find_agreements(self.text)

    @cached_property
    def announced(self) -> Sequence[Found]:
        return rules.find_announced(self.text)

    def quotes(self, regions: tuple[Span, ...]) -> Sequence[Found]:
        """Return the quotations outside of what is out of scope."""
        if regions not in self._quotes:
            self._quotes = {regions: rules.find_quotes(self.article.text, regions)}
        return self._quotes[regions]
