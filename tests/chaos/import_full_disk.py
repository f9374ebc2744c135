"""By hand, as root on Linux: an import on a disk that is full after so many kilobytes, again and again.

Run: .venv/bin/python tests/chaos/import_full_disk.py [STEP_KB] [MOST_KB]

Each time either everything comes in, or one refusal is told, nothing is half known and the run goes on once there is
room again.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "library"))
from library_sounds import babble, wav

from broadcaster.base import room as room_kept
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.library.importing.model import Wish
from broadcaster.wiring import build_app


def main() -> None:
    room_kept.LOW_BYTES = 0  # the guard at 500 MB would refuse everything on a disk this small
    step = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    told: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "usb"
        source.mkdir()
        for number in range(2):
            wav(source / f"tin {number}.wav", babble(3.0, seed=number + 1))
        disk = Path(place) / "disk"
        disk.mkdir()
        for room in range(0, most, step):
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(disk)], check=True)
            try:
                told[attempt(disk, source, room)] += 1
            finally:
                subprocess.run(["umount", str(disk)], check=True)
    print(dict(told))


def attempt(disk: Path, source: Path, room_kb: int) -> str:
    """One import with so many kilobytes left; returns what was told."""
    app = build_app(StationHome(disk / "home"))
    try:
        run_id = app.imports.start([source], Wish())
        free = os.statvfs(disk)
        ballast = disk / "ballast"
        ballast.write_bytes(b"\0" * max(0, free.f_bavail * free.f_bsize - room_kb * 1000))
        try:
            app.imports.go_on(run_id)
            code = "came in"
        except Refused as refusal:
            code = refusal.code
        assert code.startswith(("disk.", "came")), code
        ballast.unlink()
        states = [file.state.value for file in app.imports.files(run_id)]
        assert set(states) <= {"waiting", "accepted", "warning"}, (room_kb, states)
        assert app.library.count() == sum(state != "waiting" for state in states), room_kb
        assert app.imports.go_on(run_id).state == "done"
        files = {path.stem for path in (app.home.root / "audio").rglob("*.flac")}
        assert {cart.cut.sha256 for cart in app.library.find()} <= files, room_kb
        assert app.library.count() == 2, room_kb
        left = [path.name for path in app.home.run.iterdir() if path.name.startswith("import")]
        assert not left, left
    finally:
        app.close()
    return code


if __name__ == "__main__":
    main()
