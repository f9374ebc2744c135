"""Everything people do, on a disk that is full after so many kilobytes, again and again; by hand as root on Linux.

Run: .venv/bin/python tests/chaos/station_full_disk.py [STEP_KB=16] [MOST_KB=600] [ACT…]

Each time either all of it is done, or one refusal with a sentence is told and nothing is half known; with room again
the same act succeeds. Prints per act how often which was told, and every fault.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "library"))
from station_acts import ACTS, Ready, prepare, ready
from station_consistency import consistency

from broadcaster.base import room as room_kept
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.gui.errors import SENTENCES


def main() -> None:
    room_kept.LOW_BYTES = 0  # the guard at 500 MB would refuse everything on a disk this small
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    step, most = numbers[0] if numbers else 16, numbers[1] if len(numbers) > 1 else 600
    names = [word for word in sys.argv[1:] if word in ACTS] or list(ACTS)
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        prepare(Path(place) / "made")
        disk = Path(place) / "disk"
        disk.mkdir()
        for name in names:
            told: Counter[str] = Counter()
            for room in range(0, most, step):
                subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)], check=True)
                try:
                    shutil.copytree(Path(place) / "made", disk / "made")
                    told[attempt(disk / "made", name, room, faults)] += 1
                except Exception as error:
                    faults.append(f"{name} at {room} KB: {error!r}")
                finally:
                    subprocess.run(["umount", "-l", str(disk)], check=True)
            print(f"{name:<11} {dict(told)}", flush=True)
    print("\n".join(faults) or "no fault")


def attempt(folder: Path, name: str, room_kb: int, faults: list[str]) -> str:
    """One act with so many kilobytes left; returns what was told."""
    station = ready(folder)
    ballast = folder / "ballast"
    free = os.statvfs(folder)
    ballast.write_bytes(b"\0" * max(0, free.f_bavail * free.f_bsize - room_kb * 1000))
    try:
        code = told(station, name)
    finally:
        station.app.close()
        ballast.unlink()
    if code != "done" and (code not in SENTENCES or not code.startswith(("disk.", "ledger."))):
        faults.append(f"{name} at {room_kb} KB told {code}")
    faults += [f"{name} at {room_kb} KB: {fault}" for fault in consistency(StationHome(folder / "home"), strays=True)]
    if code != "done":
        again = ready(folder)
        try:
            if (code_now := told(again, name)) != "done":
                faults.append(f"{name} at {room_kb} KB, with room again: {code_now}")
        finally:
            again.app.close()
        faults += [f"{name} at {room_kb} KB, done again: {fault}"
                   for fault in consistency(StationHome(folder / "home"), strays=True)]
    return code


def told(station: Ready, name: str) -> str:
    """ "done", or the code of the refusal."""
    try:
        ACTS[name](station)
    except BroadcasterError as refusal:
        return refusal.code
    return "done"


if __name__ == "__main__":
    main()
