"""The labelling interface of Label Studio for what an export holds: XML with a control for each kind of answer."""

import re
from xml.sax.saxutils import quoteattr

from annotator.errors import ExportFailure
from annotator.model import AttributeKind, Schema

TEXT, REGION, ZONE, NOTE = "text", "label", "zone", "note"
"""Names of controls, and of the text that they are about."""

RESERVED = (TEXT, REGION, ZONE, NOTE, "comment")
PREFIX = "value."
"""Stands before the name of an attribute that is called like a control."""

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Interface:
    """What the tasks of one export ask for, collected while they are written."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self.labels: dict[str, None] = dict.fromkeys(schema.label_names)
        self.relations: dict[str, None] = dict.fromkeys(one.name for one in schema.relations)
        self.zones: dict[str, None] = {}
        self.has_notes = False
        self._choices: dict[str, dict[str, None]] = {}
        self._texts: dict[str, None] = {}
        for label in schema.labels:
            for attribute in label.attributes:
                name = control_of(attribute.name)
                if attribute.kind == AttributeKind.CHOICE and name not in self._texts:
                    self._choices.setdefault(name, {}).update(dict.fromkeys(attribute.choices))
                elif name not in self._choices:
                    self._texts[name] = None

    def control(self, label: str, attribute: str, value: str) -> tuple[str, bool]:
        """Return the name of the control that has a value, and whether it is a choice; what it lacks is added."""
        name = control_of(attribute)
        if name in self._choices:
            self._choices[name][value] = None
            return name, True
        self._texts[name] = None
        return name, False

    def xml(self) -> str:
        """Return the interface. Raise `ExportFailure` for a name with a character that XML cannot hold."""
        lines = ["<View>", f'  <Labels name="{REGION}" toName="{TEXT}">']
        lines += [self._label(name) for name in self.labels]
        lines.append("  </Labels>")
        if self.zones:
            kinds = [f"    <Label value={_quoted(kind)}/>" for kind in self.zones]
            lines += [f'  <Labels name="{ZONE}" toName="{TEXT}">', *kinds, "  </Labels>"]
        if self.relations:
            kinds = [f"    <Relation value={_quoted(kind)}/>" for kind in self.relations]
            lines += ["  <Relations>", *kinds, "  </Relations>"]
        lines.append(f'  <Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>')
        for name, choices in self._choices.items():
            kinds = [f"    <Choice value={_quoted(choice)}/>" for choice in choices]
            lines += [
                f'  <Choices name={_quoted(name)} toName="{TEXT}" perRegion="true">',
                *kinds,
                "  </Choices>",
            ]
        for name in (*self._texts, *([NOTE] if self.has_notes else [])):
            lines.append(
                f'  <TextArea name={_quoted(name)} toName="{TEXT}" perRegion="true" editable="true"/>'
            )
        return "\n".join([*lines, "</View>"]) + "\n"

    def _label(self, name: str) -> str:
        known = self._schema.label(name)
        colour = f' background="{known.colours.line_light}"' if known is not None else ""
        key = f" hotkey={_quoted(known.key)}" if known is not None and known.key else ""
        return f"    <Label value={_quoted(name)}{colour}{key}/>"


def control_of(attribute: str) -> str:
    """Return the name of the control for an attribute, which is not that of another kind of answer."""
    return (
        PREFIX + attribute if attribute in RESERVED or attribute.startswith(PREFIX) else attribute
    )


def _quoted(words: str) -> str:
    found = _FORBIDDEN.search(words)
    if found is not None:
        raise ExportFailure(
            f"U+{ord(found.group()):04X} at character {found.start() + 1} of {words!r} cannot be in the labelling interface "
            "(XML): take it out of that label, value or kind"
        )
    return quoteattr(words)
