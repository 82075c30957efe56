"""What brat is told of a project: the kinds of annotations, and how they are drawn."""

import re
from collections.abc import Iterable

from annotator.model import Schema
from annotator.model.schema import AttributeKind

OWN = "# Hashiya: notes of the form name=value are values of "
"""By this line our import knows its own files. The names follow, parted by commas."""

_PLAIN = re.compile(r"[^\s|,:;\[\]]+")
"""A choice that can stand in a list of brat's."""


def escape(words: str, also: str = "") -> str:
    r"""Return words as one line that every reader leaves whole: ``\n``, ``\\``, and ``\u2028`` for what may end a line."""

    def written(character: str) -> str:
        if character in "\\\n":
            return {"\\": "\\\\", "\n": "\\n"}[character]
        is_control = character < " " or "\x7f" <= character <= "\x9f" or character in "\u2028\u2029"
        return f"\\u{ord(character):04x}" if is_control or character in also else character

    return "".join(map(written, words))


def chosen_values(schema: Schema) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the choices of each label and attribute that brat can offer."""
    return {
        (label.name, attribute.name): attribute.choices
        for label in schema.labels
        for attribute in label.attributes
        if attribute.kind == AttributeKind.CHOICE and all(map(_PLAIN.fullmatch, attribute.choices))
    }


def annotation_conf(schema: Schema, names: Iterable[str]) -> str:
    """Return ``annotation.conf``; ``names`` are those of the values that are written."""
    offered: dict[str, tuple[list[str], list[str]]] = {}
    for (label, name), choices in chosen_values(schema).items():
        labels, all_choices = offered.setdefault(name, ([], []))
        labels.append(label)
        all_choices += [choice for choice in choices if choice not in all_choices]
    lines = [
        OWN + ", ".join(escape(name, "=,") for name in sorted(names)),
        "[entities]",
        *schema.label_names,
        "[relations]",
        *(f"{one.name}\tArg1:{one.head}, Arg2:{one.dependent}" for one in schema.relations),
        "[events]",
        "[attributes]",
        *(
            f"{name}\tArg:{'|'.join(labels)}, Value:{'|'.join(choices)}"
            for name, (labels, choices) in offered.items()
        ),
    ]
    return "".join(f"{line}\n" for line in lines)


def visual_conf(schema: Schema) -> str:
    """Return ``visual.conf``: titles in Arabic, the colours of a light page."""
    titled = [(one.name, one.title_ar or one.title_en) for one in schema.labels]
    titled += [(one.name, one.title_ar or one.title_en) for one in schema.relations]
    lines = [
        "[labels]",
        *(
            f"{name} | {' '.join(title.replace('|', '/').split())}"
            for name, title in titled
            if title
        ),
        "[drawing]",
        "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken",
        "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5",
        *(
            f"{one.name}\tfgColor:black, bgColor:{one.colours.tint_light}, borderColor:{one.colours.line_light}"
            for one in schema.labels
        ),
    ]
    return "".join(f"{line}\n" for line in lines)
