"""Make annotator/suggest/seed/cldr.tsv, states and towns in Arabic, from the CLDR data that Babel carries.

    uv run --no-project --with babel==2.16.0 scripts/make_seed.py

Babel is needed for this alone: its 34 MB are no part of Hashiya. The data are Unicode's, under the licence that is copied beside them.
"""

import re
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

SEED = Path(__file__).resolve().parents[1] / "annotator" / "suggest" / "seed"

NO_PLACES = {"XA", "XB", "ZZ", "QO"}
"""Codes of territories that are none: for tests, unknown, the rest of Oceania."""

COMMON = {
    "نوم", "ترك", "واك", "سنتر", "استر", "ثيل", "سول", "ماهي", "كناري", "أورال", "جوجو", "سيتا", "كاساي", "فارو", "أبيا", "بلم", "جوني", "لورد هاو", "ديلي", "هوفد",
    "تشيتا", "ترول", "داوسان", "بويس", "حي الأمير السفلي", "مدينة غير معروفة", "المالديف", "نورفولك", "كريسماس", "جامبير", "سالطا", "ميدواي", "ماديرا", "دارون",
}  # fmt: skip
"""Towns that are also common words or first names in Arabic letters, or hardly ever what is meant."""

_IN_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_MARKS = re.compile("[\u064b-\u0652]")


def ways(name: str) -> list[str]:
    """Return a name as news writes it: without marks, and what brackets add to it left out."""
    return [_MARKS.sub("", _IN_BRACKETS.sub("", name)).strip()]


def main() -> None:
    babel: Any = import_module("babel")  # no part of the development tools
    arabic = babel.Locale("ar")
    states = {
        way: "state"
        for code, name in sorted(arabic.territories.items())
        if len(code) == 2 and code not in NO_PLACES
        for way in ways(name)
    }
    towns = {
        way: "town"
        for _, zone in sorted(arabic.time_zones.items())
        if "city" in zone and zone["city"] not in COMMON
        for way in ways(zone["city"])
    }
    rows = sorted((kind, name) for name, kind in {**towns, **states}.items() if "،" not in name)
    lines = [
        f"# States and towns in Arabic, from CLDR as Babel {babel.__version__} carries it; LICENSE.unicode is its licence.",
        "# Made by scripts/make_seed.py.",
        *(f"{kind}\t{name}" for kind, name in rows),
    ]
    (SEED / "cldr.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    licence = files("babel") / "locale-data" / "LICENSE.unicode"
    (SEED / "LICENSE.unicode").write_bytes(licence.read_bytes())


if __name__ == "__main__":
    main()
