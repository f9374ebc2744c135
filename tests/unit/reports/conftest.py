from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from broadcaster.asrun import store
from broadcaster.asrun.model import Airing, Outcome
from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import VirtualClock, at, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate
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


@pytest.fixture
def office(home: StationHome, clock: VirtualClock) -> Iterator[Office]:
    migrate(home)
    database = open_database(home.database)
    settings = changed(Settings(), "station", clusters=24, superior="Sở Văn hóa, Thể thao và Du lịch tỉnh Mẫu")
    asrun = AsRunService(database, home, clock, bytes(32))
    yield Office(home, database, asrun, ReportService(home, settings, clock, Register(), asrun), clock)
    database.close()


@pytest.fixture
def busy(office: Office) -> Office:
    """Three days of a letter, aired twice a day, with a power cut and a broken airing; and two other items."""
    letter, number, day = LETTER, "1349/STTTT-TTBCXB", date(2026, 11, 21)
    rows = []
    for offset in range(3):
        today = day + timedelta(offset)
        for turn, second in enumerate((5 * 3600 + 600, 17 * 3600 + 600)):
            cut_off = offset == 1 and turn == 0
            rows.append(airing(f"dn{offset}{turn}", today, second, title="Phòng, chống đuối nước trẻ em",
                               directive=letter, number=number, repeat=bool(offset or turn),
                               outcome=Outcome.MISSED if cut_off else Outcome.AIRED,
                               reason="power" if cut_off else ""))
        rows.append(airing(f"bai{offset}", today, 5 * 3600 + 900, kind="bai", seconds=300,
                           title="Nông dân thôn Mẫu làm giàu từ cây ăn quả", repeat=offset > 0))
    rows.append(airing("tb", day, 17 * 3600, kind="thong_bao", title="=Lịch cắt điện ngày 24/11/2026", seconds=45,
                       outcome=Outcome.PARTIAL, reason="preempted"))
    rows.append(airing("nh", day, 5 * 3600, kind="nhac_hieu", title="Nhạc hiệu", seconds=15))
    office.log(*rows)
    return office


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "báo cáo"
