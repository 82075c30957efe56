"""Shared files are written by one function that takes the change; only files that are not there yet are written otherwise."""

import ast
from pathlib import Path

SHARED = Path(__file__).parents[3] / "annotator" / "store" / "shared"
PROJECT = Path(__file__).parents[3] / "annotator" / "project"
WRITING = {"insert", "update", "clear", "remove", "transaction", "write_atomically", "write_file"}
FIRST_TIME = {
    "create_project_file",  # into an empty folder
    "create_catalog",  # into an empty folder, or where the damaged one was put aside
    "mend_names",  # where the damaged one was put aside
    "add_names",  # to the one that was just made again, under the lock of the list
    "mend_rulings",  # where the damaged one was put aside
    "add_rulings",  # to the one that was just made again, under the lock of the project
    "write_article",  # a text is written once
    "adding",  # takes back what it wrote itself
    "_write_schema",  # a part of create_project_file and change_schema
    "_rewrite",
    "_keep",  # the guidelines that are about to be replaced, under a name that nothing has
}
CARRIED_OUT = {"carry_out", "change_file", "change_text"}


def writers(path: Path) -> set[str]:
    """Return the functions of a module that write, each by the name of the innermost one."""
    found: set[str] = set()

    def visit(node: ast.AST, function: str) -> None:
        for child in ast.iter_child_nodes(node):
            inner = child.name if isinstance(child, ast.FunctionDef) else function
            if isinstance(child, ast.Call):
                called = child.func
                name = (
                    called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                )
                if name in WRITING and not _is_of_a_dictionary(called):
                    found.add(function)
            visit(child, inner)

    visit(ast.parse(path.read_text(encoding="utf-8")), "")
    return found


def _is_of_a_dictionary(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and getattr(called.value, "id", "") in (
        "row",
        "record",
    )


def test_every_change_of_a_shared_file_is_a_function_of_what_is_on_disk() -> None:
    for path in sorted(SHARED.glob("*.py")):
        assert writers(path) <= FIRST_TIME | CARRIED_OUT, path.name


def test_the_rule_is_looked_for_where_it_can_be_broken(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text("def save(table, rows):\n    table.insert(rows)\n", encoding="utf-8")
    assert writers(bad) == {"save"}


def test_the_project_s_own_modules_write_no_shared_file_past_it() -> None:
    for name in ("folder.py", "project.py", "names.py", "review_settings.py"):
        source = (PROJECT / name).read_text(encoding="utf-8")
        assert "open_database" not in source, name
        assert "write_atomically" not in source, name
