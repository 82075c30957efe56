"""Labels of files and those of the project: what is what, what is left out, what is new."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import OptionError
from annotator.importers.labels import ADD, DROP, LabelRules, Labels, slug, suggest
from annotator.model import DEFAULT_SCHEMA
from annotator.model.schema import NAME


def here(rules: str, *raw: str) -> list[str | None]:
    labels = Labels(DEFAULT_SCHEMA, LabelRules.parse(rules))
    return [labels.here(one) for one in raw]


def test_a_label_is_known_by_its_name_and_by_its_titles():
    assert here("", "actor", "ACTOR", "Actor", "فاعل", "PER") == ["actor"] * 4 + [None]


def test_rules_say_what_is_what_the_exact_one_before_patterns():
    assert here("PER=actor,LOC=-", "PER", "LOC", "ORG") == ["actor", DROP, None]
    assert here("B-*=actor,B-LOC=quote,*=-", "B-PER", "B-LOC", "x") == ["actor", "quote", DROP]
    assert here("PER=فاعل", "PER") == ["actor"]
    assert here('{"a,b=c": "actor", "LOC": null}', "a,b=c", "LOC") == ["actor", DROP]


def test_add_makes_a_label_with_its_own_key_and_colours():
    labels = Labels(DEFAULT_SCHEMA, LabelRules.parse("PER=actor,add"))
    assert [labels.here(raw) for raw in ("PER", "Population-Center", "كلام-مباشر", "POPULATION_center")] == [
        "actor", "population_center", "klam_mbashr", "population_center"
    ]  # fmt: skip
    added = labels.schema.labels[4:]
    assert [(label.title_en, label.title_ar) for label in added] == [
        ("Population-Center",) * 2,
        ("كلام-مباشر",) * 2,
    ]
    assert len({label.key for label in labels.schema.labels}) == 6
    assert len({label.colours for label in labels.schema.labels}) == 6
    again = Labels(labels.schema)
    assert again.here("Population-Center") == "population_center", "found again by its title"


def test_a_target_that_is_no_label_is_refused_unless_it_is_to_be_made():
    with pytest.raises(OptionError, match="no label 'per', but actor, date"):
        here("PER=per")
    labels = Labels(DEFAULT_SCHEMA, LabelRules.parse("PER=per,add"))
    assert labels.here("PER") == "per"


@pytest.mark.parametrize("words", ["PER", "=actor", "PER=", '{"a": 1}', "{", "gone.json"])
def test_words_that_make_no_sense_are_refused(words):
    with pytest.raises(OptionError, match="labels"):
        LabelRules.parse(words)


def test_a_file_of_pairs_is_read(tmp_path):
    path = tmp_path / "map.json"
    path.write_text('\ufeff{"PER": "actor", "*": "-"}', encoding="utf-8")
    assert here(str(path), "PER", "x") == ["actor", DROP]


def test_what_would_become_of_labels_is_suggested():
    names = {"PER": 3, "actor": 1, "LOC": 2}
    assert suggest(names, DEFAULT_SCHEMA, LabelRules.parse("LOC=-")) == {
        "PER": ADD,
        "actor": "actor",
        "LOC": DROP,
    }


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=50)


@given(words=NAMES, taken=st.lists(NAMES))
def test_every_word_has_a_name_for_the_machine(words, taken):
    first = slug(words, taken)
    assert NAME.fullmatch(first)
    second = slug(words, [*taken, first])
    assert NAME.fullmatch(second)
    assert second not in {*taken, first}


@given(st.dictionaries(NAMES, st.sampled_from(["actor", "-", "add"])))
def test_rules_are_read_as_they_were_written(pairs):
    rules = LabelRules(tuple(pairs.items()))
    assert LabelRules.parse(rules.to_text()) == rules
