from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from annotator.exporters.columns.conll_options import NESTED
from annotator.model import DEFAULT_SCHEMA, Schema
from annotator.project import Project, formats
from ui.dialogs.transfer.export_dialog import ExportChoice, ExportDialog

TWO_LABELS = Schema(DEFAULT_SCHEMA.labels[:2])


def field(dialog, name):
    return dialog.options.field(name).widget


@pytest.fixture
def dialog(show, tmp_path):
    return show(
        ExportDialog(tmp_path / "karabakh", ["a", "ليلى"], "ليلى", has_gold=True, schema=TWO_LABELS)
    )


def test_enter_exports_as_proposed(dialog, tmp_path):
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result()
    assert dialog.choice() == ExportChoice(
        tmp_path / "karabakh.conll",
        "conll2003",
        "ليلى",
        gold=False,
        options={"nested": "outermost", "misaligned": "expand", "columns": 4, "skip_zones": False},
    )


def test_the_files_ending_follows_the_format(dialog, tmp_path):
    for exporter in formats.exports():
        dialog.format.set_value(exporter.name)
        assert dialog.choice().out == tmp_path / f"karabakh{exporter.suffix}"
        assert exporter.is_folder or f"(*{exporter.suffix})" in dialog.out.filters


def test_a_name_with_a_dot_of_its_own_keeps_it(show, tmp_path):
    dialog = show(ExportDialog(tmp_path / "karabakh.v2", ["a"]))
    assert dialog.choice().out.name == "karabakh.v2.conll"


def test_every_format_and_every_choice_is_one_the_project_knows(dialog):
    for exporter in formats.exports():
        dialog.format.set_value(exporter.name)
        for option in exporter.all_options:
            widget = dialog.options.field(option.name).widget
            assert widget.isVisible()
            if option.choices:
                assert widget.count() == len(option.choices)
        assert dialog.choice().options == {o.name: o.default for o in exporter.all_options}


def test_every_option_of_a_flat_format_reaches_the_answer(dialog):
    field(dialog, "nested").set_value("innermost")
    field(dialog, "misaligned").set_value("drop")
    field(dialog, "columns").set_value(2)
    dialog.status.set_value("done")
    QTest.keyClick(field(dialog, "skip_zones"), Qt.Key.Key_Space)
    choice = dialog.choice()
    assert choice.status == "done"
    assert choice.options == {
        "nested": "innermost",
        "misaligned": "drop",
        "columns": 2,
        "skip_zones": True,
    }


def test_formats_that_lose_nothing_show_no_options_about_losing(dialog):
    field(dialog, "nested").set_value("innermost")
    QTest.keyClick(field(dialog, "skip_zones"), Qt.Key.Key_Space)
    for name in ("conll-layers", "json", "jsonl"):
        dialog.format.set_value(name)
        for option in ("nested", "misaligned", "columns"):
            assert not field(dialog, option).isVisible()
        assert dialog.choice().options == {"skip_zones": True}, "what all formats have stays chosen"


def test_every_option_has_a_letter_of_its_own_on_the_keyboard(dialog):
    captions = [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    captions += [button.text() for button in dialog.findChildren(QAbstractButton)]
    letters = [words[words.index("&") + 1].lower() for words in captions if "&" in words]
    assert len(letters) == len(set(letters)) >= 9


def test_each_choice_says_what_it_does(dialog):
    seen = set()
    for box, shown in (
        (dialog.format, dialog.fields[0]),
        (field(dialog, "nested"), dialog.options.field("nested")),
    ):
        for row in range(box.count()):
            box.setCurrentIndex(row)
            assert len(shown.hint.text()) > 25
            seen.add(shown.hint.text())
    assert len(seen) == len(formats.exports()) + field(dialog, "nested").count()


def test_the_gold_layer_is_offered_only_where_there_is_one(show, tmp_path):
    with_gold = show(ExportDialog(tmp_path / "x", ["a"], has_gold=True))
    with_gold.whose.setCurrentIndex(with_gold.whose.count() - 1)
    assert with_gold.choice().gold
    assert with_gold.choice().annotator is None
    assert ExportDialog(tmp_path / "x", ["a"]).whose.count() == 1


def test_of_gold_reviewed_articles_are_offered_and_the_dialog_says_so(show, tmp_path):
    dialog = show(ExportDialog(tmp_path / "x", ["a"], has_gold=True))
    hint = dialog.fields[2].hint
    assert (dialog.choice().status, hint.text()) == (
        "any",
        "Also those still in progress or not begun.",
    )
    dialog.whose.setFocus()
    QTest.keyClick(dialog.whose, Qt.Key.Key_End)
    assert dialog.choice().gold
    assert dialog.choice().status == "done"
    assert "review is finished" in hint.text()
    dialog.status.setFocus()
    QTest.keyClick(dialog.status, Qt.Key.Key_End)
    assert dialog.choice().status == "any"
    assert "nobody reviewed" in hint.text()
    dialog.format.set_value("jsonl")
    assert (dialog.choice().gold, dialog.choice().status) == (True, "any"), "a choice stays"
    dialog.whose.setFocus()
    QTest.keyClick(dialog.whose, Qt.Key.Key_Home)
    assert dialog.choice().status == "any"
    assert hint.text() == "Also those still in progress or not begun."


def test_the_gold_layer_is_no_annotator_beside_itself(show, tmp_path):
    assert show(ExportDialog(tmp_path / "x", ["a", "gold"], has_gold=True)).whose.count() == 2


def test_everybodys_work_at_once_is_offered_by_the_formats_that_hold_it(dialog):
    before = dialog.whose.count()
    dialog.format.set_value("jsonl")
    assert dialog.whose.count() == before + 1
    dialog.whose.setCurrentIndex(2)
    assert (dialog.choice().annotator, dialog.choice().gold) == (None, False)
    dialog.format.set_value("conll2003")
    assert dialog.whose.count() == before
    assert dialog.choice().annotator == "a", "one annotator again, never nobody"


def test_a_split_names_its_files_and_must_make_a_hundred(dialog):
    QTest.mouseClick(dialog.split.check, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert dialog.split.check.isChecked()
    assert "karabakh.train.conll" in dialog.out_field.hint.text()
    assert dialog.choice().split == (80, 10, 10)
    dialog.split.test.setValue(15)
    dialog.accept()
    assert dialog.isVisible()
    assert "105" in dialog.fields[-2].message.text()
    dialog.split.train.setValue(75)
    dialog.split.seed.setValue(99)
    assert not dialog.fields[-2].message.isVisible()
    dialog.accept()
    assert dialog.choice().split == (75, 10, 15)
    assert dialog.choice().seed == 99


def test_a_split_without_training_texts_is_refused(dialog):
    dialog.split.check.setChecked(True)
    for box, value in ((dialog.split.train, 0), (dialog.split.dev, 50), (dialog.split.test, 50)):
        box.setValue(value)
    dialog.accept()
    assert dialog.isVisible()


def test_a_file_for_each_label_is_announced(dialog):
    field(dialog, "nested").set_value("per-label")
    assert "karabakh.actor.conll" in dialog.out_field.hint.text()
    dialog.split.check.setChecked(True)
    assert "karabakh.train.actor.conll" in dialog.out_field.hint.text()
    assert "6" in dialog.out_field.hint.text()


def test_the_announced_files_are_those_the_project_writes(tmp_path, dialog):
    with Project.create(tmp_path / "p") as project:
        (tmp_path / "a.txt").write_text("عنوان\nنص أول.\n", encoding="utf-8")
        project.import_files([tmp_path / "a.txt"])
        for nested in NESTED.values:
            for split in (False, True):
                field(dialog, "nested").set_value(nested)
                dialog.split.check.setChecked(split)
                choice = dialog.choice()
                dialog._schema = project.schema
                written = project.export(
                    choice.out,
                    format=choice.format,
                    options=choice.options,
                    split=choice.split,
                ).paths
                assert set(written) == set(dialog._files(choice.out))


def test_replacing_a_file_is_announced(dialog, tmp_path):
    (tmp_path / "old.conll").write_text("x", encoding="utf-8")
    dialog.out.set_path(tmp_path / "old.conll")
    assert "replaced" in dialog.out_field.hint.text()


@pytest.mark.parametrize("out", ["", "nowhere/x.conll", "."])
def test_a_place_that_cannot_be_written_is_explained(dialog, tmp_path, out):
    dialog.out.line.setText(str(tmp_path / out) if out else "")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.out_field.message.isVisible()


def test_with_nobodys_annotations_there_is_nothing_to_export(show, tmp_path):
    dialog = show(ExportDialog(tmp_path / "x", []))
    dialog.accept()
    assert dialog.isVisible()


def test_a_path_in_the_home_folder_may_be_short(dialog, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    dialog.out.line.setText("~/x.conll")
    assert dialog.choice().out == Path(tmp_path / "x.conll")


def test_of_a_field_that_a_format_has_not_nothing_is_shown(dialog):
    for exporter in formats.exports():
        dialog.format.set_value(exporter.name)
        for field_ in dialog.fields:
            for part in (field_.caption, field_.hint, field_.message):
                assert field_.widget.isVisible() or not part.isVisible(), part.text()
