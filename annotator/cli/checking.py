"""`hashiya check`: is every file of a project whole?"""

import typer

from annotator.cli import arguments, terminal
from annotator.project import Project


def register(app: typer.Typer) -> None:
    app.command(name="check", epilog=arguments.examples("hashiya check karabakh"))(check)


def check(project: arguments.ExistingProject) -> None:
    """Check every file, offset, text hash and link of a project and say how to mend what is wrong.

    Reads only. Exits with 1 when something cannot be read or is not true; warnings and notes alone exit with 0.
    """
    with Project.open(project, read_only=True) as opened:
        report = opened.check()
    terminal.say(*report.lines())
    if any(problem.severity == "error" for problem in report.problems):
        raise typer.Exit(1)
