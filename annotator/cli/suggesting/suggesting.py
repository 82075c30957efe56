"""The command, and how it prints what is suggested."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from annotator.cli import arguments, terminal
from annotator.cli.suggesting.evaluating import print_evaluation
from annotator.model import Status
from annotator.progress import Counter, Progress
from annotator.project import Project
from annotator.suggest.reasons import reason_words
from annotator.suggest.values import Suggestion

LONGEST_QUOTED = 60
"""Characters of a suggestion that are printed; of a longer one the middle is left out."""


class _Found(NamedTuple):
    """A suggestion with the words meant; the article that it is of is not kept."""

    article: str
    text: str
    suggestion: Suggestion


def register(app: typer.Typer) -> None:
    app.command(
        name="suggest",
        epilog=arguments.examples(
            "hashiya suggest karabakh --annotator sara --article 3",
            "hashiya suggest karabakh --annotator sara --jsonl suggestions.jsonl",
            "hashiya suggest karabakh --annotator sara --evaluate --json quality.json",
        ),
    )(suggest)


def suggest(
    project: arguments.ExistingProject,
    annotator: Annotated[
        str, typer.Option("--annotator", metavar="NAME", help="For whom: what they know counts.")
    ],
    article: Annotated[
        str | None,
        typer.Option(
            "--article",
            metavar="ARTICLE",
            help="In one article, by number, id or title; without it in all that NAME has not finished.",
        ),
    ] = None,
    jsonl: Annotated[
        Path | None,
        typer.Option(
            "--jsonl", metavar="FILE", help="Write the suggestions to a file instead, one a line."
        ),
    ] = None,
    evaluate: Annotated[
        bool,
        typer.Option(
            "--evaluate",
            help="Leave out each finished article in turn and say how good suggestions would have been.",
        ),
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--json", metavar="FILE", help="With --evaluate: write the figures to a file."
        ),
    ] = None,
    allow_shared: Annotated[
        bool | None,
        typer.Option(
            "--allow-shared/--forbid-shared",
            help="From now on, suggest in articles that several annotate, or do not (as it is in a new project).",
        ),
    ] = None,
) -> None:
    """Print what could be annotated, one suggestion a line.

    A line has article, start, end, label, score, engine, the words meant and the reason, parted by tabs. Offsets are code points.
    Suggestions are learnt from finished gold and from NAME's own annotations, never from a colleague's. Nothing is annotated.
    """
    if evaluate and (article is not None or jsonl is not None):
        raise typer.BadParameter(
            "--evaluate looks at all finished articles: leave --article and --jsonl out"
        )
    if out is not None and not evaluate:
        raise typer.BadParameter(
            "--json is for the figures of --evaluate; suggestions go to --jsonl FILE"
        )
    if allow_shared is not None:
        _set_shared(project, allowed=allow_shared)
    with (
        Project.open(project, read_only=True) as opened,
        terminal.progress("suggesting") as progress,
    ):
        if evaluate:
            print_evaluation(opened, annotator, out, progress)
            return
        wanted = None if article is None else opened.find_entry(article).id
        found = list(_suggested(opened, annotator, wanted, progress))
    if jsonl is not None:
        _write(jsonl, found)
    else:
        for one in found:
            _print(one)
    _sum_up(found)


def _set_shared(project: Path, *, allowed: bool) -> None:
    from dataclasses import replace

    with Project.open(project) as opened:
        opened.change_review_settings(lambda now: replace(now, suggest_on_shared=allowed))


def _suggested(
    project: Project, annotator: str, wanted: str | None, progress: Progress
) -> Iterator[_Found]:
    from annotator.project.suggesting.knowledge import engine_for, shared_articles
    from annotator.project.suggesting.models import model_for

    is_allowed = project.review_settings().suggest_on_shared
    shared = frozenset[str]() if is_allowed else shared_articles(project, annotator)
    ids = _ids(project, annotator, wanted)
    kept_out = [article_id for article_id in ids if article_id in shared]
    if kept_out:
        terminal.complain(_why_not(kept_out))
    ids = [article_id for article_id in ids if article_id not in shared]
    if not ids:
        return
    engine = engine_for(project, annotator, progress)
    engine.adopt(model_for(project, annotator, engine.lesson(), progress))
    counter = Counter(progress, len(ids))
    for article_id in ids:
        counter.step()
        article = project.article(article_id)
        for suggestion in engine.suggest(article, project.layer(article_id, annotator)):
            yield _Found(article_id, suggestion.span.of(article.text), suggestion)
    counter.finish()


def _why_not(kept_out: list[str]) -> str:
    which = f"article {kept_out[0]}" if len(kept_out) == 1 else f"{len(kept_out)} articles"
    return (
        f"nothing is suggested in {which} that several annotate, so that how far they agree stays a fact; "
        "--allow-shared lets the project do it"
    )


def _ids(project: Project, annotator: str, wanted: str | None) -> list[str]:
    """Return the article asked for, or all that the annotator has not finished, in the order of import."""
    if wanted is not None:
        return [wanted]
    done = {i for i, one in project.summaries(annotator).items() if one.status == Status.DONE}
    return [entry.id for entry in project.entries() if entry.id not in done]


def _print(found: _Found) -> None:
    words, suggestion = " ".join(found.text.split()), found.suggestion
    if len(words) > LONGEST_QUOTED:
        words = f"{words[: LONGEST_QUOTED // 2]} … {words[-LONGEST_QUOTED // 2 :]}"
    terminal.say_row(
        found.article,
        suggestion.span.start,
        suggestion.span.end,
        suggestion.label,
        f"{suggestion.score:.2f}",
        suggestion.engine,
        f"⟦{words}⟧",
        reason_words(suggestion.reason),
    )


def _line(found: _Found) -> str:
    """Return a suggestion as programs read it."""
    suggestion = found.suggestion
    speaker = suggestion.speaker
    value = {
        "article": found.article,
        "start": suggestion.span.start,
        "end": suggestion.span.end,
        "label": suggestion.label,
        "text": found.text,
        "score": suggestion.score,
        "engine": str(suggestion.engine),
        "reason": reason_words(suggestion.reason),
        "attributes": dict(suggestion.attributes),
        "speaker": None if speaker is None else {"start": speaker.start, "end": speaker.end},
    }
    return json.dumps(value, ensure_ascii=False) + "\n"


def _write(path: Path, found: list[_Found]) -> None:
    from annotator.project.iaa.report_files import write_text

    lines = "".join(map(_line, found))
    if str(path) == arguments.STREAM:
        with terminal.output() as stream:
            stream.write(lines.encode("utf-8"))
        return
    write_text(path, lines)


def _sum_up(found: list[_Found]) -> None:
    number = len({one.article for one in found})
    suggestions = "1 suggestion" if len(found) == 1 else f"{len(found)} suggestions"
    articles = "1 article" if number == 1 else f"{number} articles"
    terminal.tell(f"{suggestions} in {articles}" if found else "nothing to suggest")
