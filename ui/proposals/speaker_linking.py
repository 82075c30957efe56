"""Who said a quotation: linked by key from proposals, or by clicking; drawn while either end is current."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter

from annotator.edits import AddRelation, RemoveRelation, together
from annotator.model import Annotation, Layer, Relation, RelationType
from annotator.proposals import speaker_links
from annotator.proposals.speaker_links import LinkChange
from ui.article.view import ArticleView
from ui.i18n import isolate
from ui.proposals import link_lines, reasons
from ui.session import Session

if TYPE_CHECKING:
    from annotator.proposals.speakers import SpeakerProposal


class Speaking(QObject):
    """Acts on the current annotation, where the schema has a link that begins at its label."""

    said = Signal(str)
    click_mode_changed = Signal(bool)

    def __init__(self, session: Session, view: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._head: str | None = None  # the quotation that clicks are linked to
        view.overlays.append(self._paint)
        view.annotation_clicked.connect(self._link_clicked)
        view.let_go.connect(lambda: self.link_by_click(False))
        session.article_changed.connect(lambda: self.link_by_click(False))

    # -- commands

    def link(self) -> None:
        """Link the likeliest speaker; again: the next one in its place."""
        self._change(speaker_links.advance)

    def link_another(self) -> None:
        """Link the next speaker beside those that are linked."""
        self._change(speaker_links.add_next)

    def unlink(self) -> None:
        self._change(speaker_links.take_back)

    def link_by_click(self, on: bool) -> None:
        """Link what is clicked from now on to the current quotation, or unlink it; Esc ends this."""
        if not on:
            was_on, self._head = self._head is not None, None
            if was_on:
                self.click_mode_changed.emit(False)
            return
        head = self._quotation()
        self._head = head.id if head else None
        if head is None:
            self._explain()
            self.click_mode_changed.emit(False)
        else:
            self.said.emit(self.tr("Click the speakers, again to unlink them; Esc ends it."))

    # -- inside

    def _quotation(self) -> Annotation | None:
        layer, current = self._session.layer, self._view.current
        if layer is None or current is None or current not in layer:
            return None
        return layer[current] if self._kind(layer[current]) else None

    def _kind(self, head: Annotation) -> RelationType | None:
        project = self._session.project
        kinds = project.schema.relations_from(head.label) if project else ()
        return kinds[0] if kinds else None

    def _explain(self) -> None:
        self.said.emit(self.tr("Put the caret into a quote first."))

    def _change(self, step: Callable[..., LinkChange]) -> None:
        """Do what one of the functions of `speaker_links` says."""
        quote, layer = self._quotation(), self._session.layer
        kind = self._kind(quote) if quote else None
        from annotator.proposals import speakers

        if quote is None or kind is None or layer is None:
            self._explain()
            return
        actors = [a for a in layer if a.label == kind.dependent]
        proposals = speakers.propose(self._view.text, quote.span, actors)
        linked = layer.dependents(quote.id, kind.name)
        change = step(proposals, linked)
        if not change.gone and not change.come:
            self._say_nothing_changed(proposals, linked, adding=step is speaker_links.add_next)
            return
        self._carry_out(change, quote, kind)
        self._say_linked(change, proposals, kind)

    def _carry_out(self, change: LinkChange, quote: Annotation, kind: RelationType) -> None:
        gone = [RemoveRelation(Relation(kind.name, quote.id, actor)) for actor in change.gone]
        come = [AddRelation(Relation(kind.name, quote.id, actor)) for actor in change.come]
        words = self.tr("link speaker") if change.come else self.tr("unlink speaker")
        edit, article = together([*gone, *come]), self._session.article
        if edit is not None and article is not None:
            self._session.perform_all([(article.id, edit)], words)

    def _say_linked(
        self, change: LinkChange, proposals: "tuple[SpeakerProposal, ...]", kind: RelationType
    ) -> None:
        layer = self._session.layer
        names = self.tr(", ", "between names").join(
            isolate(self._words(layer, actor)) for actor in change.come or change.gone
        )
        if not change.come:
            self.said.emit(self.tr("Unlinked: %1").replace("%1", names))
            return
        why = next((p.reason for p in proposals if set(change.come) <= set(p.actors)), None)
        words = self.tr("Speaker: %1 (%2)").replace("%2", reasons.of_speaker(why) if why else "")
        self.said.emit(words.replace("%1", names))

    def _say_nothing_changed(
        self, proposals: "tuple[SpeakerProposal, ...]", linked: tuple[str, ...], *, adding: bool
    ) -> None:
        if not proposals and not linked:
            self.said.emit(self.tr("Nobody near this quote is tagged yet: tag who speaks first."))
        elif adding or linked:
            self.said.emit(self.tr("There is nobody else near this quote."))
        else:
            self.said.emit(self.tr("This quote has no speaker."))

    def _words(self, layer: Layer | None, annotation_id: str) -> str:
        return layer[annotation_id].span.of(self._view.text) if layer else ""

    def _link_clicked(self, annotation_id: str) -> None:
        layer = self._session.layer
        if self._head is None or layer is None or self._head not in layer:
            return
        head, clicked = layer[self._head], layer[annotation_id]
        kind = self._kind(head)
        if kind is None or clicked.label != kind.dependent:
            if self._kind(clicked) is not None:
                self._head = clicked.id
            return
        linked = annotation_id in layer.dependents(head.id, kind.name)
        change = LinkChange((annotation_id,)) if linked else LinkChange((), (annotation_id,))
        self._carry_out(change, head, kind)
        self._view.set_current(head.id)

    def _paint(self, painter: QPainter, top: float, bottom: float) -> None:
        layer, current = self._session.layer, self._view.current
        if layer is None or current is None or current not in layer:
            return
        for relation in layer.relations_of(current):
            if relation.head in layer and relation.dependent in layer:
                link_lines.draw(
                    painter, self._view, layer[relation.head], layer[relation.dependent]
                )
