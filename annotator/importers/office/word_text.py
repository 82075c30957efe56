"""The text of a Word document: paragraphs in order, also those of tables and text boxes, as they are read with all changes accepted.

Source: ECMA-376, Office Open XML, part 1, section 17 (WordprocessingML); part 3, section 10 (alternate content).
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from annotator.errors import ImportFailure
from annotator.importers.files import LARGEST, TOO_LARGE
from annotator.importers.office.package import attribute, local

_WORD = ("/wordprocessingml/2006/main", "/wordprocessingml/main")
_COMPATIBILITY = "/markup-compatibility/2006"
_MATH = ("/officeDocument/2006/math", "/officeDocument/math")

_SKIPPED = frozenset(
    {
        "w:del",
        "w:moveFrom",
        "w:delText",
        "w:delInstrText",
        "w:instrText",
        "w:rt",
        "w:pPrChange",
        "w:rPrChange",
        "w:tblPrChange",
        "w:tblPrExChange",
        "w:trPrChange",
        "w:tcPrChange",
        "w:sectPrChange",
    }
)
"""Elements of which nothing is read: what was deleted or moved away, codes of fields, how things looked before."""

_CHANGES = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo"})
_OFF = frozenset({"0", "false", "off"})
_SIGNS = {
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:cr": "\n",
}


@dataclass(slots=True)
class _Lines:
    """Where paragraphs go: the body, a cell, a text box, a note. ``is_open``: the next one goes on with the last line."""

    lines: list[str] = field(default_factory=list[str])
    is_open: bool = False

    def add(self, line: str, *, is_open: bool = False) -> None:
        if self.is_open and self.lines:
            self.lines[-1] += line
        else:
            self.lines.append(line)
        self.is_open = is_open


@dataclass(slots=True)
class _Paragraph:
    parts: list[str] = field(default_factory=list[str])
    boxes: list[str] = field(default_factory=list[str])
    style: str = ""
    level: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    style: str
    level: str


class WordText:
    """Handles the elements of a part; then there are its lines, headings, notes and counts."""

    def __init__(self) -> None:
        self.body: list[str] = []
        self.styled: list[Heading] = []
        """Paragraphs with a style or a level of their own, in order, until the first fifty."""
        self.notes: dict[str, list[str]] = {}
        self.references: list[str] = []
        """The ids of notes in the order in which the text refers to them: ``footnote 2``."""
        self.changes = 0
        self.hidden = 0
        self._path: list[str] = []
        self._skip = 0
        self._into = [_Lines(self.body)]
        self._rows: list[list[str]] = []
        self._paragraphs: list[_Paragraph] = []
        self._fields: list[bool] = []
        self._alternatives: list[int] = []
        self._is_hidden = False
        self._is_placeholder = False
        self._written = 0
        self._note_id = ""
        self._openers: dict[str, Callable[[dict[str, str]], None]] = {
            "mc:AlternateContent": self._alternate,
            "w:p": self._paragraph,
            "w:pStyle": self._style,
            "w:outlineLvl": self._level,
            "w:r": self._run,
            "w:vanish": self._vanish,
            "w:br": self._break,
            "w:sym": self._symbol,
            "w:fldChar": self._field,
            "w:showingPlcHdr": self._placeholder,
            "w:tr": self._row,
            "w:tc": self._lines,
            "w:txbxContent": self._lines,
            "w:footnote": self._note,
            "w:endnote": self._note,
            "w:footnoteReference": lambda attributes: self._refer(attributes, "footnote"),
            "w:endnoteReference": lambda attributes: self._refer(attributes, "endnote"),
        }
        self._closers: dict[str, Callable[[], None]] = {
            "mc:AlternateContent": self._end_alternate,
            "w:p": self._end_paragraph,
            "w:txbxContent": self._end_box,
            "w:tc": self._end_cell,
            "w:tr": self._end_row,
            "w:footnote": self._end_note,
            "w:endnote": self._end_note,
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skip:
            self._skip += 1
            return
        tag = _short(name)
        if tag in _CHANGES:
            self.changes += 1
        if tag == "w:del" and self._path[-2:] == ["w:pPr", "w:rPr"] and self._paragraphs:
            self._paragraphs[-1].goes_on = True
        if tag in _SKIPPED or self._is_other_way(tag) or self._is_prompt(tag):
            self._skip = 1
            return
        if tag in self._openers:
            self._openers[tag](attributes)
        elif tag in _SIGNS and self._path[-1:] == ["w:r"]:
            self._write(_SIGNS[tag])
        self._path.append(tag)

    def end(self, name: str) -> None:
        if self._skip:
            self._skip -= 1
            return
        tag = self._path.pop() if self._path else _short(name)
        if tag in self._closers:
            self._closers[tag]()

    def data(self, words: str) -> None:
        if not self._skip and self._path and self._path[-1] in ("w:t", "m:t"):
            self._write(words.replace("\r", " ").replace("\n", " ").replace("\t", " "))

    def _is_other_way(self, tag: str) -> bool:
        """Tell whether an alternative says anew what one before it has said: then it would stand there twice."""
        if tag in ("mc:Choice", "mc:Fallback") and self._alternatives:
            return self._written > self._alternatives[-1]
        return False

    def _is_prompt(self, tag: str) -> bool:
        """Tell whether a field of a form begins that nobody has filled in: its text asks for one."""
        if tag == "w:sdtContent" and self._is_placeholder:
            self._is_placeholder = False
            return True
        return False

    def _write(self, words: str) -> None:
        if not self._paragraphs or not all(self._fields):
            return
        if self._is_hidden:
            self.hidden += 1
            return
        self._written += len(words)
        if self._written > LARGEST:
            raise ImportFailure(f"the text is {TOO_LARGE}")
        self._paragraphs[-1].parts.append(words)

    # what elements begin

    def _alternate(self, _: dict[str, str]) -> None:
        self._alternatives.append(self._written)

    def _paragraph(self, _: dict[str, str]) -> None:
        self._paragraphs.append(_Paragraph())

    def _style(self, attributes: dict[str, str]) -> None:
        if self._paragraphs and self._path[-1:] == ["w:pPr"]:
            self._paragraphs[-1].style = attribute(attributes, "val") or ""

    def _level(self, attributes: dict[str, str]) -> None:
        if self._paragraphs and self._path[-1:] == ["w:pPr"]:
            self._paragraphs[-1].level = attribute(attributes, "val") or ""

    def _run(self, _: dict[str, str]) -> None:
        self._is_hidden = False

    def _vanish(self, attributes: dict[str, str]) -> None:
        if self._path[-2:] == ["w:r", "w:rPr"]:
            self._is_hidden = (attribute(attributes, "val") or "") not in _OFF

    def _break(self, attributes: dict[str, str]) -> None:
        kind = attribute(attributes, "type") or "textWrapping"
        is_inside = bool(self._paragraphs) and any(self._paragraphs[-1].parts)
        if kind == "textWrapping" or is_inside:  # a page break alone is no line
            self._write("\n")

    def _symbol(self, attributes: dict[str, str]) -> None:
        code = attribute(attributes, "char") or ""
        try:
            character = chr(int(code, 16))
        except (ValueError, OverflowError):
            return
        if character.isprintable() or "\ue000" <= character <= "\uf8ff":
            self._write(character)

    def _field(self, attributes: dict[str, str]) -> None:
        match attribute(attributes, "fldCharType"):
            case "begin":
                self._fields.append(False)
            case "separate" if self._fields:
                self._fields[-1] = True
            case "end" if self._fields:
                self._fields.pop()
            case _:
                pass

    def _placeholder(self, attributes: dict[str, str]) -> None:
        self._is_placeholder = (attribute(attributes, "val") or "") not in _OFF

    def _row(self, _: dict[str, str]) -> None:
        self._rows.append([])

    def _lines(self, _: dict[str, str]) -> None:
        self._into.append(_Lines())

    def _note(self, attributes: dict[str, str]) -> None:
        self._into.append(_Lines())
        self._note_id = "" if attribute(attributes, "type") else attribute(attributes, "id") or ""

    def _refer(self, attributes: dict[str, str], kind: str) -> None:
        self.references.append(f"{kind} {attribute(attributes, 'id') or ''}")

    # what elements end

    def _end_alternate(self) -> None:
        if self._alternatives:
            self._alternatives.pop()

    def _end_paragraph(self) -> None:
        if not self._paragraphs:
            return
        ended = self._paragraphs.pop()
        text = "".join(ended.parts)
        into = self._into[-1]
        if text or not ended.boxes:
            into.add(text, is_open=ended.goes_on)
        for line in ended.boxes:
            into.add(line)
        if (
            not self._paragraphs
        ):  # codes of fields end with their paragraph where their own end is lost
            self._fields = [True for _ in self._fields]
        if text.strip() and (ended.style or ended.level) and len(self.styled) < 50:
            self.styled.append(Heading(text, ended.style, ended.level))

    def _end_box(self) -> None:
        box = self._into.pop()
        if self._paragraphs:
            self._paragraphs[-1].boxes += box.lines
        else:
            for line in box.lines:
                self._into[-1].add(line)

    def _end_cell(self) -> None:
        cell = self._into.pop()
        if self._rows:
            self._rows[-1].append("\n".join(cell.lines).strip("\n"))

    def _end_row(self) -> None:
        cells = self._rows.pop() if self._rows else []
        if any(cell.strip() for cell in cells):
            self._into[-1].add("\t".join(cells).rstrip("\t"))

    def _end_note(self) -> None:
        note = self._into.pop()
        if self._note_id:
            self.notes[self._note_id] = note.lines


def _short(name: str) -> str:
    space = name.rpartition("}")[0]
    if space.endswith(_WORD):
        return f"w:{local(name)}"
    if space.endswith(_COMPATIBILITY):
        return f"mc:{local(name)}"
    return f"m:{local(name)}" if space.endswith(_MATH) else local(name)
