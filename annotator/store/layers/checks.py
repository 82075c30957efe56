"""Does one layer file say only what is so?"""

from collections import Counter
from collections.abc import Iterator

from annotator.errors import DamagedFileError
from annotator.model import Article, Schema, text_sha256
from annotator.store.files.problems import Problem, Severity
from annotator.store.files.records import Row, Tables, load
from annotator.store.layers import rows

LOOK = "Open the article and correct it"


def check_layer(data: bytes, article: Article, schema: Schema, where: str) -> Iterator[Problem]:
    """Check a layer file's bytes against its article; bytes that are no TinyDB file are another check's matter."""
    try:
        tables = load(data, where).tables
    except DamagedFileError:
        return
    try:
        rows.to_layer(tables, article.id, "", where)
    except DamagedFileError as error:
        yield Problem(Severity.ERROR, where, str(error), "Put back a copy of the file")
        return
    yield from _check_meta(rows.meta_of(tables), article, where)
    yield from _check_spans(tables, article.text, schema, where)
    yield from _check_relations(tables, schema, where)
    for row in tables.get(rows.ZONES, {}).values():
        if row["end"] > len(article.text):
            yield Problem(Severity.ERROR, where, f"zone {_place(row)} runs past the text", LOOK)


def _check_meta(meta: Row, article: Article, where: str) -> Iterator[Problem]:
    if meta.get("format", 0) > rows.FORMAT:
        yield Problem(
            Severity.WARNING,
            where,
            "written by a newer Hashiya; it can only be read here",
            "Update the program",
        )
    if meta.get("article") not in (None, article.id):
        yield Problem(
            Severity.ERROR,
            where,
            f"says it belongs to article {meta['article']}",
            "Put back a copy of the file",
        )
    if meta.get("text_sha256") not in (None, text_sha256(article.text)):
        yield Problem(
            Severity.ERROR,
            where,
            "was made on another text, so its offsets mean nothing here",
            "Put back both files",
        )


def _check_spans(tables: Tables, text: str, schema: Schema, where: str) -> Iterator[Problem]:
    spans = tables.get(rows.SPANS, {}).values()
    for uid, times in Counter(row["uid"] for row in spans).items():
        if times > 1:
            yield Problem(Severity.ERROR, where, f"annotation {uid} is there {times} times", LOOK)
    for row in spans:
        said, found = row.get("text"), text[row["start"] : row["end"]]
        if row["end"] > len(text):
            what = (
                f"annotation {row['uid']} {_place(row)} runs past the text's {len(text)} characters"
            )
            yield Problem(Severity.ERROR, where, what, LOOK)
        elif said is not None and said != found:
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
    there = {row["uid"] for row in tables.get(rows.SPANS, {}).values()}
    known = {relation.name for relation in schema.relations}
    for row in tables.get(rows.RELATIONS, {}).values():
        for end in (row["head"], row["dependent"]):
            if end not in there:
                what = f"a {row['type']} link points at annotation {end}, which is not there"
                yield Problem(Severity.ERROR, where, what, LOOK)
        if row["type"] not in known:
            what = f"a link has the type {row['type']!r}, which the project lacks"
            yield Problem(
                Severity.WARNING, where, what, "Remove the link, or add the type to the project"
            )


def _place(row: Row) -> str:
    return f"[{row['start']}, {row['end']})"
