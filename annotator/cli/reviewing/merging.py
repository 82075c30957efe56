"""`hashiya merge`: put into gold what a rule settles, after a look at what that would be."""

from collections.abc import Callable
from functools import lru_cache
from typing import Annotated, Any

import typer

from annotator.adjudication.drafts import Effect
from annotator.adjudication.rules import MergeRule, Over, Rule
from annotator.cli import arguments, terminal
from annotator.model import GOLD, Annotation
from annotator.project import Project
from annotator.review.archive import Archive
from annotator.review.merging import MergePlan, PlanItem, plan_merge
from annotator.review.steps import now

RULES = tuple(map(str, Rule))
OVER = tuple(map(str, Over))


def register(app: typer.Typer) -> None:
    app.command(
        name="merge",
        epilog=arguments.examples(
            "hashiya merge karabakh --rule majority --preview",
            "hashiya merge karabakh --rule threshold --votes 2 --over label",
            "hashiya merge karabakh --rule trusted --trusted sara --json",
        ),
    )(merge)


def merge(
    project: arguments.ExistingProject,
    rule: Annotated[
        str | None,
        typer.Option(
            "--rule",
            metavar="|".join(RULES),
            callback=arguments.one_of(RULES),
            help="What settles a question; the project's own rule if not given.",
        ),
    ] = None,
    votes: Annotated[
        int, typer.Option("--votes", min=1, help="How many votes the threshold asks for.")
    ] = 2,
    over: Annotated[
        str,
        typer.Option(
            "--over",
            metavar="|".join(OVER),
            callback=arguments.one_of(OVER),
            help="Count equal spans with equal labels, or the label with its most frequent edges where no span has enough.",
        ),
    ] = "variant",
    trusted: Annotated[
        str, typer.Option("--trusted", metavar="NAME", help="Whose work the trusted rule takes.")
    ] = "",
    preview: Annotated[
        bool, typer.Option("--preview", help="Say what would be done, and do nothing.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the result as JSON, every item with its place.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but complaints.")] = False,
) -> None:
    """Put into gold what a rule settles in the articles that two annotators or more have finished.

    What a person decided is never touched. What the rule no longer settles stays in gold and is asked again. A line of
    the preview has what is done, kind, article, start, end, label and words, parted by tabs; offsets are code points.
    """
    with Project.open(project, read_only=preview) as opened:
        archive = Archive(opened)
        chosen = _rule(archive, rule, votes, over, trusted)
        with terminal.progress("merging") as progress:
            plan = plan_merge(archive.reviewable, archive.case, chosen, now(), progress)
        if not preview and plan.steps:
            opened.back_up("merge")
            _carry_out(opened, plan)
        if quiet:
            return
        words = _reader(opened)
        if as_json:
            terminal.say_json(_record(plan, preview, words))
            return
        for item in plan.items if preview else ():
            _say_item(item, words(item))
        _sum_up(plan, preview)


def _rule(
    archive: Archive, rule: str | None, votes: int, over: str, trusted: str
) -> MergeRule | None:
    if rule is None:
        return None
    if rule == Rule.TRUSTED and trusted not in archive.annotators:
        known = ", ".join(archive.annotators) or "nobody yet"
        raise typer.BadParameter(
            f"'{trusted}' is nobody whose work counts for gold; there are {known}",
            param_hint="--trusted",
        )
    return MergeRule(Rule(rule), votes, Over(over), trusted)


def _carry_out(project: Project, plan: MergePlan) -> None:
    """Commit all steps. Refused as a whole where gold is not what it was when the plan was made."""
    with project.desk(GOLD) as desk:
        made = [(one.article_id, one.edit(desk.layer(one.article_id))) for one in plan.steps]
        for article_id, edit in made:
            if edit is not None:
                desk.commit(article_id, edit)


def _say_item(item: PlanItem, words: str) -> None:
    label = item.label
    if item.before is not None and item.after is not None and item.before != item.after:
        label = f"{_named(item.before)} > {_named(item.after)}"
    span = item.span.start, item.span.end
    terminal.say_row(str(item.effect), str(item.kind), item.article_id, *span, label, f"⟦{words}⟧")


def _named(made: Annotation) -> str:
    values = " ".join(f"{name}={value}" for name, value in sorted(made.attributes.items()))
    return f"{made.start}-{made.end} {made.label} {values}".strip()


def _reader(project: Project) -> Callable[[PlanItem], str]:
    """Return what gives an item's words; an article is read once, since items come article by article."""

    @lru_cache(1)
    def text(article_id: str) -> str:
        return project.article(article_id).text

    return lambda item: " ".join(item.span.of(text(item.article_id)).split())


def _sum_up(plan: MergePlan, preview: bool) -> None:
    if not plan.steps:
        terminal.complain("nothing to merge: gold is what the rule makes of it")
        return
    if plan.settled_again:
        kept = "would be settled" if preview else "settled"
        terminal.complain(f"{kept} again, gold as it is, in {_articles(plan.settled_again)}")
    if not plan.articles:
        return
    counts = ", ".join(
        f"{count} {words}"
        for effect, words in (
            (Effect.ADDS, "added"),
            (Effect.REMOVES, "removed"),
            (Effect.CHANGES, "changed"),
            (Effect.REOPENS, "to be looked at again"),
        )
        if (count := len(plan.listed(effect)))
    )
    would = "would be merged" if preview else "merged into gold"
    terminal.complain(f"{would}, in {_articles(plan.articles)}: {counts}")


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"


def _record(plan: MergePlan, preview: bool, words: Callable[[PlanItem], str]) -> dict[str, Any]:
    return {
        "offset_unit": "codepoint",
        "rule": str(plan.rule) if plan.rule is not None else "",
        "preview": preview,
        "articles": plan.articles,
        "adds": plan.adds,
        "removes": plan.removes,
        "changes": plan.changes,
        "reopens": plan.reopens,
        "settled_again": plan.settled_again,
        "items": [
            {
                "article": item.article_id,
                "effect": str(item.effect),
                "kind": str(item.kind),
                "start": item.span.start,
                "end": item.span.end,
                "label": item.label,
                "text": words(item),
                "before": _made(item.before),
                "after": _made(item.after),
            }
            for item in plan.items
        ],
    }


def _made(one: Annotation | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "start": one.start,
        "end": one.end,
        "label": one.label,
        "attributes": dict(one.attributes),
    }
