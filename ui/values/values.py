"""Bring the proposals to life: what proposes, what shows, and the commands that take or refuse."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.edits import ChangeAnnotation
from annotator.errors import AnnotatorError
from annotator.model import Annotation
from ui.annotating import Annotating
from ui.main_window import MainWindow
from ui.names.known_names import KnownNames
from ui.names.renaming import Renaming
from ui.panels.annotations.proposal_box import Proposal
from ui.proposals.dates import Dating
from ui.proposals.edges import CliticEdges
from ui.proposals.lone_marks import LoneMarks
from ui.proposals.proposer import ValueProposer
from ui.proposals.speakers import Speaking
from ui.session import Session
from ui.settings import Memory


class Values(QObject):
    """Belongs to one window, for as long as it lives."""

    said = Signal(str)

    def __init__(
        self, window: MainWindow, session: Session, memory: Memory, annotating: Annotating
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self.known = KnownNames(session, self)
        self.proposer = ValueProposer(session, self.known, lambda: memory.settings.fill_values)
        self._edges = CliticEdges(
            session,
            window.view,
            self.proposer,
            lambda: annotating.sticky or annotating.last_label,
            self,
        )
        self._speaking = Speaking(session, window.view, self)
        self.lone_marks = LoneMarks(session, window.view, self)
        self._dating = Dating(session, window, self)
        self._renaming = Renaming(session, self.known, window, self)
        annotating.proposer = self.proposer
        annotating.names_of = self.known.choices
        self._connect(annotating)

    def take(self, annotation_id: str | None = None) -> None:
        """Give an annotation, by default the current one, the value proposed for it."""
        annotation = self._annotation(annotation_id or self._window.view.current)
        found = self.proposer.propose(annotation.label, annotation.span) if annotation else None
        if annotation is None or found is None:
            self.said.emit(self.tr("Nothing is proposed here."))
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

    def _connect(self, annotating: Annotating) -> None:
        window, session, table = self._window, self._session, self._window.actions_table
        slots: dict[str, Callable[[], None]] = {
            "strip-clitic": self._edges.strip,
            "give-back-clitic": self._edges.give_back,
            "take-value": self.take,
            "link-speaker": self._speaking.link,
            "add-speaker": self._speaking.link_another,
            "unlink-speaker": self._speaking.unlink,
            "names": self._renaming.show_dialog,
        }
        for action_id, slot in slots.items():
            table[action_id].triggered.connect(lambda _checked=False, run=slot: self._guarded(run))
        table["link-by-click"].triggered.connect(self._speaking.link_by_click)
        self._speaking.click_mode_changed.connect(table["link-by-click"].setChecked)
        for part in (self.known, self._edges, self._speaking, self._dating, self._renaming):
            part.said.connect(self.said)
        window.annotations.proposal_taken.connect(self._guarded_take)
        window.view.current_changed.connect(self._show_proposal)
        session.layer_changed.connect(self._show_proposal)
        session.published_changed.connect(self._show_proposal)
        self.known.changed.connect(annotating.show_names)
        self.known.changed.connect(self._show_proposal)

    def _annotation(self, annotation_id: str | None) -> Annotation | None:
        layer = self._session.layer
        return layer.annotations.get(annotation_id) if layer and annotation_id else None

    def _show_proposal(self, *_: object) -> None:
        annotation = self._annotation(self._window.view.current)
        proposal = self.proposer.for_editor(annotation) if annotation else None
        if (
            proposal is None
            and annotation is not None
            and self.proposer.wants_published(annotation)
        ):
            why = self.tr("The value needs the article's day of publication: press Ctrl+D.")
            proposal = Proposal(annotation.id, "", why, is_taken=True)
        self._window.annotations.show_proposal(proposal)

    def _guarded_take(self, annotation_id: str) -> None:
        self._guarded(lambda: self.take(annotation_id))

    def _guarded(self, run: Callable[[], object]) -> None:
        try:
            run()
        except AnnotatorError as error:
            self.said.emit(str(error))
