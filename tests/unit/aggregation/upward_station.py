"""A station with packages in its queue, and an office that answers them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import insert

from broadcaster.aggregation import receipts
from broadcaster.aggregation.deliveries import Delivery
from broadcaster.aggregation.model import Receipt
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import VirtualClock, format_time
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import changed, load_settings, save_settings
from broadcaster.db.schema import delivery
from broadcaster.wiring import App, build_app

STATION = "xa-mau"


@dataclass
class Ends:
    """Both ends of the way up, and the folder between them."""

    app: App
    clock: VirtualClock
    folder: Path
    office: Identity

    def packages(self, count: int) -> list[Delivery]:
        """So many more in the queue, the oldest first."""
        first = len(self.app.upward.queue()) + 1
        for number in range(first, first + count):
            name, data = f"{STATION}-{number}.dxgoi", f"gói số {number}".encode() * 50
            (self.app.home.outbox / name).write_bytes(data)
            with self.app.database.write("delivery") as connection:
                connection.execute(insert(delivery).values(
                    id=f"d{number:05}", package=name, sha256=hashlib.sha256(data).hexdigest(), number=number,
                    first_day="2026-11-20", last_day="2026-11-20", state="queued",
                    made_at=format_time(self.clock.now())))
        return self.app.upward.queue()[::-1][first - 1:]

    def answer(self, row: Delivery, state: str = "received", *, code: str = "", facts: dict[str, object] | None = None,
               identity: Identity | None = None, at: str = "", **other: object) -> Path:
        """Into the folder, as the office does it."""
        said = {"package": row.sha256, "station": STATION, "number": row.number, "state": state, "code": code,
                "facts": facts or {}, "at": at or format_time(self.clock.now()), **other}
        data = receipts.to_bytes(Receipt(**said), identity or self.office)  # type: ignore[arg-type]
        path = self.folder / receipts.FOLDER / receipts.file_name(STATION, row.number)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return path

    def again(self) -> None:
        """The program ends and starts."""
        self.app.close()
        self.app = build_app(self.app.home, self.clock)

    def row(self, number: int) -> Delivery:
        return self.app.upward.delivery(number)


def use(app: App, tmp_path: Path) -> Ends:
    """As `ends`, on a station that is open already; whoever holds it sees its new settings after `rebuild`."""
    folder, above = tmp_path / "chung", tmp_path / "cap-tren"
    folder.mkdir()
    above.mkdir()
    upward = replace(app.settings.upward, to=str(folder), every="hand")
    station = replace(app.settings.station, id=STATION)
    for name, section in (("upward", upward), ("station", station)):
        object.__setattr__(app.settings, name, section)
    save_settings(app.home, app.settings)
    assert isinstance(app.clock, VirtualClock)
    return Ends(app, app.clock, folder, Identity(StationHome(above)))


def ends(home: StationHome, clock: VirtualClock, tmp_path: Path, *, to: str | None = None) -> Ends:
    folder, above = tmp_path / "chung", tmp_path / "cap-tren"
    folder.mkdir()
    above.mkdir()
    settings = changed(load_settings(home), "upward", to=str(folder) if to is None else to, every="hand")
    save_settings(home, changed(settings, "station", id=STATION))
    return Ends(build_app(home, clock), clock, folder, Identity(StationHome(above)))
