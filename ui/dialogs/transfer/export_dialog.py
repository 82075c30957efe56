"""Asks what to export, in which format and where, and says what each choice does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.model import DEFAULT_SCHEMA, GOLD, Schema
from annotator.options import Value
from annotator.project import formats
from ui import i18n
from ui.dialogs.transfer.export_options import ExportTexts
from ui.dialogs.transfer.loss_preview import Counting, LossPreview
from ui.dialogs.transfer.loss_words import LossWords
from ui.dialogs.transfer.option_fields import OptionFields
from ui.dialogs.transfer.split_field import SplitField
from ui.i18n import isolate, isolate_ltr
from ui.widgets.form import GAP, WIDE, Field, FormDialog, Problem
from ui.widgets.options import Option, OptionBox
from ui.widgets.path_field import Kind, PathField

if TYPE_CHECKING:
    from annotator.project.transfer.export_report import ChoiceLoss, ExportPreview

_MOST_NAMED = 4
_GOLD, _EVERYBODY = object(), object()


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What `Project.export` takes. Without ``annotator`` and ``gold`` all layers are meant; ``split`` is in per cent.

    ``options`` are those of the format, by name.
    """

    out: Path
    format: str
    annotator: str | None
    gold: bool
    status: str = "any"
    options: Mapping[str, Value] = field(default_factory=dict[str, Value])
    split: tuple[int, int, int] | None = None
    seed: int = 13


class ExportDialog(FormDialog):
    """``out`` is proposed; its ending follows the format. ``annotator`` is who is chosen at first, gold instead where ``gold``.

    ``schema`` names the labels, which a file for each label carries in its name. Formats and their options are those
    that `annotator.project.formats` lists. ``counting`` tells what an export would lose, which is shown while one chooses.
    """

    def __init__(
        self,
        out: Path,
        annotators: Sequence[str],
        annotator: str = "",
        *,
        has_gold: bool = False,
        schema: Schema = DEFAULT_SCHEMA,
        gold: bool = False,
        counting: Counting | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "", width=WIDE)
        self.setWindowTitle(self.tr("Export"))
        self._texts = ExportTexts(self)
        self._annotators = tuple(name for name in annotators if name != GOLD)
        self._has_gold = has_gold
        self._schema = schema
        self._formats = {exporter.name: exporter for exporter in formats.exports()}
        self.add_heading(self.tr("Export annotations"))
        self.format, _ = self._add_options(self.tr("For&mat"), self._format_options())
        self.whose = OptionBox(self._people())
        self.whose.set_value(_GOLD if gold and has_gold else annotator)
        self.status = OptionBox()
        _, self._articles = self._add_pair(
            (self.tr("&Whose annotations"), self.whose), (self.tr("&Articles"), self.status)
        )
        self._offers_gold: bool | None = None
        self.options = OptionFields(self, formats.export_options())
        self.split = SplitField()
        self.add_field("", self.split)
        self.out = PathField(Kind.SAVE_FILE, out)
        self.out_field = self.add_field(self.tr("Write &to"), self.out)
        self._show_statuses()
        self.whose.currentIndexChanged.connect(self._show_statuses)
        self.format.currentIndexChanged.connect(self._show_options)
        self.options.connect(self._show_files)
        self.losses = LossPreview(counting)
        self._loss_words = LossWords(self)
        self._seen: ExportPreview | None = None
        self.insert_over_buttons(self.losses)
        for box in (self.whose, self.status, self.format):
            box.currentIndexChanged.connect(self._count_losses)
        self.options.connect(self._count_losses)
        self.losses.shown.connect(self._take_losses)
        self.losses.compared.connect(self._compare_losses)
        self.finished.connect(self.losses.end)
        for signal in (self.out.changed, self.split.changed):
            signal.connect(self._show_files)
            signal.connect(self.recheck)
        self._show_options()
        self.add_buttons(self.tr("Export"))
        self.options.add_mnemonics()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count_losses()

    def problems(self) -> Iterable[Problem]:
        if self.whose.value() is None:
            yield Problem(self.whose, self.tr("Nobody has annotated anything in this project yet."))
        if message := self.split.problem():
            yield Problem(self.split, message)
        out = self.out.path()
        if out is None:
            yield Problem(self.out, self.tr("Please choose the file to write."))
        elif self._format().is_folder and out.is_file():
            yield Problem(self.out, self.tr("This is a file. Please add the name of a folder."))
        elif not self._format().is_folder and out.is_dir():
            yield Problem(self.out, self.tr("This is a folder. Please add the name of a file."))
        elif not out.absolute().parent.is_dir():
            yield Problem(
                self.out, self.tr("The folder of this file does not exist. Choose another one.")
            )

    def choice(self) -> ExportChoice:
        """Return the answer with the options that the format has."""
        whose = self.whose.value()
        return ExportChoice(
            out=self.out.path() or Path(),
            format=self._format().name,
            annotator=None if whose in (_GOLD, _EVERYBODY) else str(whose),
            gold=whose is _GOLD,
            status=str(self.status.value()),
            options=self.options.values(),
            split=self.split.shares(),
            seed=self.split.seed.value(),
        )

    def _format(self) -> formats.Exporter:
        return self._formats[str(self.format.value())]

    def _format_options(self) -> list[Option]:
        language = i18n.current()
        return [
            Option(
                name,
                exporter.title.to(language),
                exporter.about.to(language),
                exporter.purpose.title.to(language),
            )
            for name, exporter in self._formats.items()
        ]

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
        if len(people) > 1 and self._format().holds.several_layers:
            people.append(Option(_EVERYBODY, self.tr("Everybody’s")))
        if self._has_gold:
            people.append(Option(_GOLD, self.tr("Gold: the reviewed annotations")))
        return people

    def _show_statuses(self) -> None:
        """Offer of gold what was reviewed, of annotators everything, until the user chooses otherwise for this kind."""
        gold = self.whose.value() is _GOLD
        if gold == self._offers_gold:
            return
        self._offers_gold = gold
        self.status.set_options(self._texts.statuses(gold=gold))
        self.status.set_value("done" if gold else "any")
        self._articles.set_hint(self.status.explanation())

    def _show_options(self) -> None:
        """Show only what the format can do, and let the file's ending follow it."""
        chosen = self._format()
        self.options.show_only(chosen.all_options)
        self.whose.set_options(self._people())
        kind = Kind.FOLDER if chosen.is_folder else Kind.SAVE_FILE
        self.out.ask_for(kind, self._filter(chosen))
        if out := self.out.path():
            self.out.set_path(formats.with_suffix(out, chosen))
        self._show_files()

    def _count_losses(self) -> None:
        """Count what would be lost, once there is somebody to see it."""
        if self.isVisible():
            self.losses.ask(None if self.whose.value() is None else self.choice())

    def _take_losses(self, seen: "ExportPreview | None") -> None:
        self._seen = seen
        self.options.set_losses({})

    def _compare_losses(self, others: "tuple[ChoiceLoss, ...]") -> None:
        """Say beside each choice of an option what it would lose, the chosen one too, where they differ."""
        seen = self._seen
        if seen is None:
            return
        total, chosen = seen.loss.annotations, self.options.values()
        told: dict[tuple[str, object], str] = {}
        for option in {other.option for other in others}:
            words: dict[Value, str] = {
                other.value: self._loss_words.of(total, other)
                for other in others
                if other.option == option
            }
            words[chosen[option]] = self._loss_words.chosen(seen)
            if len(set(words.values())) > 1:
                told |= {(option, value): said for value, said in words.items()}
        self.options.set_losses(told)

    def _show_files(self) -> None:
        """Say what will be written when it is not just the one file, or that something will be replaced."""
        out = self.out.path()
        files = self._files(out) if out is not None and out.name else []
        names = [isolate_ltr(path.name) for path in files[:_MOST_NAMED]]
        listed = self.tr(", ", "between names in a list").join(names)
        hint = ""
        if any(path.is_file() for path in files):
            hint = self.tr("A file of this name exists and will be replaced.")
        elif self._format().is_folder:
            hint = self.tr("A folder; an earlier export in it will be replaced.")
        elif len(files) > _MOST_NAMED:
            hint = self.tr("Writes %Ln files: %1…", "", len(files)).replace("%1", listed)
        elif len(files) > 1:
            hint = self.tr("Writes %1").replace("%1", listed)
        self.out_field.set_hint(hint)

    def _files(self, out: Path) -> list[Path]:
        """Return the files that the export would write, named as the project names them."""
        options, is_split = self.options.values(), self.split.shares() is not None
        chosen = self._format()
        return list(formats.export_files(out, chosen, options, self._schema, is_split=is_split))

    def _filter(self, chosen: formats.Exporter) -> str:
        """Return what the system's file dialog shows: nothing but this format, or everything where that is a folder."""
        ((title, patterns),) = formats.filters([chosen], i18n.current())
        return "" if chosen.is_folder else f"{title} ({patterns})"
