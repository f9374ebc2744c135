"""How even the station sounds: every item the demo station airs, measured by ffmpeg's own EBU R128 meter.

Run by hand: .venv/bin/python tests/bench/loudness_spread.py. Needs ffmpeg. The meter is not ours: the gain of the
rundown is applied to the cut, both channels alike, as the player sends it out.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import soundfile

from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings
from broadcaster.protocol.journal import Kind, journal_files, read_journal

SHORT = 3.0
"""Seconds below which integrated loudness says little."""


def measure(path: Path) -> tuple[float, float]:
    """LUFS and dBTP by ffmpeg."""
    said = subprocess.run(["ffmpeg", "-hide_banner", "-nostats", "-i", str(path), "-af", "ebur128=peak=true", "-f",
                           "null", "-"], capture_output=True, text=True, check=True).stderr
    summary = said[said.rindex("Summary:"):]
    loudness, peak = re.search(r"I:\s+(\S+) LUFS", summary), re.search(r"Peak:\s+(\S+) dBFS", summary)
    assert loudness is not None
    assert peak is not None
    return float(loudness[1]), float(peak[1])


def aired(home: StationHome) -> dict[str, tuple[str, float]]:
    """Title and gain of each cut that was started, by sha256."""
    return {line.data["cut"]: (line.data["title"], line.data["gain_db"]) for path in journal_files(home.asrun)
            for line in read_journal(path) if line.kind is Kind.START}


def main() -> None:
    if shutil.which("ffmpeg") is None:
        raise SystemExit("ffmpeg is not installed")
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder) / "station")
        subprocess.run([sys.executable, "-m", "broadcaster", "--home", str(home.root), "init", "--demo"], check=True,
                       stdout=subprocess.DEVNULL)
        target = load_settings(home).audio.target_lufs
        off, peaks = [], []
        for sha256, (title, gain_db) in aired(home).items():
            samples, _ = soundfile.read(home.audio(sha256), dtype="float64")
            sent = samples * 10 ** (gain_db / 20)
            soundfile.write(Path(folder) / "sent.wav", np.column_stack([sent, sent]), RATE, subtype="FLOAT")
            loudness, peak = measure(Path(folder) / "sent.wav")
            short = len(samples) / RATE < SHORT
            peaks.append(peak)
            if not short:
                off.append(loudness - target)
            print(f"{loudness:6.1f} LUFS  {peak:5.1f} dBTP  {len(samples) / RATE:6.1f} s  {'(short) ' * short}{title}")
    print(f"target {target} LUFS; {len(off)} items of {SHORT:.0f} s and more: {min(off):+.1f} … {max(off):+.1f} LU")
    print(f"highest true peak {max(peaks):.1f} dBTP over {len(peaks)} items")


if __name__ == "__main__":
    main()
