"""Does one layer file say only what is so?"""

from collections.abc import Iterator

from annotator.errors import DamagedFileError
from annotator.model import Article, Schema, text_sha256
from annotator.store.files.problems import Problem, Severity
from annotator.store.files.records import Row, Stray, Tables, load
from annotator.store.layers import migrations, rows
from annotator.store.layers.tidying import ASIDE, Tidier

LOOK = "Open the article and correct it"
MEND = "Opening the article, or `hashiya check --repair`, keeps what can be kept and sets the rest aside in the file"


def check_layer(data: bytes, article: Article, schema: Schema, where: str) -> Iterator[Problem]:
    """Check a layer file's bytes against its article; bytes that are no TinyDB file are another check's matter."""
    stray: list[Stray] = []
    try:
        loaded = load(data, where, stray)
    except DamagedFileError:
        return
    tables = loaded.tables
    if not isinstance(tables.get(rows.META, {}).get("1"), dict):
        yield Problem(Severity.ERROR, where, "it lacks the record about the file", MEND)
        tables.setdefault(rows.META, {})["1"] = {}
    if migrations.format_of(tables) > rows.FORMAT:
        what = "written by a newer Hashiya; it can only be read here"
        yield Problem(Severity.WARNING, where, what, "Update the program")
        return
    aside = list(tables.get(ASIDE, {}).values())
    tidier = Tidier(tables, lambda: None, text=article.text, is_intact=loaded.intact)
    tidier.tidy(stray)
    for fault in tidier.faults:
        yield Problem(Severity.ERROR, where, fault, MEND)
    yield from _check_meta(rows.meta_of(tables), article, where)
    yield from _check_spans(tables, article.text, schema, where)
    yield from _check_relations(tables, schema, where)
    for row in aside:
        what = f"something that makes no sense is set aside in the file: {row.get('why')}"
        yield Problem(Severity.NOTE, where, what, "Look at it in the file's table 'aside'")


def _check_meta(meta: Row, article: Article, where: str) -> Iterator[Problem]:
    if meta.get("article") not in (None, article.id):
        yield Problem(
            Severity.ERROR,
            where,
            f"says it belongs to article {meta['article']}",
            "Put back a copy of the file",
        )
    if meta.get("text_sha256") not in (None, "", text_sha256(article.text)):
        yield Problem(
            Severity.ERROR,
            where,
            "was made on another text, so its offsets mean nothing here",
            "Put back both files",
        )


def _check_spans(tables: Tables, text: str, schema: Schema, where: str) -> Iterator[Problem]:
    spans = tables.get(rows.SPANS, {}).values()
    for row in spans:
        said, found = row.get("text"), text[row["start"] : row["end"]]
        if said is not None and said != found:
            what = (
                f"annotation {row['uid']} {_place(row)} says {said!r}, the text has {found!r} there"
            )
            yield Problem(Severity.ERROR, where, what, LOOK)
        if schema.label(row["label"]) is None:
            what = f"annotation {row['uid']} {_place(row)} has the label {row['label']!r}, which the project lacks"
            yield Problem(
                Severity.WARNING, where, what, "Relabel it, or add the label to the project"
            )


def _check_relations(tables: Tables, schema: Schema, where: str) -> Iterator[Problem]:
    known = {relation.name for relation in schema.relations}
    for row in tables.get(rows.RELATIONS, {}).values():
        if row["type"] not in known:
            what = f"a link has the type {row['type']!r}, which the project lacks"
            yield Problem(
                Severity.WARNING, where, what, "Remove the link, or add the type to the project"
            )


def _place(row: Row) -> str:
    return f"[{row['start']}, {row['end']})"
