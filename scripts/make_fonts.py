"""Make resources/fonts from free fonts of others, the same bytes each time: ``python scripts/make_fonts.py``.

Needs npm, which fetches the originals, and fonttools. What changes is said in resources/fonts/README.md; the names are
ours alone, because Qt takes an installed font before a bundled one of the same family.
"""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "fonts"

_NAMES_KEPT = (0, 5, 8, 9, 11, 12, 13, 14)
"""Entries of the name table: copyright, version, makers and licence. All others say the family, or a trademark."""


@dataclass(frozen=True, slots=True)
class Source:
    """One face as npm has it, and what we call it.

    ``kept`` are ranges of code points; none keeps the whole font. ``heights`` are ascent and descent, in thousandths of
    the font's size, where the font's own would make lines too high for buttons and lists.
    """

    package: str
    member: str
    sha256: str
    family: str
    style: str = "Regular"
    kept: tuple[tuple[int, int], ...] = ()
    heights: tuple[int, int] | None = None

    @property
    def file(self) -> str:
        return f"{self.family.replace(' ', '')}-{self.style}.ttf"


LATIN_GREEK_CYRILLIC = (
    (0x20, 0x52F),
    (0x1E00, 0x214F),
    (0x25CC, 0x25CC),
    (0xFEFF, 0xFEFF),
    (0xFFFC, 0xFFFD),
)
HEBREW = ((0x20, 0x20), (0x590, 0x5FF), (0x25CC, 0x25CC), (0xFB1D, 0xFB4F))
ARROWS_AND_OPERATORS = ((0x2150, 0x22FF), (0x2308, 0x230B), (0x27E6, 0x27EF), (0x2A00, 0x2AFF))
SYMBOLS = ((0x2300, 0x2307), (0x230C, 0x27BF), (0x2900, 0x297F), (0x2B00, 0x2BFF))

SOURCES = (
    Source(
        "@expo-google-fonts/amiri@0.4.1",
        "400Regular/Amiri_400Regular.ttf",
        "d26cd95609ed51b6419e3c7d4a066cb9fac7b73117868622f5b7f03998c68568",
        "Hashiya Naskh",
    ),
    Source(
        "@expo-google-fonts/noto-sans-arabic@0.4.3",
        "400Regular/NotoSansArabic_400Regular.ttf",
        "252629ca0e87b6233851249b8cbf7b43445211a8caf199f1b306a19202251508",
        "Hashiya Sans Arabic",
    ),
    Source(
        "@expo-google-fonts/noto-sans-arabic@0.4.3",
        "700Bold/NotoSansArabic_700Bold.ttf",
        "a86a704ff8b315082f4859b04c2f8f746f4cefb14553ef10505f143e0d4829d3",
        "Hashiya Sans Arabic",
        "Bold",
    ),
    Source(
        "@expo-google-fonts/noto-sans-arabic@0.4.3",
        "400Regular/NotoSansArabic_400Regular.ttf",
        "252629ca0e87b6233851249b8cbf7b43445211a8caf199f1b306a19202251508",
        "Hashiya Window",
        heights=(1_069, 293),
    ),
    Source(
        "@expo-google-fonts/noto-sans@0.4.2",
        "400Regular/NotoSans_400Regular.ttf",
        "fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614",
        "Hashiya Sans",
        kept=LATIN_GREEK_CYRILLIC,
    ),
    Source(
        "@expo-google-fonts/noto-sans-hebrew@0.4.1",
        "400Regular/NotoSansHebrew_400Regular.ttf",
        "e0ee753f09733337b9236221018d4bf71fd6d06c87dd76bbc83120514bc55911",
        "Hashiya Hebrew",
        kept=HEBREW,
    ),
    Source(
        "@expo-google-fonts/noto-sans-math@0.4.2",
        "400Regular/NotoSansMath_400Regular.ttf",
        "b4a1dfdbfa13b4755e5eac20cb25c1d17ed5a745ceb89639595e8cf45a2b1e07",
        "Hashiya Math",
        kept=ARROWS_AND_OPERATORS,
    ),
    Source(
        "@expo-google-fonts/noto-sans-symbols-2@0.4.1",
        "400Regular/NotoSansSymbols2_400Regular.ttf",
        "f67f40c65f929f029827ab37cfdc4897dfd9ae3c28d9e98ba46e0d52e39eb97e",
        "Hashiya Symbols",
        kept=SYMBOLS,
    ),
    Source(
        "@expo-google-fonts/noto-emoji@0.4.7",
        "400Regular/NotoEmoji_400Regular.ttf",
        "24aaa2a20c9c06ffe9bf04284bfd1f14376a329d10122f902abe2770817eb504",
        "Hashiya Emoji",
    ),
)


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for source in SOURCES:
            package = _fetch(source.package, Path(folder))
            original = package / source.member
            found = hashlib.sha256(original.read_bytes()).hexdigest()
            if found != source.sha256:
                sys.exit(f"{source.package}: {source.member} has the SHA-256 {found}, not ours")
            made = TARGET / source.file
            _make(original, source, made)
            licence = (package / "LICENSE_FONT").read_bytes()
            (TARGET / f"{source.family.replace(' ', '')}-OFL.txt").write_bytes(licence)
            print(f"{made.stat().st_size / 1000:7,.0f} kB  {made.relative_to(ROOT)}")


def _fetch(package: str, folder: Path) -> Path:
    """Return the folder of a package of npm, fetched once."""
    place = folder / package.replace("/", "+")
    if not place.exists():
        command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        with tarfile.open(folder / done.stdout.strip()) as archive:
            archive.extractall(place, filter="data")
    return place / "package"


def _make(original: Path, source: Source, target: Path) -> None:
    font = TTFont(original, recalcTimestamp=False)
    if source.kept:
        _keep_only(font, source.kept)
    if source.heights:
        _set_heights(font, *source.heights)
    _rename(font, source.family, source.style)
    font.save(target)


def _keep_only(font: TTFont, ranges: Iterable[tuple[int, int]]) -> None:
    options = Options(
        layout_features=["*"],
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        drop_tables=["DSIG", "MATH"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for low, high in ranges for code in range(low, high + 1)])
    subsetter.subset(font)


def _set_heights(font: TTFont, ascent: int, descent: int) -> None:
    # fontTools reads a table's fields when they are first asked for, and type checkers know none of them
    unit = vars(font["head"])["unitsPerEm"] / 1_000
    up, down = round(ascent * unit), round(descent * unit)
    vars(font["hhea"]).update(ascent=up, descent=-down)
    vars(font["OS/2"]).update(
        sTypoAscender=up, usWinAscent=up, sTypoDescender=-down, usWinDescent=down
    )


def _rename(font: TTFont, family: str, style: str) -> None:
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in _NAMES_KEPT]
    full = f"{family} {style}"
    for number, name in {
        1: family,
        2: style,
        3: f"Hashiya: {full}",
        4: full,
        6: full.replace(" ", "", full.count(" ") - 1).replace(" ", "-"),
        10: "A renamed copy for Hashiya alone: see resources/fonts/README.md of its source.",
    }.items():
        table.setName(name, number, 3, 1, 0x409)
    if "STAT" in font:  # names axes of a variable font, which this is not
        del font["STAT"]


if __name__ == "__main__":
    main()
