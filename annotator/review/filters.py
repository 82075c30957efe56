"""What the numbers are about. Empty sets mean everything."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filters:
    """Dates are ISO days, empty for no bound; an article without a date is within any."""

    labels: frozenset[str] = frozenset()
    annotators: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    in_progress: bool = False
    zones: bool = False
    edges: str = "as_is"

    @property
    def counting(self) -> tuple[bool, bool, str]:
        """What means counting again; everything else only adds up anew."""
        return self.in_progress, self.zones, self.edges

    def takes(self, published: str | None, source: str | None) -> bool:
        if self.sources and (source or "") not in self.sources:
            return False
        if not published:
            return True
        return (not self.since or published >= self.since) and (
            not self.until or published[: len(self.until)] <= self.until
        )
