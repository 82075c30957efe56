"""Work of annotators that a backup has and the project's folder no longer has, neither layers nor journals."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from annotator.errors import ProjectError
from annotator.store.backups import backups
from annotator.store.backups.backups import Backup
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import ARTICLE_FILE, SHARD, Layout
from annotator.store.files.problems import Problem, Severity, shown


def gone_work(layout: Layout, filesystem: FileSystem, made: Sequence[Backup]) -> Iterator[Problem]:
    """Yield a warning for each annotator of whom nothing is left here though a backup of this folder has layers.

    ``made`` are the project's backups, the newest first; those of its copies in other folders say nothing about this
    one. Nothing in a project can tell what was lost from what somebody took away, so it is said and not mended.
    """
    told: set[str] = set()
    for number, backup in enumerate(made, start=1):
        manifest = backups.manifest_or_none(backup)
        if manifest is None or manifest.root != backups.origin_of(layout):
            continue
        for annotator, articles in sorted(_layers_in(manifest.files, layout).items()):
            if annotator in told or _has_work(annotator, layout, filesystem):
                continue
            told.add(annotator)
            number_of_articles = f"{articles} article{'' if articles == 1 else 's'}"
            yield Problem(
                Severity.WARNING,
                shown(layout.annotator(annotator).relative_to(layout.root)),
                f"nothing is left of the work on {number_of_articles} that the backup of {backup.local_time} has",
                f"Bring it back with `hashiya backup restore` and the number {number}, unless it was taken away on purpose",
            )


def _layers_in(files: dict[str, backups.Stamp], layout: Layout) -> Counter[str]:
    """Return how many articles each annotator has a layer of, by the name of the annotator's folder."""
    found: Counter[str] = Counter()
    for name in files:
        parts = PurePosixPath(name).parts
        if (
            len(parts) == 4
            and parts[0] == layout.annotations.name
            and ARTICLE_FILE.fullmatch(parts[3])
        ):
            found[parts[1]] += 1
    return found


def _has_work(annotator: str, layout: Layout, filesystem: FileSystem) -> bool:
    try:
        layers = any(
            ARTICLE_FILE.fullmatch(name)
            for shard in filesystem.names(layout.annotator(annotator))
            if SHARD.fullmatch(shard)
            for name in filesystem.names(layout.annotator(annotator) / shard)
        )
        return layers or any(
            folder.rpartition("@")[0] == annotator and filesystem.names(layout.journals / folder)
            for folder in filesystem.names(layout.journals)
        )
    except ProjectError:  # there, and told of as what cannot be read
        return True
