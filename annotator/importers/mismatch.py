"""Say why a span's own words are not what its offsets cut out: other programs count otherwise."""

SHOWN = 60
"""Characters shown of either string."""


def explain(text: str, start: int, end: int, claimed: str) -> str:
    """Return the reason to refuse ``[start, end)``, with both strings and the way of counting that would be right."""
    found = text[start:end]
    reason = f"[{start}, {end}) holds «{_clip(found)}», but its text says «{_clip(claimed)}»"
    return f"{reason}; {way}" if (way := _other_counting(text, start, end, claimed)) else reason


def explain_range(text: str, start: int, end: int, claimed: str | None) -> str:
    """Return the reason to refuse offsets that are no range of ``text`` at all."""
    reason = f"[{start}, {end}) is no range of a text of {len(text)} characters (0 <= start < end <= {len(text)})"
    if claimed:
        way = _other_counting(text, start, end, claimed)
    else:
        wide = sum(character > "\uffff" for character in text)
        is_utf16 = 0 <= start < end <= len(text) + wide
        way = "they may count UTF-16 units: convert them to code points" if is_utf16 else ""
    return f"{reason}; {way}" if way else reason


def _other_counting(text: str, start: int, end: int, claimed: str) -> str:
    if not 0 <= start <= end:
        return ""
    if _cut(text, start, end, "utf-16-le", 2) == claimed:
        return "the offsets would be right as UTF-16 units (JavaScript, Java): convert them to code points"
    if text[start : end + 1] == claimed:
        return "the offsets would be right if the end were inclusive: add 1 to it"
    if start and text[start - 1 : end] == claimed:
        return "the offsets would be right if counted from 1 with an inclusive end: subtract 1 from the start"
    if start and text[start - 1 : end - 1] == claimed:
        return "the offsets would be right if counted from 1: subtract 1 from both"
    if _cut(text, start, end, "utf-8", 1) == claimed:
        return "the offsets would be right as UTF-8 bytes: convert them to code points"
    return ""


def _cut(text: str, start: int, end: int, encoding: str, unit: int) -> str | None:
    try:
        return text.encode(encoding)[start * unit : end * unit].decode(encoding)
    except UnicodeDecodeError:
        return None


def _clip(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
