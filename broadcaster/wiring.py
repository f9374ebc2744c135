"""The composition root: one function builds the program, top to bottom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from broadcaster.accounts.recovery import RecoveryService
from broadcaster.accounts.service import AccountService
from broadcaster.accounts.trail_service import TrailService
from broadcaster.aggregation.downward import DownwardService
from broadcaster.aggregation.packages import PackageService
from broadcaster.aggregation.unsent import unsent
from broadcaster.aggregation.upward import UpwardService
from broadcaster.asrun.corrections import CorrectionService
from broadcaster.asrun.identity import Identity
from broadcaster.asrun.seals import SealService
from broadcaster.asrun.service import AsRunService
from broadcaster.asrun.signatures import SignatureService
from broadcaster.base.clock import Clock, SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, load_settings
from broadcaster.bulletins.approval import ApprovalService
from broadcaster.bulletins.approval_book import ApprovalBook
from broadcaster.bulletins.attachments import AttachmentService
from broadcaster.bulletins.comments import CommentService
from broadcaster.bulletins.kit.hand_outs import HandOutService
from broadcaster.bulletins.kit.service import KitService
from broadcaster.bulletins.service import BulletinService
from broadcaster.bulletins.slip_service import SlipService
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate
from broadcaster.directives.service import DirectiveService
from broadcaster.library.imports import ImportService
from broadcaster.library.retention import Retention
from broadcaster.library.service import LibraryService
from broadcaster.library.shaping import ShapingService
from broadcaster.library.strays import StrayService
from broadcaster.protocol.seal import make_key
from broadcaster.reports.beside import Beside
from broadcaster.reports.logbook_service import LogbookService
from broadcaster.reports.morning import MorningService
from broadcaster.reports.service import ReportService
from broadcaster.schedule.calendar.service import PeriodService
from broadcaster.schedule.campaigns.coverage import CoverageService
from broadcaster.schedule.days.service import DayService
from broadcaster.schedule.emergency import EmergencyShelf
from broadcaster.schedule.relays.service import RelayService
from broadcaster.schedule.rules.service import RuleService
from broadcaster.schedule.service import ScheduleService
from broadcaster.schedule.sheets.service import SheetService
from broadcaster.speech.lexicon_file import Lexicon
from broadcaster.speech.service import SpeechService
from broadcaster.units.service import UnitService

if TYPE_CHECKING:
    from broadcaster.aggregation.adapters.service import SourceService
    from broadcaster.aggregation.office.service import OfficeService
    from broadcaster.aggregation.orders import OrderService
    from broadcaster.schedule.exchange.service import ExchangeService


@dataclass(frozen=True)
class App:
    """Everything the window, the command line and the keeper ask for."""

    home: StationHome
    settings: Settings
    clock: Clock
    key: bytes
    database: Database
    accounts: AccountService
    library: LibraryService
    directives: DirectiveService
    speech: SpeechService
    bulletins: BulletinService
    approvals: ApprovalService
    approval_book: ApprovalBook
    schedule: ScheduleService
    emergency: EmergencyShelf
    asrun: AsRunService
    reports: ReportService
    attachments: AttachmentService
    kit: KitService
    hand_outs: HandOutService
    comments: CommentService
    slips: SlipService
    imports: ImportService
    sheets: SheetService
    shaping: ShapingService
    retention: Retention
    recovery: RecoveryService
    units: UnitService
    trail: TrailService
    strays: StrayService
    days: DayService
    periods: PeriodService
    rules: RuleService
    relays: RelayService
    coverage: CoverageService
    identity: Identity
    seals: SealService
    corrections: CorrectionService
    signatures: SignatureService
    logbook: LogbookService
    morning: MorningService
    packages: PackageService
    upward: UpwardService
    downward: DownwardService

    # Few ever ask for these: whoever does loads them. The window stands sooner.

    @cached_property
    def exchange(self) -> ExchangeService:
        from broadcaster.schedule.exchange.service import ExchangeService

        return ExchangeService(self.database, self.home, self.settings, self.clock, self.schedule, self.periods)

    @cached_property
    def orders(self) -> OrderService:
        from broadcaster.aggregation.orders import OrderService

        return OrderService(self.database, self.home, self.settings, self.clock, self.identity)

    @cached_property
    def office(self) -> OfficeService:
        from broadcaster.aggregation.office.service import OfficeService

        return OfficeService(self.database, self.home, self.settings, self.clock, self.identity)

    @cached_property
    def source(self) -> SourceService:
        from broadcaster.aggregation.adapters.service import SourceService

        return SourceService(self.database, self.settings, self.clock, self.asrun, self.directives, self.bulletins,
                             self.library)

    def close(self) -> None:
        """Let go of child processes and files."""
        self.speech.close()
        if "office" in self.__dict__:
            self.office.close()
        self.database.close()


def build_app(home: StationHome, clock: Clock | None = None) -> App:
    """Open a station home, creating or upgrading what is missing. Raises BroadcasterError with a plain reason."""
    clock = clock or SystemClock()
    home.create()
    settings = load_settings(home)
    key = make_key(home)
    migrate(home)
    database = open_database(home.database)
    approval_book = ApprovalBook(home, key, clock)
    database.before_commit.append(approval_book.write_down)
    approval_book.settle(database)
    return _services(home, settings, clock, key, database, approval_book)


def _services(home: StationHome, settings: Settings, clock: Clock, key: bytes, database: Database,
              approval_book: ApprovalBook) -> App:
    accounts = AccountService(database, clock)
    recovery = RecoveryService(database, clock, accounts)
    library = LibraryService(database, home, settings, clock)
    directives = DirectiveService(database, home, clock)
    speech = SpeechService(settings, cache=home.root / "voices" / "cache", lexicon=Lexicon(home.lexicon, clock))
    bulletins = BulletinService(database, settings, clock, directives, speech, library)
    kit = KitService(database, home, settings, clock, bulletins, directives, speech)
    hand_outs = HandOutService(database, home, clock, directives, bulletins)
    approvals = ApprovalService(database, settings, clock, key, accounts, library, bulletins, kit)
    schedule = ScheduleService(database, home, settings, clock, key, library, directives)
    emergency = EmergencyShelf(database, home, clock, key, library)
    asrun = AsRunService(database, home, clock, key)
    units = UnitService(database, settings, clock)
    attachments = AttachmentService(database, home, clock, directives, library, bulletins)
    sheets = SheetService(database, home, settings, clock, key, schedule)
    imports = ImportService(database, home, settings, clock, library)
    comments = CommentService(database, clock)
    slips = SlipService(database, home, settings, clock, key, accounts, directives)
    retention = Retention(database, home, settings, clock)
    shaping = ShapingService(database, home, clock)
    strays = StrayService(database, home, clock, approval_book.ledger)
    trail = TrailService(database, approval_book.trail_faults)
    days = DayService(database, home, settings, clock, key, schedule)
    periods = PeriodService(database, home, settings, clock, schedule)
    rules = RuleService(database, home, settings, clock, schedule)
    relays = RelayService(database, home, settings, clock, key, accounts)
    coverage = CoverageService(database, home, clock, key, schedule, days)
    reports = ReportService(home, settings, clock, directives, asrun,
                            Beside(database, directives, schedule, coverage, hand_outs, units))
    identity = Identity(home)
    seals = SealService(database, home, settings, clock, identity)
    corrections = CorrectionService(database, clock, asrun)
    signatures = SignatureService(database, clock, asrun)
    logbook = LogbookService(database, settings, clock, asrun, signatures, seals.text)
    packages = PackageService(database, home, settings, clock, identity, asrun, seals, units, directives, reports)
    upward = UpwardService(database, home, settings, clock, packages)
    morning = MorningService(home, clock, asrun, signatures, seals, schedule, directives,
                             [lambda: unsent(upward, clock)])
    downward = DownwardService(database, home, settings, clock, identity, directives, library)
    return App(home, settings, clock, key, database, accounts, library, directives, speech, bulletins, approvals,
               approval_book, schedule, emergency, asrun, reports, attachments, kit, hand_outs, comments, slips,
               imports, sheets, shaping, retention, recovery, units, trail, strays, days, periods,
               rules, relays, coverage, identity, seals, corrections, signatures, logbook, morning,
               packages, upward, downward)
