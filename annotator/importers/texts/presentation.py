"""Text from PDFs, stored as it is drawn: say so, or put it right where that was asked for."""

from annotator.text import visual

SHOWN = 60
"""Characters of the line shown before and after."""

_WHAT = {
    "visual": "the text is stored in the order it is drawn (left to right), as PDFs give it",
    "shaped": "the text holds drawn letter shapes (presentation forms) instead of letters, as PDFs give it",
}


def put_right(text: str, *, repair: bool) -> tuple[str, tuple[str, ...]]:
    """Return the text, repaired if that is wanted and needed, and the note that says what was found or done.

    Search, tokens and labels do not work on such text; but repairing it changes it, so nobody does so unasked.
    """
    verdict = visual.direction_report(text).verdict
    if verdict == "plain":
        return text, ()
    repaired = visual.repair(text)
    before, after = _first_change(text, repaired)
    sample = f"«{before}» {'became' if repair else 'would become'} «{after}»"
    if repair:
        return repaired, (f"{_WHAT[verdict]}; it was repaired: {sample}",)
    return text, (
        f"{_WHAT[verdict]}; it was taken as it is: import it with repair (--repair-visual) to put it right ({sample})",
    )


def _first_change(before: str, after: str) -> tuple[str, str]:
    for old, new in zip(before.split("\n"), after.split("\n"), strict=False):
        if old != new:
            return old.strip()[:SHOWN], new.strip()[:SHOWN]
    return "", ""
