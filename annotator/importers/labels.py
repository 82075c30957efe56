"""Labels of a file and those of the project: what is what, what is left out, what is new.

The words of people: ``PER=actor,LOC=-,*=add``, ``add``, a JSON object of the same pairs, or a file that holds one.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import cast

from annotator.errors import OptionError
from annotator.model import Label, Schema
from annotator.model.label_palette import new_label

ADD = "add"
DROP = "-"
"""What a rule says instead of a label: make one of that name, leave its annotations out."""

REST = "*"

_LETTERS = dict(
    pair.split(":")
    for pair in [
        "ا:a",
        "ب:b",
        "ت:t",
        "ث:th",
        "ج:j",
        "ح:h",
        "خ:kh",
        "د:d",
        "ذ:dh",
        "ر:r",
        "ز:z",
        "س:s",
        "ش:sh",
        "ص:s",
        "ض:d",
        "ط:t",
        "ظ:z",
        "ع:a",
        "غ:gh",
        "ف:f",
        "ق:q",
        "ك:k",
        "ل:l",
        "م:m",
        "ن:n",
        "ه:h",
        "و:w",
        "ي:y",
        "ى:a",
        "ة:a",
        "أ:a",
        "آ:a",
        "إ:i",
        "ؤ:w",
        "ئ:y",
        "پ:p",
        "چ:ch",
        "ژ:zh",
        "گ:g",
    ]
)
"""Arabic letters as a machine's name spells them; short, as the title keeps the word itself."""


@dataclass(frozen=True, slots=True)
class LabelRules:
    """What labels of files are here, by name or by a pattern such as ``*`` or ``B-*``; the first that fits counts.

    With ``adds`` whatever no rule names and the project does not have is made.
    """

    pairs: tuple[tuple[str, str], ...] = ()
    adds: bool = False

    @classmethod
    def parse(cls, words: str) -> "LabelRules":
        """Read what people write. Raise `OptionError` naming the part that makes no sense."""
        words = words.strip()
        if words.endswith(".json"):
            words = _read_file(Path(words))
        if words.startswith("{"):
            return cls._of_json(words)
        pairs: list[tuple[str, str]] = []
        adds = False
        for part in filter(None, map(str.strip, words.split(","))):
            if part == ADD:
                adds = True
                continue
            name, equals, target = part.rpartition("=")
            if not equals or not name.strip() or not target.strip():
                raise OptionError(
                    f"labels {part!r} is no pair such as PER=actor, and not add: a label of the file, =, and a label of the "
                    "project, - to leave it out or add to make it"
                )
            pairs.append((name.strip(), target.strip()))
        return cls(tuple(pairs), adds)

    @classmethod
    def _of_json(cls, words: str) -> "LabelRules":
        try:
            value = json.loads(words)
        except ValueError as error:
            raise OptionError(f"labels are no JSON object: {error}") from None
        if not isinstance(value, dict):
            raise OptionError('labels are no JSON object of pairs such as {"PER": "actor"}')
        pairs = cast("dict[str, object]", value)
        for name, target in pairs.items():
            if not isinstance(target, str | None):
                raise OptionError(
                    f"labels: {name!r} is {target!r}, not the name of a label or null"
                )
        return cls(tuple((n, DROP if t in (None, "") else str(t)) for n, t in pairs.items()))

    def to_text(self) -> str:
        """Return the rules as JSON that `parse` reads, whatever is in the names; nothing where there are none."""
        if self.adds:
            return json.dumps({**dict(self.pairs), REST: ADD}, ensure_ascii=False)
        return json.dumps(dict(self.pairs), ensure_ascii=False) if self.pairs else ""

    def target(self, raw: str) -> str | None:
        """Return what the rules say of a label: a name, `ADD`, `DROP`, or None for nothing."""
        exact = next((target for name, target in self.pairs if name == raw), None)
        if exact is not None:
            return exact
        return next((t for name, t in self.pairs if "*" in name and fnmatchcase(raw, name)), None)


NO_RULES = LabelRules()


class Labels:
    """The labels of a project while files are imported into it: those it has, and those the rules make on the way."""

    def __init__(self, schema: Schema, rules: LabelRules = NO_RULES) -> None:
        """Raise `OptionError` where a rule names a label that is neither there nor to be made."""
        self.rules = rules
        self.added: dict[str, Label] = {}
        """The labels made so far, by the names they have in files."""
        self._schema = schema
        self._known: dict[str, str | None] = {}
        for name, target in rules.pairs:
            if target not in (ADD, DROP) and not rules.adds and find(schema, target) is None:
                raise OptionError(
                    f"labels {name}={target}: the project has no label {target!r}, but {', '.join(schema.label_names)}; "
                    "add at the end makes it"
                )

    @property
    def schema(self) -> Schema:
        """The schema with the labels that were made."""
        return replace(self._schema, labels=(*self._schema.labels, *self.added.values()))

    def here(self, raw: str) -> str | None:
        """Return what a label of a file is in the project: its name, `DROP` to leave it out, None for an unknown one."""
        if raw not in self._known:
            self._known[raw] = self._find(raw)
        return self._known[raw]

    def _find(self, raw: str) -> str | None:
        target = self.rules.target(raw)
        if target == DROP:
            return DROP
        wanted = raw if target in (None, ADD) else target
        found = find(self.schema, wanted)
        if found is not None:
            return found.name
        if target is None and not self.rules.adds:
            return None
        made = new_label(self.schema, slug(wanted, self.schema.label_names), wanted)
        self.added[raw] = made
        return made.name


def find(schema: Schema, name: str) -> Label | None:
    """Return the label of that name in small or capital letters, or of that title in either language."""
    by_name = schema.label(name) or schema.label(name.lower())
    titled = [label for label in schema.labels if name in (label.title_en, label.title_ar)]
    return by_name or (titled[0] if len(titled) == 1 else None)


def slug(words: str, taken: Iterable[str]) -> str:
    """Return a name for the machine, ``[a-z][a-z0-9_]*`` of 32 letters at most, that is not among those ``taken``."""
    plain = "".join(_LETTERS.get(c, c) for c in unicodedata.normalize("NFKC", words))
    ascii_ = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "_", ascii_.lower()).strip("_")
    name = (name if re.match("[a-z]", name) else f"label_{name}").rstrip("_")[:32]
    known, number = set(taken), 2
    made = name
    while made in known:
        made = f"{name[: 32 - len(str(number)) - 1]}_{number}"
        number += 1
    return made


def suggest(names: Mapping[str, int], schema: Schema, rules: LabelRules) -> dict[str, str]:
    """Return for each label of files what it would be: by the rules, else the project's own, else `ADD`.

    A label that is to be made and is there by now, as after an import before, is the project's own.
    """
    found: dict[str, str] = {}
    for raw in names:
        target = rules.target(raw)
        known = find(schema, raw if target in (None, ADD) else target)
        found[raw] = DROP if target == DROP else known.name if known else ADD
    return found


def _read_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig").strip()
    except OSError as error:
        raise OptionError(f"labels: {path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise OptionError(f"labels: {path} is not UTF-8: save it as UTF-8") from None
