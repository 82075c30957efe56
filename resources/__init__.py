"""Files the program ships: icons, translations, themes, guidelines."""

from pathlib import Path

ROOT = Path(__file__).parent
"""Folder of the shipped files; always real files, the program is never run from a zip."""
