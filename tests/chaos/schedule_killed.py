"""Saving and publishing at once, both killed at any moment: python tests/chaos/schedule_killed.py [KILLS=60] [SEED=1]

Two programs work on one station: one changes a day by hand, copies a week and takes it back, as a window does; the
other publishes as the keeper does. Both are killed after a random time, and the next pair goes on. Then database,
rundown files and trail must agree with each other and with what was acknowledged. With "calm", nobody is killed: 200
rounds of each. Exit code 1 when anything was lost, torn or given twice.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.db.schema import audit
from broadcaster.protocol.rundown import read_rundown, revisions_of
from broadcaster.protocol.seal import read_key
from broadcaster.schedule.model import Placed, SessionEdit
from broadcaster.schedule.publish import content
from broadcaster.wiring import build_app

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=STATION_ZONE)
MONDAY = date(2026, 11, 23)
DAYS = 14
SESSION = "morning"


@dataclass
class Figures:
    """What a run came to."""

    kills: int = 0
    saved: int = 0
    revisions: int = 0
    faults: list[str] = field(default_factory=list)


def window(home: StationHome, note: Path, rounds: int) -> None:
    """Changes minutes, says what it did once it is stored; every tenth time a week is copied and taken back."""
    app = build_app(home, VirtualClock(NOW))
    done = len(note.read_text().splitlines()) if note.exists() else 0
    print("ready", flush=True)
    with note.open("a", encoding="utf-8") as told:
        for number in range(done, done + rounds):
            day = MONDAY + timedelta(days=number % 7)
            app.days.save([SessionEdit(day, SESSION, minutes=20 + number % 35)], by="Cán bộ")
            told.write(f"{number} {day} {20 + number % 35}\n")
            told.flush()
            if number % 10 == 9:
                copied = app.days.copy_week(MONDAY, MONDAY + timedelta(days=7), by="Cán bộ")
                app.days.save(copied.before, by="Cán bộ")
    app.close()


def keeper(home: StationHome, rounds: int) -> None:
    """Publishes again and again."""
    app = build_app(home, VirtualClock(NOW))
    print("ready", flush=True)
    for _ in range(rounds):
        app.schedule.publish_days(NOW.date(), DAYS)
        time.sleep(0.2)
    app.close()


def run(home: StationHome, kills: int, seed: int, calm: int = 0) -> Figures:
    """`calm`: so many rounds of each, and nobody is killed."""
    figures, dice, note = Figures(), random.Random(seed), home.root.parent / "told"
    _prepare(home)
    while figures.kills < kills or calm:
        pair = [subprocess.Popen([sys.executable, __file__, "child", role, str(home.root), str(note),
                                  str(calm or 10_000)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                for role in ("window", "keeper")]
        for child in pair:
            assert child.stdout is not None
            child.stdout.readline()
        if not calm:
            time.sleep(dice.uniform(0.0, 2.0))
            for child in pair:
                child.kill()
                figures.kills += 1
        for child in pair:
            _, error = child.communicate(timeout=600)
            if error.strip():
                figures.faults.append(error.decode(errors="replace")[-600:])
        figures.faults += check(home, note, figures)
        if calm or figures.faults:
            break
    return figures


def check(home: StationHome, note: Path, figures: Figures) -> list[str]:
    """What does not agree."""
    app, faults = build_app(home, VirtualClock(NOW)), []
    told = [line.split() for line in note.read_text().splitlines()] if note.exists() else []
    figures.saved = len(told)
    edits = app.days.edits(MONDAY, MONDAY + timedelta(days=6))
    last = {day: int(minutes) for number, day, minutes in told}
    # The one that was on its way when the program was killed may be stored, though nobody was told.
    next_ = {str(MONDAY + timedelta(days=len(told) % 7)): 20 + len(told) % 35}
    for day, minutes in last.items():
        stored = next((edit.minutes for edit in edits.get(date.fromisoformat(day), ()) if edit.session == SESSION), 0)
        if stored not in {minutes, next_.get(day)}:
            faults.append(f"{day}: {stored} minutes are stored, {minutes} were acknowledged")
    with app.database.read() as c:
        counted = select(func.count()).select_from(audit).where(audit.c.action == "session_edited")
        lines = c.execute(counted).scalar_one()
        faults += [f"trail: {fault}" for fault in app.approval_book.trail_faults(c)]
    if lines < len(told):
        faults.append(f"{len(told)} changes, {lines} lines in the trail")
    app.schedule.publish_days(NOW.date(), DAYS)
    plans, figures.revisions = app.schedule.plan_days(NOW.date(), DAYS), 0
    for plan in plans:
        files = revisions_of(home.rundowns, plan.rundown.day)
        figures.revisions += len(files)
        numbers = sorted(int(path.name.split(".r")[1].split(".")[0]) for path in files)
        if numbers != list(range(1, len(numbers) + 1)):
            faults.append(f"{plan.rundown.day}: revisions {numbers}")
        for path in files:
            try:
                read_rundown(path, read_key(home))
            except BroadcasterError as error:
                faults.append(f"{path.name}: {error}")
        if files and content(read_rundown(files[0], read_key(home))) != content(plan.rundown):
            faults.append(f"{files[0].name} is not the plan")
    app.close()
    return faults


def _prepare(home: StationHome) -> None:
    """One item of two minutes, three times a day for a month, and one by hand."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "keeper"))
    from test_keeper_jobs import put_approved

    app = build_app(home, VirtualClock(NOW))
    app.schedule.add_campaign(put_approved(app), 3, NOW.date(), NOW.date() + timedelta(days=30))
    app.days.save([SessionEdit(MONDAY, "afternoon", items=(Placed(put_approved(app, "b")),))], by="Cán bộ")
    app.close()


def main() -> int:
    if sys.argv[1:2] == ["child"]:
        _, _, role, root, note, rounds = sys.argv
        place = StationHome(Path(root))
        window(place, Path(note), int(rounds)) if role == "window" else keeper(place, int(rounds))
        return 0
    calm = "calm" in sys.argv
    kills, seed = ([int(word) for word in sys.argv[1:] if word.isdigit()] + [60, 1][len(sys.argv) - 1:])[:2] \
        if not calm else (0, 1)
    with tempfile.TemporaryDirectory(prefix="schedule-") as place:
        home = StationHome(Path(place) / "trạm mẫu")
        home.create()
        figures = run(home, kills, seed, 200 if calm else 0)
    print(f"{figures.kills} kills, {figures.saved} changes acknowledged, {figures.revisions} revisions")
    print("\n".join(figures.faults) or "nothing lost")
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())
