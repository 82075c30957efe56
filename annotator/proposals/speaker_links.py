"""What one press of the speaker key does: link the best proposal, move on to the next one, add one more, unlink."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it reads texts, this does not
    from annotator.proposals.speakers import SpeakerProposal


@dataclass(frozen=True, slots=True)
class LinkChange:
    """Actors (annotation ids) to unlink from a quotation, and to link to it."""

    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()


def advance(proposals: "Sequence[SpeakerProposal]", linked: Collection[str]) -> LinkChange:
    """Link the first proposal; where one is linked, put the next one in its place, after the last the first."""
    if not proposals:
        return LinkChange()
    here = _last_linked(proposals, linked)
    if here is None:
        return LinkChange(come=_new(proposals[0], linked)) if not linked else LinkChange()
    gone = proposals[here].actors
    rest = set(linked) - set(gone)
    for step in range(1, len(proposals)):
        following = proposals[(here + step) % len(proposals)]
        if not set(following.actors) <= rest:
            come = tuple(a for a in following.actors if a not in linked)
            return LinkChange(tuple(a for a in gone if a not in following.actors), come)
    return LinkChange()


def add_next(proposals: "Sequence[SpeakerProposal]", linked: Collection[str]) -> LinkChange:
    """Link the likeliest proposal that is not linked yet, beside those that are."""
    for proposal in proposals:
        if come := _new(proposal, linked):
            return LinkChange(come=come)
    return LinkChange()


def take_back(proposals: "Sequence[SpeakerProposal]", linked: Sequence[str]) -> LinkChange:
    """Unlink the least likely of the linked speakers; those nobody proposed go first."""
    proposed = {actor for proposal in proposals for actor in proposal.actors}
    foreign = [actor for actor in linked if actor not in proposed]
    if foreign:
        return LinkChange(gone=(foreign[-1],))
    here = _last_linked(proposals, linked)
    return LinkChange(gone=proposals[here].actors) if here is not None else LinkChange()


def _new(proposal: "SpeakerProposal", linked: Collection[str]) -> tuple[str, ...]:
    return tuple(actor for actor in proposal.actors if actor not in linked)


def _last_linked(proposals: "Sequence[SpeakerProposal]", linked: Collection[str]) -> int | None:
    """Return the place of the least likely proposal all of whose actors are linked."""
    there = [i for i, p in enumerate(proposals) if set(p.actors) <= set(linked)]
    return there[-1] if there else None
