"""Who said a quotation, chosen in the popover: by key, from those proposed, among all that are tagged."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.edits import RemoveRelation
from annotator.model import DEFAULT_SCHEMA, SPEAKER, Relation, RelationType
from tests.gui.panels.acts import click, click_row, named, press, rows_of, type_text
from tests.gui.panels.layers import ALIYEV, BAKU, DAY, PUTIN, QUOTE, sample_layer
from tests.helpers.pictures import picture
from ui.popover.annotation_chooser import AnnotationChooser
from ui.popover.choice_row import ChoiceRow
from ui.popover.link_field import LinkField
from ui.widgets.list_view import RowsView

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SAID = Relation(SPEAKER, QUOTE, PUTIN)


def fields(desk):
    QApplication.processEvents()
    return [f.placeholderText() for f in desk.popover.findChildren(LinkField) if f.isVisible()]


def choosing(desk):
    row = next(r for r in desk.popover.findChildren(ChoiceRow) if r.isVisible())
    return {choice.words: choice.is_taken for choice in row.choices}


def test_the_speaker_takes_the_place_of_the_value(desk):
    desk.open(QUOTE)
    assert isinstance(QApplication.focusWidget(), LinkField)
    assert fields(desk) == ["Link Speaker…"]


def test_a_speaker_is_found_by_typing_and_linked_on_enter(desk):
    desk.open(QUOTE)
    type_text("عليي")
    chooser = QApplication.activePopupWidget()
    assert isinstance(chooser, AnnotationChooser)
    assert rows_of(chooser) == ["علييف"]
    press(Key.Key_Return)
    desk.bench.window.activateWindow()  # as the window's manager does when the list closes
    assert named(desk.popover, "Go to \u2068علييف\u2069")
    assert desk.layer.relations == {SAID}
    press(Key.Key_Return)
    assert desk.layer.relations == {SAID, Relation(SPEAKER, QUOTE, ALIYEV)}
    assert desk.bench.view.hasFocus()


def test_down_opens_the_list_at_the_actor_before_the_quote(make_desk):
    text, layer = picture('[بوتين:actor] و[علييف:actor] ["نعم":quote] و[باكو:actor]')
    desk = make_desk(layer, text)
    desk.open("a3")
    press(Key.Key_Down)
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert desk.layer.relations == {Relation(SPEAKER, "a3", "a2")}


def test_escape_in_the_list_goes_back_to_the_popover(desk):
    desk.open(QUOTE)
    press(Key.Key_Down)
    press(Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert desk.is_open
    assert desk.layer.relations == {SAID}


def test_a_click_into_the_field_and_on_a_row_links(desk):
    desk.open(QUOTE)
    click(desk.popover.findChild(LinkField))
    chooser = QApplication.activePopupWidget()
    assert rows_of(chooser) == ["باكو", "علييف"]
    click_row(chooser.findChild(RowsView), 1)
    press(Key.Key_Return)
    assert Relation(SPEAKER, QUOTE, ALIYEV) in desk.layer.relations


def test_likely_speakers_are_linked_and_unlinked_by_alt_and_a_digit(desk):
    desk.open(QUOTE)
    words = list(choosing(desk))
    assert choosing(desk)["بوتين"]
    press(getattr(Key, f"Key_{words.index('بوتين') + 1}"), ALT)
    assert not choosing(desk)["بوتين"]
    press(getattr(Key, f"Key_{words.index('علييف') + 1}"), ALT)
    press(Key.Key_Return)
    assert desk.layer.relations == {Relation(SPEAKER, QUOTE, ALIYEV)}
    assert desk.steps == 1
    desk.bench.shortcut(Key.Key_Z, CTRL)
    assert desk.layer.relations == {SAID}


def test_a_speaker_is_unlinked_by_the_button_beside_it(desk):
    desk.open(QUOTE)
    click(named(desk.popover, "Unlink Speaker: \u2068بوتين\u2069"))
    assert desk.layer.relations == {SAID}
    press(Key.Key_Return)
    assert desk.layer.relations == frozenset()


def test_one_goes_along_a_link_and_edits_there(desk):
    desk.open(QUOTE)
    click(named(desk.popover, "Go to \u2068بوتين\u2069"))
    assert desk.bench.view.current == PUTIN
    assert desk.popover.draft.before.id == PUTIN
    assert "Speaker of" in desk.words
    click(named(desk.popover, 'Go to \u2068"الاتفاق مع باكو مهم"\u2069'))
    assert desk.bench.view.current == QUOTE


def test_an_actor_begins_with_its_name_and_not_with_who_links_to_it(desk):
    desk.open(PUTIN)
    assert desk.line("Canonical name").hasFocus()
    assert fields(desk) == []


def test_what_may_have_no_links_and_has_none_shows_nothing_about_links(desk):
    desk.open(DAY)
    assert "Speaker" not in desk.words
    assert fields(desk) == []


def test_a_link_made_elsewhere_is_seen_at_once(desk):
    desk.open(QUOTE)
    desk.bench.session.link(SPEAKER, QUOTE, BAKU)
    assert named(desk.popover, "Go to \u2068باكو\u2069")
    desk.bench.session.carry_out(RemoveRelation(Relation(SPEAKER, QUOTE, BAKU)), "back")
    assert "باكو" not in "".join(desk.words)


def test_links_of_a_kind_the_schema_does_not_have_can_be_cut_but_not_made(make_desk):
    desk = make_desk(sample_layer().linked(Relation("coreference", DAY, PUTIN)))
    desk.open(DAY)
    assert "coreference" in desk.words
    assert fields(desk) == []
    click(named(desk.popover, "Unlink coreference: \u2068بوتين\u2069"))
    press(Key.Key_Return)
    assert desk.layer.relations == {SAID}


def test_a_quote_relabelled_as_an_actor_offers_no_speaker_but_keeps_the_link_in_sight(desk):
    desk.open(QUOTE)
    press(Key.Key_1, CTRL)
    assert fields(desk) == []
    assert named(desk.popover, "Unlink Speaker: \u2068بوتين\u2069")


def test_a_schema_may_offer_several_kinds_of_links(make_desk):
    about = replace(DEFAULT_SCHEMA.relations[0], name="about", title_en="Topic", dependent="date")
    same = RelationType("same", "Same as", "نفس", "actor", "actor")
    relations = (*DEFAULT_SCHEMA.relations, about, same)
    desk = make_desk(
        sample_layer().linked(Relation("same", BAKU, PUTIN)),
        schema=replace(DEFAULT_SCHEMA, relations=relations),
    )
    desk.open(QUOTE)
    assert fields(desk) == ["Link Speaker…", "Link Topic…"]
    press(Key.Key_Escape)
    desk.open(PUTIN)
    assert "Same as of" in desk.words
    assert fields(desk) == ["Link Same as…"]
