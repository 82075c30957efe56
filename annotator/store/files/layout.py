"""Where everything lies in a project folder. Names on disk are ``[a-z0-9_-]`` only; the names people read are inside."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import ProjectError

ARTICLE_FILE = re.compile(r"([0-9a-f]{12})\.json")
"""The only file names taken for articles and layers: a sync client's conflict copies must never be."""

SHARD = re.compile(r"[0-9a-f]{2}")
"""The folders that articles and layers are spread over, named by the first two digits of their ids."""

RESERVE = "reserve"
"""The name of the file in a journal's folder that is deleted to make room when the disk is full."""

LONGEST_NAME = 80
_PLAIN_NAME = re.compile(r"[a-z0-9_-]{1,32}")
_WINDOWS_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one project. ``annotator`` is always a folder name made by `folder_name`."""

    root: Path

    @property
    def project(self) -> Path:
        return self.root / "project.json"

    @property
    def catalog(self) -> Path:
        return self.root / "catalog.json"

    @property
    def articles(self) -> Path:
        return self.root / "articles"

    @property
    def annotations(self) -> Path:
        return self.root / "annotations"

    @property
    def locks(self) -> Path:
        return self.root / ".locks"

    @property
    def cache(self) -> Path:
        return self.root / ".cache"

    def article(self, article_id: str) -> Path:
        return self.articles / article_id[:2] / f"{article_id}.json"

    def annotator(self, annotator: str) -> Path:
        return self.annotations / annotator

    def annotator_record(self, annotator: str) -> Path:
        return self.annotator(annotator) / "annotator.json"

    def layer(self, annotator: str, article_id: str) -> Path:
        return self.annotator(annotator) / article_id[:2] / f"{article_id}.json"

    @property
    def journals(self) -> Path:
        return self.root / "journal"

    def journal(self, annotator: str, device: str) -> Path:
        """The folder of what one annotator did on one device."""
        return self.journals / f"{annotator}@{device}"

    def guidelines(self, language: str) -> Path:
        if not re.fullmatch(r"[a-z]{2,3}", language):
            raise ProjectError(f"guidelines language {language!r}: use a code such as en or ar")
        return self.root / f"guidelines.{language}.md"

    @property
    def guidelines_history(self) -> Path:
        """The folder of versions that were replaced."""
        return self.root / "guidelines.history"


def annotator_name(name: str) -> str:
    """Return an annotator's name as it is kept: composed (NFC), single spaces. Raises `ProjectError` for an unusable one."""
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    if not tidy:
        raise ProjectError("an annotator needs a name")
    if len(tidy) > LONGEST_NAME:
        raise ProjectError(
            f"annotator name {tidy[:20]!r}... is longer than {LONGEST_NAME} characters: shorten it"
        )
    bad = next((c for c in tidy if unicodedata.category(c) in ("Cc", "Cs")), None)
    if bad is not None:
        raise ProjectError(
            f"annotator name {tidy!r} holds the control character U+{ord(bad):04X}: leave it out"
        )
    return tidy


def folder_name(name: str) -> str:
    """Return the folder of an annotator: the name itself where it is plain, else what is plain of it and a hash.

    The hash keeps ``Sara`` and ``sara`` apart on disks that do not tell capitals from small letters.
    """
    name = annotator_name(name)
    if _PLAIN_NAME.fullmatch(name) and not _WINDOWS_DEVICES.fullmatch(name):
        return name
    readable = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:20] or "annotator"
    return f"{readable}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
