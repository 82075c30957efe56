"""All groups of commands of one window, and how the table of commands comes to life on them."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from ui.actions import Spec, plain
from ui.commands.articles import ArticleCommands
from ui.commands.closing import ClosingCommands
from ui.commands.enabling import Enabling
from ui.commands.find import FindCommands
from ui.commands.help import HelpCommands
from ui.commands.label_menu import LabelMenu
from ui.commands.pages.findings import FindingsCommands
from ui.commands.pages.guidelines import GuidelinesCommands
from ui.commands.pages.remarks import RemarkCommands
from ui.commands.pages.zones import ZoneCommands
from ui.commands.project import ProjectCommands
from ui.commands.safety import SafetyCommands
from ui.commands.spans.edit import EditCommands
from ui.commands.spans.reach import ReachCommands
from ui.commands.tag import TagCommands
from ui.commands.transfer import TransferCommands
from ui.commands.undo import UndoCommands
from ui.commands.view import ViewCommands
from ui.datasheet.launcher import DatasheetLauncher
from ui.layer_display import LayerDisplay
from ui.main_window import MainWindow
from ui.pace.launcher import PaceLauncher
from ui.pace.today import TodayPace
from ui.printing.launcher import PrintingLauncher
from ui.review.launcher import ReviewLauncher
from ui.rulings.launcher import RulingsLauncher
from ui.rulings.waiting import WaitingProposals
from ui.session import Session
from ui.settings import Memory

if TYPE_CHECKING:
    from ui.commands.propose import ProposeCommands


class Groups(QObject):
    """What `Spec.run` is called with: a group of commands for each part of the window."""

    def __init__(self, window: MainWindow, session: Session, memory: Memory) -> None:
        super().__init__(window)
        self._window, self._session, self._memory = window, session, memory
        self.article = window.view
        self.display = LayerDisplay(window, session)
        self.tag = TagCommands(window, session, self.display)
        self.edit = EditCommands(window, session, self.display)
        self.reach = ReachCommands(window, session, self.display)
        self.undo = UndoCommands(window, session)
        self.articles = ArticleCommands(window, session, memory)
        self.closing = ClosingCommands(window, session, memory, self.articles.visits)
        self.project = ProjectCommands(
            window, session, memory, close=self.closing.close, leave=self.closing.leave
        )
        self.transfer = TransferCommands(window, session, self.project, memory)
        self.safety = SafetyCommands(window, session, self.project, self.closing.close)
        self.view = ViewCommands(window, session, memory, self.display)
        self.view.annotator_chosen.connect(self.project.guarded(self.project.turn_to))
        self.label_menu = LabelMenu(window, session, memory, self.tag)
        self.help = HelpCommands(window, session, self.label_menu)
        self.find = FindCommands(window, session)
        self.findings = FindingsCommands(window, session)
        self.guidelines = GuidelinesCommands(window, session, memory, self.display)
        self.zones = ZoneCommands(window, session)
        self.printing = PrintingLauncher(
            window,
            session,
            memory,
            listed=lambda: window.articles.shown_ids(),
            selection=lambda: window.view.selection,
            say=window.notice.say,
            folder=self.project.usual_folder,
        )
        self.pace = PaceLauncher(session, window)
        self.today = TodayPace(session, memory, self)
        self.today.said.connect(window.status.show_pace)
        window.status.language_turned.connect(self.today.say_again)
        self.remarks = RemarkCommands(window, session, self.display)
        self.review = ReviewLauncher(
            session,
            memory,
            self.view.article_font,
            self.remarks.show_place,
            lambda: self.transfer.export(gold=True),
            window,
        )
        self.datasheet = DatasheetLauncher(
            session, self.project.usual_folder, window.notice.say, window
        )
        self.rulings = RulingsLauncher(session, self.remarks.show_place, window)
        self.waiting = WaitingProposals(session, window.notice.say, window)
        self.waiting.counted.connect(self.guidelines.show_decisions)
        self.guidelines.appeared.connect(self.waiting.count)
        self.enabling = Enabling(
            window, session, self.articles.visits, lambda: self.findings.has_any
        )
        self.findings.found.connect(self.enabling.refresh)
        self._bind()

    @cached_property
    def propose(self) -> "ProposeCommands":
        """What proposes values: made with the first project, since the window without one need not wait for it."""
        from ui.commands.propose import ProposeCommands

        made = ProposeCommands(
            self._window, self._session, self._memory, self.tag, self.edit, self.display
        )
        self.findings.names_of = made.known.spellings
        self.reach.known = made.known
        return made

    def _bind(self) -> None:
        for spec, action in self._window.actions_table.all():
            self._bind_one(spec, action)
        self._window.view.command_pressed.connect(self._press)
        self._window.refused.connect(self._press)

    def _press(self, command: str) -> None:
        """Run the command of a key, or say what it waits for: a key that does nothing must not look broken."""
        table = self._window.actions_table
        action = table[command]
        if action.isEnabled():
            action.trigger()
        elif command != "clear":  # Esc with nothing to let go of asks for nothing
            reason = self.enabling.reason(table.spec(command).needs)
            self._window.notice.say(f"{plain(action)}: {reason}" if reason else plain(action))

    def _bind_one(self, spec: Spec["Groups"], action: QAction) -> None:
        run = self.project.guarded(lambda: spec.run(self))
        action.triggered.connect(lambda _checked=False: run())
