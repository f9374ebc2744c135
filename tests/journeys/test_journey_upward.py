"""From the station to the office above and back: real places, real packages, and what goes wrong on the way."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hostile import APPROVER, LETTERS, OPERATOR
from hostile_files import tone
from thread_station import DAY, INJECTION, MEETING, REFUSE, TITLES, TOMORROW, Thread, by_hand

from broadcaster.aggregation.office.figures import OfficeQuery
from broadcaster.aggregation.office.model import Result
from broadcaster.aggregation.orders import NewMessage
from broadcaster.aggregation.secrets import Login
from broadcaster.base.clock import VirtualClock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import changed, load_settings, save_settings
from broadcaster.keeper.jobs import Jobs
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.protocol.verifier import canonical
from broadcaster.reports import periods
from broadcaster.wiring import App, build_app

TESTS = Path(__file__).parents[1]
USER, PASSWORD = "thu-nghiem", "mat-khau-thu"
BY = "Cán bộ Sở"
LONG = bool(os.environ.get("BROADCASTER_LONG"))


@contextmanager
def sftp(folder: Path) -> Iterator[str]:
    """The address of a real server, in a process of its own, of that folder."""
    folder.mkdir(exist_ok=True)
    words = [sys.executable, "-W", "ignore", str(TESTS / "unit" / "aggregation" / "sftp_child.py"), "sftp", str(folder)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as child:
        try:
            assert child.stdout is not None
            yield f"sftp://{USER}@127.0.0.1:{int(child.stdout.readline())}/"
        finally:
            child.kill()


@contextmanager
def database(kind: str) -> Iterator[str]:
    """What [office] database says."""
    if kind == "sqlite":
        yield ""
        return
    spec = importlib.util.spec_from_file_location("office_server", TESTS / "contracts" / "office_server.py")
    assert spec is not None
    assert spec.loader is not None
    servers: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(servers)
    if not servers.program("initdb"):
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    with servers.server() as folder:
        yield servers.new_database(folder, "office")


def office_at(root: Path, clock: VirtualClock, inbox: Path, address: str = "", like: Path | None = None) -> App:
    home = StationHome(root)
    home.create()
    if like is not None:
        shutil.copyfile(like, home.database)
    settings = changed(load_settings(home), "office", role="office", inbox=str(inbox), database=address)
    save_settings(home, changed(settings, "station", id="so-mau", name="Sở Văn hóa, Thể thao và Du lịch tỉnh Mẫu",
                                province="tỉnh Mẫu"))
    return build_app(home, clock)


@dataclass
class World:
    """A station, the office above, and the folder the office finds packages in."""

    thread: Thread
    above: App
    folder: Path

    @property
    def app(self) -> Any:
        return self.thread.app

    def known(self) -> None:
        """Both have compared the other's fingerprint."""
        self.above.office.take_inbox()
        self.above.office.trust("xa-mau", self.app.identity.fingerprint, BY)
        self.app.upward.trust.confirm_office(self.above.identity.public, APPROVER)


@pytest.fixture
def world(thread: Thread, migrated_file: Path, tmp_path: Path) -> Iterator[World]:
    folder = tmp_path / "chung"
    folder.mkdir()
    thread.again(upward={"to": str(folder), "every": "hand"})
    made = World(thread, office_at(tmp_path / "cấp trên", thread.ground.clock, folder, like=migrated_file), folder)
    yield made
    made.above.close()


def states(results: list[Result]) -> list[str]:
    return [f"{result.state} {result.code}".strip() for result in results]


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.skipif(
    not LONG, reason="long: BROADCASTER_LONG=1 runs it"))])
def test_the_whole_way_up_and_down(thread: Thread, migrated_file: Path, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "chung"
    with sftp(folder) as address, database(kind) as where:
        above = office_at(tmp_path / "cấp trên", thread.ground.clock, folder, where, migrated_file)
        try:
            world = World(thread, above, folder)
            _sent_over_sftp(world, address, tmp_path)
            _trusted_and_merged(world)
            _figures_are_the_stations(world)
            _every_airing_is_proved(world)
            _the_receipt_comes_back(world)
            _consolidated(world, tmp_path)
            _down_again(world, tmp_path)
        finally:
            above.close()


def _sent_over_sftp(world: World, address: str, tmp_path: Path) -> None:
    """A server nobody has compared gets nothing, not even the password."""
    thread = world.thread
    about = thread.app.reports.for_directive(thread.letter)
    report = thread.app.reports.write(about, "docx", tmp_path / "bao-cao.docx")
    thread.again(upward={"to": address, "every": "hand"})
    thread.app.upward.trust.keep_login(address, Login(USER, PASSWORD))
    thread.app.packages.make(reports=[report], by=OPERATOR)
    refusal = thread.app.upward.send_due().refusal
    assert (refusal.code, list(world.folder.iterdir())) == ("place.host_unknown", [])
    thread.app.upward.trust.confirm_host(refusal.facts["host"], refusal.facts["key"], APPROVER)
    sent = thread.app.upward.send_due(at_once=True)
    assert (sent.refusal, [row.state for row in sent.sent]) == (None, ["sent"])


def _trusted_and_merged(world: World) -> None:
    office = world.above.office
    assert states(office.take_inbox()) == ["waiting merge.key_waiting"]
    assert office.stations() == []
    with pytest.raises(Refused) as refusal:
        office.trust("xa-mau", world.above.identity.fingerprint, BY)
    assert refusal.value.code == "office.fingerprint_differs"
    assert states(office.trust("xa-mau", world.app.identity.fingerprint, BY)) == ["received"]
    assert list(world.folder.glob("*.dxgoi")) == []


def _figures_are_the_stations(world: World) -> None:
    """Counted three ways: journal by hand, the station's report, the office's sums."""
    counted = by_hand(world.thread.home)
    query = OfficeQuery(DAY, DAY)
    sums = world.above.office.overview.overview(query).total.figures
    whole = {name: sum(getattr(each, name) for each in counted.values()) for name in ("planned", "airings", "missed")}
    assert (sums.planned, sums.done, sums.missed, sums.corrected) == (*whole.values(), 1)
    assert (sums.partial, sums.verified, sums.faults) == (1, 1, 0)
    assert sums.seconds == round(sum(each.seconds for each in counted.values()))
    matrix = world.above.office.overview.matrix(query)
    ((letter,), (line,)) = matrix.letters, matrix.lines
    cell = line.cells[letter.ref]
    asked = world.app.reports.for_directive(world.thread.letter).requirements
    assert letter.number == asked[0].directive
    assert (cell.required, cell.aired, cell.verified) == tuple(
        sum(getattr(each, name) for each in asked) for name in ("asked", "aired", "heard"))
    assert (cell.aired, cell.verified, cell.due) == (
        sum(counted[title].airings for title in (INJECTION, REFUSE)), 1, 4)


def _every_airing_is_proved(world: World) -> None:
    """What the office shows are the station's own lines, to the byte."""
    own = {json.loads(raw)["seq"]: raw for path in sorted(world.thread.home.asrun.glob("*.jsonl"))
           for raw in path.read_bytes().splitlines()}
    for row in world.thread.rows():
        proof = world.above.office.proof("xa-mau", row.day, row.id)
        assert all(canonical(line) == own[line["seq"]] for _, line in proof.lines), row.title
        assert proof.seal is not None
        assert (proof.seal.holds, proof.seal.sha256) == (True, world.app.seals.of(row.day).sha256)
        assert [name["person"] for name in proof.signatures] == [OPERATOR]
        assert [told.note for told in proof.corrections] == (["Thôn Đông mất điện"] if row.title == MEETING else [])
        kinds = [line["kind"] for _, line in proof.lines]
        assert kinds[0] == ("START" if row.aired_frames else "MISSED"), (row.title, kinds)


def _the_receipt_comes_back(world: World) -> None:
    up = world.app.upward
    world.thread.ground.clock.advance(60)
    world.above.office.take_inbox()
    up.send_due()
    (row,) = up.queue()
    assert (row.state, row.code, row.facts["key"]) == ("sent", "office.unknown", world.above.identity.public)
    up.trust.confirm_office(str(row.facts["key"]), APPROVER)
    up.send_due()
    (row,) = up.queue()
    assert (row.state, row.code) == ("received", "")


def _consolidated(world: World, tmp_path: Path) -> None:
    made = world.above.office.consolidated.compile(periods.month("2026-11", 1), OfficeQuery(DAY, DAY))
    counted = by_hand(world.thread.home)
    airings = sum(each.airings for each in counted.values())
    total = made.overview.total.figures
    assert (total.done, total.planned) == (airings, sum(each.planned for each in counted.values()))
    files = {fmt: world.above.office.consolidated.write(made, fmt, tmp_path / f"tong-hop.{fmt}")
             for fmt in ("docx", "pdf", "xlsx", "csv")}
    word = docx.Document(str(files["docx"]))
    cells = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]
    assert cells[0][0].strip() == "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH MẪU"
    assert any("Sở Văn hóa, Thể thao và Du lịch tỉnh Mẫu tổng hợp" in part.text for part in word.paragraphs)
    assert any("Đài truyền thanh xã Mẫu" in row[1] and str(airings) in row for row in cells if len(row) > 2), cells
    book = openpyxl.load_workbook(files["xlsx"])
    rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    book.close()
    assert any("Đài truyền thanh xã Mẫu" in row and airings in row for row in rows)
    text = files["csv"].read_text(encoding="utf-8-sig")
    assert any("Đài truyền thanh xã Mẫu" in line and f",{airings}," in line for line in text.splitlines())
    assert files["pdf"].read_bytes().startswith(b"%PDF")


def _down_again(world: World, tmp_path: Path) -> None:
    """A letter becomes a new letter, a sound a draft; whoever plans with the draft gets a warning and silence."""
    thread, title = world.thread, "Thông điệp của Sở"
    tone(tmp_path / "thong-diep.wav", 900.0, 5.0)
    orders = world.above.orders
    orders.post(orders.make([LETTERS / "03.txt"], [NewMessage(tmp_path / "thong-diep.wav", title)], ["xa-mau"], by=BY),
                ["xa-mau"])
    before = {row.id for row in thread.app.directives.list()}
    place = thread.app.upward.place()
    try:
        (row,) = thread.app.downward.fetch(place)
        assert thread.app.downward.fetch(place) == []
    finally:
        place.close()
    assert (row.state, [item["kind"] for item in row.made]) == ("taken", ["letter", "message"])
    (letter,) = [each for each in thread.app.directives.list() if each.id not in before]
    assert str(letter.state) == "new"
    cart = next(each for each in thread.app.library.find() if each.title == title)
    assert (str(cart.state), cart.approval_id) == ("draft", "")
    thread.app.schedule.add_campaign(cart.id, 2, TOMORROW, TOMORROW, by=OPERATOR)
    plan = thread.app.schedule.plan(TOMORROW)
    assert title in {str(warning.facts.get("title")) for warning in plan.warnings}
    thread.app.schedule.publish_days(TOMORROW, 1)
    thread.play(6, TOMORROW)
    sounded = {line.data["title"] for line in thread.lines(Kind.START) if line.data["day"] == TOMORROW.isoformat()}
    assert sounded == set(TITLES)
    thread.app.upward.send_due()
    assert [(each.station, each.state) for each in orders.answers()] == [("xa-mau", "received")]


def later(world: World, *days: date) -> None:
    """More days that air, each sent as a package of its own into outbox/."""
    for day in days:
        world.thread.app.schedule.publish_days(day, 1)
        world.thread.play(6, day)
        world.thread.morning(day)
        world.app.packages.make()


def by_stick(world: World) -> list[Path]:
    return sorted(world.thread.home.outbox.glob("xa-mau-*.dxgoi"))


def test_lost_on_the_way_and_restored_from_a_backup(world: World, tmp_path: Path) -> None:
    """A package that is missing is named; a station that goes on from an old copy is two stories, and nothing moves."""
    office, thread = world.above.office, world.thread
    world.app.packages.make()
    backup = tmp_path / "bản sao lưu"
    shutil.copytree(thread.home.root, backup)
    later(world, TOMORROW, TOMORROW + timedelta(days=1))
    first, second, third = by_stick(world)
    office.take([first])
    office.trust("xa-mau", world.app.identity.fingerprint, BY)
    (early,) = office.take([third])
    assert (states([early]), early.facts["first"], early.facts["last"]) == (["early merge.missing"], 2, 2)
    assert office.station("xa-mau").last_day == DAY.isoformat()
    assert states(office.take([second, first, second]))[:3] == ["received"] * 3
    assert office.station("xa-mau").number == 3
    days = [(TOMORROW + timedelta(days=number)).isoformat() for number in range(2)]
    before = [office.airings("xa-mau", day) for day in days]
    shutil.rmtree(thread.home.root)
    shutil.copytree(backup, thread.home.root)
    thread.again()
    later(world, TOMORROW + timedelta(days=2))
    (fork,) = office.take([by_stick(world)[-1]])
    assert states([fork]) == ["fork merge.fork_number"]
    assert "restored from an older backup" in fork.text
    assert [office.airings("xa-mau", day) for day in days] == before
    assert office.overview.overview(OfficeQuery(DAY, TOMORROW)).total.reporting["fork"] == 1  # type: ignore[index]
    office.keep_ours("xa-mau", BY)
    assert [office.airings("xa-mau", day) for day in days] == before
    assert office.station("xa-mau").state == "active"


def test_by_a_clock_a_year_ahead_nothing_is_sent(world: World) -> None:
    """The keeper sends nothing by it; what a person sends all the same is refused by name."""
    thread, right = world.thread, world.thread.ground.clock
    thread.ground.clock = VirtualClock(right.now() + timedelta(days=400))
    thread.again(upward={"every": "day"})
    jobs = Jobs(thread.home, thread.ground.clock)
    try:
        jobs.publish()
        jobs.send()
        assert "clock_invalid" in {alarm["code"] for alarm in jobs.health()["alarms"]}
    finally:
        jobs.end()
    assert (world.app.upward.queue(), list(world.folder.iterdir())) == ([], [])
    world.app.packages.make(last=DAY)
    assert states(world.above.office.take(by_stick(world))) == ["refused package.date"]
    assert world.above.office.waiting() == []


def test_the_keeper_of_an_office_plans_nothing(world: World) -> None:
    """No empty sessions, no missing tunes: an office has no loudspeaker."""
    jobs = Jobs(world.above.home, world.thread.ground.clock)
    try:
        assert (jobs.publish(), jobs.take_inbox()) == ([], 0)
        alarms = [alarm["code"] for alarm in jobs.health()["alarms"]]
    finally:
        jobs.end()
    assert (alarms, list(world.above.home.rundowns.iterdir())) == ([], [])


def test_a_second_station_of_the_same_id_waits_for_a_person(world: World, migrated_file: Path, tmp_path: Path) -> None:
    world.app.packages.make()
    world.app.upward.send_due()
    world.known()
    other = StationHome(tmp_path / "đài khác")
    other.create()
    shutil.copyfile(migrated_file, other.database)
    save_settings(other, changed(load_settings(other), "station", id="xa-mau", name="Đài truyền thanh xã Khác"))
    pen = JournalWriter(other.asrun, world.thread.ground.clock.now)
    pen.write(Kind.BOOT, version="0.1.0", clean=True)
    pen.close()
    app = build_app(other, world.thread.ground.clock)
    try:
        path = app.packages.make(last=world.thread.ground.clock.now().date())
    finally:
        app.close()
    before = world.above.office.airings("xa-mau", DAY.isoformat())
    assert states(world.above.office.take([path])) == ["waiting merge.key_changed"]
    (key,) = world.above.office.waiting()
    assert (key.known_as, key.name) == ("xa-mau Đài truyền thanh xã Mẫu", "Đài truyền thanh xã Khác")
    assert world.above.office.airings("xa-mau", DAY.isoformat()) == before


def test_after_months_without_a_line_every_package_arrives(world: World) -> None:
    count = 90 if LONG else 12
    thread, clock, up = world.thread, world.thread.ground.clock, world.app.upward
    world.folder.rename(world.folder.with_name("đi xa"))
    for number in range(count):
        if number:
            clock.advance(86_400)
            pen = JournalWriter(thread.home.asrun, clock.now, durable=False)
            pen.write(Kind.BOOT, version="0.1.0", clean=True)
            pen.close()
            world.app.packages.make(last=clock.now().date())
        else:
            world.app.packages.make()
        assert up.send_due(at_once=True).waiting == number + 1
    assert up.queue()[-1].tries == count
    assert "risk.unsent" in {risk.code for risk in world.app.morning.look().risks}
    world.folder.with_name("đi xa").rename(world.folder)
    clock.advance(86_400)
    sent = up.send_due()
    assert (sent.refusal, sent.waiting, [row.number for row in sent.sent]) == (None, 0, list(range(1, count + 1)))
    world.known()
    assert world.above.office.station("xa-mau").number == count
    clock.advance(60)
    world.above.office.take_inbox()
    for _ in range(2):  # some sixty answers a round
        up.send_due()
    assert {row.state for row in up.queue()} == {"received"}
    assert format_time(clock.now())[:10] > (DAY + timedelta(days=count - 2)).isoformat()


def test_receipts_come_home_on_the_stick(new_thread: Callable[[], Thread], migrated_file: Path, tmp_path: Path) -> None:
    """No line at all: the answers come home on the stick the packages went out on."""
    thread, stick = new_thread(), tmp_path / "USB"
    stick.mkdir()
    above = office_at(tmp_path / "cấp trên", thread.ground.clock, tmp_path / "trống", like=migrated_file)
    try:
        thread.app.packages.make()
        assert [row.number for row in thread.app.upward.hand_over(stick, OPERATOR).sent] == [1]
        above.office.take([stick], answers=stick)
        thread.app.upward.trust.confirm_office(above.identity.public, APPROVER)
        above.office.trust("xa-mau", thread.app.identity.fingerprint, BY)
        thread.ground.clock.advance(60)
        assert states(above.office.take([stick], answers=stick)) == ["received"]
        (row,) = thread.app.upward.hand_over(stick, OPERATOR, [1]).answered
        assert (row.number, row.state, row.code) == (1, "received", "")
    finally:
        above.close()
