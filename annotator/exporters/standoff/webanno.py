"""WebAnno TSV 3.3: a folder for each annotator, in it a file for each article, for INCEpTION and WebAnno.

Labels are the values of DKPro's named entities, links a layer of relations; values and notes are further features of that layer,
which it must have in INCEpTION before the files are imported there. Offsets count UTF-16 units.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink
from annotator.exporters.columns.rows import Range, rows_at, sentence_ranges, visible_tokens
from annotator.exporters.loss import LossReport, Reason, Tally
from annotator.exporters.scope import without_zones
from annotator.exporters.standoff.feature_names import feature_name
from annotator.format_facts import Holds
from annotator.model import Annotation, Article, Layer
from annotator.options import Words

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
RELATION = "custom.Relation"
NOTE = "note"

_ESCAPES = str.maketrans(
    {c: f"\\{c}" for c in "\\[]|_;*"} | {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\\u0000"}
)


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write each layer of each article into a file of its own; see `exporters.base.Exporter`."""
    tally = Tally()
    for item in items:
        tally.articles += 1
        for layer in item.layers or (Layer("", item.article.id),):
            tally.annotations += len(layer)
            kept = without_zones(layer, item.article, tally) if options.skip_zones else layer
            tally.count(Reason.ZONES, len(kept.zones))
            tally.count(Reason.REMARKS, len(kept.remarks))
            name = f"{layer.annotator}/{item.article.id}" if layer.annotator else item.article.id
            with sink.open(f"{name}.tsv") as out:
                out.write(_document(item.article, kept, tally).encode("utf-8"))
    return tally.report()


@dataclass(slots=True)
class _Placed:
    """An annotation on its units, by their keys, with its number where it needs one."""

    annotation: Annotation
    units: list[Range]
    number: int = 0
    key: str = ""
    """That of its first unit."""


@dataclass(slots=True)
class _Unit:
    """A token or a part of one, with what lies over it; ``start`` and ``end`` in code points."""

    key: str
    start: int
    end: int
    placed: list[_Placed] = field(default_factory=list[_Placed])
    links: list[tuple[str, _Placed, _Placed]] = field(
        default_factory=list[tuple[str, _Placed, _Placed]]
    )


def _document(article: Article, layer: Layer, tally: Tally) -> str:
    text = article.text
    tokens = _tokens(text)
    placed = [p for a in layer.in_order if (p := _place(a, tokens, article, tally)) is not None]
    tally.written += len(placed)
    spans = [_rows(tokens, one) for one in placed]
    sentences = sentence_ranges(text, rows_at(text, tokens), spans)
    units = _units(tokens, sentences, placed)
    _number(units, placed)
    names = _features(placed, tally)
    has_links = _link(layer, units, placed, tally)
    move = _wide(text)
    head = f"#FORMAT=WebAnno TSV 3.3\n#T_SP={ENTITY}|identifier|value"
    head += "".join(f"|{name}" for name in names.values()) + "\n"
    head += f"#T_RL={RELATION}|kind|BT_{ENTITY}\n" if has_links else ""
    parts = [head]
    for number, (first, last) in enumerate(sentences):
        following = sentences[number + 1][0] if number + 1 < len(sentences) else None
        end = len(text) if following is None else tokens[following][0]
        gap = text[tokens[last - 1][1] : end]
        if following is not None and gap == "\n" + " " * (len(gap) - 1):
            end -= len(gap)  # what readers put between sentences by themselves
        lines = text[tokens[first][0] : end].split("\n")
        parts.append("\n" + "".join(f"#Text={_escape_text(line)}\n" for line in lines))
        parts += [
            _row(unit, text, names, move, has_links=has_links)
            for row in units[first:last]
            for unit in row
        ]
    return parts[0] + "\n" + "".join(parts[1:])


def _tokens(text: str) -> list[Range]:
    """Return the tokens; what stands before the first one is one as well, unless readers make it by themselves."""
    tokens = visible_tokens(text).ranges
    if not tokens:
        return [(0, len(text))]
    before = tokens[0][0]
    return [(0, before), *tokens] if text[:before].strip(" ") else tokens


def _place(
    annotation: Annotation, tokens: list[Range], article: Article, tally: Tally
) -> _Placed | None:
    """Return an annotation on the tokens it touches, in parts where it begins or ends inside one; None where it touches none."""
    first = bisect_right(tokens, annotation.start, key=lambda token: token[1])
    last = bisect_left(tokens, annotation.end, key=lambda token: token[0])
    if first >= last:
        tally.add(Reason.NO_TOKEN, article, annotation)
        tally.count(Reason.ATTRIBUTES, len(annotation.attributes))
        tally.count(Reason.NOTES, bool(annotation.note))
        return None
    units = [
        (max(start, annotation.start), min(end, annotation.end))
        for start, end in tokens[first:last]
    ]
    if (units[0][0], units[-1][1]) != (annotation.start, annotation.end):
        tally.add(Reason.TRIMMED, article, annotation)
    return _Placed(annotation, units)


def _rows(tokens: list[Range], one: _Placed) -> Range:
    return (
        bisect_right(tokens, one.units[0][0], key=lambda token: token[1]),
        bisect_left(tokens, one.units[-1][1], key=lambda token: token[0]),
    )


def _units(tokens: list[Range], sentences: list[Range], placed: list[_Placed]) -> list[list[_Unit]]:
    """Return for each token its row and those of its parts, in order, with the annotations over each."""
    wanted = {place for one in placed for place in one.units} - set(tokens)
    parts: dict[int, list[Range]] = {}
    ends = [end for _, end in tokens]
    for start, end in sorted(wanted):
        at = bisect_right(ends, start)
        parts.setdefault(at, []).append((start, end))
    units: list[list[_Unit]] = []
    for number, (first, last) in enumerate(sentences, 1):
        for at in range(first, last):
            key = f"{number}-{at - first + 1}"
            row = [_Unit(key, *tokens[at])]
            row += [_Unit(f"{key}.{n}", *part) for n, part in enumerate(parts.get(at, ()), 1)]
            units.append(row)
    by_place = {(u.start, u.end): u for row in units for u in row}
    for one in placed:
        one.key = by_place[one.units[0]].key
        for place in one.units:
            by_place[place].placed.append(one)
    return units


def _number(units: list[list[_Unit]], placed: list[_Placed]) -> None:
    """Give a number to every annotation that lies over several units, or over one with another."""
    stacked = {id(one) for row in units for u in row if len(u.placed) > 1 for one in u.placed}
    number = 0
    for one in placed:
        if len(one.units) > 1 or id(one) in stacked:
            number += 1
            one.number = number


def _features(placed: list[_Placed], tally: Tally) -> dict[str, str]:
    """Return the features that the annotations need, by the names of the values; count those that can be none."""
    names: dict[str, str] = {}
    for one in placed:
        for name in one.annotation.attributes:
            feature = feature_name(name)
            if feature is None:
                tally.count(Reason.ATTRIBUTES)
            else:
                names[name] = feature
        if one.annotation.note:
            names[""] = NOTE
    return dict(sorted(names.items()))


def _link(layer: Layer, units: list[list[_Unit]], placed: list[_Placed], tally: Tally) -> bool:
    """Put each link to the unit where its dependent begins; tell whether there is any."""
    by_id = {one.annotation.id: one for one in placed}
    by_place = {(u.start, u.end): u for row in units for u in row}
    links = [r for r in sorted(layer.relations) if r.head in by_id and r.dependent in by_id]
    tally.count(Reason.RELATIONS, len(layer.relations) - len(links))
    for link in links:
        dependent = by_id[link.dependent]
        by_place[dependent.units[0]].links.append((link.type, by_id[link.head], dependent))
    return bool(links)


def _row(
    unit: _Unit, text: str, names: dict[str, str], move: Callable[[int], int], *, has_links: bool
) -> str:
    """Return a row; ``names`` are the features by the names of the values, ``move`` takes code points to UTF-16 units."""
    form = _escape_text(text[unit.start : unit.end]).replace("\n", "\\n").replace("\t", "\\t")
    cells = [unit.key, f"{move(unit.start)}-{move(unit.end)}", form]
    if not unit.placed and not unit.links:  # most rows
        return "\t".join(cells) + "\t_" * (2 + len(names) + 2 * has_links) + "\t\n"
    columns = [
        ["*" for _ in unit.placed],
        [_escape(one.annotation.label) for one in unit.placed],
        *(
            [
                _escape(one.annotation.attribute(name) if name else one.annotation.note) or "*"
                for one in unit.placed
            ]
            for name in names
        ),
    ]
    numbers = [f"[{one.number}]" if one.number else "" for one in unit.placed]
    cells += [
        "|".join(value + number for value, number in zip(values, numbers, strict=True)) or "_"
        for values in columns
    ]
    if has_links:
        cells.append("|".join(_escape(kind) for kind, _, _ in unit.links) or "_")
        cells.append("|".join(_reference(head, end) for _, head, end in unit.links) or "_")
    return "\t".join(cells) + "\t\n"


def _reference(head: _Placed, dependent: _Placed) -> str:
    is_clear = not head.number and not dependent.number
    return head.key if is_clear else f"{head.key}[{head.number}_{dependent.number}]"


def _escape(words: str) -> str:
    return words.translate(_ESCAPES).replace("->", "\\->")


def _escape_text(words: str) -> str:
    return words.replace("\\", "\\\\")


def _wide(text: str) -> Callable[[int], int]:
    places = [place for place, character in enumerate(text) if character > "\uffff"]
    return lambda offset: offset + bisect_left(places, offset)


EXPORTER = Exporter(
    "webanno-tsv",
    "",
    Words("WebAnno TSV, a folder", "مجلد بصيغة WebAnno TSV"),
    Words(
        "A folder for each annotator with a file for each article, for INCEpTION and WebAnno: labels as named entities; for "
        "values and notes the layer needs features of their names there.",
        "مجلد لكل واسم فيه ملف لكل مقال، لبرنامجي INCEpTION وWebAnno: التصنيفات كيانات مسماة، وتحتاج القيم والملاحظات هناك إلى "
        "سمات بأسمائها في الطبقة.",
    ),
    write,
    Holds(
        several_layers=True,
        attributes=True,
        relations=True,
        notes=True,
        nested=True,
        crossing=True,
        sub_word=True,
    ),
    is_folder=True,
    tools=("INCEpTION", "WebAnno"),
)
