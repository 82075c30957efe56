"""What the numbers of tags mean: said by hand, in the file itself, or in the files that data sets keep beside it."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from annotator.importers.objects.fields import as_list, as_number, as_object

_BESIDE = ("dataset_info.json", "dataset_infos.json", "README.md", "config.json", "features.json")
_FEATURE = re.compile(r"\s*-?\s*name:\s*['\"]?([^'\"]+?)['\"]?\s*$")
_NAME = re.compile(r"\s*(?:-|['\"]?\d+['\"]?:)\s*(?P<quote>['\"]?)(?P<name>.+?)(?P=quote)\s*$")
_LARGEST = 1 << 22
"""Bytes of such a file that are looked at: a card of a data set is a thousandth of it."""


def said(words: str) -> list[str]:
    """Return the names that somebody wrote, in their order: parted by commas, or in a file that has them."""
    path = Path(words.strip())
    if path.suffix in (".json", ".md", ".txt") and path.is_file():
        return _in_file(path, "") or [
            one.strip() for one in _text(path).splitlines() if one.strip()
        ]
    return [one.strip() for one in words.split(",") if one.strip()]


def beside(path: Path, key: str) -> list[str]:
    """Return the names of the tags under ``key`` from a file beside ``path`` or in the folder above; none where none says."""
    for folder in (path.resolve().parent, path.resolve().parent.parent):
        for name in _BESIDE:
            found = _in_file(folder / name, key)
            if found:
                return found
    return []


def names_in(features: object, key: str) -> list[str]:
    """Return the names among the features of a data set, as ``dataset_info.json`` and the viewer of data sets have them."""
    keys = as_object(features)
    if keys is not None:
        ids = as_object(keys.get("id2label"))
        if ids is not None:
            return _ordered(ids)
        of_key = keys.get(key) if key else None
        found = _any_names(of_key) if of_key is not None else []
        if found or (keys.get("name") == key and (found := _any_names(keys))):
            return found
        parts = list(keys.values())
    else:
        parts = as_list(features) or []
    found = next((names for part in parts if (names := names_in(part, key))), list[str]())
    return found or ([] if key else _any_names(features))


def _any_names(value: object) -> list[str]:
    keys = as_object(value)
    names = as_list(keys.get("names")) if keys is not None else None
    if names is not None and all(isinstance(name, str) for name in names):
        return [str(name) for name in names]
    listed = as_object(keys.get("names")) if keys is not None else None
    if listed is not None:
        return _ordered(listed)
    parts = keys.values() if keys is not None else as_list(value) or ()
    return next((found for part in parts if (found := _any_names(part))), list[str]())


def _ordered(names: Mapping[str, object]) -> list[str]:
    by_number = {int(n): str(name) for n, name in names.items() if n.isdecimal()}
    return (
        [by_number[n] for n in sorted(by_number)]
        if sorted(by_number) == list(range(len(by_number)))
        else []
    )


def _in_file(path: Path, key: str) -> list[str]:
    text = _text(path)
    if path.suffix != ".json":
        return _in_card(text, key)
    try:
        return names_in(json.loads(text), key)
    except (ValueError, RecursionError):
        return []


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8-sig", "replace")
    except OSError:
        return ""


def _in_card(text: str, key: str) -> list[str]:
    """Return the names of a feature out of the YAML that a card of a data set begins with."""
    if not text.startswith("---"):
        return []
    found, feature, depth = list[str](), "", -1
    for line in text.split("\n---", 1)[0].splitlines():
        indent = len(line) - len(line.lstrip())
        named = _NAME.fullmatch(line)
        if depth >= 0 and line.strip():
            if indent >= depth and named is not None and _FEATURE.fullmatch(line) is None:
                found.append(named["name"])
                continue
            if found:
                return found
            depth = -1
        if is_feature := _FEATURE.fullmatch(line):
            feature = is_feature[1]
        elif line.strip() == "names:" and key in ("", feature):
            depth = indent
    return found


def numbers(tags: list[object]) -> bool:
    """Tell whether tags are numbers, which names belong to."""
    return bool(tags) and all(as_number(tag) is not None for tag in tags)
