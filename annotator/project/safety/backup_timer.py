"""When the next backup is due while somebody works."""

BACKUP_EVERY = 30 * 60.0
"""Seconds between backups while work goes on (Anki's interval)."""


class BackupTimer:
    """Counts from the last backup; nothing is due while nothing has changed. Times are seconds of any one clock."""

    def __init__(self, now: float) -> None:
        self._backed_up_at = now
        self.has_changed = False
        """Whether anything was saved that no backup holds."""

    def note_change(self) -> None:
        self.has_changed = True

    def note_backup(self, now: float) -> None:
        self._backed_up_at = now
        self.has_changed = False

    def seconds_left(self, now: float) -> float | None:
        """Return the seconds until a backup is due, None while nothing has changed since the last."""
        if not self.has_changed:
            return None
        return max(self._backed_up_at + BACKUP_EVERY - now, 0.0)
