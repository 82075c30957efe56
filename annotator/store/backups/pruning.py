"""Which backups to keep: everything for two days, then fewer and fewer, as Anki does (docs.ankiweb.net/backups.html)."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from annotator.store.backups.backups import Backup, manifest_or_none

KEEP_ALL = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 14, 8, 12
"""How many days, weeks and months keep their newest backup after that."""


def kept(backups: Iterable[Backup], now: datetime) -> set[Backup]:
    """Return the backups to keep, the full ones that partial ones need apart."""
    newest_first = sorted(backups, reverse=True)
    keep = {backup for backup in newest_first if now - backup.at <= KEEP_ALL}
    keep |= set(_newest_of_each(newest_first, DAILY, lambda at: at.date().toordinal()))
    keep |= set(_newest_of_each(newest_first, WEEKLY, lambda at: at.date().toordinal() // 7))
    keep |= set(_newest_of_each(newest_first, MONTHLY, lambda at: at.year * 12 + at.month))
    return keep


def prune(backups: list[Backup], now: datetime) -> list[Backup]:
    """Delete the backups that are not kept and that no kept one builds on; return them.

    Each copy of a project has days and weeks of its own: a copy that is much worked on must not push out another's.
    """
    manifests = {backup: manifest_or_none(backup) for backup in backups}
    by_folder: dict[str, list[Backup]] = {}
    for backup, manifest in manifests.items():
        by_folder.setdefault(manifest.root if manifest else "", []).append(backup)
    keep = {backup for some in by_folder.values() for backup in kept(some, now)}
    needed = {found.base for backup in keep if (found := manifests[backup]) is not None}
    gone = [backup for backup in backups if backup not in keep and backup.path.name not in needed]
    for backup in gone:
        backup.path.unlink(missing_ok=True)
    return gone


def _newest_of_each(
    newest_first: list[Backup], count: int, period: Callable[[datetime], int]
) -> list[Backup]:
    newest: dict[int, Backup] = {}
    for backup in newest_first:
        newest.setdefault(period(backup.at), backup)
    return list(newest.values())[:count]
