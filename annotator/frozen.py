"""Frozen dataclasses that are made three times as fast, for values of which a project has hundreds of thousands.

A frozen dataclass sets each field through `object.__setattr__`, which looks the field up by its name: that took a fourth of
the time in which a merge is looked at. Its slots can be set directly. All else is as `dataclasses` has it.
"""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from functools import cached_property
from typing import Any, TypeVar, dataclass_transform, overload

_C = TypeVar("_C")
_V = TypeVar("_V")


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(made: type[_C], /) -> type[_C]: ...
@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, order: bool = False, slots: bool = True) -> Callable[[type[_C]], type[_C]]: ...
def frozen(
    made: type[Any] | None = None, /, *, order: bool = False, slots: bool = True
) -> type[Any] | Callable[[type[Any]], type[Any]]:
    """Make a class what ``dataclass(frozen=True, slots=slots, order=order)`` makes of it, every field one of `__init__`."""

    def make(plain: type[Any]) -> type[Any]:
        found = dataclass(frozen=True, slots=slots, order=order)(plain)
        type.__setattr__(found, "__init__", _initialiser(found, slots=slots))
        return found

    return make if made is None else make(made)


def once(function: Callable[[Any], _V]) -> cached_property[_V]:
    """Work out a property when it is first asked for, without the lock that Python 3.11 takes for it.

    Two threads may both work it out: use it where the result is a value.
    """
    return _Once(function)


class _Once(cached_property[_V]):
    def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
        if instance is None:
            return self
        value = instance.__dict__[self.attrname] = self.func(instance)
        return value


def _initialiser(made: type[Any], *, slots: bool) -> Callable[..., None]:
    """Return an `__init__` with the parameters of the one there is."""
    given, known = made.__init__, dict[str, Any](missing=MISSING)
    parameters, lines = ["self"], [] if slots else ["fields = self.__dict__"]
    for one in fields(made):
        name, value = one.name, one.name
        if one.default_factory is not MISSING:
            known[f"new_{name}"] = one.default_factory
            parameters.append(f"{name}=missing")
            value = f"new_{name}() if {name} is missing else {name}"
        elif one.default is not MISSING:
            known[f"default_{name}"] = one.default
            parameters.append(f"{name}=default_{name}")
        else:
            parameters.append(name)
        if slots:
            known[f"set_{name}"] = getattr(made, name).__set__
        lines.append(f"set_{name}(self, {value})" if slots else f"fields[{name!r}] = {value}")
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "".join(f"    {line}\n" for line in lines)
    exec(f"def __init__({', '.join(parameters)}):\n{body}", known)  # as `dataclasses` makes it
    found = known["__init__"]
    found.__qualname__, found.__module__ = given.__qualname__, made.__module__
    found.__annotations__ = given.__annotations__
    return found
