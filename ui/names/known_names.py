"""The names a project knows: its registry, and what its annotations use, counted beside the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.errors import AnnotatorError, ReadOnlyError
from annotator.model import Annotation
from annotator.model.names import Name, Registry
from annotator.progress import Progress
from annotator.project import Project
from annotator.project.names import change_registry, count_names, name_attributes, read_registry
from annotator.proposals.used_names import UsedNames
from ui.jobs import LatestJob
from ui.popover.name_field import NameChoice
from ui.session import LayerChange, Session

DELAY = 250
"""Milliseconds after opening a project before its layers are read: the first article comes first."""


class KnownNames(QObject):
    """Follows the session. Counts may lag behind by the edits of the moment in which the project is read."""

    changed = Signal()
    said = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.registry = Registry()
        self.used = UsedNames()
        self.is_complete = False
        self._job = LatestJob(self)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._explain)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._read)
        session.project_changed.connect(self._begin)
        session.schema_changed.connect(self._begin)
        session.layer_changed.connect(self._follow)
        session.layer_replaced.connect(self._follow)
        self._begin()

    def attribute_of(self, label: str) -> str | None:
        """Return the attribute of a label that holds its canonical name."""
        project = self._session.project
        return name_attributes(project.schema).get(label) if project else None

    def name_of(self, annotation: Annotation | None) -> str:
        """Return the canonical name that an annotation has, or nothing."""
        attribute = self.attribute_of(annotation.label) if annotation else None
        return annotation.attribute(attribute) if annotation and attribute else ""

    def names_with(self, key: str) -> int:
        """Count the different annotations that begin, themselves or with their name, with a folded word."""
        return self.used.names_with(key)

    def spellings(self) -> frozenset[str]:
        """Return every name of the registry and every canonical name in use, in all their forms."""
        registry = self.registry
        forms = {
            form for label in registry.labels for name in registry.of(label) for form in name.forms
        }
        return frozenset(forms).union(*(self.used.names(label) for label in self._labels()))

    def labels(self) -> tuple[str, ...]:
        """Return the labels whose annotations have a canonical name."""
        project = self._session.project
        return tuple(name_attributes(project.schema)) if project else ()

    def written(self) -> list[tuple[str, str]]:
        """Return every way in which a name is written, with its label: in the registry, and in annotations so far."""
        registry = self.registry
        return [
            (form, label)
            for label in registry.labels
            for name in registry.of(label)
            for form in name.forms
        ] + self.used.written()

    def _labels(self) -> tuple[str, ...]:
        return self._session.project.schema.label_names if self._session.project else ()

    def choices(self) -> dict[str, list[NameChoice]]:
        """Return what completes a canonical name, by label: the names most used first, aliases lead to them."""
        project = self._session.project
        found: dict[str, list[NameChoice]] = {}
        for label in name_attributes(project.schema) if project else ():
            names = [
                *(Name(label, used) for used in self.used.names(label)),
                *self.registry.of(label),
            ]
            known = {name.canonical: name for name in names}
            found[label] = [NameChoice(name.canonical, name.aliases) for name in known.values()]
        return found

    def change(self, change: Callable[[Registry], Registry]) -> Registry:
        """Change the registry as it is on disk now, which a colleague may have changed; return what is there then.

        Raises `AnnotatorError` where it cannot be written.
        """
        project = self._session.project
        if project is None:
            raise AnnotatorError(self.tr("Open a project first."))
        if project.read_only:
            raise ReadOnlyError(
                self.tr("The list of names can only be read: %1").replace(
                    "%1", project.read_only_reason
                )
            )
        self.registry = change_registry(project.path, change)
        self.changed.emit()
        return self.registry

    def stop(self) -> None:
        """Let go of the project that is being read, if any."""
        self._timer.stop()
        self._job.stop()

    def _begin(self) -> None:
        self.stop()
        self.is_complete = False
        project = self._session.project
        self.used = UsedNames(name_attributes(project.schema) if project else {})
        self.registry = Registry()
        if project is not None:
            self._timer.start()

    def _read(self) -> None:
        project = self._session.project
        if project is not None:
            self._job.start(lambda report: _known(project, report))

    def _take(self, result: tuple[Registry, UsedNames]) -> None:
        self.registry, self.used = result
        self.is_complete = True
        self.changed.emit()

    def _explain(self, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        from ui.wording.error_words import short

        self.said.emit(short(error))

    def _follow(self, change: LayerChange) -> None:
        text = self._text_of(change)
        if text is None:
            return
        named = False
        for key in change.changed:
            before, after = change.before.annotations.get(key), change.after.annotations.get(key)
            if before is not None:
                self.used.remove(before, text)
            if after is not None:
                self.used.add(after, text)
            named = named or self.name_of(before) != self.name_of(after)
        if named:
            self.changed.emit()

    def _text_of(self, change: LayerChange) -> str | None:
        article, project = self._session.article, self._session.project
        if article is not None and article.id == change.after.article_id:
            return article.text
        return project.article(change.after.article_id).text if project else None


def _known(project: Project, report: Progress) -> tuple[Registry, UsedNames]:
    from annotator.places import unlabelled

    unlabelled.prepare()
    return read_registry(project.path), count_names(project, report)
