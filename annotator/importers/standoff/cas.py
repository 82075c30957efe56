"""UIMA CAS: JSON, XMI with its type system, and projects of INCEpTION, which hold a CAS for each document and annotator."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath

from annotator.errors import AnnotatorError
from annotator.format_facts import Holds
from annotator.importers.base import Importer, ImportOptions, Noted, Outcome, Refused, Taken
from annotator.importers.common_options import ANNOTATOR, FIRST_LINE_IS_TITLE, OFFSET_UNIT
from annotator.importers.files import explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.standoff import inception, xmi
from annotator.importers.standoff.cas_document import Told, read_document
from annotator.importers.standoff.inception_paths import annotator_by_path, document_by_path
from annotator.importers.standoff.span_layers import FEATURE, LAYER
from annotator.options import Words

NAME = "uima-cas"

_CAS_JSON = re.compile(r'\s*\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS|VERSION)"')


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield the article of each document with a layer for each annotator; see `importers.base.Importer`."""
    taken, passed = Taken(), Counter[str]()
    root = path if path.is_dir() else path.parent
    types = xmi.TypeSystems()
    project = inception.project_in(path) if path.is_dir() else None
    documents = (
        project.documents() if project else ((file, _told(file, root)) for file in _files(path))
    )
    for file, about in documents:
        try:
            raw = inception.content(file, root, types)
            yield taken.once(read_document(raw, about, options, passed), about.where)
        except OSError as error:
            yield Refused(about.where, explain(error))
        except AnnotatorError as error:
            yield Refused(about.where, str(error))
    if project:
        yield from map(Noted, project.said())
    yield from (Noted(f"passed over {number} {what}") for what, number in passed.items())


def _told(file: Path, root: Path) -> Told:
    where = file.relative_to(root).as_posix()
    return Told(where, document_by_path(where), by_path=annotator_by_path(where))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    names = [p.relative_to(path).as_posix() for p in path.rglob("*") if p.is_file()]
    return [
        path / name
        for name in sorted(names)
        if name.lower().endswith(".xmi") and "/." not in f"/{name}"
    ]


def claims(folder: Path, names: Sequence[str]) -> Collection[str]:
    """Return all of a project, or the XMI files of a folder with their type systems."""
    projects = [
        PurePosixPath(n).parent for n in names if PurePosixPath(n).name == inception.PROJECT
    ]
    if projects:
        return [n for n in names if any(p in PurePosixPath(n).parents for p in projects)]
    documents = {n for n in names if n.lower().endswith(".xmi")}
    if not documents:
        return ()
    return documents | {
        n for n in names if n.lower().endswith(".xml") and _is_type_system(folder / n)
    }


def _is_type_system(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return xmi.is_type_system(file.read(4096))
    except OSError:
        return False


def sniff(head: Head) -> Sniffed:
    if head.keys.keys() & {"%FEATURE_STRUCTURES", "%TYPES"} or _CAS_JSON.match(head.text):
        return Sniffed(Confidence.SIGNED, "the parts of a CAS in JSON")
    start = head.text[:2048].lstrip()
    is_xmi = start.startswith("<") and "<xmi:XMI" in start
    return Sniffed(Confidence.SIGNED, "a CAS in XMI") if is_xmi else NOT_MINE


IMPORTER = Importer(
    NAME,
    Words("UIMA CAS and INCEpTION projects", "صيغة UIMA CAS ومشاريع INCEpTION"),
    Words(
        "Documents as INCEpTION exports them in JSON or XMI, and whole projects as a zip: a layer for each annotator, what was "
        "curated as gold, with values, links and status.",
        "المستندات كما يصدّرها INCEpTION بصيغة JSON أو XMI، ومشاريع كاملة في ملف مضغوط: طبقة لكل واسم، وما اعتُمد منها في الطبقة "
        "المرجعية، مع القيم والروابط والحالة.",
    ),
    (".json", ".xmi"),
    read,
    sniff,
    (ANNOTATOR, LAYER, FEATURE, OFFSET_UNIT, FIRST_LINE_IS_TITLE),
    holds=Holds(
        several_layers=True,
        attributes=True,
        relations=True,
        zones=True,
        notes=True,
        nested=True,
        crossing=True,
        sub_word=True,
        status=True,
    ),
    tools=("INCEpTION", "WebAnno", "dkpro-cassis"),
    claims=claims,
)
