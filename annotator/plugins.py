"""Formats of other packages: the entry points of a group, each loaded and registered by itself."""

from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar

Format = TypeVar("Format")


class Plugins(Generic[Format]):
    """The formats that other packages add to one group of entry points. None takes the name of another."""

    def __init__(self, group: str, kind: type[Format], register: Callable[[Format], None]) -> None:
        self.group = group
        self._kind = kind
        self._register = register
        self._complaints: tuple[str, ...] | None = None
        self.added: list[Format] = []
        """What other packages have registered, as far as they are loaded."""

    def load(self) -> tuple[str, ...]:
        """Register the value of every entry point, once; return why one was left out, a sentence each.

        Nothing that such a package does wrong keeps the program from working, so whatever it raises is told and no more.
        """
        if self._complaints is None:
            self._complaints = tuple(self._load())
        return self._complaints

    def _load(self) -> Iterator[str]:
        for point in sorted(entry_points(group=self.group), key=lambda one: one.name):
            try:
                value = point.load()
                if not isinstance(value, self._kind):
                    raise TypeError(f"it is {value!r}, and no {self._kind.__name__}")
                self._register(value)
                self.added.append(value)
            except Exception as error:  # noqa: BLE001 - a stranger's module may raise anything while it is imported
                yield _complaint(self.group, point, error)


def _complaint(group: str, point: EntryPoint, error: Exception) -> str:
    owner = point.dist.name if point.dist is not None else "an unknown package"
    return (
        f"the format {point.name} of the package {owner} was left out ({group}, {point.value}): "
        f"{type(error).__name__}: {error}"
    )
