"""A small article with every kind of thing an annotation panel shows."""

from dataclasses import replace

from annotator.model import SPEAKER, Layer, Relation
from tests.helpers.pictures import picture

DRAWING = (
    'قال [بوتين:actor] يوم [الثلاثاء 9 نوفمبر:date] إن ["الاتفاق مع [باكو:actor] مهم":quote] '
    "وأضاف [علييف:actor] شيئا عن [البيان الثلاثي:agreement]"
)
PUTIN, DAY, QUOTE, BAKU, ALIYEV, STATEMENT = "a1", "a2", "a3", "a4", "a5", "a6"
"""Ids in reading order."""

TEXT, _PLAIN = picture(DRAWING)


def with_attributes(layer: Layer, annotation_id: str, note: str = "", **attributes: str) -> Layer:
    old = layer[annotation_id]
    return layer.replaced(old, replace(old, attributes=attributes, note=note))


def sample_layer() -> Layer:
    """Return the layer: Putin said the quote, has a canonical name; the statement has a note."""
    layer = with_attributes(_PLAIN, PUTIN, canonical="فلاديمير بوتين")
    layer = with_attributes(layer, DAY, value="2021-11-09")
    layer = with_attributes(layer, STATEMENT, note="أي بيان؟", canonical="بيان 2020")
    return layer.linked(Relation(SPEAKER, QUOTE, PUTIN))
