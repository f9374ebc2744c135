"""Our player behind a line protocol, so that a harness can measure it beside others through their sound alone.

The harness starts this program with PULSE_SERVER and PULSE_SINK set and PEER_WORK naming a folder, and writes JSON, one
object a line, to its standard input:
  {"op": "schedule", "at": <unix seconds>, "items": [<path>, …]}   any number, first
  {"op": "go"}                                                     answered {"ev": "armed"} when all is ready
  {"op": "urgent", "items": [<path>]}                              break in with it now
  {"op": "quit"}
What is measured is the product: the files go through the library's import, get sealed approvals, stand in a sealed
rundown, and `broadcaster air` plays it in a process of its own. A file the import refuses is planned all the same, as
the player would meet one that was ruined later. Started again with the same PEER_WORK and the same schedule, only the
player is started: it has to find its place by itself. Urgent items are prepared beforehand, as a station has them, and
without a chime.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from broadcaster.accounts.model import Person
    from broadcaster.protocol.rundown import CutRef, PlannedSession
    from broadcaster.wiring import App

WORK = Path(os.environ.get("PEER_WORK", "."))
ALSA = """</usr/share/alsa/alsa.conf>
pcm.!default { type pulse hint { show on description "default" } }
"""
QUIETER_LUFS = -24.0
"""Low enough that the limiter never touches a marker: one static gain."""

Sessions = list[tuple[float, list[str]]]


class Station:
    """A station home filled with what the harness asks for."""

    def __init__(self, app: App, operator: Person, approver: Person) -> None:
        self._app, self._operator, self._approver = app, operator, approver

    def cart(self, path: Path) -> str:
        """Imported and approved. Raises Refused."""
        from broadcaster.library.model import State

        cart = self._app.library.add(path, by=self._operator.name).cart
        if cart.state is not State.APPROVED:
            self._app.approvals.submit(f"cart:{cart.id}", self._operator.name)
            self._app.approvals.approve(f"cart:{cart.id}", self._approver)
        return cart.id

    def sound(self, path: Path) -> CutRef:
        """The cut to plan for a file; what cannot be imported is put in its place as it is."""
        from broadcaster.base.errors import Refused
        from broadcaster.protocol.rundown import CutRef

        try:
            cut = self._app.library.get(self.cart(path)).cut
        except Refused:
            raw = path.read_bytes() if path.exists() else b"never there"
            sha256 = hashlib.sha256(raw).hexdigest()
            if path.exists():
                place = self._app.home.audio(sha256)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(raw)
            return CutRef(sha256, 96_000)
        return CutRef(cut.sha256, cut.frames)

    def plan(self, sessions: Sessions) -> None:
        """A sealed rundown with one session for each order."""
        from broadcaster.base.clock import STATION_ZONE
        from broadcaster.protocol.rundown import QuietHours, Rundown, write_rundown

        starts = [datetime.fromtimestamp(at, STATION_ZONE) for at, _ in sessions]
        ends = [*starts[1:], starts[-1] + timedelta(minutes=10)]
        planned = [self._session(f"s{number}", begins, ends[number], items)
                   for number, (begins, (_, items)) in enumerate(zip(starts, sessions, strict=True))]
        write_rundown(self._app.home, Rundown(
            self._app.settings.station.id, self._app.settings.station.name, starts[0].date(), 1, starts[0],
            QuietHours(**quiet_far_from(starts[0])), tuple(planned)), self._app.key)

    def _session(self, name: str, starts: datetime, ends: datetime, items: list[str]) -> PlannedSession:
        from broadcaster.protocol.approval import Approval
        from broadcaster.protocol.rundown import PlannedSession, RundownEvent

        events, at = [], starts
        for number, item in enumerate(items):
            cut = self.sound(Path(item))
            approval = Approval(f"a-{cut.sha256[:12]}", "cart:x", "", cut.sha256, self._approver.name,
                                "2026-01-01T00:00:00.000+07:00").sealed(self._app.key)
            events.append(RundownEvent(f"{name}-{number}", "thong_bao", Path(item).name, cut, at, number == 0, ends,
                                       approval))
            at += timedelta(seconds=cut.frames / 48_000)
        return PlannedSession(name, name, starts, ends, (), tuple(events))

    def prepare_urgent(self, path: Path) -> None:
        self._app.emergency.put(self.cart(path), slug=slug_of(path), chime=False)


def slug_of(path: Path) -> str:
    return f"khan-{path.stem}"


def quiet_far_from(moment: datetime) -> dict[str, str]:
    return {"start": f"{moment + timedelta(hours=11):%H:%M}", "end": f"{moment + timedelta(hours=12):%H:%M}"}


def opened(root: Path) -> tuple[App, Station]:
    """The station with its people; made when there is none yet."""
    from broadcaster.accounts.model import Role
    from broadcaster.base.clock import SystemClock
    from broadcaster.base.paths import StationHome
    from broadcaster.base.settings import Settings, changed, save_settings
    from broadcaster.wiring import build_app

    home = StationHome(root)
    if not home.settings.exists():
        quiet = quiet_far_from(SystemClock().now())
        settings = changed(Settings(), "hours", quiet_from=quiet["start"], quiet_to=quiet["end"])
        save_settings(home, changed(settings, "audio", target_lufs=QUIETER_LUFS))
    app = build_app(home)
    names = {person.name: person for person in app.accounts.people()}
    people = [names.get(name) or app.accounts.add(name, "", role, pin) for name, role, pin in (
        ("Cán bộ truyền thanh", Role.OPERATOR, "1111"), ("Phó Chủ tịch", Role.APPROVER, "2222"))]
    return app, Station(app, *people)


def build(root: Path, sessions: Sessions) -> None:
    """All that is done before the day: import, approve, plan, prepare."""
    app, station = opened(root)
    try:
        station.plan(sessions)
        folders = {Path(item).parent.parent / "urgent" for _, items in sessions for item in items
                   if Path(item).parent.name == "long"}
        for path in sorted(path for folder in folders for path in folder.glob("*")):
            station.prepare_urgent(path)
    finally:
        app.close()


class Player:
    """`broadcaster air` on one station home."""

    def __init__(self, sessions: Sessions) -> None:
        digest = hashlib.sha256(json.dumps(sessions).encode()).hexdigest()[:12]
        self.root = WORK / f"station-{digest}"
        if not (self.root / "ready").exists():
            build(self.root, sessions)
            (self.root / "ready").touch()
        self._air = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        """The real player on the sink we were given; returns when it can be ordered."""
        (WORK / "asoundrc").write_text(ALSA)
        address = self.root / "run" / "air.json"
        address.unlink(missing_ok=True)
        with (WORK / "air.err").open("ab") as errors:
            air = subprocess.Popen([sys.executable, "-m", "broadcaster", "--home", str(self.root), "air"],
                                   env={**os.environ, "ALSA_CONFIG_PATH": str(WORK / "asoundrc")},
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
        while not address.exists() and air.poll() is None:
            threading.Event().wait(0.02)  # time.sleep fails under libfaketime
        return air

    def break_in(self, path: Path) -> None:
        from broadcaster.base.paths import StationHome
        from broadcaster.protocol.link import LinkClient

        home = StationHome(self.root)
        if not (home.emergency / f"{slug_of(path)}.json").exists():
            app, station = opened(self.root)
            station.prepare_urgent(path)
            app.close()
        link = LinkClient(home)
        try:
            link.ask("break_in", message=slug_of(path), then="resume", by="harness")
        finally:
            link.close()

    def end(self) -> None:
        self._air.terminate()
        self._air.wait()


def main() -> None:
    sessions: Sessions = []
    player: Player | None = None
    for line in sys.stdin:
        order: dict[str, Any] = json.loads(line)
        if order["op"] == "schedule":
            sessions.append((float(order["at"]), [str(item) for item in order["items"]]))
        elif order["op"] == "go":
            player = Player(sessions)
            print(json.dumps({"ev": "armed"}), flush=True)
            import broadcaster.protocol.link  # noqa: F401 - loaded before the second it is needed
        elif order["op"] == "urgent" and player is not None:
            player.break_in(Path(order["items"][0]))
        elif order["op"] == "quit":
            break
    if player is not None:
        player.end()


if __name__ == "__main__":
    main()
