"""A station with some aired days, and a way to make packages over again as a liar would."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from broadcaster.aggregation.archive import Archive
from broadcaster.aggregation.archive_write import member, write_package
from broadcaster.aggregation.model import Manifest
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import STATION_ZONE, VirtualClock, at, format_time
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.protocol.rundown import (
    CutRef,
    DirectiveRef,
    PlannedSession,
    QuietHours,
    Rundown,
    RundownEvent,
    write_rundown,
)
from broadcaster.wiring import App, build_app

DAY = date(2026, 11, 18)
LETTER = DirectiveRef("d1", "1349/STTTT-BCXBTT", "Tuyên truyền phòng, chống đuối nước", "Sở Thông tin và Truyền thông")
Contents = dict[str, bytes]


@dataclass(frozen=True)
class Sent:
    """A package as an office finds it."""

    path: Path
    now: datetime


class PackageStation:
    """Plays days without sound: rundown and journal as the program writes them."""

    def __init__(self, home: StationHome, start: date = DAY) -> None:
        self.home = home
        home.settings.write_text('[station]\nid = "xa-mau"\n', encoding="utf-8")
        self.clock = VirtualClock(datetime(start.year, start.month, start.day, 4, 0, tzinfo=STATION_ZONE))
        self.app: App = build_app(home, self.clock)
        self.pen = JournalWriter(home.asrun, self.clock.now, durable=False)

    def close(self) -> None:
        self.pen.close()
        self.app.close()

    def again(self) -> None:
        """The program ended and started."""
        self.app.close()
        self.app = build_app(self.home, self.clock)

    def air(self, day: date, items: int = 3, missed: int = 1, beats: int = 4) -> None:
        """A day of `items` airings and `missed` ones, over by its end: the clock stands on the next day, 04:00."""
        names = [f"{day.isoformat()}/sang/{number}" for number in range(items + missed)]
        length = 2 * beats + 2
        events = tuple(self._event(day, name, 5 * 3600 + max(60, length) * place, length)
                       for place, name in enumerate(names))
        session = PlannedSession("sang", "Buổi sáng", events[0].starts_at, events[-1].starts_at + timedelta(minutes=30),
                                 ("all",), events)
        plan = Rundown("xa-mau", "Đài truyền thanh xã Mẫu", day, 1, at(day, 3600), QuietHours("21:00", "04:30"),
                       (session,))
        write_rundown(self.home, plan, self.app.key)
        self._until(at(day, 4 * 3600 + 1800))
        self.pen.write(Kind.BOOT, version="0.1.0", clean=True)
        for event in events[:items]:
            self._play(plan, session, event)
        for event in events[items:]:
            self.pen.write(Kind.MISSED, event_id=event.id, day=day.isoformat(), session_id=session.id,
                           title=event.title, kind=event.kind, reason="file_missing", rundown=plan.file_name())
        self._until(at(day + timedelta(days=1), 4 * 3600))

    def _until(self, moment: datetime) -> None:
        self.clock.advance((moment - self.clock.now()).total_seconds())

    def _event(self, day: date, name: str, second: float, length: int) -> RundownEvent:
        sha = hashlib.sha256(name.encode()).hexdigest()  # as if the name were the sound
        approval = Approval(f"a-{name}", f"cart:{name}", "", sha, "Phó Chủ tịch",
                            format_time(at(day - timedelta(days=1), 16 * 3600)))
        starts = at(day, second)
        return RundownEvent(name, "tin", f"Bản tin {name}", CutRef(sha, length * RATE), starts, False,
                            starts + timedelta(minutes=5), approval.sealed(self.app.key), directive=LETTER,
                            campaign="c1", voice="vi")

    def _play(self, plan: Rundown, session: PlannedSession, event: RundownEvent) -> None:
        self._until(event.starts_at)
        day, began = plan.day.isoformat(), format_time(self.clock.now())
        start = self.pen.write(
            Kind.START, event_id=event.id, day=day, session_id=session.id, session_name=session.name,
            title=event.title, kind=event.kind, cut=event.cut.sha256, frames=event.cut.frames, offset=0,
            planned_start=format_time(event.starts_at),
            approval={"id": event.approval.id, "approver": event.approval.approver,
                      "approved_at": event.approval.approved_at, "text_sha256": ""},
            directive={"id": LETTER.id, "number": LETTER.number, "subject": LETTER.subject, "issuer": LETTER.issuer},
            campaign=event.campaign, voice=event.voice, zones=["all"], urgency="routine", repeat=False,
            rundown=plan.file_name(), starts=began)
        for seconds in range(2, event.cut.frames // RATE, 2):
            self.clock.advance(2)
            self.pen.write(Kind.BEAT, event_id=event.id, day=day, start_seq=start.seq, frames=seconds * RATE,
                           position=seconds * RATE, started_at=began)
        self.clock.advance(2)
        self.pen.write(Kind.END, event_id=event.id, day=day, session_id=session.id, start_seq=start.seq,
                       frames=event.cut.frames, position=event.cut.frames, reason="", started_at=began,
                       ended_at=format_time(self.clock.now()))


def contents(path: Path, now: datetime) -> tuple[Manifest, Contents]:
    """What a package holds, as it is."""
    archive = Archive(path, now)
    try:
        return archive.manifest, {entry.name: b"".join(archive.blocks(entry.name))
                                  for entry in archive.manifest.entries}
    finally:
        archive.close()


def remade(path: Path, out: Path, identity: Identity, now: datetime,
           change: Callable[[Contents], None] | None = None, **said: object) -> Path:
    """The package with other contents and another manifest, signed well: what a station that lies would send."""
    manifest, inside = contents(path, now)
    if change is not None:
        change(inside)
    write_package(out, replace(manifest, **said), [member(name, data) for name, data in inside.items()], identity)
    return out
