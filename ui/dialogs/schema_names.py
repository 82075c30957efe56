"""Plain machine names made from what people read."""

import re
from collections.abc import Iterable


def free_name(title: str, taken: Iterable[str], otherwise: str) -> str:
    """Return a name for files and columns that is not taken: from the English title, else ``otherwise`` with a number."""
    used = set(taken)
    base = (
        re.sub(r"[^a-z0-9]+", "_", title.casefold())
        .strip("_")
        .lstrip("0123456789_")[:28]
        .rstrip("_")
    )
    base = base or otherwise
    if base not in used:
        return base
    return next(name for n in range(2, len(used) + 3) if (name := f"{base}_{n}") not in used)
