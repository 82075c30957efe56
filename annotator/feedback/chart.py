"""Exact F1 over weeks as a picture in the page (SVG): time runs in reading direction, guideline decisions are dashed and numbered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.feedback.values import Week

WIDE, HIGH = 680, 240
LEFT, TOP, BOTTOM, RIGHT = 44, 30, 210, 12
"""Pixels of the picture and of the margins in it, left to right."""

LINES = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class _Scale:
    weeks: int
    mirrored: bool

    def x(self, place: float) -> float:
        """Return where a week's middle is, ``place`` counting weeks from its first one's."""
        room = WIDE - LEFT - RIGHT
        x = LEFT + (place + 0.5) * room / self.weeks
        return round(WIDE - x if self.mirrored else x, 1)

    @staticmethod
    def y(value: float) -> float:
        return round(BOTTOM - value * (BOTTOM - TOP), 1)


def chart(weeks: Sequence[Week], marks: Mapping[int, str], *, mirrored: bool) -> str:
    """Return the picture of weeks that have a score; ``marks`` are the words over the beginning of a week, by its number."""
    scale = _Scale(len(weeks), mirrored)
    far, near = (WIDE - RIGHT, LEFT) if not mirrored else (RIGHT, WIDE - LEFT)
    parts = [
        f'<line class=grid x1="{near}" x2="{far}" y1="{scale.y(v)}" y2="{scale.y(v)}"/>'
        f'<text class=axis x="{WIDE - 6 if mirrored else 6}" y="{scale.y(v) + 4}"'
        f' text-anchor="{"end" if mirrored else "start"}">{v:.2f}</text>'
        for v in LINES
    ]
    points: list[str] = []
    for number, week in enumerate(weeks):
        if week.scored is None or week.scored.exact.f1 is None:
            continue
        score, x = week.scored.exact, scale.x(number)
        value = score.f1 or 0.0
        if score.interval is not None:
            low, high = scale.y(score.interval.low), scale.y(score.interval.high)
            parts.append(f'<line class=ends x1="{x}" x2="{x}" y1="{low}" y2="{high}"/>')
        points.append(f"{x},{scale.y(value)}")
        parts.append(f'<circle cx="{x}" cy="{scale.y(value)}" r="4"/>')
        parts.append(
            f'<text x="{x}" y="{scale.y(value) - 9}" text-anchor="middle">{value:.2f}</text>'
        )
    parts.insert(len(LINES), f'<polyline points="{" ".join(points)}"/>')
    every = max(1, -(-len(weeks) // 7))  # as many dates as have room
    parts += [
        f'<text class=axis x="{scale.x(n)}" y="{HIGH - 10}" text-anchor="middle">{week.monday}</text>'
        for n, week in enumerate(weeks)
        if n % every == 0
    ]
    for number, words in marks.items():
        x = scale.x(number - 0.5)
        parts.append(f'<line class=mark x1="{x}" x2="{x}" y1="{TOP - 8}" y2="{BOTTOM}"/>')
        parts.append(f'<text class=mark x="{x}" y="{TOP - 12}" text-anchor="middle">{words}</text>')
    return (
        f'<svg class=time viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" height="{HIGH}" direction="ltr" aria-hidden="true">'
        f"{''.join(parts)}</svg>"
    )
