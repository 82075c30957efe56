"""Merging by rule once more, slowly and from its definition: what gold is to be, worked out from nothing.

Shares no code with `annotator.adjudication`; everything is tried against everything.
"""

from fractions import Fraction
from math import floor

from annotator.model import Layer


def merged(layers: list[Layer], rule: str, votes: int, over: str, trusted: str, labels: list[str]):
    """Return (span, label, values), links by the marks of their ends, and zones that an empty gold gets."""
    names = [layer.annotator for layer in layers]

    def enough(count: int, voters: int) -> bool:
        if rule == "threshold":
            return count >= votes
        if count < 2:
            return False
        return count > voters - count if rule == "majority" else count == voters

    def exists(who: set[str], voters: set[str]) -> bool:
        if rule == "trusted" and trusted in voters:
            return trusted in who
        return enough(len(who), len(voters))

    everywhere = {zone for layer in layers for zone in layer.zones}
    zones = {
        zone
        for zone in everywhere
        if exists({one.annotator for one in layers if zone in one.zones}, set(names))
    }
    refused = everywhere - zones if rule == "trusted" and trusted in names else set()
    outside = {n for zone in everywhere - refused for n in range(zone.span.start, zone.span.end)}
    work = {}  # annotator -> mark -> values; of copies the first id's word counts
    for layer in layers:
        own = work.setdefault(layer.annotator, {})
        for one in sorted(layer.annotations.values(), key=lambda one: one.id):
            if not set(range(one.start, one.end)) <= outside:
                values = own.setdefault((one.start, one.end, one.label), {})
                for name, value in one.attributes.items():
                    values.setdefault(name, value)
    gold, stands = [], {}
    for group in groups(work, labels):
        makers = {name: mark for mark in group for name in names if mark in work[name]}
        mark = winner(makers, group, len(names), rule, over, trusted, names, enough)
        if mark is None:
            continue
        alike = {name for name, own in makers.items() if own[2] == mark[2]}
        values = {}
        for key in {key for name in alike for key in work[name][makers[name]]}:
            given = {
                name: work[name][makers[name]][key]
                for name in alike
                if key in work[name][makers[name]]
            }
            value = settled(given, alike, rule, votes, trusted)
            if value:
                values[key] = value
        gold.append((mark, frozenset(values.items())))
        stands[mark] = {name: makers[name] for name in alike}
    links = {}
    for layer in layers:
        for link in layer.relations:
            ends = []
            for key in (link.head, link.dependent):
                one = layer.annotations[key]
                own = (one.start, one.end, one.label)
                ends += [mark for mark, of in stands.items() if of.get(layer.annotator) == own]
            if len(ends) == 2 and ends[0] != ends[1]:
                links.setdefault((link.type, *ends), set()).add(layer.annotator)
    taken = {
        link
        for link, who in links.items()
        if exists(who, stands[link[1]].keys() & stands[link[2]].keys())
    }
    return sorted(gold, key=lambda one: one[0]), taken, zones


def winner(makers, group, finished, rule, over, trusted, names, enough):
    if rule == "trusted":
        return makers.get(trusted) if trusted in names else None
    tally = {mark: sum(own == mark for own in makers.values()) for mark in group}
    best = only_most({mark: n for mark, n in tally.items() if enough(n, finished)})
    if best is not None or over == "variant" or len(group) == 1:
        return best
    by_label = {}
    for mark, n in tally.items():
        by_label[mark[2]] = by_label.get(mark[2], 0) + n
    label = only_most({label: n for label, n in by_label.items() if enough(n, finished)})
    return only_most({mark: n for mark, n in tally.items() if mark[2] == label})


def only_most(tally):
    """Return what has the most, None where that is several or nothing."""
    top = [one for one, n in tally.items() if n == max(tally.values())]
    return top[0] if len(top) == 1 else None


def settled(given, alike, rule, votes, trusted):
    if rule == "trusted" and trusted in alike:
        return given.get(trusted, "")
    tally = {value: list(given.values()).count(value) for value in given.values()}
    if len(tally) == 1:
        return next(iter(tally))
    if rule == "majority":
        return only_most({value: n for value, n in tally.items() if n > len(given) - n})
    if rule == "threshold":
        return only_most({value: n for value, n in tally.items() if n >= votes})
    return None


def groups(work, labels):
    """Put marks together: the same place, then one label by overlap, then anything that overlaps by half."""
    order = {label: n for n, label in enumerate(labels)}
    marks = sorted({m for own in work.values() for m in own}, key=lambda m: (*m[:2], order[m[2]]))
    pairs = [(a, b) for n, a in enumerate(marks) for b in marks[n + 1 :]]
    overlap = {}
    for a, b in pairs:
        both, either = min(a[1], b[1]) - max(a[0], b[0]), max(a[1], b[1]) - min(a[0], b[0])
        if both > 0:
            overlap[a, b] = floor(Fraction(both, either) * 2**20)
    ranked = sorted(overlap, key=lambda p: (-overlap[p], marks.index(p[0]), marks.index(p[1])))
    found = [[mark] for mark in marks]

    def who(mark):
        return {name for name, own in work.items() if mark in own}

    def join(a, b):
        one = next(group for group in found if a in group)
        other = next(group for group in found if b in group)
        fits = one is not other and all(
            not who(x) & who(y) and x[0] < y[1] and y[0] < x[1] for x in one for y in other
        )
        if fits:
            found.remove(other)
            one.extend(other)

    for a, b in pairs:
        if a[:2] == b[:2]:
            join(a, b)
    for a, b in ranked:
        if a[2] == b[2]:
            join(a, b)
    for a, b in ranked:
        if overlap[a, b] >= 2**19:
            join(a, b)
    return found
