import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import LockedError
from annotator.store.files.lock import Lock

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
