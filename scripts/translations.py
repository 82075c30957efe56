"""Keep the Arabic and English words of the window in step with its code.

    python scripts/translations.py           gather the words of ui/ into resources/i18n/*.ts and compile them to .qm
    python scripts/translations.py --check   change nothing; fail when a word is new, gone, untranslated or not compiled

Translate in the .ts files (any editor, or Qt Linguist), by the glossary beside them, and run it again. English needs a
file of its own for plurals only: "1 annotation", not "1 annotation(s)".
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
OPTIONS = {"ar": (), "en": ("-pluralonly",)}
"""Languages with what their extraction needs besides."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Gather, check and compile translations.")
    parser.add_argument(
        "--check", action="store_true", help="change nothing, fail when something is out of step"
    )
    asked = parser.parse_args(arguments)
    problems = check(FOLDER) if asked.check else update(FOLDER)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def update(folder: Path) -> list[str]:
    """Gather and compile in place; return what is still untranslated."""
    gather(folder)
    compile_all(folder, folder)
    return list(unfinished(folder))


def check(folder: Path) -> list[str]:
    """Return what is out of step, without changing anything in ``folder``."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for language in OPTIONS:
            shutil.copy(source(folder, language), copy)
        gather(copy)
        compile_all(copy, copy)
        stale = [
            f"{file.relative_to(ROOT)} is out of date: run python scripts/translations.py"
            for language in OPTIONS
            for file in (source(folder, language), compiled(folder, language))
            if not file.exists() or file.read_bytes() != (copy / file.name).read_bytes()
        ]
        return [*stale, *unfinished(copy)]


def gather(folder: Path) -> None:
    """Bring the .ts files up to the code; without line numbers, so that moving code changes nothing."""
    files = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "ui").rglob("*.py"))
    for language, options in OPTIONS.items():
        target = str(source(folder, language))
        fixed = (
            "-locations",
            "none",
            "-no-obsolete",
            "-source-language",
            "en",
            "-target-language",
            language,
        )
        run("lupdate", *fixed, *options, *files, "-ts", target)


def compile_all(folder: Path, out: Path) -> None:
    for language in OPTIONS:
        run("lrelease", str(source(folder, language)), "-qm", str(compiled(out, language)))


def unfinished(folder: Path) -> Iterator[str]:
    """Yield every word without a translation, or with fewer plural forms than its language has."""
    for language in OPTIONS:
        for context in ET.parse(source(folder, language)).getroot().iter("context"):
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is None or not _is_finished(translation):
                    words = message.findtext("source")
                    yield f"untranslated into {language}: {context.findtext('name')}: {words}"


def _is_finished(translation: ET.Element) -> bool:
    forms = [form.text for form in translation.iter("numerusform")]
    complete = all(forms) if forms else bool(translation.text)
    return complete and translation.get("type") != "unfinished"


def source(folder: Path, language: str) -> Path:
    return folder / f"hashiya_{language}.ts"


def compiled(folder: Path, language: str) -> Path:
    return folder / f"hashiya_{language}.qm"


def run(tool: str, *arguments: str) -> None:
    """Run one of PySide's Qt tools; it is not on the PATH of everybody's environment."""
    code = f"from PySide6.scripts.pyside_tool import {tool}; {tool}()"
    command = [sys.executable, "-c", code, *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    complaints = [line for line in result.stderr.splitlines() if "warning" in line.casefold()]
    if result.returncode or complaints:
        raise SystemExit(f"{tool} failed:\n{result.stdout}{result.stderr}")


if __name__ == "__main__":
    sys.exit(main())
