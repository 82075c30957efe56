"""spaCy reads the documents that we pack, and converts our rows: entities and spans are those that were annotated."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin

from annotator import exporters
from annotator.errors import ExportFailure
from annotator.exporters import Exportable, LossReport, Reason
from annotator.project import Project
from tests.helpers.pictures import picture
from tests.helpers.projects import make_project, put_layer
from tests.helpers.sinks import MemorySink
from tests.unit.formats.build import export, exportable, with_spans
from tests.unit.formats.strategies import exportables

DRAWING = "قال [وزير [خارجية [روسيا:agreement]:actor]:actor] و[علييف:actor]:\u00a0«[نعم:quote]».\n\n  ثم\u200f  [غادر:date] 🙂 "


def packed(*items: Exportable, **options: object) -> tuple[list[spacy.tokens.Doc], LossReport]:
    exporter, sink = exporters.REGISTRY["docbin"], MemorySink()
    report = exporter.write(iter(items), sink, exporter.choose(options))
    content = sink.files()[""]
    return list(DocBin().from_bytes(content).get_docs(spacy.blank("ar").vocab)), report


def test_a_document_has_our_words_flat_entities_and_all_spans():
    item = exportable(DRAWING)
    [doc], report = packed(item)
    assert doc.text == item.article.text
    assert [(e.text, e.label_) for e in doc.ents] == [
        ("وزير خارجية روسيا", "actor"),
        ("وعلييف", "actor"),
        ("نعم", "quote"),
        ("غادر", "date"),
    ]
    assert [(s.text, s.label_) for s in doc.spans["sc"]][:3] == [
        ("وزير خارجية روسيا", "actor"),
        ("خارجية روسيا", "actor"),
        ("روسيا", "agreement"),
    ]
    assert doc.user_data["id"] == item.article.id
    assert (report.written, report.dropped, report.count(Reason.EXPANDED)) == (6, 0, 1)
    assert report.views["doc.ents"].written == 4
    [doc], _ = packed(item, nested="innermost", misaligned="split")
    assert [(e.text, e.label_) for e in doc.ents][:2] == [
        ("روسيا", "agreement"),
        ("علييف", "actor"),
    ]


def test_an_edge_in_a_word_may_be_refused():
    with pytest.raises(ExportFailure, match="an edge lies inside a token"):
        packed(exportable("و[بوتين:actor]"), misaligned="error")


OPTIONS = st.fixed_dictionaries(
    {
        "nested": st.sampled_from(["outermost", "innermost"]),
        "misaligned": st.sampled_from(["expand", "split", "drop"]),
        "skip_zones": st.booleans(),
    }
)


@settings(max_examples=60, deadline=None)
@given(items=st.lists(exportables(), max_size=3), options=OPTIONS)
def test_any_articles_are_documents_with_exact_texts(
    items: list[Exportable], options: dict[str, object]
):
    docs, report = packed(*items, **options)
    assert [doc.text for doc in docs] == [item.article.text for item in items]
    assert sum(len(doc.spans["sc"]) for doc in docs) == report.written
    assert sum(len(doc.ents) for doc in docs) == report.views["doc.ents"].written
    assert report.annotations == report.written + report.dropped
    for doc, item in zip(docs, items, strict=True):
        kept = doc.user_data["sc"]
        layer = Counter((a.start, a.end, a.label) for a in item.layers[0])
        assert Counter(map(tuple, kept)) <= layer
        for span, (start, end, label) in zip(doc.spans["sc"], kept, strict=True):
            assert span.label_ == label
            assert span.start_char < end
            assert span.end_char > start
            if options["misaligned"] in ("split", "drop"):
                assert start <= span.start_char
                assert span.end_char <= end
                rest = (
                    item.article.text[start : span.start_char]
                    + item.article.text[span.end_char : end]
                )
                assert rest.strip(" ") == ""
        for ent in doc.ents:
            assert not ent[0].is_space
            assert not ent[-1].is_space


def test_a_project_is_trained_on_as_it_is(tmp_path: Path):
    with make_project(tmp_path / "p", picture(DRAWING)[0]) as project:
        put_layer(project, picture(DRAWING)[1])
        project.export(tmp_path / "a.spacy", format="docbin")
    corpus = spacy.training.Corpus(tmp_path / "a.spacy")
    nlp = spacy.blank("ar")
    [example] = corpus(nlp)
    assert len(example.reference.ents) == 4
    ner = nlp.add_pipe("ner")
    assert ner.name == "ner"
    nlp.initialize(lambda: [example])
    assert set(nlp.get_pipe("ner").labels) == {"actor", "quote", "date"}
    with Project.open(tmp_path / "p", read_only=True) as project:
        assert len(project.entries()) == 1


def converted(folder: Path, content: str, suffix: str, converter: str) -> list[spacy.tokens.Doc]:
    path = folder / f"a{suffix}"
    path.write_text(content, encoding="utf-8", newline="\n")
    command = [sys.executable, "-m", "spacy", "convert", str(path), str(folder), "--converter"]
    subprocess.run([*command, converter, "--lang", "ar"], check=True, capture_output=True)
    return list(DocBin().from_disk(folder / "a.spacy").get_docs(spacy.blank("ar").vocab))


@pytest.mark.parametrize("scheme", ["iob2", "iob1"])
def test_rows_are_converted_without_a_word_that_begins_an_article(tmp_path: Path, scheme: str):
    items = [exportable(DRAWING), with_spans("نص آخر، بوتين.", (8, 13, "actor"))]
    docs = converted(tmp_path, export("conll2002", *items, scheme=scheme)[0], ".conll", "ner")
    words = [token.text for doc in docs for token in doc]
    assert not any("DOCSTART" in word for word in words)
    found = [(e.text, e.label_) for doc in docs for e in doc.ents]
    assert found == [
        ("وزير خارجية روسيا", "ACTOR"),
        ("وعلييف", "ACTOR"),
        ("نعم", "QUOTE"),
        ("غادر", "DATE"),
        ("بوتين", "ACTOR"),
    ]


def test_names_in_misc_are_converted(tmp_path: Path):
    item = exportable("قال [فلاديمير بوتين:actor] و[علييف:actor].\nثم [غادر:date]")
    docs = converted(tmp_path, export("conllu", item)[0], ".conllu", "conllu")
    found = [(e.text, e.label_) for doc in docs for e in doc.ents]
    assert found == [("فلاديمير بوتين", "ACTOR"), ("علييف", "ACTOR"), ("غادر", "DATE")]


def test_many_documents_are_put_together_as_spacy_does_it():
    items = [with_spans(f"{n} قال بوتين. نعم", (0, 1, "actor")) for n in range(450)]
    docs, report = packed(*items)
    assert [doc.text for doc in docs] == [item.article.text for item in items]
    again = DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True, docs=docs)
    back = list(DocBin().from_bytes(again.to_bytes()).get_docs(spacy.blank("ar").vocab))
    assert [d.to_json() for d in back] == [d.to_json() for d in docs]
    assert report.written == 450
