import json
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from ui import settings
from ui.remembered.list_state import ListState, Order
from ui.remembered.places import MOST_ARTICLES, Places, Spot, spots_from_text, spots_to_text
from ui.remembered.window_layout import LARGEST, WindowLayout
from ui.settings import Settings


def test_a_first_run_gets_the_defaults_and_writes_nothing(config):
    assert settings.load() == Settings()
    assert not config.exists()


def test_everything_that_is_saved_comes_back(config):
    kept = Settings(
        annotator="ليلى، ٢",
        language="ar",
        region="IQ",
        theme="dark",
        font_family="Noto Sans Arabic",
        font_size=23,
        spacing="wide",
        column="60",
        recent=("/tmp/مشروع, 1", "C:\\work\\b"),
        geometry=b"\x00\xff\n=[",
        layout=WindowLayout(side_width=400, articles_open=False, page="findings"),
        places={
            "p1": Places("ab12cd34ef56", {"cd34ef56ab12": Spot(), "ab12cd34ef56": Spot(17, 9, 40)}),
            "p2": Places("cd34ef56ab12"),
        },
        lists={
            "p2": ListState(words='سلام, "x"', labels=("actor",), order=Order.CHANGED, grouped=True)
        },
    )
    assert settings.save(kept)
    assert settings.load() == kept


@hypothesis_settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    name=st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    recent=st.lists(st.text('ab,=[];"\\@%ش \u200f', min_size=1), unique=True, max_size=4),
)
def test_any_name_and_any_path_come_back(config, name, recent):
    settings.save(Settings(annotator=name, recent=tuple(recent)))
    assert settings.load().annotator == name
    assert settings.load().recent == tuple(recent)


def test_one_or_no_recent_project_survives_what_qsettings_makes_of_short_lists(config):
    for recent in ((), ("/only/one",), ("a", "b")):
        settings.save(Settings(recent=recent))
        assert settings.load().recent == recent


@pytest.mark.parametrize(
    "damage", [b"\x00\x01\x02garbage", b"\xff\xfe\x00half", b"[General\nnothing here at all"]
)
def test_a_damaged_file_gives_defaults_and_is_kept_as_evidence(config, damage):
    config.mkdir()
    (config / "settings.ini").write_bytes(damage)
    assert settings.load() == Settings()
    assert [file.read_bytes() for file in config.glob("settings.damaged-*.ini")] == [damage]
    assert settings.save(Settings(annotator="a"))
    assert settings.load().annotator == "a"


def test_a_second_damaged_file_does_not_replace_the_first_evidence(config):
    config.mkdir()
    for damage in (b"\x00one", b"\x00two"):
        (config / "settings.ini").write_bytes(damage)
        settings.load()
    assert sorted(file.read_bytes() for file in config.glob("settings.damaged-*.ini")) == [
        b"\x00one",
        b"\x00two",
    ]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "purple"),
        ("language", "xx"),
        ("font/size", "400"),
        ("font/size", "big"),
        ("font/family", "Comic Sans"),
        ("font/size", "-3"),
    ],
)
def test_one_impossible_value_does_not_cost_the_others(config, key, value):
    settings.save(Settings(annotator="sara"))
    with _writing() as stored:
        stored.setValue(key, value)
    assert settings.load() == Settings(annotator="sara")


def test_keys_of_a_newer_version_survive_a_save(config):
    settings.save(Settings())
    with _writing() as stored:
        stored.setValue("future/thing", "kept")
    settings.save(Settings(annotator="b"))
    assert settings._open(settings.path()).value("future/thing") == "kept"


def test_a_place_that_was_forgotten_does_not_linger_in_the_file(config):
    settings.save(Settings(places={"p1": Places("a"), "p2": Places("b"), "p3": Places("c")}))
    settings.save(Settings(places={"p2": Places("b", {"b": Spot(9)})}))
    assert settings.load().places == {"p2": Places("b", {"b": Spot(9)})}
    assert "p3" not in settings.path().read_text(encoding="utf-8")


def test_a_file_where_the_folder_should_be_is_told_and_not_raised(config):
    config.write_text("in the way", encoding="utf-8")
    assert not settings.save(Settings(annotator="a"))
    assert settings.load() == Settings()


def test_the_last_opened_project_heads_the_recent_ones_once():
    value = Settings()
    for project in ("a", "b", "a", "c"):
        value = value.with_recent(project)
    assert value.recent == ("c", "a", "b")
    assert value.without_recent("a").recent == ("c", "b")


def test_recent_projects_and_places_do_not_grow_without_end():
    value = Settings()
    for number in range(80):
        value = value.with_recent(str(number)).with_places(str(number), Places(str(number)))
    assert len(value.recent) == settings.MOST_RECENT
    assert len(value.places) == settings.MOST_PLACES
    assert value.places["79"] == Places("79")


def test_places_in_articles_do_not_grow_without_end_and_the_latest_stay():
    places = Places("")
    for number in range(MOST_ARTICLES + 20):
        places = places.at(f"{number:012x}", Spot(number))
    places = places.at(f"{30:012x}", Spot(99))
    assert len(places.spots) == MOST_ARTICLES
    assert places.article == f"{30:012x}"
    assert list(places.spots)[-1] == f"{30:012x}"
    assert f"{0:012x}" not in places.spots


@given(
    st.dictionaries(
        st.text("0123456789abcdef", min_size=12, max_size=12),
        st.builds(Spot, *[st.integers(0, 300_000)] * 3),
        max_size=5,
    )
)
def test_places_are_read_as_they_were_written(spots):
    assert spots_from_text(spots_to_text(spots)) == spots


@given(st.text("0123456789abcdef: x-٣\n"))
def test_damaged_places_cost_only_themselves(text):
    kept = Spot(5, 6, 7)
    assert (
        spots_from_text(f"{text} {spots_to_text({'feedfeedfeed': kept})}")["feedfeedfeed"] == kept
    )


def test_the_place_of_an_older_version_still_says_in_which_article(config):
    config.mkdir()
    (config / "settings.ini").write_text(
        "[places]\n1\\project=p\n1\\article=ab12cd34ef56\n1\\caret=17\nsize=1\n", encoding="utf-8"
    )
    assert settings.load().places == {"p": Places("ab12cd34ef56")}


@given(
    st.builds(
        ListState,
        words=st.text(),
        statuses=st.lists(st.text(), max_size=2).map(tuple),
        published=st.text(),
        notes=st.booleans(),
        order=st.sampled_from(Order),
        grouped=st.booleans(),
    )
)
def test_the_state_of_a_list_is_read_as_it_was_written(state):
    assert ListState.from_text(state.to_text()) == state


@given(
    st.dictionaries(
        st.sampled_from(list(ListState.__slots__)),
        st.none() | st.integers() | st.text() | st.lists(st.integers()),
    )
)
def test_whatever_is_stored_gives_a_state_of_a_list(stored):
    state = ListState.from_text(json.dumps(stored))
    assert ListState.from_text(state.to_text()) == state


def test_a_window_of_the_version_with_docks_keeps_its_place_and_gets_the_new_layout(config):
    config.mkdir()
    (config / "settings.ini").write_text(
        '[window]\nrtl\\geometry="@ByteArray(where)"\nrtl\\state="@ByteArray(docks)"\n',
        encoding="utf-8",
    )
    assert settings.load().geometry == b"where"
    assert settings.load().layout == WindowLayout()


@given(st.builds(WindowLayout, *[st.integers(1, LARGEST), st.booleans(), st.booleans()]))
def test_a_layout_is_read_as_it_was_written(layout):
    assert WindowLayout.from_text(layout.to_text()) == layout


@given(
    st.text()
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.dictionaries(st.sampled_from(list(WindowLayout.__slots__)), inner),
    ).map(json.dumps)
)
def test_whatever_is_stored_gives_a_layout_that_fits_a_screen(text):
    layout = WindowLayout.from_text(text)
    for name in ("articles_width", "side_width", "bottom_height"):
        length = getattr(layout, name)
        assert type(length) is int
        assert 0 < length <= LARGEST
    for name in ("articles_open", "articles_open_narrow", "side_open"):
        assert type(getattr(layout, name)) is bool
    assert type(layout.page) is str


@contextmanager
def _writing():
    stored = settings._open(settings.path())
    yield stored
    stored.sync()
