"""Thousands of damaged schedules of other programs: each is read or refused in one line, soon, and nothing is stored.

Run by hand: .venv/bin/python tests/chaos/hostile_schedules.py [FILES=5000] [SEED=1]. Exit code 1 when one ended in
anything but a reading or a refusal, took longer than ten seconds, or left something behind.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "schedule"))

from schedule_station import KEY, Station, sound

from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.schedule.model import Period
from broadcaster.wiring import App, build_app

LIMIT_SECONDS = 10.0
_WORDS = (b"RRULE:FREQ=SECONDLY\r\n", b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"BEGIN:VTIMEZONE\r\n", b"DTSTART:",
          b"20261122T050000", b"99999999999", b"-1", b"=cmd|'/c calc'!A1", b"\x00", b"\xff\xfe", b'"', b";", b"\t",
          b"{", b"[" * 50, b"}" * 50, b"0000-00-00", b"31/02/2026", b"TZID=", b";BYSETPOS=1", b"\r\n ", b"\\n", b"NaN",
          b"1e999", "thứ Hai".encode(), "ế".encode("utf-16-le"), b"X-DAIXA-SESSION:", b"X-DAIXA-PERIOD:", b"EXDATE:",
          b"P9999W")


def samples(app: App) -> list[bytes]:
    """What the station writes itself, in every form."""
    today = app.clock.now().date()
    span = today, today + timedelta(days=20)
    kinds = (("plan", "csv"), ("plan", "ics"), ("plan", "json"), ("sessions", "ics"), ("campaigns", "csv"))
    return [app.exchange.export(what, form, *span) for what, form in kinds]


def damaged(raw: bytes, rng: random.Random) -> bytes:
    """A few bytes, lines or words put in, taken out, doubled or exchanged."""
    body = bytearray(raw)
    for _ in range(rng.choice((1, 1, 2, 5, 30))):
        place = rng.randrange(len(body) + 1)
        deed = rng.randrange(6)
        if deed == 0:
            body[place:place] = rng.choice(_WORDS)
        elif deed == 1:
            del body[place:place + rng.choice((1, 5, 200))]
        elif deed == 2 and body:
            body[place % len(body)] = rng.randrange(256)
        elif deed == 3:
            body[place:place] = body[place:place + 80] * rng.choice((1, 3, 50))
        elif deed == 4:
            lines = bytes(body).splitlines(keepends=True)
            rng.shuffle(lines)
            body = bytearray(b"".join(lines))
        else:
            end = min(len(body), place + 12)
            body[place:end] = rng.choice(_WORDS)
    return bytes(body)


def main(files: float = 5000, seed: float = 1) -> int:
    rng, told, bad = random.Random(int(seed)), Counter[str](), []
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder) / "trạm")
        home.create()
        home.key.write_text(KEY.hex(), encoding="ascii")
        app = build_app(home, SystemClock())
        _furnish(home, app)
        seeds, before = samples(app), _state(app)
        path, slowest = Path(folder) / "x", 0.0
        for number in range(int(files)):
            path.write_bytes(damaged(rng.choice(seeds), rng))
            begun = time.perf_counter()
            try:
                incoming = app.exchange.read(path)
                told["read"] += 1
                told.update(item.code for item in incoming.refused)
            except BroadcasterError as error:
                told[f"whole: {error.code}"] += 1
            except Exception as error:  # what we look for
                bad.append(f"{number}: {type(error).__name__}: {error}")
            slowest = max(slowest, time.perf_counter() - begun)
        if _state(app) != before:
            bad.append("something was stored")
        app.close()
    if slowest > LIMIT_SECONDS:
        bad.append(f"one took {slowest:.1f} s")
    print(f"{int(files)} files, slowest {slowest:.2f} s, {len(bad)} bad")
    print("\n".join(f"  {count:6} {code}" for code, count in told.most_common()))
    print("\n".join(bad[:20]))
    return 1 if bad else 0


def _furnish(home: StationHome, app: App) -> None:
    station = Station(home, SystemClock())  # type: ignore[arg-type]
    today = app.clock.now().date()
    for name in ("a", "b", "c"):
        cart = station.put(sound(name))
        app.schedule.add_campaign(cart, 2, today, date(today.year + 1, 12, 31))
    station.close()
    app.periods.add(Period("", "mourning", "Quốc tang", today, today + timedelta(days=1), "theo thông báo", "01/TB",
                           without=("nhac",)))


def _state(app: App) -> object:
    return (app.schedule.campaigns(), app.schedule.templates(),
            app.periods.between(date(2020, 1, 1), date(2100, 1, 1)))


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:])))
