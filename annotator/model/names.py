"""Canonical names with their aliases: the project's registry, and what becomes of it when names are put together.

Names are compared as a search compares them, so spellings that differ in hamza, ta marbuta, Persian letters or marks are
one name, and so are أبو ظبي and أبوظبي, سوريا and سورية (`annotator.text.spelling`); what no rule knows, دميتري and
ديمتري, قره باغ and كاراباخ, is said by aliases.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from annotator.errors import AnnotatorError
from annotator.text.spelling.forms import name_key, name_keys


@dataclass(frozen=True, slots=True)
class Name:
    """One canonical name of a label's annotations, and other ways to write it."""

    label: str
    canonical: str
    aliases: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.canonical, *self.aliases)


@dataclass(frozen=True)
class Registry:
    """The names of a project, in the order they were entered."""

    names: tuple[Name, ...] = ()
    _by_key: dict[tuple[str, str], Name] = field(
        default_factory=dict[tuple[str, str], Name], init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        for name in reversed(self.names):
            for form in reversed(name.forms):
                for key in reversed(name_keys(form)):
                    self._by_key[name.label, key] = name
        for name in reversed(self.names):  # a name is its own before it is another one's alias
            self._by_key[name.label, name_key(name.canonical)] = name

    def find(self, label: str, written: str) -> Name | None:
        """Return the name that ``written`` is a form of, spelling habits apart."""
        found = (self._by_key.get((label, key)) for key in name_keys(written))
        return next((name for name in found if name is not None), None)

    def of(self, label: str) -> tuple[Name, ...]:
        return tuple(name for name in self.names if name.label == label)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name.label for name in self.names))

    def with_name(self, name: Name) -> "Registry":
        """Return the registry with ``name``, in the place of the one with the same canonical name."""
        name = _tidy(name)
        names = [n for n in self.names if (n.label, n.canonical) != (name.label, name.canonical)]
        place = next(
            (
                i
                for i, n in enumerate(self.names)
                if (n.label, n.canonical) == (name.label, name.canonical)
            ),
            len(names),
        )
        return Registry((*names[:place], name, *names[place:]))

    def without(self, label: str, canonical: str) -> "Registry":
        return Registry(
            tuple(n for n in self.names if (n.label, n.canonical) != (label, canonical))
        )

    def renamed(self, label: str, old: str, new: str) -> "Registry":
        """Return the registry with one name called otherwise; the old way to write it becomes an alias.

        A name that is there already takes the other one in, with all its aliases: that is merging.
        """
        new = " ".join(new.split())
        if not new:
            raise AnnotatorError(
                f"{old!r} needs a name to be known by: type one, or remove the entry"
            )
        gone = self.named(label, old) or Name(label, old)
        there = self.named(label, new) or Name(label, new)
        forms = (*there.aliases, *gone.forms) if new != old else gone.aliases
        taken = replace(there, aliases=tuple(forms))
        place = next((i for i, n in enumerate(self.names) if n == gone), len(self.names))
        if self.named(label, new) is not None and new != old:
            return self.without(label, old).with_name(taken)
        names = [n for n in self.names if n != gone]
        return Registry((*names[:place], _tidy(taken), *names[place:]))

    def named(self, label: str, canonical: str) -> Name | None:
        return next((n for n in self.names if n.label == label and n.canonical == canonical), None)


@dataclass(frozen=True, slots=True)
class NameChange:
    """A name as somebody saw it and as it shall be; ``new`` None takes the entry off the list.

    The registry may have changed since it was seen, by a colleague's hand: what they added stays.
    """

    old: Name
    new: Name | None

    def apply(self, registry: Registry) -> Registry:
        """Return the registry after the change; a name that is there already takes the renamed one in."""
        old, new = self.old, self.new
        there = registry.named(old.label, old.canonical)
        unseen = tuple(a for a in there.aliases if a not in old.forms) if there else ()
        if new is None:
            kept = registry.without(old.label, old.canonical)
            return kept.with_name(replace(old, aliases=unseen)) if unseen else kept
        aliases = (*new.aliases, *unseen)
        registry = registry.with_name(replace(old, aliases=aliases))
        if new.canonical == old.canonical:
            return registry
        return registry.renamed(old.label, old.canonical, new.canonical)


def from_uses(registry: Registry, uses: Iterable[tuple[str, str]]) -> Registry:
    """Return the registry with every (label, canonical name) that annotations use and it does not have."""
    known = {(name.label, name.canonical) for name in registry.names}
    new = dict.fromkeys(use for use in uses if use[1] and use not in known)
    return Registry((*registry.names, *(Name(label, canonical) for label, canonical in new)))


def _tidy(name: Name) -> Name:
    """Return the name with single spaces, without empty aliases and without aliases that say nothing new."""
    canonical = " ".join(name.canonical.split())
    aliases = dict.fromkeys(" ".join(alias.split()) for alias in name.aliases)
    return replace(
        name, canonical=canonical, aliases=tuple(a for a in aliases if a and a != canonical)
    )
