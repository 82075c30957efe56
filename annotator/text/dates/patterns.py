"""The grammar of dates, as patterns over folded text.

Each pattern's group ``span`` is what is reported: prepositions stay outside it, as the guidelines ask. Nothing here
knows values; `date_values` resolves a match by the pattern's kind.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from annotator.text.dates import calendar_words as words
from annotator.text.dates import numerals
from annotator.text.folding import fold_key


def any_of(names: Iterable[str]) -> str:
    """Return a group that matches one of the words, the longest first."""
    folded = sorted({fold_key(name) for name in names}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, folded)) + ")"


def _words_of(table: Mapping[int, Iterable[str]] | Mapping[str, Iterable[str]]) -> list[str]:
    return [name for names in table.values() for name in names]


def _members(table: Mapping[int, Iterable[str]] | Mapping[str, Iterable[str]]) -> str:
    return any_of(_words_of(table))


MONTH = _members(words.MONTHS)
HIJRI_MONTH = _members(words.HIJRI_MONTHS)
WEEKDAY = _members(words.WEEKDAYS)
ORDINAL = _members(words.ORDINALS)
PART = _members(words.PARTS)
DAY_PART = any_of(words.DAY_PARTS)
RELATIVE = _members(words.RELATIVE_DAYS)
SEASON = _members(words.SEASONS)
DECADE = _members(words.DECADES)
PAST_NEXT_THIS = any_of((*words.PAST, *words.NEXT, *words.THIS))
ANY_ADJECTIVE = any_of((*words.PAST, *words.NEXT, *words.THIS, *words.SAME))
NUMBER = rf"(?:\d{{1,3}}|{numerals.COUNT})"
ENGLISH_MONTH = rf"(?:{_members(words.ENGLISH_MONTHS)})\.?"
ENGLISH_WEEKDAY = rf"(?:{any_of(words.ENGLISH_WEEKDAYS)})\.?"

DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
HIJRI_YEAR = r"1[0-5]\d\d(?!\d)"
_ENDS = r"(?![^\W_])"
_ERA = rf"(?: ?(?:م|ميلاديه?|للميلاد){_ENDS})?"
_HIJRI_ERA = rf"(?: ?(?:هجريه?|للهجره|ه){_ENDS})"
_A_YEAR = r"(?:ال|ل)?(?:عام|سنه)"
_THIS_YEAR = r"(?:هذا العام|هذه السنه)"

# What may stand glued in front of a date without belonging to it.
_CLITICS = r"(?<![^\W_])[وف]?[بلك]?"
_AFTER_LETTER = r"(?<=[^\W\d_])(?=\d)"  # the typing slip «في11 يناير»
_BEFORE = rf"(?:{_CLITICS})"
_BEFORE_DIGIT = rf"(?:{_CLITICS}|{_AFTER_LETTER})"
_ALONE = r"(?<![\d/.:\\-])"
_BEFORE_NUMBER = rf"(?:{_CLITICS}|{_ALONE}(?=\d))"


def _month(name: str) -> str:
    """Return a month under one or two names: «نوفمبر/تشرين الثاني», «أيار (مايو)», «تشرين الثاني نوفمبر»."""
    return (
        rf"(?P<{name}>{MONTH})"
        rf"(?: ?[/-] ?(?P<{name}_b>{MONTH})| ?\( ?(?P<{name}_c>{MONTH}) ?\)| (?P<{name}_d>{MONTH}))?(?![^\W\d_])"
    )


def _year(name: str) -> str:
    """Return a year in digits or, after «عام», in words."""
    return rf"(?:(?:(?:من |في )?{_A_YEAR} ?|من (?=19|20)|/ ?|-)?(?P<{name}>{YEAR}){_ERA}|(?:من |في )?{_A_YEAR} (?P<{name}_words>{numerals.YEAR}))"


def _year_by_adjective(name: str) -> str:
    return rf"(?:من |في )?(?:{_A_YEAR} (?P<{name}>{ANY_ADJECTIVE})|(?P<{name}_this>{_THIS_YEAR}))"


_HALF_MONTH = rf"(?:(?:{any_of(words.HALF_NAMED_MONTHS)}) (?={MONTH}))?"
_HOUR = _members(words.HOURS)
_HALF_OF_DAY = any_of((*words.AFTERNOON, *words.MORNING))
_ZONE = r"z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?"
_TIME = (
    rf"(?:,? (?:عند |في (?:تمام )?)?الساعه (?:(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?(?::(?P<second>\d\d))?|(?P<hour_word>{_HOUR}))"
    rf"(?: (?P<minute_word>{_members(words.MINUTES)}))?(?: (?P<half>{_HALF_OF_DAY}))?{_ENDS})?"
)

_LEAD_RELATIVE = rf"(?:{DAY_PART} )?(?:يوم )?(?P<rel>{RELATIVE}){_ENDS}(?: (?P<rel_wd>{WEEKDAY}))?"
_LEAD_WEEKDAY = rf"(?:{DAY_PART} )?(?:يوم )?(?P<lead_wd>{WEEKDAY})(?: {PAST_NEXT_THIS})?"
_LEAD_WORD = rf"(?:{DAY_PART} (?:يوم )?|يوم )"
_JOINT = r",? (?:في |الموافق (?:ل|في )?|بتاريخ )?"
_LEAD = rf"(?:(?:{_LEAD_RELATIVE}|{_LEAD_WEEKDAY}){_JOINT}|{_LEAD_WORD}(?:في )?)?"

_DAY_OF_MONTH = (
    rf"(?:(?P<day>{DAY})(?:(?: من)? ?| ?/ ?|-)|(?P<ordinal>{ORDINAL}) من |(?P<first>{any_of(words.FIRST_OF_MONTH)}) (?:من )?)"
    rf"(?:شهر )?{_HALF_MONTH}"
)
_WHICH_YEAR = rf"(?:(?: (?P<adjective>{ANY_ADJECTIVE}))?(?:,? ?{_year('year')}|,? {_year_by_adjective('year_adjective')})|(?: (?P<adjective_only>{ANY_ADJECTIVE})))?"
_MONTH_YEAR = rf"(?:,? ?{_year('year')}|,? {_year_by_adjective('year_adjective')}| (?P<adjective>{ANY_ADJECTIVE}))"
_OF_THE_MONTH = rf"(?:هذا الشهر|الشهر (?P<adjective>{ANY_ADJECTIVE}))"
_DUAL_ADJECTIVE = any_of((*words.DUAL_PAST, *words.DUAL_NEXT, *words.DUAL_THIS))
_NTH = _members(words.NTH)
_UP_TO = r"(?: (?:الي غايه|الي حدود|الي|وحتي|حتي|ولغايه|لغايه) | ?- ?)"
_AND = r"(?:,? ?و ?|, )"
_MONTHS = rf"{MONTH}(?: ?/ ?{MONTH}| ?\( ?{MONTH} ?\))?"
_WEEKDAY_DAY = rf"(?:يوم )?{WEEKDAY} {DAY}"
_DAY_NAMED = rf"(?:(?:يوم )?{WEEKDAY} )?{DAY}"
_HIJRI_OF_YEAR = rf"(?:(?:,? (?:(?:من )?(?:ال)?(?:عام|سنه) |لعام )?| ?/ ?|-)(?P<year>{HIJRI_YEAR}){_HIJRI_ERA}?| (?P<adjective>{ANY_ADJECTIVE}))?"
_SEPARATOR = r"(?P<separator> ?[/.\\-] ?)"
_ANY_YEAR = rf"(?:{YEAR}|1[0-4]\d\d(?= ?م{_ENDS}))"
_NUMERIC_END = rf"(?!{_HIJRI_ERA}|\d|[/.\\-]\d| ?[/\\] ?\d)"
_CENTURY = rf"(?:(?P<relative>{PAST_NEXT_THIS})|(?P<century>{ORDINAL}))"
_BARE_WEEKDAY = any_of(name.removeprefix("ال") for name in _words_of(words.WEEKDAYS))
_OF_YEAR = (
    rf"(?: (?:من )?(?:{_A_YEAR} ?)?(?P<year>{YEAR}){_ERA}| {_year_by_adjective('year_adjective')})"
)

_RAW: tuple[tuple[str, str, str, str], ...] = (
    # kind, the class of words one of which the span holds, what may stand before, pattern
    ("hijri_numeric", "numeric", _BEFORE_NUMBER, rf"(?P<span>{_LEAD}{_ALONE}(?P<year>{HIJRI_YEAR}){_SEPARATOR}(?P<month>\d\d?)(?P=separator)(?P<day>\d\d?)(?P<era>{_HIJRI_ERA})?)(?!\d|[/.\\-]\d| ?[/\\] ?\d| ?م{_ENDS})"),
    ("iso", "numeric", _BEFORE_NUMBER, rf"(?P<span>{_LEAD}{_ALONE}(?P<year>\d{{4}})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:t(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?(?P<zone>{_ZONE})?)?{_ERA}){_NUMERIC_END}"),
    ("numeric", "numeric", _BEFORE_NUMBER, rf"(?P<span>{_LEAD}{_ALONE}(?P<year>{YEAR}){_SEPARATOR}(?P<month>\d\d?)(?P=separator)(?P<day>\d\d?){_ERA}){_NUMERIC_END}"),
    ("numeric", "numeric", _BEFORE_NUMBER, rf"(?P<span>{_LEAD}{_ALONE}(?P<day>{DAY}){_SEPARATOR}(?P<month>1[0-2]|0?[1-9])(?P=separator)(?P<year>{_ANY_YEAR}){_ERA}){_NUMERIC_END}"),
    ("numeric", "numeric", _BEFORE_NUMBER, rf"(?P<span>{_LEAD}{_ALONE}(?P<month>1[0-2]|0?[1-9]){_SEPARATOR}(?P<day>1[3-9]|2\d|3[01])(?P=separator)(?P<year>{_ANY_YEAR}){_ERA}){_NUMERIC_END}"),
    ("hijri_numeric", "numeric", _BEFORE_NUMBER, rf"(?P<span>{_LEAD}{_ALONE}(?P<day>\d\d?){_SEPARATOR}(?P<month>\d\d?)(?P=separator)(?P<year>{HIJRI_YEAR})(?P<era>{_HIJRI_ERA})?)(?!\d|[/.\\-]\d| ?[/\\] ?\d| ?م{_ENDS})"),
    ("day_to_day", "month", _BEFORE_DIGIT, rf"(?:من |(?P<lead>بين ))?(?P<span>(?P<day_a>{DAY})(?: من)? ?(?:شهر )?{_month('month_a')}(?:,? (?P<year_a>{YEAR}))?(?:{_UP_TO}| (?(lead)و|(?!)) ?)(?P<day_b>{DAY})(?: من)? ?(?:شهر )?{_month('month_b')}(?: (?P<adjective>{ANY_ADJECTIVE}))?(?:,? {_year('year')})?){_ENDS}"),
    ("days_of_month", "month", _BEFORE_DIGIT, rf"(?:من |(?P<lead>بين ))?(?P<span>(?:(?:ليله|ليل) )?(?:(?:يومي|ايام|الايام) (?=(?:{DAY}|{ORDINAL}) ?و))?(?:(?P<day_a>{DAY})|(?P<ordinal_a>{ORDINAL}))(?P<link>{_UP_TO}| ?و ?)(?:(?P<day_b>{DAY})|(?P<ordinal_b>{ORDINAL}))(?: من)? ?(?:شهر )?{_month('month')}{_WHICH_YEAR}){_ENDS}"),
    ("days_listed", "month", _BEFORE_DIGIT, rf"(?P<span>(?:(?:ايام|الايام) )?(?P<list>{DAY}(?:(?:,? و ?|, ){DAY}){{2,}})(?: من)? (?:شهر )?{_month('month')}{_WHICH_YEAR}){_ENDS}"),
    ("weekday_days", "weekday", _BEFORE, rf"(?:من |بين )?(?P<span>(?:(?:يومي|ايام|الايام) )?(?P<list>{_WEEKDAY_DAY}(?:(?P<link>{_UP_TO}){_WEEKDAY_DAY}|(?:{_AND}{_WEEKDAY_DAY}){{1,5}}))(?: من)? ?(?:شهر )?{_month('month')}{_WHICH_YEAR}){_ENDS}"),
    ("days_of_the_month", "unit", _BEFORE_DIGIT, rf"(?:من |(?P<lead>بين ))?(?P<span>(?:(?:يومي|ايام|الايام) (?={_DAY_NAMED} ?و))?(?P<list>{_DAY_NAMED}(?:(?P<link>{_UP_TO}){_DAY_NAMED}|(?:{_AND}{_DAY_NAMED}){{1,3}})) من {_OF_THE_MONTH}){_ENDS}"),
    ("month_to_month", "month", _BEFORE, rf"(?:(?P<lead>من|بين) )(?P<span>(?:شهري? )?{_month('month_a')}(?:,? (?P<year_a>{YEAR}))?(?P<link>{_UP_TO}| ?و ?)(?:شهر )?{_month('month_b')}(?:,? ?{_year('year')}|,? {_year_by_adjective('year_adjective')}| (?P<adjective>{ANY_ADJECTIVE}|{_DUAL_ADJECTIVE}))?){_ENDS}"),
    ("month_to_month", "month", _BEFORE, rf"(?P<span>{_month('month_a')}(?:,? (?P<year_a>{YEAR}))?(?P<link>{_UP_TO})(?:شهر )?{_month('month_b')},? ?{_year('year')}){_ENDS}"),
    ("months", "month", _BEFORE, rf"(?P<span>(?P<lead>(?:شهري|اشهر|الشهرين) )?(?P<list>{_MONTHS}(?:{_AND}{_MONTHS}){{1,3}})(?:,? ?{_year('year')}|,? {_year_by_adjective('year_adjective')}| (?P<adjective>{ANY_ADJECTIVE}|{_DUAL_ADJECTIVE}))?){_ENDS}"),
    ("year_to_year", "number", _BEFORE, rf"(?:من|بين|(?P<since>منذ)) (?P<span>(?:(?P<named>عامي|سنتي|عام|سنه) ?)?(?P<year_a>{YEAR}){_ERA}(?P<link>{_UP_TO}| ?و ?)(?:(?P<named_b>عام|سنه) ?)?(?P<year_b>{YEAR}){_ERA}){_ENDS}"),
    ("year_to_year", "number", rf"{_BEFORE}(?<![\d/.:-])", rf"(?P<span>(?:(?P<named>{_A_YEAR}|عامي) )?(?P<year_a>{YEAR}) ?- ?(?P<year_b>{YEAR}){_ERA})(?![\d-]|\.\d){_ENDS}"),
    ("year_to_year", "number", rf"{_BEFORE}(?<![\d/.:-])", rf"(?P<span>(?:(?P<named>عام|سنه|موسم|الموسم|عامي) )?(?P<year_a>{YEAR})(?P<slash> ?/ ?)(?P<year_b>{YEAR}))(?![\d/-]){_ENDS}"),
    ("years", "number", _BEFORE, rf"(?P<span>(?P<named>عامي|سنتي|العامين|السنتين|اعوام|سنوات|الاعوام|السنوات|عام|سنه|العام|السنه) (?P<list>{YEAR}{_ERA}(?:,? ?و ?{YEAR}{_ERA}|, ?{YEAR})+)){_ENDS}"),
    ("hijri_days", "hijri", _BEFORE_DIGIT, rf"(?:من |(?P<lead>بين ))?(?P<span>(?:(?:يومي|ايام) (?={DAY} ?و))?(?P<day_a>{DAY})(?P<link>{_UP_TO}| ?و ?)(?P<day_b>{DAY})(?: من)? ?(?:شهر )?(?P<month>{HIJRI_MONTH}){_ENDS}{_HIJRI_OF_YEAR}){_ENDS}"),
    ("hijri_day", "hijri", _BEFORE_DIGIT, rf"(?P<span>{_LEAD}(?:(?P<day>{DAY})(?:(?: من)? ?| ?/ ?|-)|(?P<ordinal>{ORDINAL}) من |(?P<first>{any_of(words.FIRST_OF_MONTH)}) )(?:شهر )?(?P<month>{HIJRI_MONTH}){_ENDS}{_HIJRI_OF_YEAR}){_ENDS}"),
    ("part_of_hijri", "hijri", _BEFORE, rf"(?P<span>(?P<fraction>النصف|الثلث|العشر) (?P<nth>{_NTH}) من (?:شهر )?(?P<month>{HIJRI_MONTH}){_ENDS}{_HIJRI_OF_YEAR}){_ENDS}"),
    ("hijri_month", "hijri", _BEFORE, rf"(?P<span>(?:(?P<part>{PART}) )?(?:(?P<named>شهر )?(?P<month>{HIJRI_MONTH}){_ENDS}{_HIJRI_OF_YEAR})){_ENDS}"),
    ("hijri_year", "number", _BEFORE, rf"(?P<span>(?:(?P<part>{PART}) )?(?:(?:ال)?(?:عام|سنه) ?)?(?P<year>{HIJRI_YEAR}){_HIJRI_ERA}){_ENDS}"),
    ("hijri_year", "number", _BEFORE, rf"(?P<span>(?:(?P<part>{PART}) )?(?:ال)?(?:عام|سنه) ?\( ?(?P<year>{HIJRI_YEAR}) ?\){_HIJRI_ERA}){_ENDS}"),
    ("day", "month", _BEFORE_DIGIT, rf"(?P<span>{_LEAD}{_DAY_OF_MONTH}{_month('month')}{_WHICH_YEAR}{_TIME}){_ENDS}"),
    ("day_of_the_month", "unit", _BEFORE_DIGIT, rf"(?P<span>{_LEAD}(?:(?P<day>{DAY})|(?P<ordinal>{ORDINAL})) من {_OF_THE_MONTH}{_TIME}){_ENDS}"),
    ("english_day", "english", _ALONE, rf"(?P<span>(?:{ENGLISH_WEEKDAY},? )?(?P<day>{DAY})(?:st|nd|rd|th)?,? (?:of )?(?P<month>{ENGLISH_MONTH}),? (?P<year>{YEAR}))(?![\w]|[/-]\d)"),
    ("english_day", "english", rf"{_ALONE}(?<![^\W_])", rf"(?P<span>(?:{ENGLISH_WEEKDAY},? )?(?P<month>{ENGLISH_MONTH}) (?P<day>{DAY})(?:st|nd|rd|th)?,? (?P<year>{YEAR}))(?![\w]|[/-]\d)"),
    ("english_month", "english", rf"{_ALONE}(?<![^\W_])", rf"(?P<span>(?P<month>{ENGLISH_MONTH}),? (?P<year>{YEAR}))(?![\w]|[/-]\d)"),
    ("month", "month", _BEFORE, rf"(?P<span>(?:(?P<part>{PART}) )?(?P<named>شهر )?{_month('month')}{_MONTH_YEAR}?){_ENDS}"),
    ("part_of_month", "month", _BEFORE, rf"(?P<span>(?P<fraction>النصف|الثلث|الاسبوع) (?P<nth>{_NTH}) من (?:شهر )?{_month('month')}{_MONTH_YEAR}?){_ENDS}"),
    ("part_of_the_month", "unit", _BEFORE, rf"(?P<span>(?P<fraction>النصف|الثلث|الاسبوع) (?P<nth>{_NTH}) من {_OF_THE_MONTH}){_ENDS}"),
    ("part_of_century", "century", _BEFORE, rf"(?P<span>(?P<fraction>العقد|العشريه|النصف|الثلث|الربع) (?P<nth>{_NTH}) (?:من هذا القرن|(?:من القرن|للقرن) {_CENTURY}(?: (?:ال)?ميلادي)?)){_ENDS}"),
    ("part_of_century", "century", _BEFORE, rf"(?P<span>(?P<fraction>العقد|العشريه) (?P<nth>{_NTH}) من (?P<millennium>الالفيه (?:الثالثه|الجديده))){_ENDS}"),
    ("part_of_decade", "decade", _BEFORE, rf"(?P<span>(?P<fraction>النصف|الثلث) (?P<nth>{_NTH}) من (?:عقد )?(?P<article>ال)?(?P<decade>{DECADE})(?: (?:من )?القرن {_CENTURY})?){_ENDS}"),
    ("first_months", "units", _BEFORE, rf"(?P<span>(?:الاشهر|الشهور) ال(?P<number>\d{{1,2}}|{_members(words.NUMBERS)}) (?P<nth>الاولي|الاخيره){_OF_YEAR}){_ENDS}"),
    ("season", "season", _BEFORE, rf"(?P<span>(?P<season>{SEASON})(?: (?P<year_a>{YEAR}) ?[-/] ?(?P<year_b>{YEAR})|{_OF_YEAR})){_ENDS}"),
    ("quarter", "quarter", _BEFORE, rf"(?P<span>(?P<unit>الربع|الثلث|النصف|الثلاثي|السداسي) (?P<nth>{_NTH})(?:{_OF_YEAR}| (?:ل|من )(?P<the_year>العام|السنه){_ENDS}(?! ال))){_ENDS}"),
    ("year", "number", _BEFORE, rf"(?P<span>(?:(?P<part>{PART}) )?(?:(?P<about>نحو|حوالي|قرابه) )?(?:(?:ال|ل)?(?:عام|سنه) ?(?:(?P<year>{YEAR})|\( ?(?P<year_bracketed>{YEAR}) ?\)(?!{_HIJRI_ERA})){_ERA}|(?:عام|سنه) ?(?P<year_old>[1-9]\d{{2,3}})(?!\d|{_HIJRI_ERA})(?: ?م(?:يلاديه)?{_ENDS})?)){_ENDS}"),
    ("year", "number", _BEFORE, rf"(?P<span>(?P<part>{PART}) ?(?P<year>{YEAR}){_ERA}){_ENDS}"),
    ("year_words", "year_words", _BEFORE, rf"(?P<span>(?:(?P<part>{PART}) )?(?:ال|ل)?(?:عام|سنه) (?P<words>{numerals.YEAR})(?: (?:ميلادي|ميلاديه|للميلاد))?){_ENDS}"),
    ("bare_year", "number", _BEFORE_DIGIT, rf"(?P<span>(?P<list>{YEAR}(?:(?:,? ?(?:و|او) ?|, ?(?={YEAR},? ?و)){YEAR})+)){_ENDS}"),
    ("bare_year", "number", _BEFORE_DIGIT, rf"(?P<span>(?P<list>{YEAR})(?P<era> ?(?:م|ميلاديه?|للميلاد){_ENDS})?){_ENDS}"),
    ("year_bc", "count", _BEFORE, rf"(?P<span>(?:(?P<about>نحو|حوالي|قرابه) )?(?:ال|ل)?(?:عام|سنه) (?P<year>\d{{1,4}}) (?:ق\. ?م\.?|قبل الميلاد)){_ENDS}"),
    ("decade", "decade", _BEFORE, rf"(?P<span>(?:(?P<part>{PART}) )?(?:عقد )?(?P<article>ال)?(?P<decade>{DECADE})(?: (?:من )?القرن {_CENTURY})?){_ENDS}(?! من (?:ال)?عمر)"),
    ("century", "century", _BEFORE, rf"(?P<span>(?:(?P<part>{PART}) )?القرن {_CENTURY}(?P<bc> (?:ق\. ?م\.?|قبل الميلاد))?(?: (?:ال)?ميلادي)?){_ENDS}"),
    ("relative", "relative", _BEFORE, rf"(?P<span>(?:{DAY_PART} )?(?:يوم )?(?P<rel>{RELATIVE}){_ENDS}(?: (?P<wd>{WEEKDAY}))?{_TIME}){_ENDS}"),
    ("night", "weekday", _BEFORE, rf"(?P<span>(?:منتصف )?(?:ليله|ليل) (?:يوم )?(?P<wd>{WEEKDAY}) ?[-/]? ?(?:الي )?(?P<wd_b>{WEEKDAY})){_ENDS}"),
    ("weekday", "weekday", _BEFORE, rf"(?P<span>(?:{DAY_PART} )?(?:يوم )?(?P<wd>{WEEKDAY})(?: (?P<adjective>{PAST_NEXT_THIS})| من (?P<of_week>الاسبوع (?P<week>{PAST_NEXT_THIS})|هذا الاسبوع))?{_TIME}){_ENDS}"),
    ("every", "every", _BEFORE, rf"(?P<span>كل (?:يوم (?:ال)?{_BARE_WEEKDAY}|(?!احد){_BARE_WEEKDAY})(?: ?و ?(?:يوم )?(?:ال)?{_BARE_WEEKDAY})?){_ENDS}(?! (?:من|علي|منهم|منهما))"),
    ("ago", "count", _BEFORE, rf"(?P<span>(?P<direction>منذ|قبل|بعد) (?:(?P<about>نحو|حوالي|قرابه) )?(?:(?P<number>{NUMBER}) (?P<unit>{_members(words.UNITS)})|(?P<two>{_members(words.TWO_UNITS)})|(?P<one>{_members(words.ONE_UNIT)})(?: (?:واحد|واحده))?)(?P<from_now> من الان)?){_ENDS}(?! (?:\d|{WEEKDAY}|{MONTH}|{HIJRI_MONTH}|{ORDINAL} من|من (?!الان)|علي |ونصف))"),
    ("unit", "unit", _BEFORE, rf"(?P<span>(?:(?P<part>{PART}) )?(?:هذا |هذه )?(?P<unit>{_members(words.THE_UNIT)}) (?P<adjective>{ANY_ADJECTIVE})){_ENDS}"),
    ("unit", "unit", _BEFORE, rf"(?P<span>(?:(?P<part>{PART}) )?(?:هذا|هذه) (?P<unit>{_members(words.THE_UNIT)})){_ENDS}"),
    ("unit", "unit", _BEFORE, rf"(?P<span>(?P<part>{PART}) (?P<unit>العام|السنه|الشهر|الاسبوع)){_ENDS}(?! (?:ال|{YEAR}))"),
    ("the_season", "season", _BEFORE, rf"(?P<span>(?:(?P<part>{PART}) )?(?:هذا )?ال(?P<season>{SEASON}) (?P<adjective>{ANY_ADJECTIVE})){_ENDS}"),
    ("two_units", "units", _BEFORE, rf"(?P<span>(?P<unit>{_members(words.THE_TWO_UNITS)}) (?:(?P<past>{any_of(words.DUAL_PAST)})|(?P<next>{any_of(words.DUAL_NEXT)}))){_ENDS}"),
    ("units", "units", _BEFORE, rf"(?P<span>(?P<unit>{_members(words.THE_UNITS)})(?: القليله| ال(?P<number>{_members(words.NUMBERS)}))? {any_of(words.PLURAL_PAST)}){_ENDS}"),
    ("this_part", "this", _BEFORE, r"(?P<span>هذا (?:الصباح|المساء)|هذه (?:الليله|الامسيه)|(?P<last>الليله الماضيه))" + _ENDS),
)  # fmt: skip


class Pattern(NamedTuple):
    """One rule: its kind names the resolver, its cue the words that make it worth trying."""

    kind: str
    cue: str
    rule: re.Pattern[str]


@cache
def patterns() -> tuple[Pattern, ...]:
    """Compile the grammar, once, when the first text is searched."""
    return tuple(
        Pattern(kind, cue, re.compile(before + pattern)) for kind, cue, before, pattern in _RAW
    )


_CUE_WORDS: dict[str, Iterable[str]] = {
    "month": _words_of(words.MONTHS),
    "hijri": _words_of(words.HIJRI_MONTHS),
    "weekday": _words_of(words.WEEKDAYS),
    "relative": _words_of(words.RELATIVE_DAYS),
    "season": [
        f"{article}{season}" for season in _words_of(words.SEASONS) for article in ("", "ال")
    ],
    "decade": [
        f"{article}{decade}" for decade in _words_of(words.DECADES) for article in ("", "ال")
    ],
    "english": _words_of(words.ENGLISH_MONTHS),
    "count": [*_words_of(words.UNITS), *_words_of(words.TWO_UNITS)],
    "unit": _words_of(words.THE_UNIT),
    "units": [*_words_of(words.THE_TWO_UNITS), *_words_of(words.THE_UNITS)],
    "century": ("القرن", "للقرن", "الألفية"),
    "quarter": ("الربع", "الثلث", "النصف", "الثلاثي", "السداسي"),
    "year_words": numerals.YEAR_WORDS,
    "every": [name.removeprefix("ال") for name in _words_of(words.WEEKDAYS)],
    "this": ("الصباح", "المساء", "الليلة", "الأمسية"),
}
_WORD = re.compile(r"[^\W\d_]+|\d+")
_CLITIC = re.compile(r"[وف]?[بلك]?")
_SEPARATORS = frozenset("/.-\\")

REACH = 8
"""Words. No rule holds more of them before its cue, as a test over the whole grammar shows."""


@cache
def _cues() -> dict[str, tuple[str, ...]]:
    """Return the cues of the first word of every name."""
    found: dict[str, tuple[str, ...]] = {}
    for cue, names in _CUE_WORDS.items():
        for first in {fold_key(name).split(" ")[0] for name in names}:
            found[first] = (*found.get(first, ()), cue)
    return found


def places(text: str) -> dict[str, list[int]]:
    """Return, by cue, the word starts of folded ``text`` at which a rule with that cue may match, ascending."""
    cues = _cues()
    starts: list[int] = []
    reached: dict[str, int] = {}
    found: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        word = match.group()
        starts.append(match.start())
        if word.isdigit():
            hit = _of_number(text, match) if len(word) > 2 else ()
        else:
            hit = cues.get(word, ())
            if not hit and word[0] in "وفبلك":
                hit = _glued(word, cues)
        for cue in hit:
            first = max(reached.get(cue, 0), len(starts) - 1 - REACH)
            found.setdefault(cue, []).extend(starts[first:])
            reached[cue] = len(starts)
    return found


def _of_number(text: str, number: re.Match[str]) -> tuple[str, ...]:
    """Return the cues of a number that may be a year; one of a date in digits touches what parts them."""
    start, end = number.span()
    after, before = text[end : end + 2].lstrip(), text[max(start - 2, 0) : start].rstrip()
    is_parted = after[:1] in _SEPARATORS or before[-1:] in _SEPARATORS
    return ("number", "numeric") if is_parted else ("number",)


def _glued(word: str, cues: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the cues of a word behind one or two clitics."""
    for cut in (1, 2):
        hit = cues.get(word[cut:])
        if hit and _CLITIC.fullmatch(word[:cut]):
            return hit
    return ()
