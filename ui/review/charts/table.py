"""One table of numbers, drawn by every chart and by its twin for screen readers."""

from dataclasses import dataclass, field

from annotator.review.query import Query


@dataclass(frozen=True, slots=True)
class Cell:
    """One number. ``value`` decides shade or length and is None where there is not enough data.

    ``low`` and ``high`` bound its 95 % interval, ``query`` is what a click opens, ``tip`` says the rest in words.
    """

    text: str
    value: float | None
    query: Query | None = None
    tip: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows and columns. ``corner`` names what the rows are."""

    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    cells: tuple[tuple[Cell, ...], ...] = ()
    corner: str = ""
    marks: dict[int, str] = field(default_factory=dict[int, str])
    """Words to write over a column: what happened then."""

    def __post_init__(self) -> None:
        assert len(self.cells) == len(self.rows)
        assert all(len(row) == len(self.columns) for row in self.cells)

    @property
    def is_empty(self) -> bool:
        return not self.rows or not self.columns
