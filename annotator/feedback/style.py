"""How a page of feedback looks beyond what it shares with the report of agreement."""

STYLE = """
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; --ink: #eceff4; --soft: #a9b3c1; --line: #434c5a; --blue: #8fb8ff; }
  body { background: #1b2028; } .track { background: #2b323d; } }
.wide { overflow-x: auto; }
.fix { border-inline-start: 3px solid var(--line); margin-block: .8rem; padding-inline: .9rem; break-inside: avoid; }
.fix p { margin-block: .15rem; } .fix .said { color: var(--soft); font-size: .9rem; }
.side { display: inline-block; min-inline-size: 5rem; color: var(--soft); font-size: .9rem; }
.text { font-size: 1.05rem; } .label { border: 1px solid var(--line); border-radius: 9px; padding-inline: .45rem; font-size: .8rem; white-space: nowrap; }
mark { color: inherit; background: none; padding-block-end: 1px; border-block-end: 2px solid #a33a2b; }
.now mark { border-block-end: 3px double #1d7f4e; }
.none { color: var(--soft); font-style: italic; }
.ruling { margin-block: .7rem; } .ruling p { margin-block: .1rem; } .ruling .said { color: var(--soft); font-size: .9rem; }
.cause { font-weight: 600; }
svg.time { max-inline-size: 100%; block-size: auto; font: 12px sans-serif; }
svg.time text { fill: var(--ink); } svg.time .axis { fill: var(--soft); } svg.time .grid { stroke: var(--line); }
svg.time polyline { fill: none; stroke: var(--blue); stroke-width: 2; } svg.time circle { fill: var(--blue); }
svg.time .ends { stroke: var(--blue); stroke-width: 5; opacity: .25; }
svg.time line.mark { stroke: #a8620a; stroke-dasharray: 4 4; } svg.time text.mark { fill: #a8620a; font-weight: 700; }
"""
