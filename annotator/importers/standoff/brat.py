"""brat's standoff: a text in ``doc.txt`` and its annotations in ``doc.ann`` beside it, alone or in folders.

brat opens texts with universal newlines and counts code points of what it gets; other programs count line ends of two
characters, a byte order mark or UTF-16 units. The words in the rows tell.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path, PurePosixPath

from annotator.errors import AnnotatorError, ImportFailure
from annotator.format_facts import Holds
from annotator.importers.base import (
    Importer,
    ImportOptions,
    Noted,
    Outcome,
    Refused,
    Taken,
)
from annotator.importers.common_options import (
    ANNOTATOR,
    AUTO,
    CODEPOINT,
    FIRST_LINE_IS_TITLE,
    OFFSET_UNIT,
    UTF16,
)
from annotator.importers.drafting import UNREADABLE, ArticleDraft, LayerDraft
from annotator.importers.files import LARGEST, TOO_LARGE, explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.offsets import Claim, Offsets, mover
from annotator.importers.row_files import LineError, rows_of
from annotator.importers.standoff.brat_rows import ROW, Bound, Rows, parse, unescape
from annotator.importers.standoff.text_article import article_of
from annotator.options import Words
from annotator.text import decoding

NAME = "brat"
CONFIGURATION = ("annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf", "stats.conf")
OWN = "# Hashiya: notes of the form name=value are values of "
"""How the line of ``annotation.conf`` begins by which an export says that it is ours; names follow, parted by commas."""

_LINE_ENDS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")
_BOUND_ROW = re.compile(r"T\S*\t\S.*?[ \t]\d+[ \t]\d+(?:;\d+ \d+)*(?:\t.*)?")


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield the article of each text with its annotator's layer; see `importers.base.Importer`."""
    reading = _Reading(path, options)
    for text, annotations in reading.pairs():
        where = (annotations or text or path).relative_to(reading.root).as_posix()
        try:
            yield from reading.document(text, annotations, where)
        except OSError as error:
            yield Refused(where, explain(error))
        except LineError as error:
            yield Refused(f"{where}, line {error.line}", str(error))
        except AnnotatorError as error:
            yield Refused(where, str(error))
    yield from map(Noted, reading.said())


class _Reading:
    """One folder or one document."""

    def __init__(self, path: Path, options: ImportOptions) -> None:
        self.root = path if path.is_dir() else path.parent
        self._path = path
        self._options = options
        self._taken = Taken()
        self._own = cache(_own_names)
        self._named = options.own.optional_text(ANNOTATOR.name)
        self._by_folder: set[str] = set()
        self._discontinuous = self._events = self._arguments = self._bare = 0

    def pairs(self) -> Iterator[tuple[Path | None, Path | None]]:
        """Yield each document's text and annotations, either of which may be missing."""
        if not self._path.is_dir():
            is_text = self._path.suffix.lower() == ".txt" and not _looks_like_rows(self._path)
            other = _beside(self._path, ".ann" if is_text else ".txt")
            yield (self._path, other) if is_text else (other, self._path)
            return
        files = (p for p in self._path.rglob("*") if p.is_file())
        names = [p.relative_to(self._path).as_posix() for p in files]
        found: dict[str, dict[str, Path]] = {}
        for name in claims(self._path, [n for n in names if "/." not in f"/{n}"]):
            pure = PurePosixPath(name)
            if pure.suffix.lower() in (".txt", ".ann"):
                stem = pure.with_suffix("").as_posix()
                found.setdefault(stem, {})[pure.suffix.lower()] = self._path / name
        for _, files_of in sorted(found.items()):
            yield files_of.get(".txt"), files_of.get(".ann")

    def document(
        self, text: Path | None, annotations: Path | None, where: str
    ) -> Iterator[Outcome]:
        if text is None:
            stem = (annotations or self._path).stem
            raise ImportFailure(
                f"there is no {stem}.txt beside it, which its annotations are about: put the two into one folder"
            )
        rows = parse(rows_of(annotations)) if annotations else Rows()
        draft = self._draft(text, rows, where)
        if annotations is None:
            self._bare += 1
        else:
            names = self._names_of_values(annotations.parent)
            # an export puts texts that nobody has annotated beside its configuration
            is_unmarked = self._own(annotations.parent) is not None
            if rows.bounds or rows.odd or not is_unmarked:
                self._fill(draft.layer(self._annotator(annotations)), draft, rows, names)
        article = article_of(draft.text, text.name, self._options)
        yield self._taken.once(draft.finish(article), where)

    def said(self) -> Iterator[str]:
        for name in sorted(self._by_folder):
            yield f"annotations are taken as {name}'s, as their folder is called; --annotator says otherwise"
        if self._discontinuous:
            yield (
                f"took {self._discontinuous} discontinuous annotation(s) as one span each, from the first part to the last"
            )
        if self._events:
            yield (
                f"took the triggers of {self._events} event(s); their {self._arguments} argument(s) have no place here"
            )
        if self._bare:
            yield f"{self._bare} text(s) have no .ann beside them: taken without annotations"

    def _draft(self, text: Path, rows: Rows, where: str) -> ArticleDraft:
        with text.open("rb") as file:
            raw = file.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise ImportFailure(f"the text is {TOO_LARGE}")
        decoded = _decoded(raw)
        claims_ = [Claim(*bound.parts[0], bound.words) for bound in rows.bounds]
        best = max(_readings(raw, decoded), key=lambda one: _fits(one, claims_))
        asked = self._options.own.text(OFFSET_UNIT.name)
        unit = asked if asked != AUTO else _unit(best, claims_)
        draft = ArticleDraft(best, where, mover(best) if unit == UTF16 else int)
        draft.notes += decoded.notes if "\r" not in best else ()
        return draft

    def _annotator(self, annotations: Path) -> str:
        if self._named:
            return self._named
        # a zip is unpacked into a folder of its own name
        name = annotations.resolve().parent.name.removesuffix(".zip")
        self._by_folder.add(name)
        return name or "annotator"

    def _names_of_values(self, folder: Path) -> frozenset[str] | None:
        """Return the names of values that notes hold, None where the files are not ours."""
        for place in (folder, folder.parent):
            if (names := self._own(place)) is not None:
                return names
        return None

    def _fill(
        self, layer: LayerDraft, draft: ArticleDraft, rows: Rows, names: frozenset[str] | None
    ) -> None:
        self._events += len(rows.triggers)
        self._arguments += rows.arguments
        for bound in rows.bounds:
            values, note = dict(rows.values.pop(bound.key, {})), ""
            for said in rows.notes.pop(bound.key, []):
                name, is_value, value = said.partition("=")
                if names is not None and is_value and unescape(name) in names:
                    values[unescape(name)] = unescape(value)
                elif names is not None:
                    note += unescape(said.removeprefix("="))
                else:
                    note += f"\n{said}" if note else said
            self._add(layer, draft, bound, values, note)
        for kind, head, dependent in rows.links:
            layer.link(kind, rows.of(head), rows.of(dependent))
        for line, row in rows.odd:
            draft.flaw(f"line(s) {UNREADABLE}", f"line {line}", f"{row[:60]!r} is no row of brat")
        for kind, held in (("attribute(s)", rows.values), ("note(s)", rows.notes)):
            for key in held:
                draft.flaw(f"{kind} of what is no annotation", key, f"{key} is no annotation here")

    def _add(
        self,
        layer: LayerDraft,
        draft: ArticleDraft,
        bound: Bound,
        values: dict[str, str],
        note: str,
    ) -> None:
        start, end = bound.parts[0][0], bound.parts[-1][1]
        found = [draft.words(*part) for part in bound.parts]
        is_same = bound.words is None or _flat(" ".join(found)) == _flat(bound.words)
        ends = zip(bound.parts, bound.parts[1:], strict=False)
        gaps = [draft.words(before[1], after[0]) for before, after in ends]
        if is_same and not all(map(_LINE_ENDS.fullmatch, gaps)):
            self._discontinuous += 1
        layer.add(
            start,
            end,
            bound.label,
            claimed=None if is_same else bound.words,
            key=bound.key,
            attributes=values,
            note=note,
            what=f"line {bound.line}, {bound.key}",
        )


def _decoded(raw: bytes) -> decoding.Decoded:
    """Return the text: UTF-8 where it is, as rows beside it say that it is a text, whatever it looks like."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return decoding.decode(raw)
    if "\0" in text or not text:
        return decoding.decode(raw)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip(decoding.BOM)
    return decoding.Decoded(lines, "utf-8", ("line ends became LF",) if "\r" in text else ())


def _readings(raw: bytes, decoded: decoding.Decoded) -> list[str]:
    """Return the text as programs may have counted it, as brat does first."""
    kept = raw.decode(decoded.encoding, "surrogatepass")
    bare = kept.lstrip(decoding.BOM)
    marks = kept[: len(kept) - len(bare)]
    found = [decoded.text, marks + decoded.text, bare, kept]
    return list(dict.fromkeys(found))


def _fits(text: str, claims_: Sequence[Claim]) -> int:
    """Return how many claims hold their words, whichever unit they count."""
    ways = [int] if text.isascii() or max(text) <= "\uffff" else [int, mover(text)]
    return max(
        sum(
            claim.text is not None
            and claim.text.startswith(text[move(claim.start) : move(claim.end)].split("\n")[0])
            and move(claim.end) <= len(text)
            for claim in claims_
        )
        for move in ways
    )


def _unit(text: str, claims_: Sequence[Claim]) -> str:
    try:
        return Offsets().unit(text, claims_)
    except ImportFailure:  # nothing tells: what brat itself counts
        return CODEPOINT


def _flat(words: str) -> str:
    """Return words as they are compared: a line end may be written as a space, or be left out."""
    return " ".join(words.split())


def _beside(path: Path, suffix: str) -> Path | None:
    for ending in (suffix, suffix.upper()):
        other = path.with_suffix(ending)
        if other != path and other.is_file():
            return other
    return None


def _looks_like_rows(path: Path) -> bool:
    try:
        return _is_rows(Head.of(path))
    except OSError:
        return False


def _is_rows(head: Head) -> bool:
    rows = head.lines
    is_bound = any(_BOUND_ROW.fullmatch(row) for row in rows)
    return is_bound and all(ROW.fullmatch(row) for row in rows)


def _own_names(folder: Path) -> frozenset[str] | None:
    try:
        lines = (folder / CONFIGURATION[0]).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    own = next((line for line in lines if line.startswith(OWN)), None)
    return (
        None if own is None else frozenset(unescape(n) for n in own.removeprefix(OWN).split(", "))
    )


def claims(folder: Path, names: Sequence[str]) -> Collection[str]:
    """Return the files of a folder that are brat's: annotations, the texts in the same folders, the configuration."""
    pure = {name: PurePosixPath(name) for name in names}
    annotations = {n for n, p in pure.items() if p.suffix.lower() == ".ann"}
    texts = {n for n, p in pure.items() if p.suffix.lower() == ".txt"}
    stems = {pure[n].with_suffix("") for n in texts}
    is_brat = any(pure[n].with_suffix("") in stems for n in annotations) or any(
        _looks_like_rows(folder / n) for n in annotations
    )
    if not is_brat:
        return ()
    places = {pure[n].parent for n in annotations}
    beside = {n for n in texts if pure[n].parent in places}
    return annotations | beside | {n for n, p in pure.items() if p.name in CONFIGURATION}


def sniff(head: Head) -> Sniffed:
    if _is_rows(head):
        return Sniffed(Confidence.SIGNED, "rows such as T1, label, start and end")
    if head.path.suffix.lower() == ".txt" and (beside := _beside(head.path, ".ann")):
        reason = f"a text whose annotations are in {beside.name} beside it"
        return Sniffed(Confidence.SURE, reason)
    return NOT_MINE


IMPORTER = Importer(
    NAME,
    Words("brat standoff", "صيغة brat"),
    Words(
        "Folders of texts with their annotations beside them, as brat keeps them: values, notes and links come along, and "
        "the folder's name says whose they are.",
        "مجلدات من النصوص ووسومها بجانبها كما يحفظها برنامج brat: تأتي معها القيم والملاحظات والروابط، واسم المجلد هو اسم الواسم.",
    ),
    (".ann",),
    read,
    sniff,
    (ANNOTATOR, OFFSET_UNIT, FIRST_LINE_IS_TITLE),
    holds=Holds(
        several_layers=True,
        attributes=True,
        relations=True,
        notes=True,
        nested=True,
        crossing=True,
        sub_word=True,
    ),
    tools=("brat", "pybrat", "bioc"),
    claims=claims,
)
