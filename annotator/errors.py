"""What a user can cause and should read.

Every message says what happened, where, and what to do. Anything that is not an `AnnotatorError` is a bug.
"""


class AnnotatorError(Exception):
    """The user can read this and act on it."""


class SpanError(AnnotatorError):
    """A range does not fit: reversed, empty, or outside its text."""


class SchemaError(AnnotatorError):
    """A schema contradicts itself, or an annotation contradicts the schema."""


class EditError(AnnotatorError):
    """An edit does not fit the layer it is applied to."""


class TextError(AnnotatorError):
    """A text cannot be taken in: empty, binary, undecodable, or holding a forbidden character."""


class ImportFailure(AnnotatorError):  # noqa: N818 - "ImportError" would shadow Python's own
    """A file or a line of it was refused."""


class ExportFailure(AnnotatorError):  # noqa: N818 - named beside ImportFailure
    """An export could not be written as asked."""


class OptionError(ImportFailure, ExportFailure):
    """A format was given an option it does not have, or a value the option does not take."""


class ProjectError(AnnotatorError):
    """A project folder is missing, unreadable, newer than this program, or otherwise unusable."""


class DamagedFileError(ProjectError):
    """A file of the project holds no usable data. It is never replaced by an empty one."""


class NewerFormatError(ProjectError):
    """Something was written by a newer Hashiya: open it read-only or update the program."""


class FewAnnotatorsError(ProjectError):
    """Agreement was asked for where fewer than two annotators have begun."""


class LockedError(ProjectError):
    """Another window or machine holds the annotator's lock."""


class ReadOnlyError(ProjectError):
    """The project is open for reading only."""


class ChangedElsewhereError(ProjectError):
    """What was to be replaced is no longer what was read: somebody else changed it, and nothing was written."""


class NotSavedError(ProjectError):
    """An edit did not reach the disk. It has not happened as far as the project is concerned."""


class LockLostError(NotSavedError):
    """The file of a held lock was deleted or replaced, so that somebody else may be writing: nothing is written."""


class SearchError(AnnotatorError):
    """A query cannot be looked for: an expression that is none, or one that takes too long."""


class CancelledError(AnnotatorError):
    """The user stopped a long operation; nothing of it was kept."""
