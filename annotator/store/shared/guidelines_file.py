"""guidelines.en.md, guidelines.ar.md: the project's guidelines as Markdown, which people also write with programs of their own.

What is replaced here is kept before in `guidelines.history/`, so that no version that was ever saved through Hashiya is lost.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import NotSavedError
from annotator.store.files.clock import now
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.files.lock import Lock
from annotator.store.shared.changing import change_text, read_text

_FILE = re.compile(r"guidelines\.[a-z]{2,3}\.md")
_KEPT = re.compile(r"([a-z]{2,3})-(\d{8}T\d{6}Z)(?:-\d+)?\.md")


@dataclass(frozen=True, slots=True)
class EarlierGuidelines:
    """A version that another one has taken the place of, and when that was (UTC, ISO 8601)."""

    replaced_at: str
    text: str


def guidelines_hash(layout: Layout, filesystem: FileSystem) -> str:
    """Return the SHA-256 of all guidelines of the project, one file after the other by name; empty where there are none.

    ``cat guidelines.*.md | sha256sum`` gives the same.
    """
    names = [
        name
        for name in filesystem.names(layout.root)
        if _FILE.fullmatch(name) and not filesystem.is_directory(layout.root / name)
    ]
    if not names:
        return ""
    return hashlib.sha256(b"".join(filesystem.read(layout.root / n) for n in names)).hexdigest()


def all_guidelines(layout: Layout, filesystem: FileSystem) -> dict[str, str]:
    """Return the guidelines by language, the languages in order; those that are empty are left out."""
    names = (name for name in sorted(filesystem.names(layout.root)) if _FILE.fullmatch(name))
    texts = {name.split(".")[1]: read_text(layout.root / name, filesystem) for name in names}
    return {language: text for language, text in texts.items() if text and text.strip()}


def read_guidelines(layout: Layout, language: str, filesystem: FileSystem) -> str | None:
    return read_text(layout.guidelines(language), filesystem)


def change_guidelines(
    layout: Layout,
    language: str,
    change: Callable[[str | None], str],
    filesystem: FileSystem,
    lock: Lock,
) -> None:
    """Change the guidelines as they are on disk now; what was there is kept. Raises `NotSavedError`."""
    path = layout.guidelines(language)

    def carry_out(before: str | None) -> str:
        after = change(before)
        if before is not None and before != after:
            _keep(layout, language, filesystem.read(path), filesystem)
        return after

    change_text(path, carry_out, filesystem, lock)


def keep_guidelines(layout: Layout, language: str, text: str, filesystem: FileSystem) -> None:
    """Keep a text that did not become the guidelines among the earlier versions. Raises `NotSavedError`."""
    _ = layout.guidelines(language)
    _keep(layout, language, text.encode("utf-8"), filesystem)


def earlier_guidelines(
    layout: Layout, language: str, filesystem: FileSystem
) -> tuple[EarlierGuidelines, ...]:
    """Return the versions that were replaced, the newest first."""
    folder = layout.guidelines_history
    found = [(match, name) for name in filesystem.names(folder) if (match := _KEPT.fullmatch(name))]
    return tuple(
        EarlierGuidelines(_iso(match[2]), read_text(folder / name, filesystem) or "")
        for match, name in sorted(found, key=lambda one: (one[0][2], len(one[1]), one[1]))[::-1]
        if match[1] == language
    )


def _keep(layout: Layout, language: str, data: bytes, filesystem: FileSystem) -> None:
    folder = layout.guidelines_history
    at = re.sub(r"[-:]|\.\d+", "", now())
    try:
        filesystem.make_directory(folder)
        filesystem.write_file(_free(folder, f"{language}-{at}", filesystem), data)
        filesystem.sync_directory(folder)
    except OSError as error:
        raise NotSavedError(
            f"what the guidelines were could not be kept in {folder}: {error.strerror or error}. Nothing was changed"
        ) from error


def _free(folder: Path, name: str, filesystem: FileSystem) -> Path:
    path, number = folder / f"{name}.md", 1
    while filesystem.exists(path):
        number += 1
        path = folder / f"{name}-{number}.md"
    return path


def _iso(at: str) -> str:
    return f"{at[:4]}-{at[4:6]}-{at[6:8]}T{at[9:11]}:{at[11:13]}:{at[13:15]}Z"
