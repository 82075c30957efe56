"""The seed: what everybody knows, with the licence it came under."""

from pathlib import Path

from annotator.suggest import seed
from annotator.suggest.token_text import forms_of
from annotator.text.folding import fold_key

FOLDER = Path(seed.__file__).parent


def test_every_line_is_a_kind_and_a_name():
    for file in seed.FILES:
        lines = (FOLDER / file).read_text("utf-8").splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        assert all(len(row) == 2 and row[0] in seed.KINDS for row in rows)
        assert all(name == " ".join(name.split()) and name for _, name in rows)
        assert len({tuple(row) for row in rows}) == len(rows)


def test_states_capitals_and_organisations_may_act_and_nationalities_do_not():
    actors = seed.actors()
    assert {
        "روسيا",
        "السعودية",
        "الولايات المتحدة",
        "القاهرة",
        "الأمم المتحدة",
        "حلف شمال الأطلسي",
    } <= set(actors)
    assert "روسي" not in actors
    assert {"روسي", "مصري", "أرميني"} <= seed.nationalities()


def test_names_can_be_looked_for():
    short = {name for name in seed.actors() if not forms_of(name)}
    assert not short
    assert all(not set(fold_key(name)) & set("()،") for name in seed.seed())


def test_the_licence_of_the_data_is_beside_them():
    licence = (FOLDER / "LICENSE.unicode").read_text("utf-8")
    assert licence.startswith("UNICODE LICENSE V3")
    assert "LICENSE.unicode" in (FOLDER / "cldr.tsv").read_text("utf-8").splitlines()[0]
