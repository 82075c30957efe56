import platform
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.store.files.device import binding, device_name


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


def test_a_cloned_machine_or_a_copied_profile_gets_a_name_of_its_own(tmp_path: Path) -> None:
    name = device_name(tmp_path / "one", "machine-1")
    assert device_name(tmp_path / "one", "machine-1") == name
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    assert device_name(tmp_path / "two", "machine-1") != name, "a copied profile"
    assert device_name(tmp_path / "one", "machine-2") != name, "a cloned disk"


def test_a_name_from_before_names_were_bound_is_kept_and_bound(tmp_path: Path) -> None:
    name = device_name(tmp_path, "machine-1")
    (tmp_path / "device.machine").unlink()
    assert device_name(tmp_path, "machine-1") == name
    assert device_name(tmp_path, "machine-2") != name


@given(st.text(), st.text(), st.text(min_size=1), st.text(min_size=1))
def test_a_binding_tells_machines_and_folders_apart(one, other, folder, second) -> None:
    first = binding(one, Path("/" + folder.replace("\0", "")))
    same = (one, Path("/" + folder.replace("\0", ""))) == (
        other,
        Path("/" + second.replace("\0", "")),
    )
    assert (first == binding(other, Path("/" + second.replace("\0", "")))) == same
