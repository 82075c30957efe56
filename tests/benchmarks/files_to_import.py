"""A file, or a folder of files, of every format that is read: written by our own export, or as other programs write it."""

import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path

from annotator import exporters
from annotator.exporters import Exportable
from annotator.importers import Importer
from annotator.project.transfer.sink import Output

FROM_EXPORT = {
    "jsonl": ("jsonl", ""),
    "json": ("json", ""),
    "conll-layers": ("conll-layers", ""),
    "conll": ("conll2003", ""),
    "wojood": ("wojood", ""),
    "conllu": ("conllu", ""),
    "label-studio": ("label-studio", ""),
    "brat": ("brat", ""),
    "uima-cas": ("uima-cas-json", ""),
    "doccano": ("doccano", ""),
    "prodigy": ("spacy", ""),
    "huggingface": ("huggingface", "data/train.jsonl"),
    "gliner": ("gliner", ""),
    "w3c": ("w3c", ""),
    "table": ("table", ""),
    "webanno-tsv": ("webanno-tsv", ""),
}
"""The export whose file an importer reads, and which file of a folder it is, the whole folder without one."""

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>",
}


def write_texts(folder: Path, items: Iterable[Exportable]) -> None:
    for path, item in _numbered(folder, items, ".txt"):
        path.write_text(item.article.text, encoding="utf-8", newline="")


def write_pages(folder: Path, items: Iterable[Exportable]) -> None:
    for path, item in _numbered(folder, items, ".html"):
        said = "".join(f"<p>{escape(line)}</p>\n" for line in _lines(item))
        path.write_text(
            f'<!DOCTYPE html>\n<html lang="ar"><head><meta charset="utf-8"><title>{escape(item.article.title)}</title></head>\n'
            f"<body><nav><a href='/'>الرئيسة</a></nav><article><h1>{escape(item.article.title)}</h1>\n{said}</article></body></html>",
            encoding="utf-8",
        )


def write_documents(folder: Path, items: Iterable[Exportable]) -> None:
    for path, item in _numbered(folder, items, ".docx"):
        said = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in _lines(item))
        document = f'<w:document xmlns:w="{_WORD}"><w:body>{said}</w:body></w:document>'
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in {**_PARTS, "word/document.xml": document}.items():
                archive.writestr(name, content)


def write_pairs(path: Path, items: Iterable[Exportable]) -> None:
    """Write pairs of a text and its entities, as they were spaCy's data of training: one array."""
    pairs = (
        [item.article.text, {"entities": [[a.start, a.end, a.label] for a in item.layers[0]]}]
        for item in items
    )
    with path.open("w", encoding="utf-8") as out:
        for number, pair in enumerate(pairs):
            out.write("[" if not number else ",\n")
            json.dump(pair, out, ensure_ascii=False)
        out.write("]")


def write_denotations(path: Path, items: Iterable[Exportable]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for item in items:
            denotations = [
                {"id": a.id, "span": {"begin": a.start, "end": a.end}, "obj": a.label}
                for a in item.layers[0]
            ]
            one = {"text": item.article.text, "denotations": denotations}
            out.write(json.dumps(one, ensure_ascii=False) + "\n")


Write = Callable[[Path, Iterable[Exportable]], None]

MADE: dict[str, tuple[str, Write]] = {
    "txt": ("", write_texts),
    "html": ("", write_pages),
    "docx": ("", write_documents),
    "spacy": (".json", write_pairs),
    "pubannotation": (".jsonl", write_denotations),
}
"""What no export of ours writes: the suffix of the file, none for a folder, and what writes it."""


OF_EXPORT: dict[str, dict[str, object]] = {"wojood": {"docstart": True}}
"""Options of the export, without which all articles would be one."""


def file_of(name: str, folder: Path, items: Iterable[Exportable]) -> Path:
    """Write a file, or a folder, of a format that is read, and return its path."""
    if name in MADE:
        suffix, write = MADE[name]
        write(path := folder / f"made{suffix}", items)
        return path
    exported, inside = FROM_EXPORT[name]
    exporter = exporters.REGISTRY[exported]
    with Output(
        folder / f"exported{exporter.suffix}",
        is_folder=exporter.is_folder,
        is_one=exporter.finish is not None,
    ) as output:
        options = exporter.choose(OF_EXPORT.get(exported, {}))
        loss = exporter.write(iter(items), output.part(), options)
        if exporter.finish is not None:
            exporter.finish(output.part(), {"": loss}, options)
        output.keep()
    return output.out / inside


def options_of(importer: Importer) -> dict[str, object]:
    has_annotator = any(option.name == "annotator" for option in importer.all_options)
    return {"annotator": "sara"} if has_annotator else {}


def _numbered(
    folder: Path, items: Iterable[Exportable], suffix: str
) -> Iterator[tuple[Path, Exportable]]:
    folder.mkdir()
    for number, item in enumerate(items):
        yield folder / f"{number:05d}{suffix}", item


def _lines(item: Exportable) -> list[str]:
    return [line for line in item.article.text.split("\n") if line]
