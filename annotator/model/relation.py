from annotator.frozen import frozen

SPEAKER = "speaker"
"""The built-in relation: its head is a quote, its dependent an actor who said it."""


@frozen(order=True)
class Relation:
    """A typed link between two annotations of one layer, from ``head`` to ``dependent`` (annotation ids)."""

    type: str
    head: str
    dependent: str

    def touches(self, annotation_id: str) -> bool:
        return annotation_id in (self.head, self.dependent)
