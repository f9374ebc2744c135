"""The station's own wording, changed line by line: what was written by hand around it stays."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.bulletins.template_file import KINDS, changed, check_line, facts_of, lines, save_lines
from broadcaster.bulletins.wording import load_template, shipped_words
from broadcaster.bulletins.wording_service import WordingService
from broadcaster.wiring import App, build_app

BY_HAND = """# lời của đài ta
greeting = "Alô, alô!"  # quen rồi
ordinals = ["Một là",
    "Hai là"]  # hai dòng

# mục tin
[tin]
# kết ngắn
closing = "Hết tin."
[documents]
cong_van = "giấy"
"""


@pytest.fixture
def app(home: StationHome) -> Iterator[App]:
    made = build_app(home, VirtualClock(datetime(2026, 11, 21, 4, tzinfo=STATION_ZONE)))
    yield made
    made.close()


@pytest.fixture
def service(app: App) -> WordingService:
    return WordingService(app.database, app.home.root, app.settings.station, app.clock)


def test_every_shipped_line_is_right() -> None:
    for line in lines(Path("no such home")):
        assert line.own is None
        if line.shipped is not None:
            check_line(line.name, line.shipped)
    assert {line.section for line in lines(Path("no such home"))} == {"", *KINDS}


def test_comments_and_other_lines_stay() -> None:
    after = changed(BY_HAND, {("", "greeting"): "Chào {commune}.", ("tin", "closing"): None, ("", "ask"): "Mong bà con",
                              ("tin", "title"): "Tin: {title}.", ("bai", "closing"): "Hết bài."})
    for kept in ("# lời của đài ta", "# hai dòng", "# mục tin", "# kết ngắn", 'cong_van = "giấy"'):
        assert kept in after
    words = tomllib.loads(after)
    assert words["greeting"] == "Chào {commune}."
    assert words["ordinals"] == ["Một là", "Hai là"]
    assert words["ask"] == "Mong bà con"
    assert words["tin"] == {"title": "Tin: {title}."}
    assert words["bai"] == {"closing": "Hết bài."}


VALUES = st.one_of(st.none(), st.text(max_size=40), st.booleans(), st.integers(0, 9), st.lists(st.text(max_size=9)))
PLACES = st.tuples(st.sampled_from(["", *KINDS]), st.sampled_from(["greeting", "closing", "about", "topics", "phone"]))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.dictionaries(PLACES, VALUES, max_size=4), max_size=4))
def test_any_changes_make_a_file_that_says_them(steps: list[dict[tuple[str, str], Any]]) -> None:
    text, wanted = BY_HAND, {("", "greeting"): "Alô, alô!", ("tin", "closing"): "Hết tin."}
    for step in steps:
        text = changed(text, step)
        wanted |= step
    words = tomllib.loads(text)
    for (section, name), value in wanted.items():
        assert (words.get(section, {}) if section else words).get(name) == value
    assert words["documents"] == {"cong_van": "giấy"}


@pytest.mark.parametrize(("name", "value", "code", "fact"), [
    ("greeting", "Chào {nobody}", "template.unknown_fact", "nobody"),
    ("greeting", "Chào {station.x}", "template.unknown_fact", "station.x"),
    ("greeting", "Chào {}", "template.unknown_fact", ""),
    ("greeting", "Gọi {phone}", "template.unknown_fact", "phone"),
    ("phone", "Xin gọi", "template.missing_fact", "phone"),
    ("about", ["nghe về {topic}", "nghe"], "template.missing_fact", "topic"),
    ("title", "Chào {title", "template.braces", None),
])
def test_line_that_cannot_be_filled_is_refused_by_name(tmp_path: Path, name: str, value: Any, code: str,
                                                       fact: str | None) -> None:
    with pytest.raises(Refused) as refusal:
        save_lines(tmp_path, {("tin", name): value})
    assert (refusal.value.code, refusal.value.facts["line"]) == (code, name)
    assert refusal.value.facts.get("fact") == fact
    assert not (tmp_path / "templates").exists()


def test_stored_words_are_drafted_with_and_go_back(service: WordingService, app: App) -> None:
    before = service.preview({}, "tin")
    service.save({("tin", "closing"): "Hết tin. Chào bà con {commune}."}, "Cán bộ truyền thanh")
    assert service.preview({}, "tin").endswith("Hết tin. Chào bà con xã Mẫu.")
    assert load_template(app.home.root, "bai").word("closing") == shipped_words()["closing"]
    assert [line.place for line in service.lines() if line.own is not None] == [("tin", "closing")]
    service.save({("tin", "closing"): None})
    assert service.preview({}, "tin") == before


def test_preview_stores_nothing(service: WordingService, app: App) -> None:
    assert "Hết thử." in service.preview({("", "closing"): "Hết thử."}, "bai")
    assert not (app.home.root / "templates").exists()


@pytest.mark.parametrize("text", ["greeting = ", "tin = 5\n", "\ufffe"])
def test_broken_file_is_said_so_and_left_alone(service: WordingService, app: App, text: str) -> None:
    path = app.home.root / "templates" / "bulletin.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        service.save({("tin", "closing"): "Hết."})
    assert refusal.value.code == "template.broken"
    assert path.read_text(encoding="utf-8") == text


def test_wrong_kind_of_value_is_refused_before_it_is_stored(service: WordingService, app: App) -> None:
    with pytest.raises(Refused):
        service.save({("", "repeat_points"): "ba"})
    assert not (app.home.root / "templates").exists()


def test_facts_of_a_line() -> None:
    assert "phone" in facts_of("phone")
    assert "phone" not in facts_of("closing")
    assert facts_of("headlines") - facts_of("closing") == {"count", "items"}
