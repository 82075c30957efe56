import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import clitics, graphemes
from annotator.text.clitics import candidate_starts, trim
from annotator.text.lexicon.heads import INSTITUTIONS, OFFICES
from tests.unit.text.spec import DATA, row_id, rows, table, texts

LEXICON = frozenset(table("2_clitics")["lexicon"])


@pytest.mark.parametrize("row", rows("2_clitics"), ids=row_id)
def test_candidates_and_default_are_those_of_the_table(row):
    found = trim(row["word"], LEXICON)
    assert list(found.candidates) == row["candidates"]
    assert found.best == row["best"]


@pytest.mark.parametrize("clitic", ["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل", "وَ", "بِ", "وبِ"])
def test_known_names_come_out_of_every_clitic(clitic):
    # ل before ل or the article is written together with it: لل stays whole, so there is nothing to take off.
    stems = [
        stem for stem in sorted(LEXICON) if clitic[-1:] != "ل" or not stem.startswith(("ل", "ال"))
    ]
    assert [trim(clitic + stem, LEXICON).best for stem in stems] == stems


@pytest.mark.parametrize(
    ("word", "best"),
    [
        ("وأوكرانيا", "أوكرانيا"),
        ("والرياض", "الرياض"),
        ("بالقاهرة", "القاهرة"),
        ("فالحكومة", "الحكومة"),
        ("وللأمم", "للأمم"),
        ("للأمم", "للأمم"),
        ("لهذا", "هذا"),
        ("وهؤلاء", "هؤلاء"),
        ("ومنظمة", "منظمة"),
        ("بإيران", "إيران"),
        ("ولبنان", "لبنان"),
        ("وزارة", "وزارة"),
        ("واشنطن", "واشنطن"),
        ("فرنسا", "فرنسا"),
        ("بريطانيا", "بريطانيا"),
        ("كييف", "كييف"),
        ("والدته", "والدته"),
        ("فالنتينا", "فالنتينا"),
        ("باليستية", "باليستية"),
        ("كأس", "كأس"),
        ("وميض", "وميض"),
    ],
)
def test_without_a_project_lexicon_shape_and_common_names_decide(word, best):
    assert trim(word).best == best


def first_words():
    """Return the words of the table, each with where a name begins in it."""
    lines = (DATA / "clitics" / "first_words.txt").read_text("utf-8").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split()]
    return [
        (word.replace("+", ""), word.replace("+", "").index(word.split("+")[-1])) for word in words
    ]


def test_first_words_of_names_in_the_news_begin_where_the_name_does():
    table = [(word, start, trim(word).best_start) for word, start in first_words()]
    trimmed = [(start, found) for _, start, found in table if found]
    right = sum(start == found for start, found in trimmed)
    assert len(table) > 350
    assert right / len(trimmed) >= 0.97
    assert right / sum(start > 0 for _, start, _ in table) >= 0.85


@pytest.mark.parametrize("clitic", ["و", "ل", "ب", "وب"])
def test_heads_of_names_come_out_of_every_clitic_in_an_empty_project(clitic):
    heads = [
        head for head in sorted(INSTITUTIONS | OFFICES) if clitic != "ل" or not head.startswith("ل")
    ]
    wrong = [head for head in heads if trim(clitic + head).best != head]
    # وبرد is no head; و before the few whose whole spelling is another name
    assert len(wrong) <= len(heads) * 0.01, wrong


@pytest.mark.parametrize(
    ("word", "best"),
    [
        ("ووزارة", "وزارة"),
        ("لوزارة", "وزارة"),
        ("ووزير", "وزير"),
        ("وحزب", "حزب"),
        ("لحزب", "حزب"),
        ("وحركة", "حركة"),
        ("لمجلس", "مجلس"),
        ("ويوسف", "يوسف"),
        ("وهشام", "هشام"),
        ("وتايوان", "تايوان"),
        ("ولوزارة", "وزارة"),
        ("وبوزارة", "وزارة"),
        ("بمستشفى", "مستشفى"),
        ("كمنظمة", "منظمة"),
        ("فالوزير", "الوزير"),
        ("كالسعودية", "السعودية"),
        ("وبالجزائر", "الجزائر"),
        *(
            (word, word)
            for word in [
                "كالديرون",
                "كالاهاري",
                "كالاماتا",
                "كالفينو",
                "بالاسيوس",
                "بالوتيلي",
                "فاليانتسين",
                "فالكاو",
                "بللغريني",
                "بكين",
                "فريد",
                "كلود",
                "فارس",
                "كامل",
                "كريم",
                "بسام",
                "بلال",
                "لحسن",
                "وليد",
                "ويليامز",
                "واين",
                "وولف",
                "ويلز",
                "وستمنستر",
                "وهران",
                "وجدة",
                "وسام",
                "وفاء",
                "والتر",
                "لبنى",
                "لمياء",
                "كمبالا",
                "فيينا",
                "وستتم",
            ]
        ),
    ],
)
def test_an_empty_project_knows_heads_names_and_radicals(word, best):
    assert trim(word).best == best


@pytest.mark.parametrize("word", ["كلود", "فان", "بني", "بار", "فاس", "بفاس"])
def test_two_letters_are_never_what_a_name_is_proposed_to_begin_with(word):
    rest = {word[1:], word[2:]} - {"فاس"}
    assert len(trim(word, rest).best) >= 3


def test_more_names_decide_between_a_known_word_and_a_known_remainder():
    assert trim("وداعش", names={"وداعش": 1, "داعش": 4}).best == "داعش"
    assert trim("ورقان", names={"ورقان": 2, "رقان": 1}).best == "ورقان"
    assert trim("ورقان", names={"ورقان": 1, "رقان": 1}).best == "ورقان"
    assert trim("بكين", names={"بكين": 1, "كين": 9}).best == "بكين"


def test_a_known_remainder_wins_over_a_known_word():
    assert trim("وأرمينيا", {"وأرمينيا", "أرمينيا"}).best == "أرمينيا"


def test_a_name_in_several_words_is_known_by_its_first():
    assert trim("ونيكول", {"نيكول باشينيان"}).best == "نيكول"


def test_frequency_decides_where_nothing_is_known():
    assert trim("واتفاقات").best == "واتفاقات"
    assert trim("واتفاقات", frequencies={"اتفاقات": 5, "واتفاقات": 1}).best == "اتفاقات"
    assert trim("وفاق", frequencies={"فاق": 1, "وفاق": 4}).best == "وفاق"


def test_marks_and_tatweel_stay_with_their_clitic():
    assert trim("بِـرُوسيا", {"روسيا"}).candidates == ("بِـرُوسيا", "رُوسيا")


def test_candidate_starts_are_places_in_the_running_text():
    text = "قال لوأرمينيا ووبالكرملين."
    assert candidate_starts(text, 14, 25) == [14, 15]
    assert candidate_starts("في وبالكرملين", 5, 13) == [3, 4, 5]


def test_the_article_is_offered_only_when_asked_for():
    text = "في بالكرملين وللأمم"
    assert candidate_starts(text, 3, 12) == [3, 4]
    assert candidate_starts(text, 3, 12, article=True) == [3, 4, 6]
    assert candidate_starts(text, 13, 19, article=True) == [13, 14, 16]


def test_candidate_starts_never_reach_the_end_of_the_span():
    assert candidate_starts("وبالكرملين", 0, 1) == [0]


@given(texts(), st.frozensets(texts(5), max_size=3))
def test_candidates_are_suffixes_longest_first_and_the_best_is_one_of_them(word, lexicon):
    found = trim(word, lexicon)
    assert found.candidates[0] == word
    assert found.best in found.candidates
    assert list(found.starts) == sorted(set(found.starts))
    for start in found.starts:
        assert word.endswith(word[start:])
        assert graphemes.is_edge(word, start)


@given(texts(), st.integers(-2, 45), st.integers(-2, 45))
def test_candidate_starts_are_edges_before_the_end(text, start, end):
    starts = candidate_starts(text, start, end)
    assert starts == sorted(set(starts))
    for position in starts:
        assert 0 <= position < end
        assert position in (max(0, min(start, len(text))), position)


@given(st.text(st.sampled_from("وفبلكسالأرمني"), max_size=9))
def test_lam_lam_is_never_cut_in_two(word):
    for start in trim(word).starts:
        assert not (word[start - 1 : start + 1] == "لل" and start)


def test_at_least_two_letters_remain():
    assert trim("وبه").candidates == ("وبه", "به")
    assert clitics.SHORTEST_REST == 2
