from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from annotator import edits
from annotator.model import DEFAULT_SCHEMA, SPEAKER, Relation, RelationType
from tests.gui.panels.acts import click, click_row, named, press, rows_of, type_text
from tests.gui.panels.desk import Desk
from tests.gui.panels.layers import ALIYEV, BAKU, DAY, PUTIN, QUOTE, TEXT, sample_layer
from tests.helpers.pictures import picture
from ui.panels.annotations.annotations_panel import AnnotationsPanel
from ui.popover.annotation_chooser import AnnotationChooser
from ui.widgets.list_view import RowsView


@pytest.fixture
def panel(show):
    return show(AnnotationsPanel())


@pytest.fixture
def desk(panel):
    return Desk(panel, sample_layer(), TEXT)


def words(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def names(panel):
    """Return what the buttons of the editor are called."""
    QApplication.processEvents()
    buttons = panel.findChildren(QPushButton)
    return [button.text() for button in buttons if button.isVisible()]


def ask(panel):
    panel.set_current(QUOTE)
    QApplication.processEvents()
    button = next(
        b for b in panel.findChildren(QPushButton) if b.isVisible() and b.text() == "Link Speaker…"
    )
    click(button)
    return QApplication.activePopupWidget()


def test_a_quote_names_its_speakers_and_one_can_go_to_them(panel, desk):
    panel.set_current(QUOTE)
    assert "Speaker" in words(panel)
    click(named(panel, "Go to \u2068بوتين\u2069"))
    assert desk.said == [("chosen", PUTIN)]


def test_a_speaker_is_unlinked_by_the_button_beside_it(panel, desk):
    panel.set_current(QUOTE)
    click(named(panel, "Unlink Speaker: \u2068بوتين\u2069"))
    assert desk.said == [("unlink", Relation(SPEAKER, QUOTE, PUTIN))]
    assert desk.layer.relations == frozenset()


def test_a_speaker_is_chosen_among_the_actors_not_linked_yet(panel, desk):
    chooser = ask(panel)
    assert rows_of(chooser) == ["باكو", "علييف"]
    click_row(chooser.findChild(RowsView), 1)
    assert desk.said == [("link", SPEAKER, QUOTE, ALIYEV)]


def test_the_chooser_is_used_by_keys_alone(panel, desk):
    ask(panel)
    type_text("عليي")
    press(Qt.Key.Key_Return)
    assert desk.said == [("link", SPEAKER, QUOTE, ALIYEV)]


def test_the_chooser_opens_at_the_actor_before_the_quote(panel):
    text, layer = picture('[بوتين:actor] و[علييف:actor] ["نعم":quote] و[باكو:actor]')
    desk = Desk(panel, layer, text)
    ask(panel)
    press(Qt.Key.Key_Return)
    assert desk.said == [("link", SPEAKER, "a3", "a2")]


def test_escape_closes_the_chooser_and_links_nothing(panel, desk):
    chooser = ask(panel)
    assert isinstance(chooser, AnnotationChooser)
    press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert desk.said == []


def test_an_actor_names_the_quotes_it_is_the_speaker_of(panel, desk):
    panel.set_current(PUTIN)
    assert "Speaker of" in words(panel)
    click(named(panel, 'Go to \u2068"الاتفاق مع باكو مهم"\u2069'))
    assert desk.said == [("chosen", QUOTE)]
    assert names(panel) == []


def test_what_may_have_no_links_and_has_none_shows_nothing_about_links(panel, desk):
    panel.set_current(DAY)
    assert "Speaker" not in words(panel)
    assert names(panel) == []


def test_a_new_link_is_seen_at_once(panel, desk):
    panel.set_current(QUOTE)
    desk.make(edits.AddRelation(Relation(SPEAKER, QUOTE, BAKU)))
    assert named(panel, "Go to \u2068باكو\u2069")


def test_links_of_a_kind_the_schema_does_not_have_can_be_cut_but_not_made(panel):
    relation = Relation("coreference", DAY, PUTIN)
    desk = Desk(panel, sample_layer().linked(relation), TEXT)
    panel.set_current(DAY)
    assert "coreference" in words(panel)
    assert names(panel) == []
    click(named(panel, "Unlink coreference: \u2068بوتين\u2069"))
    assert desk.said == [("unlink", relation)]


def test_a_quote_relabelled_as_an_actor_offers_no_speaker_but_keeps_the_link_in_sight(panel, desk):
    panel.set_current(QUOTE)
    desk.make(edits.relabel(QUOTE, "actor", desk.layer))
    assert names(panel) == []
    assert named(panel, "Unlink Speaker: \u2068بوتين\u2069")


def test_the_chooser_stays_on_the_screen(panel, desk, app):
    panel.move(panel.screen().availableGeometry().bottomRight())
    chooser = ask(panel)
    # the offscreen platform frames every window with two pixels, also a popup
    screen = panel.screen().availableGeometry().adjusted(0, 0, 2, 2)
    assert screen.contains(chooser.geometry())


def test_a_schema_may_offer_several_kinds_of_links(panel):
    about = replace(DEFAULT_SCHEMA.relations[0], name="about", title_en="Topic", dependent="date")
    schema = replace(DEFAULT_SCHEMA, relations=(*DEFAULT_SCHEMA.relations, about))
    Desk(panel, sample_layer(), TEXT, schema)
    panel.set_current(QUOTE)
    assert names(panel) == ["Link Speaker…", "Link Topic…"]


def test_a_link_between_equals_is_offered_once(panel):
    same = RelationType("same", "Same as", "نفس", "actor", "actor")
    schema = replace(DEFAULT_SCHEMA, relations=(*DEFAULT_SCHEMA.relations, same))
    Desk(panel, sample_layer().linked(Relation("same", BAKU, PUTIN)), TEXT, schema)
    panel.set_current(PUTIN)
    assert "Same as of" in words(panel)
    assert names(panel) == ["Link Same as…"]
