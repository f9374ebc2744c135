"""Figures of the player against a null sink: start error, joins, CPU and memory, kill -9 to sound again, break-in.

Run by hand: .venv/bin/python tests/bench/air_figures.py starts [60] [--busy 2], or: kill [20], cpu [120],
break-in [10].
Needs PulseAudio; about two minutes each. The device's constant latency, the median of all starts, is taken off the
start error.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "air"))

from air_pulse import AirProcess, PulseServer, find_sound, wait_for
from air_station import Station

from broadcaster.base.clock import SystemClock, parse_time
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.emergency import EmergencyMessage, write_message
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.rundown import QuietHours
from broadcaster.protocol.seal import make_key

SPACING = 1.8
"""Seconds from one hard start to the next; each has two items of 0.7 s."""


def new_station(folder: Path) -> Station:
    home = StationHome(folder)
    home.create()
    return Station(home, make_key(home))


def publish(station: Station, events: list, ends: datetime) -> None:
    starts = events[0].starts_at
    quiet = [(starts + timedelta(hours=hours)).strftime("%H:%M") for hours in (11, 12)]
    station.home.settings.write_text(f'[hours]\nquiet_from = "{quiet[0]}"\nquiet_to = "{quiet[1]}"\n')
    station.publish([station.session(events, ends)], day=starts.date(), quiet=QuietHours(*quiet),
                    created=starts - timedelta(hours=1))


def used(pid: int) -> tuple[float, float]:
    """CPU seconds and resident MB."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    resident = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), resident / 1e6


def starts_and_joins(pulse: PulseServer, folder: Path, count: int) -> None:
    station = new_station(folder)
    begin = SystemClock().now() + timedelta(seconds=12)
    events = []
    for number in range(count):
        at = begin + timedelta(seconds=SPACING * number)
        events.append(station.event(f"h{number}", station.cut(0.7, seed=2 * number), at, hard=True))
        events.append(station.event(f"f{number}", station.cut(0.7, seed=2 * number + 1), at))
    publish(station, events, begin + timedelta(seconds=SPACING * count + 30))
    recorder = pulse.record()
    air = AirProcess(station.home, pulse.env)
    wait_for(lambda: bool(station.journal(Kind.START)), 30)
    cpu_before, clock_before = used(air.process.pid)[0], time.monotonic()
    wait_for(lambda: len(station.journal(Kind.END)) == len(events), SPACING * count + 60)
    cpu, resident = used(air.process.pid)
    cpu_share = (cpu - cpu_before) / (time.monotonic() - clock_before)
    air.end()
    recorder.stop()
    heard = recorder.samples()
    errors, logged, joined = [], [], 0
    ends = station.told(Kind.END)
    for number in range(count):
        hard, follow = events[2 * number], events[2 * number + 1]
        found = find_sound(heard, station.samples[hard.cut.sha256])
        logged.append((parse_time(ends[hard.id].data["started_at"]) - hard.starts_at).total_seconds() * 1000)
        if found:
            errors.append((found[0] / RATE - (hard.starts_at - begin).total_seconds()) * 1000)
            joined += found[0] + hard.cut.frames in find_sound(heard, station.samples[follow.cut.sha256])
    off = np.abs(np.array(errors) - np.median(errors))
    print(f"hard starts found               {len(errors)} of {count}")
    spread = f"p50 {np.median(off):.3f}  p95 {np.percentile(off, 95):.3f}  max {off.max():.3f}"
    print(f"start error at the sink, ms     {spread}")
    print(f"start error in the journal, ms  p50 {np.median(np.abs(logged)):.3f}  max {np.abs(logged).max():.3f}")
    print(f"joins exact to the sample       {joined} of {count}")
    print(f"underruns                       {sum(line.data['underruns'] for line in ends.values())}")
    print(f"CPU                             {cpu_share * 100:.1f} %  = {cpu_share * 3600:.0f} s per hour on air")
    print(f"memory                          {resident:.0f} MB")


def by_thread(pid: int) -> dict[str, float]:
    """CPU seconds of the main thread, which ticks, and of the others, which decode and play."""
    found = {"main": 0.0, "others": 0.0}
    for task in Path(f"/proc/{pid}/task").iterdir():
        fields = (task / "stat").read_text().rsplit(")", 1)[1].split()
        spent = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        found["main" if task.name == str(pid) else "others"] += spent
    return found


def processor_time(pulse: PulseServer, folder: Path, seconds: int) -> None:
    """A session of items of half a minute: what an ordinary one costs."""
    station = new_station(folder)
    events = station.chain(SystemClock().now() + timedelta(seconds=6), [30.0] * (seconds // 30 + 1))
    publish(station, events, events[0].starts_at + timedelta(hours=1))
    idle = AirProcess(station.home, pulse.env)
    wait_for(lambda: bool(station.journal(Kind.BEAT)), 30)
    before, begun = by_thread(idle.process.pid), time.monotonic()
    wait_for(lambda: False, seconds)
    after, spent = by_thread(idle.process.pid), time.monotonic() - begun
    resident = used(idle.process.pid)[1]
    idle.end()
    hour = {name: (after[name] - before[name]) / spent * 3600 for name in after}
    print(f"CPU s per hour on air           {sum(hour.values()):.0f}  (main thread {hour['main']:.0f}, "
          f"decoding and device {hour['others']:.0f})")
    print(f"memory                          {resident:.0f} MB")


def kill_to_sound(pulse: PulseServer, folder: Path, count: int) -> None:
    """kill -9 and a new player at once, in the middle of one long item; silence as the recording has it."""
    station = new_station(folder)
    events = station.chain(SystemClock().now() + timedelta(seconds=6), [count * 8.0 + 10])
    publish(station, events, events[0].starts_at + timedelta(hours=1))
    air = AirProcess(station.home, pulse.env)
    recorder = pulse.record()
    for done in range(count + 1):
        wait_for(lambda: len({line.data["start_seq"] for line in station.journal(Kind.BEAT)}) > done, 30)  # noqa: B023
        if done < count:
            air.kill()
            air = AirProcess(station.home, pulse.env)
    air.end()
    recorder.stop()
    loud = np.flatnonzero(recorder.samples())
    silences = np.diff(loud)[np.diff(loud) > RATE // 10] / RATE
    parts = station.journal(Kind.START)
    spread = f"p50 {np.median(silences):.2f}  p95 {np.percentile(silences, 95):.2f}  max {silences.max():.2f}"
    print(f"kill -9 to sound again, s       {spread}  ({len(silences)} silences after {count} kills)")
    print(f"parts that began further on     {sum(line.data['offset'] > 0 for line in parts[1:])} of {len(parts) - 1}")


def break_in_to_sound(pulse: PulseServer, folder: Path, count: int) -> None:
    """From the command to the first sample of the chime, as recorded, and what was lost of the item under it."""
    station = new_station(folder)
    chime, body = station.cut(0.5, seed=9001), station.cut(1.0, seed=9002)
    write_message(station.home, EmergencyMessage("thu", "Thử", body, station.approve(body), chime=chime), station.key)
    events = station.chain(SystemClock().now() + timedelta(seconds=8), [count * 7.0 + 20])
    publish(station, events, events[0].starts_at + timedelta(hours=1))
    recorder = pulse.record()
    air = AirProcess(station.home, pulse.env)
    wait_for(lambda: bool(station.journal(Kind.BEAT)), 30)
    asked, answered = [], []
    for _ in range(count):
        wait_for(lambda: False, 3.0)
        client = LinkClient(station.home)
        asked.append(time.time())
        client.ask("break_in", message="thu", by="bench")
        answered.append(time.time() - asked[-1])
        client.close()
        wait_for(lambda: False, 3.5)
    air.end()
    recorder.stop()
    heard = recorder.samples()
    noise = station.samples[events[0].cut.sha256]
    began = parse_time(station.journal(Kind.BEAT)[0].data["started_at"]).timestamp()
    zero = find_sound(heard, noise[:RATE])[0]
    chimes = find_sound(heard, station.samples[chime.sha256])
    waits = np.array([began + (at - zero) / RATE - moment for at, moment in zip(chimes, asked, strict=False)]) * 1000
    ends = [line for line in station.journal(Kind.END) if line.data["event_id"] == events[0].id]
    went_on = sum(bool(find_sound(heard, noise[line.data["position"]:][480:RATE])) for line in ends[:count])
    print(f"break-ins heard                 {len(chimes)} of {count}; item went on exactly where it stopped: {went_on}")
    print(f"command -> first sound, ms      p50 {np.median(waits):.0f}  max {waits.max():.0f}")
    print(f"command -> answer, ms           p50 {np.median(answered) * 1000:.0f}  max {max(answered) * 1000:.0f}")


@contextlib.contextmanager
def busy_loops(count: int) -> Iterator[None]:
    """So many processes that do nothing but use a core."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["starts", "kill", "cpu", "break-in"])
    parser.add_argument("count", nargs="?", type=int, default=0)
    parser.add_argument("--busy", type=int, default=0, metavar="LOOPS", help="keep so many cores busy meanwhile")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, busy_loops(asked.busy):
        pulse = PulseServer(Path(folder) / "pulse")
        pulse.start()
        try:
            print(f"load average at the start       {os.getloadavg()[0]:.1f}, busy loops {asked.busy}")
            if asked.what == "starts":
                starts_and_joins(pulse, Path(folder) / "one", asked.count or 60)
            elif asked.what == "cpu":
                processor_time(pulse, Path(folder) / "three", asked.count or 120)
            elif asked.what == "break-in":
                break_in_to_sound(pulse, Path(folder) / "four", asked.count or 10)
            else:
                kill_to_sound(pulse, Path(folder) / "two", asked.count or 20)
            print(f"load average at the end         {os.getloadavg()[0]:.1f}")
        finally:
            pulse.close()


if __name__ == "__main__":
    main()
