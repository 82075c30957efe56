"""Prodigy's answers: texts, or rows of tokens, with spans and links, and whether an annotator accepted them.

What was rejected or ignored is no finished article: it is passed over and counted. Spans may count tokens, the last included.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from annotator.errors import ImportFailure
from annotator.format_facts import Holds
from annotator.importers.base import Imported, Importer, ImportOptions, Outcome, Refused
from annotator.importers.common_options import (
    ANNOTATOR,
    FIRST_LINE_IS_TITLE,
    LABEL_KEY,
    OFFSET_UNIT,
)
from annotator.importers.drafting import ArticleDraft
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.objects.fields import Fields, as_list, as_number, as_object, as_text
from annotator.importers.objects.json_values import Broken, Value, read_values
from annotator.importers.objects.span_values import SpanValue, claims_in, flaw, read_span
from annotator.importers.objects.tokens.token_rows import TokenRow, token_row
from annotator.importers.objects.values_read import annotator_of, counted, finish, read_each
from annotator.importers.offsets import Claim, Evidence, Offsets
from annotator.model import Status
from annotator.options import Words

Object = Mapping[str, object]

_ANSWERS = ("accept", "reject", "ignore")
_OF_PRODIGY = ("answer", "tokens", "_input_hash", "_task_hash", "_view_id", "_timestamp", "_is_binary", "_annotator_id", "_session_id")  # fmt: skip
_META = ("title", "published", "source", "url")
_MOMENT = re.compile(r".*\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d")
"""What Prodigy calls a session that nobody named: the moment it began."""


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield the article of each accepted answer; see `importers.base.Importer`."""
    reading = _Reading(path, options)
    is_empty = True
    for outcome in read_each(path, reading.article):
        is_empty = False
        yield outcome
    if is_empty:
        yield Refused(path.name, "none of its answers was accepted: there is nothing to import")
    yield from counted(reading.rejected, "passed over {} answer(s) that reject what is marked")
    yield from counted(reading.ignored, "passed over {} answer(s) that were skipped (ignore)")
    yield from counted(
        reading.open, "{} article(s) have no answer yet: taken as begun, not as done"
    )


class _Reading:
    def __init__(self, path: Path, options: ImportOptions) -> None:
        self._path = path
        self._options = options
        self._label_key = options.own.optional_text(LABEL_KEY.name) or ""
        self._offsets = Offsets(options.own.text(OFFSET_UNIT.name), self._evidence)
        self.rejected = self.ignored = self.open = 0

    def article(self, item: Value) -> Imported | None:
        fields = Fields(item.value, "the line")
        answer = fields.peek("answer")
        self.rejected += answer == "reject"
        self.ignored += answer == "ignore"
        if answer in ("reject", "ignore"):
            return None
        if answer not in (None, "accept"):
            raise ImportFailure(f"answer {answer!r} is none of {', '.join(_ANSWERS)}")
        row = token_row(as_list(fields.peek("tokens")) or ())
        text = fields.text("text", default="") or (row.text if row else "")
        if not text:
            raise ImportFailure("the line has no text, and no tokens to make it of")
        marked = fields.items("spans") if as_list(fields.peek("spans")) is not None else []
        spans = [_with_offsets(span, row) for span in marked]
        draft = ArticleDraft(text, item.where, self._offsets.move(text, _claims(spans, fields)))
        self.open += answer is None
        links = as_list(fields.peek("relations")) or []
        if answer or spans or links:
            self._add(draft, fields, spans, links, row)
        fields.drop("spans", "relations", *_OF_PRODIGY)
        meta = as_object(fields.peek("meta")) or {}
        for key in _META:
            if not fields.has(key) and as_text(meta.get(key)):
                fields.rest[key] = meta[key]
        return finish(draft, fields, self._options)

    def _add(
        self,
        draft: ArticleDraft,
        fields: Fields,
        spans: list[object],
        links: list[object],
        row: TokenRow | None,
    ) -> None:
        names = [as_text(fields.peek(key)) or "" for key in ("_annotator_id", "_session_id")]
        if self._options.own.optional_text(ANNOTATOR.name) is not None:
            names = [name for name in names if not _MOMENT.fullmatch(name)]
        # Of a yes-or-no question one span was looked at, and nobody said that there are no others.
        is_done = fields.peek("answer") == "accept" and fields.peek("_is_binary") is not True
        status = Status.DONE if is_done else Status.IN_PROGRESS
        layer = draft.layer(annotator_of(self._options, *names), status)
        found: list[SpanValue] = []
        for number, span in enumerate(spans, 1):
            what = f"annotation {number}"
            if (as_object(span) or {}).get("answer") in ("reject", "ignore"):
                continue
            try:
                value = read_span(span, what, self._label_key)
            except ImportFailure as error:
                flaw(draft, what, error)
                continue
            value = SpanValue(
                value.start,
                value.end,
                value.label,
                value.words,
                f"span {number}",
                value.attributes,
                value.note,
            )
            found.append(value)
            value.add_to(layer, what)
        for link in links:
            keys = as_object(link) or {}
            kind = as_text(keys.get("label")) or "relation"
            ends = [_end_of(keys, side, found, row) for side in ("head", "child")]
            layer.link(kind, *ends)

    def _evidence(self) -> Evidence:
        for item in read_values(self._path, is_whole=True):
            keys = as_object(None if isinstance(item, Broken) else item.value) or {}
            text = keys.get("text")
            if isinstance(text, str):
                yield (
                    text,
                    claims_in(
                        [*(as_list(keys.get("spans")) or ()), *(as_list(keys.get("tokens")) or ())]
                    ),
                )


def _claims(spans: list[object], fields: Fields) -> list[Claim]:
    """Return what the spans claim, and the tokens, which say their words: none where nothing is marked."""
    return claims_in([*spans, *(as_list(fields.peek("tokens")) or ())]) if spans else []


def _with_offsets(span: object, row: TokenRow | None) -> object:
    """Return a span with its offsets, made from the tokens it counts where it has none."""
    keys = as_object(span)
    if keys is None or row is None or (as_number(keys.get("start")) is not None and "end" in keys):
        return span
    first, last = as_number(keys.get("token_start")), as_number(keys.get("token_end"))
    if first is None or last is None or not 0 <= first <= last < len(row.spans):
        return span
    return {**keys, "start": row.spans[first][0], "end": row.spans[last][1]}


def _end_of(link: Object, side: str, spans: list[SpanValue], row: TokenRow | None) -> str:
    """Return the key of the annotation at one end of a link: by its place, else by the number of its last token."""
    given = as_object(_with_offsets(link.get(f"{side}_span"), row))
    if given is not None:
        there = [s for s in spans if (s.start, s.end) == (given.get("start"), given.get("end"))]
        named = [s for s in there if s.label == given.get("label")]
        found = next(iter(named or there), None)
        return found.key if found else f"at [{given.get('start')}, {given.get('end')})"
    number = as_number(link.get(side))
    if number is None or row is None or not 0 <= number < len(row.spans):
        return f"of token {number}"
    start, end = row.spans[number]
    ending = [s for s in spans if s.end == end] or [
        s for s in spans if s.start <= start and end <= s.end
    ]
    return ending[0].key if ending else f"of token {number}"


def sniff(head: Head) -> Sniffed:
    is_mine = any(_is_answer(keys) for keys in head.objects)
    return Sniffed(Confidence.SIGNED, "answers to accept or reject") if is_mine else NOT_MINE


def _is_answer(keys: Object) -> bool:
    row = as_list(keys.get("tokens"))
    has_text = isinstance(keys.get("text"), str) or bool(row and isinstance(row[0], dict))
    return has_text and (
        keys.get("answer") in _ANSWERS
        or {"_input_hash", "_task_hash"} <= keys.keys()
        or bool(
            row
            and "token_start"
            in (as_object(next(iter(as_list(keys.get("spans")) or ()), None)) or {})
        )
        or bool(
            row
            and isinstance(row[0], dict)
            and "text" in row[0]
            and (isinstance(keys.get("text"), str) or "spans" in keys)
            and not isinstance(keys.get("sents"), list)
        )
    )


IMPORTER = Importer(
    "prodigy",
    Words("Prodigy", "أداة Prodigy"),
    Words(
        "Answers of annotators as Prodigy exports them: what was accepted, with links; the rest is counted.",
        "إجابات الواسمين كما تصدّرها Prodigy: ما قُبل منها مع روابطه، ويُحصى ما عداه.",
    ),
    (),
    read,
    sniff,
    (ANNOTATOR, OFFSET_UNIT, LABEL_KEY, FIRST_LINE_IS_TITLE),
    holds=Holds(
        several_layers=True,
        relations=True,
        nested=True,
        crossing=True,
        sub_word=True,
        status=True,
    ),
    tools=("Prodigy",),
)
