from annotator.errors import SpanError
from annotator.frozen import frozen


@frozen(order=True)
class Span:
    """A half-open range ``[start, end)`` of an article's text, in code points.

    Qt counts UTF-16 units instead: convert at the edge with `ui.article.offsets`, never in a widget.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"span needs 0 <= start < end, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters this span covers, or raise `SpanError` when it runs past the text."""
        if self.end > len(text):
            raise SpanError(
                f"span [{self.start}, {self.end}) runs past the text's {len(text)} characters"
            )
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def crosses(self, other: "Span") -> bool:
        """Tell whether the two overlap without either containing the other."""
        return self.overlaps(other) and not self.contains(other) and not other.contains(self)
