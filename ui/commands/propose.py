"""Proposals of values, edges and speakers: the commands that take or refuse them."""

from annotator.edits import ChangeAnnotation
from annotator.model import Annotation
from ui.commands.base import Commands
from ui.commands.edit import EditCommands
from ui.commands.tag import TagCommands
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

    def take(self, annotation_id: str | None = None) -> None:
        """Give an annotation, by default the current one, the value proposed for it."""
        annotation = self._annotation(annotation_id or self._window.view.current)
        found = self.proposer.propose(annotation.label, annotation.span) if annotation else None
        if annotation is None or found is None:
            self.say(self.tr("Nothing is proposed here."))
            return
        new = annotation
        for name, value in found.attributes.items():
            new = new.with_attribute(name, value)
        if new != annotation and self._session.article is not None:
            edit = ChangeAnnotation(annotation, new)
            self._session.perform_all(
                [(self._session.article.id, edit)], self.tr("take proposed value")
            )

    # -- inside

    def _connect(self) -> None:
        click_mode = self._window.actions_table["link-by-click"]
        self.speakers.click_mode_changed.connect(click_mode.setChecked)
        for part in (self.known, self.edges, self.speakers, self.dates, self.names):
            part.said.connect(self.say)

    def _annotation(self, annotation_id: str | None) -> Annotation | None:
        layer = self._session.layer
        return layer.annotations.get(annotation_id) if layer and annotation_id else None
