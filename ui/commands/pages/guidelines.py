"""The guidelines beside the text: shown, opened at a label, edited, and filled with examples from the project."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from annotator.errors import AnnotatorError, ChangedElsewhereError
from annotator.model import Label
from ui import i18n
from ui.commands.base import Commands
from ui.jobs import LatestJob
from ui.layer_display import LayerDisplay
from ui.main_window import MainWindow
from ui.panels.labels.label_button import LabelButton
from ui.session import Session
from ui.settings import Memory

if TYPE_CHECKING:
    from annotator.project import Project
    from annotator.project.label_examples import Example
    from ui.panels.guidelines.guidelines_panel import GuidelinesPanel

PAGE = "guidelines"
OF_TEXT = 0.6
SMALLEST = 10
"""The guidelines' size follows the article's: so much of it, and so many points at least."""


class GuidelinesCommands(Commands):
    """Ties the page of guidelines to the project."""

    appeared = Signal()
    """Somebody looks at the page: what it says of the project is to be so."""

    def __init__(
        self, window: MainWindow, session: Session, memory: Memory, display: LayerDisplay
    ) -> None:
        super().__init__(window, session)
        self._memory, self._display = memory, display
        self._panel: GuidelinesPanel | None = None
        self._language = ""
        self._read: str | None = None
        """What was on the disk when it was read last."""
        self._texts: dict[str, str | None] = {}
        self._decisions = 0, 0
        self._are_looked_for = False
        self._job = LatestJob(self)
        self._job.done.connect(self._take_examples)
        session.project_changed.connect(self._start_anew)
        session.project_closing.connect(self._keep_unsaved)
        session.schema_changed.connect(self._look_for_examples)
        memory.changed.connect(self._resize)

    # -- commands

    def show_label(self) -> None:
        """Show what the guidelines say of the label under the pointer, else of the current annotation's, else all of them."""
        self.opened_project()
        label = self._label()
        self._window.panes.open_page(PAGE)
        panel = self._panel
        if panel is None or label is None or panel.is_editing:
            return
        if not panel.go_to_label(label):
            words = self.tr("The guidelines have no section about %1.")
            self.say(words.replace("%1", i18n.isolate(label.title(i18n.current()))))

    def show_decisions(self, waiting: int, in_force: int) -> None:
        """Say on the page how many edits of guideline decisions wait, and how many of these there are."""
        self._decisions = waiting, in_force
        if self._panel is not None:
            self._panel.show_decisions(waiting, in_force)

    def _label(self) -> Label | None:
        project = self._session.project
        if project is None:
            return None
        for button in self._window.labels.findChildren(LabelButton):
            if button.underMouse():
                return button.label
        annotation = self._display.current()
        return project.schema.label(annotation.label) if annotation is not None else None

    # -- reading

    def _start_anew(self) -> None:
        self._language = ""
        self._are_looked_for = False
        project = self._session.project
        if project is None:
            self._job.stop()  # the window may be closing, and a thread must not outlive it
            if self._panel is not None:
                self._panel.show_guidelines(None, "", (), may_edit=False)
            return
        if self._panel is None:
            self._make_panel()
        self._show()
        if self._window.page_is_shown(PAGE):
            self._look_for_examples()

    def _make_panel(self) -> None:
        from ui.panels.guidelines.guidelines_panel import GuidelinesPanel

        self._panel = panel = GuidelinesPanel()
        panel.example_chosen.connect(self.guarded(self._go_to))
        panel.edit_meant.connect(self.guarded(self._edit))
        panel.language_chosen.connect(self.guarded(self._turn))
        panel.appeared.connect(self.guarded(self._appear))
        panel.decisions_meant.connect(self._window.actions_table["rulings"].trigger)
        panel.language_turned.connect(self.guarded(self._follow_window))
        editor = panel.editor
        editor.save_meant.connect(self.guarded(self._save))
        editor.left.connect(self.guarded(self._leave))
        editor.mine_meant.connect(self.guarded(self._keep_mine))
        editor.theirs_meant.connect(self.guarded(self._take_theirs))
        editor.earlier_meant.connect(self.guarded(self._offer_earlier))
        self._resize()
        panel.show_decisions(*self._decisions)
        self._window.add_page(PAGE, panel)

    def _show(self) -> None:
        """Show the guidelines as they are on the disk now, in the window's language where they are in it."""
        project, panel = self._session.project, self._panel
        if project is None or panel is None or panel.is_editing:
            return
        here = i18n.current()
        texts = self._on_disk(project)
        if texts != self._texts:
            self._texts = texts
            self._session.guidelines_changed.emit()
        there = [one for one, text in texts.items() if text is not None]
        if self._language not in there:
            self._language = there[0] if there else here
        self._read = texts.get(self._language)
        others = [one for one in there if one != self._language]
        panel.show_guidelines(
            self._read, self._language, others, may_edit=self._session.project_is_writable
        )

    def _appear(self) -> None:
        """Look again: another program may have changed the guidelines."""
        project = self._session.project
        if project is None:
            return
        is_reading = self._panel is not None and not self._panel.is_editing
        if is_reading and self._on_disk(project) != self._texts:
            self._show()
        self._look_for_examples()
        self.appeared.emit()

    @staticmethod
    def _on_disk(project: "Project") -> dict[str, str | None]:
        """Return the guidelines by language as they are now, the window's language first."""
        languages = dict.fromkeys((i18n.current(), "ar", "en"))
        return {language: project.guidelines(language) for language in languages}

    def _follow_window(self) -> None:
        """The window speaks another language now; what is being written stays until it is done."""
        if self._panel is not None and not self._panel.is_editing:
            self._language = ""
            self._show()

    def _turn(self, language: str) -> None:
        self._language = language
        self._show()

    def _resize(self, *_: object) -> None:
        if self._panel is not None:
            size = round(self._memory.settings.font_size * OF_TEXT)
            self._panel.set_size(max(SMALLEST, size))

    # -- examples

    def _look_for_examples(self) -> None:
        """Look through the project beside the window, once somebody reads the guidelines."""
        from annotator.project.label_examples import label_examples

        project, annotator = self._session.project, self._session.annotator
        if project is None or (self._are_looked_for and self.sender() is not self._session):
            return
        self._are_looked_for = True
        names = project.schema.label_names
        self._job.start(lambda report: label_examples(project, names, annotator, report))

    def _take_examples(self, examples: "dict[str, tuple[Example, ...]]") -> None:
        if self._panel is not None and self._session.project is not None:
            self._panel.show_examples(examples, self._session.project.schema)

    def _go_to(self, example: "Example") -> None:
        self._session.open_article(example.article_id)
        layer, view = self._session.layer, self._window.view
        same = None if layer is None else layer.annotations.get(example.annotation.id)
        if same is not None:
            view.go_to(same)
        elif example.annotation.end <= len(view.text):  # gold's own, or changed since
            view.select(example.annotation.span)
            view.reveal(example.annotation.span)
        view.setFocus()

    # -- editing

    def _edit(self) -> None:
        from ui.panels.guidelines.skeleton import skeleton

        panel, project = self._panel, self.opened_project()
        if panel is None:
            return
        self._show()
        if self._read is None:
            text = skeleton(project.title, project.schema, self._language)
            panel.start_editing(text, kept="")
        else:
            panel.start_editing(self._read)

    def _save(self) -> None:
        panel = self._panel
        if panel is None:
            return
        try:
            self.opened_project().set_guidelines(self._language, panel.editor.text, read=self._read)
        except ChangedElsewhereError:
            panel.editor.show_conflict(True)
            return
        self._end_editing(self.tr("The guidelines are saved."))

    def _keep_mine(self) -> None:
        self._read = self.opened_project().guidelines(self._language)
        self._save()

    def _take_theirs(self) -> None:
        if self._panel is not None:
            self.opened_project().keep_guidelines(self._language, self._panel.editor.text)
            self._end_editing(self.tr("Your text is among the earlier versions."))

    def _leave(self) -> None:
        """Leave the source; what was typed stays among the earlier versions."""
        panel = self._panel
        if panel is None:
            return
        if panel.editor.has_written:
            self.opened_project().keep_guidelines(self._language, panel.editor.text)
            self._end_editing(
                self.tr("Nothing was changed; your text is among the earlier versions.")
            )
        else:
            self._end_editing("")

    def _end_editing(self, words: str) -> None:
        if self._panel is not None:
            self._panel.stop_editing()
        self._show()
        if words:
            self.say(words)

    def _offer_earlier(self) -> None:
        if self._panel is not None:
            found = self.opened_project().earlier_guidelines(self._language)
            self._panel.editor.show_earlier([(one.replaced_at, one.text) for one in found])

    def _keep_unsaved(self) -> None:
        """The project closes: what is still being written is saved, or kept where somebody else was quicker."""
        panel, project = self._panel, self._session.project
        if panel is None or project is None or not panel.is_editing:
            return
        text = panel.editor.text
        if panel.editor.is_dirty and text.strip():
            try:
                project.set_guidelines(self._language, text, read=self._read)
            except ChangedElsewhereError:
                project.keep_guidelines(self._language, text)
            except AnnotatorError as error:
                from ui.wording.error_words import short

                self.say(short(error))
        panel.stop_editing()
