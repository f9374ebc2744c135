"""Changing what is said about items: in bulk, checked, and back again; states and versions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from shelf_station import Station
from sqlalchemy import select

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db import schema, trail
from broadcaster.db.engine import Database
from broadcaster.library import states
from broadcaster.library.model import Cart, CartKind, State
from broadcaster.library.service import LibraryService


def acts(database: Database, cart: Cart) -> list[str]:
    with database.read() as c:
        assert list(trail.verify(c)) == []
        return list(c.scalars(select(schema.audit.c.action).where(schema.audit.c.subject == f"cart:{cart.id}")))


def voided(database: Database, approval: str) -> str:
    with database.read() as c:
        return str(c.scalar(select(schema.approval.c.voided_reason).where(schema.approval.c.id == approval)))


def test_one_edit_of_many_values_and_back(shelf: LibraryService, station: Station, database: Database) -> None:
    station.row("directive", id="d1")
    one, two = station.cart("Một"), station.cart("Hai", note="cũ")
    values = {"kind": "nhac", "category": "y_te", "language": "km", "origin": "superior", "directive_id": "d1",
              "valid_from": "2026-11-01", "valid_until": "2026-11-30", "dayparts": ["evening", "morning"],
              "zones": ("Thôn Tây",), "rights": "cc", "source_note": "đĩa", "artist": "Ban nhạc", "note": "a\nb\x00",
              "cue_frames": 48_000}
    done = shelf.edit([one.id, two.id, one.id], values, "Cán bộ")
    assert len(done.changes) == 2 * len(values)
    now = shelf.get(one.id)
    assert (now.kind, now.dayparts, now.zones, now.note) == (
        CartKind.MUSIC, ("morning", "evening"), ("Thôn Tây",), "a\nb")
    assert shelf.ids("ban nhac") == [two.id, one.id]
    back = shelf.undo(done, "Cán bộ")
    assert (len(back.back), back.changed_meanwhile) == (2 * len(values), ())
    for cart in (one, two):
        assert shelf.get(cart.id) == cart
        assert acts(database, cart) == ["cart.edit", "cart.undo"]
    assert shelf.ids("ban nhac") == []


def test_undo_leaves_what_somebody_changed_since(shelf: LibraryService, station: Station) -> None:
    one, two = station.cart("Một"), station.cart("Hai")
    done = shelf.edit([one.id, two.id], {"artist": "A", "note": "B"})
    shelf.edit([two.id], {"artist": "C"})
    undone = shelf.undo(done)
    assert [(change.cart_id, change.name) for change in undone.changed_meanwhile] == [(two.id, "artist")]
    assert (shelf.get(one.id).artist, shelf.get(two.id).artist, shelf.get(two.id).note) == ("", "C", "")
    assert shelf.undo(done).back == ()


def test_an_edit_that_changes_nothing_leaves_no_trace(shelf: LibraryService, station: Station,
                                                      database: Database) -> None:
    cart = station.cart("Một")
    assert shelf.edit([cart.id], {"title": "Một", "zones": []}).changes == ()
    assert acts(database, cart) == []
    assert shelf.get(cart.id) == cart


@pytest.mark.parametrize(("values", "code"), [
    ({"title": " \n"}, "cart.title"), ({"title": 3}, "cart.title"), ({"kind": "podcast"}, "cart.value"),
    ({"category": "không có"}, "cart.value"), ({"language": ""}, "cart.value"), ({"origin": "x"}, "cart.value"),
    ({"valid_until": "30/11/2026"}, "cart.value"), ({"valid_until": "20261130"}, "cart.value"),
    ({"valid_from": "2026-02-30"}, "cart.value"), ({"zones": ["Thôn Bắc"]}, "cart.value"),
    ({"zones": "Thôn Tây"}, "cart.value"), ({"dayparts": ["night"]}, "cart.value"), ({"dayparts": 3}, "cart.value"),
    ({"rights": "mine"}, "cart.value"), ({"cue_frames": -1}, "cart.value"), ({"cue_frames": True}, "cart.value"),
    ({"cue_frames": 480_000}, "cart.cue"), ({"state": "approved"}, "cart.value"), ({"id": "x"}, "cart.value"),
    ({"note": "x" * 5000}, "cart.value"), ({"directive_id": "d9"}, "directive.unknown"),
    ({"valid_from": "2026-12-01"}, "cart.dates"), ({"zones": [["a"]]}, "cart.value"),
    ({"valid_from": "2026-11-02", "valid_until": "2026-11-01"}, "cart.dates"),
])
def test_wrong_values_change_nothing_at_all(shelf: LibraryService, station: Station, database: Database,
                                            values: dict[str, object], code: str) -> None:
    one, two = station.cart("Một"), station.cart("Hai", valid_until="2026-11-30")
    with pytest.raises(Refused) as refusal:
        shelf.edit([one.id, two.id], {"artist": "A", **values})
    assert refusal.value.code == code
    assert [shelf.get(cart.id) for cart in (one, two)] == [one, two]
    assert acts(database, one) == []


def test_unknown_items(shelf: LibraryService, station: Station) -> None:
    cart = station.cart("Một")
    calls: list[Callable[[], object]] = [
        lambda: shelf.edit([cart.id, "x"], {"note": "a"}), lambda: shelf.archive("x"), lambda: shelf.unarchive("x"),
        lambda: shelf.supersede(cart.id, "x"), lambda: shelf.versions("x"), lambda: shelf.use_version("x", 1),
        lambda: shelf.used("x"), lambda: shelf.aired("x"), lambda: shelf.restore("x")]
    for call in calls:
        with pytest.raises(Refused) as refusal:
            call()
        assert refusal.value.code == "cart.unknown"
    assert shelf.get(cart.id) == cart


def test_words_about_an_approved_item_keep_its_approval(shelf: LibraryService, station: Station,
                                                        database: Database) -> None:
    cart = station.cart("Một")
    approval = station.approve(cart, valid_until="2026-11-30")
    done = shelf.edit([cart.id], {"title": "Khác", "valid_until": "2026-12-31"})
    assert (shelf.get(cart.id).approval_id, shelf.get(cart.id).state) == (approval, State.APPROVED)
    assert done.beyond_approval == (cart.id,)
    assert shelf.edit([cart.id], {"valid_until": "2026-11-25"}).beyond_approval == ()
    assert shelf.edit([cart.id], {"valid_until": ""}).beyond_approval == (cart.id,)
    assert voided(database, approval) == ""


@pytest.mark.parametrize(("out", "back", "state"), [("withdraw", "restore", State.WITHDRAWN),
                                                    ("archive", "unarchive", State.ARCHIVED)])
def test_out_of_use_and_back_with_its_bulletin(shelf: LibraryService, station: Station, database: Database, out: str,
                                               back: str, state: State) -> None:
    station.row("bulletin", id="b1", text="Lời", state="approved")
    cart = station.cart("Một", bulletin_id="b1")
    approval = station.approve(cart)
    gone = getattr(shelf, out)(cart.id, "Cán bộ", "hết việc")
    assert (gone.state, gone.approval_id, bool(gone.archived_at)) == (state, "", state is State.ARCHIVED)
    assert voided(database, approval) == state.value
    getattr(shelf, out)(cart.id, "Cán bộ", "lần nữa")
    again = getattr(shelf, back)(cart.id, "Cán bộ", "cần lại")
    assert (again.state, again.archived_at) == (State.DRAFT, "")
    assert getattr(shelf, back)(cart.id) == again
    assert acts(database, cart) == [f"cart.{out}", f"cart.{back}"]
    with database.read() as c:
        assert c.scalar(select(schema.bulletin.c.state)) == "draft"


def test_another_takes_its_place(shelf: LibraryService, station: Station, database: Database) -> None:
    old, new = station.cart("Cũ"), station.cart("Mới")
    approval = station.approve(old)
    done = shelf.supersede(old.id, new.id, "Cán bộ")
    assert (done.state, done.superseded_by, done.approval_id) == (State.SUPERSEDED, new.id, "")
    assert voided(database, approval) == "superseded"
    assert shelf.ids() == [new.id]
    assert shelf.restore(old.id).superseded_by == ""
    with pytest.raises(Refused, match="own place"):
        shelf.supersede(new.id, new.id)
    shelf.withdraw(new.id)
    with pytest.raises(Refused, match="out of use itself"):
        shelf.supersede(old.id, new.id)


def test_an_earlier_sound_again(shelf: LibraryService, station: Station, database: Database, home: StationHome,
                                clock: VirtualClock) -> None:
    cart = station.cart("Một", cue_frames=400_000)
    approval = station.approve(cart)
    short = station.cut("short", frames=48_000)
    with database.write(*states.TABLES) as c:
        changed = states.give_sound(c, shelf.get(cart.id), short, "replace", "Cán bộ", clock.now().isoformat())
    assert (changed.cut, changed.state, changed.cue_frames) == (short, State.DRAFT, 0)
    assert voided(database, approval) == "audio changed"
    assert [(item.number, item.why) for item in shelf.versions(cart.id)] == [(2, "replace"), (1, "import")]
    again = shelf.use_version(cart.id, 1, "Cán bộ", "Bản cũ mới đúng")
    with database.read() as c:
        details = c.scalars(select(schema.audit.c.detail).where(schema.audit.c.subject == f"cart:{cart.id}")).all()
    assert [detail["reason"] for detail in details if detail.get("why") == "restore"] == ["Bản cũ mới đúng"]
    assert (again.cut, again.state) == (cart.cut, State.DRAFT)
    assert [item.number for item in shelf.versions(cart.id)] == [3, 2, 1]
    assert shelf.use_version(cart.id, 1) == again
    assert len(shelf.versions(cart.id)) == 3
    home.audio(short.sha256).unlink()
    for number, code in ((2, "cart.version_gone"), (9, "cart.version_unknown")):
        with pytest.raises(Refused) as refusal:
            shelf.use_version(cart.id, number)
        assert refusal.value.code == code
    assert shelf.get(cart.id) == again


def test_a_bulletins_sound_is_chosen_in_the_bulletin(shelf: LibraryService, station: Station) -> None:
    station.row("bulletin", id="b1", text="Lời")
    cart = station.cart("Một", bulletin_id="b1")
    with pytest.raises(Refused) as refusal:
        shelf.use_version(cart.id, 1)
    assert refusal.value.code == "cart.version_bulletin"
