"""A small planned day and a way to write its journal, for the tests of this folder."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import VirtualClock, at, format_time
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate
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

KEY = bytes(range(32))
DAY = date(2026, 11, 21)
LETTER = DirectiveRef("d1", "1349/STTTT-BCXBTT", "Tuyên truyền phòng, chống đuối nước", "Sở Thông tin và Truyền thông")


def event(name: str, second: float, seconds: int = 60, *, day: date = DAY, kind: str = "tin",
          directive: DirectiveRef | None = LETTER, title: str = "", repeat: bool = False) -> RundownEvent:
    sha = (name.encode().hex() + "0" * 64)[:64]
    starts = at(day, second)
    approval = Approval(f"a-{name}", f"cart:{name}", "", sha, "Phó Chủ tịch", "2026-11-20T16:00:00.000+07:00")
    return RundownEvent(name, kind, title or f"Bản tin {name}", CutRef(sha, seconds * RATE), starts, False,
                        starts + timedelta(minutes=5), approval.sealed(KEY), directive=directive, campaign="c1",
                        voice="vi", repeat=repeat)


def plan(*events: RundownEvent, revision: int = 1, day: date = DAY, session: str = "sang") -> Rundown:
    starts = events[0].starts_at if events else at(day, 5 * 3600)
    planned = PlannedSession(f"{day.isoformat()}.{session}", "Buổi sáng", starts, starts + timedelta(minutes=30),
                             ("all",), events)
    return Rundown("xa-mau", "Đài truyền thanh xã Mẫu", day, revision, at(day, 3600), QuietHours("21:00", "04:30"),
                   (planned,))


class Station:
    """A home with a database, a virtual clock, and a pen for the journal."""

    def __init__(self, home: StationHome, start: datetime) -> None:
        self.home = home
        self.clock = VirtualClock(start)
        migrate(home)
        self.database: Database = open_database(home.database)
        self.asrun = AsRunService(self.database, home, self.clock, KEY)
        self.pen = JournalWriter(home.asrun, self.clock.now)

    def close(self) -> None:
        self.pen.close()
        self.database.close()

    def publish(self, rundown: Rundown) -> Rundown:
        write_rundown(self.home, rundown, KEY)
        return rundown

    def until(self, moment: datetime) -> None:
        self.clock.advance((moment - self.clock.now()).total_seconds())

    def start(self, rundown: Rundown, name: str, *, offset: int = 0, **extra: Any) -> None:
        session, found = next((session, item) for session in rundown.sessions for item in session.events
                              if item.id == name)
        self.until(max(found.starts_at, self.clock.now()))
        letter = found.directive
        self.pen.write(
            Kind.START, event_id=found.id, session_id=session.id, session_name=session.name, title=found.title,
            kind=found.kind, cut=found.cut.sha256, frames=found.cut.frames, offset=offset,
            planned_start=format_time(found.starts_at),
            approval={"id": found.approval.id, "approver": found.approval.approver,
                      "approved_at": found.approval.approved_at, "text_sha256": ""},
            directive=None if letter is None else {"id": letter.id, "number": letter.number,
                                                   "subject": letter.subject, "issuer": letter.issuer},
            campaign=found.campaign, voice=found.voice, zones=list(session.zones), urgency=str(found.urgency),
            repeat=found.repeat, rundown=rundown.file_name(), **extra)

    def beat(self, name: str, position_seconds: float, wait: float = 2.0) -> None:
        self.clock.advance(wait)
        self.pen.write(Kind.BEAT, event_id=name, position=round(position_seconds * RATE))

    def end(self, name: str, seconds: float, reason: str = "", *, offset: int = 0, **extra: Any) -> None:
        started = self.clock.now()
        self.clock.advance(seconds)
        frames = round(seconds * RATE)
        self.pen.write(Kind.END, event_id=name, frames=frames, position=offset + frames, reason=reason,
                       started_at=format_time(started), ended_at=format_time(self.clock.now()), **extra)

    def play(self, rundown: Rundown, name: str, seconds: float = 60) -> None:
        self.start(rundown, name)
        self.end(name, seconds)
