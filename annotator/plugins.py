"""Formats of other packages: the entry points of a group, each loaded and registered by itself."""

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points


def load(group: str, register: Callable[[object], None]) -> list[str]:
    """Register the value of every entry point of ``group``; return why one was left out, a sentence each.

    Nothing that such a package does wrong keeps the program from working, so whatever it raises is told and no more.
    """
    complaints: list[str] = []
    for point in sorted(entry_points(group=group), key=lambda one: one.name):
        try:
            register(point.load())
        except Exception as error:  # noqa: BLE001 - a stranger's module may raise anything while it is imported
            complaints.append(_complaint(group, point, error))
    return complaints


def _complaint(group: str, point: EntryPoint, error: Exception) -> str:
    owner = point.dist.name if point.dist is not None else "an unknown package"
    return (
        f"the format {point.name} of the package {owner} was left out ({group}, {point.value}): "
        f"{type(error).__name__}: {error}"
    )
