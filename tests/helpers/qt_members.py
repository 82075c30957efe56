"""Finds what hides a member of Qt: an attribute or a method named like one that is no override of it.

``self.size = QSlider()`` in a dialog takes `QWidget.size` away from everybody who asks the dialog how large it is.
"""

import ast
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import Qt
from shiboken6 import Object
from shibokensupport.signature import get_signature

assert Qt  # importing PySide6 is what brings shibokensupport

Definitions = dict[tuple[str, str], ast.ClassDef]


def modules_of(package: ModuleType) -> list[ModuleType]:
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return [importlib.import_module(module.name) for module in found]


def classes_of(modules: Iterable[ModuleType]) -> list[type]:
    """Return the classes that the modules define, those inside others too."""
    found: list[type] = []
    for module in modules:
        waiting = list(vars(module).values())
        while waiting:
            one = waiting.pop()
            if isinstance(one, type) and one.__module__ == module.__name__ and one not in found:
                found.append(one)
                waiting += vars(one).values()
    return found


def hidden_members(modules: Iterable[ModuleType]) -> list[str]:
    """Return what hides a member of Qt, each as ``module.Class.name``, in order."""
    modules = list(modules)
    defined: Definitions = {}
    for module in modules:
        source = Path(module.__file__ or "").read_text(encoding="utf-8")
        for name, node in _definitions(ast.parse(source)):
            defined[module.__name__, name] = node
    found: set[str] = set()
    for one in classes_of(modules):
        qt = next((base for base in one.__mro__ if _is_of_qt(base)), None)
        for part in one.__mro__ if qt is not None else ():
            node = defined.get((part.__module__, part.__qualname__))
            for name in _hiding(node, qt) if node is not None else ():
                found.add(f"{part.__module__}.{part.__qualname__}.{name}")
    return sorted(found)


def _is_of_qt(base: type) -> bool:
    return issubclass(base, Object) and base.__module__.startswith("PySide6.")


def _definitions(tree: ast.AST, outer: str = "") -> Iterator[tuple[str, ast.ClassDef]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef):
            yield f"{outer}{node.name}", node
            yield from _definitions(node, f"{outer}{node.name}.")
        elif isinstance(node, ast.FunctionDef):
            yield from _definitions(node, f"{outer}{node.name}.<locals>.")
        else:
            yield from _definitions(node, outer)


def _hiding(node: ast.ClassDef, qt: type) -> Iterator[str]:
    for name in _attributes(node):
        if not name.startswith("__") and hasattr(qt, name):
            yield name
    for part in node.body:
        if (
            isinstance(part, ast.FunctionDef)
            and not part.name.startswith("__")
            and hasattr(qt, part.name)
            and (part.decorator_list or not _overrides(part, getattr(qt, part.name)))
        ):
            yield part.name


def _attributes(node: ast.ClassDef) -> Iterator[str]:
    """Yield what is assigned in the class's body and to ``self`` in its methods."""
    for part in node.body:
        if isinstance(part, ast.ClassDef):
            yield part.name
        elif isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            me = part.args.args[0].arg if part.args.args else None
            for inner in _walk(part):
                if (
                    isinstance(inner, ast.Attribute)
                    and isinstance(inner.ctx, ast.Store)
                    and isinstance(inner.value, ast.Name)
                    and inner.value.id == me
                ):
                    yield inner.attr
        else:
            for inner in _walk(part):
                if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store):
                    yield inner.id


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """Walk as `ast.walk`, but into no class."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.ClassDef):
            yield from _walk(child)


def _overrides(method: ast.FunctionDef, member: object) -> bool:
    """Tell whether a method takes what one of Qt's overloads is called with."""
    signatures = get_signature(member)
    overloads = signatures if isinstance(signatures, list) else [signatures]
    return any(overload is not None and _fits(method, overload) for overload in overloads)


def _fits(method: ast.FunctionDef, overload: object) -> bool:
    parameters = list(overload.parameters.values())
    needed = sum(one.default is one.empty for one in parameters)
    most = len(method.args.posonlyargs) + len(method.args.args)
    least = most - len(method.args.defaults)
    takes_any = method.args.vararg is not None
    return least <= needed and (most == len(parameters) or takes_any)
