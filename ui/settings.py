"""What the program remembers between runs, as one frozen value over an INI file.

A file that cannot be understood is set aside under another name, never written over, and the defaults are used.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from ui.remembered.list_state import ListState
from ui.remembered.places import Places, spots_from_text, spots_to_text
from ui.remembered.review_layout import ReviewLayout
from ui.remembered.window_layout import WindowLayout

Kept = TypeVar("Kept")

FONT_FAMILIES = ("Amiri", "Noto Sans Arabic")
"""The bundled faces (OFL), so that every machine shows the same text."""

FONT_SIZES = range(12, 41)
"""Points of the article's text."""

SPACINGS = ("normal", "compact", "wide")
"""How far the lines of an article stand apart, `ui.article.reading.spacing`; the usual one first."""

COLUMNS = ("75", "60", "90", "unlimited")
"""Letters to a line of an article at most; the usual number first."""

LANGUAGES = ("system", "en", "ar")
MOST_RECENT = 10
MOST_PLACES = 50
"""Projects whose articles and list are remembered as they were left."""

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """One reading of the settings.

    ``region`` is a territory code such as ``IQ`` that decides digits and month names, or empty for the system's.
    ``geometry`` is Qt's word for where the window was, ``layout`` ours for how it was divided. ``places`` and ``lists`` are by project id, the last used last. With ``fill_values`` a tag takes
    the value proposed for it at once; ``show_pace`` has today's pace in the status line.
    """

    annotator: str = ""
    language: str = "system"
    region: str = ""
    theme: str = "system"
    font_family: str = FONT_FAMILIES[0]
    font_size: int = 18
    spacing: str = SPACINGS[0]
    column: str = COLUMNS[0]
    show_invisible: bool = False
    fill_values: bool = True
    show_pace: bool = False
    recent: tuple[str, ...] = ()
    geometry: bytes = b""
    layout: WindowLayout = field(default_factory=WindowLayout)
    review: ReviewLayout = field(default_factory=ReviewLayout)
    places: Mapping[str, Places] = field(default_factory=dict[str, Places], hash=False)
    lists: Mapping[str, ListState] = field(default_factory=dict[str, ListState], hash=False)
    labels: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    """What labels of files are in each project, by its id, in the words of the import's option."""

    def with_recent(self, project: str) -> "Settings":
        """Return a copy with ``project`` at the head of the recent ones."""
        others = tuple(path for path in self.recent if path != project)
        return replace(self, recent=(project, *others)[:MOST_RECENT])

    def without_recent(self, project: str) -> "Settings":
        return replace(self, recent=tuple(path for path in self.recent if path != project))

    def with_places(self, project_id: str, places: Places) -> "Settings":
        return replace(self, places=_latest(self.places, project_id, places))

    def with_list(self, project_id: str, state: ListState) -> "Settings":
        return replace(self, lists=_latest(self.lists, project_id, state))

    def with_labels(self, project_id: str, rules: str) -> "Settings":
        return replace(self, labels=_latest(self.labels, project_id, rules))


def folder() -> Path:
    """Return the folder of the settings; ``HASHIYA_CONFIG_DIR`` puts it elsewhere."""
    if asked := os.environ.get("HASHIYA_CONFIG_DIR"):
        return Path(asked)
    import platformdirs  # 10 ms that a run with the variable set need not pay

    return Path(platformdirs.user_config_dir("hashiya", appauthor=False))


def path() -> Path:
    return folder() / "settings.ini"


def load() -> Settings:
    """Read the settings. A single value out of range counts as absent; a file that is no INI is set aside."""
    file = path()
    if not file.exists():
        return Settings()
    if not _is_readable(file):
        _set_aside(file)
        return Settings()
    stored = _open(file)
    plain = Settings(
        annotator=_text(stored, "annotator"),
        language=_one_of(stored, "language", LANGUAGES),
        region=_text(stored, "region"),
        theme=_one_of(stored, "theme", ("system", "light", "dark")),
        font_family=_one_of(stored, "font/family", FONT_FAMILIES),
        font_size=_number(stored, "font/size", FONT_SIZES, Settings().font_size),
        spacing=_one_of(stored, "spacing", SPACINGS),
        column=_one_of(stored, "column", COLUMNS),
        show_invisible=_text(stored, "invisible", "false") == "true",
        fill_values=_text(stored, "fill", "true") != "false",
        show_pace=_text(stored, "pace", "false") == "true",
        recent=_recent(stored.value("recent")),
    )
    return replace(
        plain,
        geometry=_geometry(stored),
        layout=WindowLayout.from_text(_text(stored, "window/layout")),
        review=ReviewLayout.from_text(_text(stored, "review/layout")),
        places=_places(stored),
        lists=_lists(stored),
        labels=_labels(stored),
    )


def save(settings: Settings) -> bool:
    """Write the settings and tell whether they are on disk. Keys that this version does not know are kept.

    Every value is written as text: within one process QSettings gives a number back as a number, from the file as text.
    """
    file = path()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    if file.exists() and not _is_readable(file) and not _set_aside(file):
        return False
    stored = _open(file)
    stored.setValue("format", str(_FORMAT))
    stored.setValue("annotator", settings.annotator)
    stored.setValue("language", settings.language)
    stored.setValue("region", settings.region)
    stored.setValue("theme", settings.theme)
    stored.setValue("font/family", settings.font_family)
    stored.setValue("font/size", str(settings.font_size))
    stored.setValue("spacing", settings.spacing)
    stored.setValue("column", settings.column)
    stored.setValue("invisible", "true" if settings.show_invisible else "false")
    stored.setValue("fill", "true" if settings.fill_values else "false")
    stored.setValue("pace", "true" if settings.show_pace else "false")
    stored.setValue("recent", list(settings.recent))
    stored.setValue("window/geometry", QByteArray(settings.geometry))
    stored.setValue("window/layout", settings.layout.to_text())
    stored.setValue("review/layout", settings.review.to_text())
    _write_places(stored, settings.places)
    _write_lists(stored, settings.lists)
    _write_labels(stored, settings.labels)
    stored.sync()
    return stored.status() == QSettings.Status.NoError


def _open(file: Path) -> QSettings:
    return QSettings(str(file), QSettings.Format.IniFormat)


def _is_readable(file: Path) -> bool:
    """Tell whether the file is an INI; QSettings reads NUL bytes and wrong encodings without complaint."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return "\0" not in text and _open(file).status() == QSettings.Status.NoError


def _set_aside(file: Path) -> bool:
    """Keep a damaged file under another name for whoever wants to know, and tell whether that worked."""
    taken = {other.name for other in file.parent.glob("settings.damaged-*.ini")}
    number = next(n for n in range(1, len(taken) + 2) if f"settings.damaged-{n}.ini" not in taken)
    try:
        file.replace(file.with_name(f"settings.damaged-{number}.ini"))
    except OSError:
        return False
    return True


def _text(stored: QSettings, key: str, default: str = "") -> str:
    value = stored.value(key, default)
    return value if isinstance(value, str) else default


def _one_of(stored: QSettings, key: str, allowed: tuple[str, ...]) -> str:
    value = _text(stored, key)
    return value if value in allowed else allowed[0]


def _number(stored: QSettings, key: str, allowed: range, default: int) -> int:
    value = _text(stored, key)
    return int(value) if value.isdecimal() and int(value) in allowed else default


def _recent(value: Any) -> tuple[str, ...]:
    """QSettings gives a list of one back as a bare text and an empty list as None."""
    if isinstance(value, str):
        return (value,) if value else ()
    if not isinstance(value, Iterable):
        return ()
    return tuple(item for item in value if isinstance(item, str) and item)[:MOST_RECENT]


def _geometry(stored: QSettings) -> bytes:
    """Return where the window was; Hashiya 0.1 kept a place for each reading direction, of which either will do."""
    keys = ("window/geometry", "window/ltr/geometry", "window/rtl/geometry")
    return next((found for key in keys if (found := _bytes(stored, key))), b"")


def _bytes(stored: QSettings, key: str) -> bytes:
    value = stored.value(key)
    return bytes(value.data()) if isinstance(value, QByteArray) else b""


def _places(stored: QSettings) -> dict[str, Places]:
    places = {}
    for number in range(stored.beginReadArray("places")):
        stored.setArrayIndex(number)
        project, article = _text(stored, "project"), _text(stored, "article")
        if project and article:
            places[project] = Places(article, spots_from_text(_text(stored, "spots")))
    stored.endArray()
    return places


def _write_places(stored: QSettings, places: Mapping[str, Places]) -> None:
    stored.remove("places")
    stored.beginWriteArray("places", len(places))
    for number, (project, place) in enumerate(places.items()):
        stored.setArrayIndex(number)
        stored.setValue("project", project)
        stored.setValue("article", place.article)
        stored.setValue("spots", spots_to_text(place.spots))
    stored.endArray()


def _lists(stored: QSettings) -> dict[str, ListState]:
    lists = {}
    for number in range(stored.beginReadArray("lists")):
        stored.setArrayIndex(number)
        if project := _text(stored, "project"):
            lists[project] = ListState.from_text(_text(stored, "state"))
    stored.endArray()
    return lists


def _write_lists(stored: QSettings, lists: Mapping[str, ListState]) -> None:
    stored.remove("lists")
    stored.beginWriteArray("lists", len(lists))
    for number, (project, state) in enumerate(lists.items()):
        stored.setArrayIndex(number)
        stored.setValue("project", project)
        stored.setValue("state", state.to_text())
    stored.endArray()


def _labels(stored: QSettings) -> dict[str, str]:
    labels = {}
    for number in range(stored.beginReadArray("labels")):
        stored.setArrayIndex(number)
        project, rules = _text(stored, "project"), _text(stored, "rules")
        if project and rules:
            labels[project] = rules
    stored.endArray()
    return labels


def _write_labels(stored: QSettings, labels: Mapping[str, str]) -> None:
    stored.remove("labels")
    stored.beginWriteArray("labels", len(labels))
    for number, (project, rules) in enumerate(labels.items()):
        stored.setArrayIndex(number)
        stored.setValue("project", project)
        stored.setValue("rules", rules)
    stored.endArray()


def _latest(known: Mapping[str, Kept], project_id: str, value: Kept) -> dict[str, Kept]:
    """Return what is known of projects with a new value, without those used longest ago."""
    others = {key: other for key, other in known.items() if key != project_id}
    return dict(list({**others, project_id: value}.items())[-MOST_PLACES:])


class Memory(QObject):
    """Holds the current settings and tells when they change."""

    changed = Signal(object, object)  # Settings before and after

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings if settings is not None else load()

    def update(self, settings: Settings) -> None:
        """Use and keep new settings."""
        before, self.settings = self.settings, settings
        if before != settings:
            save(settings)
            self.changed.emit(before, settings)

    def preview(self, settings: Settings) -> None:
        """Use settings without keeping them: a dialog is still open."""
        before, self.settings = self.settings, settings
        self.changed.emit(before, settings)

    def remember_places(self, project_id: str, places: Places) -> None:
        self.update(self.settings.with_places(project_id, places))

    def remember_list(self, project_id: str, state: ListState) -> None:
        self.update(self.settings.with_list(project_id, state))

    def remember_labels(self, project_id: str, rules: str) -> None:
        self.update(self.settings.with_labels(project_id, rules))

    def remember_window(self, geometry: bytes, layout: WindowLayout) -> None:
        self.update(replace(self.settings, geometry=geometry, layout=layout))
