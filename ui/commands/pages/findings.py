"""Looks over the open article while it is worked on, shows what it finds, goes there, and mends it."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from annotator import edits
from annotator.model import Article, Layer, Schema, Zone
from annotator.progress import Progress
from ui.commands.base import Commands
from ui.jobs import LatestJob
from ui.main_window import MainWindow
from ui.panels.findings.findings_words import FindingsWords
from ui.session import Session

if (
    TYPE_CHECKING
):  # the rules load the readers of dates and quotes, which the first window need not wait for
    from annotator.edits import Edit
    from annotator.lint import Finding

PAUSE = 300
"""Milliseconds without an edit after which the article is looked over."""

LONGER_PAUSE = 1_500
"""The same for long articles: looking over them takes the interpreter from keys that follow soon."""

LONG_TEXT, MANY_ANNOTATIONS = 10_000, 300
"""Beyond so many code points or annotations another thread looks: it would take longer than a frame."""


class FindingsCommands(Commands):
    """Ties the panel of findings to the session and the article."""

    found = Signal()  # there are other findings than before

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window, session)
        self._panel = window.findings
        self._words = FindingsWords(self)
        self._findings: tuple[Finding, ...] = ()
        self._looked_at: Layer | None = None
        self.names_of: Callable[[], frozenset[str]] = frozenset
        """Tells which names the project knows: their first letters are no clitics."""
        self._job = LatestJob(self)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._give_up)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._connect()
        self._start_anew()

    @property
    def has_any(self) -> bool:
        return bool(self._findings)

    # -- commands

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) finding, from the caret on, and round at the ends."""
        self._bring_up_to_date()
        if not self._findings:
            self.say(self.tr("Nothing to mend in this article."))
            return
        current, caret = self._current(), self._window.view.caret
        if current is not None:
            there = self._findings.index(current) + direction
        elif direction > 0:
            there = sum(finding.span.start < caret for finding in self._findings)
        else:
            there = sum(finding.span.start < caret for finding in self._findings) - 1
        self._go_to(self._findings[there % len(self._findings)])

    def fix(self, finding: "Finding | None" = None) -> None:
        """Mend one finding, by default the one that is current, and go on to the next."""
        self._bring_up_to_date()
        wanted = finding or self._panel.current
        finding = next((f for f in self._findings if wanted and f.key == wanted.key), None)
        if finding is None:
            self.step(1)
        elif finding.fix is None:
            self.say(self.tr("This one needs your eye: nothing can mend it by itself."))
        else:
            self._panel.choose(finding)
            kind = self._words.kind(finding.rule)
            self._carry_out(finding.fix, self.tr("fix: %1").replace("%1", kind))
            if self._panel.current is not None:
                self._go_to(self._panel.current)

    def fix_all(self, rule: str | None = None) -> None:
        """Mend all findings of a rule, by default that of the current one, as one step of undo."""
        from annotator.lint import fix_all

        self._bring_up_to_date()
        current = self._panel.current
        rule = rule or (current.rule if current else None)
        what = self._snapshot()
        edit = fix_all(rule, *what, names=self.names_of()) if rule and what else None
        if rule is None or edit is None:
            self.say(self.tr("There is nothing of this kind to mend."))
            return
        before = len(self._findings)
        kind = self._words.kind(rule)
        self._carry_out(edit, self.tr("fix all: %1").replace("%1", kind))
        self.say(self.tr("%Ln finding(s) mended", "", max(before - len(self._findings), 0)))

    def look_now(self) -> None:
        """Look the open article over at once."""
        from annotator.lint import lint

        what = self._snapshot()
        self._timer.stop()
        self._job.cancel()  # else what it finds of the same article would be shown again over this
        if what is not None:
            self._show(lint(*what, names=self.names_of()), what[1])

    # -- inside

    def _connect(self) -> None:
        session, panel = self._session, self._panel
        session.article_changed.connect(self._start_anew)
        session.project_changed.connect(self._start_anew)
        session.layer_changed.connect(self._expect)
        session.schema_changed.connect(self._expect)
        session.entry_changed.connect(self._expect)  # the day of publication, perhaps
        panel.finding_chosen.connect(self._go_to)
        panel.fix_requested.connect(self.guarded(self.fix))
        panel.fix_all_requested.connect(self.guarded(self.fix_all))
        panel.zone_chosen.connect(self._go_to_zone)
        panel.zone_removal_requested.connect(self.guarded(session.remove_zone))

    def _snapshot(self) -> tuple[Article, Layer, Schema] | None:
        session = self._session
        if session.project is None or session.article is None or session.layer is None:
            return None
        return session.article, session.layer, session.project.schema

    def _start_anew(self) -> None:
        """Another article: what was found in the one before is not true of it."""
        if self._session.project is None:
            self._job.stop()  # the window may be closing, and a thread must not outlive it
        self._looked_at = None
        self._show((), None)
        self._expect()

    def _expect(self, *_: object) -> None:
        """Look again when the annotator pauses."""
        self._looked_at = None
        layer, article = self._session.layer, self._session.article
        zones = layer.zones if layer is not None else ()
        self._panel.show_zones(zones, article.text if article else "")
        self._job.cancel()  # what it finds now would be out of date
        self._wait()

    def _wait(self) -> None:
        """Look when nothing has happened for a while."""
        if self._session.layer is not None:
            self._timer.start(PAUSE if self._is_short() else LONGER_PAUSE)

    def _is_short(self) -> bool:
        article, layer = self._session.article, self._session.layer
        if article is None or layer is None:
            return True
        return len(article.text) <= LONG_TEXT and len(layer) <= MANY_ANNOTATIONS

    def _look(self) -> None:
        what = self._snapshot()
        if what is None:
            return
        if self._is_short() and "annotator.lint" in sys.modules:
            self.look_now()
            return
        names = self.names_of()
        self._job.start(lambda report: (_lint(*what, names, report), what[1]))

    def _take(self, result: "tuple[tuple[Finding, ...], Layer]") -> None:
        found, layer = result
        if layer is self._session.layer:
            self._show(found, layer)

    def _give_up(self, error: Exception) -> None:
        """Let a bug in the looking thread reach the crash dialog like any other, and only once."""
        self._looked_at = self._session.layer
        raise error

    def _show(self, found: "tuple[Finding, ...]", layer: Layer | None) -> None:
        self._findings, self._looked_at = found, layer
        what = self._snapshot()
        if what is None or layer is None:
            self._panel.show_findings((), Layer("", ""), "", None)
        else:
            self._panel.show_findings(found, what[1], what[0].text, what[2])
        self._window.set_panel_count("findings", len(found))
        self.found.emit()

    def _bring_up_to_date(self) -> None:
        if self._session.layer is not None and self._looked_at is not self._session.layer:
            self.look_now()

    def _current(self) -> "Finding | None":
        """Return the panel's finding where the article shows it too."""
        current, view = self._panel.current, self._window.view
        if current is None or current not in self._findings:
            return None
        if current.annotation is not None:
            return current if current.annotation == view.current else None
        return current if current.span.start <= view.caret <= current.span.end else None

    def _go_to(self, finding: "Finding") -> None:
        view, layer = self._window.view, self._session.layer
        if layer is None:
            return
        if finding in self._findings:
            self._panel.choose(finding)
        if finding.annotation is not None and finding.annotation in layer:
            view.go_to(layer[finding.annotation])
        elif finding.span.end <= len(view.text):
            view.select(finding.span)
            view.reveal(finding.span)
        if self._panel.visibleRegion().isEmpty():  # closed, or behind another tab
            self.say(self._words.message(finding))

    def _go_to_zone(self, zone: Zone) -> None:
        view = self._window.view
        if zone.span.end <= len(view.text):
            view.select(zone.span)
            view.reveal(zone.span)

    def _carry_out(self, edit: "Edit", text: str) -> None:
        article, layer = self._session.article, self._session.layer
        if article is not None and layer is not None:
            self._session.perform_all([(article.id, edits.starting(edit, layer))], text)
            self.look_now()


def _lint(
    article: Article, layer: Layer, schema: Schema, names: frozenset[str], report: Progress
) -> "tuple[Finding, ...]":
    from annotator.lint import lint

    return lint(article, layer, schema, names=names, between=lambda: report(0, 0))
