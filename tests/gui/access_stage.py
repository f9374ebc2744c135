"""A station with something of everything, its window, and every dialog the program can open, made with real data."""

from __future__ import annotations

import importlib
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from page_station import APPROVER, DAY, Station

import broadcaster.gui
from broadcaster.accounts.model import Role
from broadcaster.aggregation.office.figures import Figures, OfficeQuery, Reporting, StationLine
from broadcaster.aggregation.office.model import Key, KeyState
from broadcaster.asrun.model import AiringQuery
from broadcaster.base.crashes import Crash
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings, save_settings
from broadcaster.bulletins.model import ChannelText
from broadcaster.care.backup.service import BackupService
from broadcaster.directives.model import RelayProposal
from broadcaster.gui.approvals import actions as approvals
from broadcaster.gui.approvals.model import Pile
from broadcaster.gui.approvals.stack import Outcome, materials
from broadcaster.gui.calendar import actions as periods
from broadcaster.gui.campaigns import actions as campaigns
from broadcaster.gui.directives import actions as letters
from broadcaster.gui.help.what_now import Matter
from broadcaster.gui.hours import actions as hours
from broadcaster.gui.library.vocabulary import Vocabulary
from broadcaster.gui.library.wave import WaveEditor
from broadcaster.gui.log import actions as log
from broadcaster.gui.on_air.reasons import Owed
from broadcaster.gui.readings.speaker import Speaker
from broadcaster.gui.schedule import actions as schedule
from broadcaster.gui.schedule.day import Head
from broadcaster.gui.templates.dialog import service_of
from broadcaster.gui.voices.model import Manner
from broadcaster.gui.widgets.paged import Column
from broadcaster.protocol.rundown import QuietHours, Relay
from broadcaster.speech.lexicon_file import Fault
from broadcaster.speech.lexicon_file import Imported as Readings
from broadcaster.speech.model import Pack
from broadcaster.units.model import Unit

sys.path.append(str(Path(__file__).parents[1] / "contracts"))
from office_sender import Station as Sender

Parts = tuple[Any, ...]
LETTERS = Path(__file__).parents[1] / "data" / "letters"
WRITER = "Cán bộ truyền thanh"
_GUI = Path(broadcaster.gui.__file__).parent
_CLASS = re.compile(r"^class (\w+)\(([^)]*)\)", re.MULTILINE)
_BASES = {"Sheet", "QDialog", "QWizard"}
_ABSTRACT = {"widgets.dialogs.Sheet", "on_air.timed_sheet.TimedSheet"}


def fill(home: StationHome, migrated: Path, folder: Path) -> Station:
    """A morning that has aired, a letter, bulletins, a message kept ready, a unit above."""
    home.create()
    shutil.copyfile(migrated, home.database)
    settings = load_settings(home)
    save_settings(home, replace(settings, office=replace(settings.office, role="both")))
    made = Station(home, folder)
    made.people()
    made.app.accounts.add("Chủ tịch", "Chủ tịch UBND xã", Role.ADMIN, "3333")
    made.sessions("05:00", "17:00")
    made.campaign(made.approved("Phòng, chống đuối nước", seconds=5), times=1)
    warning = made.approved("Cảnh báo mưa lũ", seconds=2)
    made.app.emergency.put(warning.id, by=WRITER)
    made.app.units.save(Unit("", "Tỉnh Mẫu", "province"))
    made.app.directives.add(LETTERS / "01.txt", by=WRITER)
    made.app.bulletins.new("Tiêm phòng dại", "Mời bà con đưa chó đến UBND xã ngày 01/12/2026.", by=WRITER)
    waits = made.add("Thu gom rác thải", seconds=3)
    made.app.approvals.submit(f"cart:{waits.id}", WRITER)
    below = Sender(folder / "đài dưới")
    made.app.office.take([below.package("2026-11-19"), below.package("2026-11-20")])
    made.app.office.trust("xa-mau", below.identity.fingerprint, APPROVER)
    made.play_until(6)
    made.clock.advance(2 * 3600)
    return made


@dataclass
class Stage:
    """Where the dialogs are made: a window on a filled station."""

    window: Any
    folder: Path
    error: Exception = field(default_factory=lambda: Refused("link.protocol", "newer"))
    quiet: QuietHours = field(default_factory=lambda: QuietHours("22:00", "04:30"))

    @property
    def app(self) -> Any:
        return self.window.app

    @property
    def three(self) -> Parts:
        return self.window, self.app, self.window

    @cached_property
    def person(self) -> Any:
        return self.app.accounts.by_name(WRITER)

    @cached_property
    def cart(self) -> Any:
        return self.app.library.find("duoi nuoc", limit=1)[0]

    @cached_property
    def campaign(self) -> Any:
        return self.app.schedule.campaigns()[0]

    @cached_property
    def letter(self) -> Any:
        return self.app.directives.list()[0]

    @cached_property
    def bulletin(self) -> Any:
        return self.app.bulletins.list()[0]

    @cached_property
    def waiting(self) -> Any:
        return approvals.listing(self.app, Pile.WAITING, "", {}).rows[0]

    @cached_property
    def pile(self) -> list[Any]:
        return materials(self.app, [self.waiting.subject])

    @cached_property
    def airing(self) -> Any:
        return self.app.asrun.airings(AiringQuery(DAY.isoformat(), DAY.isoformat()))[0]

    @cached_property
    def day(self) -> Any:
        return schedule.read_day(self.app, DAY + timedelta(days=1))

    @cached_property
    def relay(self) -> Any:
        self.app.relays.add("tinh", "Đài tỉnh", Relay("stream", "http://127.0.0.1:9/tinh"), by=WRITER)
        return self.app.relays.standings()[0]

    @cached_property
    def wave(self) -> Any:
        editor = WaveEditor(self.app, self.window)
        editor.setParent(self.window)
        editor.show_cart(self.cart)
        return editor

    @cached_property
    def records(self) -> Path:
        path = self.folder / "sổ cũ.csv"
        path.write_text("Ngày;Giờ;Nội dung\n01/10/2026;05:00;Tin thời tiết\n", encoding="utf-8")
        return path

    @cached_property
    def station_line(self) -> StationLine:
        return StationLine(1, "xa-mau", "Xã Mẫu", "Xã Mẫu", 0, "", Reporting.LATE, 2, "2026-11-19",
                           "2026-11-20T05:00:00+07:00", 5, 1, Figures())


def classes() -> set[str]:
    """Every dialog of the program: "folder.module.Class"."""
    bases = {}
    for path in sorted(_GUI.rglob("*.py")):
        module = ".".join(path.relative_to(_GUI).with_suffix("").parts)
        for name, parents in _CLASS.findall(path.read_text("utf-8")):
            bases[f"{module}.{name}"] = {parent.strip().rpartition(".")[2] for parent in parents.split(",")}
    found: set[str] = set()
    while more := {name for name, parents in bases.items()
                   if name not in found and parents & (_BASES | {one.rpartition(".")[2] for one in found})}:
        found |= more
    return found - _ABSTRACT


def make(stage: Stage, name: str) -> Any:
    """One of DIALOGS or WINDOWS, made."""
    module, _, kind = name.rpartition(".")
    found = getattr(importlib.import_module(f"broadcaster.gui.{module}"), kind)
    return found(*(DIALOGS | WINDOWS)[name](stage), **WORDS.get(name, {}))



_PRINT = "5805 9691 4519 7164 4551"
_KEY = Key("k", 1, "xa-mau", "Xã Mẫu", "Xã Mẫu", _PRINT, next(iter(KeyState)), "2026-11-20T05:00:00+07:00")
_WEEK = OfficeQuery(DAY - timedelta(days=6), DAY)

DIALOGS: dict[str, Callable[[Stage], Parts]] = {
    "about.reading.Reading": lambda s: (s.window, "Giấy phép", "Ai cũng được dùng."),
    "app.FailureDialog": lambda s: (Refused("link.protocol", "newer"), s.app.home),
    "approvals.sign_dialog.SignDialog": lambda s: (s.window, s.window, s.waiting, s.pile[0]),
    "approvals.slip_dialog.CheckDialog": lambda s: (s.window, s.window),
    "approvals.slip_dialog.SlipDialog": lambda s: (s.window, s.window, s.waiting.subject, s.waiting.title),
    "approvals.stack.LeftDialog": lambda s: (s.window, Outcome(1, ["“Thu gom rác thải”: tệp đã đổi"])),
    "approvals.stack.StackDialog": lambda s: (s.window, s.app, s.pile),
    "backup.phrase_dialog.PhraseDialog": lambda s: (
        s.window, BackupService(s.app.home, s.app.clock), WRITER, s.app.clock.now()),
    "backup.restore_dialog.RestoreDialog": lambda s: (s.window, s.app.home, WRITER, lambda: None),
    "bulletins.approve_dialog.ApproveDialog": lambda s: (s.window, s.app, s.bulletin),
    "bulletins.draft_dialog.DraftDialog": lambda s: (s.window, s.app, s.letter.id, None),
    "calendar.period_dialog.PeriodDialog": lambda s: (
        s.window, s.app, s.app.periods.draft("holiday", DAY), periods.read_offer(s.app), WRITER),
    "calendar.periods_dialog.PeriodsDialog": lambda s: s.three,
    "campaigns.dialog.CampaignDialog": lambda s: (
        s.window, s.app, WRITER, campaigns.propose(s.app, s.cart), s.cart),
    "campaigns.ways_dialog.WaysDialog": lambda s: (s.window, campaigns.Ways(s.campaign, DAY, 1, ())),
    "directives.dialogs.BroughtDialog": lambda s: (s.window, [letters.Brought("phu-luc.pdf", None, s.error)]),
    "directives.dialogs.PasteDialog": lambda s: (s.window, "Số: 1/UBND"),
    "directives.dialogs.ReminderDialog": lambda s: (s.window, "574/VHTT-TTCS", DAY),
    "directives.dialogs.ReportedDialog": lambda s: (s.window, "574/VHTT-TTCS", DAY),
    "directives.dialogs.TakenDialog": lambda s: (s.window, [letters.Taken("công văn.pdf", None, s.error)]),
    "doctor.stopped.StoppedSheet": lambda s: (s.window, s.window, [
        Crash(s.app.clock.now(), "air", "ended", "1.0", "Traceback", s.folder / "air.txt")]),
    "exchange.export_dialog.ExportDialog": lambda s: s.three,
    "exchange.import_dialog.ImportDialog": lambda s: s.three,
    "first_run.wizard.FirstRunDialog": lambda s: (s.window, s.window),
    "forecast.fault_dialog.FaultDialog": lambda s: (s.window, DAY, 3),
    "help.card.CardDialog": lambda s: (s.window, s.window),
    "help.key_sheet.KeySheet": lambda s: (s.window,),
    "help.what_now.WhatNow": lambda s: (s.window, s.window, [Matter("alarm.no_device", "Ổ đĩa sắp đầy")]),
    "hours.hours_dialog.HoursDialog": lambda s: (s.window, s.app, s.app.schedule.templates()[0], WRITER),
    "hours.overrides_dialog.OverridesDialog": lambda s: (s.window, hours.look(s.app), lambda _: None),
    "hours.profile_dialog.ProfileDialog": lambda s: s.three,
    "hours.profile_editor.ProfileEditor": lambda s: (s.window, s.app, s.app.rules.profile(), WRITER),
    "hours.sessions_dialog.SessionsDialog": lambda s: s.three,
    "kit.hand_out_dialog.HandOutDialog": lambda s: (s.window, DAY, WRITER),
    "kit.texts_view.ChannelsDialog": lambda s: (s.window, "Tiêm phòng dại", [ChannelText("1", "sms", "Mời bà con")]),
    "library.bulk_dialog.BulkDialog": lambda s: (s.window, s.app, 2, Vocabulary()),
    "library.choose_dialog.ChooseDialog": lambda s: (
        s.window, "Chọn mục", "Chỉ các mục đã duyệt", [Column("Tiêu đề", lambda row: row.title, 0)],
        s.app.library.find),
    "library.emergency_dialog.EmergencyDialog": lambda s: (s.window, s.cart, s.app.emergency.messages(), None),
    "library.import_dialog.ImportDialog": lambda s: (s.window, s.app),
    "library.retention_dialog.RetentionDialog": lambda s: s.three,
    "library.running.PatientProgress": lambda s: (s.window, "Đang nhập…"),
    "library.wave_sheet.WaveSheet": lambda s: (s.app, s.window, s.wave),
    "lock_screen.LockSheet": lambda s: (s.window, s.app, lambda: None),
    "log.check_dialog.CheckDialog": lambda s: (s.window, log.Check(1, ())),
    "log.correction_dialog.CorrectionDialog": lambda s: (s.window, s.window, s.airing),
    "log.logbook_dialog.LogbookDialog": lambda s: (s.window, s.window, DAY),
    "morning.days_dialog.DaysDialog": lambda s: (s.window, s.window, s.app.morning.look().unsigned, lambda: None),
    "office.key_dialog.KeyDialog": lambda s: (s.window, _KEY),
    "office.orders_dialog.OrdersDialog": lambda s: (s.window, [s.station_line]),
    "office.report_dialog.ReportDialog": lambda s: (s.window, _WEEK),
    "office.station_sheet.StationSheet": lambda s: (s.window, s.app, s.station_line, _WEEK, None),
    "on_air.break_in_dialog.BreakInDialog": lambda s: (s.window, s.window, s.quiet),
    "on_air.live_dialog.LiveDialog": lambda s: (s.window, s.window, s.quiet),
    "on_air.reasons.WhySheet": lambda s: (s.window, s.window, Owed("1", "Cảnh báo mưa lũ", "end", DAY.isoformat())),
    "on_air.relay_dialog.RelayDialog": lambda s: (s.window, s.window, s.quiet),
    "people.dialogs.PersonDialog": lambda s: (s.window, s.app.accounts, WRITER),
    "people.dialogs.PinChangeDialog": lambda s: (s.window, s.app.accounts, s.person),
    "people.forgotten.ForgottenDialog": lambda s: (s.window, s.app, WRITER),
    "people.merge_dialog.MergeDialog": lambda s: (s.window, s.app, WRITER, s.app.units.all()),
    "people.records_dialog.RecordsDialog": lambda s: (s.window, s.app, s.records, WRITER, s.app.units.all()),
    "people.trail_check.TrailCheckDialog": lambda s: (s.window, 3, ()),
    "people.unit_dialog.UnitDialog": lambda s: (s.window, s.app, WRITER, s.app.units.all()),
    "pin_dialog.PinDialog": lambda s: (s.window, s.app.accounts, s.app.accounts.people(), "Duyệt bản tin"),
    "production.recorder_dialog.RecorderDialog": lambda s: (s.app, s.window, s.window, s.bulletin),
    "readings.entry_dialog.EntryDialog": lambda s: (s.window, None, Speaker(s.app, s.window)),
    "readings.import_dialog.ImportReport": lambda s: (
        s.window, "tu-dien.tsv: 1 mới", Readings(1, 0, 0, 0, (2,), (Fault(2, "UBND", "spoken"),))),
    "readings.window.LexiconWindow": lambda s: (s.app, s.window),
    "relays.approve_dialog.RelayApproveDialog": lambda s: (s.window, s.app, s.relay),
    "relays.letter_dialog.LetterRelayDialog": lambda s: (*s.three, RelayProposal(DAY, "morning", "06:00", "VOV1")),
    "relays.source_dialog.SourceDialog": lambda s: (s.window, s.app, WRITER, s.relay),
    "relays.sources_dialog.RelaySourcesDialog": lambda s: s.three,
    "reports.wording_dialog.WordingDialog": lambda s: (s.window, s.window, s.app.reports.profiles()[0].profile.id),
    "schedule.copy_sheet.CopySheet": lambda s: (s.window, s.app, DAY),
    "schedule.relay_sheet.RelaySheet": lambda s: (
        s.window, s.day, Head("Buổi sáng", "05:00 – 05:10", ""), {"tinh": "Đài tỉnh"}, ()),
    "schedule.session_sheet.SessionSheet": lambda s: (s.window, DAY, ()),
    "schedule.sheet_dialog.WeekSheetDialog": lambda s: (*s.three, DAY),
    "settings.zone_dialog.ZoneDialog": lambda s: (s.window, s.window, None, ()),
    "templates.dialog.WordingDialog": lambda s: (*s.three, service_of(s.app).lines()),
    "tray.closing.ClosingDialog": lambda s: (s.window,),
    "upward.compare_dialog.CompareDialog": lambda s: (s.window, _PRINT, "Tỉnh Mẫu"),
    "upward.compare_dialog.HostDialog": lambda s: (s.window, "may.tinh-mau.vn", _PRINT),
    "upward.place_dialog.PlaceDialog": lambda s: (s.window, s.app, WRITER),
    "voices.compare.CompareDialog": lambda s: (s.app, s.window, s.window, Manner("espeak", 100, 0), False),
    "voices.pack_dialog.PackDialog": lambda s: (
        s.window, Pack("Giọng Mẫu", 22_050, ("nữ",), 1_000_000, "CC0", "Dùng tự do.")),
    "widgets.dialogs.ConfirmDialog": lambda s: (s.window, "Bỏ qua mục này?", "Mục sau phát ngay.", "Bỏ qua"),
    "widgets.dialogs.ProgressDialog": lambda s: (s.window, "Đang ghi tệp…"),
    "widgets.reason.ReasonDialog": lambda s: (s.window, "Trả lại", "Người soạn sẽ đọc lý do.", "Trả lại"),
}
WINDOWS: dict[str, Callable[[Stage], Parts]] = {"help.window.GuideWindow": lambda s: (s.window,)}
"""Windows of their own that are no dialogs."""
WORDS: dict[str, dict[str, Any]] = {
    "approvals.slip_dialog.SlipDialog": {"approved": False},
    "schedule.copy_sheet.CopySheet": {"week": False},
    "tray.closing.ClosingDialog": {"tray": True},
}
"""What they want by name."""
