"""What would keep edited labels from being a schema, in words for the one who edits them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotator.model import Attribute, AttributeKind, Label
from ui.i18n import current, isolate


@dataclass(frozen=True, slots=True)
class Fault:
    """``field`` is ``title_en``, ``title_ar``, ``key`` or ``attributes`` of the label at ``place``."""

    place: int
    field: str
    message: str


def faults(labels: Sequence[Label]) -> Iterator[Fault]:
    """Yield every fault, label by label in their order."""
    for place, label in enumerate(labels):
        if not label.title_en:
            yield Fault(
                place,
                "title_en",
                QCoreApplication.translate("Schema", "Please give the label an English name."),
            )
        if not label.title_ar:
            yield Fault(
                place,
                "title_ar",
                QCoreApplication.translate("Schema", "Please give the label an Arabic name."),
            )
        twin = next(
            (other for other in labels[:place] if label.key and other.key == label.key), None
        )
        if twin is not None:
            words = QCoreApplication.translate("Schema", "%1 already has this key.")
            yield Fault(place, "key", words.replace("%1", isolate(twin.title(current()))))
        for message in attribute_faults(label.attributes):
            yield Fault(place, "attributes", message)


def attribute_faults(attributes: Iterable[Attribute]) -> Iterator[str]:
    """Yield in words what attributes lack."""
    for attribute in attributes:
        title = isolate(attribute.title(current()) or attribute.name)
        if not attribute.title_en or not attribute.title_ar:
            yield QCoreApplication.translate(
                "Schema", "Every attribute needs an English and an Arabic name."
            )
        elif attribute.kind == AttributeKind.CHOICE and not attribute.choices:
            words = QCoreApplication.translate(
                "Schema", "Please write the choices of %1, with commas between them."
            )
            yield words.replace("%1", title)


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
