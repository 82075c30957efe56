"""How the view in which gold is decided was divided, and which rows and lanes it showed."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from ui.remembered.window_layout import LARGEST


@dataclass(frozen=True, slots=True)
class ReviewLayout:
    """Lengths in logical pixels, 0 for what was never moved. ``others`` tells whether those who have no vote had lanes. The other fields are those of a `RowFilter`, by its names.

    Names of labels and people belong to the project in which they were chosen; elsewhere they are ignored.
    """

    article: int = 0
    side: int = 0
    rows: int = 0
    decision: int = 0
    states: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    annotators: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    others: bool = False

    def to_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "ReviewLayout":
        """Read a layout; what is absent, of another type or out of all bounds is as it was at first."""
        try:
            stored = json.loads(text)
        except ValueError:
            return cls()
        if not isinstance(stored, dict):
            return cls()
        usual = cls()
        found = {
            one.name: _read(stored.get(one.name), getattr(usual, one.name)) for one in fields(cls)
        }
        return cls(**found)


def _read(value: Any, usual: Any) -> Any:
    if isinstance(usual, bool):
        return value if isinstance(value, bool) else usual
    if isinstance(usual, int):
        return value if type(value) is int and 0 < value <= LARGEST else usual
    is_words = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return tuple(value) if is_words else usual
