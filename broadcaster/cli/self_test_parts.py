"""What the self-test tries of the processes: the player, its journal, the helper, the window with all its pages."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import runpy
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from broadcaster.air.simulate import Simulation, simulate
from broadcaster.asrun.service import verify_files
from broadcaster.base.clock import STATION_ZONE, SystemClock, VirtualClock, unix
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.base.program import NO_WINDOW, own_command
from broadcaster.care.self_test import Ground, must
from broadcaster.db.migrate import current_revision
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.journal import journal_files
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.rundown import CutRef, PlannedSession, QuietHours, Rundown, RundownEvent, write_rundown
from broadcaster.protocol.seal import make_key
from broadcaster.protocol.verifier_file import verifier_file

_STARTS = datetime(2026, 3, 2, 5, 0, tzinfo=STATION_ZONE)
_SECONDS = 3.0
_HELPER_SECONDS = 30.0
_WINDOW_SECONDS = 90.0


def player(ground: Ground) -> str:
    """Three seconds of sound through rundown, approval and player into a file: every sample must come out again."""
    import numpy as np
    import soundfile

    home = _played(ground)
    home.create()
    # Numbers that repeat only after 16,384: a sample lost or doubled cannot go unnoticed.
    samples = ((np.arange(round(_SECONDS * RATE), dtype=np.int64) * 25_173 + 13_849) % 16_384 - 8_192).astype(np.int16)
    cut = _put(home, samples)
    _publish(home, cut)
    wav = ground.folder / "air.wav"
    run = simulate(home, VirtualClock(_STARTS - timedelta(seconds=5)), _STARTS + timedelta(seconds=10), wav)
    heard, _ = soundfile.read(wav, dtype="int16", always_2d=True)
    first = _frame(run)
    must(np.array_equal(heard[first:first + len(samples), 0], samples), "what was heard is not what was played")
    must(not heard[:first].any(), "there was sound before the start")
    return f"{_SECONDS:g} s played, all {len(samples)} samples as they are in the file"


def journal(ground: Ground) -> str:
    """What the player wrote down of it."""
    files = journal_files(_played(ground).asrun)
    must(files, "the player wrote no journal")
    faults = verify_files(files)
    must(not faults, f"the journal does not hold: {faults[:1]}")
    return f"{sum(len(path.read_bytes().splitlines()) for path in files)} lines hold together"


def verifier(ground: Ground) -> str:
    """The same by the one file that an auditor is given."""
    told, words = io.StringIO(), sys.argv
    check: dict[str, Any] = runpy.run_path(str(verifier_file()), run_name="verifier")
    try:
        with contextlib.redirect_stdout(told):
            code = check["main"]([str(_played(ground).root)])
    finally:
        sys.argv = words
    must(code == 0, told.getvalue().strip()[:300])
    return told.getvalue().strip().splitlines()[-1][:100]


def helper(ground: Ground) -> str:
    """The resident helper as a process of its own: its jobs must run by the clock, and it must answer and end."""
    home = StationHome(ground.folder / "trạm có người giúp việc")
    child = subprocess.Popen(own_command("--home", str(home.root), "keeper", "--no-air"), stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, creationflags=NO_WINDOW)
    try:
        _until_at_work(home, child)
        client = LinkClient(home, "keeper")
        client.ask("shutdown")
        client.close()
        child.wait(_HELPER_SECONDS)
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
    must(child.returncode == 0, f"the helper ended with {child.returncode}")
    return f"its jobs ran (database at {current_revision(home.database)}), it answered and ended"


def _until_at_work(home: StationHome, child: subprocess.Popen[bytes]) -> None:
    """The database of a new home is made by a job, and jobs are run by the scheduler."""
    clock = SystemClock()
    end = clock.monotonic() + _HELPER_SECONDS
    while clock.monotonic() < end:
        if current_revision(home.database) and _answers(home):
            return
        must(child.poll() is None, f"the helper ended with {child.returncode}")
        clock.sleep(0.1)
    must(False, f"the helper did nothing within {_HELPER_SECONDS:g} s")


def _answers(home: StationHome) -> bool:
    try:
        LinkClient(home, "keeper").close()
    except Refused:
        return False
    return True


def window(ground: Ground) -> str:
    """In a process of its own: a library that does not fit takes its process down, and the others are to go on."""
    ground.close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(own_command("--home", str(ground.home.root), "self-test", "--draw"), capture_output=True,
                          stdin=subprocess.DEVNULL, env=environment, timeout=_WINDOW_SECONDS, check=False,
                          creationflags=NO_WINDOW)
    told, said = (each.decode("utf-8", "replace").strip() for each in (done.stdout, done.stderr))
    must(done.returncode == 0, said[-300:] or f"the window's process ended with {done.returncode}")
    return told


def draw(home: StationHome) -> int:
    """What that process does."""
    from broadcaster.gui.self_test import open_every_page

    print(open_every_page(home), flush=True)
    os._exit(0)


def _played(ground: Ground) -> StationHome:
    return StationHome(ground.folder / "trạm phát thử")


def _put(home: StationHome, samples: Any) -> CutRef:
    import soundfile

    made = home.root / "new.flac"
    soundfile.write(made, samples, RATE, subtype="PCM_16")
    sha256 = hashlib.sha256(made.read_bytes()).hexdigest()
    place = home.audio(sha256)
    place.parent.mkdir(parents=True, exist_ok=True)
    made.replace(place)
    return CutRef(sha256, len(samples))


def _publish(home: StationHome, cut: CutRef) -> Path:
    key = make_key(home)
    approval = Approval(id="a1", subject="cart:c1", text_sha256="", audio_sha256=cut.sha256, approver="Phó Chủ tịch",
                        approved_at="2026-03-01T16:00:00.000+07:00").sealed(key)
    event = RundownEvent(id="e1", kind="thong_bao", title="Thử máy", cut=cut, starts_at=_STARTS, hard=True,
                         latest_start=_STARTS + timedelta(minutes=1), approval=approval)
    session = PlannedSession(id="thu", name="Buổi thử", starts_at=_STARTS, hard_end=_STARTS + timedelta(minutes=1),
                             zones=(), events=(event,), lead_in_seconds=0.0)
    return write_rundown(home, Rundown(
        station_id="x1", station_name="Đài truyền thanh xã Mẫu", day=_STARTS.date(), revision=1,
        created_at=_STARTS - timedelta(hours=1), quiet=QuietHours("21:00", "04:30"), sessions=(session,)), key)


def _frame(run: Simulation) -> int:
    """The file's frame that stands for the start."""
    for segment in run.segments:
        offset = round((unix(_STARTS) - unix(segment.wall)) * RATE)
        if 0 <= offset < segment.frames:
            return segment.file_offset + offset
    must(False, "nothing was played at the start")
    return 0
