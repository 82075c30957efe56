from hypothesis import given
from hypothesis import strategies as st

from annotator.project.safety.backup_timer import BACKUP_EVERY, BackupTimer

moments = st.floats(0, 1e6)


def test_nothing_is_due_while_nothing_has_changed():
    timer = BackupTimer(now=0)
    assert timer.seconds_left(now=10 * BACKUP_EVERY) is None


@given(moments, moments)
def test_a_change_is_backed_up_half_an_hour_after_the_last_backup_at_the_latest(start, later):
    timer = BackupTimer(now=start)
    timer.note_change()
    left = timer.seconds_left(now=start + later)
    assert left is not None
    assert 0 <= left <= BACKUP_EVERY
    assert left == max(start + BACKUP_EVERY - (start + later), 0)


def test_a_backup_begins_the_time_anew():
    timer = BackupTimer(now=0)
    timer.note_change()
    assert timer.has_changed
    timer.note_backup(now=100)
    assert (timer.has_changed, timer.seconds_left(now=200)) == (False, None)
    timer.note_change()
    assert timer.seconds_left(now=200) == BACKUP_EVERY - 100
