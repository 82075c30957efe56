from annotator.importers.base import Imported, Outcome, Refused


class Taken:
    """The layers one file has given so far. The same annotator's layer of the same text is taken once.

    Which of two to believe, a file does not say. A text may come again: with another annotator's layer, or with none.
    """

    def __init__(self) -> None:
        self._where: dict[tuple[str, str], str] = {}

    def once(self, imported: Imported, where: str) -> Outcome:
        keys = [(imported.article.id, layer.annotator) for layer in imported.layers]
        for key in keys:
            if key in self._where:
                before = f"{self._where[key]} already gave {key[1]}'s layer of this very text (article {key[0]})"
                return Refused(where, f"{before}: keep one of them")
        self._where.update(dict.fromkeys(keys, where))
        return imported
