"""What one annotation of Label Studio holds: regions of the text with their labels, answers about them, and links.

Regions of texts have ``labels``, those of web pages ``hypertextlabels`` with offsets of their own kind, and a taxonomy may make regions
as well. Answers belong to the region whose id they have; one about the whole text has none.
"""

from collections.abc import Iterable, Iterator, Mapping

from annotator.importers.objects.fields import as_list, as_number, as_object, as_text
from annotator.importers.offsets import Claim, mover

Object = Mapping[str, object]

REGION = "labels"
_NOTHING: Object = {}
_VALUES = {
    "choices": "choices",
    "datetime": "datetime",
    "number": "number",
    "rating": "rating",
    "taxonomy": "taxonomy",
    "textarea": "text",
}
"""Where each kind of answer about a region has its value."""


def results_of(work: Object) -> list[Object]:
    return [as_object(item) or _NOTHING for item in as_list(work.get("result")) or ()]


def labels_of(result: Object, regions: frozenset[str] = frozenset()) -> list[str]:
    """Return the labels of a region, none for what is no region or has none; ``regions`` are the ids of those with labels."""
    value = as_object(result.get("value")) or _NOTHING
    given = next((items for key in value if key.endswith(REGION) and (items := value[key])), None)
    if given is not None:
        return [one for one in as_list(given) or () if isinstance(one, str)]
    is_own = result.get("type") == "taxonomy" and as_text(result.get("id")) not in regions
    if not is_own or range_of(value) is None:
        return []
    paths = [as_list(path) or [path] for path in as_list(value.get("taxonomy")) or ()]
    return [path[-1] for path in paths if path and isinstance(path[-1], str)]


def is_region(result: Object) -> bool:
    """Tell whether a result says that it is a piece of the text with a label."""
    return str(result.get("type") or "").endswith(REGION)


def ids_of_regions(results: Iterable[Object]) -> frozenset[str]:
    return frozenset(as_text(one.get("id")) or "" for one in results if is_region(one))


def range_of(value: Object) -> tuple[int, int] | None:
    """Return start and end: of a region of a web page those that count from the beginning of its text."""
    place = as_object(value.get("globalOffsets")) or value
    start, end = as_number(place.get("start")), as_number(place.get("end"))
    return None if start is None or end is None else (start, end)


def claims_of(work: Object) -> Iterator[Claim]:
    for result in results_of(work):
        value = as_object(result.get("value")) or _NOTHING
        place, words = range_of(value), value.get("text")
        if place is not None:
            yield Claim(*place, words if isinstance(words, str) else None)


def answers(
    results: Iterable[Object], regions: Iterable[str]
) -> tuple[dict[str, tuple[dict[str, str], str]], list[str]]:
    """Return the values and the note of each region, and the names of the questions about no region that were answered."""
    found: dict[str, tuple[dict[str, str], str]] = {}
    others: list[str] = []
    known = set(regions)
    for result in results:
        value, key = as_object(result.get("value")) or _NOTHING, as_text(result.get("id")) or ""
        given = value.get(_VALUES.get(str(result.get("type")), ""))
        if given is None:
            continue
        name = str(result.get("from_name") or "value")
        if key not in known:
            others.append(name)
            continue
        values, note = found.get(key, ({}, ""))
        if name in ("note", "comment"):
            found[key] = values, _words(given)
        else:
            found[key] = {**values, name.removeprefix("value."): _words(given)}, note
    return found, others


def _words(given: object) -> str:
    """Return an answer as text: several with commas, a place in a taxonomy as its path."""
    items = as_list(given)
    if items is None:
        return as_text(given) or ""
    paths = [" > ".join(filter(None, map(as_text, as_list(one) or [one]))) for one in items]
    return ", ".join(filter(None, paths))


def key_of_text(data: Object, claims: Iterable[Claim]) -> str | None:
    """Return the key of the text that holds the words of most regions, None where none does, or several."""
    said = [claim for claim in claims if claim.text]
    fits: dict[str, int] = {}
    for key, text in data.items():
        if isinstance(text, str):
            move = mover(text)
            fits[key] = sum(
                text[claim.start : claim.end] == claim.text
                or text[move(claim.start) : move(claim.end)] == claim.text
                for claim in said
            )
    most = max(fits.values(), default=0)
    best = [key for key, number in fits.items() if number == most]
    return best[0] if most and len(best) == 1 else None
