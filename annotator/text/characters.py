"""What a character is, in words: for the inspector, which shows the invisible and names what stands at the caret."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

import regex

from annotator.text import graphemes


class Kind(StrEnum):
    """What a character does on the page."""

    LETTER = "letter"
    MARK = "mark"
    DIGIT = "digit"
    SIGN = "sign"  # punctuation and symbols
    SPACE = "space"
    LINE_END = "line end"
    DIRECTION = "direction"  # invisible, changes the order of what stands around it
    JOINING = "joining"  # invisible or stretching, changes how letters join
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Character:
    """One code point: how Unicode writes and names it, and the short names people use.

    ``sign`` is a visible stand-in for what cannot be seen, empty for everything that can.
    """

    text: str
    code_point: str
    name: str
    kind: Kind
    short_en: str
    short_ar: str
    sign: str = ""

    @property
    def is_invisible(self) -> bool:
        return bool(self.sign)

    def short(self, language: str) -> str:
        return self.short_ar if language.startswith("ar") else self.short_en


# character: (English, Arabic, visible sign, kind)
_INVISIBLE: dict[str, tuple[str, str, str, Kind]] = {
    "\t": ("tab", "علامة جدولة", "⇥", Kind.SPACE),
    "\n": ("line end", "نهاية سطر", "¶", Kind.LINE_END),
    "\r": ("carriage return", "رجوع إلى أول السطر", "␍", Kind.LINE_END),
    "\u0085": ("next line", "سطر تال", "␤", Kind.LINE_END),
    "\u2028": ("line separator", "فاصل أسطر", "␤", Kind.LINE_END),
    "\u2029": ("paragraph separator", "فاصل فقرات", "¶", Kind.LINE_END),
    " ": ("space", "مسافة", "·", Kind.SPACE),
    "\u00a0": ("no-break space (NBSP)", "مسافة لا تنكسر (NBSP)", "°", Kind.SPACE),
    "\u202f": ("narrow no-break space", "مسافة ضيقة لا تنكسر", "°", Kind.SPACE),
    "\u2009": ("thin space", "مسافة رفيعة", "·", Kind.SPACE),
    "\u2003": ("em space", "مسافة عريضة", "·", Kind.SPACE),
    "\u200b": ("zero-width space", "مسافة صفرية العرض", "╎", Kind.JOINING),
    "\u200c": ("zero-width non-joiner (ZWNJ)", "فاصل صفري العرض (ZWNJ)", "⌶", Kind.JOINING),
    "\u200d": ("zero-width joiner (ZWJ)", "واصل صفري العرض (ZWJ)", "⁀", Kind.JOINING),
    "\u2060": ("word joiner", "واصل كلمات", "⁀", Kind.JOINING),
    "\u034f": ("combining grapheme joiner", "واصل علامات", "⁀", Kind.JOINING),
    "\u00ad": ("soft hyphen", "واصلة اختيارية", "¬", Kind.JOINING),
    "\ufeff": ("byte order mark (BOM)", "علامة ترتيب البايتات (BOM)", "⍰", Kind.CONTROL),
    "\u200e": ("left-to-right mark (LRM)", "علامة من اليسار إلى اليمين (LRM)", "→", Kind.DIRECTION),
    "\u200f": ("right-to-left mark (RLM)", "علامة من اليمين إلى اليسار (RLM)", "←", Kind.DIRECTION),
    "\u061c": ("Arabic letter mark (ALM)", "علامة حرف عربي (ALM)", "⇐", Kind.DIRECTION),
    "\u202a": (
        "left-to-right embedding (LRE)",
        "تضمين من اليسار إلى اليمين (LRE)",
        "⇥",
        Kind.DIRECTION,
    ),
    "\u202b": (
        "right-to-left embedding (RLE)",
        "تضمين من اليمين إلى اليسار (RLE)",
        "⇤",
        Kind.DIRECTION,
    ),
    "\u202c": ("pop directional formatting (PDF)", "نهاية التضمين (PDF)", "↥", Kind.DIRECTION),
    "\u202d": ("left-to-right override (LRO)", "فرض اليسار إلى اليمين (LRO)", "⇉", Kind.DIRECTION),
    "\u202e": ("right-to-left override (RLO)", "فرض اليمين إلى اليسار (RLO)", "⇇", Kind.DIRECTION),
    "\u2066": (
        "left-to-right isolate (LRI)",
        "عزل من اليسار إلى اليمين (LRI)",
        "⇥",
        Kind.DIRECTION,
    ),
    "\u2067": (
        "right-to-left isolate (RLI)",
        "عزل من اليمين إلى اليسار (RLI)",
        "⇤",
        Kind.DIRECTION,
    ),
    "\u2068": ("first strong isolate (FSI)", "عزل تلقائي الاتجاه (FSI)", "⇔", Kind.DIRECTION),
    "\u2069": ("pop directional isolate (PDI)", "نهاية العزل (PDI)", "↥", Kind.DIRECTION),
}

_NAMED: dict[str, tuple[str, str]] = {
    "\u0640": ("tatweel", "تطويل"),
    "\u064b": ("fathatan", "تنوين فتح"),
    "\u064c": ("dammatan", "تنوين ضم"),
    "\u064d": ("kasratan", "تنوين كسر"),
    "\u064e": ("fatha", "فتحة"),
    "\u064f": ("damma", "ضمة"),
    "\u0650": ("kasra", "كسرة"),
    "\u0651": ("shadda", "شدة"),
    "\u0652": ("sukun", "سكون"),
    "\u0653": ("madda above", "مدة فوقية"),
    "\u0654": ("hamza above", "همزة فوقية"),
    "\u0655": ("hamza below", "همزة تحتية"),
    "\u0670": ("superscript alef", "ألف خنجرية"),
    "\u0671": ("alef wasla", "ألف وصل"),
    "\u06cc": ("Farsi yeh", "ياء فارسية"),
    "\u06a9": ("keheh", "كاف فارسية"),
    "\u06c1": ("heh goal", "هاء أردية"),
    "\u0649": ("alef maksura", "ألف مقصورة"),
    "\u0629": ("teh marbuta", "تاء مربوطة"),
    "\u060c": ("Arabic comma", "فاصلة"),
    "\u061b": ("Arabic semicolon", "فاصلة منقوطة"),
    "\u061f": ("Arabic question mark", "علامة استفهام"),
    '"': ("straight quotation mark", "علامة تنصيص مستقيمة"),
    "«": ("opening angle quotation mark", "علامة تنصيص زاوية فاتحة"),
    "»": ("closing angle quotation mark", "علامة تنصيص زاوية غالقة"),
    "“": ("left curly quotation mark", "علامة تنصيص منحنية يسرى"),
    "”": ("right curly quotation mark", "علامة تنصيص منحنية يمنى"),
}

_KINDS = {
    "L": Kind.LETTER,
    "M": Kind.MARK,
    "N": Kind.DIGIT,
    "P": Kind.SIGN,
    "S": Kind.SIGN,
    "Z": Kind.SPACE,
}

_HIDDEN = regex.compile(r"[\p{Cc}\p{Cf}\p{Z}\u034f--[ \n]]", regex.V1)
REPLACEMENT = "␣"
"""The sign of an invisible character that has none of its own."""


def describe(character: str) -> Character:
    """Describe one code point; of a longer text, its first. An empty text is the end of the text."""
    if not character:
        return Character("", "", "END OF TEXT", Kind.CONTROL, "end of the text", "نهاية النص")
    text = character[0]
    code_point = f"U+{ord(text):04X}"
    name = unicodedata.name(text, f"UNNAMED {code_point}")
    if text in _INVISIBLE:
        short_en, short_ar, sign, kind = _INVISIBLE[text]
        return Character(text, code_point, name, kind, short_en, short_ar, sign)
    short_en, short_ar = _NAMED.get(text, (name.lower(), name.lower()))
    kind = (
        Kind.JOINING
        if text == "\u0640"
        else _KINDS.get(unicodedata.category(text)[0], Kind.CONTROL)
    )
    return Character(
        text, code_point, name, kind, short_en, short_ar, REPLACEMENT if _HIDDEN.match(text) else ""
    )


def at(text: str, position: int) -> tuple[Character, ...]:
    """Describe what stands at the caret: every code point of the cluster behind ``position``, the letter first."""
    position = max(0, min(position, len(text)))
    start, end = graphemes.snap(text, position, min(position + 1, len(text)))
    return tuple(describe(character) for character in text[start:end]) or (describe(""),)


def invisible(text: str) -> list[int]:
    """Return the positions of characters that cannot be seen, ordinary spaces and line ends left out."""
    return [match.start() for match in _HIDDEN.finditer(text)]
