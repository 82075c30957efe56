"""What the figures count, on deeds made by hand, against a slow reference, and on a real journal."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator import edits
from annotator.model import Annotation, Article, Layer, Origin, Span, Status, new_id
from annotator.pace import ENOUGH, MOST_AT_ONCE, PAUSE, Deed, Figures, pace_of
from annotator.project import Project
from annotator.store.journal.lines import Entry, Operation
from annotator.store.layers.deeds import deed_of

DAY = date(2026, 11, 27)
MINUTE = timedelta(minutes=1)


def at(minutes: float, day: date = DAY) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC) + minutes * MINUTE


def deed(minutes: float, *made: str, article: str = "a", gone: tuple[str, ...] = ()) -> Deed:
    return Deed(at(minutes), article, made, gone)


def test_gaps_up_to_a_pause_count_and_longer_ones_do_not():
    pace = pace_of([deed(0), deed(2), deed(7), deed(12.1), deed(13.1)], UTC)
    assert pace.on(DAY).active == 8 * MINUTE
    assert PAUSE == 5 * MINUTE


def test_a_gap_belongs_to_the_article_and_the_day_of_the_edit_that_ends_it():
    late = datetime(2026, 11, 27, 23, 58, tzinfo=UTC)
    pace = pace_of([Deed(late, "a"), Deed(late + 4 * MINUTE, "b")], UTC)
    assert pace.on(DAY) == Figures()
    assert pace.on(DAY + timedelta(days=1)).active == 4 * MINUTE
    assert pace.articles["b"].active == 4 * MINUTE
    assert pace.articles["a"].active == timedelta()


def test_the_day_is_the_one_on_the_wall():
    evening = datetime(2026, 11, 27, 22, 0, tzinfo=UTC)
    pace = pace_of([Deed(evening, "a", ("x",))], timezone(timedelta(hours=3)))
    assert pace.days == {date(2026, 11, 28): Figures(timedelta(), 1)}


def test_order_and_computers_do_not_matter():
    deeds = [deed(0, "x"), deed(1), deed(3, "y")]
    assert pace_of(reversed(deeds), UTC) == pace_of(deeds, UTC)


def test_what_is_undone_does_not_count_and_made_again_counts_once():
    undone = [deed(0, "x"), deed(1, gone=("x",))]
    assert pace_of(undone, UTC).on(DAY).annotations == 0
    assert pace_of([*undone, deed(2, "x")], UTC).on(DAY).annotations == 1


def test_what_goes_on_a_later_day_was_still_made():
    later = Deed(at(0, DAY + timedelta(days=1)), "a", (), ("x",))
    pace = pace_of([deed(0, "x"), later], UTC)
    assert pace.on(DAY).annotations == 1
    again = Deed(at(1, DAY + timedelta(days=1)), "a", ("x",))
    assert pace_of([deed(0, "x"), later, again], UTC).total.annotations == 1


def test_an_hour_needs_some_minutes():
    assert Figures(ENOUGH - MINUTE, 50).per_hour is None
    assert Figures(30 * MINUTE, 40).per_hour == 80


def test_days_without_work_are_days():
    pace = pace_of([deed(0, "x")], UTC)
    last = pace.last(7, DAY)
    assert next(iter(last)) == date(2026, 11, 21)
    assert [figures.annotations for figures in last.values()] == [0] * 6 + [1]


@st.composite
def histories(draw: st.DrawFn) -> list[Deed]:
    """Return deeds of some days, in which annotations come and go as they can."""
    there: set[str] = set()
    deeds: list[Deed] = []
    moment = at(0)
    for _ in range(draw(st.integers(0, 25))):
        moment += draw(st.sampled_from([0.5, 2, 5, 5.5, 40, 60 * 14])) * MINUTE
        name = draw(st.sampled_from("abcdef"))
        article = draw(st.sampled_from(["p", "q"]))
        match draw(st.sampled_from(["touch", "toggle", "toggle"])):
            case "touch":
                deeds.append(Deed(moment, article))
            case _ if name in there:
                there.discard(name)
                deeds.append(Deed(moment, article, (), (name,)))
            case _:
                there.add(name)
                deeds.append(Deed(moment, article, (name,)))
    return deeds


def slow_annotations(deeds: list[Deed], day: date) -> int:
    """Count by standing at the end of the day and looking back at each annotation's whole life."""
    count = 0
    for name in "abcdef":
        life = [(d.at.date(), name in d.made) for d in deeds if name in d.made or name in d.gone]
        counted_before = False
        for one in sorted({when for when, _ in life}):
            events = [made for when, made in life if when == one]
            stands = events[-1]
            if stands and not counted_before and True in events:
                counted_before = True
                count += one == day
    return count


@given(histories())
def test_the_figures_are_those_of_a_slow_reference(deeds):
    pace = pace_of(deeds, UTC)
    days = {d.at.date() for d in deeds}
    gaps = [(b.at - a.at, b) for a, b in pairwise(deeds)]
    for day in days:
        active = sum((gap for gap, d in gaps if gap <= PAUSE and d.at.date() == day), timedelta())
        assert pace.on(day).active == active
        assert pace.on(day).annotations == slow_annotations(deeds, day)
    assert sum(pace.days.values(), Figures()) == sum(pace.articles.values(), Figures())
    for article in ("p", "q"):
        active = sum((gap for gap, d in gaps if gap <= PAUSE and d.article == article), timedelta())
        assert pace.articles.get(article, Figures()).active == active


# -- from the journal


def span_row(uid: str, origin: str = "manual") -> dict[str, object]:
    return {"uid": uid, "start": 0, "end": 3, "label": "actor", "origin": origin}


def entry(*operations: Operation, t: str = "2026-11-27T09:00:00Z") -> Entry:
    return Entry(1, t, "abc", 0, operations)


def test_an_entry_says_what_was_made_changed_and_removed():
    made = Operation("+", "spans", "1", span_row("x"))
    changed = Operation("+", "spans", "1", span_row("y"), span_row("y"))
    gone = Operation("-", "spans", "1", None, span_row("z"))
    assert deed_of(entry(made, changed, gone)) == Deed(at(0), "abc", ("x",), ("z",))
    status = Operation("+", "meta", "1", {"status": "done"}, {"status": "new"})
    assert deed_of(entry(status)) == Deed(at(0), "abc")


def test_what_nobody_did_by_hand_is_no_deed():
    snapshot = Operation("=", new={"spans": {"1": span_row("x")}})
    assert deed_of(entry(snapshot)) is None
    imported = Operation("+", "spans", "1", span_row("x", Origin.IMPORTED))
    assert deed_of(entry(imported)) is None
    status = Operation("+", "meta", "1", {"status": "done"}, {"status": "new"})
    assert deed_of(entry(imported, status)) is None
    assert deed_of(entry(Operation("+", "spans", "1", span_row("x")), t="yesterday")) is None
    with_snapshot = entry(snapshot, Operation("+", "spans", "2", span_row("y")))
    assert deed_of(with_snapshot) == Deed(at(0), "abc", ("y",))


def test_many_at_once_are_one_edit_without_annotations():
    many = [Operation("+", "spans", str(n), span_row(f"x{n}")) for n in range(MOST_AT_ONCE + 1)]
    assert deed_of(entry(*many)) == Deed(at(0), "abc")
    assert len(deed_of(entry(*many[1:])).made) == MOST_AT_ONCE


def test_a_desks_work_is_read_back_from_its_journal(tmp_path):
    article = Article.from_text("قال بوتين نعم")
    with Project.create(tmp_path / "p", title="x") as project:
        project.add_articles([article])
        with project.desk("سارة") as desk:
            first = Annotation(new_id(), Span(0, 3), "actor")
            second = Annotation(new_id(), Span(4, 9), "actor")

            def layer() -> Layer:
                return desk.layer(article.id)

            desk.commit(article.id, edits.add(first, layer()))
            desk.commit(article.id, edits.add(second, layer()))
            desk.commit(article.id, edits.set_note(first.id, "x", layer()))
            desk.commit(article.id, edits.remove(second.id, layer()))
            desk.commit(article.id, edits.set_status(Status.DONE, layer()))
        deeds = project.deeds("سارة")
        assert [len(d.made) - len(d.gone) for d in deeds] == [1, 1, 0, -1, 0]
        assert {d.article for d in deeds} == {article.id}
        pace = pace_of(deeds)
        assert pace.total.annotations == 1
        assert project.deeds("omar") == []
        told = []
        project.deeds("سارة", lambda done, total: told.append((done, total)))
        assert told
