from annotator.model import Annotation, Span
from annotator.model.names import Name, Registry
from annotator.proposals.name_choices import choices
from annotator.proposals.used_names import NameReason, UsedNames

TEXT = "الرئيس بوتين وبوتين ولافروف"


def used(*pairs):
    counts = UsedNames()
    for number, (words, name) in enumerate(pairs):
        start = TEXT.index(words)
        span = Span(start, start + len(words))
        counts.add(Annotation(f"{number:012x}", span, "actor", {"canonical": name}), TEXT)
    return counts


def names(*arguments):
    return [(one.canonical, one.reason) for one in choices(*arguments)]


def test_without_knowledge_the_words_themselves_are_offered():
    assert names("actor", "وليد  المعلم", UsedNames(), Registry()) == [
        ("وليد المعلم", NameReason.WRITTEN)
    ]


def test_what_these_words_were_given_comes_before_names_that_share_a_word():
    counts = used(("بوتين", "فلاديمير بوتين"), ("الرئيس", "الرئيس بوتين"), ("لافروف", "لافروف"))
    assert names("actor", "بوتين", counts, Registry()) == [
        ("فلاديمير بوتين", NameReason.USED),
        ("الرئيس بوتين", NameReason.RELATED),
        ("بوتين", NameReason.WRITTEN),
    ]


def test_the_registry_leads_and_nobody_is_offered_twice():
    registry = Registry((Name("actor", "فلاديمير بوتين", ("بوتين",)),))
    counts = used(("بوتين", "فلاديمير بوتين"))
    assert names("actor", "بوتين", counts, registry) == [
        ("فلاديمير بوتين", NameReason.REGISTERED),
        ("بوتين", NameReason.WRITTEN),
    ]


def test_another_label_knows_nothing_of_it_and_three_are_enough():
    counts = used(("بوتين", "فلاديمير بوتين"))
    assert names("agreement", "بوتين", counts, Registry()) == [("بوتين", NameReason.WRITTEN)]
    many = used(*[("بوتين", f"بوتين {n}") for n in range(5)])
    assert len(choices("actor", "بوتين", many, Registry())) == 3


def test_a_name_in_another_script_is_offered_before_the_words_themselves():
    registry = Registry((Name("actor", "دميتري بيسكوف"), Name("actor", "Сергей Лавров")))
    assert names("actor", "Песков", UsedNames(), registry) == [
        ("دميتري بيسكوف", NameReason.SOUND),
        ("Песков", NameReason.WRITTEN),
    ]
    assert names("actor", "Peskov", UsedNames(), registry)[0][0] == "دميتري بيسكوف"
    assert names("actor", "لافروف", used(("لافروف", "Сергей Лавров")), registry)[0] == (
        "Сергей Лавров",
        NameReason.USED,
    )


def test_another_spelling_was_given_the_same_name():
    counts = UsedNames()
    for number, words in enumerate(("أبو ظبي", "سوريا")):
        span = Span(0, len(words))
        counts.add(
            Annotation(f"{number:012x}", span, "actor", {"canonical": f"name {number}"}), words
        )
    assert names("actor", "أبوظبي", counts, Registry())[0] == ("name 0", NameReason.USED)
    assert names("actor", "سورية", counts, Registry())[0] == ("name 1", NameReason.USED)
