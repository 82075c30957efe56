"""Proposals of values, edges and speakers: the commands that take or refuse them."""

from annotator.edits import ChangeAnnotation
from annotator.model import Annotation
from ui.commands.base import Commands
from ui.commands.spans.edit import EditCommands
from ui.commands.tag import TagCommands
from ui.i18n import isolate
from ui.layer_display import LayerDisplay
from ui.main_window import MainWindow
from ui.names.known_names import KnownNames
from ui.names.renaming import Renaming
from ui.proposals.edges import CliticEdges
from ui.proposals.lone_marks import LoneMarks
from ui.proposals.proposer import ValueProposer
from ui.proposals.publication_day import Dating
from ui.proposals.speaker_linking import Speaking
from ui.session import Session
from ui.settings import Memory
from ui.widgets.lines import upright


class ProposeCommands(Commands):
    """What proposes, what shows it, and the commands that take or refuse. Belongs to one window, as long as it lives."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        memory: Memory,
        tag: TagCommands,
        edit: EditCommands,
        display: LayerDisplay,
    ) -> None:
        super().__init__(window, session)
        self.known = KnownNames(session, self)
        self.proposer = ValueProposer(session, self.known, lambda: memory.settings.fill_values)
        self.edges = CliticEdges(
            session, window.view, self.proposer, lambda: tag.sticky or tag.last_label, self
        )
        self.speakers = Speaking(session, window.view, self)
        self.lone_marks = LoneMarks(session, window.view, self)
        self.dates = Dating(session, window, self)
        self.names = Renaming(session, self.known, self.guard, window, self)
        tag.proposer = edit.chooser = self.proposer
        display.names_of = self.known.choices
        self._connect()

    def link_by_click(self) -> None:
        """Link what is clicked from now on to the current quotation, or stop."""
        self.speakers.link_by_click(self.is_on("link-by-click"))

    def take(self) -> None:
        """Give the current annotation the likeliest value; again: the next one."""
        annotation = self._annotation(self._window.view.current)
        found = self.proposer.choices(annotation.label, annotation.span) if annotation else ()
        if annotation is None or not found:
            self.say(self.tr("Nothing is proposed here."))
            return
        values = [annotation.attribute(one.attribute) == one.value for one in found]
        chosen = found[(values.index(True) + 1) % len(found) if True in values else 0]
        new = annotation
        for name, value in chosen.attributes.items():
            new = new.with_attribute(name, value)
        if new != annotation:
            self._session.carry_out(
                ChangeAnnotation(annotation, new), self.tr("take proposed value")
            )
        words = self.tr("%1: %2", "a value and why it is right").replace("%2", chosen.why)
        self.say(words.replace("%1", isolate(upright(chosen.value))))

    # -- inside

    def _connect(self) -> None:
        click_mode = self._window.actions_table["link-by-click"]
        self.speakers.click_mode_changed.connect(click_mode.setChecked)
        for part in (self.known, self.edges, self.speakers, self.dates, self.names):
            part.said.connect(self.say)

    def _annotation(self, annotation_id: str | None) -> Annotation | None:
        layer = self._session.layer
        return layer.annotations.get(annotation_id) if layer and annotation_id else None
