"""The door: what the window and the command line call, and the only way to a project's data."""

from annotator.model import DEFAULT_SCHEMA
from annotator.project.desk import Desk
from annotator.project.project import Project
from annotator.project.review_settings import Person, ReviewSettings
from annotator.project.schema_file import read_schema
from annotator.project.summaries import LayerSummary
from annotator.store.backups.backups import Backup
from annotator.store.files.problems import Problem, Severity, gist
from annotator.store.layers.history import AnnotationChange, ChangeKind, PastEdit
from annotator.store.shared.catalog import ArticleEntry

__all__ = [
    "DEFAULT_SCHEMA",
    "AnnotationChange",
    "ArticleEntry",
    "Backup",
    "ChangeKind",
    "Desk",
    "LayerSummary",
    "PastEdit",
    "Person",
    "Problem",
    "Project",
    "ReviewSettings",
    "Severity",
    "gist",
    "read_schema",
]
