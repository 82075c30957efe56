"""What becomes of an error that the user can act on: a short message where it is about the moment, else a box to read."""

from collections.abc import Callable
from typing import ParamSpec

from PySide6.QtWidgets import QWidget

from annotator.errors import (
    AnnotatorError,
    ExportFailure,
    ImportFailure,
    ProjectError,
    ReadOnlyError,
    SchemaError,
    TextError,
)

Arguments = ParamSpec("Arguments")

_ABOUT_FILES = (ProjectError, ImportFailure, ExportFailure, TextError, SchemaError)
"""They need reading, advice, and a copy for whoever helps."""


class Guard:
    """Stands around what the user starts. What it does not catch is a bug and reaches the crash dialog."""

    def __init__(
        self, parent: Callable[[], QWidget], say: Callable[[str], object] | None = None
    ) -> None:
        """``parent`` gives the window that a box belongs to; ``say`` shows a short message, if there is a place for one."""
        self._parent = parent
        self._say = say

    def attempt(self, run: Callable[[], object]) -> None:
        try:
            run()
        except AnnotatorError as error:
            self.explain(error)

    def slot(self, run: Callable[Arguments, object]) -> Callable[Arguments, None]:
        """Return ``run`` as a slot that explains what it raises."""

        def guarded(*arguments: Arguments.args, **named: Arguments.kwargs) -> None:
            self.attempt(lambda: run(*arguments, **named))

        return guarded

    def explain(self, error: AnnotatorError) -> None:
        is_grave = isinstance(error, _ABOUT_FILES) and not isinstance(error, ReadOnlyError)
        if is_grave or self._say is None:
            from ui.dialogs.errors.error_box import show_error

            show_error(self._parent(), error)
        else:
            from ui.wording.error_words import short

            self._say(short(error))
