"""A station whose days really air: letter, approval, plan, a player that is killed, filing, seal, name, correction."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hostile import APPROVER, APPROVER_PIN, DAY_START, LETTERS, OPERATOR, OPERATOR_PIN, Ground, make_ground
from hostile_files import tone

from broadcaster.air.simulate import VirtualAir
from broadcaster.asrun.model import AiringQuery
from broadcaster.base.clock import at
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, load_settings, save_settings
from broadcaster.keeper.jobs import Jobs
from broadcaster.library.model import Cart, CartKind
from broadcaster.protocol.journal import JournalWriter, Kind, Line, journal_files, read_journal
from broadcaster.wiring import build_app

DAY = DAY_START.date()
INJECTION, REFUSE, MEETING = "Lịch tiêm vắc xin", "Thu gom rác", "Họp thôn"
TITLES = (INJECTION, REFUSE, MEETING)
SECONDS = 24.0
TOMORROW = DAY + timedelta(days=1)

# A player of its own in virtual time, ended as a power cut ends it: the disk holds what it held.
_DYING = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
home, begins, ends = StationHome(Path(sys.argv[1])), *map(datetime.fromisoformat, sys.argv[2:])
VirtualAir(home, VirtualClock(begins)).run_until(ends)
os.kill(os.getpid(), signal.SIGKILL)
"""


@dataclass
class Thread:
    """The station, its letter and items; the clock stands on the morning after its last day."""

    ground: Ground
    letter: str
    carts: dict[str, Cart] = field(default_factory=dict)

    @property
    def app(self) -> Any:
        return self.ground.app

    @property
    def home(self) -> StationHome:
        return self.ground.home

    def again(self, **settings: dict[str, Any]) -> None:
        """The program ended and started, with these sections of its settings changed."""
        known = load_settings(self.home)
        for section, values in settings.items():
            known = changed(known, section, **values)
        save_settings(self.home, known)
        self.ground.app.close()
        self.ground.app = build_app(self.home, self.ground.clock)

    def play(self, hours: float, day: date = DAY) -> None:
        """The player lives until that hour of the day."""
        air = VirtualAir(self.home, self.ground.clock)
        air.run_until(at(day, hours * 3600))
        air.close()

    def play_and_kill(self, hours: float, down_seconds: float) -> None:
        """A player in a process of its own is killed at that hour; for so long nobody plays."""
        begins, ends = self.ground.clock.now(), at(self.ground.clock.now().date(), hours * 3600)
        words = [sys.executable, "-c", _DYING, str(self.home.root), begins.isoformat(), ends.isoformat()]
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == -signal.SIGKILL, done.stderr
        self.ground.clock.advance((ends - begins).total_seconds() + down_seconds)

    def morning(self, day: date) -> None:
        """The keeper's rounds, before five on the day after `day`."""
        self.ground.clock.advance((at(day, 28.5 * 3600) - self.ground.clock.now()).total_seconds())
        jobs = Jobs(self.home, self.ground.clock)
        try:
            jobs.file()
            jobs.seal()
            held = [alarm["code"] for alarm in jobs.health()["alarms"]]
        finally:
            jobs.end()
        assert not {"filing_failed", "journal_faults", "seal_failed", "program_error"} & {*held}, held

    def lines(self, *kinds: Kind) -> list[Line]:
        return [line for path in journal_files(self.home.asrun) for line in read_journal(path)
                if not kinds or line.kind in kinds]

    def rows(self, day: date = DAY) -> list[Any]:
        return list(self.app.asrun.airings(AiringQuery(first_day=day.isoformat(), last_day=day.isoformat())))

    def sign(self, day: date = DAY) -> None:
        self.app.signatures.sign_day(day, self.app.accounts.check_pin(OPERATOR, OPERATOR_PIN))


def built(root: Path, station_id: str = "xa-mau") -> Thread:
    """Letter, three approved items and their campaigns for two weeks; two days published."""
    home = StationHome(root)
    home.create()
    save_settings(home, changed(Settings(), "station", id=station_id, name="Đài truyền thanh xã Mẫu",
                                commune="xã Mẫu", province="tỉnh Mẫu"))
    ground = make_ground(root)
    letter = ground.app.directives.add(LETTERS / "01.txt", by=OPERATOR).directive
    made = Thread(ground, letter.id)
    for number, (title, times) in enumerate(zip(TITLES, (2, 2, 1), strict=True)):
        path = root / f"{number}.wav"
        tone(path, 300.0 + 200 * number, SECONDS)
        cart = ground.app.library.add(path, title=title, kind=CartKind.NEWS, by=OPERATOR,
                                      directive_id="" if title == MEETING else letter.id).cart
        ground.app.approvals.submit(f"cart:{cart.id}", OPERATOR)
        ground.app.approvals.approve(f"cart:{cart.id}", ground.app.accounts.check_pin(APPROVER, APPROVER_PIN))
        made.carts[title] = ground.app.library.get(cart.id)
        ground.campaign(made.carts[title], days=14, times=times)
    ground.app.schedule.publish_days(DAY, 2)
    return made


def testified(root: Path) -> Thread:
    """One day: the player killed in the middle of an item, a sound gone before the evening, the monitor, the keeper,
    a correction, a name."""
    made = built(root)
    killed_in = made.ground.app.schedule.plan(DAY).rundown.sessions[0].events[1]
    made.play_and_kill((killed_in.starts_at - at(DAY, 0)).total_seconds() / 3600 + 10 / 3600, down_seconds=8)
    made.play(12)
    made.home.audio(made.carts[REFUSE].cut.sha256).rename(root / "lost.flac")
    made.play(22)
    heard(made)
    (root / "lost.flac").rename(made.home.audio(made.carts[REFUSE].cut.sha256))
    made.morning(DAY)
    row = next(row for row in made.rows() if row.title == MEETING)
    made.app.corrections.add(row.id, "partial", "power", "Thôn Đông mất điện", OPERATOR)
    made.sign()
    return made


def heard(made: Thread) -> None:
    """The monitor's words, as the player writes them after an END: it heard every first airing of the injections."""
    ends = [line for line in made.lines(Kind.END) if line.data["event_id"] in _events(made, INJECTION)]
    pen = JournalWriter(made.home.asrun, made.ground.clock.now)
    pen.write(Kind.VERDICT, event_id=ends[0].data["event_id"], day=DAY.isoformat(), start_seq=ends[0].data["start_seq"],
              verdict="heard", score=0.93)
    pen.close()


def _events(made: Thread, title: str) -> set[str]:
    return {line.data["event_id"] for line in made.lines(Kind.START) if line.data["title"] == title}


@dataclass
class Counted:
    """What journal and rundowns say, counted with nothing of the program's own reckoning."""

    planned: int = 0
    airings: int = 0
    missed: int = 0
    seconds: float = 0.0
    heard: int = 0


def by_hand(home: StationHome, day: date = DAY) -> dict[str, Counted]:
    """Title -> counts, from the JSON files alone."""
    found: dict[str, Counted] = defaultdict(Counted)
    planned: dict[str, str] = {}
    for path in sorted(home.rundowns.glob(f"{day.isoformat()}*.json")):
        for session in json.loads(path.read_text("utf-8"))["sessions"]:
            planned |= {event["id"]: event["title"] for event in session["events"] if event["kind"] == "tin"}
    frames: dict[str, int] = defaultdict(int)
    said: dict[str, str] = {}
    for text in (home.asrun / f"{day.isoformat()}.jsonl").read_text("utf-8").splitlines():
        line = json.loads(text)
        data = line["data"]
        if line["kind"] == "END":
            frames[data["event_id"]] += data["frames"]
        elif line["kind"] == "VERDICT":
            said[data["event_id"]] = data["verdict"]
    for event, title in planned.items():
        count = found[title]
        count.planned += 1
        count.airings += frames[event] > 0
        count.missed += frames[event] == 0
        count.seconds += frames[event] / RATE
        count.heard += said.get(event) == "heard"
    return dict(found)
