"""By hand, as root on Linux: a stick pulled out while it is imported, and put in again.

Run: .venv/bin/python tests/chaos/import_stick.py [COUNT=20]

The stick is a mounted tmpfs, unmounted lazily at a random moment: like a real one its files vanish and an empty mount
point stays; unlike a real one, a file that is open can still be read to its end (errors of reading are tried with
/proc/self/mem in tests/unit/library/test_library_imports.py). No file may be blamed, nothing be lost or come twice.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "library"))
from library_sounds import babble, wav
from station_consistency import consistency

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.library.importing.model import Wish
from broadcaster.wiring import build_app

FILES = 8


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    told: Counter[str] = Counter()
    dice = random.Random(1)
    with tempfile.TemporaryDirectory() as place:
        stick, copy = Path(place) / "usb", Path(place) / "copy"
        stick.mkdir()
        copy.mkdir()
        for number in range(FILES):
            wav(copy / f"tin {number}.wav", babble(4.0, seed=number + 1))
        for number in range(count):
            told[attempt(StationHome(Path(place) / f"home-{number}"), stick, copy, dice.uniform(0.0, 3.0))] += 1
    print(dict(told))


def plug(stick: Path, copy: Path) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(stick)], check=True)
    shutil.copytree(copy, stick, dirs_exist_ok=True)


def pull(stick: Path) -> None:
    subprocess.run(["umount", "-l", str(stick)], check=False, stderr=subprocess.DEVNULL)


def attempt(home: StationHome, stick: Path, copy: Path, seconds: float) -> str:
    """One import; returns what was told when the stick was pulled."""
    plug(stick, copy)
    app = build_app(home)
    try:
        run_id = app.imports.start([stick], Wish())
        hand = threading.Timer(seconds, pull, [stick])
        hand.start()
        try:
            app.imports.go_on(run_id)
            code = "all came in before"
        except Refused as refusal:
            code = refusal.code
        hand.join()
        states = Counter(file.state.value for file in app.imports.files(run_id))
        assert not states["refused"], states
        assert code == "import.source_gone" or states["accepted"] == FILES, (code, states)
        assert app.library.count() == states["accepted"], states
        assert consistency(home) == []
        plug(stick, copy)
        try:
            assert app.imports.go_on(run_id).state == "done"
        finally:
            pull(stick)
        assert app.library.count() == FILES
    finally:
        app.close()
    assert consistency(home) == []
    return code


if __name__ == "__main__":
    main()
