"""A station's reports on real tables, with airings as a test wants them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from broadcaster.asrun import store
from broadcaster.asrun.model import Airing, Outcome
from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import VirtualClock, at, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database
from broadcaster.directives.model import Directive, Field
from broadcaster.reports.service import ReportService

LETTER = "d1"


class Register:
    """A register with one letter in it."""

    def get(self, directive_id: str) -> Directive:
        if directive_id != LETTER:
            raise Refused("directive.unknown", f"no letter {directive_id}", ref=directive_id)
        values = {"doc_type": "cong_van", "number": "1349/STTTT-TTBCXB", "issued_date": "2026-11-18",
                  "issuer": "Sở Thông tin và Truyền thông", "subject": "Tuyên truyền phòng, chống đuối nước trẻ em"}
        return Directive(LETTER, "0" * 64, ".txt", "cong-van.txt", "", {k: Field(v) for k, v in values.items()}, (),
                         at(date(2026, 11, 19), 8 * 3600), "Cán bộ truyền thanh")


def airing(name: str, day: date, second: float = 5 * 3600, *, title: str = "", kind: str = "tin",
           outcome: Outcome = Outcome.AIRED, reason: str = "", seconds: float = 90, directive: str = "",
           number: str = "", repeat: bool = False, cut: str = "") -> Airing:
    start = at(day, second)
    sounded = outcome not in {Outcome.MISSED, Outcome.PENDING}
    return Airing(
        id=name, day=day.isoformat(), session_id=f"{day}.{'sang' if second < 43200 else 'chieu'}",
        session_name="Buổi sáng" if second < 43200 else "Buổi chiều", title=title or f"Tin {name}", kind=kind,
        urgency="routine", planned_start=format_time(start), planned_frames=90 * 48000,
        started_at=format_time(start) if sounded else "",
        ended_at=format_time(start + timedelta(seconds=seconds)) if sounded else "",
        aired_frames=round(seconds * 48000) if sounded else 0, outcome=outcome, reason=reason, note="",
        verification="sent" if sounded else "", zones=("all",), cut_sha256=cut or (title or name).encode().hex(),
        approver="Phó Chủ tịch", approved_at="2026-11-20T16:00:00.000+07:00", directive_id=directive,
        directive_number=number, directive_subject="", issuer="", campaign="", voice="vi", is_repeat=repeat,
        rundown=f"{day}.r1.json", first_seq=1, last_seq=2)


@dataclass
class Office:
    """A station's reports on real tables."""

    home: StationHome
    database: Database
    asrun: AsRunService
    reports: ReportService
    clock: VirtualClock

    def log(self, *rows: Airing) -> None:
        with self.database.write("airing") as c:
            for day in {row.day for row in rows}:
                store.replace_airings(c, day, [row for row in rows if row.day == day])
