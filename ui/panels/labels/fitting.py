"""How wide each label of the strip is: as much of all of them as the row has room for."""

from collections.abc import Sequence

from ui.panels.labels.label_button import Density, LabelButton


def widths(buttons: Sequence[LabelButton], room: int) -> tuple[Density, list[int]]:
    """Return how dense the labels stand, and the widths of those that have room, in logical pixels."""
    for density in (Density.WHOLE, Density.WITHOUT_COUNT, Density.SMALL):
        wanted = [button.width_at(density) for button in buttons]
        if sum(wanted) <= room:
            return density, wanted
    least = [button.width_at(Density.CUT) for button in buttons]
    while least and sum(least) > room:
        least.pop()
    return Density.CUT, shared(least, wanted[: len(least)], room)


def shared(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Share ``room`` so that everyone has its least, nobody more than wanted, and the long names give way first."""
    given = list(least)
    spare = room - sum(given)
    open_places = [i for i in range(len(given)) if given[i] < wanted[i]]
    while spare > 0 and open_places:
        share = max(spare // len(open_places), 1)
        for place in list(open_places):
            more = min(share, wanted[place] - given[place], spare)
            given[place] += more
            spare -= more
            if given[place] >= wanted[place]:
                open_places.remove(place)
    return given
