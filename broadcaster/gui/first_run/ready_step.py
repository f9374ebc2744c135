"""Last step: what is still open, what happens by itself from now on, and the few switches worth turning at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog

from broadcaster.accounts.model import Right
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.care.backup.service import BackupService
from broadcaster.gui.first_run import beside, plan
from broadcaster.gui.first_run.frame_sounds import FrameSounds
from broadcaster.gui.first_run.model import READY
from broadcaster.gui.first_run.step import Run, Step
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.form import text_field
from broadcaster.gui.widgets.layout import Card, label, row
from broadcaster.wiring import App


class ReadyStep(Step):
    """`go(page)` when the person goes on with the first letter."""

    name = READY
    go = Signal(str)

    def build(self) -> None:
        self.next = Card()
        self.happens = label("", wrap=True)
        self.next.add(label(self.tr("What happens by itself"), "strong"), self.happens)
        self.sounds = FrameSounds(self.run, self.refused.emit)
        self.autostart = QCheckBox(self.tr("The station starts by itself with this computer"))
        self.autostart.setAccessibleName(self.autostart.text())
        self.autostart.setEnabled(False)
        self.place = text_field(limit=400)
        self.place.setAccessibleName(self.tr("Backup on a second disk or stick"))
        self.place.setPlaceholderText(self.tr("Second disk or stick for the nightly backup"))
        self.choose = button(self.tr("Choose…"), "folder-open", self._choose)
        both = Card()
        place = row(self.place, self.choose)
        place.setStretch(0, 1)
        both.add(label(self.tr("Worth doing now"), "strong"), row(self.autostart, None),
                 label(self.tr("Where does the nightly backup go? Without a second disk it does not outlive this one."),
                       "soft", wrap=True), place)
        self.letter = button(self.tr("Add the first directive letter"), "file-plus", lambda: self.go.emit("directives"))
        self.body.addWidget(self.next)
        self.body.addWidget(self.sounds)
        self.body.addWidget(both)
        self.card = button(self.tr("Print the card for the wall…"), "printer",
                           lambda: beside.show_wall_card(self, self.run.shell))
        self.card.setVisible(False)
        self.body.addLayout(row(self.letter, self.card, None))
        # An office above plays nothing and keeps no letters of its own.
        self._office = self.run.settings().office.role == "office"
        for part in (self.sounds, self.letter):
            part.setHidden(self._office)
        self.body.addStretch(1)
        # The button that had the focus goes.
        self.sounds.approved.connect(self.place.setFocus)
        self._was_on = False
        self._read = False

    def short(self) -> str:
        return self.tr("Ready")

    def heading(self) -> tuple[str, str]:
        if self._office:
            return (self.tr("The office is ready"),
                    self.tr("What you left out can be done later under Settings and People."))
        return (self.tr("The station is ready"),
                self.tr("What you left out is offered again on the page On air, and under Settings."))

    def action(self) -> str:
        return self.tr("Finish")

    def enter(self) -> None:
        run = self.run
        if not self._office:
            self.sounds.reload()
            self.card.setVisible(beside.wall_card_offered())
        settings = run.settings()
        Op(lambda: run.fresh(lambda app: happens(app, settings))).on_success(self._show_happens).on_failure(
            self.refused.emit).start(self)
        if not self._read:
            self._read = True
            self.place.setText(settings.backup.to)
            home = run.app.home
            Op(lambda: _autostart_state(home), lane="slow").on_success(self._show_autostart).on_failure(
                lambda _: None).start(self)

    def leave(self) -> None:
        self.sounds.player.stop()

    def finish(self, then: Callable[[], object]) -> None:
        run, place = self.run, self.place.text().strip()
        wanted = self.autostart.isChecked() if self.autostart.isEnabled() else self._was_on

        other = place != run.settings().backup.to
        by = run.signer(self.tr("Where the nightly backup goes."), Right.RESTORE) if other else ""
        if by is None:
            return

        def work() -> None:
            if other:  # which also makes the folder there: without it the disk counts as not plugged in
                BackupService(run.app.home, run.app.clock).choose(place, by)
                run.touched = True
            if wanted != self._was_on:
                _turn_autostart(run, wanted)

        self.do(work, lambda _: then(), lane="slow")

    def _show_happens(self, sentences: list[str]) -> None:
        self.happens.setText("\n".join(sentences))
        self.happens.setAccessibleName(self.happens.text())

    def _show_autostart(self, on: bool | None) -> None:
        self._was_on = bool(on)
        self.autostart.setEnabled(on is not None)
        self.autostart.setChecked(on is not None)
        if on is None:
            self.autostart.setToolTip(self.tr("This system offers no way to start programs by itself."))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Second disk or stick"), self.place.text())
        if chosen:
            self.place.setText(str(Path(chosen)))


def happens(app: App, settings: Settings) -> list[str]:
    """The coming night and morning, in the order of the clock. Vietnamese, as what is read back."""
    if settings.office.role == "office":
        return ["Năm phút một lần: chương trình nhận gói của các đài trong hộp nhận, kiểm tra rồi nhập.",
                f"{settings.backup.at}: chương trình tự sao lưu thiết đặt, các gói đã nhận"
                + (", trừ số liệu ở máy chủ PostgreSQL." if settings.office.database else ", số liệu và người dùng."),
                "Muốn có số liệu: báo cho các đài nơi gửi, rồi so khóa qua điện thoại khi gói đầu tiên đến."]
    day = plan.next_day(app)
    held = sorted((item for item in app.schedule.held() if str(day.isoweekday()) in item.weekdays),
                  key=lambda item: item.starts)
    lines = [f"{settings.hours.quiet_from}–{settings.hours.quiet_to}: giờ yên lặng, loa không phát.",
             f"{settings.backup.at}: chương trình tự sao lưu toàn bộ đài."]
    rundown = app.schedule.plan(day).rundown
    filled = {f"{item.starts_at:%H:%M}" for item in rundown.sessions if item.events}
    for item in held:
        what = "phát các mục đã xếp" if f"{item.starts:%H:%M}" in filled \
            else "còn im lặng, vì chưa có mục nào được duyệt và xếp lịch"
        lines.append(f"{item.starts:%H:%M} ngày mai: {item.name.lower()} – {what}.")
    if not held:
        lines.append("Ngày mai không có buổi phát.")
    lines.append("Muốn có tiếng: thêm văn bản, soạn bản tin, cho đọc, duyệt rồi xếp lịch.")
    return lines


def _autostart_state(home: StationHome) -> bool | None:
    """On, off, or None where the system has no way."""
    from broadcaster.care.autostart import service

    found = service.state(home)
    return found.on if found.way else None


def _turn_autostart(run: Run, on: bool) -> None:
    from broadcaster.care.autostart import service

    (service.on if on else service.off)(run.app.home)
    run.app.accounts.record(run.first or run.app.accounts.here or "", "settings.change", "settings",
                            autostart=[not on, on])

