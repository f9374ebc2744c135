"""Pictures of what testifies: the morning, the logbook, reports, packages on their way, and the office above.

`python docs/log_pictures.py FOLDER` makes these alone, in two or three minutes; make_screenshots.py makes them too.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desk_pictures import save_over, settle
from PySide6.QtWidgets import QApplication

from broadcaster.asrun.model import AiringQuery, Outcome
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import changed, load_settings, save_settings
from broadcaster.cli.demo_station import APPROVER, OPERATOR, build_demo_station
from broadcaster.gui.app import make_application
from broadcaster.gui.log.logbook_dialog import LogbookDialog
from broadcaster.gui.log.page import LogPage
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.office.page import INBOX, MATRIX, STATIONS, TREND, OfficePage
from broadcaster.gui.office.station_sheet import StationSheet
from broadcaster.protocol.journal import Reason
from broadcaster.wiring import App, build_app

OFFICE_NAME = "Phòng Văn hóa – Xã hội Mẫu"
SIZE = (1366, 768)
COUNT, DAYS = 160, 31


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
    """Yesterday: the morning, its log, the logbook; the month's report; what went up."""
    window.go("log")
    page = window.page("log")
    assert isinstance(page, LogPage)
    page.period.setCurrentIndex(page.period.findData("yesterday"))
    settle(application, 2.0)
    page.table.selectRow(2)
    settle(application, 1.0)
    _save(window, folder / "log.png")
    for name in ("reports", "upward", "morning"):
        window.go(name)
        settle(application, 4.0)
        _save(window, folder / f"{name}.png")
    sheet = LogbookDialog(window, window, app.clock.now().date() - timedelta(days=1))
    sheet.show()
    settle(application, 4.0)
    save_over(window, sheet, (1120, 720), folder / "logbook.png")
    sheet.close()
    settle(application, 0.3)


def shoot_office(application: QApplication, place: Path, packages: list[Path], folder: Path) -> None:
    """An office with a month of stations that do not exist, and one more that sent these packages."""
    home = _office(place, "office")
    app = build_app(home)
    _fill_province(app)
    app.office.take(packages)
    window = MainWindow(app, lambda: build_app(home))
    window.resize(*SIZE)
    window.show()
    window.go("office")
    settle(application, 3.0)
    page = window.page("office")
    assert isinstance(page, OfficePage)
    page.tabs.setCurrentIndex(INBOX)
    settle(application, 2.0)
    _save(window, folder / "office_inbox.png")
    key = app.office.waiting()[0]
    app.office.trust(key.key, key.fingerprint, "Cán bộ theo dõi")
    page.reload()
    for tab, name in ((STATIONS, "office"), (MATRIX, "office_matrix"), (TREND, "office_trend")):
        page.tabs.setCurrentIndex(tab)
        settle(application, 3.0)
        _save(window, folder / f"{name}.png")
    _shoot_proof(application, app, window, page, folder / "office_proof.png")
    window.close()
    app.close()


def _shoot_proof(application: QApplication, app: App, window: MainWindow, page: OfficePage, path: Path) -> None:
    found = app.office.overview.overview(page.query)
    line = next(each for each in found.stations if each.id == app.office.stations()[-1].id)
    sheet = StationSheet(window, app, line, page.query, None)
    sheet.show()
    settle(application, 2.0)
    for number in range(len(sheet.days.rows.ids)):
        sheet.days.selectRow(number)
        settle(application, 1.0)
        if sheet.airings.rows.ids:
            break
    sheet.airings.selectRow(2)
    settle(application, 4.0)
    save_over(window, sheet, (1180, 720), path)
    sheet.close()


def _fill_province(app: App) -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "bench"))
    import province_world
    from province_fill import fill

    province_world.FIRST_DAY = app.clock.now().date() - timedelta(days=DAYS)
    fill(app.office.database, province_world.make_world(COUNT, DAYS), lambda index: index >= DAYS - 3)


def _sign_and_correct(app: App) -> None:
    today = app.clock.now().date()
    operator = app.accounts.by_name(OPERATOR)
    yesterday = today - timedelta(days=1)
    rows = [row for row in app.asrun.airings(AiringQuery(yesterday.isoformat(), yesterday.isoformat()))
            if row.outcome is Outcome.AIRED and row.directive_id]
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


def _save(window: MainWindow, path: Path) -> None:
    window.grab().save(str(path))
    print(path)


def main() -> None:
    """A station that rests, and an office beside it."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        home = StationHome(Path(place) / "station")
        home.create()
        build_demo_station(home)
        fill_log(home, Path(place) / "Gửi cấp trên")
        application = make_application()
        app = build_app(home)
        window = MainWindow(app, lambda: build_app(home))
        window.resize(*SIZE)
        window.show()
        shoot_log(application, app, window, folder)
        window.close()
        app.close()
        shoot_office(application, Path(place) / "office", sorted(home.outbox.glob("*.dxgoi")), folder)


if __name__ == "__main__":
    main()
