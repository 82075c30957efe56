import pytest
from PySide6.QtCore import Qt
from tinydb import TinyDB

from annotator.model.names import Name, Registry
from annotator.project.names import change_registry, read_registry
from tests.helpers.waiting import in_dialog
from ui.dialogs.changes_dialog import ChangesDialog
from ui.dialogs.registry_dialog import RegistryDialog

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIRST = "قال دميتري بيسكوف إن كاراباخ هادئة. وأضاف ديمتري بيسكوف: لا."
SECOND = "عاد بيسكوف أمس إلى قره باغ."


@pytest.fixture
def bench(make_bench, qtbot):
    bench = make_bench(FIRST, SECOND)
    qtbot.waitUntil(lambda: bench.workspace.commands.propose.known.is_complete)
    return bench


def canonical(bench, part):
    span = bench.span(part)
    return next(a.attribute("canonical") for a in bench.layer if a.span == span)


def tag(bench, part):
    bench.select(part)
    bench.press(Key.Key_1)


def name_it(bench, part, name):
    span = bench.span(part)
    found = next(a for a in bench.layer if a.span == span)
    bench.session.set_attribute(found.id, "canonical", name)


def know(bench, *names):
    bench.workspace.commands.propose.known.change(lambda _: Registry(names))


def open_second(bench):
    bench.session.open_article(bench.session.entries()[1].id)


def test_spellings_meet_through_aliases(bench, undo):
    know(
        bench,
        Name("actor", "دميتري بيسكوف", ("ديمتري بيسكوف",)),
        Name("actor", "قره باغ", ("كاراباخ",)),
    )
    tag(bench, "ديمتري بيسكوف")
    tag(bench, "كاراباخ")
    assert canonical(bench, "ديمتري بيسكوف") == "دميتري بيسكوف"
    assert canonical(bench, "كاراباخ") == "قره باغ"
    undo(bench)
    assert len(bench.layer) == 1


def test_a_name_given_once_is_proposed_in_the_next_article(bench, undo):
    tag(bench, "كاراباخ")
    name_it(bench, "كاراباخ", "قره باغ")
    tag(bench, "دميتري بيسكوف")
    name_it(bench, "دميتري بيسكوف", "دميتري بيسكوف")
    open_second(bench)
    tag(bench, "بيسكوف")
    assert canonical(bench, "بيسكوف") == ""
    name_it(bench, "بيسكوف", "دميتري بيسكوف")
    undo(bench)
    undo(bench)
    assert len(bench.layer) == 0


def test_names_of_layers_on_disk_are_known_after_opening(bench, make_bench, qtbot):
    tag(bench, "كاراباخ")
    name_it(bench, "كاراباخ", "قره باغ")
    bench.wait_until_saved()
    bench.session.close_project()
    bench.workspace.commands.project.open(bench.path)
    qtbot.waitUntil(lambda: bench.workspace.commands.propose.known.is_complete)
    assert bench.workspace.commands.propose.known.used.names("actor") == ["قره باغ"]


def test_typing_an_alias_completes_the_name(bench, qtbot):
    know(bench, Name("actor", "قره باغ", ("كاراباخ",)))
    tag(bench, "بيسكوف")
    bench.window.actions_table["edit-attributes"].trigger()
    field = bench.window.focusWidget()
    field.clear()
    field.insert("كارا")
    field.textEdited.emit("كارا")
    assert field._offered.stringList() == ["قره باغ"]


def used_everywhere(bench):
    tag(bench, "دميتري بيسكوف")
    name_it(bench, "دميتري بيسكوف", "دميتري بيسكوف")
    open_second(bench)
    tag(bench, "بيسكوف")
    name_it(bench, "بيسكوف", "دميتري بيسكوف")


def rename(bench, qtbot, old, new, review=None):
    """Rename in the dialog by hand; return the rows that were shown before."""
    shown = []

    def agree(dialog):
        shown.extend(dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount()))
        if review:
            review(dialog)
        qtbot.keyClick(dialog, Key.Key_Return)

    def act(dialog):
        row = next(i for i, n in enumerate(dialog._shown) if n.canonical == old)
        dialog.list.setCurrentRow(row)
        dialog.name.setText(new)
        in_dialog(ChangesDialog, agree)
        qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
        dialog.reject()

    in_dialog(RegistryDialog, act)
    bench.shortcut(Key.Key_N, CTRL | SHIFT)
    return [words.strip("\u2068\u2069") for words in shown]


def test_a_renamed_name_is_shown_first_and_changes_everywhere_in_one_step(bench, qtbot, undo):
    used_everywhere(bench)
    shown = rename(bench, qtbot, "دميتري بيسكوف", "د. بيسكوف")
    assert shown == ["دميتري بيسكوف", "بيسكوف"]
    first, second = (entry.id for entry in bench.session.entries())
    assert canonical(bench, "بيسكوف") == "د. بيسكوف"
    assert bench.session.article.id == second
    assert [a.attribute("canonical") for a in bench.stored(first)] == ["د. بيسكوف"]
    with TinyDB(bench.path / "names.json", encoding="utf-8") as db:
        assert [(r["canonical"], r["aliases"]) for r in db.table("names")] == [
            ("د. بيسكوف", ["دميتري بيسكوف"])
        ]
    undo(bench)
    assert canonical(bench, "بيسكوف") == "دميتري بيسكوف"
    assert [a.attribute("canonical") for a in bench.stored(first)] == ["دميتري بيسكوف"]


def test_two_names_become_one(bench, qtbot):
    know(bench, Name("actor", "بيسكوف", ("بسكوف",)))
    used_everywhere(bench)
    rename(bench, qtbot, "دميتري بيسكوف", "بيسكوف")
    assert canonical(bench, "بيسكوف") == "بيسكوف"
    registry = bench.workspace.commands.propose.known.registry
    assert [n.canonical for n in registry.names] == ["بيسكوف"]
    assert registry.find("actor", "دميتري بيسكوف") is registry.find("actor", "بسكوف")


def test_what_a_colleague_added_meanwhile_stays(bench, qtbot):
    know(bench, Name("actor", "بيسكوف", ("بسكوف",)))

    def colleague(registry):
        return registry.with_name(Name("actor", "بيسكوف", ("بسكوف", "بيسكوڤ"))).with_name(
            Name("actor", "علييف", ("الييف",))
        )

    change_registry(bench.path, colleague)  # another window, after this one has read the names
    rename(bench, qtbot, "بيسكوف", "د. بيسكوف")
    assert {(n.canonical, n.aliases) for n in read_registry(bench.path).names} == {
        ("د. بيسكوف", ("بيسكوف", "بسكوف", "بيسكوڤ")),
        ("علييف", ("الييف",)),
    }
    assert bench.workspace.commands.propose.known.registry == read_registry(bench.path)


def test_what_is_unchecked_keeps_its_name(bench, qtbot):
    used_everywhere(bench)
    rename(
        bench,
        qtbot,
        "دميتري بيسكوف",
        "آخر",
        lambda dialog: dialog.table.item(1, 0).setCheckState(Qt.CheckState.Unchecked),
    )
    assert canonical(bench, "بيسكوف") == "دميتري بيسكوف"
    assert [a.attribute("canonical") for a in bench.stored(bench.session.entries()[0].id)] == [
        "آخر"
    ]


def test_a_damaged_list_of_names_is_named_and_left_as_it_is(make_bench, qtbot):
    bench = make_bench(FIRST)
    qtbot.waitUntil(lambda: bench.workspace.commands.propose.known.is_complete)
    bench.session.close_project()
    file = bench.path / "names.json"
    file.write_text("{", encoding="utf-8")
    bench.workspace.commands.project.open(bench.path)
    qtbot.waitUntil(lambda: "names.json" in bench.window.notice.text())
    tag(bench, "كاراباخ")
    assert len(bench.layer) == 1
    assert file.read_text(encoding="utf-8") == "{"


def test_a_damaged_layer_does_not_hide_the_names_of_the_others(bench, qtbot):
    used_everywhere(bench)
    first = bench.session.entries()[0].id
    bench.wait_until_saved()
    bench.session.close_project()
    article = bench.path / "articles" / first[:2] / f"{first}.json"
    article.write_text("{", encoding="utf-8")
    bench.workspace.commands.project._session.open_project(bench.path, "sara")
    qtbot.waitUntil(lambda: bench.workspace.commands.propose.known.is_complete)
    assert bench.workspace.commands.propose.known.used.times("actor", "دميتري بيسكوف") == 1


def test_spellings_that_rules_bring_together_need_no_alias(make_bench, qtbot):
    bench = make_bench("وصل عبدالله إلى أبوظبي من سورية.")
    qtbot.waitUntil(lambda: bench.workspace.commands.propose.known.is_complete)
    know(bench, *(Name("actor", name) for name in ("عبد الله", "أبو ظبي", "سوريا")))
    for part, name in (("عبدالله", "عبد الله"), ("أبوظبي", "أبو ظبي"), ("سورية", "سوريا")):
        tag(bench, part)
        assert canonical(bench, part) == name


def test_a_name_in_other_letters_is_a_choice_and_completes(make_bench, qtbot):
    bench = make_bench("قال Peskov نعم.")
    qtbot.waitUntil(lambda: bench.workspace.commands.propose.known.is_complete)
    know(bench, Name("actor", "دميتري بيسكوف"), Name("actor", "إلهام علييف"))
    tag(bench, "Peskov")
    assert canonical(bench, "Peskov") == ""  # a choice, never filled in by itself
    offered = bench.workspace.commands.propose.proposer.choices("actor", bench.span("Peskov"))
    assert [choice.value for choice in offered] == ["دميتري بيسكوف", "Peskov"]
    assert "other letters" in offered[0].why
    bench.window.actions_table["edit-attributes"].trigger()
    field = bench.window.focusWidget()
    field.clear()
    field.insert("Песков")
    field.textEdited.emit("Песков")
    assert field._offered.stringList() == ["دميتري بيسكوف"]


def test_the_list_of_names_is_filtered_in_any_spelling_and_any_letters(bench, qtbot):
    know(bench, *(Name("actor", name) for name in ("دميتري بيسكوف", "أبو ظبي", "سوريا")))
    shown = {}

    def act(dialog):
        for typed in ("Песков", "peskov", "أبوظبي", "سورية", "بيسك", "zz"):
            dialog.filter.setText(typed)
            shown[typed] = [name.canonical for name in dialog._shown]
        dialog.reject()

    in_dialog(RegistryDialog, act)
    bench.shortcut(Key.Key_N, CTRL | SHIFT)
    assert shown == {
        "Песков": ["دميتري بيسكوف"],
        "peskov": ["دميتري بيسكوف"],
        "أبوظبي": ["أبو ظبي"],
        "سورية": ["سوريا"],
        "بيسك": ["دميتري بيسكوف"],
        "zz": [],
    }
