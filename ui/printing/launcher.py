"""The light half: what File › Print and its neighbours and Edit › Copy with tags do; the rest comes when it is asked for."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from annotator.errors import ProjectError
from annotator.model import Layer, Status
from ui import i18n
from ui.session import Session
from ui.settings import Memory

if TYPE_CHECKING:
    from annotator.model import Span
    from annotator.project import Project
    from ui.printing.choice import Choice, Medium
    from ui.printing.sheets import Printed, SheetLook

PAPER_SHARE = 0.72
"""Size of the text on paper as a share of that in the window: 13 points for the usual 18."""

PAPER_POINTS = range(9, 25)


class PrintingLauncher(QObject):
    """Puts articles on paper, into files and on the clipboard.

    ``listed`` gives the ids that the list of articles shows, ``selection`` what is selected in the text, ``say`` shows a
    short message and ``folder`` is where files are written first.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        memory: Memory,
        *,
        listed: Callable[[], Sequence[str]],
        selection: Callable[[], "Span | None"],
        say: Callable[[str], object],
        folder: Callable[[], Path],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._memory = window, session, memory
        self._listed, self._selection = listed, selection
        self._say, self._folder = say, folder

    def print_articles(self) -> None:
        """Ask what to print, and show it as it will come out; printing itself starts from there."""
        from ui.printing.choice import Medium

        choice = self._ask(Medium.PAPER)
        if choice is None:
            return
        from ui.printing.preview import PreviewDialog, preview_sheets
        from ui.printing.steps import run_steps

        ids, look, schema = self._ids(choice), self._look(choice), self._project().schema
        pictures: list[QImage] = []
        steps = preview_sheets(
            self._items(ids, choice), schema, look, self._window.devicePixelRatioF(), pictures
        )
        if run_steps(self._window, self.tr("Laying out the sheets"), steps, 0):
            preview = PreviewDialog(
                pictures, lambda over: self._print(over, ids, choice), self._window
            )
            preview.exec()
            preview.deleteLater()

    def _print(self, over: QWidget, ids: list[str], choice: "Choice") -> bool:
        from ui.printing.preview import print_sheets
        from ui.printing.steps import run_steps

        look, schema = self._look(choice), self._project().schema
        steps = print_sheets(over, self._items(ids, choice), schema, look, self._title(ids))
        return steps is not None and run_steps(over, self.tr("Printing"), steps, len(ids))

    def save_pdf(self) -> None:
        from ui.printing.choice import Medium
        from ui.printing.pdf import write_pdf
        from ui.printing.steps import run_steps

        choice = self._ask(Medium.PDF)
        if choice is None:
            return
        project, ids = self._project(), self._ids(choice)
        steps = write_pdf(
            choice.out,
            self._title(ids),
            self._items(ids, choice),
            project.schema,
            self._look(choice),
        )
        if run_steps(self._window, self.tr("Writing the PDF"), steps, len(ids)):
            self._tell_written(choice.out, len(ids))
        else:
            self._say(self.tr("Stopped; no file was written."))

    def save_page(self) -> None:
        from annotator.project import formats
        from ui.printing.choice import Medium
        from ui.widgets.progress import run_with_progress

        choice = self._ask(Medium.PAGE)
        if choice is None:
            return
        project, ids = self._project(), self._ids(choice)
        self._session.settle()
        face = "sans" if "Sans" in self._memory.settings.font_family else "naskh"
        options = {"language": i18n.current(), "face": face, "tables": choice.values}
        report = run_with_progress(
            self._window,
            self.tr("Writing the page"),
            lambda progress: project.export(
                choice.out,
                format=formats.for_suffix(Path("page.html")).name,
                annotator=choice.annotator,
                status="any",
                articles=ids,
                options=options,
                progress=progress,
            ),
        )
        if report is None:
            self._say(self.tr("Stopped; no file was written."))
        else:
            self._tell_written(choice.out, len(ids))

    def copy_tagged(self) -> None:
        """Put the selection, or the article where nothing is selected, on the clipboard with its annotations as tags."""
        from annotator.pages import tagged_text

        article, layer = self._session.article, self._session.layer
        if article is None or layer is None:
            return
        schema = self._project().schema
        selection = self._selection()

        def title(name: str) -> str:
            label = schema.label(name)
            return label.title(i18n.current()) if label else name

        QGuiApplication.clipboard().setText(tagged_text(article.text, layer, title, selection))
        if selection is None:
            self._say(self.tr("The article was copied with its tags."))
        else:
            self._say(self.tr("The selection was copied with its tags."))

    # -- inside

    def _ask(self, medium: "Medium") -> "Choice | None":
        from ui.printing.choice import ChoiceDialog, Medium, Offer

        project, session = self._project(), self._session
        suffix = {Medium.PDF: ".pdf", Medium.PAGE: ".html"}.get(medium, "")
        offer = Offer(
            project.annotating(),
            session.annotator,
            session.article is not None,
            len(self._listed()),
            len(session.entries()),
            self._folder() / f"{project.path.name}{suffix}",
        )
        if not offer.total:
            raise ProjectError(self.tr("There is no article yet. Import some first."))
        dialog = ChoiceDialog(medium, offer, self._window)
        return dialog.choice() if dialog.exec() else None

    def _project(self) -> "Project":
        if self._session.project is None:
            raise ProjectError(self.tr("Open a project first."))
        return self._session.project

    def _ids(self, choice: "Choice") -> list[str]:
        from ui.printing.choice import STATUSES, Which

        article = self._session.article
        if choice.which is Which.OPEN and article is not None:
            return [article.id]
        if choice.which is Which.LISTED:
            return list(self._listed())
        ids = [entry.id for entry in self._session.entries()]
        if choice.which in STATUSES:
            status = self._status_of(choice.annotator)
            ids = [one for one in ids if status(one) == STATUSES[choice.which]]
        if not ids:
            raise ProjectError(self.tr("No article is so far. Choose others."))
        return ids

    def _status_of(self, annotator: str) -> Callable[[str], Status]:
        if annotator == self._session.annotator:
            return lambda one: self._session.summary(one).status
        found = self._project().summaries(annotator)
        return lambda one: found[one].status if one in found else Status.NEW

    def _items(self, ids: Sequence[str], choice: "Choice") -> "Iterator[Printed]":
        from ui.printing.sheets import Printed

        project, session = self._project(), self._session
        for one in ids:
            if not choice.annotator:
                layer = Layer("", one)
            elif choice.annotator == session.annotator:
                layer = session.layer_of(one)
            else:
                layer = project.layer(one, choice.annotator)
            replies = project.replies(one) if layer.remarks else {}
            yield Printed(project.article(one), layer, replies)

    def _look(self, choice: "Choice") -> "SheetLook":
        from ui.printing.sheets import SheetLook

        settings = self._memory.settings
        points = round(settings.font_size * PAPER_SHARE)
        points = min(max(points, PAPER_POINTS.start), PAPER_POINTS.stop - 1)
        return SheetLook(settings.font_family, points, choice.names, choice.values)

    def _title(self, ids: Sequence[str]) -> str:
        project = self._project()
        if len(ids) > 1:
            return project.title
        return project.article(ids[0]).title or project.title

    def _tell_written(self, out: Path, articles: int) -> None:
        said = self.tr("%Ln article(s) written into %1.", "", articles)
        self._say(said.replace("%1", i18n.isolate_ltr(out.name)))
