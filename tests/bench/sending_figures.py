"""What sending costs in each kind of place, and what kill -9 in the middle of it leaves.

    .venv/bin/python tests/bench/sending_figures.py [MEGABYTES [KILLS]]

Servers are children on this machine: the figures are those of the program and its libraries, not of a line.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "aggregation"))

from place_servers import BUCKET, PASSWORD, USER, Server
from upward_station import ends

from broadcaster.aggregation.places.opening import open_place
from broadcaster.aggregation.places.place import Place
from broadcaster.aggregation.secrets import Login, TrustBook, Trusted
from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome


def main(megabytes: int, kills: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("folder", "sftp", "s3", "webdav"):
            _measure(kind, Path(folder), megabytes)
        _kill(Path(folder), kills)


def _measure(kind: str, root: Path, megabytes: int) -> None:
    served = root / kind
    (served / "tin").mkdir(parents=True)
    server = None if kind == "folder" else Server(kind, served)
    place = _open(kind, served, server, StationHome(root))
    large, small = root / "large", root / "small"
    large.write_bytes(os.urandom(megabytes << 20))
    small.write_bytes(os.urandom(60_000))
    place.put("am.dxgoi", small)
    begun = time.monotonic()
    place.put("lon.dxgoi", large)
    whole = time.monotonic() - begun
    begun = time.monotonic()
    for number in range(50):
        place.size(f"{number}.dxgoi")
        place.put(f"{number}.dxgoi", small)
    each = (time.monotonic() - begun) / 50
    print(f"{kind:<7} {megabytes} MB in {whole:5.1f} s ({megabytes / whole:5.1f} MB/s); "
          f"a package of 60 kB {each * 1e3:6.1f} ms")
    place.close()
    if server is not None:
        server.close()


def _open(kind: str, served: Path, server: Server | None, home: StationHome) -> Place:
    port = server.port if server is not None else 0
    address, endpoint = {
        "folder": (str(served / "tin"), ""), "sftp": (f"sftp://{USER}@127.0.0.1:{port}/tin", ""),
        "s3": (f"s3://{BUCKET}/tin", f"http://127.0.0.1:{port}"), "webdav": (f"webdav+http://127.0.0.1:{port}/tin", ""),
    }[kind]
    place = open_place(home, address, endpoint, login=Login(USER, PASSWORD))
    if kind == "s3":
        place._files_there.mkdir(BUCKET)
    if kind == "sftp":
        try:
            place.files()
        except Refused as refusal:
            TrustBook(home).trust_host(refusal.facts["host"], Trusted(refusal.facts["key"], "", ""))
            place = open_place(home, address, endpoint, login=Login(USER, PASSWORD))
    return place


def _kill(root: Path, kills: int) -> None:
    """A sender killed at any moment, started anew, until all is out: nothing lost, nothing half, nothing twice."""
    from broadcaster.db.migrate import migrate

    home = StationHome(root / "tram")
    home.create()
    migrate(home)
    ground = root / "kill"
    ground.mkdir()
    way = ends(home, SystemClock(), ground)  # type: ignore[arg-type]
    rows = way.packages(60)
    for row in rows:
        (home.outbox / row.package).write_bytes(os.urandom(400_000))
    chance = random.Random(7)
    done = 0
    for _ in range(kills):
        child = subprocess.Popen([sys.executable, "-m", "broadcaster", "--home", str(home.root), "package", "send"],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=Path(__file__).parents[2])
        begun = len(list(way.folder.glob("*.dxgoi")))
        while child.poll() is None and len(list(way.folder.glob("*.dxgoi"))) < begun + chance.randint(1, 3):
            time.sleep(0.001)
        child.kill()
        child.wait()
        done += 1
        half = [path.name for path in way.folder.glob("*.dxgoi")
                if path.read_bytes() != (home.outbox / path.name).read_bytes()]
        assert not half, half
        if not any(row.state == "queued" for row in way.app.upward.queue()):
            break
    way.app.upward.send_due(at_once=True)
    assert sorted(path.name for path in way.folder.glob("*.dxgoi")) == sorted(row.package for row in rows)
    assert {row.state for row in way.app.upward.queue()} == {"sent"}
    print(f"{done} senders killed while {len(rows)} packages went out: none lost, none half, none twice")
    way.app.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, int(sys.argv[2]) if len(sys.argv) > 2 else 25)
