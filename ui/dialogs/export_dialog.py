"""Asks what to export, in which format and where, and says what each choice does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.export_options import FLAT, SUFFIXES, TOKENS, ExportTexts
from ui.dialogs.form import GAP, WIDE, Field, FormDialog, Problem
from ui.dialogs.options import Option, OptionBox
from ui.dialogs.path_field import Kind, PathField
from ui.dialogs.split_field import SplitField
from ui.i18n import isolate, isolate_ltr

_GOLD = object()


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What `Project.export` takes. ``annotator`` is None when the gold layer is meant; ``split`` is in per cent."""

    out: Path
    format: str
    annotator: str | None
    gold: bool
    status: str = "any"
    nested: str = "outermost"
    misaligned: str | None = None
    columns: int = 4
    split: tuple[int, int, int] | None = None
    seed: int = 13


class ExportDialog(FormDialog):
    """``out`` is proposed; its ending follows the format. ``annotator`` is who is chosen at first."""

    def __init__(
        self,
        out: Path,
        annotators: Sequence[str],
        annotator: str = "",
        *,
        has_gold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "", width=WIDE)
        self.setWindowTitle(self.tr("Export"))
        self._texts = ExportTexts(self)
        self.add_heading(self.tr("Export annotations"))
        self.format, _ = self._add_options(self.tr("For&mat"), self._texts.formats())
        people = [Option(name, isolate(name)) for name in annotators]
        gold = [Option(_GOLD, self.tr("Gold: the reviewed annotations"))] if has_gold else []
        self.whose = OptionBox([*people, *gold])
        self.whose.set_value(annotator)
        self.status = OptionBox(self._texts.statuses())
        self.status.set_value("any")
        self._add_pair(
            (self.tr("&Whose annotations"), self.whose), (self.tr("&Articles"), self.status)
        )
        self.nested, self._nested_field = self._add_options(
            self.tr("Annotations &inside each other"), self._texts.nestings()
        )
        self.misaligned = OptionBox(self._texts.misalignments())
        self.columns = OptionBox(self._texts.columns())
        self._misaligned_field, self._columns_field = self._add_pair(
            (self.tr("Annotations that &begin or end inside a word"), self.misaligned),
            (self.tr("&Columns"), self.columns),
        )
        self.split = SplitField()
        self.split_field = self.add_field("", self.split)
        self.out = PathField(Kind.SAVE_FILE, out)
        self.out_field = self.add_field(self.tr("Write &to"), self.out)
        self.format.currentIndexChanged.connect(self._show_options)
        for signal in (self.out.changed, self.split.changed, self.nested.currentIndexChanged):
            signal.connect(self._show_files)
            signal.connect(self.recheck)
        self._show_options()
        self.add_buttons(self.tr("Export"))

    def problems(self) -> Iterable[Problem]:
        if self.whose.value() is None:
            yield Problem(self.whose, self.tr("Nobody has annotated anything in this project yet."))
        if message := self.split.problem():
            yield Problem(self.split, message)
        out = self.out.path()
        if out is None:
            yield Problem(self.out, self.tr("Please choose the file to write."))
        elif out.is_dir():
            yield Problem(self.out, self.tr("This is a folder. Please add the name of a file."))
        elif not out.absolute().parent.is_dir():
            yield Problem(
                self.out, self.tr("The folder of this file does not exist. Choose another one.")
            )

    def choice(self) -> ExportChoice:
        """Return the answer; options that the format has no use for keep their defaults."""
        name = str(self.format.value())
        plain = ExportChoice(
            out=self.out.path() or Path(),
            format=name,
            annotator=None if self.whose.value() is _GOLD else str(self.whose.value()),
            gold=self.whose.value() is _GOLD,
            status=str(self.status.value()),
            split=self.split.shares(),
            seed=self.split.seed.value(),
        )
        return replace(plain, **self._token_options(name))

    def _token_options(self, name: str) -> dict[str, object]:
        options: dict[str, object] = {}
        if name in TOKENS:
            options["misaligned"] = self.misaligned.value()
        if name == FLAT:
            options |= {"nested": self.nested.value(), "columns": self.columns.value()}
        return options

    def _add_options(self, caption: str, options: Sequence[Option]) -> tuple[OptionBox, Field]:
        box = OptionBox(options)
        field = self.add_field(caption, box)
        box.explain_in(field)
        return box, field

    def _add_pair(self, *boxes: tuple[str, OptionBox]) -> tuple[Field, ...]:
        """Add two fields side by side, each explained under its box."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        fields = []
        for place, (caption, box) in enumerate(boxes):
            field = Field(caption, box)
            box.explain_in(field)
            self.adopt(field)
            field.layout.addStretch()
            grid.addLayout(field.layout, 0, place)
            grid.setColumnStretch(place, 1)
            fields.append(field)
        self.body.addLayout(grid)
        return tuple(fields)

    def _show_options(self) -> None:
        """Show only what the format can do, and let the file's ending follow it."""
        name = str(self.format.value())
        self._nested_field.set_visible(name == FLAT)
        self._columns_field.set_visible(name == FLAT)
        self._misaligned_field.set_visible(name in TOKENS)
        if out := self.out.path():
            known = out.suffix in SUFFIXES.values()
            self.out.set_path(
                out.with_suffix(SUFFIXES[name])
                if known
                else out.with_name(out.name + SUFFIXES[name])
            )
        self._show_files()

    def _show_files(self) -> None:
        """Say what will be written when it is not just the one file, or that something will be replaced."""
        out = self.out.path()
        hint = ""
        if out is not None:
            names = [out]
            if self.split.shares():
                names = [
                    out.with_name(f"{out.stem}.{part}{out.suffix}")
                    for part in ("train", "dev", "test")
                ]
                shown = self.tr(", ", "between names in a list").join(
                    isolate_ltr(path.name) for path in names
                )
                hint = self.tr("Writes %1").replace("%1", shown)
            if any(path.is_file() for path in names):
                hint = self.tr("A file of this name exists and will be replaced.")
        self.out_field.set_hint(hint)
