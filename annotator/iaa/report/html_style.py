STYLE = """
:root { color-scheme: light; --ink: #1c2430; --soft: #5d6776; --line: #d5dae1; --blue: #1f5fbf; }
body { font: 15px/1.6 "Noto Sans Arabic", "Segoe UI", system-ui, sans-serif; color: var(--ink); background: #fff;
  max-inline-size: 66rem; margin: 2rem auto; padding-inline: 1.5rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-block: 2rem .3rem; } h3 { font-size: 1rem; }
.note { color: var(--soft); margin-block: 0 .8rem; }
.figures { display: flex; flex-wrap: wrap; gap: 1rem; }
.figure { flex: 1 1 14rem; border: 1px solid var(--line); border-radius: 8px; padding: .8rem 1rem; }
.figure b { display: block; font-size: 2rem; line-height: 1.2; }
.figure b small { display: block; font-size: .85rem; font-weight: 400; color: var(--soft); }
.figure span { color: var(--soft); display: block; font-size: .9rem; }
table { border-collapse: collapse; margin-block: .5rem; }
caption { text-align: start; font-weight: 600; padding-block: .3rem; }
th, td { border: 1px solid var(--line); padding: .25rem .6rem; text-align: start; vertical-align: top; }
td.n, th.n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
td small { display: block; color: var(--soft); }
td.heat small { color: inherit; }
tr.noisy td { color: var(--soft); }
.track { position: relative; block-size: 1rem; inline-size: 12rem; background: #eef1f5; border-radius: 3px; }
.bar { position: absolute; inset-block: 0; inset-inline-start: 0; background: var(--blue); border-radius: 3px; }
.bar.pale { background: #8fb8ff; }
.whisker { position: absolute; inset-block: .4rem; background: var(--ink); }
.stack { display: flex; inline-size: 11rem; block-size: 1.2rem; border-radius: 3px; overflow: hidden; }
.stack i { block-size: 100%; }
.key { display: inline-flex; align-items: center; gap: .4rem; margin-inline-end: 1rem; }
.key i { inline-size: .9rem; block-size: .9rem; border-radius: 2px; }
.notices { border-inline-start: 4px solid #e69f00; padding-inline: 1rem; background: #fff8e6; }
.notices h2 { margin-block-start: 0; padding-block-start: .6rem; } .notices ul { padding-block-end: .6rem; }
dt { font-weight: 600; } dd { margin-block-end: .6rem; margin-inline-start: 1.2rem; }
@page { size: A4; margin: 15mm; }
@media print {
  body { margin: 0; max-inline-size: none; font-size: 10pt; padding-inline: 0; }
  h1, h2, h3, caption { break-after: avoid; } tr, .figure, .notices { break-inside: avoid; } thead { display: table-header-group; }
  .heat, .bar, .track, .stack i, .key i, .notices { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""

KIND_COLOURS = ("#1f5fbf", "#e69f00", "#56b4e9", "#009e73", "#cc79a7", "#8a8f98", "#c3c7cd")
"""Of the kinds in their order: the set of Okabe and Ito, told apart with any colour vision, and two greys."""


def heat(value: float | None) -> str:
    """Return the colours of a heat map's cell: one hue, the number in it readable on every shade."""
    if value is None:
        return "background:#fff;color:#5d6776"
    share = max(0.0, min(1.0, value))
    light = 97 - 62 * share
    return f"background:hsl(215 65% {light:.0f}%);color:{'#fff' if light < 58 else '#1c2430'}"
