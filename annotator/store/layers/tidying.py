"""One record that makes no sense costs only itself: it is set aside in its file, and everything else is read.

Files are changed by people's scripts, by editors and by bad disks. What a record lacks and can be given, it gets: a row
that was added with TinyDB has no ``uid``. What the journal knows better is taken from there. The rest goes into the table
`ASIDE` as it was found, with the reason, and is told.
"""

import re
from collections.abc import Callable
from typing import Any, cast

import msgspec

from annotator.errors import DamagedFileError, SpanError
from annotator.model import Layer, Status
from annotator.store.files.records import Row, Rows, Stray, Tables
from annotator.store.layers import rows

ASIDE = "aside"
"""The table of what was set aside: ``of`` which table, ``why``, and the ``row`` as it was."""

LARGEST = 2**53
"""Above it numbers are not kept exactly by every reader of JSON; no offset or revision comes near."""


class Tidier:
    """Puts one layer's tables in order, in place. ``notes`` say in words what was done."""

    def __init__(
        self,
        tables: Tables,
        journal: Callable[[], Tables | None],
        *,
        length: int | None = None,
        text: str | None = None,
        is_intact: bool = True,
    ) -> None:
        """``journal`` gives the tables as the journals alone have them; ``text`` is the article's where it is at hand.

        ``length`` is the text's where only that is known.
        """
        self.notes: list[str] = []
        self.faults: list[str] = []
        """What was wrong, in the words of a check."""
        self._tables = tables
        self._journal = journal
        self._text = text
        self._length = length if text is None else len(text)
        self._is_intact = is_intact
        self._known: Tables | None = None
        self.took_from_journal = False
        """True where the file held what denied the journal; its bytes are evidence."""

    def tidy(self, stray: list[Stray]) -> None:
        for name, found in stray:
            self._set_aside(name, found, "is no record")
        self._tidy_meta()
        for name in rows.CONTENT:
            if name in self._tables:
                self._tidy_table(name)
        self._tidy_words()
        self._tidy_ends()
        for record in self._tables.get(rows.REMOVED, {}).values():
            _tidy_revision(record)

    def _tidy_meta(self) -> None:
        meta = self._tables[rows.META]["1"]
        known = rows.meta_of(self._from_journal()) if _is_odd(meta) else {}
        for key, is_right, usual in _META:
            if key in meta and not is_right(meta[key]):
                value = known.get(key, usual) if is_right(known.get(key)) else usual
                fault = f"the record about the file says {key} is {_short(meta[key])}, which makes no sense"
                self._note(fault, f"{value!r} is taken" if value is not None else "it is left out")
                meta[key] = value
                if value is None:
                    del meta[key]
        _tidy_revision(meta)

    def _tidy_table(self, name: str) -> None:
        table = self._tables[name]
        there: dict[str, Row] = {}
        for number in list(table):
            record = table[number]
            _tidy_revision(record)
            why = self._fault(name, record)
            if (why or self._may_be_flipped(name, record)) and (
                better := self._in_journal(name, number, record)
            ):
                why = why or rows.denies_itself(record)
                self._set_aside(name, record, why, "the journal's record is in its place")
                table[number] = dict(better)
                self.took_from_journal = True
            elif why == _NO_UID:
                record["uid"] = rows.uid_of(name, record)
                self._note(f"{_named(name)} in row {number} has no uid", "it got one and is kept")
            elif why:
                self._set_aside(name, table.pop(number), why)
                continue
            self._make_unique(name, number, there)

    def _make_unique(self, name: str, number: str, there: dict[str, Row]) -> None:
        table = self._tables[name]
        record = table[number]
        if name not in rows.WITH_IDS:  # they are what they say, so their uid is made of it
            record["uid"] = rows.uid_of(name, record)
        other = there.get(record["uid"])
        if other is not None and (name not in rows.WITH_IDS or _content(other) == _content(record)):
            del table[number]
            if name in rows.WITH_IDS:
                self._note(
                    f"{_described(name, {'uid': record['uid']})} is there twice", "once is kept"
                )
            return
        if other is not None:
            old, record["uid"] = record["uid"], rows.uid_of(name, {**record, "row": number})
            self._note(
                f"{_described(name, {'uid': old})} is there twice, with other content",
                f"both are kept, the second as {record['uid']}",
            )
        there[record["uid"]] = record

    def _tidy_words(self) -> None:
        """Write the words of annotations again where there are none in their place: they follow from the offsets."""
        if self._text is None:
            return
        for record in self._tables.get(rows.SPANS, {}).values():
            if _has_no_words(record):
                fault = (
                    f"{_described(rows.SPANS, record)} says {_short(record['text'])} for its words"
                )
                self._note(fault, "they were written again from its offsets")
                record["text"] = self._text[record["start"] : record["end"]]

    def _tidy_ends(self) -> None:
        spans = {record["uid"] for record in self._tables.get(rows.SPANS, {}).values()}
        links = self._tables.get(rows.RELATIONS, {})
        for number, record in list(links.items()):
            if not {record["head"], record["dependent"]} <= spans:
                gone = sorted({record["head"], record["dependent"]} - spans)[0]
                why = f"points at annotation {gone}, which is not there"
                self._set_aside(rows.RELATIONS, links.pop(number), why)

    def _fault(self, name: str, record: Row) -> str:
        """Return what is wrong with a record, or nothing."""
        has_uid = isinstance(record.get("uid"), str) and record["uid"]
        try:
            rows.check_record(name, record if has_uid else {**record, "uid": "?"})
        except (msgspec.ValidationError, SpanError, ValueError) as error:
            return f"makes no sense: {error}"
        if (end := _end_of(name, record)) > LARGEST:
            return "has offsets out of all measure"
        if self._length is not None and end > self._length:
            return f"runs past the text's {self._length} characters"
        return "" if has_uid or name not in rows.WITH_IDS else _NO_UID

    def _may_be_flipped(self, name: str, record: Row) -> bool:
        """A flipped bit in an offset leaves a record that reads well and denies itself."""
        return name == rows.SPANS and not self._is_intact and bool(rows.denies_itself(record))

    def _in_journal(self, name: str, number: str, record: Row) -> Row | None:
        """Return the journal's sound record of the same thing: by uid, else by row where the file has it nowhere."""
        known = self._from_journal().get(name, {})
        uid = record.get("uid")
        found = next((one for one in known.values() if one.get("uid") == uid), None)
        if found is None and (there := known.get(number)) is not None:
            uids = [one.get("uid") for one in self._tables[name].values()]
            found = there if there.get("uid") not in uids else None
        return found if found is not None and not self._fault(name, found) else None

    def _from_journal(self) -> Tables:
        if self._known is None:
            self._known = self._journal() or {}
        return self._known

    def _set_aside(self, name: str, record: Any, why: str, instead: str = "") -> None:
        aside: Rows = self._tables.setdefault(ASIDE, {})
        row: Row = {"of": name, "why": why, "row": record}
        if row not in aside.values():
            aside[str(max(map(int, aside), default=0) + 1)] = row
        done = f"it was set aside and {instead}" if instead else "it was set aside"
        self._note(f"{_described(name, record)} {why}", done)

    def _note(self, fault: str, done: str) -> None:
        self.faults.append(fault)
        self.notes.append(f"{fault}; {done}")


def tidy_layer(tables: Tables, article_id: str, annotator: str) -> Layer | None:
    """Return the layer of a file whose checksum fits and in which there is nothing to put in order, as is nearly always so."""
    try:
        layer = rows.to_layer(tables, article_id, annotator, "")
    except DamagedFileError:
        return None
    return layer if _is_tidy(tables, layer) else None


def _is_tidy(tables: Tables, layer: Layer) -> bool:
    spans = tables.get(rows.SPANS, {})
    return (
        len(layer.annotations) == len(spans)
        and "" not in layer.annotations
        and len(layer.remarks) == len(tables.get(rows.REMARKS, {}))
        and "" not in layer.remarks
        and all(one.span.end <= LARGEST for one in layer.annotations.values())
        and all(one.span is None or one.span.end <= LARGEST for one in layer.remarks.values())
        and all(
            link.head in layer.annotations and link.dependent in layer.annotations
            for link in layer.relations
        )
        and all(
            type(record["rev"]) is int
            for some in tables.values()
            for record in some.values()
            if "rev" in record
        )
        and not _is_odd(rows.meta_of(tables))
    )


def fit(tables: Tables, length: int, text: str | None = None) -> tuple[Tables, list[str]]:
    """Return tables without what runs past a text of ``length`` code points, and the reasons; the same where all fits.

    With the ``text`` itself, words of annotations that are none are written again from their offsets.
    """
    spans = tables.get(rows.SPANS, {}).values()
    ends = [record.get("end") or 0 for name in _PLACED for record in tables.get(name, {}).values()]
    if max(ends, default=0) <= length and (text is None or not any(map(_has_no_words, spans))):
        return tables, []
    fitted = {
        name: {key: dict(row) for key, row in records.items()} for name, records in tables.items()
    }
    tidier = Tidier(fitted, lambda: None, length=length, text=text)
    tidier.tidy([])
    return fitted, tidier.notes


_NO_UID = "it has no uid"

_PLACED = (rows.SPANS, rows.ZONES, rows.REMARKS)
"""The tables whose records have, or may have, a place in the text."""


def _end_of(name: str, record: Row) -> int:
    """Return where a sound record ends in the text, 0 where it has no place in it."""
    return record.get("end") or 0 if name in _PLACED else 0


def _is_int(value: object) -> bool:
    return type(value) is int and 0 <= value < LARGEST


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_map_of(is_right: Callable[[object], bool]) -> Callable[[object], bool]:
    def check(value: object) -> bool:
        return isinstance(value, dict) and all(
            map(is_right, cast("dict[str, object]", value).values())
        )

    return check


def _has_no_words(span: Row) -> bool:
    return "text" in span and not isinstance(span["text"], str)


_ARTICLE = re.compile(r"[0-9a-f]{12}")
_SHA256 = re.compile(r"(?:[0-9a-f]{64})?")
"""Nothing is right too: it is worked out from the text when the layer is opened."""


_META: tuple[tuple[str, Callable[[object], bool], Any], ...] = (
    ("format", _is_int, rows.FORMAT),
    ("seq", _is_int, 0),
    ("seen", _is_map_of(_is_int), {}),
    ("heads", _is_map_of(_is_text), {}),
    ("status", lambda value: value in list(Status), str(Status.NEW)),
    ("article", lambda value: bool(_ARTICLE.fullmatch(str(value))), None),
    ("annotator", _is_text, None),
    ("text_sha256", lambda value: bool(_SHA256.fullmatch(str(value))), ""),
    (rows.GUIDELINES, lambda value: bool(_SHA256.fullmatch(str(value))), None),
    ("by", _is_text, ""),
    ("at", _is_text, ""),
)
"""What the record about a file holds, when it is right, and what is taken where it is not."""


def _is_odd(meta: Row) -> bool:
    return any(key in meta and not is_right(meta[key]) for key, is_right, _ in _META)


def _tidy_revision(record: Row) -> None:
    """A revision that is no number would stop every later change of the record."""
    if "rev" in record and not _is_int(record["rev"]):
        record["rev"] = 0


def _content(record: Row) -> Row:
    return {key: value for key, value in record.items() if key not in ("rev", "at", "by")}


def _named(table: str) -> str:
    return {
        rows.SPANS: "an annotation",
        rows.RELATIONS: "a link",
        rows.ZONES: "a zone",
        rows.DECISIONS: "a decision",
        rows.REMARKS: "a flag or question",
    }.get(table, f"something in the table {table!r}")


def _described(table: str, record: Any) -> str:
    """Say which record, as far as it says so itself: uid, place or type."""
    if not isinstance(record, dict):
        return f"{_short(cast('object', record))} in the table {table!r}"
    found = cast("Row", record)
    start, end = found.get("start"), found.get("end")
    place = f" [{start}, {end})" if isinstance(start, int) and isinstance(end, int) else ""
    if table == rows.RELATIONS:
        return f"a {_short(found.get('type'))} link".replace("'", "")
    uid = found.get("uid")
    if table in rows.WITH_IDS:
        word = _named(table).partition(" ")[2]
        return f"{word} {uid if isinstance(uid, str) else '?'}{place}"
    return f"{_named(table)}{place}"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."
