"""Import speed beside bare decoding and FFmpeg's own decoding with its R128 meter; one JSON line per format.

Run: OPENBLAS_NUM_THREADS=1 .venv/bin/python tests/bench/library_import.py [MINUTES] [SUFFIX…]

All figures are processor seconds turned into times real time, of the same file in the same run, on one core each, as
the reading process has it. `ratio` is the import beside FFmpeg's decoding and measuring with true peaks; the goal is
1.5. Peak memory is of a process of its own that imports nothing but this file.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import av

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "library"))

from library_sounds import babble, encode

from broadcaster.library.house import examine


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    with tempfile.TemporaryDirectory() as folder:
        import_only(encode(Path(folder) / "warm.wav", babble(4.0, seed=99)))
        for suffix in sys.argv[2:] or (".mp3", ".m4a", ".opus", ".flac", ".wav"):
            path = make(Path(folder) / f"a{suffix}", minutes)
            seconds = {"bare_decode": cpu(lambda path=path: decode_only(path))}  # type: ignore[misc]
            if shutil.which("ffmpeg"):
                for name, meter in (("ffmpeg_r128", "ebur128"), ("ffmpeg_r128_peak", "ebur128=peak=true")):
                    seconds[name] = cpu(lambda path=path, meter=meter: ffmpeg(path, meter))  # type: ignore[misc]
            seconds["import"] = cpu(lambda path=path: import_only(path))  # type: ignore[misc]
            line = {f"{name}_x": round(minutes * 60 / spent) for name, spent in seconds.items()}
            ratio = seconds["import"] / seconds.get("ffmpeg_r128_peak", seconds["bare_decode"])
            print(json.dumps({"format": suffix, "minutes": minutes, **line, "ratio": round(ratio, 2),
                              "import_seconds": round(seconds["import"], 2), "peak_memory_mb": memory(path)}),
                  flush=True)
            path.unlink()


def make(path: Path, minutes: float) -> Path:
    """In a process of its own, ten minutes again and again: making a long sound takes more memory than importing it."""
    short = path.with_name("part" + path.suffix)
    words = f"from library_sounds import *; encode(Path({str(short)!r}), babble({min(minutes, 10.0) * 60}))"
    subprocess.run([sys.executable, "-c", words], check=True, env={**os.environ, "PYTHONPATH": sys.path[0]})
    if minutes <= 10:
        return short.rename(path)
    again = str(round(minutes / 10) - 1)
    subprocess.run(["ffmpeg", "-loglevel", "error", "-y", "-stream_loop", again, "-i", short, "-c", "copy", path],
                   check=True)
    return path


def decode_only(path: Path) -> None:
    """What any importer must do at least: decode and resample."""
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=48_000)
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            resampler.resample(frame)


def ffmpeg(path: Path, meter: str) -> None:
    subprocess.run(["ffmpeg", "-v", "quiet", "-threads", "1", "-i", path, "-af", meter, "-f", "null", "-"], check=True)


def import_only(path: Path) -> None:
    with tempfile.TemporaryDirectory() as out:
        examine(path, Path(out), -18.0)


def memory(path: Path) -> int:
    """Megabytes at the most, of a process that imports only this."""
    words = (f"import resource, tempfile; from pathlib import Path; from broadcaster.library.house import examine\n"
             f"with tempfile.TemporaryDirectory() as out: examine(Path({str(path)!r}), Path(out), -18.0)\n"
             "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)")
    return int(subprocess.run([sys.executable, "-c", words], check=True, capture_output=True, text=True).stdout)


def cpu(act: Callable[[], object]) -> float:
    """Processor seconds of ours and of what we started, so that a busy machine does not tell tales."""
    start = _spent()
    act()
    return _spent() - start


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
