"""W3C Web Annotations: pages, collections or lists of annotations, whose text is in a file of the same name beside them.

The standard counts code points and browsers' tools UTF-16 units: the quotations tell. Where there is no position the quotation is looked for.

Source: "Web Annotation Data Model", W3C Recommendation, 23 February 2017; what Recogito and Annotorious write of it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from annotator.errors import AnnotatorError, ImportFailure
from annotator.format_facts import Holds
from annotator.importers.base import Imported, Importer, ImportOptions, Outcome, Refused, Taken
from annotator.importers.common_options import ANNOTATOR, FIRST_LINE_IS_TITLE, OFFSET_UNIT
from annotator.importers.drafting import UNREADABLE, ArticleDraft
from annotator.importers.files import LARGEST, TOO_LARGE, explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.objects.fields import (
    Fields,
    as_list,
    as_number,
    as_object,
    as_text,
    refuse_surrogates,
)
from annotator.importers.objects.json_values import Broken, read_values
from annotator.importers.objects.values_read import annotator_of, finish
from annotator.importers.offsets import Claim, Offsets
from annotator.options import Words

Object = Mapping[str, object]

_OWN = "urn:hashiya:"
_SUFFIXES = (".jsonld", ".json")


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield the article of each file of annotations, of a folder in order of name; see `importers.base.Importer`."""
    taken = Taken()
    if not path.is_dir():
        yield _read_file(path, options, taken)
        return
    for file in sorted(one for one in path.rglob("*") if one.suffix in _SUFFIXES and one.is_file()):
        if _is_pair(file):
            yield _read_file(file, options, taken)


def claims(folder: Path, names: Sequence[str]) -> Collection[str]:
    """Return the pages of annotations of a folder, and their texts."""
    pages = [n for n in names if n.endswith(_SUFFIXES) and _is_pair(folder / n)]
    return {*pages, *(str(Path(n).with_suffix(".txt").as_posix()) for n in pages)}


def _is_pair(page: Path) -> bool:
    try:
        return page.with_suffix(".txt").is_file() and sniff(Head.of(page)).confidence > 0
    except OSError:
        return False


def _read_file(path: Path, options: ImportOptions, taken: Taken) -> Outcome:
    try:
        return taken.once(_article(path, options), path.name)
    except OSError as error:
        return Refused(str(path), explain(error))
    except AnnotatorError as error:
        return Refused(path.name, str(error))


def _article(path: Path, options: ImportOptions) -> Imported:
    text = _text_beside(path)
    page, annotations = _annotations(path)
    marked = [_Marked(one, text) for one in annotations]
    spans = [m for m in marked if m.motivation != "linking"]
    move = Offsets(options.own.text(OFFSET_UNIT.name)).move(
        text, [m.claim for m in spans if m.claim]
    )
    draft = ArticleDraft(text, path.name, move)
    layer_of: dict[str, str] = {}
    for number, one in enumerate(spans, 1):
        what = f"annotation {number}"
        who = annotator_of(options, one.creator)
        layer_of[one.key] = who
        if one.claim is None:
            draft.flaw(
                f"annotation(s) {UNREADABLE}",
                what,
                "it has no position in the text, and no quotation that is there once",
            )
        elif one.motivation == "classifying" and one.key.startswith(_OWN):
            draft.layer(who).zone(one.claim.start, one.claim.end, one.kind)
        else:
            draft.layer(who).add(
                one.claim.start,
                one.claim.end,
                one.label,
                claimed=one.claim.text,
                key=one.key,
                attributes=one.values,
                note=one.note,
                what=what,
            )
    for one in marked:
        ends = [as_text(end.get("id")) or "" for end in one.targets]
        if one.motivation == "linking" and len(ends) == 2:
            who = layer_of.get(ends[0]) or annotator_of(options, one.creator)
            draft.layer(who).link(one.label, ends[0], ends[1])
    source = next((m.source for m in spans if m.source.startswith(("http:", "https:"))), None)
    title = as_text((as_object(page.get("partOf")) or {}).get("label"))
    rest: dict[str, object] = {"url": source, "title": title}
    return finish(
        draft, Fields({k: v for k, v in rest.items() if v is not None}, "the page"), options
    )


def _text_beside(path: Path) -> str:
    beside = path.with_suffix(".txt")
    if beside == path or not beside.is_file():
        raise ImportFailure(
            f"the text these annotations are on is in another file: put it beside this one, as {beside.name} (UTF-8)"
        )
    with beside.open("rb") as file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ImportFailure(f"{beside.name} is {TOO_LARGE}")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ImportFailure(
            f"byte {error.start + 1} of {beside.name} is not UTF-8; save it as UTF-8"
        ) from None


def _annotations(path: Path) -> tuple[Object, list[Object]]:
    """Return what a file says of its page, and the annotations of it, whatever they are in."""
    page: Object = {}
    found: list[Object] = []
    for item in read_values(path, is_whole=True):
        if isinstance(item, Broken):
            raise ImportFailure(item.reason)
        if item.suspect:
            refuse_surrogates(item.value)
        keys = as_object(item.value) or {}
        inner = as_object(keys.get("first")) or keys
        items = as_list(inner.get("items"))
        page = keys if items is not None else page
        found += [as_object(one) or {} for one in items] if items is not None else [keys]
    return page, found


class _Marked:
    """One annotation taken apart: what it is on, what it says, and whose it is."""

    def __init__(self, keys: Object, text: str) -> None:
        self.key = as_text(keys.get("id")) or ""
        self.targets = [as_object(one) or {"id": one} for one in _many(keys.get("target"))]
        self.motivation = next(map(str, _many(keys.get("motivation"))), "")
        bodies = [as_object(one) or {"value": one} for one in _many(keys.get("body"))]
        said = [
            (
                str(b.get("purpose", "")),
                as_text(b.get("value")) or _named(b),
                as_text(b.get("name")),
            )
            for b in bodies
        ]
        tags = [
            value
            for purpose, value, name in said
            if value and not name and purpose in ("tagging", "classifying", "linking")
        ]
        other = [
            value
            for purpose, value, name in said
            if value and not name and purpose not in ("commenting", "describing", "replying")
        ]
        self.kind = next((as_text(body.get("value")) or "" for body in bodies), "")
        self.label = next(chain(tags, other), self.motivation or "annotation")
        self.values = {name: value for _, value, name in said if name and value}
        self.note = "\n".join(
            value for purpose, value, name in said if purpose == "commenting" and value and not name
        )
        creators = [as_object(one) or {"name": one} for one in _many(keys.get("creator"))]
        creator: Object = creators[0] if creators else {}
        self.creator = next(
            (creator[k] for k in ("name", "nickname", "email", "id") if as_text(creator.get(k))),
            None,
        )
        target = self.targets[0] if self.targets else {}
        source = target.get("source")
        self.source = as_text(source) or as_text((as_object(source) or {}).get("id")) or ""
        self.claim = _claim([as_object(one) or {} for one in _many(target.get("selector"))], text)


def _many(value: object) -> list[object]:
    items = as_list(value)
    return items if items is not None else [] if value is None else [value]


def _named(body: Object) -> str:
    """Return what a body that is something elsewhere is called: the last part of its address."""
    address = as_text(body.get("source")) or as_text(body.get("id")) or ""
    return address.rstrip("/#").rpartition("/")[2]


def _claim(selectors: list[Object], text: str) -> Claim | None:
    """Return the place of a position selector with the words of a quotation, or of a quotation that is there once."""
    quote = next((one for one in selectors if isinstance(one.get("exact"), str)), None)
    exact = str(quote["exact"]) if quote is not None else None
    for one in selectors:
        start, end = as_number(one.get("start")), as_number(one.get("end"))
        if start is not None and end is not None:
            return Claim(start, end, exact)
    if not exact or quote is None:
        return None
    before, behind = (as_text(quote.get(key)) or "" for key in ("prefix", "suffix"))
    whole = before + exact + behind
    if text.count(whole) == 1:
        start = text.index(whole) + len(before)
    elif text.count(exact) == 1:
        start = text.index(exact)
    else:
        return None
    return Claim(start, start + len(exact), exact)


def sniff(head: Head) -> Sniffed:
    keys = head.keys
    context = " ".join(map(str, _many(keys.get("@context"))))
    is_mine = "w3.org/ns/anno" in context or (keys.get("type") == "Annotation" and "target" in keys)
    return Sniffed(Confidence.SIGNED, "Web Annotations") if is_mine else NOT_MINE


IMPORTER = Importer(
    "w3c",
    Words("W3C Web Annotations", "حواشي W3C"),
    Words(
        "Annotations of the web in JSON-LD, on the text of the same name beside them.",
        "حواش من الويب بصيغة JSON-LD على نص بالاسم نفسه بجوارها.",
    ),
    (".jsonld",),
    read,
    sniff,
    (ANNOTATOR, OFFSET_UNIT, FIRST_LINE_IS_TITLE),
    holds=Holds(
        several_layers=True,
        attributes=True,
        relations=True,
        zones=True,
        notes=True,
        nested=True,
        crossing=True,
        sub_word=True,
    ),
    tools=("Recogito", "Annotorious"),
    claims=claims,
)
