import gc
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QIcon, QImage, QPixmap, QRawFont

from annotator.model import DEFAULT_SCHEMA
from annotator.model.schema import PATTERNS
from resources import ROOT
from ui import i18n
from ui.style import assets, theme, tones

NAMES = sorted(file.stem for file in (ROOT / "icons").glob("*.svg"))
ASKED_FOR = [
    "new",
    "open",
    "import",
    "export",
    "undo",
    "redo",
    "done",
    "next",
    "previous",
    "search",
    "delete",
    "note",
    "link",
    "zone",
    "settings",
    "theme",
    "keyboard",
    "help",
    "info",
    "warning",
    "error",
    "saved",
    "saving",
    "unsaved",
    "lock",
    "history",
    "backup",
    "article",
    "labels",
    "person",
    "folder",
    "recent",
    "close",
    "filter",
    "zoom-in",
    "zoom-out",
    "hashiya",
]


def test_every_icon_the_window_names_is_shipped():
    assert set(ASKED_FOR) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_a_small_drawing_that_takes_the_palettes_ink(name):
    text = (ROOT / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    assert ET.fromstring(text).tag.endswith("svg")
    assert len(text) < 2000
    assert ("currentColor" in text) == (name != "hashiya")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("wanted", ["light", "dark"])
def test_an_icon_is_visible_on_both_themes(app, name, wanted):
    theme.apply(app, wanted)
    image = assets.icon(name).pixmap(24, 24).toImage()
    ground = app.palette().window().color()
    strong = [
        pixel
        for x in range(image.width())
        for y in range(image.height())
        if (pixel := image.pixelColor(x, y)).alpha() > 128
        and abs(pixel.lightness() - ground.lightness()) > 60
    ]
    assert len(strong) >= 10


def test_an_icon_made_before_the_theme_changed_is_painted_in_the_new_ink(app):
    icon = assets.icon("close")
    theme.apply(app, "light")
    light = icon.pixmap(24, 24).toImage()
    theme.apply(app, "dark")
    assert icon.pixmap(24, 24).toImage() != light


@pytest.mark.parametrize(
    ("name", "flips"),
    [("next", True), ("undo", True), ("import", True), ("search", False), ("done", False)],
)
def test_arrows_follow_the_reading_direction_and_other_icons_do_not(app, name, flips):
    icon = assets.icon(name)
    left_to_right = icon.pixmap(48, 48).toImage()
    i18n.install(app, "ar")
    right_to_left = icon.pixmap(48, 48).toImage()
    mirrored = left_to_right.flipped(Qt.Orientation.Horizontal)
    assert alike(right_to_left, mirrored) is flips
    assert alike(right_to_left, left_to_right) is not flips


def test_a_disabled_icon_is_fainter(app):
    icon = assets.icon("close")
    assert inks(icon.pixmap(24, 24, QIcon.Mode.Disabled)) == {
        tones.colours(False)["ink_disabled"].lower()
    }


def test_a_warning_has_its_colour_unless_another_is_asked_for(app):
    assert tones.colours(False)["caution"].lower() in inks(assets.icon("warning").pixmap(24, 24))
    assert tones.colours(False)["good"].lower() in inks(
        assets.icon("warning", "good").pixmap(24, 24)
    )


def test_an_unknown_icon_is_an_error_where_it_is_asked_for():
    with pytest.raises(FileNotFoundError):
        assets.icon("no-such-icon")


def test_an_icon_is_sharp_on_a_dense_screen(app):
    pixmap = assets.icon("open").pixmap(QSize(24, 24), 2.0)
    assert pixmap.width() == 48
    assert pixmap.devicePixelRatio() == 2.0


def test_changing_a_copy_of_an_icon_leaves_both_usable(app):
    """PySide 6.11 frees what `clone` returns: without the guard this ends the process."""
    for _ in range(300):
        original = assets.icon("next")
        copy = QIcon(original)
        copy.addPixmap(QPixmap(8, 8))
        del original
        gc.collect(0)
        assert not copy.pixmap(16, 16).isNull()


@pytest.mark.parametrize("dark", [False, True])
def test_a_swatch_shows_tint_and_line_of_its_label(app, dark):
    for label in DEFAULT_SCHEMA.labels:
        image = assets.swatch(label, dark).pixmap(40, 40).toImage()
        tint, line = theme.label_colours(label, dark)
        assert image.pixelColor(20, 12) == tint
        assert line.name() in {
            image.pixelColor(x, y).name() for x in range(40) for y in range(28, 40)
        }


def test_no_two_patterns_look_alike_in_a_swatch(app):
    label = DEFAULT_SCHEMA.labels[0]
    seen = []
    for pattern in PATTERNS:
        same_colours = type(label)(
            label.name, label.title_en, label.title_ar, label.key, label.colours, pattern
        )
        image = assets.swatch(same_colours, False).pixmap(20, 20).toImage()
        assert image not in seen
        seen.append(image)


@pytest.mark.parametrize("family", ["Amiri", "Noto Sans Arabic"])
def test_the_articles_font_is_the_bundled_one_and_joins_arabic(app, family):
    font = assets.article_font(family, 18)
    assert QFontInfo(font).family() == assets.FACES[family]
    assert font.pointSize() == 18
    raw = QRawFont.fromFont(font)
    assert 0 not in raw.glyphIndexesForString("بيسكوف،٠١")
    measure = QFontMetricsF(font)
    assert measure.horizontalAdvance("لا") < measure.horizontalAdvance(
        "ل"
    ) + measure.horizontalAdvance("ا")


def alike(first: QImage, second: QImage) -> bool:
    """Compare but for the last step of antialiasing, which differs in a mirrored painter."""
    shades = (
        (first.pixelColor(x, y).alpha(), second.pixelColor(x, y).alpha())
        for x in range(first.width())
        for y in range(first.height())
    )
    return all(abs(a - b) < 48 for a, b in shades)


def inks(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(pixel.rgb()).name() for pixel in pixels if pixel.alpha() == 255}
