"""A text made again from its tokens: what CoNLL does not hold, as near as it can be had."""

from annotator.importers.files import INVISIBLE
from annotator.options import Choice, Kind, Option, Words

SPACES, GLUED = "spaces", "glued"

JOIN = Option(
    "join",
    Words("Words are joined", "وصل الكلمات"),
    Words(
        "How the text is made again from the words of the rows, which do not say where a space was.",
        "كيف يُبنى النص من كلمات الصفوف، وهي لا تذكر مواضع المسافات.",
    ),
    Kind.CHOICE,
    default=SPACES,
    choices=(
        Choice(
            SPACES,
            Words("By one space each", "بمسافة بين كل كلمتين"),
            Words(
                "Punctuation stands apart, as in the file.", "علامات الترقيم منفصلة كما في الملف."
            ),
        ),
        Choice(
            GLUED,
            Words("Punctuation glued", "مع إلصاق الترقيم"),
            Words(
                "No space before a comma or a closing bracket, nor behind an opening one.",
                "لا مسافة قبل الفاصلة والقوس المغلق ولا بعد القوس المفتوح.",
            ),
        ),
    ),
)

_CLOSING = frozenset(".,:;!?)]}»”’%،؛؟٪…")
_OPENING = frozenset("([{«“‘")


class TokenText:
    """Takes the tokens in order: those of a sentence parted by spaces, sentences by line ends."""

    def __init__(self, join: str) -> None:
        self.spans: list[tuple[int, int]] = []
        """Where each token is in the text."""
        self._parts: list[str] = []
        self._length = 0
        self._glues = join == GLUED
        self._before = "\n"
        """The token before, or a line end."""

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, form: str, *, is_glued: bool = False) -> int:
        """Add a token and return its number; ``is_glued`` to the one before, as the file says."""
        if self._before == "\n":
            parting = "\n" if self._parts else ""
        else:
            parting = "" if is_glued or (self._glues and _sticks(self._before, form)) else " "
        start = self._length + len(parting)
        self._parts += [parting, form]
        self._length = start + len(form)
        self.spans.append((start, self._length))
        self._before = form
        return len(self.spans) - 1

    def add_known(self, text: str, spans: list[tuple[int, int]]) -> None:
        """Add a sentence as it is, with the places of its tokens in it."""
        parting = "\n" if self._parts else ""
        start = self._length + len(parting)
        self._parts += [parting, text]
        self._length = start + len(text)
        self.spans += [(start + first, start + last) for first, last in spans]
        self._before = text or "\n"

    def end_sentence(self) -> None:
        self._before = "\n"


def without_marks(form: str) -> str:
    """Return a token without what nobody sees at its ends: direction marks and byte order marks that tools leave there."""
    return form.strip(INVISIBLE)


def _sticks(before: str, form: str) -> bool:
    return form[0] in _CLOSING or before[-1] in _OPENING
