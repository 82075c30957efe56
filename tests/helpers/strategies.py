"""Hypothesis strategies for the words of the model."""

from dataclasses import replace

from hypothesis import strategies as st

from annotator import edits
from annotator.edits import Edit
from annotator.model import Annotation, Article, Layer, Offer, Relation, Remark, Span, Status, Zone

LABELS = ["actor", "date", "quote", "agreement", "unknown_label"]
DECISIONS = st.frozensets(st.sampled_from(["{}", '{"a":1}', '{"b":2}', "c"]), max_size=3)
NAMES = st.text("abcdef0123456789", min_size=1, max_size=12)
HASHES = st.sampled_from(["", "0" * 64, "ab" * 32])
WORDS = st.sampled_from(["", "سلام", "x\u2028y"])

WEIRD = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from('\u2028\u2029\u0085\u200f\u200c\u00a0\u0640\t\n\r"\\{}[]:,،اَلبّ🇪🇬'),
    ),
    max_size=30,
)
"""Any text a note can hold, line separators, quotes and bidi controls among it."""

TEXTS = WEIRD.filter(lambda text: len(text) > 0)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def layers(
    draw: st.DrawFn,
    article: Article,
    annotator: str = "sara",
    words: st.SearchStrategy[str] = WEIRD,
) -> Layer:
    """Return any layer on the article: nested, crossing and same-extent annotations, relations, zones, questions."""
    text = article.text
    names = draw(st.lists(NAMES, unique=True, max_size=6))
    made = {name: draw(annotations(text, name, words)) for name in names}
    relations: frozenset[Relation] = frozenset()
    if names:
        some = st.sampled_from(names)
        relations = draw(st.frozensets(st.builds(Relation, words, some, some), max_size=3))
    zones = draw(st.frozensets(st.builds(Zone, spans(text), words), max_size=3))
    ids = draw(st.lists(NAMES, unique=True, max_size=3))
    return Layer(
        annotator,
        article.id,
        draw(st.sampled_from(list(Status))),
        made,
        relations,
        zones,
        remarks={name: draw(remarks(text, name, words)) for name in ids},
        guidelines=draw(HASHES),
    )


@st.composite
def remarks(draw: st.DrawFn, text: str, name: str, words: st.SearchStrategy[str] = WEIRD) -> Remark:
    """Return a flag or question on anything: the annotation it names need not be there."""
    return Remark(
        name,
        draw(st.sampled_from(["flag", "question", "from elsewhere"])),
        draw(words),
        draw(st.none() | spans(text)),
        draw(st.just("") | NAMES),
        draw(st.sampled_from(["", "2026-11-21T19:00:00Z"])),
        draw(st.booleans()),
        draw(words),
    )


@st.composite
def annotations(
    draw: st.DrawFn, text: str, name: str, words: st.SearchStrategy[str] = WEIRD
) -> Annotation:
    return Annotation(
        name,
        draw(spans(text)),
        draw(st.sampled_from(LABELS)),
        draw(
            st.dictionaries(
                st.sampled_from(["canonical", "value", "x"]), words.filter(bool), max_size=2
            )
        ),
        draw(words),
        draw(st.sampled_from(["manual", "imported", "suggested", "from elsewhere"])),
        draw(st.none() | offers(text)),
    )


@st.composite
def offers(draw: st.DrawFn, text: str) -> Offer:
    return Offer(
        draw(st.sampled_from(["names", "rules", "model", "from elsewhere"])),
        draw(st.floats(0, 1)),
        draw(spans(text)),
        draw(st.sampled_from(LABELS)),
        draw(st.dictionaries(st.just("canonical"), WORDS.filter(bool), max_size=1)),
    )


@st.composite
def gold_layers(draw: st.DrawFn, article: Article) -> Layer:
    """Return any layer that may also hold decisions of a review, with few different words: for tests of edits."""
    return replace(draw(layers(article, words=WORDS)), decisions=draw(DECISIONS))


@st.composite
def plain_edits(draw: st.DrawFn, article: Article, layer: Layer) -> Edit:
    """Return an edit of one thing, of any kind that fits the layer."""
    text = article.text
    kinds = ["add", "zone", "status", "decide", "ask"]
    kinds += ["answer", "take back"] if layer.remarks else []
    kinds += ["remove", "relabel", "move", "attribute", "note", "link"] if layer.annotations else []
    kinds += ["unlink"] if layer.relations else []
    kinds += ["unzone"] if layer.zones else []
    kind = draw(st.sampled_from(kinds))
    if kind in ("remove", "relabel", "move", "attribute", "note"):
        return _change(draw, kind, draw(_ids(layer)), text, layer)
    match kind:
        case "add":
            name = draw(NAMES.filter(lambda name: name not in layer))
            return edits.AddAnnotation(draw(annotations(text, name, WORDS)))
        case "link":
            link = Relation(draw(WORDS), draw(_ids(layer)), draw(_ids(layer)))
            return edits.unlink(link) if link in layer.relations else edits.link(link)
        case "unlink":
            return edits.unlink(draw(st.sampled_from(sorted(layer.relations))))
        case "zone":
            zone = Zone(draw(spans(text)), draw(WORDS))
            return edits.RemoveZone(zone) if zone in layer.zones else edits.AddZone(zone)
        case "unzone":
            return edits.RemoveZone(draw(st.sampled_from(sorted(layer.zones))))
        case "ask":
            name = draw(NAMES.filter(lambda name: name not in layer.remarks))
            return edits.add_remark(draw(remarks(text, name, WORDS)))
        case "answer":
            name = draw(st.sampled_from(sorted(layer.remarks)))
            return edits.change_remark(
                name, layer, answer=draw(WORDS), is_settled=draw(st.booleans())
            )
        case "take back":
            return edits.remove_remark(draw(st.sampled_from(sorted(layer.remarks))), layer)
        case "status":
            return edits.set_status(draw(st.sampled_from(Status)), layer, draw(HASHES))
        case _:
            dropped = draw(DECISIONS) & layer.decisions
            return edits.Decide(draw(DECISIONS) - (layer.decisions - dropped), dropped)


def _change(draw: st.DrawFn, kind: str, name: str, text: str, layer: Layer) -> Edit:
    match kind:
        case "remove":
            return edits.remove(name, layer)
        case "relabel":
            return edits.relabel(name, draw(st.sampled_from(LABELS)), layer)
        case "move":
            return edits.move(name, draw(spans(text)), layer)
        case "note":
            return edits.set_note(name, draw(WORDS), layer)
        case _:
            return edits.set_attribute(
                name, draw(st.sampled_from(["value", "x"])), draw(WORDS), layer
            )


def _ids(layer: Layer) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(layer.annotations))


@st.composite
def any_edits(draw: st.DrawFn, article: Article, layer: Layer) -> Edit:
    """Return any edit that fits the layer, one made of several and one that undoes another among them."""
    kind = draw(st.sampled_from(["plain", "starting", "all", "bulk", "undone", "twice"]))
    if kind == "bulk":
        return edits.Bulk(tuple(draw(edit_sequences(article, layer))))
    if kind == "all":
        return edits.remove_all(draw(some_ids(layer)), layer)
    edit = draw(plain_edits(article, layer))
    match kind:
        case "starting" if not isinstance(edit, edits.SetStatus):
            return edits.starting(edit, layer)
        case "undone":
            return edits.Inverse(opposite(edit))
        case "twice":
            return edits.Inverse(edits.Inverse(edit))
        case _:
            return edit


def some_ids(layer: Layer) -> st.SearchStrategy[list[str]]:
    """Return ids of annotations of the layer, each once, in any order."""
    return st.permutations(sorted(layer.annotations)).flatmap(
        lambda names: st.integers(0, len(names)).map(lambda count: list(names[:count]))
    )


@st.composite
def edit_sequences(
    draw: st.DrawFn, article: Article, layer: Layer, at_least: int = 0
) -> list[Edit]:
    """Return edits of which each fits the layer that those before it have made."""
    made: list[Edit] = []
    for _ in range(draw(st.integers(at_least, 5))):
        made.append(draw(plain_edits(article, layer)))
        layer = made[-1].apply(layer)
    return made


def opposite(edit: Edit) -> Edit:
    """Return the edit that takes back a plain one, told in words of its own and not as an `Inverse`."""
    match edit:
        case edits.AddAnnotation(annotation):
            return edits.RemoveAnnotation(annotation)
        case edits.RemoveAnnotation(annotation, relations):
            links = map(edits.AddRelation, relations)
            return edits.Bulk((edits.AddAnnotation(annotation), *links))
        case edits.ChangeAnnotation(old, new):
            return edits.ChangeAnnotation(new, old)
        case edits.AddRelation(relation):
            return edits.RemoveRelation(relation)
        case edits.RemoveRelation(relation):
            return edits.AddRelation(relation)
        case edits.AddZone(zone):
            return edits.RemoveZone(zone)
        case edits.RemoveZone(zone):
            return edits.AddZone(zone)
        case edits.SetStatus(old, new, by_old, by_new):
            return edits.SetStatus(new, old, by_new, by_old)
        case edits.SetRemark(old, new):
            return edits.SetRemark(new, old)
        case edits.Decide(taken, dropped):
            return edits.Decide(dropped, taken)
    raise AssertionError(f"{edit} is not plain")
