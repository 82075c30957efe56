"""The cards of the first page; each is given values and shows them, and emits what is meant."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.iaa.scores.results import Measure
from annotator.model import Schema
from annotator.review.overview.judgement import Confusion, Verdict
from annotator.review.overview.shown import AgreementShown
from annotator.review.overview.work import Work
from ui.review import words
from ui.review.overview.label_bars import LabelBars
from ui.review.overview.scale_bar import ScaleBar
from ui.review.overview.sentences import Sentences
from ui.review.overview.work_bars import WorkBars
from ui.style.wrapping import wrap
from ui.widgets import numbers
from ui.widgets.elided_label import ElidedLabel

MARGINS, ARABIC_MARGINS = (14, 6, 14, 7), (14, 4, 14, 5)
"""Pixels inside a card. Lines of Arabic are higher: with less round them the page still fits a small laptop."""

ROLES = {
    Verdict.WEAK: "caution",
    Verdict.UNRELIABLE: "error",
    Verdict.RELIABLE: "good",
}


class Card(QFrame):
    """A page-coloured box under a small heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.title = QLabel()
        self.title.setProperty("role", "section")
        self.column = QVBoxLayout(self)
        self.column.setSpacing(4)
        self.column.addWidget(self.title)
        self.fit_language()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.fit_language()

    def fit_language(self) -> None:
        self.column.setContentsMargins(*(ARABIC_MARGINS if self.isRightToLeft() else MARGINS))


class AgreementCard(Card):
    """Exact F1 in large figures with its interval, one sentence of judgement, and alpha on its scale."""

    def __init__(self, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = sentences
        self.number, self.name, self.bounds = QLabel(), QLabel(), QLabel()
        self.headline, self.meaning = QLabel(), QLabel()
        self.alpha_name, self.alpha, self.alpha_bounds = QLabel(), QLabel(), QLabel()
        self.scale = ScaleBar()
        font = self.number.font()
        font.setPointSizeF(font.pointSizeF() * 2.6)
        font.setBold(True)
        self.number.setFont(font)
        for label in (self.bounds, self.meaning, self.alpha_bounds):
            label.setProperty("role", "hint")
        for label in (self.bounds, self.meaning, self.headline):
            wrap(label)
        for label in (self.headline, self.alpha):
            bold = label.font()
            bold.setBold(True)
            label.setFont(bold)
        said = QVBoxLayout()
        said.setSpacing(2)
        for label in (self.headline, self.bounds, self.meaning):
            said.addWidget(label)
        figure = QVBoxLayout()
        figure.setSpacing(0)
        figure.addWidget(self.number)
        figure.addWidget(self.name)
        figure.addStretch()
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(figure)
        top.addLayout(said, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for label in (self.alpha_name, self.alpha, self.alpha_bounds):
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.scale, 1)
        self.column.addLayout(top)
        self.column.addStretch()
        self.column.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_agreement(self, shown: AgreementShown, work: Work, schema: Schema) -> None:
        self.title.setText(self.tr("How far do the annotators agree?"))
        self.name.setText(words.exact())
        self.alpha_name.setText(self.tr("Krippendorff's alpha"))
        result = shown.result
        exact = result.mean[Measure.EXACT].total.value if result else None
        number = numbers.score(exact)
        # Digits alone have no direction, and would stand at the far side of an Arabic card.
        self.number.setText(f"\u200f{number}" if self.isRightToLeft() else number)
        self.headline.setText(self._say.headline(shown, work, schema))
        role = ROLES.get(shown.judgement.verdict, "")
        if self.headline.property("role") != role:
            self.headline.setProperty("role", role)
            self.headline.style().unpolish(self.headline)
            self.headline.style().polish(self.headline)
        for label, said in (
            (self.bounds, self._say.bounds(shown)),
            (self.meaning, self._say.meaning(shown)),
            (self.alpha_bounds, self._say.alpha_bounds(shown)),
        ):
            label.setText(said)
            label.setVisible(bool(said))
        self.alpha.setText(self._say.alpha(shown))
        alpha = result.reliability.total if result else None
        self.scale.setAccessibleName(self.alpha_name.text())
        self.scale.show_value(alpha.alpha if alpha else None, alpha.interval if alpha else None)
        for part in (self.alpha_name, self.alpha, self.scale):
            part.setVisible(alpha is not None and alpha.alpha is not None)
        said = ". ".join(filter(None, (self.headline.text(), self.bounds.text())))
        self.setAccessibleName(f"{words.exact()}: {number}. {said}")
        self.setAccessibleDescription(f"{self.alpha_name.text()}: {self.alpha.text()}")


class LabelsCard(Card):
    """The labels as bars, and under them in words what is mostly wrong with the worst."""

    opened = Signal(object)  # Query

    def __init__(self, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = sentences
        self.chart = LabelBars(sentences)
        self.chart.opened.connect(self.opened)
        self.trouble = Link()
        self.trouble.followed.connect(self._open_trouble)
        self.column.addWidget(self.chart)
        self.column.addWidget(self.trouble)
        self.column.addStretch()
        self._confusion: Confusion | None = None

    def show_agreement(self, shown: AgreementShown, schema: Schema) -> None:
        self.title.setText(self.tr("By label: exact F1, its target, annotations"))
        self.chart.setAccessibleName(self.title.text())
        self.chart.show_lines(shown.labels, schema)
        self._confusion = shown.confusion
        said = self._say.confusion(shown.confusion, schema) if shown.confusion else ""
        self.trouble.show_links(("trouble", said))

    def _open_trouble(self, _name: str) -> None:
        if self._confusion is not None:
            self.opened.emit(self._confusion.query)


class WorkCard(Card):
    """How far each annotator and gold are."""

    opened = Signal(object)  # Query
    gold_opened = Signal()
    stop_meant = Signal()

    def __init__(self, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = WorkBars(sentences)
        self.chart.opened.connect(self.opened)
        self.chart.gold_opened.connect(self.gold_opened)
        self.settled, self.open, self.counting = QLabel(), QLabel(), QLabel()
        self.stop = QPushButton()
        self.stop.clicked.connect(self.stop_meant)
        for label in (self.settled, self.open, self.counting):
            label.setProperty("role", "hint")
            wrap(label)
        row = QHBoxLayout()
        row.addWidget(self.counting, 1)
        row.addWidget(self.stop)
        self.column.addWidget(self.chart)
        for label in (self.settled, self.open):
            self.column.addWidget(label)
        self.column.addLayout(row)
        self.column.addStretch()

    def show_counting(self, said: str, *, is_running: bool) -> None:
        """Say how far gold has been counted, or that it was not."""
        self.counting.setText(said)
        self.counting.setVisible(bool(said))
        self.stop.setVisible(is_running)


class NextCard(Card):
    """What to do next as a button, and in one line what waits behind it."""

    meant = Signal()
    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton()
        self.button.setDefault(True)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setMinimumHeight(36)
        bold = self.button.font()
        bold.setBold(True)
        self.button.setFont(bold)
        self.button.clicked.connect(self.meant)
        self.where = ElidedLabel(Qt.TextElideMode.ElideRight)
        self.then = Link()
        self.then.followed.connect(self.followed)
        self.column.addWidget(self.button)
        self.column.addWidget(self.where)
        self.column.addWidget(self.then)
        self.column.addStretch()


class Link(QLabel):
    """One line of words that can be followed, with the pointer or with Tab and Enter."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        wrap(self)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.linkActivated.connect(self.followed)
        self._words = ""

    def show_links(self, *links: tuple[str, str], before: str = "") -> None:
        """Show words that can be followed, each under its name; nothing where there are none."""
        from html import escape

        anchors = " · ".join(
            f'<a href="{name}" style="text-decoration:none">{escape(said)}</a>'
            for name, said in links
            if said
        )
        self._words = " · ".join(said for _, said in links if said)
        self.setText(f"{escape(before)} {anchors}".strip() if anchors else "")
        self.setAccessibleName(f"{before} {self._words}".strip())
        self.setVisible(bool(anchors))

    @property
    def words(self) -> str:
        """What can be read, without markup."""
        return self._words


def grid() -> QGridLayout:
    """Return the layout of the cards: two columns, the first somewhat wider."""
    found = QGridLayout()
    found.setSpacing(10)
    found.setColumnStretch(0, 11)
    found.setColumnStretch(1, 9)
    return found
