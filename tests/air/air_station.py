"""A station with real FLAC cuts, sealed approvals and sealed rundowns, built in a few lines."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.journal import Kind, Line, journal_files, read_journal
from broadcaster.protocol.rundown import (
    CutRef,
    DirectiveRef,
    PlannedSession,
    QuietHours,
    Rundown,
    RundownEvent,
    write_rundown,
)

DAY = date(2026, 11, 21)


def moment(text: str, day: date = DAY) -> datetime:
    """HH:MM[:SS[.fff]] of the day, at the station."""
    return datetime.fromisoformat(f"{day.isoformat()}T{text}").replace(tzinfo=STATION_ZONE)


@dataclass
class Station:
    """A home and the things put into it."""

    home: StationHome
    key: bytes
    samples: dict[str, NDArray[np.int16]] = field(default_factory=dict)
    """What each cut holds, by sha256."""

    def cut(self, seconds: float, seed: int = 1, level: float = 0.25) -> CutRef:
        """A cut of noise, different for each seed; mono, 16-bit, 48 kHz."""
        count = round(seconds * RATE)
        noise = np.random.default_rng(seed).uniform(-level, level, count)
        return self.put((noise * 32768).astype(np.int16))

    def put(self, samples: NDArray[np.int16]) -> CutRef:
        temporary = self.home.root / "new.flac"
        soundfile.write(temporary, samples, RATE, subtype="PCM_16")
        sha256 = hashlib.sha256(temporary.read_bytes()).hexdigest()
        place = self.home.audio(sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        temporary.replace(place)
        self.samples[sha256] = samples
        return CutRef(sha256, len(samples))

    def approve(self, cut: CutRef, **changes: str) -> Approval:
        approval = Approval(id="a1", subject="cart:c1", text_sha256="", audio_sha256=cut.sha256,
                            approver="Phó Chủ tịch", approved_at="2026-11-20T16:00:00.000+07:00")
        return replace(approval, **changes).sealed(self.key)

    def event(self, name: str, cut: CutRef, starts_at: datetime, *, hard: bool = False, late: float = 900,
              approval: Approval | None = None, **more: object) -> RundownEvent:
        values: dict[str, object] = {
            "id": name, "kind": "thong_bao", "title": f"Thông báo {name}", "cut": cut, "starts_at": starts_at,
            "hard": hard, "latest_start": starts_at + timedelta(seconds=late),
            "approval": approval or self.approve(cut), **more}
        return RundownEvent(**values)  # type: ignore[arg-type]

    def chain(self, starts_at: datetime, lengths: list[float], prefix: str = "e", **more: object) -> list[RundownEvent]:
        """A hard first event and followers, each of its own noise."""
        events: list[RundownEvent] = []
        begins = starts_at
        for index, length in enumerate(lengths, start=1):
            cut = self.cut(length, seed=len(self.samples) + 1)
            events.append(self.event(f"{prefix}{index}", cut, begins, hard=index == 1, **more))  # type: ignore[arg-type]
            begins += timedelta(seconds=cut.frames / RATE)
        return events

    def session(self, events: list[RundownEvent], ends: datetime, name: str = "sang",
                starts: datetime | None = None) -> PlannedSession:
        return PlannedSession(id=name, name="Buổi sáng", starts_at=starts or events[0].starts_at, hard_end=ends,
                              zones=("Thôn 1", "Thôn 2"), events=tuple(events), lead_in_seconds=3.0)

    def publish(self, sessions: list[PlannedSession], revision: int = 1, day: date = DAY,
                quiet: QuietHours | None = None, created: datetime | None = None) -> Path:
        return write_rundown(self.home, Rundown(
            station_id="x1", station_name="Đài truyền thanh xã Mẫu", day=day, revision=revision,
            created_at=created or moment("00:00", day) - timedelta(hours=6),
            quiet=quiet or QuietHours("21:00", "04:30"), sessions=tuple(sessions)), self.key)

    def journal(self, *kinds: Kind) -> list[Line]:
        lines = [line for path in journal_files(self.home.asrun) for line in read_journal(path)]
        return [line for line in lines if not kinds or line.kind in kinds]

    def told(self, kind: Kind) -> dict[str, Line]:
        """The last line of a kind for each event."""
        return {line.data["event_id"]: line for line in self.journal(kind)}


DIRECTIVE = DirectiveRef("d1", "12/UBND-VX", "tuyên truyền phòng chống sốt xuất huyết", "UBND xã Mẫu")
