"""Pictures of planning: a day, a week, a month, a trial run, and the dialogs around them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import numpy as np
import soundfile
from desk_pictures import RATE, save_over, settle
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from broadcaster.cli.demo_station import APPROVER, OPERATOR, approve_cart
from broadcaster.gui.calendar.periods_dialog import PeriodsDialog
from broadcaster.gui.campaigns.actions import proposal_of
from broadcaster.gui.campaigns.dialog import CampaignDialog
from broadcaster.gui.exchange.import_dialog import ImportDialog
from broadcaster.gui.hours.profile_dialog import ProfileDialog
from broadcaster.gui.hours.sessions_dialog import SessionsDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.ops import desk
from broadcaster.gui.relays.sources_dialog import RelaySourcesDialog
from broadcaster.gui.schedule import header
from broadcaster.gui.schedule.page import SchedulePage
from broadcaster.library.model import Cart, CartKind
from broadcaster.protocol.rundown import Relay, Urgency
from broadcaster.schedule.days.edits import locked
from broadcaster.schedule.model import Period, RelaySlot, SessionTemplate
from broadcaster.wiring import App

ITEMS = (("Thu gom vỏ thuốc bảo vệ thực vật", 75), ("Lịch cắt điện ngày 25 tháng 11", 40),
         ("Đăng ký nghĩa vụ quân sự năm 2027", 95), ("Phòng chống sốt xuất huyết mùa mưa", 120),
         ("Lịch thu thuế đất phi nông nghiệp", 50), ("Cảnh giác lừa đảo qua điện thoại", 85))
TABLE = """Mục;Số lần;Từ ngày;Đến ngày;Thứ;Buổi
{first};2 lần/ngày;{day};{end};T2-T6;Sáng
{second};3 lần/tuần;{day};{end};;
Lịch phun thuốc muỗi;2;{day};{end};;
"""
TRIAL_SECONDS = 240.0


def fill_schedule(app: App) -> None:
    """Campaigns of two weeks, a relay, days that differ."""
    today = app.clock.now().date()
    items = _items(app)
    operator, approver = (app.accounts.by_name(name) for name in (OPERATOR, APPROVER))
    for item in items:
        approve_cart(app, item, operator, approver)
    _campaigns(app, items, today)
    app.relays.add("vov1", "Thời sự VOV1", Relay("stream", "https://stream.example/vov1"), note="Kế hoạch 12/KH-UBND",
                   by=OPERATOR)
    app.relays.approve("vov1", approver)
    app.relays.add("dai-tinh", "Chương trình phát thanh Đài tỉnh", Relay("stream", "https://stream.example/tinh"),
                   by=OPERATOR)
    relays = (RelaySlot("vov1", time(17, 30), 15),)
    app.schedule.save_template(SessionTemplate("afternoon", "Buổi chiều", time(17), 60, relays=relays, filler="nhac"),
                               OPERATOR)
    _special_days(app, today)
    app.days.save(locked(app.days.state(today + timedelta(days=2)), "morning"), OPERATOR)


def _items(app: App) -> list[Cart]:
    longest = max((item.cut for item in app.bulletins.list() if item.cut), key=lambda cut: cut.frames)
    words = np.asarray(soundfile.read(app.home.audio(longest.sha256), dtype="float32")[0])
    made = []
    with tempfile.TemporaryDirectory() as place:
        for number, (title, seconds) in enumerate(ITEMS):
            file = Path(place) / f"{title}.wav"
            soundfile.write(file, np.roll(words, -RATE * 11 * number)[: RATE * seconds], RATE)
            made.append(app.library.add(file, title=title, kind=CartKind.MESSAGE, by=OPERATOR).cart)
    return made


def _campaigns(app: App, items: list[Cart], today: date) -> None:
    last = today + timedelta(days=13)
    wishes = ({"times": 2}, {"times": 3, "urgency": Urgency.PRIORITY}, {"times": 3, "per": "week"}, {"times": 2},
              {"times": 1, "dayparts": ("morning",)}, {"times": 2, "spacing_minutes": 120})
    for item, wish in zip(items, wishes, strict=True):
        app.schedule.add_campaign(item.id, first_day=today, last_day=last, by=OPERATOR, **wish)  # type: ignore[arg-type]
    for cart in {campaign.cart.id for campaign in app.schedule.campaigns() if campaign.directive_id}:
        app.schedule.add_campaign(cart, 2, today + timedelta(days=1), last, by=OPERATOR)


def _special_days(app: App, today: date) -> None:
    for offset, kind, name, number, reason in (
            (3, "event", "Đại hội Nông dân xã", "", ""),
            (8, "disaster", "Ứng phó bão", "45/CĐ-UBND", "Công điện về việc ứng phó với bão")):
        first = today + timedelta(days=offset)
        without = ("nhac", "nhac_cat") if kind == "disaster" else ()
        app.periods.add(Period("", kind, name, first, first + timedelta(days=1), reason, number, without=without),
                        OPERATOR)


def shoot_schedule(application: QApplication, app: App, window: MainWindow, folder: Path) -> None:
    """The four views with tomorrow in front, then what opens from the menu."""
    tomorrow = app.clock.now().date() + timedelta(days=1)
    window.go("schedule", tomorrow.isoformat())
    page = window.page("schedule")
    assert isinstance(page, SchedulePage)
    page.open_day(tomorrow)
    settle(application, 4.0)
    items = page.timeline.items()
    page.timeline.choose(items[min(3, len(items) - 1)].id)
    settle(application, 2.0)
    _save(window, folder / "schedule.png")
    for view, name in ((header.WEEK, "week"), (header.MONTH, "month")):
        page.bar.views[view].click()
        settle(application, 5.0)
        _save(window, folder / f"schedule_{name}.png")
    _shoot_forecast(application, page, tomorrow, lambda: _save(window, folder / "schedule_forecast.png"))
    page.bar.views[header.DAY].click()
    settle(application, 2.0)
    _dialogs(application, app, window, folder)


def _shoot_forecast(application: QApplication, page: SchedulePage, day: date, save: Callable[[], object]) -> None:
    page.bar.views[header.FORECAST].click()
    settle(application, 1.0)
    view = page.forecast
    assert view is not None
    view.days.setValue(3)
    view.add_fault(f"power:05:10+8m@{day}")
    view.run()
    waited = 0.0
    while view.answer is None and waited < TRIAL_SECONDS:
        settle(application, 0.5)
        waited += 0.5
    settle(application, 1.5)
    save()


def _dialogs(application: QApplication, app: App, window: MainWindow, folder: Path) -> None:
    def shot(sheet: QWidget, name: str, size: tuple[int, int]) -> None:
        sheet.show()
        settle(application, 2.5)
        while not desk().idle:
            settle(application, 0.2)
        sheet.resize(*size)
        settle(application, 1.0)
        save_over(window, sheet, size, folder / f"{name}.png")
        sheet.close()
        settle(application, 0.3)

    tomorrow = app.clock.now().date() + timedelta(days=1)
    campaign = next(item for item in app.schedule.campaigns() if item.directive_id and item.last_day > tomorrow)
    shot(CampaignDialog(window, app, OPERATOR, proposal_of(app, campaign), campaign=campaign), "campaign", (1000, 690))
    sessions = SessionsDialog(window, app, window)
    QTimer.singleShot(1500, sessions, lambda: sessions.table.selectRow(sessions.table.model().rowCount() - 1))
    shot(sessions, "sessions", (880, 560))
    shot(ProfileDialog(window, app, window), "rules", (900, 640))
    shot(PeriodsDialog(window, app, window), "special_days", (860, 560))
    sources = RelaySourcesDialog(window, app, window)
    QTimer.singleShot(1500, sources, lambda: sources.table.selectRow(1))
    shot(sources, "relay_sources", (980, 520))
    with tempfile.TemporaryDirectory() as place:
        dialog = ImportDialog(window, app, window)
        dialog.read(_table(app, Path(place)))
        shot(dialog, "schedule_import", (860, 600))


def _table(app: App, folder: Path) -> Path:
    """What another office sent: two items there are, one there is not."""
    today = app.clock.now().date() + timedelta(days=15)
    file = folder / "Lịch tháng tới.csv"
    file.write_text(TABLE.format(first=ITEMS[0][0], second=ITEMS[3][0], day=f"{today:%d/%m/%Y}",
                                 end=f"{today + timedelta(days=9):%d/%m/%Y}"), encoding="utf-8-sig")
    return file


def _save(window: QWidget, path: Path) -> None:
    window.grab().save(str(path))
    print(path)


__all__ = ["fill_schedule", "shoot_schedule"]
