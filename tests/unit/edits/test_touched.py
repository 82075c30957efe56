"""Which annotations an edit is about: what panels draw again, and what is written."""

from hypothesis import given
from hypothesis import strategies as st

from annotator import edits
from annotator.edits import Inverse, changed_ids, touched
from annotator.model import Annotation, Article, Layer, Relation, Span, Status
from tests.helpers.strategies import any_edits, gold_layers, plain_edits

ARTICLE = Article.from_text("قال بوتين أمس في موسكو إن الاتفاق نافذ")
LAYERS = gold_layers(ARTICLE)


def differing(before: Layer, after: Layer) -> set[str]:
    """Return the ids whose annotation or whose links are others, looked up one by one."""
    ids = {*before.annotations, *after.annotations}
    links = before.relations ^ after.relations
    return {
        name
        for name in ids
        if before.annotations.get(name) != after.annotations.get(name)
        or any(link.touches(name) for link in links)
    }


@given(LAYERS, LAYERS)
def test_changed_ids_are_those_whose_annotation_is_another(before, after):
    ids = {*before.annotations, *after.annotations}
    there = {i for i in ids if before.annotations.get(i) != after.annotations.get(i)}
    assert changed_ids(before, after) == there
    assert changed_ids(before, before) == set()


@given(st.data(), LAYERS)
def test_an_edit_touches_all_that_it_changes_links_or_unlinks(data, layer):
    edit = data.draw(any_edits(ARTICLE, layer))
    assert touched(edit) >= differing(layer, edit.apply(layer))
    assert touched(Inverse(edit)) == touched(edit)


@given(st.data(), LAYERS)
def test_an_edit_of_one_thing_touches_nothing_else(data, layer):
    edit = data.draw(plain_edits(ARTICLE, layer))
    after = edit.apply(layer)
    is_idle = isinstance(edit, edits.ChangeAnnotation) and edit.old == edit.new
    assert touched(edit) == ({edit.old.id} if is_idle else differing(layer, after))


def test_removing_an_annotation_touches_those_it_was_linked_with():
    quote, actor = Annotation("q", Span(0, 9), "quote"), Annotation("a", Span(2, 5), "actor")
    said = Relation("speaker", "q", "a")
    layer = Layer("sara", "article", Status.NEW, {"q": quote, "a": actor}, frozenset([said]))
    assert touched(edits.remove("a", layer)) == {"a", "q"}
