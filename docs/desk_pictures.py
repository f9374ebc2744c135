"""Pictures of what opens over the pages: an import, the shaping of a sound, old sounds, approvals, paper, people."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import numpy as np
import soundfile
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from broadcaster.accounts.model import Role
from broadcaster.base.clock import SystemClock, VirtualClock
from broadcaster.base.paths import StationHome, shipped
from broadcaster.base.settings import changed, load_settings, save_settings
from broadcaster.cli.demo_station import APPROVER, OPERATOR
from broadcaster.gui.approvals.page import ApprovalsPage
from broadcaster.gui.approvals.slip_dialog import SlipDialog
from broadcaster.gui.library.import_dialog import ImportDialog
from broadcaster.gui.library.retention_dialog import RetentionDialog
from broadcaster.gui.library.wave import WaveEditor
from broadcaster.gui.library.wave_model import Mark
from broadcaster.gui.library.wave_sheet import WaveSheet
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.ops import desk
from broadcaster.gui.people.forgotten import ForgottenDialog
from broadcaster.gui.schedule.sheet_dialog import WeekSheetDialog
from broadcaster.library.model import Cart, CartKind
from broadcaster.units.model import FORMER, OWN, SUPERIOR, Unit
from broadcaster.wiring import App, build_app

RATE = 48_000
OLD_BOOK = """SỔ THEO DÕI PHÁT THANH NĂM 2024
Ngày phát,Giờ phát,Nội dung,Thể loại,Thời lượng,Người duyệt
02/01/2024,5h,Chúc mừng năm mới,Bài,12 phút,Chủ tịch
,17h,Lịch cắt điện tháng 1,Thông báo,3,Chủ tịch
03/01/2024,5h,Phòng cháy mùa hanh khô,Chuyên mục,15 phút,Phó Chủ tịch
05/01/2024,17h15,Thu gom vỏ thuốc bảo vệ thực vật,Tin,2,Phó Chủ tịch
"""
OLD = timedelta(days=30 * 30)
"""Longer ago than sounds are kept."""


def settle(application: QApplication, seconds: float) -> None:
    """Let the page fill itself."""
    end = time.monotonic() + seconds
    while time.monotonic() < end or not desk().idle:
        application.processEvents()
        time.sleep(0.01)
        if time.monotonic() > end + 30:
            return


def save_over(window: MainWindow, sheet: QWidget, size: tuple[int, int], path: Path) -> None:
    """The sheet over the window, as a person sees it."""
    sheet.resize(*size)
    QApplication.processEvents()
    picture = window.grab()
    painter = QPainter(picture)
    painter.fillRect(window.rect(), QColor(0, 0, 0, 90))
    painter.drawPixmap((window.width() - sheet.width()) // 2, (window.height() - sheet.height()) // 2, sheet.grab())
    painter.end()
    picture.save(str(path))
    print(path)


def fill_station(home: StationHome) -> None:
    """Something to approve, something old, somebody more."""
    _old_sounds(home)
    app = build_app(home)
    try:
        _people_and_units(app)
        _something_to_approve(app)
    finally:
        app.close()


def shoot_desks(application: QApplication, app: App, window: MainWindow, folder: Path) -> None:
    """Everything that needs nobody to sign in."""
    def shot(sheet: QWidget, name: str, size: tuple[int, int], ready: Callable[[], bool] = lambda: True) -> None:
        sheet.show()
        end = time.monotonic() + 60
        settle(application, 1.5)
        while not ready() and time.monotonic() < end:
            settle(application, 0.2)
        sheet.resize(*size)
        settle(application, 0.5)
        save_over(window, sheet, size, folder / f"{name}.png")
        sheet.close()
        settle(application, 0.3)

    changed_one = next(item for item in app.bulletins.list() if item.state.value == "submitted")
    window.go("approvals", f"bulletin:{changed_one.id}")
    settle(application, 3.0)
    page = window.page("approvals")
    assert isinstance(page, ApprovalsPage)
    page.detail.changes.text.go(1)
    settle(application, 0.5)
    _save(window, folder / "approvals.png")
    approved = next(item for item in app.bulletins.list() if item.state.value == "approved" and item.directive_id)
    shot(SlipDialog(window, window, f"bulletin:{approved.id}", approved.title, approved=True), "slip", (760, 700))
    window.go("schedule")
    settle(application, 1.0)
    next_week = app.clock.now().date() + timedelta(days=7)
    app.sheets.submit(next_week, OPERATOR)
    app.sheets.approve(next_week, app.accounts.by_name(APPROVER))
    shot(WeekSheetDialog(window, app, window, next_week), "week_sheet", (1120, 700))
    window.go("library")
    settle(application, 1.0)
    with tempfile.TemporaryDirectory() as place:
        stick = _stick(app, Path(place) / "USB_XA_MAU")
        dialog = ImportDialog(window, app, [stick])
        dialog.show()
        settle(application, 1.0)
        dialog.start()
        shot(dialog, "import", (940, 600), lambda: len(dialog.verdicts()) >= 5 and desk().idle)
    shot(RetentionDialog(window, app, window), "retention", (940, 600))
    _shoot_wave(application, app, window, shot)
    window.go("people")
    settle(application, 2.0)
    _save(window, folder / "people.png")
    for name in ("trail", "units", "records"):
        window.go("people", name)
        settle(application, 2.0)
        _save(window, folder / f"{name}.png")
    window.go("people", "team")
    shot(ForgottenDialog(window, app, OPERATOR), "forgotten_pin", (620, 470))


def shoot_lock(application: QApplication, home: StationHome, size: tuple[int, int], path: Path) -> None:
    """A station whose people sign in."""
    save_settings(home, changed(load_settings(home), "people", sign_in=True))
    app = build_app(home)
    window = MainWindow(app, lambda: build_app(home))
    window.resize(*size)
    window.show()
    settle(application, 2.0)
    _save(window, path)
    window.close()
    app.close()


def _save(window: QWidget, path: Path) -> None:
    window.grab().save(str(path))
    print(path)


def _shoot_wave(application: QApplication, app: App, window: MainWindow,
                shot: Callable[..., None]) -> None:
    """The sound of an item under the knife, two marks moved."""
    cart = next(item for item in app.library.find("mưa lớn", kinds=[CartKind.MESSAGE]))
    small = WaveEditor(app, window)
    small.setParent(window)
    small.show_cart(cart)
    settle(application, 2.0)
    sheet = WaveSheet(app, window, small)
    sheet.show()
    settle(application, 1.5)
    for mark, seconds in ((Mark.START, 1.2), (Mark.FADE_IN, 3.0), (Mark.CUE, 5.0), (Mark.FADE_OUT, 31.0)):
        sheet.editor.set_mark(mark, round(seconds * RATE))
    shot(sheet, "wave", (1180, 640))
    small.deleteLater()


def _stick(app: App, folder: Path) -> Path:
    """What comes on a memory stick: good, with long silence, known already, no sound at all."""
    folder.mkdir(parents=True)
    words = _speech(app)
    silence = np.zeros(RATE * 4, dtype=np.float32)
    soundfile.write(folder / "01 Lịch cắt điện tháng 12.wav", words[: RATE * 25], RATE)
    late = np.concatenate([silence, words[RATE * 30: RATE * 52], silence])
    soundfile.write(folder / "02 Thu gom rác thải nhựa.flac", late, RATE)
    soundfile.write(folder / "03 Tuyển quân 2027 (bản thu ngoài trời).wav",
                    np.clip(words[RATE * 60: RATE * 78] * 12, -1, 1), RATE)
    shutil.copy(shipped("resources", "audio", "thong-diep-mau.mp3"), folder / "04 Thông điệp 5K.mp3")
    (folder / "05 Lời dẫn.mp3").write_bytes("Kính thưa bà con".encode() * 40)
    return folder


def _speech(app: App) -> np.ndarray:
    """Somebody speaks for a while."""
    longest = max((item.cut for item in app.bulletins.list() if item.cut), key=lambda cut: cut.frames)
    samples, _ = soundfile.read(app.home.audio(longest.sha256), dtype="float32")
    return np.asarray(samples)


def _old_sounds(home: StationHome) -> None:
    """Taken in and put away long ago."""
    app = build_app(home, VirtualClock(SystemClock().now() - OLD))
    words = _speech(app)
    try:
        with tempfile.TemporaryDirectory() as place:
            titles = ("Chúc mừng năm mới 2024", "Lịch tiêm vắc-xin quý I/2024", "Lấy ý kiến sửa luật")
            for number, title in enumerate(titles):
                file = Path(place) / f"{title.replace('/', '-')}.wav"
                soundfile.write(file, words[RATE * number * 3: RATE * (number * 9 + 20)] * 0.5, RATE)
                app.library.archive(app.library.add(file, title=title, by=OPERATOR).cart.id, OPERATOR, "Hết đợt")
    finally:
        app.close()


def _people_and_units(app: App) -> None:
    app.accounts.add("Quản trị", "Văn phòng Ủy ban nhân dân xã", Role.ADMIN, "258014")
    app.accounts.add("Trưởng thôn Đông", "Chỉ xem", Role.VIEWER, "360147")
    app.recovery.new_sheet(lambda codes: None, "Quản trị")
    province = app.units.save(Unit("", "Tỉnh Mẫu", "province"))
    app.units.save(Unit("", "Sở Văn hóa, Thể thao và Du lịch tỉnh Mẫu", "province", province.id, role=SUPERIOR))
    own = app.units.save(Unit("", "Xã Mẫu", "commune", province.id, role=OWN, since="2025-07-01"))
    former = [app.units.save(Unit("", name, "former_commune", own.id, role=FORMER, until="2025-06-30"))
              for name in ("Xã Mẫu Đông", "Xã Mẫu Tây")]
    with tempfile.TemporaryDirectory() as place:
        book = Path(place) / "Sổ phát thanh xã Mẫu Đông 2024.csv"
        book.write_text(OLD_BOOK, encoding="utf-8")
        app.units.take(book, former[0].id, "Quản trị")


def _something_to_approve(app: App) -> None:
    """A bulletin changed after its approval, a sound from the stick with a remark."""
    bulletin = next(item for item in app.bulletins.list() if item.directive_id and item.state.value == "approved")
    more = "Bà con cần hỏi thêm, xin đến Bộ phận một cửa từ 7 giờ 30 đến 11 giờ 30 các ngày làm việc."
    app.bulletins.save(bulletin.id, text=f"{bulletin.text.rstrip()}\n{more}", by=OPERATOR)
    app.bulletins.voice(bulletin.id)
    app.approvals.submit(f"bulletin:{bulletin.id}", OPERATOR)
    app.comments.add(f"bulletin:{bulletin.id}", "Đã thêm giờ tiếp dân theo ý kiến của Văn phòng.", OPERATOR)
    item = _message(app)
    app.approvals.submit(f"cart:{item.id}", OPERATOR)


def _message(app: App) -> Cart:
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "Phòng tránh mưa lớn, sạt lở đất.wav"
        words = np.concatenate([_speech(app)[RATE * 5: RATE * 40], np.zeros(RATE * 3, dtype=np.float32)])
        soundfile.write(file, words, RATE)
        return app.library.add(file, title="Phòng tránh mưa lớn, sạt lở đất", by=OPERATOR).cart


__all__ = ["APPROVER", "fill_station", "save_over", "settle", "shoot_desks", "shoot_lock"]
