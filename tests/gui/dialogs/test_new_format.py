"""A format is one module and one line: then both dialogs offer it, in English and Arabic."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSpinBox

from annotator import exporters, importers
from tests.helpers import throwaway_format
from ui import i18n
from ui.dialogs.transfer import import_dialog
from ui.dialogs.transfer.export_dialog import ExportDialog
from ui.dialogs.transfer.import_dialog import ImportDialog


@pytest.fixture(autouse=True)
def registered():
    exporters.register(throwaway_format.EXPORTER)
    importers.register(throwaway_format.IMPORTER)
    yield
    del exporters.REGISTRY["throwaway"], importers.REGISTRY["throwaway"]


def titles(box):
    return [box.itemText(row) for row in range(box.count())]


@pytest.mark.parametrize(
    ("language", "title", "about", "order", "back"),
    [
        (
            "en",
            "Throw-away pairs",
            "Two files that only a test reads.",
            "Order of spans",
            "Backwards",
        ),
        ("ar", "أزواج للتجربة", "ملفان لا يقرؤهما إلا اختبار.", "ترتيب المقاطع", "عكسيًا"),
    ],
)
def test_the_export_dialog_offers_it_in_the_language_shown(
    app, show, tmp_path, language, title, about, order, back
):
    i18n.install(app, language)
    dialog = show(ExportDialog(tmp_path / "karabakh", ["sara"], "sara"))
    dialog.format.setCurrentIndex(titles(dialog.format).index(title))
    assert about in {field.hint.text() for field in dialog.fields}
    assert dialog.choice().out == tmp_path / "karabakh.pairs"
    assert dialog.out.filters == f"{title} (*.pairs)"
    field = dialog.options.field("order")
    assert field.caption.text().replace("&", "") == order
    assert "&" in field.caption.text()
    QTest.keyClick(field.widget, Qt.Key.Key_Down)
    assert field.widget.currentText() == back
    assert dialog.choice().options["order"] == "back"
    assert "karabakh.spans.tsv" in dialog.out_field.hint.text()


def test_each_kind_of_option_has_its_control(show, tmp_path):
    dialog = show(ExportDialog(tmp_path / "karabakh", ["sara"], "sara"))
    dialog.format.set_value("throwaway")
    number, line = (dialog.options.field(name).widget for name in ("depth", "remark"))
    assert isinstance(number, QSpinBox)
    assert (number.minimum(), number.maximum(), number.value()) == (1, 99, 9)
    assert isinstance(line, QLineEdit)
    assert dialog.choice().options == {
        "order": "text",
        "depth": 9,
        "remark": None,
        "skip_zones": False,
    }
    QTest.keyClick(number, Qt.Key.Key_Up)
    QTest.keyClicks(line, "hello")
    assert dialog.choice().options["depth"] == 10
    assert dialog.choice().options["remark"] == "hello"
    dialog.format.set_value("jsonl")
    assert not number.isVisible()
    assert dialog.choice().options == {"skip_zones": False}


def test_everybodys_work_at_once_is_not_offered_for_it(show, tmp_path):
    dialog = show(ExportDialog(tmp_path / "karabakh", ["sara", "omar"], "sara"))
    dialog.format.set_value("throwaway")
    assert dialog.whose.count() == 2
    dialog.format.set_value("json")
    assert dialog.whose.count() == 3


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Throw-away pairs"), ("ar", "أزواج للتجربة")]
)
def test_the_import_dialog_offers_it_and_its_files(
    app, show, tmp_path, monkeypatch, language, title
):
    i18n.install(app, language)
    asked = []
    monkeypatch.setattr(
        import_dialog.QFileDialog, "getOpenFileNames", lambda *a: asked.append(a[3]) or ([], "")
    )
    dialog = show(ImportDialog(annotator="sara"))
    dialog.format.setCurrentIndex(titles(dialog.format).index(title))
    assert dialog.choice().format == "throwaway"
    assert dialog.choice().options == {"annotator": "sara", "bad_spans": "skip"}
    QTest.mouseClick(dialog.add_files, Qt.MouseButton.LeftButton)
    every, *kinds = asked[0].split(";;")
    assert "*.pairs" in every
    assert f"{title} (*.pairs)" in kinds
