"""How long work tells how far it is, and how it is told to stop."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with (done, total); a total of 0 means unknown. May raise `CancelledError`: then nothing is kept."""


class Counter:
    """Tells a `Progress` of one step after the other."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def step(self) -> None:
        """Say how much is done before the next step. Raises what the progress raises."""
        if self._progress is not None:
            self._progress(self._done, self._total)
        self._done += 1

    def again(self) -> None:
        """Say the same as at the last step: a long one goes on, and may be told to stop."""
        if self._progress is not None:
            self._progress(max(self._done - 1, 0), self._total)

    def finish(self) -> None:
        if self._progress is not None:
            self._progress(self._total, self._total)
