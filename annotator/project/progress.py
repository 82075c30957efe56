from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with (done, total); a total of 0 means unknown. May raise `CancelledError`: then nothing is kept."""
