"""The same thread through the real processes against a sound server, and the sound found in its recording."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
from air_pulse import PulseServer, missing_parts

from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind, journal_files, read_journal


@pytest.mark.pulse
@pytest.mark.slow(120)
@pytest.mark.timeout(240)
def test_letter_to_report_through_keeper_and_air(tmp_path: Path) -> None:
    lacking = missing_parts()
    if lacking:
        pytest.skip(f"not installed: {lacking}")
    server = PulseServer(tmp_path / "pulse")
    server.start()
    try:
        recorder = server.record()
        home = StationHome(tmp_path / "trạm")
        done = subprocess.run(
            [sys.executable, "-m", "broadcaster", "--home", str(home.root), "demo", "--headless", "--sink", "device",
             "--out", str(tmp_path / "out")],
            env=server.env, capture_output=True, text=True, check=False, timeout=220)
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        recorder.stop()
        heard = recorder.samples()
    finally:
        server.close()
    stages = [json.loads(line) for line in done.stdout.splitlines()]
    assert stages[-1]["stage"] == "report"
    starts = [line for path in journal_files(home.asrun) for line in read_journal(path) if line.kind is Kind.START]
    assert starts
    for line in starts:
        cut, _ = soundfile.read(home.audio(line.data["cut"]), dtype="int16")
        assert loudest_second_found(heard, cut), f"{line.data['title']} was not heard"


def loudest_second_found(heard: np.ndarray, cut: np.ndarray) -> bool:
    """Normalised correlation above 0.9 somewhere in the recording."""
    length = min(48_000, len(cut))
    energy = np.convolve(cut.astype(np.float64) ** 2, np.ones(4800), "same")[::4800]
    start = min(max(0, int(energy.argmax()) * 4800 - length // 2), len(cut) - length)
    needle = cut[start:start + length].astype(np.float64)
    hay = heard.astype(np.float64)
    size = 1 << (len(hay) + length).bit_length()
    match = np.fft.irfft(np.fft.rfft(hay, size) * np.conj(np.fft.rfft(needle, size)), size)[:len(hay) - length]
    squares = np.concatenate([[0.0], np.cumsum(hay ** 2)])
    norms = np.sqrt((squares[length:] - squares[:-length])[:len(match)] * (needle ** 2).sum()) + 1e-9
    return bool((match / norms).max() > 0.9)
