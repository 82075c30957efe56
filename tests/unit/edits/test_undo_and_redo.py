"""Any work, undo and redo, beside a model that knows nothing of edits: plain dicts, and a copy of them for each step."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotator import edits
from annotator.edits import Edit, Inverse
from annotator.model import Annotation, Layer, Relation, Span, Status, Zone

Plain = dict[str, Any]
LABELS = st.sampled_from(["actor", "date", "quote"])
SPANS = st.tuples(st.integers(0, 8), st.integers(1, 4)).map(lambda a: (a[0], a[0] + a[1]))
WORDS = st.sampled_from(["", "سلام", "x"])
DECISIONS = st.sampled_from(["one", "two"])


def as_plain(layer: Layer) -> Plain:
    return {
        "status": str(layer.status),
        "annotations": {
            a.id: {"span": (a.start, a.end), "label": a.label, "note": a.note, "attributes": dict(a.attributes)}
            for a in layer
        },
        "links": {(r.type, r.head, r.dependent) for r in layer.relations},
        "zones": {(z.span.start, z.span.end) for z in layer.zones},
        "decisions": set(layer.decisions),
    }  # fmt: skip


class Work(RuleBasedStateMachine):
    """One annotator at one article. ``done`` and ``undone`` are the undo stack as the window keeps it."""

    def __init__(self) -> None:
        super().__init__()
        self.layer = Layer("sara", "article")
        self.plain = as_plain(self.layer)
        self.done: list[tuple[Edit, Plain]] = []
        self.undone: list[tuple[Edit, Plain]] = []
        self.made = 0

    def do(self, edit: Edit, change: Callable[[Plain], object]) -> None:
        self.done.append((edit, deepcopy(self.plain)))
        self.undone.clear()
        self.layer = edit.apply(self.layer)
        change(self.plain)

    def pick(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.plain["annotations"])))

    def has_annotations(self) -> bool:
        return bool(self.plain["annotations"])

    def new(self, span: tuple[int, int], label: str) -> Annotation:
        self.made += 1
        return Annotation(f"a{self.made}", Span(*span), label)

    @rule(span=SPANS, label=LABELS)
    def tag(self, span: tuple[int, int], label: str) -> None:
        annotation = self.new(span, label)
        self.do(edits.add(annotation, self.layer), lambda plain: put(plain, annotation, start=True))

    @precondition(has_annotations)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        name = self.pick(data)
        self.do(edits.remove(name, self.layer), lambda plain: drop(plain, [name]))

    @precondition(has_annotations)
    @rule(data=st.data())
    def delete_many(self, data: st.DataObject) -> None:
        names = data.draw(st.lists(st.sampled_from(sorted(self.plain["annotations"])), unique=True))
        self.do(edits.remove_all(names, self.layer), lambda plain: drop(plain, names))

    @precondition(has_annotations)
    @rule(data=st.data(), label=LABELS, span=SPANS, words=WORDS)
    def change(self, data: st.DataObject, label: str, span: tuple[int, int], words: str) -> None:
        name = self.pick(data)
        kind = data.draw(st.sampled_from(["label", "span", "note", "attribute"]))

        def changed(plain: Plain) -> None:
            one = plain["annotations"][name]
            if kind == "attribute":
                one["attributes"] = {"value": words} if words else {}
            else:
                one[kind] = {"label": label, "span": span, "note": words}[kind]

        edit = {
            "label": lambda: edits.relabel(name, label, self.layer),
            "span": lambda: edits.move(name, Span(*span), self.layer),
            "note": lambda: edits.set_note(name, words, self.layer),
            "attribute": lambda: edits.set_attribute(name, "value", words, self.layer),
        }[kind]()
        self.do(edit, changed)

    @precondition(has_annotations)
    @rule(data=st.data())
    def link_or_unlink(self, data: st.DataObject) -> None:
        relation = Relation("speaker", self.pick(data), self.pick(data))
        link = (relation.type, relation.head, relation.dependent)
        if link in self.plain["links"]:
            self.do(edits.unlink(relation), lambda plain: plain["links"].discard(link))
        else:
            self.do(edits.link(relation), lambda plain: plain["links"].add(link))

    @rule(span=SPANS)
    def zone_or_unzone(self, span: tuple[int, int]) -> None:
        zone = Zone(Span(*span))
        if span in self.plain["zones"]:
            self.do(edits.RemoveZone(zone), lambda plain: plain["zones"].discard(span))
        else:
            self.do(edits.AddZone(zone), lambda plain: plain["zones"].add(span))

    @rule(status=st.sampled_from(Status))
    def set_status(self, status: Status) -> None:
        self.do(
            edits.set_status(status, self.layer), lambda plain: plain.update(status=str(status))
        )

    @rule(decision=DECISIONS)
    def decide_anew(self, decision: str) -> None:
        before = frozenset(self.plain["decisions"])
        edit = edits.Decide(frozenset([decision]), before)
        self.do(edit, lambda plain: plain.update(decisions={decision}))

    @rule(first=SPANS, second=SPANS, label=LABELS)
    def tag_everywhere(self, first: tuple[int, int], second: tuple[int, int], label: str) -> None:
        """Tag two places and link them, as one step of which the link fits only after the others."""
        one, two = self.new(first, label), self.new(second, label)
        said = Relation("speaker", one.id, two.id)
        parts = [edits.AddAnnotation(one), None, edits.AddAnnotation(two), edits.link(said)]

        def changed(plain: Plain) -> None:
            put(plain, one)
            put(plain, two)
            plain["links"].add(("speaker", one.id, two.id))

        whole = edits.together(parts)
        assert whole is not None
        self.do(whole, changed)

    @precondition(lambda self: self.done)
    @rule(as_an_edit=st.booleans())
    def undo(self, as_an_edit: bool) -> None:
        edit, before = self.done.pop()
        self.undone.append((edit, self.plain))
        self.layer = Inverse(edit).apply(self.layer) if as_an_edit else edit.revert(self.layer)
        self.plain = deepcopy(before)

    @precondition(lambda self: self.undone)
    @rule(as_an_edit=st.booleans())
    def redo(self, as_an_edit: bool) -> None:
        edit, after = self.undone.pop()
        self.done.append((edit, self.plain))
        self.layer = Inverse(edit).revert(self.layer) if as_an_edit else edit.apply(self.layer)
        self.plain = deepcopy(after)

    @invariant()
    def layer_and_model_hold_the_same(self) -> None:
        assert as_plain(self.layer) == self.plain
        alone = replace(self.layer)
        assert self.layer.in_order == alone.in_order


def put(plain: Plain, annotation: Annotation, *, start: bool = False) -> None:
    plain["annotations"][annotation.id] = {
        "span": (annotation.start, annotation.end),
        "label": annotation.label,
        "note": "",
        "attributes": {},
    }
    if start and plain["status"] == "new":
        plain["status"] = "in_progress"


def drop(plain: Plain, names: list[str]) -> None:
    for name in names:
        del plain["annotations"][name]
    plain["links"] = {link for link in plain["links"] if not set(names) & set(link[1:])}


TestWork = Work.TestCase
