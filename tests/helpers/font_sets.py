"""Sets of installed fonts for a process to see: nothing, DejaVu alone, or what a Linux desktop has."""

import os
from pathlib import Path

FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
)

NEEDED = {
    "none": (),
    "dejavu": ("DejaVuSans.ttf",),
    "noto-core": (
        "NotoSansArabic-Regular.ttf",
        "NotoSans-Regular.ttf",
        "NotoSansHebrew-Regular.ttf",
    ),
}
"""The fonts whose folders make up a set."""

DEBIAN = {"dejavu": "fonts-dejavu-core", "noto-core": "fonts-noto-core"}

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
</fontconfig>
"""


def configure(name: str, folder: Path) -> dict[str, str]:
    """Return an environment whose processes see the fonts of a set only; ``folder`` is for fontconfig's files.

    Raises AssertionError, which says what to install, where the set's fonts are not on this machine.
    """
    shown = sorted({_find(file, name).parent for file in NEEDED[name]})
    file = folder / "fonts.conf"
    text = _CONFIGURATION.format(
        folders="\n".join(f"<dir>{path}</dir>" for path in shown), cache=folder / "cache"
    )
    file.write_text(text, encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(file)}


def _find(file: str, name: str) -> Path:
    own = os.environ.get("HASHIYA_TEST_FONTS")
    for folder in (*([Path(own).resolve()] if own else []), *FOLDERS):
        found = next(folder.rglob(file), None)
        if found:
            return found
    raise AssertionError(
        f"{file} is not on this machine, so the article cannot be tested among the fonts “{name}”. Install the "
        f"package {DEBIAN[name]} (Debian, Ubuntu), or unpack it anywhere and name the folder in HASHIYA_TEST_FONTS."
    )
