"""Feedback as one page that needs nothing else, in either direction. Every text is escaped and keeps its own direction."""

from html import escape

from annotator.feedback.html_decisions import Decisions
from annotator.feedback.html_numbers import Numbers
from annotator.feedback.pieces import spoken
from annotator.feedback.style import STYLE
from annotator.feedback.values import Feedback
from annotator.feedback.words import LANGUAGES, Words
from annotator.iaa.report import html_parts as parts
from annotator.iaa.report.html_style import STYLE as REPORT_STYLE

FORBIDDEN = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page may load: nothing but its own style."""


def to_html(told: Feedback, language: str = "en") -> str:
    """Return the page in ``en`` or ``ar``."""
    words = LANGUAGES[language]
    numbers, decisions = Numbers(told, words), Decisions(told, words)
    sections = [
        numbers.head(),
        *numbers.accuracy(),
        decisions.rulings(),
        decisions.corrections(),
        _method(told, words),
    ]
    body = "\n".join(section for section in sections if section)
    title = escape(words.title.format(annotator=told.annotator))
    heading = escape(words.title).replace("{annotator}", parts.name(told.annotator))
    return (
        f'<!doctype html>\n<html lang="{words.language}" dir="{words.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{FORBIDDEN}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{REPORT_STYLE}{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{heading}</h1>\n{body}\n</body>\n</html>\n"
    )


def _method(told: Feedback, words: Words) -> str:
    said = words.method_text.format(draws=told.draws, seed=told.seed)
    more = words.in_progress if told.in_progress else words.finished_only
    return parts.section(words.method, "", f"<p>{spoken(f'{said} {more}')}</p>")
