"""Any article and layer that a project with the built-in schema can hold."""

from hypothesis import strategies as st

from annotator.exporters import Exportable
from annotator.model import Annotation, Article, Layer, Relation, Remark, Span, Status, Zone
from annotator.text import decoding

LABELS = ("actor", "date", "quote", "agreement")

WORDS = st.sampled_from(
    [
        *(
            "قال",
            "وَبِالرَّئِيسِ",
            "لأمم",
            "بوتين",
            "عـلييف",
            "٣٫٥",
            "2021",
            "11في",
            "S-400",
            "https://example.org/a?b=1.",
        ),
        *(
            "🙂",
            "🇷🇺",
            "👍🏽",
            "👨‍👩‍👧",
            "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
            "می‌رود",
            "\u200f",
            "\u200c",
            "\u061c",
            "\ufeff",
            "\u202b",
            "\u0600",
            "\u06dd",
        ),
        *(
            "«",
            "»",
            '"',
            ".",
            "؟",
            "!",
            "،",
            "...",
            "…",
            "#",
            "_",
            "-DOCSTART-",
            "# text = 1",
            "O",
            "B-ACTOR",
            "\\",
            "/",
        ),
        *(
            " ",
            " ",
            "\n",
            "\n\n",
            "\u00a0",
            "\u202f",
            "\t",
            "\u2028",
            "\u0085",
            "\x0c",
            "\x01",
            "\x1c",
            "\u3164",
            "\u0301",
        ),
    ]
)

TEXTS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=25).map("".join),
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1, max_size=40
    ),
).filter(lambda text: not decoding.is_blank(text))
"""Texts as the importers leave them: no NUL, no CR, no lone surrogate, something to see."""

STRINGS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | STRINGS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(STRINGS, inner, max_size=2),
    max_leaves=3,
)

KNOWN = (
    "schema",
    "offset_unit",
    "id",
    "title",
    "published",
    "source",
    "url",
    "text",
    "text_sha256",
    "layers",
    "fields",
)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, min(len(text), start + 40))))


@st.composite
def layers(draw: st.DrawFn, article: Article, annotator: str = "sara") -> Layer:
    ids = draw(st.lists(STRINGS.filter(bool), unique=True, max_size=6))
    annotations = {
        key: Annotation(
            key,
            draw(spans(article.text)),
            draw(st.sampled_from(LABELS)),
            draw(
                st.dictionaries(
                    st.sampled_from(["canonical", "x"]), STRINGS.filter(bool), max_size=2
                )
            ),
            draw(STRINGS),
            draw(st.sampled_from(["manual", "imported", "elsewhere"])),
        )
        for key in ids
    }
    asked = draw(st.lists(STRINGS.filter(bool), unique=True, max_size=3))
    some = st.sampled_from(ids) if ids else st.nothing()
    relations = st.frozensets(st.builds(Relation, st.just("speaker"), some, some), max_size=3)
    return Layer(
        annotator,
        article.id,
        draw(st.sampled_from(Status)),
        annotations,
        draw(relations) if ids else frozenset(),
        draw(st.frozensets(st.builds(Zone, spans(article.text), STRINGS), max_size=3)),
        remarks={key: draw(remarks(article.text, key)) for key in asked},
        guidelines=draw(st.sampled_from(["", "ab" * 32])),
    )


@st.composite
def remarks(draw: st.DrawFn, text: str, key: str) -> Remark:
    return Remark(
        key,
        draw(st.sampled_from(["flag", "question", "elsewhere"])),
        draw(STRINGS),
        draw(st.none() | spans(text)),
        draw(STRINGS),
        draw(STRINGS),
        draw(st.booleans()),
        draw(STRINGS),
    )


@st.composite
def exportables(draw: st.DrawFn, *, annotators: tuple[str, ...] = ("sara",)) -> Exportable:
    article = Article.from_text(
        draw(TEXTS),
        title=draw(STRINGS),
        published=draw(st.none() | st.dates().map(str)),
        source=draw(st.none() | STRINGS),
        url=draw(st.none() | STRINGS),
        extra=draw(st.dictionaries(STRINGS.filter(lambda key: key not in KNOWN), JSON, max_size=2)),
        fields=draw(st.dictionaries(STRINGS, STRINGS.filter(bool), max_size=2)),
    )
    return Exportable(article, tuple(draw(layers(article, annotator)) for annotator in annotators))


def astral(text: str, offset: int) -> int:
    """Return an offset in UTF-16 units, counted anew: what a browser would say."""
    return len(text[:offset].encode("utf-16-le")) // 2
