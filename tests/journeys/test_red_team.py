"""Somebody with every tool but the station's key: what nobody approved, or what was taken back, does not sound.

Each attack is made on a copy of the same station, with a keeper that goes its rounds or without one. Whatever it
was, the item beside it is heard as planned.
"""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hostile import APPROVER, DAY_START, Ground, make_ground, write_database
from hostile_files import tone
from test_journey_tampering import EVENING, heard

from broadcaster.accounts.model import Role
from broadcaster.air import orders
from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, sha256_of
from broadcaster.keeper.jobs import Jobs
from broadcaster.library.model import Cart, CartKind, State
from broadcaster.library.shape import Shape
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.emergency import EmergencyMessage, write_message
from broadcaster.protocol.journal import Kind, Line, journal_files, read_journal
from broadcaster.protocol.ledger import LedgerBook, approved, opened
from broadcaster.protocol.rundown import newest_rundown, read_rundown, revisions_of, write_rundown
from broadcaster.wiring import build_app

LOW, HIGH, DRAFT = "Âm thấp", "Âm cao", "Chưa duyệt"
HERTZ = {LOW: 300.0, HIGH: 3000.0, DRAFT: 1000.0}
DAY = DAY_START.date()


@dataclass
class Station:
    """One attack's ground: closed, as an intruder finds it."""

    home: StationHome
    carts: dict[str, Cart]
    key: bytes
    before: Path
    """A copy of the whole home from before `LOW` was taken back."""

    def sql(self, *statements: str) -> None:
        for statement in statements:
            names = {f"{{{name}}}": self.carts[title].id for name, title in
                     (("low", LOW), ("high", HIGH), ("draft", DRAFT))}
            for name, value in names.items():
                statement = statement.replace(name, value)
            statement = statement.replace("{yes}", self.carts[LOW].approval_id or "")
            assert write_database(self.home, statement) > 0, statement

    def older(self, *names: str) -> None:
        """Put files of the home back as they were."""
        for name in names:
            for path in self.home.root.glob(f"{name}*") if name == "station.db" else [self.home.root / name]:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            for path in self.before.glob(f"{name}*") if name == "station.db" else [self.before / name]:
                target = self.home.root / path.relative_to(self.before)
                shutil.copytree(path, target) if path.is_dir() else shutil.copy(path, target)


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, dict[str, Cart], bytes]:
    """Two approved items and one nobody approved, each asked for today; then the low one is taken back."""
    place = tmp_path_factory.mktemp("trạm")
    ground = make_ground(place / "now")
    carts = {}
    for title in (LOW, HIGH, DRAFT):
        tone(place / f"{title}.wav", HERTZ[title])
        if title == DRAFT:
            carts[title] = ground.app.library.add(place / f"{title}.wav", title=title, by=ground.operator.name).cart
        else:
            carts[title] = ground.approved_message(title, file=place / f"{title}.wav")
        ground.campaign(carts[title])
    ground.app.schedule.publish(DAY)
    ground.app.close()
    shutil.copytree(place / "now", place / "before")
    app = build_app(StationHome(place / "now"), VirtualClock(DAY_START))
    app.approvals.withdraw(f"cart:{carts[LOW].id}", APPROVER, "Sai giờ")
    key = app.key
    app.close()
    return place / "before", place / "now", carts, key


@pytest.fixture
def station(planned: tuple[Path, Path, dict[str, Cart], bytes], tmp_path: Path) -> Station:
    before, now, carts, key = planned
    shutil.copytree(now, tmp_path / "home")
    return Station(StationHome(tmp_path / "home"), carts, key, before)


def lines(home: StationHome, *kinds: Kind) -> list[Line]:
    return [line for path in journal_files(home.asrun) for line in read_journal(path) if line.kind in kinds]


def day_of(station: Station, tmp_path: Path, keeper: bool) -> dict[str, str]:
    """Plays the day: what became of each title, "" is heard; a keeper goes its round first."""
    clock = VirtualClock(DAY_START)
    if keeper:
        jobs = Jobs(station.home, clock)
        jobs.publish()
        alarms = {str(alarm["code"]) for alarm in jobs.health()["alarms"]}
        jobs.close()
        (tmp_path / "alarms").write_text(" ".join(alarms))
    air = VirtualAir(station.home, clock, tmp_path / "air.wav")
    air.run_until(EVENING)
    air.close()
    told = {str(line.data["title"]): str(line.data["reason"]) for line in lines(station.home, Kind.MISSED)}
    return told | {str(line.data["title"]): "" for line in lines(station.home, Kind.START)}


def hide_withdrawal(station: Station) -> None:
    station.sql("UPDATE approval SET voided_at = '', voided_reason = '' WHERE id = '{yes}'",
                "UPDATE cart SET state = 'approved', approval_id = '{yes}' WHERE id = '{low}'")


def raise_draft(station: Station, *more: str) -> None:
    station.sql("UPDATE cart SET state = 'approved' WHERE id = '{draft}'", *more)


def copied_row(station: Station, subject: str, seal: str = "seal") -> None:
    """The high one's approval once more, for the draft."""
    raise_draft(station, "INSERT INTO approval SELECT 'made-up', '" + subject + "', text_sha256, "
                "(SELECT cut_sha256 FROM cart WHERE id = '{draft}'), approver, approved_at, valid_until, "
                f"self_approved, valid_from, second_approver, second_at, text, {seal}, '', '' FROM approval "
                "WHERE subject = 'cart:{high}'",
                "UPDATE cart SET approval_id = 'made-up' WHERE id = '{draft}'")


def another_stations_key(station: Station) -> None:
    draft = station.carts[DRAFT]
    given = Approval("made-up", f"cart:{draft.id}", "", draft.cut.sha256, APPROVER, "2026-11-21T03:00:00.000+07:00")
    copied_row(station, "cart:{draft}", f"'{given.sealed(b'k' * 32).seal}'")


def borrowed_sound(station: Station) -> None:
    """The draft goes by the name it has, with the sound and the approval of another."""
    raise_draft(station, "UPDATE cart SET cut_sha256 = (SELECT cut_sha256 FROM cart WHERE id = '{high}'), approval_id ="
                " (SELECT approval_id FROM cart WHERE id = '{high}') WHERE id = '{draft}'")


def put_in_ledger(station: Station) -> None:
    """A line with a hash that fits, and a seal that cannot."""
    draft = station.carts[DRAFT]
    book = LedgerBook(station.home, b"k" * 32)
    given = Approval("made-up", f"cart:{draft.id}", "", draft.cut.sha256, APPROVER, "2026-11-21T03:00:00.000+07:00")
    raw = station.home.approvals.read_bytes()
    station.home.approvals.unlink()
    book.add([approved(given, "2026-11-21T03:00:00.000+07:00")])
    station.home.approvals.write_bytes(raw + station.home.approvals.read_bytes())


def own_ledger(station: Station) -> None:
    station.home.approvals.unlink()
    LedgerBook(station.home, b"k" * 32).add([opened("x", [], "2026-11-21T03:00:00.000+07:00")])


def plan_of_the_draft(station: Station) -> None:
    """A newer revision in which the draft stands, sealed with another key."""
    path = newest_rundown(station.home.rundowns, DAY)
    assert path is not None
    plan = read_rundown(path, station.key)
    session = plan.sessions[0]
    cut = replace(session.events[0].cut, sha256=station.carts[DRAFT].cut.sha256)
    events = (replace(session.events[0], title=DRAFT, cut=cut), *session.events[1:])
    write_rundown(station.home, replace(plan, revision=7, sessions=(replace(session, events=events),)), b"k" * 32)


def plan_edited(station: Station) -> None:
    path = newest_rundown(station.home.rundowns, DAY)
    assert path is not None
    body = json.loads(path.read_text(encoding="utf-8"))
    body["ledger"], body["withdrawn"] = "", []
    path.with_name(f"{DAY.isoformat()}.r8.json").write_text(json.dumps(body), encoding="utf-8")


def plan_renamed(station: Station) -> None:
    path = revisions_of(station.home.rundowns, DAY)[-1]
    shutil.copy(path, path.with_name(f"{DAY.isoformat()}.r9.json"))


def sound_swapped(station: Station) -> None:
    path = station.home.audio(station.carts[LOW].cut.sha256)
    path.chmod(0o644)
    shutil.copyfile(station.home.audio(station.carts[DRAFT].cut.sha256), path)


def flipped_settings(station: Station) -> None:
    text = station.home.settings.read_text(encoding="utf-8") if station.home.settings.exists() else ""
    station.home.settings.write_text(f"{text}\n[approval]\nsingle_person = true\n", encoding="utf-8")
    raise_draft(station)


ATTACKS: dict[str, Callable[[Station], object]] = {
    "nothing": lambda s: None,
    "withdrawal out of the database": hide_withdrawal,
    "older database": lambda s: s.older("station.db"),
    "older database and plans": lambda s: s.older("station.db", "rundowns"),
    "older plans": lambda s: s.older("rundowns"),
    "older ledger, withdrawal out of the database": lambda s: (s.older("approvals"), hide_withdrawal(s)),
    "state": raise_draft,
    "state, another's approval": lambda s: raise_draft(
        s, "UPDATE cart SET approval_id = (SELECT approval_id FROM cart WHERE id = '{high}') WHERE id = '{draft}'"),
    "another's sound and approval": borrowed_sound,
    "approval row copied": lambda s: copied_row(s, "cart:{draft}"),
    "approval row copied, same subject": lambda s: copied_row(s, "cart:{high}"),
    "approval by another key": another_stations_key,
    "campaign bent": lambda s: s.sql("UPDATE campaign SET cart_id = '{draft}' WHERE cart_id = '{low}'"),
    "line put into the ledger": put_in_ledger,
    "ledger of another key": own_ledger,
    "plan of another key": plan_of_the_draft,
    "plan edited": plan_edited,
    "plan renamed": plan_renamed,
    "sound swapped": sound_swapped,
    "settings": flipped_settings,
}
WITHOUT_KEEPER = {"nothing", "withdrawal out of the database", "older plans", "older database and plans",
                  "plan of another key", "plan edited", "plan renamed", "sound swapped", "line put into the ledger",
                  "ledger of another key"}
DAMAGED = {"line put into the ledger", "ledger of another key"}
"""The player trusts nothing until a keeper, or a person, has seen to it."""


@pytest.mark.parametrize(("attack", "keeper"), [(name, keeper) for name in ATTACKS for keeper in (True, False)
                                                if keeper or name in WITHOUT_KEEPER])
def test_only_what_is_approved_is_heard(station: Station, tmp_path: Path, attack: str, keeper: bool) -> None:
    ATTACKS[attack](station)
    told = day_of(station, tmp_path, keeper)
    assert told.get(DRAFT) != "", "never on air"
    assert told.get(LOW) != "", "never on air again"
    assert heard(tmp_path / "air.wav", HERTZ[DRAFT]) < 1e-4
    assert heard(tmp_path / "air.wav", HERTZ[LOW]) < 1e-4
    if not keeper and attack in DAMAGED:
        assert told == {LOW: "not_approved", HIGH: "not_approved"}
        return
    assert told[HIGH] == ""
    assert heard(tmp_path / "air.wav", HERTZ[HIGH]) > 1e-3
    if attack.startswith("plan") and not keeper:
        assert lines(station.home, Kind.SEAL)
    if keeper and attack == "campaign bent":
        assert DRAFT not in told


def test_a_ledger_that_only_a_person_can_mend(station: Station, tmp_path: Path) -> None:
    """Damaged, and the database says something else than its own record: silent, told, made anew, on the air again."""
    hide_withdrawal(station)
    raw = station.home.approvals.read_bytes()
    station.home.approvals.write_bytes(raw[:40] + b"?" + raw[41:])
    clock = VirtualClock(DAY_START)
    jobs = Jobs(station.home, clock)
    jobs.publish()
    assert "approvals_broken" in {alarm["code"] for alarm in jobs.health()["alarms"]}
    air = VirtualAir(station.home, clock, tmp_path / "air.wav")
    air.run_until(DAY_START + timedelta(minutes=1))
    app = build_app(station.home, clock)
    app.approval_book.rebuild(app.database, "Quản trị", "Đĩa hỏng")
    app.close()
    jobs.publish()  # its next round, within a minute
    assert "approvals_broken" not in {alarm["code"] for alarm in jobs.health()["alarms"]}
    air.run_until(EVENING)
    air.close()
    jobs.close()
    assert {str(line.data["title"]) for line in lines(station.home, Kind.START)} == {HIGH}
    assert heard(tmp_path / "air.wav", HERTZ[LOW]) < 1e-4 < 1e-3 < heard(tmp_path / "air.wav", HERTZ[HIGH])


@pytest.mark.parametrize("how", ["replaced", "altered"])
def test_another_key_lets_nothing_sound_and_says_so(station: Station, tmp_path: Path, how: str) -> None:
    station.home.key.chmod(0o600)
    station.home.key.write_text(("ab" * 32) if how == "replaced" else "không phải khóa", encoding="utf-8")
    if how == "altered":
        with pytest.raises(Refused) as refusal:
            VirtualAir(station.home, VirtualClock(DAY_START))
        assert refusal.value.code == "key.unreadable"
        return
    told = day_of(station, tmp_path, keeper=True)
    assert told == {}
    assert max(heard(tmp_path / "air.wav", hertz) for hertz in HERTZ.values()) < 1e-4
    assert {"approvals_broken", "next_empty"} <= set((tmp_path / "alarms").read_text().split())


def test_an_emergency_message_with_another_sound_does_not_break_in(station: Station, tmp_path: Path) -> None:
    high, draft = station.carts[HIGH], station.carts[DRAFT]
    plan = newest_rundown(station.home.rundowns, DAY)
    assert plan is not None
    events = [event for session in read_rundown(plan, station.key).sessions for event in session.events]
    yes = next(event for event in events if event.title == HIGH)
    write_message(station.home, EmergencyMessage("bao", "Bão", yes.cut, yes.approval), station.key)
    path = station.home.emergency / "bao.json"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace(high.cut.sha256, draft.cut.sha256), encoding="utf-8")
    clock = VirtualClock(DAY_START)
    air = VirtualAir(station.home, clock, tmp_path / "air.wav")
    (station.home.emergency / "orders").mkdir(exist_ok=True)
    for name in ("bao.txt", "lu.txt"):
        (station.home.emergency / "orders" / name).write_text("confirm\nby = Chủ tịch\n", encoding="utf-8")
    for seconds in range(1, 10):
        air.run_until(DAY_START + timedelta(seconds=seconds))
    assert "order_refused" in {alarm.code for alarm in air.conductor.alarms.all()}
    path.write_text(good, encoding="utf-8")
    orders.break_in(air.conductor, {"message": "bao", "confirmed": True}, "Cán bộ trực")
    air.run_until(DAY_START + timedelta(seconds=30))
    air.close()
    assert [line.data["action"] for line in lines(station.home, Kind.OPERATOR)].count("order_refused") == 2
    assert [line.data["cut"] for line in lines(station.home, Kind.START)] == [high.cut.sha256]
    assert heard(tmp_path / "air.wav", HERTZ[DRAFT]) < 1e-4


# -- what the program itself does to an approval --


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    made = make_ground(tmp_path / "trạm mẫu")
    yield made
    made.app.close()


def test_what_ends_an_approval_and_what_keeps_it(ground: Ground, tmp_path: Path) -> None:
    app, by = ground.app, ground.operator.name
    tone(tmp_path / "other.wav", 700.0)
    deeds: dict[str, tuple[Callable[[Cart], object], bool]] = {
        "rename": (lambda cart: app.library.rename(cart.id, "Tên khác", by), True),
        "category": (lambda cart: app.library.edit([cart.id], {"note": "ghi chú"}, by), True),
        "validity": (lambda cart: app.library.edit([cart.id], {"valid_until": "2099-01-01"}, by), True),
        "cue": (lambda cart: app.shaping.shape(cart.id, replace(app.shaping.shape_of(cart.id), cue_frames=4800), by),
                True),
        "trim": (lambda cart: app.shaping.shape(cart.id, Shape(9600, 0, 0, 0, 0, 0), by), False),
        "replace": (lambda cart: app.library.replace_audio(cart.id, tmp_path / "other.wav", by), False),
        "withdraw": (lambda cart: app.library.withdraw(cart.id, by, "thôi"), False),
        "archive": (lambda cart: app.library.archive(cart.id, by, "thôi"), False),
    }
    for number, (name, (deed, keeps)) in enumerate(deeds.items()):
        tone(tmp_path / f"{number}.wav", 300.0 + 20 * number)
        cart = app.library.add(tmp_path / f"{number}.wav", title=name, kind=CartKind.MESSAGE, by=by).cart
        app.approvals.submit(f"cart:{cart.id}", by)
        given = app.approvals.approve(f"cart:{cart.id}", ground.approver, "2026-11-25")
        assert isinstance(given, Approval)
        deed(app.library.get(cart.id))
        assert app.approval_book.ledger().lets(given) == keeps, name
        assert (app.approvals.current(cart.id) is not None) == keeps, name
        assert not given.holds(cart.cut.sha256, "2026-11-26", app.key), "nothing lengthens what was signed"
    used = next(cart for cart in app.library.find("trim"))
    app.library.use_version(used.id, 1, by)
    assert app.library.get(used.id).state is not State.APPROVED, "the old sound is back, its approval is not"


def test_two_windows_approve_the_same_thing_at_once(ground: Ground) -> None:
    cart = ground.app.library.add(Path(__file__).parents[2] / "resources" / "audio" / "thong-diep-mau.mp3",
                                  by=ground.operator.name).cart
    ground.app.approvals.submit(f"cart:{cart.id}", ground.operator.name)
    other = ground.app.accounts.add("Chủ tịch", "", Role.APPROVER, "3434")
    second = build_app(ground.home, ground.clock)
    given: list[object] = []

    def sign(app: object, person: object) -> None:
        try:
            given.append(app.approvals.approve(f"cart:{cart.id}", person))  # type: ignore[attr-defined]
        except Refused as refusal:
            given.append(refusal.code)

    threads = [threading.Thread(target=sign, args=each) for each in ((ground.app, ground.approver), (second, other))]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    second.close()
    assert sorted(isinstance(each, Approval) for each in given) == [False, True]
    assert "approval.state" in given
    assert len(ground.app.approval_book.ledger().approved) == 1
    assert sha256_of(ground.home.audio(cart.cut.sha256)) == cart.cut.sha256
