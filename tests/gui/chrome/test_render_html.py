"""An article as a page: every letter once, annotations marked, crossing ones too, and nothing of a text is taken for HTML."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Span, Status, Zone
from ui.render_html import page_of

TEXT = "قال <بوتين> & أمس\n\nToday: Putin said"


def layer_of(*annotations: Annotation, zones: tuple[Zone, ...] = ()) -> Layer:
    article = Article.from_text(TEXT)
    made = {one.id: one for one in annotations}
    return Layer("sara", article.id, Status.DONE, made, frozenset(), frozenset(zones))


class Marked(HTMLParser):
    """What a reader sees: the text of the paragraphs, and of each label what is marked with it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.directions: list[str] = []
        self.marks: dict[str, str] = {}
        self.faded = ""
        self._open: list[tuple[str, str]] = []
        self.feed(page[page.index("<body>") + 6 : page.index("</body>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._open.append((tag, values.get("class") or ""))
        if tag == "p" and values.get("dir"):
            self.lines.append("")
            self.directions.append(str(values["dir"]))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not any(tag == "p" and not kind for tag, kind in self._open):
            return
        self.lines[-1] += data
        for tag, kind in self._open:
            if tag == "mark":
                self.marks[kind] = self.marks.get(kind, "") + data
            elif kind == "zone":
                self.faded += data


def page(layer: Layer) -> str:
    return page_of(Article.from_text(TEXT, title="<b>"), layer, DEFAULT_SCHEMA)


def test_the_text_is_whole_and_each_line_has_its_direction() -> None:
    seen = Marked(page(layer_of()))
    assert seen.lines == [line for line in TEXT.split("\n") if line]
    assert seen.directions == ["rtl", "ltr"]
    assert "<b>" not in page(layer_of())
    assert "<table>" not in page(layer_of())


def test_crossing_annotations_and_zones_are_marked_over_their_own_letters() -> None:
    one = Annotation("a", Span(0, 8), "quote")
    two = Annotation("b", Span(4, 12), "actor", {"canonical": "فلاديمير & بوتين"})
    made = page(layer_of(one, two, zones=(Zone(Span(6, 10), "credits"),)))
    seen = Marked(made)
    assert seen.marks == {"quote": TEXT[0:8], "actor": TEXT[4:12]}
    assert seen.faded == TEXT[6:10]
    assert "فلاديمير &amp; بوتين" in made
    assert made.count("<tr>") == 2


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(TEXT) - 1), st.integers(1, 12), st.sampled_from(["actor", "date"])
        ),
        max_size=5,
    )
)
def test_whatever_is_annotated_the_text_stays_the_text(made: list[tuple[int, int, str]]) -> None:
    annotations = [
        Annotation(f"a{n}", Span(start, min(start + length, len(TEXT))), label)
        for n, (start, length, label) in enumerate(made)
    ]
    seen = Marked(page(layer_of(*annotations)))
    assert seen.lines == [line for line in TEXT.split("\n") if line]
    for label in ("actor", "date"):
        covered = {i for a in annotations if a.label == label for i in range(a.start, a.end)}
        several = sum(
            len([a for a in annotations if a.label == label and a.start <= i < a.end])
            for i in covered
            if TEXT[i] != "\n"
        )
        assert len(seen.marks.get(label, "")) == several
