"""A hundred files over all cores, beside the bare decode with ffmpeg's ebur128 over all cores; JSON lines.

Run: .venv/bin/python tests/bench/library_import_run.py [FILES] [SECONDS] [SUFFIX]
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from broadcaster.base.paths import StationHome
from broadcaster.library.importing.crew import hands_for
from broadcaster.library.importing.model import Wish
from broadcaster.wiring import build_app

_SPEECH = "ebur128=peak=true"


def main() -> None:
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 180.0
    suffix = sys.argv[3] if len(sys.argv) > 3 else ".mp3"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "usb"
        folder.mkdir()
        make(folder, files, seconds, suffix)
        hands = hands_for(files)
        bare, bare_cpu = timed(lambda: measure_bare(sorted(folder.iterdir()), hands))
        app = build_app(StationHome(Path(place) / "home"))
        watch = Memory()
        try:
            run_id = app.imports.start([folder], Wish())
            whole, whole_cpu = timed(lambda: app.imports.go_on(run_id))
            states = {file.state.value for file in app.imports.files(run_id)}
        finally:
            watch.stop()
            app.close()
        minutes = files * seconds / 60
        print(json.dumps({
            "files": files, "format": suffix, "minutes_of_sound": round(minutes), "processes": hands,
            "ffmpeg_ebur128_seconds": round(bare, 1), "import_seconds": round(whole, 1),
            "ratio": round(whole / bare, 2), "ratio_of_processor_time": round(whole_cpu / bare_cpu, 2),
            "import_x_real_time": round(minutes * 60 / whole), "verdicts": sorted(states),
            "parent_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
            "largest_child_mb": watch.largest, "load_before": round(os.getloadavg()[0], 1)}))


def make(folder: Path, files: int, seconds: float, suffix: str) -> None:
    """Different sounds, made by ffmpeg, which takes less time and memory than we would."""
    def one(number: int) -> None:
        sound = f"anoisesrc=d={seconds}:c=pink:r=44100:seed={number}:a=0.4,tremolo=f=4:d=0.9"
        subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", sound, "-b:a", "128k",
                        str(folder / f"tin {number:04d}{suffix}")], check=True)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(one, range(files)))


def measure_bare(paths: list[Path], hands: int) -> None:
    """What any import with checks must do at least, as xargs -P would."""
    names = "\0".join(map(str, paths)).encode()
    subprocess.run(["xargs", "-0", "-P", str(hands), "-I{}", "ffmpeg", "-nostdin", "-v", "quiet", "-i", "{}", "-af",
                    _SPEECH, "-f", "null", "-"], input=names, check=True)


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """(seconds by the clock, processor seconds of our children and of ourselves)."""
    def cpu() -> float:
        return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, (
            resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))

    start, before = time.monotonic(), cpu()
    act()
    return time.monotonic() - start, cpu() - before


class Memory:
    """The most memory one of our children takes, looked up five times a second."""

    def __init__(self) -> None:
        self.largest = 0
        self._over = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def stop(self) -> None:
        self._over.set()

    def _watch(self) -> None:
        while not self._over.wait(0.2):
            found = subprocess.run(["ps", "-o", "rss=,args=", "--ppid", str(os.getpid())], capture_output=True,
                                   text=True, check=False)
            sizes = [int(line.split()[0]) // 1024 for line in found.stdout.splitlines() if " examine " in line]
            self.largest = max([self.largest, *sizes])


if __name__ == "__main__":
    main()
