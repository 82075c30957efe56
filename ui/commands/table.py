"""Every command of the window in one table. Menus, toolbar, palette, cheat sheet, keys and what is greyed follow from it.

A new command is one row here and the function that it runs, in the module of its group beside this one.
"""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from ui.actions import Need, Spec
from ui.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.groups import Groups

StandardKey = QKeySequence.StandardKey

# fmt: off
# One row a line, however long: a table is read down its columns.
SPECS: "tuple[Spec[Groups], ...]" = (
    Spec("new", "file", QT_TRANSLATE_NOOP("Actions", "&New project…"), lambda do: do.project.new(), icon="new", keys=(StandardKey.New,)),
    Spec("open", "file", QT_TRANSLATE_NOOP("Actions", "&Open project…"), lambda do: do.project.ask_and_open(), icon="open", keys=(StandardKey.Open,)),
    Spec("open-sample", "file", QT_TRANSLATE_NOOP("Actions", "Open the sa&mple project"), lambda do: do.project.open_sample()),
    Spec("import", "file", QT_TRANSLATE_NOOP("Actions", "&Import articles…"), lambda do: do.transfer.import_articles(), icon="import", keys=("Ctrl+I",), rule=True),
    Spec("export", "file", QT_TRANSLATE_NOOP("Actions", "&Export…"), lambda do: do.transfer.export(), icon="export", keys=("Ctrl+E",), needs=Need.PROJECT),
    Spec("print", "file", QT_TRANSLATE_NOOP("Actions", "&Print…"), lambda do: do.printing.print_articles(), icon="print", keys=(StandardKey.Print,), rule=True, needs=Need.PROJECT),
    Spec("save-pdf", "file", QT_TRANSLATE_NOOP("Actions", "Save as P&DF…"), lambda do: do.printing.save_pdf(), needs=Need.PROJECT),
    Spec("save-page", "file", QT_TRANSLATE_NOOP("Actions", "Save as &web page…"), lambda do: do.printing.save_page(), keys=("Ctrl+Shift+E",), needs=Need.PROJECT),
    Spec("datasheet", "file", QT_TRANSLATE_NOOP("Actions", "Da&tasheet…"), lambda do: do.datasheet.open(), needs=Need.PROJECT),
    Spec("save", "file", QT_TRANSLATE_NOOP("Actions", "&Save now"), lambda do: do.project.save(), icon="saved", keys=(StandardKey.Save,), rule=True, needs=Need.PROJECT),
    Spec("backups", "file", QT_TRANSLATE_NOOP("Actions", "&Backups…"), lambda do: do.safety.show_backups(), icon="backup", needs=Need.PROJECT),
    Spec("check", "file", QT_TRANSLATE_NOOP("Actions", "Chec&k and mend…"), lambda do: do.safety.check(), needs=Need.PROJECT),
    Spec("close-project", "file", QT_TRANSLATE_NOOP("Actions", "&Close project"), lambda do: do.closing.close(), icon="close", keys=("Ctrl+W",), rule=True, needs=Need.PROJECT),
    Spec("quit", "file", QT_TRANSLATE_NOOP("Actions", "&Quit"), lambda do: do.closing.quit(), icon="quit", keys=("Ctrl+Q",)),

    Spec("undo", "edit", QT_TRANSLATE_NOOP("Actions", "&Undo"), lambda do: do.undo.undo(), icon="undo", keys=(StandardKey.Undo,), needs=Need.UNDO),
    Spec("redo", "edit", QT_TRANSLATE_NOOP("Actions", "&Redo"), lambda do: do.undo.redo(), icon="redo", keys=(StandardKey.Redo, "Ctrl+Shift+Z", "Ctrl+Y"), needs=Need.REDO),
    Spec("copy", "edit", QT_TRANSLATE_NOOP("Actions", "&Copy"), lambda do: do.article.copy(), icon="copy", keys=(StandardKey.Copy,), rule=True, needs=Need.ARTICLE),
    Spec("copy-tagged", "edit", QT_TRANSLATE_NOOP("Actions", "Copy &with tags"), lambda do: do.printing.copy_tagged(), keys=("Ctrl+Shift+C",), needs=Need.ARTICLE),
    Spec("find", "edit", QT_TRANSLATE_NOOP("Actions", "&Find…"), lambda do: do.find.find(), icon="search", keys=(StandardKey.Find,), rule=True, needs=Need.ARTICLE),
    Spec("find-next", "edit", QT_TRANSLATE_NOOP("Actions", "Find ne&xt"), lambda do: do.find.in_article.step(1), keys=("F3",), needs=Need.ARTICLE),
    Spec("find-previous", "edit", QT_TRANSLATE_NOOP("Actions", "Find pre&vious"), lambda do: do.find.in_article.step(-1), keys=("Shift+F3",), needs=Need.ARTICLE),
    Spec("find-in-project", "edit", QT_TRANSLATE_NOOP("Actions", "Find in all articl&es…"), lambda do: do.find.find_in_project(), keys=("Ctrl+Shift+F",), needs=Need.PROJECT),
    Spec("clear", "edit", QT_TRANSLATE_NOOP("Actions", "&Let go of edge, selection or annotation"), lambda do: do.view.let_go(), bare="Esc", rule=True, needs=Need.ARTICLE),
    Spec("annotator", "edit", QT_TRANSLATE_NOOP("Actions", "&Annotator name…"), lambda do: do.project.change_annotator(), icon="person", rule=True),
    Spec("schema", "edit", QT_TRANSLATE_NOOP("Actions", "La&bels…"), lambda do: do.project.edit_schema(), icon="label-edit", needs=Need.PROJECT),
    Spec("names", "edit", QT_TRANSLATE_NOOP("Actions", "Canonical na&mes…"), lambda do: do.propose.names.show_dialog(), icon="person", keys=("Ctrl+Shift+N",), needs=Need.PROJECT),
    Spec("settings", "edit", QT_TRANSLATE_NOOP("Actions", "Se&ttings…"), lambda do: do.view.show_settings(), icon="settings", keys=("Ctrl+,",)),

    Spec("select-word", "select", QT_TRANSLATE_NOOP("Actions", "&Word; again: the next as well"), lambda do: do.reach.grow("word"), bare="Space", needs=Need.ARTICLE),
    Spec("shrink-selection", "select", QT_TRANSLATE_NOOP("Actions", "Take the &last word off"), lambda do: do.reach.shrink("word"), bare="Shift+Space", needs=Need.ARTICLE),
    Spec("word-before", "select", QT_TRANSLATE_NOOP("Actions", "The word &before as well"), lambda do: do.reach.add_word_before(), bare="B", needs=Need.ARTICLE),
    Spec("drop-first-word", "select", QT_TRANSLATE_NOOP("Actions", "Take the &first word off"), lambda do: do.reach.drop_first_word(), bare="Shift+B", needs=Need.ARTICLE),
    Spec("select-phrase", "select", QT_TRANSLATE_NOOP("Actions", "&Phrase, up to the punctuation"), lambda do: do.reach.grow("phrase"), bare="P", rule=True, needs=Need.ARTICLE),
    Spec("shrink-phrase", "select", QT_TRANSLATE_NOOP("Actions", "Phrase: back, or the last &one off"), lambda do: do.reach.shrink("phrase"), bare="Shift+P", needs=Need.ARTICLE),
    Spec("select-quotation", "select", QT_TRANSLATE_NOOP("Actions", "&Quotation, without its marks"), lambda do: do.reach.grow("quotation"), bare="'", needs=Need.ARTICLE),
    Spec("shrink-quotation", "select", QT_TRANSLATE_NOOP("Actions", "Quotation: ba&ck, or the last one off"), lambda do: do.reach.shrink("quotation"), bare="Shift+'", needs=Need.ARTICLE),
    Spec("select-sentence", "select", QT_TRANSLATE_NOOP("Actions", "&Sentence"), lambda do: do.reach.grow("sentence"), bare="E", needs=Need.ARTICLE),
    Spec("shrink-sentence", "select", QT_TRANSLATE_NOOP("Actions", "Sentence: bac&k, or the last one off"), lambda do: do.reach.shrink("sentence"), bare="Shift+E", needs=Need.ARTICLE),
    Spec("next-unlabelled", "select", QT_TRANSLATE_NOOP("Actions", "&Next name, date or quotation without a label"), lambda do: do.reach.step(1), bare="N", rule=True, needs=Need.ARTICLE),
    Spec("previous-unlabelled", "select", QT_TRANSLATE_NOOP("Actions", "Pre&vious name, date or quotation without a label"), lambda do: do.reach.step(-1), bare="Shift+N", needs=Need.ARTICLE),
    Spec("jump-to-word", "select", QT_TRANSLATE_NOOP("Actions", "&Go to a word by its first letters"), lambda do: do.reach.jump(), bare="/", needs=Need.ARTICLE),

    Spec("repeat-label", "annotate", QT_TRANSLATE_NOOP("Actions", "&Repeat the last label"), lambda do: do.tag.repeat_label(), bare="R", rule=True, needs=Need.EDITABLE),
    Spec("sticky-label", "annotate", QT_TRANSLATE_NOOP("Actions", "&Keep tagging with the last label"), lambda do: do.tag.toggle_sticky(), icon="pin", bare="L", checkable=True, needs=Need.EDITABLE),
    Spec("choose-start", "edges", QT_TRANSLATE_NOOP("Actions", "Move the &start with the arrow keys"), lambda do: do.article.choose_edge("start"), bare="[", needs=Need.ANNOTATION),
    Spec("choose-end", "edges", QT_TRANSLATE_NOOP("Actions", "Move the &end with the arrow keys"), lambda do: do.article.choose_edge("end"), bare="]", needs=Need.ANNOTATION),
    Spec("strip-clitic", "edges", QT_TRANSLATE_NOOP("Actions", "Take the next &clitic off"), lambda do: do.propose.edges.strip(), bare=",", needs=Need.EDITABLE),
    Spec("give-back-clitic", "edges", QT_TRANSLATE_NOOP("Actions", "Give the clitic &back"), lambda do: do.propose.edges.give_back(), bare=".", needs=Need.EDITABLE),
    Spec("next-annotation", "annotate", QT_TRANSLATE_NOOP("Actions", "&Next annotation"), lambda do: do.edit.step(1), bare="J", rule=True, needs=Need.ARTICLE),
    Spec("previous-annotation", "annotate", QT_TRANSLATE_NOOP("Actions", "&Previous annotation"), lambda do: do.edit.step(-1), bare="K", needs=Need.ARTICLE),
    Spec("cycle-overlapping", "annotate", QT_TRANSLATE_NOOP("Actions", "Next &overlapping annotation"), lambda do: do.edit.cycle_overlapping(), bare="O", needs=Need.ARTICLE),
    Spec("edit-attributes", "annotate", QT_TRANSLATE_NOOP("Actions", "Edit the &annotation"), lambda do: do.edit.open(), icon="edit", keys=("F2",), bare="Enter", rule=True, needs=Need.ARTICLE),
    Spec("take-value", "annotate", QT_TRANSLATE_NOOP("Actions", "Take the proposed &value; again: the next one"), lambda do: do.propose.take(), bare="V", needs=Need.ANNOTATION),
    Spec("edit-note", "annotate", QT_TRANSLATE_NOOP("Actions", "Edit no&te"), lambda do: do.edit.open_note(), icon="note", bare="C", needs=Need.ARTICLE),
    Spec("link-speaker", "speakers", QT_TRANSLATE_NOOP("Actions", "Link the speaker; again: the ne&xt one"), lambda do: do.propose.speakers.link(), icon="link", bare="S", needs=Need.ANNOTATION),
    Spec("add-speaker", "speakers", QT_TRANSLATE_NOOP("Actions", "Link one more s&peaker"), lambda do: do.propose.speakers.link_another(), bare="Shift+S", needs=Need.ANNOTATION),
    Spec("unlink-speaker", "speakers", QT_TRANSLATE_NOOP("Actions", "&Unlink a speaker"), lambda do: do.propose.speakers.unlink(), bare="U", needs=Need.ANNOTATION),
    Spec("link-by-click", "speakers", QT_TRANSLATE_NOOP("Actions", "Link speakers by clickin&g them"), lambda do: do.propose.link_by_click(), keys=("Ctrl+Shift+S",), checkable=True, needs=Need.ANNOTATION),
    Spec("history", "annotate", QT_TRANSLATE_NOOP("Actions", "&History of the annotation…"), lambda do: do.safety.show_history(), icon="history", keys=("Ctrl+H",), needs=Need.ANNOTATION),
    Spec("delete-annotation", "annotate", QT_TRANSLATE_NOOP("Actions", "&Delete annotation"), lambda do: do.tag.delete(), icon="delete", bare="Del", needs=Need.ANNOTATION),
    Spec("tag-everywhere", "annotate", QT_TRANSLATE_NOOP("Actions", "Tag every&where…"), lambda do: do.find.tag_everywhere(), bare="T", needs=Need.ANNOTATION),
    Spec("zone", "annotate", QT_TRANSLATE_NOOP("Actions", "Out of scope / &back in scope"), lambda do: do.zones.toggle(), icon="zone", keys=("Ctrl+Shift+X",), rule=True, needs=Need.EDITABLE),
    Spec("zone-boilerplate", "zones", QT_TRANSLATE_NOOP("Actions", "&Boilerplate"), lambda do: do.zones.mark("boilerplate"), needs=Need.EDITABLE),
    Spec("zone-credits", "zones", QT_TRANSLATE_NOOP("Actions", "&Credits"), lambda do: do.zones.mark("credits"), needs=Need.EDITABLE),
    Spec("zone-stray", "zones", QT_TRANSLATE_NOOP("Actions", "&Another article"), lambda do: do.zones.mark("stray"), needs=Need.EDITABLE),
    Spec("zone-nav", "zones", QT_TRANSLATE_NOOP("Actions", "&Navigation"), lambda do: do.zones.mark("nav"), needs=Need.EDITABLE),
    Spec("next-finding", "findings", QT_TRANSLATE_NOOP("Actions", "Next &finding"), lambda do: do.findings.step(1), icon="warning", keys=("F8",), needs=Need.ARTICLE),
    Spec("previous-finding", "findings", QT_TRANSLATE_NOOP("Actions", "Previous findin&g"), lambda do: do.findings.step(-1), keys=("Shift+F8",), needs=Need.ARTICLE),
    Spec("fix-finding", "findings", QT_TRANSLATE_NOOP("Actions", "F&ix the finding"), lambda do: do.findings.fix(), keys=("Ctrl+.",), needs=Need.FINDING),
    Spec("fix-findings", "findings", QT_TRANSLATE_NOOP("Actions", "Fix all findings of this kin&d"), lambda do: do.findings.fix_all(), needs=Need.FINDING),
    Spec("ask", "findings", QT_TRANSLATE_NOOP("Actions", "As&k about it"), lambda do: do.remarks.ask(), icon="help", bare="Q", rule=True, needs=Need.EDITABLE),
    Spec("flag", "findings", QT_TRANSLATE_NOOP("Actions", "Flag it to come back"), lambda do: do.remarks.flag(), icon="flag", bare="F", needs=Need.EDITABLE),
    Spec("next-question", "findings", QT_TRANSLATE_NOOP("Actions", "Next question or flag"), lambda do: do.remarks.step(1), keys=("F7",), needs=Need.PROJECT),
    Spec("previous-question", "findings", QT_TRANSLATE_NOOP("Actions", "Previous question or flag"), lambda do: do.remarks.step(-1), keys=("Shift+F7",), needs=Need.PROJECT),

    Spec("done-and-next", "article", QT_TRANSLATE_NOOP("Actions", "&Done, and next"), lambda do: do.articles.finish(), icon="done", keys=("Ctrl+Return", "Ctrl+Enter"), needs=Need.EDITABLE),
    Spec("reopen-article", "article", QT_TRANSLATE_NOOP("Actions", "Mark as &in progress"), lambda do: do.articles.reopen(), keys=("Ctrl+Shift+Return",), needs=Need.EDITABLE),
    Spec("next-article", "article", QT_TRANSLATE_NOOP("Actions", "&Next article"), lambda do: do.articles.step(1), icon="next", keys=("Ctrl+PgDown",), rule=True, needs=Need.NEXT_ARTICLE),
    Spec("previous-article", "article", QT_TRANSLATE_NOOP("Actions", "&Previous article"), lambda do: do.articles.step(-1), icon="previous", keys=("Ctrl+PgUp",), needs=Need.PREVIOUS_ARTICLE),
    Spec("next-unfinished", "article", QT_TRANSLATE_NOOP("Actions", "Next &unfinished article"), lambda do: do.articles.step_unfinished(1), keys=("Ctrl+Shift+PgDown",), needs=Need.PROJECT),
    Spec("previous-unfinished", "article", QT_TRANSLATE_NOOP("Actions", "Previous un&finished article"), lambda do: do.articles.step_unfinished(-1), keys=("Ctrl+Shift+PgUp",), needs=Need.PROJECT),
    Spec("back", "article", QT_TRANSLATE_NOOP("Actions", "&Back to the article before"), lambda do: do.articles.visits.step(-1), keys=("Alt+Left",), rule=True, mirrored=True, needs=Need.BACK),
    Spec("forward", "article", QT_TRANSLATE_NOOP("Actions", "F&orward again"), lambda do: do.articles.visits.step(1), keys=("Alt+Right",), mirrored=True, needs=Need.FORWARD),
    Spec("filter-articles", "article", QT_TRANSLATE_NOOP("Actions", "Find an &article"), lambda do: do.articles.filter(), icon="filter", keys=("Ctrl+L",), needs=Need.PROJECT),
    Spec("article-details", "article", QT_TRANSLATE_NOOP("Actions", "Article d&etails…"), lambda do: do.articles.edit_details(), icon="info", keys=("Ctrl+D",), rule=True, needs=Need.EDITABLE),
    Spec("ask-about-article", "article", QT_TRANSLATE_NOOP("Actions", "As&k about the article"), lambda do: do.remarks.ask_about_article(), bare="Shift+Q", rule=True, needs=Need.EDITABLE),
    Spec("flag-article", "article", QT_TRANSLATE_NOOP("Actions", "F&lag the article"), lambda do: do.remarks.flag_article(), bare="Shift+F", needs=Need.EDITABLE),

    Spec("zoom-in", "view", QT_TRANSLATE_NOOP("Actions", "Larger &text"), lambda do: do.view.zoom(1), icon="zoom-in", keys=(StandardKey.ZoomIn, "Ctrl+=")),
    Spec("zoom-out", "view", QT_TRANSLATE_NOOP("Actions", "S&maller text"), lambda do: do.view.zoom(-1), icon="zoom-out", keys=(StandardKey.ZoomOut,)),
    Spec("zoom-reset", "view", QT_TRANSLATE_NOOP("Actions", "Text in &usual size"), lambda do: do.view.reset_zoom(), keys=("Ctrl+0",)),
    Spec("spacing-next", "view", QT_TRANSLATE_NOOP("Actions", "Next line spa&cing"), lambda do: do.view.next_spacing(), icon="labels", keys=("Ctrl+Shift+L",), rule=True),
    Spec("spacing-compact", "spacing", QT_TRANSLATE_NOOP("Actions", "&Compact"), lambda do: do.view.space("compact"), checkable=True),
    Spec("spacing-normal", "spacing", QT_TRANSLATE_NOOP("Actions", "&Normal"), lambda do: do.view.space("normal"), checkable=True),
    Spec("spacing-wide", "spacing", QT_TRANSLATE_NOOP("Actions", "&Wide, with the names of labels"), lambda do: do.view.space("wide"), checkable=True),
    Spec("column-next", "view", QT_TRANSLATE_NOOP("Actions", "Next column widt&h"), lambda do: do.view.next_column(), keys=("Ctrl+Shift+K",)),
    Spec("column-60", "column", QT_TRANSLATE_NOOP("Actions", "&60 letters"), lambda do: do.view.limit_column("60"), checkable=True),
    Spec("column-75", "column", QT_TRANSLATE_NOOP("Actions", "&75 letters"), lambda do: do.view.limit_column("75"), checkable=True),
    Spec("column-90", "column", QT_TRANSLATE_NOOP("Actions", "&90 letters"), lambda do: do.view.limit_column("90"), checkable=True),
    Spec("column-unlimited", "column", QT_TRANSLATE_NOOP("Actions", "As &wide as the window"), lambda do: do.view.limit_column("unlimited"), checkable=True),
    Spec("inspect", "view", QT_TRANSLATE_NOOP("Actions", "&Invisible characters"), lambda do: do.view.show_invisible(), keys=("Ctrl+Shift+I",), checkable=True),
    Spec("dark", "view", QT_TRANSLATE_NOOP("Actions", "&Dark"), lambda do: do.view.turn_dark(), icon="theme", keys=("Ctrl+Shift+D",), checkable=True),
    Spec("articles-list", "view", QT_TRANSLATE_NOOP("Actions", "List of a&rticles"), lambda do: do.view.toggle_articles(), keys=("F4",), checkable=True, rule=True, needs=Need.PROJECT),
    Spec("side-panel", "view", QT_TRANSLATE_NOOP("Actions", "&Side panel"), lambda do: do.view.toggle_side(), keys=("F9",), checkable=True, needs=Need.PROJECT),
    Spec("page-annotations", "pages", QT_TRANSLATE_NOOP("Actions", "Ann&otations"), lambda do: do.view.toggle_page("annotations"), icon="annotations", keys=("Ctrl+Shift+A",), checkable=True, needs=Need.PROJECT),
    Spec("page-findings", "pages", QT_TRANSLATE_NOOP("Actions", "&Findings"), lambda do: do.view.toggle_page("findings"), keys=("Ctrl+Shift+M",), checkable=True, needs=Need.PROJECT),
    Spec("page-questions", "pages", QT_TRANSLATE_NOOP("Actions", "&Questions"), lambda do: do.view.toggle_page("questions"), icon="help", keys=("Ctrl+J",), checkable=True, needs=Need.PROJECT),
    Spec("page-guidelines", "pages", QT_TRANSLATE_NOOP("Actions", "&Guidelines"), lambda do: do.view.toggle_page("guidelines"), icon="guidelines", keys=("Ctrl+G",), checkable=True, needs=Need.PROJECT),
    Spec("focus-mode", "view", QT_TRANSLATE_NOOP("Actions", "The te&xt alone"), lambda do: do.view.toggle_focus_mode(), keys=("F11",), checkable=True, needs=Need.PROJECT),
    Spec("next-pane", "view", QT_TRANSLATE_NOOP("Actions", "Next &pane"), lambda do: do.view.next_pane(1), keys=("F6",), rule=True),
    Spec("previous-pane", "view", QT_TRANSLATE_NOOP("Actions", "Pre&vious pane"), lambda do: do.view.next_pane(-1), keys=("Shift+F6",)),
    Spec("larger-pane", "view", QT_TRANSLATE_NOOP("Actions", "Make the pane larger"), lambda do: do.view.resize_pane(1), keys=("Ctrl+F6",)),
    Spec("smaller-pane", "view", QT_TRANSLATE_NOOP("Actions", "Make the pane smaller"), lambda do: do.view.resize_pane(-1), keys=("Ctrl+Shift+F6",)),

    Spec("review", "review", QT_TRANSLATE_NOOP("Actions", "&Agreement and decisions…"), lambda do: do.review.open(), keys=("Ctrl+Shift+R",), needs=Need.PROJECT),

    Spec("rulings", "review", QT_TRANSLATE_NOOP("Actions", "&Guideline decisions…"), lambda do: do.rulings.open(), icon="guidelines", keys=("Ctrl+Shift+G",), needs=Need.PROJECT),
    Spec("pace", "review", QT_TRANSLATE_NOOP("Actions", "&Your pace…"), lambda do: do.pace.open(), icon="history", keys=("Ctrl+Shift+P",), rule=True, needs=Need.PROJECT),

    Spec("palette", "help", QT_TRANSLATE_NOOP("Actions", "&Commands…"), lambda do: do.help.show_palette(), icon="commands", keys=("Ctrl+K",)),
    Spec("shortcuts", "help", QT_TRANSLATE_NOOP("Actions", "&Keyboard"), lambda do: do.help.show_shortcuts(), icon="keyboard", keys=("Shift+F1",)),
    Spec("label-guidelines", "help", QT_TRANSLATE_NOOP("Actions", "What the guidelines say of the &label"), lambda do: do.guidelines.show_label(), icon="guidelines", keys=("F1",), needs=Need.PROJECT),
    Spec("support-report", "help", QT_TRANSLATE_NOOP("Actions", "Copy report for &support"), lambda do: do.help.copy_support_report(), icon="copy", rule=True),
    Spec("log-folder", "help", QT_TRANSLATE_NOOP("Actions", "Open log &folder"), lambda do: do.help.open_log_folder(), icon="folder"),
    Spec("about", "help", QT_TRANSLATE_NOOP("Actions", "&About Hashiya"), lambda do: do.help.show_about(), icon="hashiya", rule=True),
)
# fmt: on

MENUS = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "annotate": QT_TRANSLATE_NOOP("Actions", "&Annotate"),
    "article": QT_TRANSLATE_NOOP("Actions", "Ar&ticle"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "review": QT_TRANSLATE_NOOP("Actions", "&Review"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}
"""The menus in their order, with their titles."""

SUBMENUS = {
    "zones": ("zone", QT_TRANSLATE_NOOP("Actions", "O&ut of scope as")),
    "select": ("clear", QT_TRANSLATE_NOOP("Actions", "Select and &go to")),
    "labels": ("repeat-label", QT_TRANSLATE_NOOP("Actions", "Ta&g as")),
    "edges": ("cycle-overlapping", QT_TRANSLATE_NOOP("Actions", "&Edges and clitics")),
    "speakers": ("edit-note", QT_TRANSLATE_NOOP("Actions", "&Speakers of a quote")),
    "findings": ("zone", QT_TRANSLATE_NOOP("Actions", "&Findings and questions")),
    "pages": ("side-panel", QT_TRANSLATE_NOOP("Actions", "Pa&ges of the side panel")),
    "spacing": ("spacing-next", QT_TRANSLATE_NOOP("Actions", "&Line spacing")),
    "column": ("column-next", QT_TRANSLATE_NOOP("Actions", "Column &width")),
}
"""Menus inside a menu: the command after which they stand there, and their titles."""
