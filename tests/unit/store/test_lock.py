import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import LockedError, LockLostError
from annotator.store.files import lock as lock_module
from annotator.store.files.lock import NAMES, PROJECT, Lock, annotator_lock, shared_lock

HOLDER = """
import sys
from pathlib import Path
from annotator.store.files.lock import Lock
lock = Lock(Path(sys.argv[1]), "sara")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()


def test_the_second_is_refused_and_told_who_is_there(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    for _ in range(20):
        with pytest.raises(
            LockedError, match=rf"سارة .*process {holder.pid} on .* since 20\d\d-.*read-only"
        ):
            Lock(tmp_path, "sara", title="سارة")


def test_another_name_is_free(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    Lock(tmp_path, "omar").release()


def test_the_lock_is_free_at_once_when_its_holder_is_killed(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    holder.kill()
    holder.wait()
    Lock(tmp_path, "sara").release()


def test_the_same_program_cannot_take_a_lock_twice(tmp_path: Path) -> None:
    lock = Lock(tmp_path, "sara")
    with pytest.raises(LockedError):
        Lock(tmp_path, "sara")
    lock.release()
    Lock(tmp_path, "sara").release()


def test_a_lock_whose_file_was_deleted_or_replaced_is_no_longer_ours(tmp_path: Path) -> None:
    lock = Lock(tmp_path, "sara", title="سارة")
    lock.verify()
    (tmp_path / "sara.lock").unlink()
    with pytest.raises(LockLostError, match=r"سارة was deleted.*open the project again"):
        lock.verify()
    other = Lock(tmp_path, "sara")
    with pytest.raises(LockLostError):
        lock.verify()
    other.verify()
    lock.release()
    assert (tmp_path / "sara.owner").exists(), "the note is the other's by now"
    other.verify()
    other.release()


def test_where_files_have_no_identity_a_lock_says_that_it_cannot_be_verified(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Lock(tmp_path, "sara")
    assert lock.can_be_verified
    lock.release()
    monkeypatch.setattr(lock_module, "_number", lambda _: 0)
    blind = Lock(tmp_path, "sara")
    assert not blind.can_be_verified
    (tmp_path / "sara.lock").unlink()
    blind.verify()
    blind.release()


@pytest.mark.parametrize("name", [PROJECT, NAMES])
def test_nobody_s_name_locks_what_is_the_project_s(tmp_path: Path, name: str) -> None:
    person = annotator_lock(tmp_path, name)
    shared_lock(tmp_path, name).release()
    with pytest.raises(LockedError):
        annotator_lock(tmp_path, name)
    person.release()
