"""An edit that does not fit the layer is refused in words, and changes nothing, not even by half."""

from copy import deepcopy
from dataclasses import replace

import pytest

from annotator import edits
from annotator.edits import (
    AddAnnotation,
    AddRelation,
    AddZone,
    Bulk,
    ChangeAnnotation,
    Decide,
    Inverse,
    RemoveAnnotation,
    RemoveRelation,
    RemoveZone,
    SetRemark,
    SetStatus,
)
from annotator.errors import EditError
from annotator.model import Annotation, Layer, Relation, Remark, Span, Status, Zone

QUOTE = Annotation("q", Span(0, 9), "quote")
ACTOR = Annotation("a", Span(2, 5), "actor")
ALONE = Annotation("b", Span(6, 8), "actor")
NEW = Annotation("n", Span(1, 3), "date")
SAID = Relation("speaker", "q", "a")
ZONE = Zone(Span(10, 12))
ASKED = Remark("r", "question", "من؟", Span(2, 5), "a")
LAYER = Layer(
    "sara",
    "article",
    Status.IN_PROGRESS,
    {one.id: one for one in (QUOTE, ACTOR, ALONE)},
    frozenset([SAID]),
    frozenset([ZONE]),
    frozenset(["kept"]),
    {ASKED.id: ASKED},
)

REFUSED = {
    "an annotation that is there already": AddAnnotation(replace(NEW, id="a")),
    "removing one that is not there": RemoveAnnotation(NEW),
    "removing one that is another by now": RemoveAnnotation(replace(ALONE, label="date")),
    "removing one that is still linked": RemoveAnnotation(ACTOR),
    "removing one with a link that is not there": RemoveAnnotation(
        ALONE, (Relation("speaker", "q", "b"),)
    ),
    "changing one that is not there": ChangeAnnotation(NEW, replace(NEW, label="actor")),
    "changing one that is another by now": ChangeAnnotation(
        replace(ALONE, note="?"), replace(ALONE, label="date")
    ),
    "giving one another id": ChangeAnnotation(ALONE, replace(ALONE, id="n")),
    "a link from nothing": AddRelation(Relation("speaker", "n", "a")),
    "a link to nothing": AddRelation(Relation("speaker", "q", "n")),
    "a link that is there already": AddRelation(SAID),
    "unlinking what is not linked": RemoveRelation(Relation("speaker", "q", "b")),
    "unlinking what is linked otherwise": RemoveRelation(Relation("other", "q", "a")),
    "a zone that is there already": AddZone(ZONE),
    "removing a zone that is not there": RemoveZone(Zone(Span(10, 12), "credits")),
    "asking with an id that is there already": SetRemark(None, ASKED),
    "answering what is another question by now": SetRemark(
        replace(ASKED, text="?"), replace(ASKED, answer="نعم")
    ),
    "taking a flag away that is not there": SetRemark(replace(ASKED, id="n"), None),
    "finishing what was finished by other guidelines": SetStatus(
        Status.IN_PROGRESS, Status.DONE, "ab" * 32
    ),
    "a step from a status that is not so": SetStatus(Status.NEW, Status.DONE),
    "replacing a decision that is not there": Decide(frozenset(["new"]), frozenset(["other"])),
    "taking a decision that is there already": Decide(frozenset(["kept"])),
    "several of which the last does not fit": Bulk((AddAnnotation(NEW), AddAnnotation(NEW))),
    "several of which the first does not fit": Bulk((RemoveZone(Zone(Span(0, 1))), AddAnnotation(NEW))),
}  # fmt: skip


@pytest.mark.parametrize("edit", REFUSED.values(), ids=REFUSED)
def test_what_does_not_fit_is_refused_and_changes_nothing(edit):
    before = deepcopy(LAYER)
    with pytest.raises(EditError):
        edit.apply(LAYER)
    with pytest.raises(EditError):
        Inverse(edit).revert(LAYER)
    assert before == LAYER


NEVER_DONE = {
    "adding": AddAnnotation(NEW),
    "removing": RemoveAnnotation(ALONE),
    "changing": ChangeAnnotation(ALONE, replace(ALONE, label="date")),
    "linking": AddRelation(Relation("speaker", "q", "b")),
    "unlinking": RemoveRelation(SAID),
    "zoning": AddZone(Zone(Span(0, 1))),
    "unzoning": RemoveZone(ZONE),
    "finishing": SetStatus(Status.IN_PROGRESS, Status.DONE),
    "asking": SetRemark(None, replace(ASKED, id="n")),
    "answering": SetRemark(ASKED, replace(ASKED, is_settled=True, answer="نعم")),
    "deciding": Decide(frozenset(["new"]), frozenset(["kept"])),
    "several": Bulk((AddAnnotation(NEW), AddZone(Zone(Span(0, 1))))),
}


@pytest.mark.parametrize("edit", NEVER_DONE.values(), ids=NEVER_DONE)
def test_what_was_not_done_cannot_be_undone_and_what_was_done_not_done_again(edit):
    before = deepcopy(LAYER)
    with pytest.raises(EditError):
        edit.revert(LAYER)
    with pytest.raises(EditError):
        Inverse(edit).apply(LAYER)
    assert before == LAYER
    with pytest.raises(EditError):
        edit.apply(edit.apply(LAYER))


def test_every_kind_of_edit_is_among_those_refused():
    kinds = {kind for kind in vars(edits).values() if isinstance(kind, type) and hasattr(kind, "revert")}  # fmt: skip
    tried = {type(edit) for edit in REFUSED.values()}
    assert kinds - tried == {edits.Edit, Inverse}


def test_a_refused_status_says_what_is_so():
    with pytest.raises(EditError, match="the article is in_progress, not new"):
        SetStatus(Status.NEW, Status.DONE).apply(LAYER)


@pytest.mark.parametrize(
    "make",
    [
        lambda: edits.remove("n", LAYER),
        lambda: edits.remove_all(["a", "n"], LAYER),
        lambda: edits.remove_all(["a", "a"], LAYER),
        lambda: edits.relabel("n", "actor", LAYER),
        lambda: edits.move("n", Span(0, 1), LAYER),
        lambda: edits.set_attribute("n", "value", "2020", LAYER),
        lambda: edits.set_note("n", "?", LAYER),
    ],
)
def test_no_edit_is_made_of_an_annotation_that_is_not_there(make):
    with pytest.raises(EditError, match=r"no annotation [na] in sara's layer of article"):
        make()
