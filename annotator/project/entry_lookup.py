from collections.abc import Iterable

from annotator.errors import ProjectError
from annotator.store.shared.catalog import ArticleEntry

NAMED = 5
"""Candidates named in a refusal before "and N more"."""


def find_entry(entries: Iterable[ArticleEntry], what: str) -> ArticleEntry:
    """Find by id, then number, then exact title, then the start of an id; refuse what fits none or several."""
    entries = tuple(entries)
    what = what.strip()
    for matching in (
        [entry for entry in entries if entry.id == what],
        [entry for entry in entries if str(entry.number) == what],
        [entry for entry in entries if entry.title == what],
        [entry for entry in entries if what and entry.id.startswith(what)],
    ):
        if len(matching) == 1:
            return matching[0]
        if matching:
            raise ProjectError(
                f"{what!r} fits {len(matching)} articles: {_named(matching)}. Use a number"
            )
    if not entries:
        raise ProjectError("the project has no articles yet: `hashiya import` takes some in")
    raise ProjectError(
        f"no article is called {what!r}. Give a number, an id, the start of an id or an exact title: {_named(entries)}"
    )


def _named(entries: Iterable[ArticleEntry]) -> str:
    all_names = [f"{entry.number} ({entry.id}, {entry.title})" for entry in entries]
    more = f" and {len(all_names) - NAMED} more" if len(all_names) > NAMED else ""
    return ", ".join(all_names[:NAMED]) + more
