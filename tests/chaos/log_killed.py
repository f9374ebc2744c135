"""Sealing, signing and correcting killed at any moment, again and again, also several at once. By hand:

    .venv/bin/python tests/chaos/log_killed.py [COUNT] [SEED] [SECONDS]

Each is killed within SECONDS of its beginning. Afterwards every seal holds, no day is left out, and each word in the
log stands there together with its line in the trail, or neither does.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "unit" / "aggregation"))

from package_station import PackageStation
from sqlalchemy import func, select

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.db.schema import audit
from broadcaster.db.schema_log import correction, signature
from broadcaster.protocol import verifier

_ACTS = {
    "seal": "app.seals.make()",
    "sign": "[app.signatures.sign_day(day.first, person) for day in app.signatures.unsigned(today, 90)]",
    "correct": "[app.corrections.add(row.id, 'missed', 'power', f'lần {n}', 'Cán bộ truyền thanh') for n, row in "
               "enumerate(list(app.asrun.airings(AiringQuery(last_day=yesterday))) * 3)]",
    "make": "app.packages.make()",
}
_PROGRAM = """
import sys
from datetime import timedelta
from pathlib import Path
from broadcaster.accounts.model import Person, Role
from broadcaster.asrun.model import AiringQuery
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.wiring import build_app
app = build_app(StationHome(Path(sys.argv[1])))
today = app.clock.now().date()
yesterday = (today - timedelta(days=1)).isoformat()
person = Person("p", "Cán bộ truyền thanh", "", Role.ADMIN)
app.asrun.file()
print("ready", flush=True)
try:
    {act}
except Refused as refusal:
    print(refusal.code, flush=True)
"""


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    dice = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    usual = float(sys.argv[3]) if len(sys.argv) > 3 else 0.6
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder) / "station")
        home.create()
        station = PackageStation(home, SystemClock().now().date() - timedelta(days=count + 2))
        killed = 0
        said: set[str] = set()
        for _ in range(count):
            station.air(station.clock.now().date())
            killed += _killed(home, dice, usual, said)
        station.app.asrun.file()
        station.app.seals.make()
        wrong = _wrong(station)
        station.close()
    print(f"{count} rounds, {killed} killed on the way; refusals: {sorted(said)}; {wrong or 'all of it holds'}")
    return 1 if wrong else 0


def _killed(home: StationHome, dice: random.Random, usual: float, said: set[str]) -> int:
    """Two or three acts at once, one of them twice perhaps."""
    acts = dice.choices(list(_ACTS), k=dice.randrange(1, 4))
    children = [subprocess.Popen([sys.executable, "-c", _PROGRAM.replace("{act}", _ACTS[act]), str(home.root)],
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for act in acts]
    for child in children:
        assert child.stdout is not None
        child.stdout.readline()
    killed = 0
    for child in children:
        time.sleep(dice.uniform(0, usual))
        killed += child.poll() is None
        child.kill()
        out, err = child.communicate()
        said.update(out.split())
        if child.returncode > 0:
            print("failed by itself:", err.strip().splitlines()[-1:])
    return killed


def _wrong(station: PackageStation) -> str:
    faults = [fault for fault in station.app.seals.verify() if fault.problem != "unsealed"]
    found = [verifier.check(each) for each in verifier.gather([station.home.root], verifier.signature_holds)]
    faults += [fault for each in found for fault in each.faults if fault.problem not in verifier.NOTES]
    if faults:
        return f"{len(faults)} faults: {faults[:3]}"
    days = {path.stem for path in station.home.asrun.glob("*.jsonl")}
    sealed = {seal.day for seal in station.app.seals.list()}
    if days != sealed:
        return f"not sealed: {sorted(days - sealed)}"
    with station.app.database.read() as c:
        for table, action in ((correction, "log.correct"), (signature, "log.sign_day")):
            rows = c.scalar(select(func.count()).select_from(table))
            told = c.scalar(select(func.count()).select_from(audit).where(audit.c.action == action))
            if rows != told:
                return f"{rows} rows of {table.name}, {told} lines in the trail"
            print(f"{rows} rows of {table.name}")
    left = [path.name for folder in (station.home.seals, station.home.outbox) for path in folder.iterdir()
            if ".part" in path.name or path.name.endswith(".tmp")]
    return f"left lying: {left}" if len(left) > 2 else ""


if __name__ == "__main__":
    sys.exit(main())
