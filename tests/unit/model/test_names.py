import pytest
from tinydb import TinyDB

from annotator.errors import AnnotatorError, DamagedFileError, LockedError
from annotator.model import Annotation, Span, new_id
from annotator.model.names import Name, NameChange, Registry, from_uses
from annotator.project.names import change_registry, read_registry
from annotator.proposals.used_names import NameProposal, NameReason, UsedNames
from annotator.store.files.lock import NAMES as NAMES_LOCK
from annotator.store.files.lock import shared_lock

PESKOV = Name("actor", "دميتري بيسكوف", ("ديمتري بيسكوف", "بيسكوف"))
KARABAKH = Name("actor", "قره باغ", ("كاراباخ",))
NAMES = Registry((PESKOV, KARABAKH))


def test_names_meet_through_aliases_and_spelling():
    assert NAMES.find("actor", "ديمتري بيسكوف") is PESKOV
    assert NAMES.find("actor", "كاراباخ") is KARABAKH
    assert NAMES.find("actor", "قرة باغ") is KARABAKH
    assert NAMES.find("date", "كاراباخ") is None


def test_a_name_is_its_own_before_it_is_an_alias():
    other = Name("actor", "بيسكوف")
    assert Registry((PESKOV, other)).find("actor", "بيسكوف") == other


def test_a_renamed_name_keeps_its_place_and_its_old_spelling():
    renamed = NAMES.renamed("actor", "دميتري بيسكوف", " ديمتري  بيسكوف ")
    assert [n.canonical for n in renamed.names] == ["ديمتري بيسكوف", "قره باغ"]
    assert set(renamed.names[0].aliases) == {"دميتري بيسكوف", "بيسكوف"}


def test_renaming_to_a_name_that_is_there_merges_both():
    merged = NAMES.renamed("actor", "دميتري بيسكوف", "قره باغ")
    assert [n.canonical for n in merged.names] == ["قره باغ"]
    assert merged.find("actor", "ديمتري بيسكوف") == merged.names[0]
    assert merged.find("actor", "كاراباخ") == merged.names[0]


def test_an_empty_name_is_refused_in_words():
    with pytest.raises(AnnotatorError, match="needs a name"):
        NAMES.renamed("actor", "قره باغ", "  ")


def test_names_in_use_join_the_registry_once():
    joined = from_uses(
        NAMES, [("actor", "قره باغ"), ("actor", "إلهام علييف"), ("actor", "إلهام علييف")]
    )
    assert [n.canonical for n in joined.names] == ["دميتري بيسكوف", "قره باغ", "إلهام علييف"]


def annotation(canonical, words="بيسكوف", label="actor"):
    return Annotation(
        "x", Span(0, len(words)), label, {"canonical": canonical} if canonical else {}
    )


def test_the_name_given_most_often_is_proposed_again():
    used = UsedNames()
    for name in ("دميتري بيسكوف", "دميتري بيسكوف", "آخر"):
        used.add(annotation(name), "بيسكوف")
    assert used.propose("actor", "بيسكوف", Registry()) == NameProposal(
        "دميتري بيسكوف", NameReason.USED, 2
    )
    assert used.propose("agreement", "بيسكوف", Registry()) is None
    assert used.names("actor") == ["دميتري بيسكوف", "آخر"]


def test_the_registry_speaks_before_habit():
    used = UsedNames()
    used.add(annotation("آخر"), "بيسكوف")
    assert used.propose("actor", "بيسكوف", NAMES) == NameProposal(
        "دميتري بيسكوف", NameReason.REGISTERED
    )


def test_what_is_removed_is_forgotten():
    used = UsedNames()
    used.add(annotation("آخر"), "بيسكوف")
    used.remove(annotation("آخر"), "بيسكوف")
    assert used.propose("actor", "بيسكوف", Registry()) is None
    assert used.names("actor") == []
    assert used.names_with("بيسكوف") == 0


def test_names_and_annotated_words_make_the_lexicon():
    used = UsedNames()
    used.add(annotation("إلهام علييف", "علييف"), "علييف")
    assert used.names_with("علييف") == 1
    assert used.names_with("الهام") == 1
    assert used.names_with("باكو") == 0


def test_a_name_marked_again_and_again_counts_once():
    used = UsedNames()
    for words in ("وزارة الدفاع", "وزارة الدفاع", "وزارة الداخلية"):
        used.add(Annotation(new_id(), Span(0, len(words)), "actor", {}), words)
    assert used.names_with("وزاره") == 2


def test_what_is_written_is_read_by_stock_tinydb(tmp_path):
    change_registry(tmp_path, lambda _: NAMES)
    assert read_registry(tmp_path) == NAMES
    with TinyDB(tmp_path / "names.json", encoding="utf-8") as db:
        rows = db.table("names").all()
    assert [dict(row) for row in rows] == [
        {"label": n.label, "canonical": n.canonical, "aliases": list(n.aliases)}
        for n in NAMES.names
    ]


def test_keys_of_others_survive_a_change(tmp_path):
    change_registry(tmp_path, lambda _: NAMES)
    with TinyDB(tmp_path / "names.json", encoding="utf-8") as db:
        db.table("names").update({"wikidata": "Q1"}, doc_ids=[1])
    change_registry(tmp_path, lambda r: r.with_name(Name("actor", "جديد")))
    with TinyDB(tmp_path / "names.json", encoding="utf-8") as db:
        assert db.table("names").all()[0]["wikidata"] == "Q1"
        assert len(db.table("names")) == 3


def test_a_project_without_names_has_none(tmp_path):
    assert read_registry(tmp_path) == Registry()


def test_a_damaged_list_is_named_and_kept(tmp_path):
    file = tmp_path / "names.json"
    file.write_text('{"names": {"1": {"label": 5}}}', encoding="utf-8")
    with pytest.raises(DamagedFileError, match=r"names\.json"):
        change_registry(tmp_path, lambda _: NAMES)
    assert "5" in file.read_text(encoding="utf-8")


def test_two_do_not_change_the_list_at_once(tmp_path):
    from annotator.store.files.layout import Layout

    lock = shared_lock(Layout(tmp_path).locks, NAMES_LOCK)
    try:
        with pytest.raises(LockedError):
            change_registry(tmp_path, lambda _: NAMES)
    finally:
        lock.release()


def test_check_reads_the_list_of_names(tmp_path):
    from annotator.project import Project

    with Project.create(tmp_path / "p") as project:
        sound = project.check().files_checked
        change_registry(project.path, lambda _: NAMES)
        assert project.check().files_checked == sound + 1
        (project.path / "names.json").write_text("{", encoding="utf-8")
        assert any("names.json" in problem.where for problem in project.check().problems)


SEEN = Name("actor", "بيسكوف", ("بسكوف",))
NOW = Registry((Name("actor", "بيسكوف", ("بسكوف", "بيسكوڤ")), Name("actor", "علييف")))
"""What a colleague made of the registry after the name was shown."""


@pytest.mark.parametrize(
    ("new", "after"),
    [
        (Name("actor", "بيسكوف", ("Peskov",)), [("بيسكوف", ("Peskov", "بيسكوڤ")), ("علييف", ())]),
        (Name("actor", "بيسكوف"), [("بيسكوف", ("بيسكوڤ",)), ("علييف", ())]),
        (Name("actor", "د. بيسكوف"), [("د. بيسكوف", ("بيسكوف", "بيسكوڤ")), ("علييف", ())]),
        (Name("actor", "علييف"), [("علييف", ("بيسكوف", "بيسكوڤ"))]),
        (None, [("علييف", ()), ("بيسكوف", ("بيسكوڤ",))]),
    ],
)
def test_a_change_keeps_what_somebody_added_since_the_name_was_seen(new, after):
    found = NameChange(SEEN, new).apply(NOW)
    assert [(n.canonical, n.aliases) for n in found.names] == after


def test_a_name_that_nobody_touched_since_is_removed():
    assert NameChange(SEEN, None).apply(Registry((SEEN,))) == Registry()


def test_a_name_that_somebody_removed_meanwhile_comes_back_as_it_was_edited():
    edited = Name("actor", "بيسكوف", ("Peskov",))
    assert NameChange(SEEN, edited).apply(Registry()) == Registry((edited,))
