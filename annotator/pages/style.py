"""How a page looks: tints and underlines as in the window, made of backgrounds, which have every pattern and nest.

Nothing pads or borders a mark sideways: that would part the letters of an Arabic word where an annotation begins inside it.
"""

from urllib.parse import quote

from annotator.model import Label, Schema

DEEPEST = 5
"""Rows of underlines that have a place of their own; what nests deeper shares the last."""

STEP = 5
"""Pixels from one row of underlines to the next."""

_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --soft: #555; --line: #d5d5d5; --page: #fff; --grey: #808080; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --soft: #b8b8b8; --line: #4a4a4a; --page: #1e1e1e; } }
* { box-sizing: border-box; }
body { font: 20px/2.75 FACE; max-width: 46em; margin: 0 auto; padding: 1.5em 1em 3em; color: var(--ink); background: var(--page);
  display: flex; flex-direction: column; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1, h2 { line-height: 1.6; margin: .2em 0; } h1 { font-size: 1.35em; } h2 { font-size: 1em; margin-top: 1.5em; }
a { color: inherit; }
nav, .legend { order: -1; } nav ol { line-height: 1.7; font-size: .85em; }
.meta, .legend, table, footer { font-size: .8em; line-height: 1.7; color: var(--soft); }
.meta { margin: 0; display: flex; flex-wrap: wrap; gap: 0 1.6em; } .meta dt { display: inline; } .meta dt::after { content: ":"; }
.meta dd { display: inline; margin: 0; color: var(--ink); }
.legend { display: flex; flex-wrap: wrap; gap: .2em 1.4em; list-style: none; margin: 0 0 1em; padding: 0 0 .6em;
  border-bottom: 1px solid var(--line); }
article + article { margin-top: 2.5em; padding-top: 1em; border-top: 3px double var(--line); }
.text p { margin: 0 0 .1em; white-space: pre-wrap; overflow-wrap: anywhere; text-align: start; }
.text p.blank { line-height: .7; }
.zone { opacity: .45; }
mark { color: inherit; background-color: transparent; background-repeat: repeat-x, no-repeat; background-position: 0 100%, 0 0;
  background-origin: padding-box, content-box; background-clip: padding-box, content-box; }
.text p { position: relative; }
.r { position: absolute; inset-inline-end: -1.05em; width: 1.35em; height: 1.35em; font-size: .68em; line-height: 1.25; text-align: center;
  margin-top: .65em; border: 1.5px solid #a8620a; border-radius: 50%; color: #a8620a; text-decoration: none; text-indent: 0; }
.r.s { border-color: var(--soft); color: var(--soft); } .r::after { content: attr(data-n); }
@media (prefers-color-scheme: dark) { .r { border-color: #e8a33d; color: #e8a33d; } }
.remarks { font-size: .8em; line-height: 1.7; margin: 0; } .remarks li { margin-bottom: .4em; break-inside: avoid; }
.n { position: relative; font-style: normal; }
.n::after { content: attr(data-n); position: absolute; top: 100%; inset-inline-start: 0; white-space: nowrap;
  font-size: .5em; line-height: 1.1; color: var(--soft); pointer-events: none; }
:target { outline: 2px solid; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; line-height: 1.5; } thead { display: table-header-group; } tr { break-inside: avoid; }
td, th { border-bottom: 1px solid var(--line); padding: .2em .5em; text-align: start; vertical-align: top; overflow-wrap: break-word; }
th { white-space: nowrap; } td { color: var(--ink); } td.o { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.v { min-width: 9em; } .whole { white-space: nowrap; }
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-center { content: counter(page); font-size: 9pt; } }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --page: #fff; }
  body { display: block; max-width: none; padding: 0; font-size: 12.5pt; line-height: 2.7; } nav { display: none; }
  article + article { break-before: page; border: 0; margin: 0; padding: 0; } h1, h2 { break-after: avoid; }
  .text p { orphans: 2; widows: 2; } :target { outline: 0; } a { text-decoration: none; } }
"""


def style_of(schema: Schema, families: str) -> str:
    """Return the page's style: ``families`` names the faces of the text, the first one first."""
    rows = "".join(f".k{row} {{ padding-bottom: {3 + STEP * row}px; }}\n" for row in range(DEEPEST))
    light = "".join(_label(label, dark=False) for label in schema.labels)
    dark = "".join(_label(label, dark=True) for label in schema.labels)
    unknown = _mark("unknown", "#80808033", "#808080", "dot")
    return (
        f"{_STYLE.replace('FACE', families)}{rows}{unknown}{light}"
        f"@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"
    )


def _label(label: Label, *, dark: bool) -> str:
    colours = label.colours
    tint, line = (
        (colours.tint_dark, colours.line_dark) if dark else (colours.tint_light, colours.line_light)
    )
    return _mark(f"l-{label.name}", tint, line, label.pattern)


def _mark(name: str, tint: str, line: str, pattern: str) -> str:
    image, size = _underline(pattern, line)
    return (
        f".{name} {{ background-image: {image}, linear-gradient({tint}, {tint}); "
        f"background-size: {size}, 100% 100%; }}\n"
    )


def _underline(pattern: str, line: str) -> tuple[str, str]:
    """Return one period of an underline as an image, and its size."""
    if pattern == "wave":
        path = f'<path d="M0 2q2-3 4 0t4 0" fill="none" stroke="{line}" stroke-width="1.3"/>'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4">{path}</svg>'
        return f'url("data:image/svg+xml,{quote(svg)}")', "8px 4px"
    if pattern == "double":
        return f"linear-gradient({line} 0 1px, #0000 1px 3px, {line} 3px 4px)", "100% 4px"
    stops = {
        "dash": (f"{line} 0 6px, #0000 6px 10px", "10px 2px"),
        "dot": (f"{line} 0 2px, #0000 2px 5px", "5px 2px"),
        "dash-dot": (
            f"{line} 0 8px, #0000 8px 11px, {line} 11px 13px, #0000 13px 16px",
            "16px 2px",
        ),
    }
    drawn, size = stops.get(pattern, (f"{line} 0 100%", "100% 2px"))
    return f"linear-gradient(to left, {drawn})", size
