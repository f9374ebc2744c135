"""A station home with a year behind it: what a programmer opens to see how a page does with much in it.

    .venv/bin/python tools/make_year.py HOME [--days 365] [--items 50000] [--letters 1000] [--campaigns 200]

It is the demo station "Xã Mẫu", begun a year ago. Its plans are the planner's own; the log is written as the player
would have written it for them (a BEAT every fifteen seconds instead of two), then filed, sealed and signed by the
program. The many library items are rows without a sound; what was planned has one. Days, items, letters and campaigns
are drawn from one seed, so two homes of the same day are alike. The people's PINs are those of the demo station.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from sqlalchemy import insert, select

from broadcaster.accounts.model import Role
from broadcaster.asrun.model import AiringQuery, Outcome
from broadcaster.base.clock import STATION_ZONE, SystemClock, VirtualClock, at, format_time
from broadcaster.base.frames import RATE
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome
from broadcaster.base.vietnamese import sort_key
from broadcaster.cli import demo_station as demo
from broadcaster.db import schema, search
from broadcaster.db.item_words import category_token
from broadcaster.library.categories import categories
from broadcaster.library.model import CartKind
from broadcaster.protocol.journal import JournalWriter, Kind, Reason
from broadcaster.protocol.rundown import PlannedSession, Rundown, RundownEvent, newest_rundown, read_rundown
from broadcaster.wiring import App, build_app

WORDS = """phòng chống dịch bệnh bão lũ tiêm chủng an toàn giao thông thông báo bầu cử thu gom rác nước sạch nông thôn
mới bảo hiểm y tế chuyển đổi số cháy rừng tuyên truyền người dân hội phụ nữ thanh niên học sinh vệ sinh""".split()  # noqa: SIM905
SUBJECTS = ("phòng, chống sốt xuất huyết", "phòng, chống cháy rừng", "an toàn giao thông", "tiêm chủng mở rộng",
            "thu gom rác thải", "bảo hiểm y tế toàn dân", "phòng, chống đuối nước", "lịch cắt điện",
            "nước sạch nông thôn")
SOUNDS = 24
"""Announcements with a sound, a campaign's item each in turn."""
MISSED = 0.03
BEAT_SECONDS = 15
REASONS = (Reason.POWER, Reason.PC_OFF, Reason.DEVICE_LOST, Reason.OPERATOR)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("home", type=Path)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--items", type=int, default=50_000, help="library items besides those that have a sound")
    parser.add_argument("--letters", type=int, default=1_000)
    parser.add_argument("--campaigns", type=int, default=200)
    asked = parser.parse_args()
    home = StationHome(asked.home)
    if home.database.exists() or home.settings.exists():
        print(f"{home.root} already holds a station", file=sys.stderr)  # noqa: T201
        return 1
    make_year(home, asked.days, asked.items, asked.letters, asked.campaigns)
    print(f"station home: {home.root}")  # noqa: T201
    return 0


def make_year(home: StationHome, days: int = 365, items: int = 50_000, letters: int = 1_000,
              campaigns: int = 200) -> None:
    """Fill an empty home; about 80 s of one core for the figures given."""
    home.create()
    today = SystemClock().now().astimezone(STATION_ZONE).date()
    first = today - timedelta(days=days)
    past, dice = VirtualClock(at(first, 4 * 3600)), random.Random(7)  # noqa: S311
    demo.write_demo_settings(home, past.now(), silent=True)
    home.demo_note.write_text(f"{demo.OPERATOR}: {demo.OPERATOR_PIN}\n{demo.APPROVER}: {demo.APPROVER_PIN}\n", "utf-8")
    app = build_app(home, past)
    try:
        with told("people, letters, bulletins, sounds"):
            content = demo.fill(app, lambda stage, facts: None)
            demo.add_emergency_message(app)
            carts = [*(cart.id for cart in content.carts), *add_sounds(app, dice)]
        with told(f"{campaigns} campaigns"):
            add_campaigns(app, carts, first, days, campaigns, dice)
        with told(f"{days} days planned and logged"):
            app.schedule.publish_days(first, days)
            LogOfPlans(home, past, app.key, dice).write(first, days)
        with told("filed and sealed"):
            app.asrun.file()
            app.seals.make()
        with told("signed and corrected"):
            sign_and_correct(app, first, days)
        with told(f"{letters} letters, {items} items"):
            add_letters(app, letters, first, days, dice)
            add_items(app, items, first, days, dice)
    finally:
        app.close()


@contextmanager
def told(words: str) -> Iterator[None]:
    """Say what is done and how long it took."""
    begun, busy = time.perf_counter(), time.process_time()
    yield
    print(f"{words:<36} {time.perf_counter() - begun:6.1f} s, {time.process_time() - busy:6.1f} of processor",  # noqa: T201
          flush=True)


def add_sounds(app: App, dice: random.Random) -> list[str]:
    """Short chords under real titles, approved."""
    people = {person.name: person for person in app.accounts.people()}
    app.accounts.add("Cán bộ văn hóa", "", Role.OPERATOR, "3333")
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(SOUNDS):
            beat = np.arange(RATE * dice.randrange(20, 75)) / RATE
            tone = sum(np.sin(2 * np.pi * (220 + 11 * number) * step * beat) for step in (1, 1.25, 1.5))
            path = Path(folder) / f"{number}.wav"
            soundfile.write(path, (0.1 * tone * (1 + np.sin(0.7 * beat))).astype("float32"), RATE)
            title = f"Thông báo số {number + 1} về {SUBJECTS[number % len(SUBJECTS)]}"
            cart = app.library.add(path, title=title, kind=CartKind.NOTICE, origin="own", by=demo.OPERATOR).cart
            demo.approve_cart(app, cart, people[demo.OPERATOR], people[demo.APPROVER])
            found.append(cart.id)
    return found


def add_campaigns(app: App, carts: list[str], first: date, days: int, count: int, dice: random.Random) -> None:
    """Begun all over the year, two or three weeks each; the last ones run on."""
    for number in range(count):
        begin = first + timedelta(days=number * days // max(1, count))
        app.schedule.add_campaign(carts[number % len(carts)], dice.choice((1, 2, 2)), begin,
                                  begin + timedelta(days=dice.randrange(12, 24)), by=demo.OPERATOR)


class LogOfPlans:
    """The journal of a player that played what was published; now and then the power was off."""

    def __init__(self, home: StationHome, clock: VirtualClock, key: bytes, dice: random.Random) -> None:
        self._home, self._clock, self._key, self._dice = home, clock, key, dice

    def write(self, first: date, days: int) -> None:
        journal = JournalWriter(self._home.asrun, self._clock.now, durable=False)
        for day in (first + timedelta(days=n) for n in range(days)):
            self._go_to(at(day, 4 * 3600))
            journal.write(Kind.BOOT, version="", pid=1, clean=True, down_reason="", interrupted=[], last_line_at="",
                          safe=False, torn="")
            path = newest_rundown(self._home.rundowns, day)
            if path is not None:
                plan = read_rundown(path, self._key)
                for session in plan.sessions:
                    self._session(journal, plan, session)
        journal.close()
        self._go_to(at(first + timedelta(days=days), 4 * 3600))

    def _session(self, journal: JournalWriter, plan: Rundown, session: PlannedSession) -> None:
        self._go_to(session.starts_at)
        for event in session.events:
            facts = {"event_id": event.id, "day": plan.day.isoformat(), "session_id": session.id}
            if self._dice.random() < MISSED:
                journal.write(Kind.MISSED, **facts, reason=self._dice.choice(REASONS), rundown=plan.file_name(),
                              **_about(event, session))
            else:
                self._airing(journal, facts, plan, session, event)

    def _airing(self, journal: JournalWriter, facts: dict[str, Any], plan: Rundown, session: PlannedSession,
                event: RundownEvent) -> None:
        began, frames = self._clock.now(), event.cut.frames
        line = journal.write(Kind.START, **facts, **_about(event, session), starts=format_time(began), frames=frames,
                             offset=0, rundown=plan.file_name(), device="null")
        seconds = frames / RATE
        for done in range(BEAT_SECONDS, int(seconds), BEAT_SECONDS):
            self._go_to(began + timedelta(seconds=done))
            journal.write(Kind.BEAT, event_id=event.id, day=facts["day"], start_seq=line.seq, frames=done * RATE,
                          position=done * RATE, started_at=format_time(began))
        self._go_to(began + timedelta(seconds=seconds))
        journal.write(Kind.END, **facts, start_seq=line.seq, frames=frames, position=frames, reason="",
                      started_at=format_time(began), ended_at=format_time(self._clock.now()), peak_db=-3.0,
                      rms_db=-18.0, underruns=0)

    def _go_to(self, moment: datetime) -> None:
        self._clock.advance(max(0.0, (moment - self._clock.now()).total_seconds()))


def _about(event: RundownEvent, session: PlannedSession) -> dict[str, Any]:
    approval, letter = event.approval, event.directive
    return {"session_name": session.name, "title": event.title, "kind": event.kind, "cut": event.cut.sha256,
            "planned_start": format_time(event.starts_at), "campaign": event.campaign, "voice": event.voice,
            "urgency": str(event.urgency), "repeat": event.repeat, "zones": list(session.zones),
            "gain_db": event.gain_db, "language": event.language, "category": event.category, "origin": event.origin,
            "approval": {"id": approval.id, "approver": approval.approver, "approved_at": approval.approved_at,
                         "text_sha256": approval.text_sha256, "self_approved": False, "second_approver": ""},
            "directive": letter and {"id": letter.id, "number": letter.number, "subject": letter.subject,
                                     "issuer": letter.issuer}}


def sign_and_correct(app: App, first: date, days: int) -> None:
    """Signed day by day, but for the last two; one airing in two hundred was corrected."""
    officer = next(person for person in app.accounts.people() if person.name == demo.OPERATOR)
    aired = [row for row in app.asrun.airings(AiringQuery()) if row.outcome is Outcome.AIRED]
    for row in aired[::200]:
        app.corrections.add(row.id, "missed", "power", "Mất điện ở thôn", officer.name)
    for back in range(days - 2):
        app.signatures.sign_day(first + timedelta(days=back), officer)


def add_letters(app: App, count: int, first: date, days: int, dice: random.Random) -> None:
    """Copies of the demo station's letters under other numbers, days and senders."""
    with app.database.write("directive") as c:
        models = [dict(row) for row in c.execute(select(schema.directive)).mappings()]
        for number in range(count):
            letter = dict(models[number % len(models)])
            day = first + timedelta(days=number * days // max(1, count))
            raw = f"{letter['text']}\n{number}".encode()
            sha, code = hashlib.sha256(raw).hexdigest(), f"{number + 100}/UBND-VX"
            original = app.home.original(sha, ".txt")
            original.parent.mkdir(parents=True, exist_ok=True)
            original.write_bytes(raw)
            letter |= {"id": new_id(), "sha256": sha, "text_sha256": sha, "suffix": ".txt", "number": code,
                       "number_key": code.lower(), "file_name": f"cong-van-{number + 100}.txt",
                       "received_at": format_time(at(day, 8 * 3600 + number % 3600)), "issued_date": day.isoformat(),
                       "report_due": (day + timedelta(days=14)).isoformat() if dice.random() < 0.2 else "",
                       "work": "reported" if number < 0.97 * count else ""}
            c.execute(insert(schema.directive), [letter])
            search.index(c, "directive", letter["id"], code, letter["issuer"], letter["subject"])


def add_items(app: App, count: int, first: date, days: int, dice: random.Random) -> None:
    """Rows only: the library never opens a sound to list it. Every fifth item is as long as a bulletin."""
    kinds, classes = [kind.value for kind in CartKind], [item.key for item in categories(app.home)]
    rows: dict[Any, list[dict[str, Any]]] = {schema.cut: [], schema.cart: [], schema.cart_version: []}
    with app.database.write("cart") as c:
        for number in range(count):
            title = " ".join(dice.choices(WORDS, k=7)) + f" {number}"
            text = " ".join(dice.choices(WORDS, k=150)) if number % 5 == 0 else ""
            at_text = format_time(at(first + timedelta(days=dice.randrange(days)), 9 * 3600))
            category, cart, sha = classes[number % len(classes)], new_id(), f"{number:064x}"
            rows[schema.cut].append({
                "sha256": sha, "frames": dice.randrange(RATE, 400 * RATE), "lufs": -18 - number % 7 / 10,
                "true_peak_db": -2.0, "source": "import", "original_name": "a.mp3", "waveform": bytes(1000),
                "checks": {"warnings": ["clipped"] if number % 9 == 0 else [], "source_lufs": -14.0, "codec": "mp3"},
                "created_at": at_text})
            rows[schema.cart].append({
                "id": cart, "kind": kinds[number % len(kinds)], "title": title, "cut_sha256": sha, "state": "draft",
                "origin": "own", "category": category, "rights": "own", "created_at": at_text, "updated_at": at_text,
                "valid_until": "2027-01-01" if number % 3 == 0 else "",
                "dayparts": ["morning"] if number % 4 == 0 else []})
            rows[schema.cart_version].append({"cart_id": cart, "number": 1, "cut_sha256": sha, "title": title,
                                              "at": at_text, "why": "import"})
            search.index(c, "cart", cart, title, text, category_token(category), sort=sort_key(title))
        for table, values in rows.items():
            c.execute(insert(table), values) if values else None


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(main())
