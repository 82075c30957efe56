"""The canonical names to choose from for what is marked, the likeliest first."""

from annotator.model.names import Registry
from annotator.proposals.used_names import NameProposal, NameReason, UsedNames
from annotator.text.folding import fold_key

SHORTEST_WORD = 3
"""Letters of a word that tells two names apart; shorter ones are in many."""


def choices(
    label: str, written: str, used: UsedNames, registry: Registry, most: int = 3
) -> tuple[NameProposal, ...]:
    """Return up to ``most`` names, nobody twice: what is known of these words, names that share a word, the words themselves."""
    found: dict[str, NameProposal] = {}
    for proposal in (
        used.propose(label, written, registry),
        *used.given_to(label, written),
        *_related(label, written, used, registry),
        NameProposal(" ".join(written.split()), NameReason.WRITTEN),
    ):
        if proposal is not None and proposal.canonical:
            found.setdefault(proposal.canonical, proposal)
    return tuple(found.values())[:most]


def _related(label: str, written: str, used: UsedNames, registry: Registry) -> list[NameProposal]:
    words = _words(written)
    forms = {name: {name} for name in used.names(label)}
    for known in registry.of(label):
        forms.setdefault(known.canonical, set()).update(known.forms)
    return [
        NameProposal(name, NameReason.RELATED)
        for name, ways in forms.items()
        if any(words & _words(way) for way in ways)
    ]


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word.removeprefix("ال") for word in fold_key(text).split() if len(word) >= SHORTEST_WORD
    )
