"""Word documents: the article is the document's text, paragraph by paragraph."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from annotator.errors import AnnotatorError, ImportFailure
from annotator.format_facts import NO_SPANS, Purpose
from annotator.importers.base import Imported, Importer, ImportOptions, Outcome, Refused
from annotator.importers.common_options import FIRST_LINE_IS_TITLE, REPAIR_VISUAL
from annotator.importers.files import explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.office.package import Package, attribute, local, opened
from annotator.importers.office.word_text import Heading, WordText
from annotator.importers.texts.plain import first_line
from annotator.importers.texts.presentation import put_right
from annotator.importers.texts.published import propose
from annotator.model import Article
from annotator.options import Kind, Option, Words
from annotator.text import decoding

FOOTNOTES = Option(
    "footnotes",
    Words("Footnotes behind the text", "الحواشي السفلية بعد النص"),
    Words(
        "Puts the footnotes and endnotes of a document behind its text, in their order.",
        "تُضاف حواشي المستند السفلية والختامية بعد نصه بترتيبها.",
    ),
    Kind.FLAG,
    default=False,
)

_USUAL = "word/document.xml"
_LEVELS = frozenset("012345678")
"""Outline levels of headings; 9 is body text."""


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield the document's one article, or why there is none."""
    try:
        with opened(path) as package:
            yield _from_package(package, path, options)
    except OSError as error:
        yield Refused(str(path), explain(error))
    except AnnotatorError as error:
        yield Refused(path.name, str(error))


def _from_package(package: Package, path: Path, options: ImportOptions) -> Imported:
    main = _main_part(package)
    document = WordText()
    if not package.feed(main, document.start, document.end, document.data):
        raise ImportFailure("it is a zip, and holds no Word document")
    folder = PurePosixPath(main).parent
    lines = document.body
    notes = _notes_of(package, folder) if document.references else {}
    count = sum(reference in notes for reference in document.references)
    with_notes = options.own.flag(FOOTNOTES.name)
    if with_notes:
        for reference in document.references:
            lines += notes.get(reference, [])
    text, repaired = put_right(
        "\n".join(lines).strip("\n"), repair=options.own.flag(REPAIR_VISUAL.name)
    )
    decoding.check(text)
    title = options.title
    if title is None:
        title = _core_title(package) or _heading(document, _styles(package, folder))
    if not title and options.title is None:
        title = first_line(text) if options.own.flag(FIRST_LINE_IS_TITLE.name) else path.stem
    article = Article.from_text(
        text,
        title=title,
        published=options.published or propose(text),
        source=options.source or path.name,
        url=options.url,
    )
    said = _said(package, folder, document, 0 if with_notes else count)
    return Imported(article, (), (*said, *repaired), where=path.name)


def _said(
    package: Package, folder: PurePosixPath, document: WordText, left_out: int
) -> Iterator[str]:
    """Yield what the person should know of what was not taken, or was taken as it stands."""
    comments = 0

    def count(name: str, _: dict[str, str]) -> None:
        nonlocal comments
        comments += local(name) == "comment"

    package.feed(str(folder / "comments.xml"), count)
    if comments:
        yield f"{comments} comment(s) of the document were left out"
    if document.changes:
        yield "tracked changes were taken as accepted"
    if document.hidden:
        yield f"{document.hidden} piece(s) of hidden text were left out"
    if left_out:
        yield f"{left_out} footnote(s) were left out; --footnotes puts them behind the text"


def _main_part(package: Package) -> str:
    """Return the name of the part with the text: nearly always ``word/document.xml``, but nothing says it must be."""
    found: list[str] = []

    def start(_: str, attributes: dict[str, str]) -> None:
        if (attribute(attributes, "Type") or "").endswith("/officeDocument"):
            found.append((attribute(attributes, "Target") or "").lstrip("/"))

    package.feed("_rels/.rels", start)
    return next((name for name in found if name in package.names), _USUAL)


def _notes_of(package: Package, folder: PurePosixPath) -> dict[str, list[str]]:
    notes: dict[str, list[str]] = {}
    for kind in ("footnote", "endnote"):
        part = WordText()
        package.feed(str(folder / f"{kind}s.xml"), part.start, part.end, part.data)
        notes |= {f"{kind} {number}": lines for number, lines in part.notes.items()}
    return notes


def _core_title(package: Package) -> str:
    parts: list[str] = []
    path: list[str] = []

    def data(words: str) -> None:
        if path[-1:] == ["title"]:
            parts.append(words)

    package.feed(
        "docProps/core.xml", lambda name, _: path.append(local(name)), lambda _: path.clear(), data
    )
    return " ".join("".join(parts).split())


def _styles(package: Package, folder: PurePosixPath) -> dict[str, tuple[str, str, str]]:
    """Return the name, the outline level and the base of each style, by its id: ids are translated, names are not."""
    styles: dict[str, tuple[str, str, str]] = {}
    here = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal here
        value = attribute(attributes, "val") or ""
        match local(name):
            case "style":
                here = attribute(attributes, "styleId") or ""
                styles[here] = ("", "", "")
            case "name" if here:
                styles[here] = (value, *styles[here][1:])
            case "outlineLvl" if here:
                styles[here] = (styles[here][0], value, styles[here][2])
            case "basedOn" if here:
                styles[here] = (*styles[here][:2], value)
            case _:
                pass

    def end(name: str) -> None:
        nonlocal here
        if local(name) == "style":
            here = ""

    package.feed(str(folder / "styles.xml"), start, end)
    return styles


def _heading(document: WordText, styles: dict[str, tuple[str, str, str]]) -> str:
    found = (one.text for one in document.styled if _is_heading(one, styles))
    return " ".join(next(found, "").split("\n")).strip()


def _is_heading(one: Heading, styles: dict[str, tuple[str, str, str]]) -> bool:
    if one.level in _LEVELS:
        return True
    style, seen = one.style, set[str]()
    while style and style not in seen:
        seen.add(style)
        name, level, base = styles.get(style, (style, "", ""))
        words = name.lower().replace(" ", "")
        if words == "title" or words.startswith("heading") or level in _LEVELS:
            return True
        style = base
    return False


def sniff(head: Head) -> Sniffed:
    names = head.members
    is_word = _USUAL in names or any(
        name.startswith("word/document") and name.endswith(".xml") for name in names
    )
    return Sniffed(Confidence.SIGNED, "the parts of a Word document") if is_word else NOT_MINE


IMPORTER = Importer(
    "docx",
    Words("Word document", "مستند Word"),
    Words(
        "The text of the document, tables and text boxes too, with tracked changes accepted; comments are left out.",
        "نص المستند بجداوله ومربعات نصه، والتعديلات المتعقَّبة مقبولة، والتعليقات متروكة.",
    ),
    (".docx", ".docm", ".dotx"),
    read,
    sniff,
    (FOOTNOTES, FIRST_LINE_IS_TITLE, REPAIR_VISUAL),
    holds=NO_SPANS,
    purpose=Purpose.TEXTS,
    tools=("Word", "LibreOffice", "Google Docs"),
)
