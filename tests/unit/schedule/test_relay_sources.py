"""Programmes that may be relayed: registered, approved by a standing decision, changed, withdrawn, brought back."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import soundfile

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import ApprovalSection, Settings, save_settings
from broadcaster.bulletins.sign_off import FirstYes
from broadcaster.cli.main import main
from broadcaster.library.model import CartKind
from broadcaster.library.retention_store import needed
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import Relay
from broadcaster.schedule.relays.model import RelayState
from broadcaster.wiring import App, build_app

AUTHOR, CHIEF = "Cán bộ truyền thanh", "Phó Chủ tịch"
VOV = Relay("stream", "http://tinh.example/vov1")
Open = Callable[[], App]


@pytest.fixture
def reopen(home: StationHome, clock: VirtualClock) -> Iterator[Open]:
    """Opens the station, closing it first if it is open."""
    opened: list[App] = []

    def build() -> App:
        while opened:
            opened.pop().close()
        opened.append(build_app(home, clock))
        return opened[0]

    yield build
    for app in opened:
        app.close()


@pytest.fixture
def app(reopen: Open) -> App:
    made = reopen()
    made.relays.add("vov1", "Thời sự VOV1", VOV, note="QĐ 12/QĐ-UBND", by=AUTHOR)
    return made


@pytest.fixture
def chief(app: App) -> Person:
    return app.accounts.add(CHIEF, "", Role.APPROVER, "2222")


@pytest.fixture
def music(app: App, chief: Person, tmp_path: Path) -> str:
    """An approved item that may replace a relay."""
    soundfile.write(tmp_path / "a.wav", 0.2 * np.random.default_rng(1).standard_normal(96_000), 48_000)
    cart = app.library.add(tmp_path / "a.wav", kind=CartKind.MUSIC, by=AUTHOR).cart
    app.approvals.submit(f"cart:{cart.id}", AUTHOR)
    app.approvals.approve(f"cart:{cart.id}", chief)
    return cart.id


def yes(app: App, chief: Person, **more: str) -> Approval:
    given = app.relays.approve("vov1", chief, **more)
    assert isinstance(given, Approval)
    return given


def state(app: App) -> RelayState:
    return app.relays.get("vov1").state


def code(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.code


def test_only_an_approved_source_is_one_for_the_planner(app: App, chief: Person) -> None:
    assert [(source.id, source.approval) for source in app.relays.sources()] == [("vov1", None)]
    given = yes(app, chief, valid_until="2026-12-31")
    source, = app.relays.sources()
    assert source.approval == given
    assert given.subject == "relay:vov1"
    assert given.holds(source.relay.digest(), "2026-12-31", app.key)
    assert not given.holds(source.relay.digest(), "2027-01-01", app.key)
    assert app.approval_book.ledger().lets(given)


@pytest.mark.parametrize("change", ["address", "kind", "fallback"])
def test_another_address_or_replacement_needs_another_approval(app: App, chief: Person, music: str,
                                                               change: str) -> None:
    given = yes(app, chief)
    if change == "fallback":
        app.relays.change("vov1", fallback=music, by=AUTHOR)
    else:
        relay = Relay("stream", "http://tinh.example/khac") if change == "address" else Relay("line", "Line In")
        app.relays.change("vov1", relay=relay, by=AUTHOR)
    assert state(app) is RelayState.DRAFT
    assert app.relays.sources()[0].approval is None
    assert not app.approval_book.ledger().lets(given)


def test_another_name_or_note_does_not(app: App, chief: Person) -> None:
    given = yes(app, chief)
    changed = app.relays.change("vov1", name="  Thời sự  sáng ", note="QĐ 13", relay=VOV, by=CHIEF)
    assert (changed.source.name, changed.note, changed.source.approval) == ("Thời sự sáng", "QĐ 13", given)
    assert changed.author == AUTHOR


def test_states_follow_the_days(app: App, chief: Person, clock: VirtualClock) -> None:
    yes(app, chief, valid_from="2026-11-22", valid_until="2026-11-22")
    assert state(app) is RelayState.NOT_YET
    clock.advance(24 * 3600)
    assert state(app) is RelayState.APPROVED
    clock.advance(24 * 3600)
    assert state(app) is RelayState.EXPIRED


def test_a_withdrawn_source_says_why_and_can_be_approved_anew(app: App, chief: Person) -> None:
    given = yes(app, chief)
    assert code(lambda: app.relays.withdraw("vov1", chief, "  ")) == "approval.reason"
    app.relays.withdraw("vov1", chief, "Đài tỉnh đổi giờ")
    standing = app.relays.get("vov1")
    assert (standing.state, standing.reason) == (RelayState.WITHDRAWN, "Đài tỉnh đổi giờ")
    assert not app.approval_book.ledger().lets(given)
    anew = yes(app, chief)
    assert app.approval_book.ledger().lets(anew)
    assert state(app) is RelayState.APPROVED


def test_a_removed_source_comes_back_unapproved(app: App, chief: Person) -> None:
    given = yes(app, chief)
    app.relays.remove("vov1", CHIEF, "Không dùng nữa")
    assert not app.relays.sources()
    assert [item.state for item in app.relays.standings(removed=True)] == [RelayState.REMOVED]
    assert not app.approval_book.ledger().lets(given)
    assert code(lambda: app.relays.approve("vov1", chief)) == "relay.removed"
    assert app.relays.restore("vov1", CHIEF).state is RelayState.DRAFT
    assert [step.act for step in app.relays.history("vov1")] == ["approve", "restored"]


@pytest.mark.parametrize(("source_id", "name", "relay", "fallback", "wanted"), [
    ("VOV 1", "x", VOV, "", "relay.id"), ("-", "x", VOV, "", "relay.id"), ("a" * 41, "x", VOV, "", "relay.id"),
    ("vov1", "x", VOV, "", "relay.exists"), ("vov2", "  ", VOV, "", "relay.name"),
    ("vov2", "x", Relay("stream", "ftp://x"), "", "relay.address"),
    ("vov2", "x", Relay("radio", "x"), "", "relay.kind"), ("vov2", "x", VOV, "none", "relay.fallback"),
    ("vov2", "x", Relay("file", "/không/có"), "", "relay.missing_file")])
def test_what_makes_no_source_is_refused(app: App, source_id: str, name: str, relay: Relay, fallback: str,
                                         wanted: str) -> None:
    assert code(lambda: app.relays.add(source_id, name, relay, fallback=fallback)) == wanted
    assert len(app.relays.standings()) == 1


def test_a_short_name_is_made_from_the_name(app: App) -> None:
    made = [app.relays.add("", name, VOV).id for name in ("Thời sự Đài Tỉnh", "Thời sự Đài tỉnh!", "…", "VOV1")]
    assert made == ["thoi-su-dai-tinh", "thoi-su-dai-tinh-2", "tiep-song", "vov1-2"]


def test_who_may_approve(app: App, chief: Person) -> None:
    writer = app.accounts.add(AUTHOR, "", Role.OPERATOR, "1111")
    assert code(lambda: app.relays.approve("vov1", writer)) == "approval.role"
    assert code(lambda: app.relays.withdraw("vov1", writer, "Sai")) == "approval.role"
    app.relays.add("tinh", "Đài tỉnh", Relay("line", ""), by=CHIEF)
    assert code(lambda: app.relays.approve("tinh", chief)) == "approval.self"
    assert code(lambda: app.relays.approve("none", chief)) == "relay.unknown"
    assert code(lambda: app.relays.approve("vov1", chief, valid_until="2026-11-20")) == "approval.date"
    assert code(lambda: app.relays.approve("vov1", chief, seen=Relay("line", "").digest())) == "relay.changed"
    assert state(app) is RelayState.DRAFT


def test_a_station_of_one_says_why_it_approves_itself(home: StationHome, reopen: Open, app: App, chief: Person) -> None:
    app.relays.add("tinh", "Đài tỉnh", Relay("line", ""), by=CHIEF)
    save_settings(home, Settings(approval=ApprovalSection(single_person=True)))
    again = reopen()
    assert code(lambda: again.relays.approve("tinh", chief)) == "approval.reason"
    given = again.relays.approve("tinh", chief, reason="Xã chỉ có một người")
    assert isinstance(given, Approval)
    assert given.self_approved


def test_where_two_must_agree_one_yes_airs_nothing(home: StationHome, reopen: Open, app: App, chief: Person) -> None:
    save_settings(home, Settings(approval=ApprovalSection(second_approver=True)))
    again = reopen()
    board = again.accounts.add("Trưởng ban biên tập", "", Role.APPROVER, "3333")
    assert isinstance(again.relays.approve("vov1", chief, valid_until="2026-12-31"), FirstYes)
    standing = again.relays.get("vov1")
    assert (standing.state, standing.first_approver) == (RelayState.CHECKED, CHIEF)
    assert again.relays.sources()[0].approval is None
    assert code(lambda: again.relays.approve("vov1", chief)) == "approval.second"
    given = again.relays.approve("vov1", board, valid_until="2026-11-30")
    assert isinstance(given, Approval)
    assert (given.approver, given.second_approver, given.valid_until) == (CHIEF, "Trưởng ban biên tập", "2026-11-30")
    # A changed address forgets what the first agreed to.
    again.relays.change("vov1", relay=Relay("line", ""), by=AUTHOR)
    assert isinstance(again.relays.approve("vov1", board), FirstYes)


def test_a_replacement_that_was_withdrawn_takes_the_relay_with_it(app: App, chief: Person, music: str) -> None:
    app.relays.change("vov1", fallback=music, by=AUTHOR)
    yes(app, chief)
    source, = app.relays.sources()
    assert source.fallback is not None
    assert source.relay.fallback == source.fallback
    with app.database.read() as c:
        assert source.fallback.sha256 in needed(c, app.home, "2026-11-21", "2026-11-20")
    app.library.withdraw(music, AUTHOR, "Sai bản quyền")
    assert app.relays.sources()[0].approval is None
    assert state(app) is RelayState.FALLBACK_GONE
    assert code(lambda: app.relays.approve("vov1", chief)) == "relay.fallback"
    app.relays.change("vov1", fallback="", by=AUTHOR)
    assert app.relays.sources()[0].approval is None, "another programme: silence replaces it now"
    yes(app, chief)
    assert state(app) is RelayState.APPROVED


def test_a_replacement_whose_file_is_gone_is_not_approved(app: App, chief: Person, music: str) -> None:
    app.relays.change("vov1", fallback=music, by=AUTHOR)
    app.home.audio(app.library.get(music).cut.sha256).unlink()
    assert code(lambda: app.relays.approve("vov1", chief)) == "approval.audio_missing"


def test_an_old_copy_of_the_database_learns_of_the_withdrawal(app: App, chief: Person, home: StationHome,
                                                              reopen: Open, tmp_path: Path) -> None:
    given = yes(app, chief)
    app.close()
    shutil.copy(home.database, tmp_path / "copy.db")
    again = reopen()
    again.relays.withdraw("vov1", chief, "Đài tỉnh đổi giờ")
    again.close()
    for old in home.root.glob("station.db*"):
        old.unlink()
    shutil.copy(tmp_path / "copy.db", home.database)
    again = reopen()
    standing = again.relays.get("vov1")
    assert (standing.state, standing.reason) == (RelayState.WITHDRAWN, "Đài tỉnh đổi giờ")
    assert again.relays.sources()[0].approval is None
    assert not again.approval_book.ledger().lets(given)


def test_a_ledger_made_anew_knows_the_relays(app: App, chief: Person, home: StationHome, reopen: Open) -> None:
    given = yes(app, chief)
    app.relays.add("tinh", "Đài tỉnh", Relay("line", ""), by=AUTHOR)
    over = app.relays.approve("tinh", chief)
    assert isinstance(over, Approval)
    app.relays.withdraw("tinh", chief, "Hỏng máy thu")
    app.approval_book.rebuild(app.database, CHIEF, "Thử")
    assert (app.approval_book.ledger().lets(given), app.approval_book.ledger().lets(over)) == (True, False)
    app.close()
    home.approvals.unlink()
    again = reopen()
    assert (again.approval_book.ledger().lets(given), again.approval_book.ledger().lets(over)) == (True, False)
    assert {item.id: item.state for item in again.relays.standings()} == {
        "vov1": RelayState.APPROVED, "tinh": RelayState.WITHDRAWN}


def test_an_address_edited_in_the_database_is_not_the_approved_one(app: App, chief: Person, home: StationHome,
                                                                   reopen: Open) -> None:
    yes(app, chief)
    app.close()
    with closing(sqlite3.connect(home.database)) as raw, raw:
        raw.execute("UPDATE relay_source SET address = 'http://ke-la.example/x'")
    again = reopen()
    source, = again.relays.sources()
    assert source.approval is not None
    assert not source.approval.holds(source.relay.digest(), "2026-11-21", again.key)
    assert again.relays.get("vov1").state is RelayState.DRAFT


def test_the_trail_tells_it_and_no_password(app: App, chief: Person) -> None:
    app.relays.change("vov1", relay=Relay("stream", "http://loa:matkhau@tinh.example/x"), by=AUTHOR)
    yes(app, chief)
    app.relays.remove("vov1", CHIEF)
    with closing(sqlite3.connect(app.home.database)) as raw:
        rows = raw.execute(
            "SELECT action, detail, words FROM audit WHERE subject = 'relay:vov1' ORDER BY id").fetchall()
    assert [row[0] for row in rows] == ["relay.add", "relay.address", "relay.approve", "relay.remove"]
    assert "matkhau" not in str(rows)
    assert "thoi su vov1" in rows[2][2], "found by its name"


def test_the_command_line_goes_the_same_way(app: App, chief: Person, capsys: pytest.CaptureFixture[str]) -> None:
    app.close()
    front = ["--home", str(app.home.root), "relay", "source"]
    sign = ["--as", CHIEF, "--pin", "2222"]
    assert main([*front, "add", "tinh", "--name", "Đài tỉnh", "--url", "http://a:b@tinh.vn/x", "--by", AUTHOR]) == 0
    assert main([*front, "add", "tinh2", "--name", "Đài tỉnh", "--url", "ftp://x"]) == 1
    assert main([*front, "approve", "tinh", *sign, "--until", "2099-12-31"]) == 0
    assert main([*front, "change", "tinh", "--note", "QĐ 5"]) == 0
    capsys.readouterr()
    assert main([*front, "list", "--json"]) == 0
    told = {item["id"]: item for item in json.loads(capsys.readouterr().out)}
    assert told["tinh"]["state"] == "approved"
    assert (told["tinh"]["address"], told["tinh"]["note"]) == ("http://tinh.vn/x", "QĐ 5")
    assert main([*front, "withdraw", "tinh", *sign, "--reason", "Đổi giờ"]) == 0
    assert "withdrawn" in capsys.readouterr().out
    assert main([*front, "remove", "tinh"]) == 0
    assert main([*front, "restore", "tinh"]) == 0
    assert main([*front, "test", "không-có"]) == 1
