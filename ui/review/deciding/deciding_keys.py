"""The keys of the cluster view in one table: the page, the cheat sheet and the README say the same."""

from dataclasses import dataclass

from ui.i18n import QT_TRANSLATE_NOOP

MOST = 8
"""Annotators that have a key of their own."""


@dataclass(frozen=True, slots=True)
class DecidingKey:
    """``keys`` are bare ones, as `ui.article.keys` writes them; ``text`` is to be translated in the context ``Deciding``."""

    command: str
    keys: tuple[str, ...]
    text: str


# fmt: off
KEYS = (
    DecidingKey("as", tuple("12345678"), QT_TRANSLATE_NOOP("Deciding", "As this annotator has it; nothing, where they made nothing")),
    DecidingKey("majority", ("Enter",), QT_TRANSLATE_NOOP("Deciding", "What most have")),
    DecidingKey("none", ("0",), QT_TRANSLATE_NOOP("Deciding", "Nothing at all")),
    DecidingKey("all", ("A",), QT_TRANSLATE_NOOP("Deciding", "Everything that anybody made")),
    DecidingKey("edit", ("E", "F2"), QT_TRANSLATE_NOOP("Deciding", "Edit gold: span, label, values, links, note")),
    DecidingKey("values", ("V",), QT_TRANSLATE_NOOP("Deciding", "On to the row's values, one by one")),
    DecidingKey("keep", ("C",), QT_TRANSLATE_NOOP("Deciding", "Keep what was decided, although it changed since")),
    DecidingKey("reopen", ("U",), QT_TRANSLATE_NOOP("Deciding", "Undecided again")),
    DecidingKey("reason", ("R",), QT_TRANSLATE_NOOP("Deciding", "Give a reason with the next decision")),
    DecidingKey("next", ("J",), QT_TRANSLATE_NOOP("Deciding", "Next row; at the end, the next article")),
    DecidingKey("previous", ("K",), QT_TRANSLATE_NOOP("Deciding", "Previous row")),
    DecidingKey("next-open", ("N",), QT_TRANSLATE_NOOP("Deciding", "Next open row, or the next article that has one")),
    DecidingKey("previous-open", ("P",), QT_TRANSLATE_NOOP("Deciding", "Previous open row")),
    DecidingKey("take-agreed", ("T",), QT_TRANSLATE_NOOP("Deciding", "Take all that everybody agrees on in this article")),
    DecidingKey("same", ("S",), QT_TRANSLATE_NOOP("Deciding", "Decide the same words elsewhere alike")),
    DecidingKey("many", ("D",), QT_TRANSLATE_NOOP("Deciding", "Decide all rows shown, here or in all articles")),
    DecidingKey("rules", ("M",), QT_TRANSLATE_NOOP("Deciding", "Merge by a rule, with a look at it first")),
    DecidingKey("clear-filter", ("X",), QT_TRANSLATE_NOOP("Deciding", "Show all rows")),
    DecidingKey("others", ("O",), QT_TRANSLATE_NOOP("Deciding", "Lanes of those whose work does not count for gold, or none of them")),
    DecidingKey("choose-start", ("[",), QT_TRANSLATE_NOOP("Deciding", "In the text: move the start of gold's annotation with the arrow keys")),
    DecidingKey("choose-end", ("]",), QT_TRANSLATE_NOOP("Deciding", "In the text: move the end of gold's annotation with the arrow keys")),
    DecidingKey("select-word", ("Space",), QT_TRANSLATE_NOOP("Deciding", "In the text: select the word, then the next; a label's key puts it into gold")),
    DecidingKey("select-less", ("Shift+Space",), QT_TRANSLATE_NOOP("Deciding", "In the text: take the last word off the selection")),
    DecidingKey("take-away", ("Del",), QT_TRANSLATE_NOOP("Deciding", "Take gold's annotation away")),
    DecidingKey("zone", ("Ctrl+Shift+X",), QT_TRANSLATE_NOOP("Deciding", "In the text: mark the selection as out of scope in gold, or back in scope")),
    DecidingKey("let-go", ("Esc",), QT_TRANSLATE_NOOP("Deciding", "Let go of the edge or the selection; back to the rows")),
)
# fmt: on

BARE = {key: f"as-{key}" if one.command == "as" else one.command for one in KEYS for key in one.keys if "Ctrl" not in key}  # fmt: skip
"""What a bare key stands for."""
