import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel

from annotator.model import DEFAULT_SCHEMA
from resources import ROOT
from ui.style import theme, tones

READ_ON = [  # ink, ground, least contrast: 4.5 is WCAG 2.2 AA for text, 3 for the edge of a control
    ("ink", "window", 7),
    ("ink", "page", 9),
    ("ink", "page_alternate", 9),
    ("ink", "button", 7),
    ("ink", "button_hover", 7),
    ("ink", "button_down", 7),
    ("ink", "selection_quiet", 7),
    ("ink_quiet", "window", 4.5),
    ("ink_quiet", "page", 4.5),
    ("accent_ink", "accent", 4.5),
    ("link", "window", 4.5),
    ("link", "page", 4.5),
    ("tooltip_ink", "tooltip", 7),
    ("good", "window", 4.5),
    ("caution", "window", 4.5),
    ("bad", "window", 4.5),
    ("good", "page", 4.5),
    ("caution", "page", 4.5),
    ("bad", "page", 4.5),
    ("line_strong", "window", 3),
    ("line_strong", "page", 3),
    ("accent", "window", 3),
    ("accent", "page", 3),
]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("ink", "ground", "least"), READ_ON)
def test_text_and_edges_stand_out_enough(dark, ink, ground, least):
    named = tones.colours(dark)
    assert contrast(QColor(named[ink]), QColor(named[ground])) >= least


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("label", DEFAULT_SCHEMA.labels, ids=lambda label: label.name)
def test_ink_on_every_built_in_label_is_easy_to_read(dark, label):
    named = tones.colours(dark)
    tint, line = theme.label_colours(label, dark)
    assert contrast(QColor(named["ink"]), tint) >= 7
    assert contrast(line, QColor(named["page"])) >= 4.5


@pytest.mark.parametrize(("wanted", "dark"), [("light", False), ("dark", True)])
def test_a_forced_theme_shows_even_where_the_platform_knows_none(app, qtbot, wanted, dark):
    theme.apply(app, wanted)
    label = QLabel("x")
    qtbot.addWidget(label)
    assert theme.is_dark(label.palette()) is dark
    assert label.palette().color(QPalette.ColorRole.Window) == QColor(tones.colours(dark)["window"])


@pytest.mark.parametrize("dark", [False, True])
def test_the_tick_of_a_menu_has_the_ink_of_its_theme(dark):
    drawing = (ROOT / "themes" / f"tick-{'dark' if dark else 'light'}.svg").read_text("utf-8")
    assert f'stroke="{tones.colours(dark)["ink"]}"' in drawing
    sheet = theme._style_sheet(dark)
    assert f"tick-{'dark' if dark else 'light'}.svg" in sheet
    assert "$" not in sheet


def test_both_themes_name_the_same_colours():
    assert tones.colours(False).keys() == tones.colours(True).keys()


def test_the_change_is_told_once_and_only_when_it_is_one(app):
    told = []
    theme.watcher(app).changed.connect(told.append)
    for wanted in ("light", "dark", "dark", "light"):
        theme.apply(app, wanted)
    assert told == [True, False]


def test_under_system_the_platforms_scheme_is_followed(app, monkeypatch):
    theme.apply(app, "dark")
    theme.apply(app, "system")  # offscreen tells no scheme: light
    assert not theme.is_dark(app.palette())


def contrast(first: QColor, second: QColor) -> float:
    """WCAG 2.2 contrast ratio, 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
