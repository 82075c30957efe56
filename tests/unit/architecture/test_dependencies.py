"""What pyproject.toml asks for is used, and its lowest versions are tried."""

import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SOURCES = [
    path for folder in ("annotator", "ui", "resources") for path in (ROOT / folder).rglob("*.py")
]
CODE = "\n".join(path.read_text("utf-8") for path in SOURCES)
OF_TESTS = ("dev", "clients")
EXTRAS = {
    name: wanted
    for name, wanted in PROJECT["optional-dependencies"].items()
    if name not in OF_TESTS
}
ALL = [
    *PROJECT["dependencies"],
    *(one for some in PROJECT["optional-dependencies"].values() for one in some),
]


def name_of(requirement: str) -> str:
    return re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")


def modules_of(name: str) -> set[str]:
    """Return the modules that an installed distribution brings."""
    return {
        module
        for module, names in packages_distributions().items()
        if name in {one.lower().replace("_", "-") for one in names}
    }


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_what_is_asked_for_is_imported(requirement):
    modules = modules_of(name_of(requirement))
    assert modules, f"{requirement} is not installed"
    assert any(re.search(rf"\b{re.escape(module)}\b", CODE) for module in modules)


@pytest.mark.parametrize("extra", EXTRAS)
def test_a_format_asks_for_what_an_extra_brings(extra):
    assert re.search(rf'Needs\("\w+", "{extra}"\)', CODE)


@pytest.mark.parametrize("requirement", ALL)
def test_everything_asked_for_has_a_lowest_version_to_try(requirement):
    assert ">=" in requirement


def test_continuous_integration_tries_them():
    assert "make lowest" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert "scripts/lowest.sh" in (ROOT / "Makefile").read_text("utf-8")
    script = (ROOT / "scripts" / "lowest.sh").read_text("utf-8")
    assert "--resolution lowest-direct --extra dev pyproject.toml" in script
