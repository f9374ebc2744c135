"""A station with real approved sounds, short sessions and campaigns, whose coming days can be played ahead."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import soundfile

from broadcaster.accounts.model import Role
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.library.model import Cart, CartKind
from broadcaster.schedule.model import Campaign
from broadcaster.wiring import App, build_app

DAY = date(2026, 11, 21)
OPERATOR, APPROVER = "Cán bộ truyền thanh", "Phó Chủ tịch"


class Station:
    """Saturday, 21 November 2026, four in the morning."""

    def __init__(self, home: StationHome, folder: Path) -> None:
        self.home, self.folder = home, folder
        self.clock = VirtualClock(datetime(2026, 11, 21, 4, 0, tzinfo=STATION_ZONE))
        self.app: App = build_app(home, self.clock)
        self.app.accounts.add(OPERATOR, "Cán bộ phụ trách", Role.OPERATOR, "1111")
        self.app.accounts.add(APPROVER, "Phó Chủ tịch UBND xã", Role.APPROVER, "2222")
        self._made = 0

    def approved(self, title: str, seconds: float = 20.0, kind: CartKind = CartKind.NOTICE) -> Cart:
        self._made += 1
        path = self.folder / f"{self._made}.wav"
        noise = np.random.default_rng(self._made).standard_normal(int(seconds * 16_000)).clip(-2, 2)
        soundfile.write(path, 0.2 * noise, 16_000, format="WAV")
        cart = self.app.library.add(path, title=title, kind=kind, by=OPERATOR).cart
        self.app.approvals.submit(f"cart:{cart.id}", OPERATOR)
        self.app.approvals.approve(f"cart:{cart.id}", self.app.accounts.by_name(APPROVER))
        return self.app.library.get(cart.id)

    def furniture(self) -> None:
        for title, kind in (("Nhạc hiệu", CartKind.SIGNATURE), ("Nhạc cắt", CartKind.BRIDGE),
                            ("Lời xướng", CartKind.OPENING), ("Lời chào", CartKind.CLOSING)):
            self.approved(title, 3.0, kind)

    def sessions(self, *starts: str, minutes: int = 10) -> None:
        names = ("Buổi sáng", "Buổi chiều", "Buổi trưa")
        for name, start in zip(names, starts, strict=False):
            word = f"buoi-{start.replace(':', '')}"
            text = f'id = "{word}"\nname = "{name}"\nstarts = "{start}"\nminutes = {minutes}\nweekdays = "1234567"\n'
            write_atomic(self.home.root / "schedules" / f"{word}.toml", text.encode())

    def campaign(self, cart: Cart, times: int = 2, days: int = 60) -> Campaign:
        return self.app.schedule.add_campaign(cart.id, times, DAY, DAY + timedelta(days=days - 1), by=OPERATOR)

    def close(self) -> None:
        self.app.close()


def usual(home: StationHome, folder: Path) -> Station:
    """Two sessions a day of ten minutes, three items twice a day."""
    station = Station(home, folder)
    station.furniture()
    station.sessions("05:00", "17:00")
    for title in ("Phòng chống sốt xuất huyết", "Thu gom rác thải", "Lịch tiêm chủng"):
        station.campaign(station.approved(title))
    return station
