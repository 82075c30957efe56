"""What importers of other programs' JSON share: one value after the other, the text of an article, and its name there."""

from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.errors import AnnotatorError, ImportFailure
from annotator.importers.base import Imported, ImportOptions, Noted, Outcome, Refused, Taken
from annotator.importers.common_options import ANNOTATOR
from annotator.importers.drafting import ArticleDraft
from annotator.importers.files import explain
from annotator.importers.objects.fields import Fields, refuse_surrogates
from annotator.importers.objects.interchange import ORIGINAL_ID
from annotator.importers.objects.json_values import Broken, Value, read_values
from annotator.importers.objects.metadata import foreign_article

Make = Callable[[Value], Imported | None]

TEXT_KEYS = ("text", "content", "data", "body", "sentence", "document")
"""Where programs keep the text of an article; the first of them that is there counts."""


class StopReadingError(ImportFailure):
    """What makes a whole file unreadable; it is said once."""


def read_each(path: Path, make: Make, *, is_rows: bool = False) -> Iterator[Outcome]:
    """Yield what ``make`` makes of each value of a file, lines or an array; None is passed over.

    ``make`` raises an `AnnotatorError` for a value that cannot be an article. Raises nothing itself.
    """
    taken = Taken()
    try:
        for item in read_values(path, is_whole=True, is_rows=is_rows):
            if isinstance(item, Broken):
                yield Refused(item.where, item.reason)
                continue
            try:
                if item.suspect:
                    refuse_surrogates(item.value)
                imported = make(item)
            except StopReadingError as error:
                yield Refused(path.name, str(error))
                return
            except AnnotatorError as error:
                yield Refused(item.where, str(error))
            else:
                if imported is not None:
                    yield taken.once(imported, item.where)
    except OSError as error:
        yield Refused(str(path), explain(error))


def counted(number: int, words: str) -> Iterator[Noted]:
    """Yield a note of how often something was met, where it was: ``passed over 3 row(s) that were rejected``."""
    if number:
        yield Noted(words.format(number))


def take_text(fields: Fields, key: str | None) -> str:
    """Take the text from under ``key``, a usual key or the only one that has any; raise `ImportFailure` naming the keys."""
    texts = [name for name, value in fields.rest.items() if isinstance(value, str)]
    if key is not None:
        found = key if key in texts else None
    else:
        usual = [name for name in TEXT_KEYS if name in texts]
        found = next(iter(usual), texts[0] if len(texts) == 1 else None)
    if found is None:
        there = ", ".join(map(str, fields.rest)) or "nothing"
        raise ImportFailure(
            f"{fields.what} has no text under {key or 'text'!r}, but {there}: name the key (--text-key)"
        )
    return fields.text(found)


def finish(draft: ArticleDraft, fields: Fields, options: ImportOptions) -> Imported:
    """Return the article of a draft with what is left of ``fields`` as its metadata, another program's id among it."""
    given = fields.peek("id")
    if given is not None:
        fields.drop("id")
        if str(given) != draft.id:
            fields.rest.setdefault(ORIGINAL_ID, given if isinstance(given, str) else str(given))
    article, notes = foreign_article(fields, draft.text, options)
    draft.notes += notes
    return draft.finish(article)


def annotator_of(options: ImportOptions, *names: object) -> str:
    """Return the first of what a file calls an annotator, else who was named.

    A number is a name too. Raise `ImportFailure` where nobody is named.
    """
    for name in names:
        if isinstance(name, str) and name.strip():
            return name.strip()
        if isinstance(name, int) and not isinstance(name, bool):
            return str(name)
    given = options.own.optional_text(ANNOTATOR.name)
    if given is None:
        raise ImportFailure(
            "the file does not say who annotated it: name the annotator (--annotator on the command line)"
        )
    return given
