"""The account of an export: counts that add up, in words people can act on."""

from annotator.exporters import Effect, Loss, LossReport, Reason
from annotator.exporters.loss import EXAMPLES
from tests.unit.formats.build import export, exportable

NESTED = "قال [الرئيس [بوتين:actor]:actor] أمس"


def test_the_lines_say_what_was_lost_why_and_where():
    item = exportable(NESTED)
    _, report = export("conll2003", item)
    assert report.lines() == [
        "1 article, 2 annotations: 1 written, 1 dropped",
        "  dropped 1: inside or around another one, and one column holds one level",
        f"    {item.article.id} [11, 16) actor «بوتين»",
    ]


def test_an_export_without_loss_is_one_line():
    _, report = export("jsonl", exportable(NESTED))
    assert report.lines() == ["1 article, 2 annotations: 2 written, 0 dropped"]


def test_reports_add_up():
    one = LossReport(2, 10, 7, {Reason.NESTED: Loss(3, ("a", "b")), Reason.CUT: Loss(1, ("c",))})
    two = LossReport(1, 5, 4, {Reason.NESTED: Loss(1, ("d", "e")), Reason.NO_TOKEN: Loss(2)})
    both = one + two
    assert (both.articles, both.annotations, both.written, both.dropped) == (3, 15, 11, 6)
    assert both.losses[Reason.NESTED] == Loss(4, ("a", "b", "d"))
    assert both.losses[Reason.CUT] == Loss(1, ("c",))
    assert list(both.losses) == [Reason.NESTED, Reason.NO_TOKEN, Reason.CUT]
    assert one + LossReport() == one
    assert one.losses[Reason.NESTED].count == 3


def test_examples_are_few_and_short_however_much_is_lost():
    long = "كلمة " * 30
    items = [exportable(f"[{n} {long}[بوتين {long}:actor] نعم:quote]") for n in range(10)]
    _, report = export("conll2003", *items)
    assert report.count(Reason.NESTED) == 10
    examples = report.losses[Reason.NESTED].examples
    assert len(examples) == EXAMPLES
    assert all(len(example) < 90 and example.endswith("…»") for example in examples)


def test_every_reason_is_explained():
    for reason in Reason:
        assert reason.effect in Effect
        assert len(reason.explanation) > 4
