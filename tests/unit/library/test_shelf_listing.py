"""What a list shows, in which order, and what finds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf_station import Station

from broadcaster.base.clock import VirtualClock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.vietnamese import sort_key
from broadcaster.bulletins import store as bulletin_store
from broadcaster.db import item_words, search
from broadcaster.db.engine import Database
from broadcaster.library import states, store
from broadcaster.library.model import SORTS, CartKind, Filter, State
from broadcaster.library.service import LibraryService

TODAY = "2026-11-21"


def titles(shelf: LibraryService, wanted: Filter) -> list[str]:
    found = [cart.title for cart in shelf.find(wanted)]
    assert shelf.count(wanted) == len(found)
    assert [cart.title for cart in shelf.rows(shelf.ids(wanted))] == found
    return found


def test_every_filter_alone(shelf: LibraryService, station: Station) -> None:
    station.row("directive", id="d1", number="12/UBND", subject="Rác thải")
    station.cart("plain")
    station.cart("music", kind=CartKind.MUSIC, language="hmn", origin="superior", category="van_hoa", rights="cc")
    station.cart("east", zones=("Thôn Đông",), dayparts=("morning",), directive_id="d1")
    station.cart("old", valid_until="2026-11-20")
    station.cart("soon", valid_until="2026-11-25", warnings=("clipped",))
    every = {"plain", "music", "east", "old", "soon"}
    for wanted, found in (
            (Filter(), every), (Filter(kinds=(CartKind.MUSIC,)), {"music"}), (Filter(languages=("hmn",)), {"music"}),
            (Filter(origins=("superior",)), {"music"}), (Filter(categories=("van_hoa",)), {"music"}),
            (Filter(categories=("",)), every - {"music"}), (Filter(rights=("cc", "own")), {"music"}),
            (Filter(zones=("Thôn Tây",)), every - {"east"}), (Filter(zones=("Thôn Đông",)), every),
            (Filter(dayparts=("evening",)), every - {"east"}), (Filter(directive_id="d1"), {"east"}),
            (Filter(expired=True), {"old"}), (Filter(expired=False), every - {"old"}),
            (Filter(expiring_within_days=3), set()), (Filter(expiring_within_days=4), {"soon"}),
            (Filter(has_warnings=True), {"soon"}), (Filter(has_warnings=False), every - {"soon"}),
            (Filter("12UBND"), {"east"}), (Filter("rac thai", kinds=(CartKind.MUSIC,)), set())):
        assert set(titles(shelf, wanted)) == found, wanted


def test_never_aired_looks_at_every_version(shelf: LibraryService, station: Station, database: Database) -> None:
    aired, again, missed = station.cart("aired"), station.cart("again"), station.cart("missed")
    station.row("airing", id="1", day="2026-11-01", cut_sha256=aired.cut.sha256)
    station.row("airing", id="2", day="2026-11-01", cut_sha256=again.cut.sha256, outcome="partial")
    station.row("airing", id="3", day="2026-11-01", cut_sha256=missed.cut.sha256, outcome="missed")
    new = station.cut("another sound")
    with database.write("cart") as c:
        states.give_sound(c, again, new, "replace", "", "2026-11-02")
    assert set(titles(shelf, Filter(never_aired=True))) == {"missed"}
    assert set(titles(shelf, Filter(never_aired=False))) == {"aired", "again"}


def test_out_of_use_only_when_asked_for(shelf: LibraryService, station: Station) -> None:
    for state in State:
        station.cart(state.value, state=state)
    gone = {"withdrawn", "superseded", "archived"}
    assert set(titles(shelf, Filter())) == {state.value for state in State} - gone
    assert set(titles(shelf, Filter(states=(State.ARCHIVED, State.WITHDRAWN)))) == {"archived", "withdrawn"}


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_both_ways(shelf: LibraryService, station: Station, clock: VirtualClock, sort: str) -> None:
    """What has no value stands last either way; with words typed the order is the same."""
    for number, title in enumerate(("Bài 10", "Bài 2", "Ấp mới", "An toàn", "đò dọc", "dò mìn")):
        station.cart(title, frames=480_000 * (number * 7 % 5 + 1), kind=list(CartKind)[number * 5 % 7],
                     category="y_te" if number % 2 else "", valid_until=f"2026-12-0{number}" if number else "")
        clock.advance(60)
    up, down = titles(shelf, Filter(sort=sort, descending=False)), titles(shelf, Filter(sort=sort))
    gaps = {"category": {"Bài 10", "Ấp mới", "đò dọc"}, "valid_until": {"Bài 10"}}.get(sort, set())
    key = {"updated": lambda cart: cart.updated_at, "title": lambda cart: sort_key(cart.title),
           "seconds": lambda cart: cart.cut.frames, "lufs": lambda cart: cart.cut.lufs,
           "created": lambda cart: cart.created_at}.get(sort, lambda cart: getattr(cart, sort))
    for order, turned in ((up, False), (down, True)):
        keys = [key(cart) for cart in shelf.find(Filter(sort=sort, descending=turned)) if cart.title not in gaps]
        assert keys == sorted(keys, reverse=turned)
        assert set(order[len(keys):]) == gaps
    typed = Filter("b", sort=sort, descending=False)
    assert titles(shelf, typed) == [title for title in up if title.startswith("Bài")]
    assert [cart.title for cart in shelf.find(typed, limit=1, offset=1)] == titles(shelf, typed)[1:2]


def test_an_unknown_order_is_refused(shelf: LibraryService) -> None:
    with pytest.raises(Refused) as refusal:
        shelf.find(Filter(sort="colour"))
    assert (refusal.value.code, refusal.value.facts["value"]) == ("cart.value", "colour")


def test_found_by_all_that_belongs_to_it(shelf: LibraryService, station: Station, database: Database) -> None:
    station.row("directive", id="d1", number="1349/STTTT-BCXBTT", subject="Phòng cháy, chữa cháy rừng")
    station.row("bulletin", id="b1", text="Kính thưa bà con, đàn lợn cần tiêm vắc xin.", directive_id="d1")
    cart = station.cart("Tin sáng", bulletin_id="b1", directive_id="d1", artist="Ban nhạc Đường Làng",
                        note="ghi chú riêng", source_note="đĩa của thôn", category="dich_benh")
    station.cart("Khác hẳn")
    for words in ("tin sang", "TIN SÁNG", "duong lang", "đường", "ghi chu", "dia cua thon", "lon vac xin", "1349",
                  "1349stttt", "1349/sttt", "chua chay rung", "phòng chống dịch b", "tin dich benh lon", "mp3"):
        assert cart.id in shelf.ids(words), words
    assert "Khác hẳn" not in titles(shelf, Filter("benh"))
    with database.write("bulletin") as c:
        bulletin_store.change(c, "b1", "2026-11-21", text="Kính thưa bà con, mai cắt điện.")
    assert shelf.ids("lon") == []
    assert shelf.ids("cat dien") == [cart.id]


def test_a_letter_read_anew_is_found_by_its_new_number(shelf: LibraryService, station: Station,
                                                       database: Database) -> None:
    station.row("directive", id="d1", number="1/A", subject="Cũ")
    cart = station.cart("Tin", directive_id="d1")
    with database.write("directive") as c:
        c.exec_driver_sql("UPDATE directive SET number = '77/KH-UBND', subject = 'Bầu cử' WHERE id = 'd1'")
        item_words.index_letter(c, "d1")
    assert shelf.ids("bau cu 77") == [cart.id]
    assert shelf.ids("1/A") == []


def test_the_stations_own_categories(shelf: LibraryService, station: Station, home: StationHome) -> None:
    own = home.root / "library" / "categories.toml"
    own.parent.mkdir()
    own.write_text('[cho_phien]\nwords = "Chợ phiên vùng cao"\n[y_te]\nwords = "Trạm xá"\n', "utf-8")
    known = {item.key: item for item in shelf.categories()}
    assert (known["cho_phien"].own, known["y_te"].words, known["khac"].own) == (True, "Trạm xá", False)
    cart = station.cart("Tin", category="cho_phien")
    assert shelf.ids("phien vung") == [cart.id]
    assert shelf.edit([cart.id], {"category": "y_te"}).changes
    assert shelf.ids("tram xa") == [cart.id]
    for broken in ("[x", "[x]\nhint = 'no words'", "[x]\nwords = 3", "x = 3", '[x]\nwords = "a"\ncolour = "red"'):
        own.write_text(broken, "utf-8")
        with pytest.raises(Refused) as refusal:
            shelf.categories()
        assert refusal.value.code == "library.words"
        assert shelf.ids("tin") == [cart.id]  # the search goes on
    own.write_bytes(b"\xff\xfe")
    with pytest.raises(Refused, match="cannot use"):
        shelf.categories()


def test_the_shipped_words_hold_together(shelf: LibraryService) -> None:
    assert len(shelf.categories()) > 15
    assert {item.key for item in shelf.rights()} >= {"own", "superior", "licensed", "public", "cc", "unknown"}
    assert [item.key for item in shelf.rights() if item.needs_end] == ["licensed"]
    parts = shelf.dayparts()
    assert [part.key for part in parts] == ["morning", "noon", "afternoon", "evening"]
    assert all(earlier.end == later.start for earlier, later in pairwise(parts))
    assert (shelf.languages()["vi"], len(shelf.languages())) == ("Tiếng Việt", 24)


def test_hundreds_come_in_order(shelf: LibraryService, station: Station, database: Database,
                                clock: VirtualClock) -> None:
    first = station.cart("Tin 0")
    with database.write("cart") as c:
        for number in range(1, 600):
            at = format_time(clock.now() + timedelta(minutes=number))
            store.add_cart(c, replace(first, id=f"c{number}", title=f"Tin {number}", updated_at=at))
    assert [cart.title for cart in shelf.find("tin", limit=2)] == ["Tin 599", "Tin 598"]
    assert len(shelf.ids("t")) == 600
    assert [cart.title for cart in shelf.find("tin", limit=2, offset=598)] == ["Tin 1", "Tin 0"]
    assert len(shelf.rows(shelf.ids())) == 600


def test_alphabet() -> None:
    words = ["an", "ăn", "ân", "bà", "cá", "da", "đa", "đá", "em", "êm", "la", "là", "lả", "lã", "lá", "lạ", "ô", "ơ",
             "tin 2", "tin 10", "u", "ư"]
    assert sorted(reversed(words), key=sort_key) == words


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_typed_words_break_the_search(words: str, other: str) -> None:
    expression = search.match_expression(words + " " + other, lambda token, last: ["zz"] if last else [])
    assert expression.count("(") == expression.count(")")
