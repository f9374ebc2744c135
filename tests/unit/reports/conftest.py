from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from reports_office import LETTER, Office, Register, airing

from broadcaster.asrun.model import Outcome
from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed
from broadcaster.db.engine import open_database
from broadcaster.db.migrate import migrate
from broadcaster.reports.service import ReportService


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
