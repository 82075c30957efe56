"""Which computer this is: journals are named by it, so that no two ever write one file."""

import hashlib
import os
import platform
import re
import secrets
import sys
import uuid
from contextlib import suppress
from pathlib import Path

import platformdirs

DATA_DIR = "HASHIYA_DATA_DIR"
"""The environment variable that moves what belongs to this computer, for tests and for portable use."""


def data_folder() -> Path:
    """Return the folder outside all projects for what belongs to this computer: its name, and the backups."""
    chosen = os.environ.get(DATA_DIR)
    return Path(chosen) if chosen else platformdirs.user_data_path("hashiya", appauthor=False)


def backup_folder(project_id: str) -> Path:
    """Return where the backups of a project are kept on this computer."""
    return backups_root() / project_id


def backups_root() -> Path:
    """Return the folder that has a folder of backups for each project."""
    return data_folder() / "backups"


def device_name(folder: Path | None = None, machine: str | None = None) -> str:
    """Return this computer's name: its host name and a random part kept in ``folder``, ``[a-z0-9-]`` only.

    A copied disk or profile gets a new one: the host's name is part of it, and beside it is kept to which machine and
    which folder it was given. Where nothing can be kept, the host name alone must do.
    """
    folder = folder or data_folder()
    path, bound_path = folder / "device", folder / "device.machine"
    host = re.sub(r"[^a-z0-9]+", "-", platform.node().lower()).strip("-")[:20] or "computer"
    here = binding(machine_id() if machine is None else machine, folder)
    with suppress(OSError, UnicodeDecodeError):
        kept, bound = _read(path), _read(bound_path)
        if not is_ours(kept, bound, host, here):
            kept = f"{host}-{secrets.token_hex(3)}"
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{kept}\n", encoding="utf-8")
            bound = ""
        if bound != here:
            with suppress(OSError):
                bound_path.write_text(f"{here}\n", encoding="utf-8")
        return kept
    return host


def is_ours(kept: str, bound: str, host: str, here: str) -> bool:
    """Tell whether a name that was found belongs to this computer.

    ``bound`` says to what it was given, as `binding` says it of here; names from before that was kept have none, and are
    bound to where they are found.
    """
    return re.fullmatch(re.escape(host) + r"-[0-9a-f]{6}", kept) is not None and bound in ("", here)


def binding(machine: str, folder: Path) -> str:
    """Return what a name is bound to: a machine, as the system tells them apart, and the profile's folder on it."""
    return hashlib.sha256(f"{machine}\0{folder.absolute()}".encode()).hexdigest()[:16]


def machine_id() -> str:
    """Return what the operating system calls this machine, empty where it does not say.

    Linux and Windows make an id at installation; macOS' network hardware has an address of its own.
    """
    if sys.platform == "win32":
        import winreg

        with suppress(OSError):
            place = r"SOFTWARE\Microsoft\Cryptography"
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        return ""
    if sys.platform == "darwin":
        return f"{uuid.getnode():012x}"
    for path in (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id")):
        with suppress(OSError, UnicodeDecodeError):
            if found := _read(path):
                return found
    return ""


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""
