"""What a look at files found, in words: a file a line, with how its text begins and what would be lost under it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from annotator.project import formats
from ui import i18n
from ui.i18n import isolate

_SAMPLED = 5
"""Files of which each shows how its text begins and all its warnings; of more, a line and a warning each have to do."""

_INDENT = "    "


class SeenWords(QObject):
    """Speaks the language that the window has when it is asked."""

    def lines(self, look: formats.Look) -> Iterator[str]:
        has_samples = len(look.files) <= _SAMPLED
        for file in look.files:
            yield from self._of(file, has_sample=has_samples)

    def _of(self, file: formats.Seen, *, has_sample: bool) -> Iterator[str]:
        """Yield what a file is taken for and holds, or why it is not read; nothing where that goes without saying."""
        name = isolate(file.path.name)
        if file.looks_like is not None:
            words = self.tr("%1 looks like %2, which cannot be read yet: it would be refused.")
            yield words.replace("%1", name).replace("%2", file.looks_like.to(i18n.current()))
        elif file.taken_for is None:
            if file.why_not:
                yield f"{name}: {isolate(file.why_not)}"
        else:
            yield " · ".join((f"{name}: {file.taken_for.to(i18n.current())}", *self._counts(file)))
            if has_sample and file.sample:
                yield f"{_INDENT}{isolate(file.sample)}"
            warnings = file.warnings if has_sample else file.warnings[:1]
            yield from (f"{_INDENT}⚠ {isolate(warning)}" for warning in warnings)

    def _counts(self, file: formats.Seen) -> Iterator[str]:
        if not file.articles:
            return
        if file.is_all:
            yield self.tr("%Ln article(s)", "", file.articles)
        else:
            yield self.tr("the first %Ln article(s)", "", file.articles)
        if file.annotations:
            yield self.tr("%Ln annotation(s)", "", file.annotations)
