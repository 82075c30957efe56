"""JSON lines and JSON arrays of articles: the good ones are taken, each bad one is refused by itself."""

from collections.abc import Iterator
from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.importers.base import ImportOptions, Outcome, Refused
from annotator.importers.duplicates import Taken
from annotator.importers.files import explain
from annotator.importers.interchange import read_article
from annotator.importers.json_values import Broken, read_values


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield every article of the file in order, and a `Refused` for every line or item that is none.

    The same annotator's layer of the same text is taken once: which of two to believe, the file does not say.
    """
    taken = Taken()
    try:
        for item in read_values(path):
            if isinstance(item, Broken):
                yield Refused(item.where, item.reason)
                continue
            try:
                imported = read_article(item.value, options, suspect=item.suspect)
            except AnnotatorError as error:
                yield Refused(item.where, str(error))
                continue
            yield taken.once(imported, item.where)
    except OSError as error:
        yield Refused(str(path), explain(error))
