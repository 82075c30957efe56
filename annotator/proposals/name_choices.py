"""The canonical names to choose from for what is marked, the likeliest first."""

from annotator.model.names import Registry
from annotator.proposals.used_names import NameProposal, NameReason, UsedNames
from annotator.text.spelling.forms import name_key
from annotator.text.spelling.sound import sound_alike

SHORTEST_WORD = 3
"""Letters of a word that tells two names apart; shorter ones are in many."""


def choices(
    label: str, written: str, used: UsedNames, registry: Registry, most: int = 3
) -> tuple[NameProposal, ...]:
    """Return up to ``most`` names, nobody twice, the likeliest first.

    What is known of these words, names that share a word, names that sound alike in another script, the words themselves.
    """
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
    """Return names that share a word with what is written, then those that sound like it in another script."""
    words = _words(written)
    forms = {name: {name} for name in used.names(label)}
    for known in registry.of(label):
        forms.setdefault(known.canonical, set()).update(known.forms)
    sharing = [name for name, ways in forms.items() if any(words & _words(way) for way in ways)]
    heard = [name for name, ways in forms.items() if any(sound_alike(written, way) for way in ways)]
    return [
        *(NameProposal(name, NameReason.RELATED) for name in sharing),
        *(NameProposal(name, NameReason.SOUND) for name in heard),
    ]


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word.removeprefix("ال") for word in name_key(text).split() if len(word) >= SHORTEST_WORD
    )
