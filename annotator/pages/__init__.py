"""Annotated articles for people to read: a page that needs nothing else, and plain text with tags. Pure functions on the model."""

from annotator.pages.page import Face, Look, article_part, page_end, page_of, page_start
from annotator.pages.tagged_text import tagged_text

__all__ = ["Face", "Look", "article_part", "page_end", "page_of", "page_start", "tagged_text"]
