"""What elements of HTML mean for the text of a page.

Source: HTML Living Standard, WHATWG, sections 4 (elements), 13.1.2.4 (optional tags) and 15.3 (how they are shown).
"""

from collections.abc import Mapping

VOID = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)

HIDDEN = frozenset(
    [
        "applet",
        "audio",
        "canvas",
        "datalist",
        "iframe",
        "math",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "script",
        "style",
        "svg",
        "template",
        "title",
        "video",
    ]
)
"""Elements of which nothing, or nothing that is text, is seen."""

IN_HEAD = frozenset(["base", "link", "meta", "noscript", "script", "style", "template", "title"])

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "plaintext",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "xmp",
    ]
)

PREFORMATTED = frozenset({"pre", "listing", "xmp", "textarea"})

CELLS = frozenset({"td", "th"})

PAGE_PARTS = frozenset({"nav", "header", "footer", "aside", "form"})
CONTROLS = frozenset({"button", "select", "textarea"})
ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "form"})
"""What stands around an article: elements, controls of forms, and the roles by which other elements say it."""

_CLOSES_P = BLOCKS - {
    "html",
    "body",
    "option",
    "optgroup",
    "caption",
    "tbody",
    "tfoot",
    "thead",
    "tr",
}
_ENDED_BY: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dd": (frozenset({"dd", "dt"}), frozenset({"dl"})),
    "dt": (frozenset({"dd", "dt"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select", "datalist"})),
    "optgroup": (frozenset({"option", "optgroup"}), frozenset({"select"})),
    "tr": (frozenset({"tr", "td", "th", "caption", "colgroup"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot", "tr", "td", "th"}), frozenset({"table"})),
    "thead": (frozenset({"tbody", "thead", "tfoot", "tr", "td", "th"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot", "tr", "td", "th"}), frozenset({"table"})),
}
"""Elements that a start tag ends, and those that it does not look beyond."""

_P = frozenset({"p"})
_WALLS = frozenset({"td", "th", "caption", "table", "button", "object", "template", "html"})
"""What an end tag does not look beyond, but for its own table."""

_OF_TABLES = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"})

_WITHIN_LINES = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "head",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "output",
        "picture",
        "progress",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    ]
)

NAMES = VOID | HIDDEN | IN_HEAD | BLOCKS | CELLS | CONTROLS | _OF_TABLES | _WITHIN_LINES
"""Every element that pages are made of: what stands between other angle brackets is none."""


def ended_by(tag: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the elements that end where ``tag`` begins, and those beyond which none is looked for."""
    if tag in _ENDED_BY:
        return _ENDED_BY[tag]
    return (_P, _WALLS) if tag in _CLOSES_P else (frozenset(), frozenset())


def walls_of(tag: str) -> frozenset[str]:
    """Return the elements beyond which an end tag finds nothing to end."""
    return frozenset({"html"}) if tag in _OF_TABLES or tag in ("html", "body") else _WALLS


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag in HIDDEN or (tag == "dialog" and "open" not in attributes):
        return True
    if "hidden" in attributes and attributes["hidden"].strip().lower() != "until-found":
        return True
    style = "".join(attributes.get("style", "").lower().split())
    return "display:none" in style or "visibility:hidden" in style


def is_page_part(tag: str, attributes: Mapping[str, str], *, is_in_article: bool) -> bool:
    """Tell whether an element is navigation, a form or the like. The header of an article is its own headline."""
    role = attributes.get("role", "").strip().lower()
    if role in ("presentation", "none", "main", "article"):
        return False
    if tag == "header" or role == "banner":
        return not is_in_article
    return tag in PAGE_PARTS or tag in CONTROLS or role in ROLES
