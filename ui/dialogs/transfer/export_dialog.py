"""Asks what to export, in which format and where, and says what each choice does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from annotator.model import GOLD
from ui.dialogs.transfer.export_options import FLAT, MANY, SUFFIXES, ExportTexts
from ui.dialogs.transfer.split_field import SplitField
from ui.i18n import isolate, isolate_ltr
from ui.widgets.form import GAP, WIDE, Field, FormDialog, Problem
from ui.widgets.options import Option, OptionBox
from ui.widgets.path_field import Kind, PathField

_MOST_NAMED = 4
_GOLD, _EVERYBODY = object(), object()


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What `Project.export` takes. Without ``annotator`` and ``gold`` all layers are meant; ``split`` is in per cent."""

    out: Path
    format: str
    annotator: str | None
    gold: bool
    status: str = "any"
    nested: str = "outermost"
    misaligned: str | None = None
    columns: int = 4
    skip_zones: bool = False
    split: tuple[int, int, int] | None = None
    seed: int = 13


class ExportDialog(FormDialog):
    """``out`` is proposed; its ending follows the format. ``annotator`` is who is chosen at first.

    ``labels`` are the names of the schema's labels, which a file for each label carries in its name.
    """

    def __init__(
        self,
        out: Path,
        annotators: Sequence[str],
        annotator: str = "",
        *,
        has_gold: bool = False,
        labels: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "", width=WIDE)
        self.setWindowTitle(self.tr("Export"))
        self._texts = ExportTexts(self)
        self._annotators = tuple(name for name in annotators if name != GOLD)
        self._has_gold = has_gold
        self._labels = tuple(labels)
        self.add_heading(self.tr("Export annotations"))
        self.format, _ = self._add_options(self.tr("For&mat"), self._texts.formats())
        self.whose = OptionBox(self._people())
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
        self.skip_zones = QCheckBox(self.tr("&Leave out what is out of scope"))
        self.skip_zones.setToolTip(
            self.tr("Annotations in credits, boilerplate and the like are not written.")
        )
        self.add_field("", self.skip_zones)
        self.split = SplitField()
        self.add_field("", self.split)
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
        whose = self.whose.value()
        choice = ExportChoice(
            out=self.out.path() or Path(),
            format=self._format(),
            annotator=None if whose in (_GOLD, _EVERYBODY) else str(whose),
            gold=whose is _GOLD,
            status=str(self.status.value()),
            skip_zones=self.skip_zones.isChecked(),
            split=self.split.shares(),
            seed=self.split.seed.value(),
        )
        if choice.format != FLAT:
            return choice
        return replace(
            choice,
            nested=str(self.nested.value()),
            misaligned=str(self.misaligned.value()),
            columns=self.columns.value(),
        )

    def _format(self) -> str:
        return str(self.format.value())

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

    def _people(self) -> list[Option]:
        people = [Option(name, isolate(name)) for name in self._annotators]
        if len(people) > 1 and self._format() in MANY:
            people.append(Option(_EVERYBODY, self.tr("Everybody’s")))
        if self._has_gold:
            people.append(Option(_GOLD, self.tr("Gold: the reviewed annotations")))
        return people

    def _show_options(self) -> None:
        """Show only what the format can do, and let the file's ending follow it."""
        for field in (self._nested_field, self._columns_field, self._misaligned_field):
            field.set_visible(self._format() == FLAT)
        self.whose.set_options(self._people())
        if out := self.out.path():
            stem = out.stem if out.suffix in SUFFIXES.values() else out.name
            self.out.set_path(out.with_name(stem + SUFFIXES[self._format()]))
        self._show_files()

    def _show_files(self) -> None:
        """Say what will be written when it is not just the one file, or that something will be replaced."""
        out = self.out.path()
        files = self._files(out) if out is not None and out.name else []
        names = [isolate_ltr(path.name) for path in files[:_MOST_NAMED]]
        listed = self.tr(", ", "between names in a list").join(names)
        hint = ""
        if any(path.is_file() for path in files):
            hint = self.tr("A file of this name exists and will be replaced.")
        elif len(files) > _MOST_NAMED:
            hint = self.tr("Writes %Ln files: %1…", "", len(files)).replace("%1", listed)
        elif len(files) > 1:
            hint = self.tr("Writes %1").replace("%1", listed)
        self.out_field.set_hint(hint)

    def _files(self, out: Path) -> list[Path]:
        """Return the files that the export would write, named as the project names them."""
        parts = ("train", "dev", "test") if self.split.shares() else ("",)
        per_label = self._format() == FLAT and self.nested.value() == "per-label"
        labels = self._labels if per_label and self._labels else ("",)
        words = ["".join(f".{w}" for w in (part, label) if w) for part in parts for label in labels]
        return [out.with_name(f"{out.stem}{inserted}{out.suffix}") for inserted in words]
