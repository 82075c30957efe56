"""Years that stand alone, told from numbers of anything else by what is before and after them.

After منذ or خلال four digits are a year unless a unit of measure follows. After في, ب and حتى they may count things as well:
there they must not be followed by what looks like a counted noun. A number in brackets is a year unless a number of a
resolution, a law or a page is announced.
"""

import re

from annotator.text.dates import year_words as words
from annotator.text.dates.context import WRITTEN, Context, Match, Resolved, Resolver, group
from annotator.text.dates.patterns import YEAR, any_of
from annotator.text.folding import fold_key

NEWS = range(1900, 2061)
"""Years that a preposition of several meanings is believed with."""

_START = r"(?<![^\W_])[وف]?"
_SURE = re.compile(rf"{_START}[بلك]?{any_of(words.TIME_PREPOSITIONS)}(?: سنوات| فتره)? ?$")
_UNSURE = re.compile(rf"{_START}{any_of(words.PREPOSITIONS)} ?$")
_GLUED = re.compile(r"(?<![^\W_])[وف]?[بل]$")
_OF_A_PRICE = re.compile(rf"{_START}[بل]?(?:ال)?{any_of(words.PRICED)} [بل]$")
_OF_A_LENGTH = re.compile(rf"{_START}[بلك]?(?:ال)?{any_of(words.LENGTHS)} (?:\S+ )?$")
_A_FRACTION = re.compile(r"(?<![^\W_])(?:1|واحد|واحده|ضرب) في ?$")
_OPENED = re.compile(r"(?:^|[^\W_]| )\( ?$")
_CLOSED = re.compile(r" ?\)")
_NUMBERED = re.compile(rf"{_START}[بلك]?(?:ال|لل)?{any_of(words.NUMBERED)} ?\(? ?$")
_NEXT = re.compile(r' ?(?:([^\W\d_]+)|([%$€£#°]|\d))|(\n|$| ?[.,;:!?)(\]\["/-])')
_HAS_CLITIC = re.compile(
    r"و\w{3}|[وف]?[بك](?:ال\w{2}|م\w{3}|نسبه|ولايه|قيمه|جهه|رءاسه|قياده)|[وف]?لل\w{2}"
)
"""A word that cannot be counted, as what is counted stands next to its number without a clitic."""
_YEARS = re.compile(YEAR)

_COUNTED = frozenset(map(fold_key, words.COUNTED))
_MEASURES = frozenset(map(fold_key, words.MEASURES))
_FOLLOWING = frozenset(map(fold_key, words.FOLLOWING))
_LONG_WITH_YEH = 5
"""Letters from which a word in ي is rather a nationality or trade than a verb."""


def bare_year(match: Match, _: Context) -> Resolved | None:
    years = _YEARS.findall(match["list"])
    if sorted(set(years)) != years:
        return None
    if not _is_year(match, [int(year) for year in years]):
        return None
    if len(years) == 1:
        return Resolved(years[0], None, WRITTEN)
    first, last = "[]" if "او" in match["list"] else "{}"  # one of them, or all
    return Resolved(first + ",".join(years) + last, None, WRITTEN)


def _is_year(match: Match, years: list[int]) -> bool:
    start, end = match.span("span")
    before, following = match.string[max(0, start - 40) : start], _Following(match.string, end)
    if era := group(match, "era"):
        return era.strip() != "م" or not (following.is_measure or _OF_A_LENGTH.search(before))
    if _OPENED.search(before) and _CLOSED.match(match.string, end):
        is_round = years[0] % 100 == 0 and years[0] not in NEWS
        return not is_round and not _NUMBERED.search(before)
    if following.is_measure:
        return False
    if _SURE.search(before):
        return True
    is_news = all(year in NEWS for year in years)
    is_round = years[-1] % 100 == 0
    if _GLUED.search(before):
        return is_news and not is_round and not _OF_A_PRICE.search(before) and following.fits
    if _UNSURE.search(before) and not _A_FRACTION.search(before):
        return following.is_sure if is_round else following.fits
    return False


def is_counted(text: str, end: int) -> bool:
    """Tell whether the number that ends there in folded text may count what comes after it."""
    return not _Following(text, end).fits


def surely_counts(text: str, end: int) -> bool:
    """Tell the same where a noun that is counted follows, known as one."""
    return _Following(text, end).is_known


class _Following:
    """What comes after a number: whether the number may be a year for all it says."""

    def __init__(self, text: str, end: int) -> None:
        found = _NEXT.match(text, end)
        self._word = (found[1] or "") if found else ""
        self._is_sign = bool(found and found[2])

    @property
    def is_measure(self) -> bool:
        return self._is_sign or self._word in _MEASURES

    @property
    def is_known(self) -> bool:
        return self.is_measure or self._word in _COUNTED

    @property
    def is_sure(self) -> bool:
        """Whether nothing follows in the sentence, or what never stands after a count."""
        word = self._word
        return not self._is_sign and (
            not word or word in _FOLLOWING or (word.startswith("ال") and not self.is_known)
        )

    @property
    def fits(self) -> bool:
        """Whether what follows is no counted noun: no known one, no feminine, no nationality, no accusative."""
        word = self._word
        if self.is_sure:
            return True
        if self.is_known:
            return False
        if _HAS_CLITIC.match(word):
            return True
        return not (
            word.endswith(("ه", "ا"))
            or (word.startswith("م") and len(word) > 3)
            or (word.endswith("ي") and len(word) >= _LONG_WITH_YEH)
        )


RESOLVERS: dict[str, Resolver] = {"bare_year": bare_year}
