"""Import speed beside the bare decode of the same file; one JSON line per format.

Run: .venv/bin/python tests/bench/library_import.py [MINUTES]
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import av

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "library"))

from library_sounds import babble, encode

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import open_database
from broadcaster.db.migrate import migrate
from broadcaster.library.service import LibraryService


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder) / "home")
        home.create()
        migrate(home)
        database = open_database(home.database)
        library = LibraryService(database, home, Settings(), SystemClock())
        library.add(encode(Path(folder) / "warm.wav", babble(1.0, seed=99)))
        try:
            for suffix in (".mp3", ".m4a", ".flac"):
                path = make(Path(folder) / f"a{suffix}", minutes)
                bare = cpu(lambda path=path: decode_only(path))  # type: ignore[misc]
                whole = cpu(lambda path=path: library.add(path))  # type: ignore[misc]
                print(json.dumps({
                    "format": suffix, "minutes": minutes, "bare_decode_x_real_time": round(minutes * 60 / bare),
                    "import_x_real_time": round(minutes * 60 / whole), "import_seconds": round(whole, 2),
                    "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
                }))
        finally:
            database.close()


def make(path: Path, minutes: float) -> Path:
    """In a process of its own: making a long sound takes far more memory than importing it."""
    words = f"from library_sounds import *; encode(Path({str(path)!r}), babble({minutes * 60}))"
    subprocess.run([sys.executable, "-c", words], check=True, env={**os.environ, "PYTHONPATH": sys.path[0]})
    return path


def decode_only(path: Path) -> None:
    """What any importer must do at least: decode and resample."""
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=48_000)
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            resampler.resample(frame)


def cpu(act: Callable[[], object]) -> float:
    """Processor seconds, so that a busy machine does not tell tales."""
    start = time.process_time()
    act()
    return time.process_time() - start


if __name__ == "__main__":
    main()
