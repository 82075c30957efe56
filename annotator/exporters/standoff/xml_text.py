"""What XML 1.0 can hold of what texts and notes hold."""

import re

from annotator.errors import ExportFailure
from annotator.model import Article, Layer
from annotator.text import decoding

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def refuse_forbidden(article: Article, layers: tuple[Layer, ...], format_name: str) -> None:
    """Raise `ExportFailure` with the place of the first character that XML cannot hold in any spelling."""
    if found := _FORBIDDEN.search(article.text):
        place = decoding.place(article.text, found.start())
        raise _failure(found, f"the text of {_named(article)} has it at {place}", format_name)
    said = {"title": article.title, "source": article.source or "", "address": article.url or ""}
    for what, words in (*said.items(), *article.fields.items()):
        if found := _FORBIDDEN.search(words):
            raise _failure(found, f"the {what} of {_named(article)} has it", format_name)
    for layer in layers:
        for annotation in layer.in_order:
            for what, words in (*annotation.attributes.items(), ("note", annotation.note)):
                if found := _FORBIDDEN.search(words):
                    where = f"[{annotation.start}, {annotation.end}) in {layer.annotator}'s layer of {_named(article)}"
                    raise _failure(found, f"{what} of {where} has it", format_name)
        for zone in layer.zones:
            if found := _FORBIDDEN.search(zone.kind):
                raise _failure(found, f"a zone's kind in {_named(article)} has it", format_name)


def _failure(found: re.Match[str], where: str, format_name: str) -> ExportFailure:
    return ExportFailure(
        f"{format_name} is XML, which cannot hold U+{ord(found.group()):04X}: {where}; take the character out, leave the "
        "article out, or export as JSON"
    )


def _named(article: Article) -> str:
    return f"article {article.id}"
