"""One CAS as JSON (0.4.0) has it: a text, and structures that have types and features.

What people annotated are structures over a piece of the text; relations point from one to another. Offsets count UTF-16 units.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn, cast

from annotator.errors import ImportFailure
from annotator.importers.base import Imported, ImportOptions
from annotator.importers.common_options import ANNOTATOR, AUTO, OFFSET_UNIT, UTF16
from annotator.importers.drafting import ArticleDraft, LayerDraft
from annotator.importers.files import too_much
from annotator.importers.objects.fields import as_list, as_text
from annotator.importers.offsets import Move, mover
from annotator.importers.standoff.inception_paths import CURATOR, NOBODY
from annotator.importers.standoff.span_layers import SpanLayers, is_unit, short, told
from annotator.importers.standoff.text_article import article_of
from annotator.model import GOLD, Article, Status

Structure = Mapping[str, object]
_NOTHING: Structure = {}

_INITIAL = "_InitialView"
_DOCUMENT, _ZONE = "hashiya.Document", "hashiya.Zone"
_BESIDE = {
    "DocumentMetaData",
    "DocumentAnnotation",
    "CASMetadata",
    "TagDescription",
    "TagsetDescription",
    "LayerDefinition",
    "FeatureDefinition",
}
"""Types that say something of the document and annotate no piece of it."""

_ENDS = (("@Governor", "@Dependent"), ("@governor", "@dependent"), ("@source", "@target"))
_FILE = re.compile(r".*\.[A-Za-z0-9]{2,5}")


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a document from beside it: where it is, whose, and how far they are."""

    where: str
    source: str
    annotator: str = ""
    status: Status | None = None
    is_nobodys: bool = False
    by_path: str = ""
    """Whose it is by the folder it is in, where nothing else says it."""


def read_document(
    raw: bytes | str, about: Told, options: ImportOptions, passed: Counter[str]
) -> Imported:
    """Return the document with its layer, and count in ``passed`` what is passed over. Raise `AnnotatorError`."""
    structures = _Structures(_parsed(raw))
    draft = ArticleDraft(structures.text, about.where, structures.move(options))
    if structures.others:
        draft.notes.append(
            f"the CAS holds {structures.others} more text(s), in other views: that of {structures.view} was taken"
        )
    own = structures.only(_DOCUMENT)
    marked = list(structures.annotations())
    zones = list(structures.of_type(_ZONE))
    asked = options.own.optional_text(ANNOTATOR.name)
    name = as_text(own.get("annotator")) or about.annotator
    if not name and not about.is_nobodys and not own:
        name = structures.user() or asked or about.by_path
    labels = SpanLayers(options).labels(_met(marked))
    if not name and labels and not about.is_nobodys:
        raise ImportFailure(
            "the file does not say who annotated it: name the annotator (--annotator on the command line)"
        )
    if name:
        status = _status(own.get("status")) or about.status or Status.IN_PROGRESS
        _fill(draft.layer(name, status), marked, structures, labels, passed)
        for number, zone in enumerate(zones, 1):
            start, end = structures.place(zone)
            if start is None or end is None:
                draft.flaw(
                    "zone(s) that cannot be read", f"zone {number}", "it has no begin and end"
                )
            else:
                draft.layer(name).zone(start, end, as_text(zone.get("kind")) or "boilerplate")
    return draft.finish(_article(draft, own, structures, about, options))


def _met(marked: list[tuple[str, Structure]]) -> dict[str, Counter[str]]:
    """Return the layers of what is marked, with how often each of their features has a value."""
    met: dict[str, Counter[str]] = {}
    for _, one in marked:
        met.setdefault(_type(one), Counter()).update(_features(one).keys())
    return met


def _fill(
    layer: LayerDraft,
    marked: list[tuple[str, Structure]],
    structures: "_Structures",
    labels: dict[str, str],
    passed: Counter[str],
) -> None:
    for key, one in marked:
        kind = _type(one)
        if kind not in labels:
            passed[f"annotation(s) of layer {short(kind)}; --layer takes it"] += not is_unit(kind)
            continue
        label, values, note = told(kind, labels[kind], _features(one))
        start, end = structures.place(one)
        layer.add(
            -1 if start is None else start,
            -1 if end is None else end,
            label,
            key=key,
            attributes=values,
            note=note,
            what=f"structure {key}",
        )
        passed["link(s) of slots, which have no place here"] += sum(
            bool(value) for name, value in one.items() if name[:1] == "@" and name != "@sofa"
        )
    for one, head, dependent in structures.relations():
        if structures.type_of(head) in labels or structures.type_of(dependent) in labels:
            kind = next(iter(_features(one).values()), "") or short(_type(one))
            layer.link(kind, head, dependent)
        else:
            passed[f"relation(s) of layer {short(_type(one))}"] += 1
    for what in [what for what, number in passed.items() if not number]:
        del passed[what]


def _article(
    draft: ArticleDraft,
    own: Structure,
    structures: "_Structures",
    about: Told,
    options: ImportOptions,
) -> Article:
    if not own:
        title = structures.title()
        if title == about.source or _FILE.fullmatch(
            title
        ):  # INCEpTION calls a document as its file
            return article_of(draft.text, title, options)
        return article_of(draft.text, about.source, options, title)
    said = {name: as_text(own.get(name)) for name in ("title", "published", "source", "url")}
    return Article.from_text(
        draft.text,
        title=(said["title"] or "") if options.title is None else options.title,
        published=options.published or said["published"],
        source=options.source or said["source"],
        url=options.url or said["url"],
        fields=_fields(own.get("fields")),
    )


def _fields(given: object) -> dict[str, str]:
    try:
        value: object = json.loads(given) if isinstance(given, str) else {}
    except ValueError:
        return {}
    return {name: one for name, one in as_object(value).items() if isinstance(one, str) and one}


def as_object(value: object) -> Structure:
    """Return a JSON object, an empty one for anything else."""
    return cast("Structure", value) if isinstance(value, dict) else _NOTHING


def _status(given: object) -> Status | None:
    return next((status for status in Status if status.value == given), None)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")


def _parsed(raw: bytes | str) -> Mapping[str, object]:
    try:
        text = raw if isinstance(raw, str) else raw.decode("utf-8-sig")
        value: object = json.loads(text, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise ImportFailure(
            f"byte {error.start + 1} of the file is not UTF-8; save it as UTF-8"
        ) from None
    except json.JSONDecodeError as error:
        raise ImportFailure(
            f"the file is not JSON: {error.msg} in line {error.lineno}, column {error.colno}; it may have been cut short"
        ) from None
    except (ValueError, RecursionError) as error:
        raise ImportFailure(f"the file is not JSON that can be read: {too_much(error)}") from None
    if not isinstance(value, dict) or "%FEATURE_STRUCTURES" not in value:
        raise ImportFailure("the file is no CAS in JSON: it has no %FEATURE_STRUCTURES")
    return cast("Mapping[str, object]", value)


def _type(one: Structure) -> str:
    return str(one.get("%TYPE") or "")


def _features(one: Structure) -> dict[str, str]:
    """Return the features of a structure that hold words or numbers."""
    found: dict[str, str] = {}
    for name, value in one.items():
        bare = name.removeprefix("#")
        if bare[:1] in ("%", "@", "^") or bare in ("begin", "end"):
            continue
        words = str(value).lower() if isinstance(value, bool) else as_text(value)
        if words:
            found[bare] = words
    return found


class _Structures:
    """The structures of a CAS by their ids. Raise `ImportFailure` where there is no text."""

    def __init__(self, value: Mapping[str, object]) -> None:
        self._by_id: dict[str, Structure] = {}
        given = value["%FEATURE_STRUCTURES"]
        by_key = as_object(given) or dict(enumerate(as_list(given) or ()))
        for key, one in by_key.items():
            structure = as_object(one)
            if structure:
                self._by_id[str(structure.get("%ID", key))] = structure
        types = value.get("%TYPES")
        self._types = as_object(types)
        self._sofa, self.view, self.others = self._chosen_sofa()
        self.text = str(self._by_id[self._sofa]["sofaString"])
        self._is_of_text = {key: self._lies_over(one) for key, one in self._by_id.items()}

    def _chosen_sofa(self) -> tuple[str, str, int]:
        """Return the id of the text that is read, the view it is of, and how many others there are."""
        texts = {
            key: str(one.get("sofaID") or "")
            for key, one in self._by_id.items()
            if _type(one) == "uima.cas.Sofa" and isinstance(one.get("sofaString"), str)
        }
        if not texts:
            raise ImportFailure(
                "the CAS holds no text (no sofaString): export the document with its text"
            )
        chosen = next((key for key, view in texts.items() if view == _INITIAL), next(iter(texts)))
        return chosen, texts[chosen], len(texts) - 1

    def move(self, options: ImportOptions) -> Move:
        asked = options.own.text(OFFSET_UNIT.name)
        is_wide = asked in (AUTO, UTF16) and max(self.text, default="") > "\uffff"
        return mover(self.text) if is_wide else int

    def annotations(self) -> Iterator[tuple[str, Structure]]:
        """Yield what annotates a piece of the text, relations apart, with its key."""
        for key, one in self._by_id.items():
            kind = _type(one)
            is_meant = not kind.startswith(("uima.", "hashiya.")) and short(kind) not in _BESIDE
            if (
                self._is_of_text[key]
                and is_meant
                and _ends(one) is None
                and not self._is_metadata(kind)
            ):
                yield key, one

    def relations(self) -> Iterator[tuple[Structure, str, str]]:
        for one in self._by_id.values():
            ends = _ends(one)
            if ends is not None:
                yield one, *ends

    def type_of(self, key: str) -> str:
        return _type(self._by_id.get(key, _NOTHING))

    def of_type(self, kind: str) -> Iterator[Structure]:
        return (one for one in self._by_id.values() if _type(one) == kind)

    def only(self, kind: str) -> Structure:
        return next(self.of_type(kind), _NOTHING)

    def place(self, one: Structure) -> tuple[int | None, int | None]:
        """Return begin and end; UIMA may leave out a zero."""
        start, end = one.get("begin", 0), one.get("end")
        return _whole(start), _whole(end)

    def user(self) -> str:
        """Return who annotated the document, as INCEpTION says it in the CAS; nothing where nobody did."""
        kinds = (one for one in self._by_id.values() if short(_type(one)) == "CASMetadata")
        name = as_text(next(kinds, _NOTHING).get("username")) or ""
        return GOLD if name == CURATOR else "" if name == NOBODY else name

    def title(self) -> str:
        kinds = (one for one in self._by_id.values() if short(_type(one)) == "DocumentMetaData")
        return as_text(next(kinds, _NOTHING).get("documentTitle")) or ""

    def _lies_over(self, one: Structure) -> bool:
        return "end" in one and str(one.get("@sofa", self._sofa)) == self._sofa

    def _is_metadata(self, kind: str) -> bool:
        """Tell whether a type comes from that of whole documents."""
        for _ in range(len(self._types) + 1):
            kind = str(as_object(self._types.get(kind)).get("%SUPER_TYPE") or "")
            if kind == "uima.tcas.DocumentAnnotation":
                return True
        return False


def _ends(one: Structure) -> tuple[str, str] | None:
    for head, dependent in _ENDS:
        if head in one and dependent in one:
            return str(one[head]), str(one[dependent])
    return None


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
