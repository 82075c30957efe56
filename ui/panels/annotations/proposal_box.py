"""A proposed value with its reason, under the fields of an annotation."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.i18n import isolate
from ui.style import assets


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for one annotation; with ``is_taken`` it has that value already, and only the reason is said."""

    annotation: str
    value: str
    why: str
    is_taken: bool = False


class ProposalBox(QWidget):
    """One line: the value and why, a button that takes it and one that waves it off."""

    taken = Signal(str)
    """An annotation's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposal: Proposal | None = None
        self._dismissed: tuple[str, str] | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("role", "hint")
        self._take = QPushButton()
        self._take.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._take.clicked.connect(self.take)
        self._away = QToolButton()
        self._away.setIcon(assets.icon("close"))
        self._away.setIconSize(QSize(14, 14))
        self._away.setAutoRaise(True)
        self._away.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        row.addWidget(self._take)
        row.addWidget(self._away)
        self.retranslate()
        self.hide()

    @property
    def proposal(self) -> Proposal | None:
        """What is on show."""
        return self._proposal if not self.isHidden() else None

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Show a proposal; one that was waved off stays away until its value is another one."""
        self._proposal = proposal
        known = proposal and (proposal.annotation, proposal.value)
        if proposal is None or known == self._dismissed:
            self.hide()
            return
        self._say(proposal)
        self._take.setHidden(proposal.is_taken)
        self._away.setHidden(proposal.is_taken)
        self.show()

    def take(self) -> bool:
        """Say that the proposed value is wanted; tell whether there was one to take."""
        proposal = self.proposal
        if proposal is None or proposal.is_taken:
            return False
        self.taken.emit(proposal.annotation)
        return True

    def dismiss(self) -> bool:
        """Put the proposal away; tell whether there was one."""
        proposal = self.proposal
        if proposal is None or proposal.is_taken:
            return False
        self._dismissed = (proposal.annotation, proposal.value)
        self.hide()
        return True

    @property
    def stops(self) -> list[QWidget]:
        """The widgets that Tab visits, in order."""
        return [self._take, self._away]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._take.setText(self.tr("Take"))
        self._away.setToolTip(self.tr("Wave the proposal off"))
        self._away.setAccessibleName(self.tr("Wave the proposal off"))

    def _say(self, proposal: Proposal) -> None:
        value = isolate(proposal.value)
        if not proposal.value:
            self._words.setText(proposal.why)
            return
        if proposal.is_taken:
            words = self.tr("%1: %2", "a value and why it is right")
        else:
            words = self.tr("Proposed: %1, %2", "a value and the reason for it")
        self._words.setText(words.replace("%2", proposal.why).replace("%1", value))
        self._take.setAccessibleName(self.tr("Take %1").replace("%1", value))
