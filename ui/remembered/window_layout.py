"""How the parts of the window were divided, in words that fit every screen and both reading directions."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

LARGEST = 4_000
"""Logical pixels beyond which a stored width or height is no wish but damage."""


@dataclass(frozen=True, slots=True)
class WindowLayout:
    """What is open, and how large; lengths in logical pixels.

    The list of articles has two wishes: one for a wide window, and one for a window in which it closes by itself
    (`ui.frame.panes.NARROW`). Leading and trailing are no left and right: a window turned to Arabic keeps its layout.
    """

    articles_width: int = 214
    articles_open: bool = True
    articles_open_narrow: bool = False
    side_width: int = 310
    side_open: bool = True
    page: str = "annotations"
    """The page of the side panel that is in front."""
    bottom_height: int = 220

    def to_text(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> "WindowLayout":
        """Read a layout; what is absent, of another type or out of all bounds is as in a new window."""
        try:
            stored = json.loads(text)
        except ValueError:
            return cls()
        if not isinstance(stored, dict):
            return cls()
        usual = cls()
        kept = {
            field.name: stored[field.name]
            for field in fields(cls)
            if _is_like(stored.get(field.name), getattr(usual, field.name))
        }
        return cls(**kept)


def _is_like(value: Any, usual: object) -> bool:
    if type(value) is not type(usual):
        return False
    return not isinstance(value, int) or isinstance(value, bool) or 0 < value <= LARGEST
