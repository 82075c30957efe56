"""Hypothesis strategies for the words of the model."""

from hypothesis import strategies as st

from annotator.model import Annotation, Article, Layer, Relation, Span, Status, Zone

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
def layers(draw: st.DrawFn, article: Article, annotator: str = "sara") -> Layer:
    """Return any layer on the article: nested, crossing and same-extent annotations, relations, zones."""
    text = article.text
    names = draw(
        st.lists(st.text("abcdef0123456789", min_size=1, max_size=12), unique=True, max_size=6)
    )
    annotations = {
        name: Annotation(
            name,
            draw(spans(text)),
            draw(st.sampled_from(["actor", "date", "quote", "agreement", "unknown_label"])),
            draw(
                st.dictionaries(
                    st.sampled_from(["canonical", "value", "x"]), WEIRD.filter(bool), max_size=2
                )
            ),
            draw(WEIRD),
            draw(st.sampled_from(["manual", "imported", "from elsewhere"])),
        )
        for name in names
    }
    relations: frozenset[Relation] = frozenset()
    if names:
        some = st.sampled_from(names)
        relations = draw(st.frozensets(st.builds(Relation, WEIRD, some, some), max_size=3))
    zones = draw(st.frozensets(st.builds(Zone, spans(text), WEIRD), max_size=3))
    return Layer(
        annotator, article.id, draw(st.sampled_from(list(Status))), annotations, relations, zones
    )
