"""The sample project: five articles with the layers of two annotators, copied before anybody works in it."""

import os
import shutil
from pathlib import Path

from annotator.errors import ProjectError
from resources import ROOT

NAME = "karabakh"


def source() -> Path:
    """Return the sample as it was shipped: inside the installed package, or beside it in a checkout."""
    for place in (ROOT / "sample" / NAME, ROOT.parent / "projects" / NAME):
        if (place / "project.json").exists():
            return place
    raise ProjectError(
        "this installation came without the sample project: make one with New project"
    )


def copy_to(folder: Path) -> Path:
    """Return a copy of the sample to work in; a copy made before is kept with all that was done in it."""
    target = folder / NAME
    if not (target / "project.json").exists():
        shutil.copytree(source(), target, dirs_exist_ok=True)
        for path in [target, *target.rglob("*")]:  # an installed sample may be read-only
            path.chmod(path.stat().st_mode | 0o200)
    return target


def user_folder() -> Path:
    """Return where a user's copy of the sample lives."""
    if asked := os.environ.get("HASHIYA_DATA_DIR"):
        return Path(asked) / "sample"
    import platformdirs  # only when the sample is asked for

    return Path(platformdirs.user_documents_dir()) / "Hashiya"
