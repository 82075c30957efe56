"""`hashiya status`: who has finished what, how far gold is, and what changed last."""

from typing import Annotated, Any

import typer

from annotator.adjudication.states import Tally
from annotator.cli import arguments, terminal
from annotator.cli.tables import table
from annotator.project import Project
from annotator.review.status import ProjectStatus, Standing, status_of

NEVER = "-"


def register(app: typer.Typer) -> None:
    app.command(
        name="status",
        epilog=arguments.examples(
            "hashiya status karabakh", "hashiya status karabakh --json | jq .gold.open"
        ),
    )(show_status)


def show_status(
    project: arguments.ExistingProject,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but complaints.")] = False,
) -> None:
    """Say who has finished what, what is open in gold, by kind, and when anything changed last. Reads only."""
    with (
        Project.open(project, read_only=True) as opened,
        terminal.progress("reading") as progress,
    ):
        found = status_of(opened, progress)
    if quiet:
        return
    if as_json:
        terminal.say_json(_record(found))
        return
    terminal.say(*_lines(found))


def _lines(found: ProjectStatus) -> list[str]:
    people = [
        [
            one.name,
            str(one.finished),
            str(one.in_progress),
            str(found.articles - one.finished - one.in_progress),
            str(one.annotations),
            _day(one.changed),
            _counts(one),
        ]
        for one in found.people
    ]
    head = ("annotator", "finished", "in progress", "new", "annotations", "last change", "counts")
    lines = [f"{found.title}: {_articles(found.articles)}, last changed {_day(found.changed)}"]
    lines += table(head, people) if people else ["nobody has annotated anything yet"]
    gold = found.gold
    lines.append(
        f"gold: {gold.finished} of {_articles(found.reviewable)} that two or more have finished is done, "
        f"{gold.in_progress} in progress, {gold.annotations} annotations, last change {_day(gold.changed)}"
    )
    return [*lines, *_open(found)]


def _open(found: ProjectStatus) -> list[str]:
    tally = found.tally
    if not tally.open:
        return ["nothing is open"] if found.reviewable else []
    rows = [[words, str(count)] for words, count in _kinds(tally) if count]
    rows.append(["all", str(tally.open)])
    where = _articles(len(found.open_articles))
    return [f"open in {where}:", *table(("what", "open"), rows)]


def _kinds(tally: Tally) -> tuple[tuple[str, int], ...]:
    return (
        ("spans and labels", tally.open_spans),
        ("values", tally.open_values),
        ("links", tally.open_links),
        ("zones", tally.open_zones),
        ("changed since they were settled", tally.changed),
        ("agreed, waiting for a merge", tally.waiting),
        ("agreed, not settled by the project's rule", tally.agreed - tally.waiting),
    )


def _counts(one: Standing) -> str:
    """Return a role, and what does not count as usual."""
    left_out = [
        words
        for words, counts in (("not for gold", one.for_gold), ("not for agreement", one.for_iaa))
        if not counts
    ]
    return ", ".join(word for word in (one.role, *left_out) if word)


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"


def _day(when: str) -> str:
    return when[:16].replace("T", " ") or NEVER


def _record(found: ProjectStatus) -> dict[str, Any]:
    tally = found.tally
    return {
        "title": found.title,
        "articles": found.articles,
        "last_change": found.changed or None,
        "annotators": [_person(one) for one in found.people],
        "gold": {
            "articles": found.reviewable,
            "finished": found.gold.finished,
            "in_progress": found.gold.in_progress,
            "annotations": found.gold.annotations,
            "last_change": found.gold.changed or None,
            "open": {
                "all": tally.open,
                "spans": tally.open_spans,
                "values": tally.open_values,
                "links": tally.open_links,
                "zones": tally.open_zones,
                "changed": tally.changed,
                "agreed": tally.agreed,
                "waiting": tally.waiting,
            },
            "settled": {"decided": tally.decided, "merged": tally.merged, "spans": tally.clusters},
            "open_articles": dict(found.open_articles),
        },
    }


def _person(one: Standing) -> dict[str, Any]:
    return {
        "annotator": one.name,
        "finished": one.finished,
        "in_progress": one.in_progress,
        "annotations": one.annotations,
        "last_change": one.changed or None,
        "role": one.role,
        "for_gold": one.for_gold,
        "for_iaa": one.for_iaa,
    }
