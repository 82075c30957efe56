import platform
import re
from pathlib import Path

import pytest

from annotator.store.files.device import device_name


def test_a_computer_keeps_its_name(tmp_path: Path) -> None:
    name = device_name(tmp_path)
    assert re.fullmatch(r"[a-z0-9-]+-[0-9a-f]{6}", name)
    assert device_name(tmp_path) == name


def test_two_computers_of_one_name_are_told_apart(tmp_path: Path) -> None:
    assert device_name(tmp_path / "one") != device_name(tmp_path / "two")


def test_a_copied_profile_is_another_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = device_name(tmp_path)
    monkeypatch.setattr(platform, "node", lambda: "SARA's Laptop")
    other = device_name(tmp_path)
    assert other.startswith("sara-s-laptop-")
    assert other != name


@pytest.mark.parametrize("data", [b"", b"garbage/../x", b"\xff\xfe"])
def test_a_garbled_name_is_made_again(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "device").write_bytes(data)
    assert re.fullmatch(r"[a-z0-9-]+", device_name(tmp_path))


def test_without_a_place_to_keep_it_the_host_name_must_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    name = device_name(tmp_path / "file" / "below")
    assert name == device_name(tmp_path / "file" / "below")
