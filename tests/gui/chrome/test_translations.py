import ast
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from annotator.model import DEFAULT_SCHEMA
from ui import i18n
from ui.actions import CONTEXT
from ui.commands.table import MENUS, SPECS, SUBMENUS
from ui.wording.field_words import WORDS

ROOT = Path(__file__).resolve().parents[3]
SOURCES = sorted((ROOT / "ui").rglob("*.py"))
sys.path.insert(0, str(ROOT / "scripts"))

import translations  # noqa: E402 - a script beside the packages, found by the path above


def test_the_words_of_the_window_are_gathered_translated_and_compiled():
    assert translations.check(translations.FOLDER) == []


def test_a_new_word_would_be_noticed(tmp_path, monkeypatch):
    (tmp_path / "ui").mkdir()
    code = "class A:\n    def f(self):\n        return self.tr('quite new'), self.tr('%n new', '', 3)\n"
    (tmp_path / "ui" / "a.py").write_text(code, encoding="utf-8")
    folder = tmp_path / "i18n"
    folder.mkdir()
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    assert "untranslated into ar: A: quite new" in translations.update(folder)
    assert "untranslated into en: A: %n new" in translations.check(folder)
    complete(folder / "hashiya_ar.ts", "جديد", 6)
    complete(folder / "hashiya_en.ts", "new", 2)
    assert any("hashiya_ar.qm is out of date" in problem for problem in translations.check(folder))
    assert translations.update(folder) == []
    assert translations.check(folder) == []
    (tmp_path / "ui" / "a.py").write_text(code.replace("quite", "rather"), encoding="utf-8")
    assert any("hashiya_ar.ts is out of date" in problem for problem in translations.check(folder))


def test_every_literal_the_code_translates_was_found():
    """The extraction silently skips aliases of tr, f-strings, and plurals outside ``self.tr``."""
    known = Counter(sources_in_ts())
    missed = [f"{where}: {text}" for where, text in literals() if text not in known]
    assert missed == []


def test_nothing_but_literals_is_translated():
    """Three tables mark their words and translate them later, each in one function.

    They are `ui.actions.translated`, `deciding_shortcuts` and `choice_words`.
    """
    later = [where.partition(":")[0] for where, text in calls() if text is None]
    assert later == [
        "ui/actions.py",
        "ui/review/deciding/shortcuts.py",
        "ui/wording/field_words.py",
    ]


def test_every_word_for_a_choice_is_marked_for_translation():
    marked = {source for context, source, _ in messages("ar") if context == "ArticleFields"}
    choices = {choice for one in DEFAULT_SCHEMA.article_fields for choice in one.choices}
    assert set(WORDS.values()) == marked
    assert set(WORDS) == choices


def test_every_title_of_the_table_of_commands_is_marked_for_translation():
    marked = {source for context, source, _ in messages("ar") if context == CONTEXT}
    titles = {spec.title for spec in SPECS} | {*MENUS.values()} | {t for _, t in SUBMENUS.values()}
    assert titles == marked


def test_plurals_are_asked_for_where_the_extraction_sees_them():
    wrong = [
        f"{file.name}:{node.lineno}"
        for file in SOURCES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and name_of(node) == "translate" and len(node.args) > 3
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "لا وسوم"),
        (1, "وسم واحد"),
        (2, "وسمان"),
        (3, "٣ وسوم"),
        (10, "١٠ وسوم"),
        (11, "١١ وسمًا"),
        (99, "٩٩ وسمًا"),
        (100, "١٠٠ وسم"),
        (103, "١٠٣ وسوم"),
        (111, "١١١ وسمًا"),
    ],
)
def test_arabic_counts_in_its_six_forms(app, count, words):
    i18n.install(app, "ar", "IQ")
    assert QCoreApplication.translate("AnnotationsList", "%Ln annotation(s)", None, count) == words


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 annotations"), (1, "1 annotation"), (2, "2 annotations")]
)
def test_english_counts_in_its_two_forms(app, count, words):
    i18n.install(app, "en")
    assert QCoreApplication.translate("AnnotationsList", "%Ln annotation(s)", None, count) == words


def test_the_measure_and_the_label_never_share_a_word():
    for _, source, forms in messages("ar"):
        if "inter-annotator" in source.casefold():
            assert all("التوافق بين الواسمين" in form and "اتفاق" not in form for form in forms), (
                source
            )


def test_every_placeholder_survives_translation():
    lost = []
    for context, source, forms in messages("ar"):
        wanted = {mark for mark in ("%1", "%2", "%3") if mark in source}
        lost += [
            f"{context}: {form}"
            for form in forms
            if {m for m in ("%1", "%2", "%3") if m in form} != wanted
        ]
    assert lost == []


def test_ends_and_dots_survive_translation():
    """A menu entry that opens a dialog ends in dots, a sentence in a full stop."""
    lost = []
    for context, source, forms in messages("ar"):
        for end, arabic in (("…", "…"), (".", "."), ("?", "؟"), (":", ":")):
            if source.endswith(end) and not all(form.endswith(arabic) for form in forms):
                lost.append(f"{context}: {source}")
    assert lost == []


def test_translations_use_arabic_punctuation_and_no_stray_spaces():
    wrong = [
        f"{context}: {form}"
        for context, source, forms in messages("ar")
        for form in forms
        if "?" in form.replace("https://", "")
        or (" ,") in form
        or "  " in form
        or (form != form.strip() and source == source.strip())
    ]
    assert wrong == []


def test_the_program_finds_its_own_translation(app):
    class Form(QObject):
        pass

    i18n.install(app, "ar")
    assert QCoreApplication.translate("Form", "Cancel") == "إلغاء"


def messages(language):
    root = ET.parse(translations.source(translations.FOLDER, language)).getroot()
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [
                translation.text or ""
            ]
            yield context.findtext("name"), message.findtext("source"), forms


def sources_in_ts():
    return [source for _, source, _ in messages("ar")]


def literals():
    return [(where, text) for where, text in calls() if text is not None]


TRANSLATES = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""Functions that translate or mark, and which of their arguments is the text."""


def calls():
    """Yield place and text of every call that translates; the text is None when it is no literal."""
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or name_of(node) not in TRANSLATES:
                continue
            place = TRANSLATES[name_of(node)]
            if name_of(node) == "translate" and "QCoreApplication" not in ast.unparse(node.func):
                continue  # QPainter.translate and its like
            text = node.args[place] if len(node.args) > place else None
            literal = isinstance(text, ast.Constant) and isinstance(text.value, str)
            yield f"{file.relative_to(ROOT)}:{node.lineno}", text.value if literal else None


def name_of(call):
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def complete(ts, words, forms):
    tree = ET.parse(ts)
    for translation in tree.getroot().iter("translation"):
        plural = list(translation)
        translation.attrib.pop("type", None)
        for form in plural:
            translation.remove(form)
        if plural:
            for _ in range(forms):
                ET.SubElement(translation, "numerusform").text = words
        else:
            translation.text = words
    tree.write(ts, encoding="utf-8", xml_declaration=True)
