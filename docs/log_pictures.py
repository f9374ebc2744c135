"""Pictures of what testifies: the morning, the logbook, reports, packages on their way, and the office above."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from desk_pictures import save_over, settle
from PySide6.QtWidgets import QApplication

from broadcaster.asrun.model import AiringQuery, Outcome
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import changed, load_settings, save_settings
from broadcaster.cli.demo_station import APPROVER, OPERATOR
from broadcaster.gui.log.logbook_dialog import LogbookDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.protocol.journal import Reason
from broadcaster.wiring import App, build_app

OFFICE_NAME = "Phòng Văn hóa – Xã hội Mẫu"
STATIONS, DAYS = 160, 30


def fill_log(home: StationHome, place: Path) -> None:
    """Days signed but for yesterday, one thing put right, packages answered by an office that is confirmed."""
    place.mkdir(parents=True)
    save_settings(home, changed(load_settings(home), "upward", to=str(place), every="hand"))
    app = build_app(home)
    try:
        _sign_and_correct(app)
        app.seals.make()
        _send(app, place)
    finally:
        app.close()


def shoot_log(application: QApplication, app: App, window: MainWindow, folder: Path) -> None:
    """The month's report, and the logbook over the morning page."""
    window.go("morning")
    settle(application, 3.0)
    sheet = LogbookDialog(window, window, app.clock.now().date() - timedelta(days=1))
    sheet.show()
    settle(application, 4.0)
    save_over(window, sheet, (1120, 720), folder / "logbook.png")
    sheet.close()
    settle(application, 0.3)


@contextmanager
def small_province(place: Path) -> Iterator[App]:
    """An office with a month of stations that do not exist, as tests/bench makes them."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "bench"))
    from province_fill import fill
    from province_world import make_world

    from broadcaster.base.clock import VirtualClock, at

    home = _office(place, "office")
    world = make_world(STATIONS, DAYS)
    app = build_app(home, VirtualClock(at(world.day(DAYS - 1) + timedelta(days=1), 8 * 3600)))
    try:
        fill(app.office.database, world, lambda index: index >= DAYS - 3)
        yield app
    finally:
        app.close()


def _sign_and_correct(app: App) -> None:
    today = app.clock.now().date()
    operator = app.accounts.by_name(OPERATOR)
    yesterday = today - timedelta(days=1)
    rows = [row for row in app.asrun.airings(AiringQuery(yesterday, yesterday)) if row.outcome is Outcome.AIRED]
    app.corrections.add(rows[-1].id, Outcome.PARTIAL, Reason.POWER, "Thôn 3 mất điện, cụm loa tắt giữa chừng", OPERATOR)
    for back in (3, 2):
        app.signatures.sign_day(today - timedelta(days=back), operator)


def _send(app: App, place: Path) -> None:
    """Two packages: the first is merged, the second on its way."""
    today = app.clock.now().date()
    app.packages.make(last=today - timedelta(days=2), by=OPERATOR)
    app.upward.send_due(at_once=True)
    above = build_app(_office(place.parent / "above", "office", str(place)))
    try:
        above.office.take_inbox()
        above.office.trust(app.packages.station_id, app.identity.fingerprint, "Cán bộ theo dõi")
        above.office.take_inbox()
        app.upward.trust.confirm_office(above.identity.public, APPROVER, OFFICE_NAME)
    finally:
        above.close()
    app.upward.send_due(at_once=True)
    app.packages.make(by=OPERATOR)


def _office(place: Path, role: str, inbox: str = "") -> StationHome:
    home = StationHome(place)
    home.create()
    settings = changed(load_settings(home), "office", role=role, inbox=inbox)
    save_settings(home, changed(settings, "station", name=OFFICE_NAME))
    return home
