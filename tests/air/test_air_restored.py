"""A station brought back from a backup says so in its log, once, and claims nothing of what it cannot know."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

from air_station import DAY, Station, moment

from broadcaster.air.simulate import simulate
from broadcaster.base.clock import VirtualClock, format_time
from broadcaster.protocol import verifier
from broadcaster.protocol.journal import Kind, journal_files, read_journal
from broadcaster.protocol.restored import Restored, confirm, read_restored, write_restored
from broadcaster.wiring import build_app


def bring_back(station: Station, clock: VirtualClock) -> None:
    """As a backup of 04:50 that is brought back at 06:00, after a session that was on air at 05:00."""
    write_restored(station.home, Restored("2026-11-21T045000", format_time(moment("04:50")),
                                          format_time(moment("06:00")), "Phó Chủ tịch", seq=2))
    confirm(station.home, "Cán bộ truyền thanh", format_time(clock.now()))


def test_log_says_that_it_was_brought_back(station: Station, clock: VirtualClock) -> None:
    simulate(station.home, clock, moment("04:55"))
    bring_back(station, clock)
    clock.sleep(3600)
    station.publish([station.session(station.chain(moment("05:10"), [3.0], prefix="lost"), moment("05:30")),
                     station.session(station.chain(moment("06:10"), [2.0]), moment("06:30"), name="trua")])
    simulate(station.home, clock, moment("06:31"))
    lines = [line for path in journal_files(station.home.asrun) for line in read_journal(path)]
    said = next(number for number, line in enumerate(lines) if line.data.get("action") == "restored")
    assert lines[said].data["backup"] == "2026-11-21T045000"
    assert lines[said].data["by"] == "Cán bộ truyền thanh"
    assert (lines[said + 1].kind, lines[said + 1].data["down_reason"]) == (Kind.BOOT, "log_lost")
    assert station.told(Kind.MISSED)["lost1"].data["reason"] == "log_lost", "it may well have aired on the old computer"
    assert read_restored(station.home) is None
    simulate(station.home, clock, moment("06:32"))
    assert sum(line.data.get("action") == "restored" for path in journal_files(station.home.asrun)
               for line in read_journal(path)) == 1


def test_what_was_lost_is_told_and_is_no_fault(station: Station, clock: VirtualClock) -> None:
    simulate(station.home, clock, moment("04:55"))
    bring_back(station, clock)
    clock.sleep(timedelta(hours=1).total_seconds())
    simulate(station.home, clock, moment("06:31"))
    app = build_app(station.home, clock)
    app.asrun.file()
    faults = [fault for fault in app.seals.verify() if fault.problem != "unsealed"]
    app.close()
    assert [(fault.problem, fault.detail) for fault in faults] == [("restored", "2026-11-21T04:50")]
    alone = subprocess.run([sys.executable, verifier.__file__, str(station.home.root), "--vi"], capture_output=True,
                           text=True, check=False, encoding="utf-8")
    assert alone.returncode == 0, alone.stdout
    assert "khôi phục từ bản sao lưu lúc 2026-11-21T04:50" in alone.stdout
    assert DAY.isoformat() in alone.stdout
