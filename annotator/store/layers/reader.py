"""Read layers without a lock and without writing: other annotators' work, read-only projects, exports."""

from collections.abc import Callable

from annotator.model import Layer
from annotator.store.files.evidence import without_evidence
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout, folder_name
from annotator.store.journal.journals import Histories
from annotator.store.journal.segments import segment_numbers, segment_path
from annotator.store.layers.found import Document, read_document

Stamps = tuple[tuple[str, tuple[int, int] | None], ...]


class LayerReader:
    """Reads anybody's layers, with the edits that only their journals have so far."""

    def __init__(
        self,
        layout: Layout,
        filesystem: FileSystem,
        length_of: Callable[[str], int | None] = lambda _: None,
    ) -> None:
        """``length_of`` gives the length of an article's text, None where it is not known."""
        self._layout = layout
        self._length_of = length_of
        self._filesystem = filesystem
        self._histories: dict[str, tuple[Stamps, Histories]] = {}

    def layer(self, article_id: str, annotator: str) -> Layer:
        """Read a layer; an empty new one where nothing was saved. Raises `DamagedFileError`."""
        return self.document(article_id, annotator).layer

    def document(self, article_id: str, annotator: str) -> Document:
        folder = folder_name(annotator)
        path = self._layout.layer(folder, article_id)
        return read_document(
            path,
            article_id,
            annotator,
            self.histories(annotator),
            self._filesystem,
            self._length_of(article_id),
        )

    def ahead_of_files(self, annotator: str, files: set[str]) -> set[str]:
        """Return the articles whose layer file may lack edits that a journal has, or is not among ``files`` at all."""
        devices = self.histories(annotator).devices.values()
        ahead = {article_id for one in devices for article_id in one.pending}
        return ahead | {
            article_id for one in devices for article_id in one.known if article_id not in files
        }

    def histories(self, annotator: str) -> Histories:
        """Return the annotator's journals as they are now; they are read again only when they have grown."""
        folder = folder_name(annotator)
        stamps = self._stamps(folder)
        known = self._histories.get(folder)
        if known is not None and known[0] == stamps:
            return known[1]
        histories = Histories(self._layout.journals, folder, self._filesystem)
        self._histories[folder] = stamps, histories
        return histories

    def _stamps(self, folder: str) -> Stamps:
        stamps: list[tuple[str, tuple[int, int] | None]] = []
        for name in without_evidence(self._filesystem.names(self._layout.journals)):
            if name.startswith(f"{folder}@"):
                journal = self._layout.journals / name
                newest = max(segment_numbers(journal, self._filesystem), default=0)
                path = segment_path(journal, newest)
                stamps.append((f"{name}/{newest}", self._filesystem.stamp(path)))
        return tuple(stamps)
