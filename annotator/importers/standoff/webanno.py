"""WebAnno TSV 3 (3.3, and 3.0 to 3.2): what INCEpTION and WebAnno export, a document a file, of any layers.

Offsets count UTF-16 units, as Java does; where the words of the tokens say otherwise, code points. The text is that of the
sentences; what lies between two of them the file does not hold, but for its length.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from annotator.errors import AnnotatorError, ImportFailure
from annotator.format_facts import Holds
from annotator.importers.base import (
    Imported,
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
    FIRST_LINE_IS_TITLE,
    OFFSET_UNIT,
    UTF16,
)
from annotator.importers.drafting import ArticleDraft, LayerDraft
from annotator.importers.files import explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.offsets import mover
from annotator.importers.row_files import LineError
from annotator.importers.standoff.inception_paths import annotator_by_path, document_by_path
from annotator.importers.standoff.span_layers import FEATURE, LAYER, SpanLayers, short, told
from annotator.importers.standoff.text_article import article_of
from annotator.importers.standoff.webanno_rows import (
    SIGNATURE,
    Column,
    Sentence,
    Unit,
    read_file,
    text_of,
    unescape,
    values_of,
)
from annotator.options import Words

NAME = "webanno-tsv"


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield the article of each document; see `importers.base.Importer`."""
    taken = Taken()
    root = path if path.is_dir() else path.parent
    passed: Counter[str] = Counter()
    for file in _files(path):
        where = file.relative_to(root).as_posix()
        try:
            yield taken.once(document(file, where, options, passed), where)
        except OSError as error:
            yield Refused(where, explain(error))
        except LineError as error:
            yield Refused(f"{where}, line {error.line}", str(error))
        except AnnotatorError as error:
            yield Refused(where, str(error))
    yield from (Noted(f"passed over {number} {what}") for what, number in passed.items())


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    there = [p.relative_to(path).as_posix() for p in path.rglob("*") if p.is_file()]
    return [path / name for name in sorted(claims(path, [n for n in there if "/." not in f"/{n}"]))]


def document(
    path: Path, where: str, options: ImportOptions, passed: Counter[str], who: str = ""
) -> Imported:
    """Return the document of one file; ``who`` annotated it, where that is known. Raises `AnnotatorError` and `OSError`."""
    columns, sentences = read_file(path)
    if not sentences:
        raise ImportFailure("the file holds no sentence: there is nothing to import")
    asked = options.own.text(OFFSET_UNIT.name)
    text, is_wide = _text(sentences, asked)
    move = mover(text) if is_wide and max(text, default="") > "\uffff" else int
    draft = ArticleDraft(text, where, move)
    found = _Found(columns)
    for sentence in sentences:
        for unit in sentence.units:
            found.take(unit)
    labels = SpanLayers(options).labels(found.met)
    name = options.own.optional_text(ANNOTATOR.name) or who or annotator_by_path(where)
    if labels and not name:
        raise ImportFailure(
            "the file does not say who annotated it: name the annotator (--annotator on the command line)"
        )
    if name:
        found.fill(draft.layer(name), labels, passed)
    lost = _count_lost(draft, sentences)
    if lost:
        draft.flaw(
            "token(s) whose words are not what their offsets hold", "", f"the first is {lost}"
        )
    return draft.finish(article_of(draft.text, document_by_path(where), options))


def _text(sentences: list[Sentence], asked: str) -> tuple[str, bool]:
    """Return the text, and whether offsets count UTF-16 units, as the words of the tokens fit."""
    ways = [True, False] if asked == AUTO else [asked == UTF16]
    best, most, error = ("", True), -1, None
    for is_wide in ways:
        for is_escaped in (True, False):
            try:
                text = text_of(sentences, is_wide=is_wide, is_escaped=is_escaped)
            except ImportFailure as failure:
                error = error or failure
                continue
            move = mover(text) if is_wide else int
            fits = [_fits(text[move(u.start) : move(u.end)], u) for s in sentences for u in s.units]
            if all(fits):
                return text, is_wide
            if sum(fits) > most:
                best, most = (text, is_wide), sum(fits)
    if most < 0 and error is not None:
        raise error
    return best


def _fits(words: str, unit: Unit) -> bool:
    return words in (unit.form, unescape(unit.form))


def _count_lost(draft: ArticleDraft, sentences: list[Sentence]) -> str:
    """Return the first token whose words are not in its place, with its line; nothing where all are."""
    for sentence in sentences:
        for unit in sentence.units:
            if not _fits(draft.words(unit.start, unit.end), unit):
                return f"{unit.form!r} in line {unit.line}"
    return ""


@dataclass(slots=True)
class _Annotation:
    layer: str
    start: int
    end: int
    line: int
    features: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(slots=True)
class _Relation:
    layer: str
    base: str
    head: str
    head_number: int
    unit: str
    number: int
    features: dict[str, str] = field(default_factory=dict[str, str])


class _Found:
    """The annotations and relations of one document, in the making: a row at a time."""

    def __init__(self, columns: list[Column]) -> None:
        self._columns = columns
        self._annotations: dict[str, _Annotation] = {}
        self._on_unit: dict[tuple[str, str], list[str]] = {}
        self._relations: list[_Relation] = []
        self._slots = 0
        self.met: dict[str, Counter[str]] = {}
        """The layers with annotations, and how many of those have a value of each feature."""

    def take(self, unit: Unit) -> None:
        stacks: dict[tuple[str, int], dict[str, str]] = {}
        numbers: dict[tuple[str, int], int] = {}
        references: dict[tuple[str, int], tuple[str, str, int, int]] = {}
        relations: set[str] = set()
        for column, cell in zip(self._columns, unit.cells, strict=True):
            if column.kind == "other":
                self._slots += cell not in ("_", "*", "")
            if column.is_relation:
                relations.add(column.layer)
            for place, value in enumerate(values_of(cell)):
                key = column.layer, place
                features = stacks.setdefault(key, {})
                if column.kind == "reference":
                    head = value.text or ""
                    references[key] = column.name, head, value.number, value.other
                elif column.kind == "feature":
                    numbers[key] = numbers.get(key) or value.number
                    if column.name and value.text:
                        features[column.name] = value.text
        for (layer, place), features in stacks.items():
            if layer not in relations:
                self._span(unit, layer, place, numbers.get((layer, place), 0), features)
            elif (layer, place) in references:
                base, head, number, other = references[layer, place]
                self._relations.append(
                    _Relation(layer, base, head, number, unit.key, other, features)
                )

    def _span(
        self, unit: Unit, layer: str, place: int, number: int, features: dict[str, str]
    ) -> None:
        key = f"{layer} {number}" if number else f"{layer} {unit.key} {place}"
        known = self._annotations.get(key)
        self._on_unit.setdefault((layer, unit.key), []).append(key)
        if known is None:
            self._annotations[key] = _Annotation(layer, unit.start, unit.end, unit.line, features)
            self.met.setdefault(layer, Counter()).update(dict.fromkeys(features, 1))
        else:  # it goes on; where a part of its first token follows that token, it is only the part
            known.end = unit.end

    def fill(self, layer: LayerDraft, labels: dict[str, str], passed: Counter[str]) -> None:
        """Put what is in the layers that are taken into ``layer``, and count what is passed over."""
        for key, one in self._annotations.items():
            if one.layer in labels:
                label, values, note = told(one.layer, labels[one.layer], one.features)
                layer.add(
                    one.start,
                    one.end,
                    label,
                    key=key,
                    attributes=values,
                    note=note,
                    what=f"line {one.line}",
                )
            else:
                passed[f"annotation(s) of layer {short(one.layer)}; --layer takes it"] += 1
        for one in self._relations:
            if one.base in labels:
                kind = next(filter(None, one.features.values()), "") or short(one.layer)
                head = self._key(one, one.head, one.head_number)
                layer.link(kind, head, self._key(one, one.unit, one.number))
            else:
                passed[f"relation(s) of layer {short(one.layer)}"] += 1
        if self._slots:
            passed["link(s) of slots and chains, which have no place here"] += self._slots

    def _key(self, one: _Relation, unit: str, number: int) -> str:
        if number:
            return f"{one.base} {number}"
        return next(iter(self._on_unit.get((one.base, unit), ())), f"{short(one.base)} on {unit}")


def claims(folder: Path, names: Sequence[str]) -> Collection[str]:
    """Return the documents of a folder that are of this format; whose they are, folders say."""
    if any(PurePosixPath(name).name == "exportedproject.json" for name in names):
        return ()  # a whole project: `importers.standoff.cas`
    likely = (n for n in names if n.lower().endswith((".tsv", ".tsv3")))
    return [name for name in likely if _is_signed(folder / name)]


def _is_signed(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return (
                file.read(len(SIGNATURE) + 3).lstrip(b"\xef\xbb\xbf").startswith(SIGNATURE.encode())
            )
    except OSError:
        return False


def sniff(head: Head) -> Sniffed:
    is_signed = head.text.startswith(SIGNATURE)
    return Sniffed(Confidence.SIGNED, "the first line of WebAnno TSV") if is_signed else NOT_MINE


IMPORTER = Importer(
    NAME,
    Words("WebAnno TSV, as of INCEpTION", "صيغة WebAnno TSV كما في INCEpTION"),
    Words(
        "Documents as INCEpTION and WebAnno export them in columns: any layer, with values and links; folders say whose they are.",
        "المستندات كما يصدّرها INCEpTION وWebAnno في أعمدة: أي طبقة مع قيمها وروابطها، وأسماء المجلدات تدل على الواسمين.",
    ),
    (".tsv",),
    read,
    sniff,
    (ANNOTATOR, LAYER, FEATURE, OFFSET_UNIT, FIRST_LINE_IS_TITLE),
    holds=Holds(
        several_layers=True,
        attributes=True,
        relations=True,
        notes=True,
        nested=True,
        crossing=True,
        sub_word=True,
    ),
    tools=("INCEpTION", "WebAnno"),
    claims=claims,
)
