"""Figures of the sentinel: how surely it tells the right sound from a wrong one, and what it costs.

Run by hand: .venv/bin/python tests/bench/sentinel_figures.py accept, or: cost, or: monitor.
Some minutes, ten seconds, forty seconds; the last needs PulseAudio.
The loudspeaker is computed, not real: 400-4,000 Hz, six echoes up to 0.6 s, a clock 100 ppm fast. Noise is as loud as
the sound at 0 dB.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from datetime import datetime
from pathlib import Path

import numpy as np
import soundfile

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "air"))

from air_corpus import Samples, notices, read_aloud, through_horn, tune, with_noise
from air_pulse import PulseServer
from air_sentinel import Listening

from broadcaster.air.sentinel.fingerprint import SLOT, Extractor, Track
from broadcaster.air.sentinel.match import Match, match, windows_of
from broadcaster.air.sentinel.sentinel import Sentinel
from broadcaster.air.timeline import Timeline
from broadcaster.base.clock import STATION_ZONE, SystemClock, VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.base.settings import ZoneSection

LEAD, TAIL = 8, 13
"""Seconds of village before and after each sound."""
CONDITIONS = ((None, ""), (0, "white"), (0, "pink"), (0, "babble"), (-5, "pink"), (-10, "pink"))
LENGTHS = (4, 8, 0)
"""Seconds of an airing; 0: whole."""
BULLETINS = sorted((Path(__file__).resolve().parent.parent / "data" / "bulletins").glob("*.txt"))


def corpus() -> dict[str, Samples]:
    """Twenty notices that hardly differ, half of them in the southern voice, five bulletins and three tunes."""
    texts = notices()
    sounds = {f"notice {number // 4}.{number % 4}": sound for number, sound in enumerate(
        read_aloud(texts[:12]) + read_aloud(texts[12:], "vi-vn-x-south"))}
    for number, path in enumerate(BULLETINS):
        sounds[f"bulletin {number}"] = read_aloud([path.read_text(encoding="utf-8")[:700]])[0]
    return sounds | {name: tune(name) for name in ("nhac-hieu", "nhac-cat", "chuong")}


def track(sound: Samples) -> Track:
    found = Track(4_000)
    Extractor(found).feed(0, sound)
    return found


def heard_in(sound: Samples, snr: float | None, kind: str, voices: tuple[Samples, ...], seed: int) -> Track:
    """What the microphone makes of it; its place in the track is LEAD seconds on."""
    padded = np.concatenate((np.zeros(LEAD * RATE, np.float32), sound, np.zeros(TAIL * RATE, np.float32)))
    spoken = slice(LEAD * RATE, LEAD * RATE + len(sound))
    return track(with_noise(through_horn(padded, seed), 60 if snr is None else snr, kind or "white", seed + 1,
                            over=spoken, voices=voices))


def stretches(sounds: dict[str, Samples], length: int) -> list[tuple[str, int, int]]:
    """(name, first slot, last slot) of the middle of each sound, or of the whole of it."""
    found = []
    for name, sound in sounds.items():
        slots = len(sound) // SLOT - 1
        if not length:
            found.append((name, 0, slots))
        elif slots >= length * 20:
            first = (slots - length * 20) // 2
            found.append((name, first, first + length * 20))
    return found


def relation(one: str, other: str) -> str:
    """alike: notices with the same greeting and ending, and often the same date; or bulletins with one greeting."""
    if one == other:
        return "right"
    return "alike" if one.split()[0] == other.split()[0] else "wrong"


def accept() -> None:
    sounds = corpus()
    # Backwards, so that the babble does not hold the very bulletins that must not be found in it.
    voices = tuple(sound[::-1] for name, sound in sounds.items() if name.startswith("bulletin"))
    references = {name: track(sound) for name, sound in sounds.items()}
    print("| noise | airing | right: not heard | wrong: heard | alike: heard | right: score least, middle "
          "| wrong: score middle, 99 % |")
    print("|---|---|---|---|---|---|---|")
    for snr, kind in CONDITIONS:
        captured = {name: heard_in(sound, snr, kind, voices, seed)
                    for seed, (name, sound) in enumerate(sounds.items())}
        for length in LENGTHS:
            told: dict[str, list[Match]] = defaultdict(list)
            for name, first, last in stretches(sounds, length):
                places = [(slot, slot + LEAD * 20, slots) for slot, slots in windows_of(first, last)]
                for other, capture in captured.items():
                    told[relation(name, other)].append(match(references[name], capture, places, 240))
            print(row(f"{'none' if snr is None else f'{snr} dB {kind}'}", length, told), flush=True)


def row(noise: str, length: int, told: dict[str, list[Match]]) -> str:
    def share(kind: str, heard: bool) -> str:
        hits = sum(item.heard is heard for item in told[kind])
        return f"{hits} of {len(told[kind])}"

    right, wrong = ([item.score for item in told[kind]] for kind in ("right", "wrong"))
    return (f"| {noise} | {f'{length} s' if length else 'whole'} | {share('right', False)} | {share('wrong', True)} | "
            f"{share('alike', True)} | {min(right):.2f}, {np.median(right):.2f} | "
            f"{np.median(wrong):.2f}, {np.percentile(wrong, 99):.2f} |")


def cost() -> None:
    speech = np.resize(read_aloud(notices()[:1])[0], 120 * RATE)
    for name, bus, heard in (("idle, nobody listens", None, None), ("idle, microphone", None, speech),
                             ("on air, nobody listens", speech, None), ("on air, microphone", speech, speech)):
        print(f"{name}: {share_of_a_core(bus, heard):.2f} % of a core")
    listening = Listening(VirtualClock(datetime(2026, 11, 21, 5, tzinfo=STATION_ZONE)))
    block = np.stack((speech[:960], speech[:960]), axis=1)
    began = time.perf_counter()
    for number in range(5_000):
        listening.sentinel.reference(number * 960, block)
    print(f"on the audio thread: {(time.perf_counter() - began) / 5_000 * 1e6:.1f} µs a block of 20 ms")
    whole = track(speech)
    for seconds in (10, 60, 115):
        windows = [(slot, slot, slots) for slot, slots in windows_of(0, seconds * 20)]
        began = time.perf_counter()
        match(whole, whole, windows, 240)
        print(f"a verdict on {seconds} s: {(time.perf_counter() - began) * 1000:.0f} ms ({len(windows)} windows)")
    print(f"load average {os.getloadavg()[0]:.1f}")


def share_of_a_core(bus: Samples | None, heard: Samples | None) -> float:
    """Processor time of a sentinel's own work, without the sound card's."""
    clock = VirtualClock(datetime(2026, 11, 21, 5, tzinfo=STATION_ZONE))
    sentinel = Listening(clock, monitor="" if heard is None else "microphone").sentinel
    silence, seconds = np.zeros((960, 2), np.float32), 120
    began = time.process_time()
    for frame in range(0, (seconds - 1) * RATE, 960):
        sentinel.reference(frame, silence if bus is None else np.stack((bus[frame:frame + 960],) * 2, axis=1))
        clock.advance(0.02)
        if heard is not None and frame % 4_800 == 0:
            sentinel.hear(clock.monotonic(), heard[frame:frame + 4_800])
        if frame % 12_000 == 0:
            sentinel.poll()
    return (time.process_time() - began) / seconds * 100


def monitor() -> None:
    """With a real input: PulseAudio's monitor of a null sink, on which another program plays."""
    with tempfile.TemporaryDirectory() as folder:
        pulse = PulseServer(Path(folder) / "pulse")
        with (pulse.folder / "asoundrc").open("a") as file:
            file.write('pcm.mon_a { type pulse device zone_a.monitor hint { show on description "mon_a" } }\n')
        pulse.start()
        try:
            soundfile.write(Path(folder) / "notice.wav", np.resize(read_aloud(notices()[:1])[0], 60 * RATE), RATE)
            other = subprocess.Popen(["paplay", "-d", "zone_a", f"{folder}/notice.wav"], env=pulse.env)
            subprocess.run([sys.executable, __file__, "listening"], env=pulse.env, check=True)
            other.kill()
            other.wait()
        finally:
            pulse.close()


def listening() -> None:
    """Called by `monitor`, with PulseAudio's settings."""
    clock, timeline = SystemClock(), Timeline()
    timeline.base = clock.monotonic()
    sentinel = Sentinel(ZoneSection("a", monitor="mon_a"), clock, timeline)
    sentinel.listen()
    time.sleep(3)
    began, used = time.monotonic(), time.process_time()
    time.sleep(30)
    share = (time.process_time() - used) / (time.monotonic() - began) * 100
    print(f"a real monitor, {sentinel.heard_db} dBFS: {share:.2f} % of a core, load {os.getloadavg()[0]:.1f}")
    sentinel.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("accept", "cost", "monitor", "listening"))
    {"accept": accept, "cost": cost, "monitor": monitor, "listening": listening}[parser.parse_args().what]()
