"""The articles that were visited, as a browser keeps its pages."""

MOST = 200
"""Steps that can be gone back."""


class Trail:
    """Where somebody was: a line of articles and a place on it. Going somewhere new forgets what was ahead."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._at = -1

    @property
    def current(self) -> str | None:
        return self._ids[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at < len(self._ids) - 1

    def visit(self, article_id: str) -> None:
        """Note that an article was opened; the one where we are already is no step."""
        if article_id == self.current:
            return
        self._ids = [*self._ids[: self._at + 1], article_id][-MOST:]
        self._at = len(self._ids) - 1

    def step(self, direction: int) -> str | None:
        """Go one step back (-1) or forward (1) and return where that is; None at the end."""
        there = self._at + direction
        if not 0 <= there < len(self._ids):
            return None
        self._at = there
        return self._ids[there]

    def forget(self) -> None:
        self._ids, self._at = [], -1
