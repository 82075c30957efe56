"""Which computer this is: journals are named by it, so that no two ever write one file."""

import os
import platform
import re
import secrets
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
    return data_folder() / "backups" / project_id


def device_name(folder: Path | None = None) -> str:
    """Return this computer's name: its host name and a random part kept in ``folder``, ``[a-z0-9-]`` only.

    A copied disk or profile gets a new one because the host name is part of it. Where nothing can be kept, the host name
    alone must do.
    """
    path = (folder or data_folder()) / "device"
    host = re.sub(r"[^a-z0-9]+", "-", platform.node().lower()).strip("-")[:20] or "computer"
    with suppress(OSError, UnicodeDecodeError):
        kept = path.read_text(encoding="utf-8").strip() if path.exists() else ""
        if re.fullmatch(re.escape(host) + r"-[0-9a-f]{6}", kept):
            return kept
        name = f"{host}-{secrets.token_hex(3)}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}\n", encoding="utf-8")
        return name
    return host
