"""What becomes of what an importer read: labels of the file become the project's, and what is wrong is said once for each kind."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from annotator.importers.base import (
    Flaw,
    Imported,
    Importer,
    ImportOptions,
    Noted,
    Outcome,
    Refused,
)
from annotator.importers.common_options import REFUSE
from annotator.importers.labels import DROP
from annotator.model import Annotation, Layer

MOST_LABELS = 30
"""Unknown labels that a refusal lists; the rest are counted."""


def read(importer: Importer, path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Read a file as ``importer`` does, with the labels and types of the project, and what was left out at the end.

    An article with a label that the project does not have, and no rule names, is not taken; they are refused together.
    """
    account = _Account(path.name, options)
    for outcome in importer.read(path, options):
        if not isinstance(outcome, Imported):
            yield outcome
            continue
        settled = account.settle(outcome)
        if settled is not None:
            yield settled
    yield from account.said()


class _Account:
    """What was met in one file that is told at its end."""

    def __init__(self, name: str, options: ImportOptions) -> None:
        self._name = name
        self._options = options
        self._types = {relation.name for relation in options.schema.relations}
        self._flaws: dict[str, tuple[int, Flaw]] = {}
        self._unknown: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()
        self._refused = 0
        self._first = ""

    def settle(self, imported: Imported) -> Outcome | None:
        """Return the article as it is taken, or why it is not; None where that is told at the end."""
        made_before = len(self._options.labels.added)
        unknown = self._unknown_labels(imported)
        if unknown:
            self._unknown.update(unknown)
            self._refused += 1
            self._first = self._first or imported.where
            return None
        flaws = [_placed(flaw, imported.where) for flaw in imported.flaws]
        layers = tuple(self._settle_layer(layer, imported, flaws) for layer in imported.layers)
        if flaws and self._options.bad_spans == REFUSE:
            first = flaws[0]
            more = f" (and {len(flaws) - 1} more in it)" if len(flaws) > 1 else ""
            return Refused(
                first.where or imported.where,
                f"{first.reason}{more}; the article was not taken, as asked",
            )
        for flaw in flaws:
            count, first = self._flaws.get(flaw.kind, (0, flaw))
            self._flaws[flaw.kind] = (count + 1, first)
        new = list(self._options.labels.added.items())[made_before:]
        notes = tuple(f"label {label.name} was added, for {raw} of the file" for raw, label in new)
        return replace(imported, layers=layers, notes=(*imported.notes, *notes), flaws=())

    def said(self) -> Iterator[Outcome]:
        if self._unknown:
            yield Refused(self._first or self._name, self._unknown_words())
        for kind, (count, first) in self._flaws.items():
            the_first = "; the first" if count > 1 else ""
            yield Refused(first.where, f"left out {count} {kind}{the_first}: {first.reason}")
        for raw, count in self._left_out.most_common():
            yield Noted(f"left out {count} of label {raw}, as asked")

    def _unknown_labels(self, imported: Imported) -> Counter[str]:
        here = self._options.labels.here
        return Counter(a.label for layer in imported.layers for a in layer if here(a.label) is None)

    def _relabelled(self, annotation: Annotation, label: str) -> Annotation:
        """Return an annotation with the project's label; what it was suggested as is called as the project calls it too."""
        offer = annotation.offer
        if offer is not None:
            here = self._options.labels.here(offer.label)
            offer = replace(offer, label=offer.label if here in (None, DROP) else here)
        return replace(annotation, label=label, offer=offer)

    def _settle_layer(self, layer: Layer, imported: Imported, flaws: list[Flaw]) -> Layer:
        annotations: dict[str, Annotation] = {}
        for name, annotation in layer.annotations.items():
            label = self._options.labels.here(annotation.label)
            if label == DROP or label is None:
                self._left_out[annotation.label] += 1
            else:
                same = label == annotation.label
                annotations[name] = annotation if same else self._relabelled(annotation, label)
        kept = {r for r in layer.relations if r.head in annotations and r.dependent in annotations}
        known = frozenset(relation for relation in kept if relation.type in self._types)
        for relation in sorted(kept - known):
            names = ", ".join(sorted(self._types)) or "none"
            reason = f"relation type {relation.type!r} is not in the schema, whose relations are: {names}"
            flaws.append(Flaw(f"link(s) of type {relation.type}", imported.where, reason))
        if known == layer.relations and annotations == layer.annotations:
            return layer
        return replace(layer, annotations=annotations, relations=known)

    def _unknown_words(self) -> str:
        listed = ", ".join(
            f"{raw!r} {count}" for raw, count in self._unknown.most_common(MOST_LABELS)
        )
        more = len(self._unknown) - MOST_LABELS
        listed += f" and {more} more" if more > 0 else ""
        first = next(iter(self._unknown))
        known = ", ".join(self._options.schema.label_names)
        articles = "1 article was" if self._refused == 1 else f"{self._refused} articles were"
        return (
            f"{articles} not taken, whose labels are not in the schema: {listed}. The project's are {known}; say what they are "
            f"here, as in --labels {first}=LABEL ({first}=- leaves it out), or make them with --labels add"
        )


def _placed(flaw: Flaw, where: str) -> Flaw:
    return replace(flaw, where=": ".join(part for part in (where, flaw.where) if part))
