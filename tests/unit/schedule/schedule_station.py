"""A planner's world in memory and on disk: carts with real seals, without sound files (the planner opens none)."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime, time

from sqlalchemy import insert

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.bulletins.model import text_sha256
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate
from broadcaster.db.schema import approval as approval_table
from broadcaster.db.schema import bulletin as bulletin_table
from broadcaster.db.schema import cart as cart_table
from broadcaster.db.schema import cut as cut_table
from broadcaster.db.schema import directive as directive_table
from broadcaster.directives.service import DirectiveService
from broadcaster.library.model import Cart, CartKind, Cut, State
from broadcaster.library.service import LibraryService
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import QuietHours, Urgency
from broadcaster.schedule.model import Airable, Campaign, RuleProfile, Rules, Running, SessionTemplate
from broadcaster.schedule.service import ScheduleService
from broadcaster.schedule.sheets.service import SheetService

KEY = bytes(range(32))
NOW = "2026-11-01T08:00:00.000+07:00"
MORNING = SessionTemplate("morning", "Buổi sáng", time(5, 0), 60)
AFTERNOON = SessionTemplate("afternoon", "Buổi chiều", time(17, 0), 60)
TWO = (MORNING, AFTERNOON)
QUIET = QuietHours("21:00", "04:30")
PROFILE = RuleProfile("two-by-60", "Hai buổi", thin_percent=0)
SATURDAY = date(2026, 11, 21)


def sound(name: str, seconds: float = 60, kind: CartKind = CartKind.NOTICE, *, state: State = State.APPROVED,
          approved: bool = True, valid_until: str = "") -> Airable:
    """A cart with a sealed approval."""
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    cut = Cut(sha256, round(seconds * RATE), -18.0, -3.0, "import", f"{name}.wav", b"\x80" * 10)
    cart = Cart(id=f"cart-{name:_>20}", kind=kind, title=f"Mục {name}", cut=cut, state=state, origin="own",
                approval_id=f"approval-{name}" if approved else "")
    granted = Approval(f"approval-{name}", f"cart:{cart.id}", "", sha256, "Phó Chủ tịch", NOW,
                       valid_until).sealed(KEY) if approved else None
    return Airable(cart, granted)


def run_of(airable: Airable, times: int, first: date = SATURDAY, last: date = SATURDAY, *, weekdays: str = "1234567",
           urgency: Urgency = Urgency.ROUTINE, first_aired: str = "") -> Running:
    campaign = Campaign(f"campaign-{airable.cart.id}", airable.cart.title, airable.cart, times, first, last, weekdays,
                        urgency)
    return Running(campaign, airable, first_aired)


def rules(now: datetime | None = None, quiet: QuietHours = QUIET, profile: RuleProfile = PROFILE) -> Rules:
    return Rules("station-1", "Đài truyền thanh xã Mẫu", quiet, profile, 3.0, KEY,
                 now or datetime(2026, 11, 1, 8, 0, tzinfo=STATION_ZONE))


FURNITURE = {str(kind): sound(str(kind), seconds, kind) for kind, seconds in (
    (CartKind.SIGNATURE, 12), (CartKind.OPENING, 8), (CartKind.BRIDGE, 4), (CartKind.CLOSING, 7))}


class Station:
    """A real station home with a real database."""

    def __init__(self, home: StationHome, clock: VirtualClock, settings: Settings | None = None) -> None:
        migrate(home)
        self.home, self.clock = home, clock
        self.settings = settings or Settings()
        self.database: Database = open_database(home.database)
        library = LibraryService(self.database, home, self.settings, clock)
        self.directives = DirectiveService(self.database, home, clock)
        self.schedule = ScheduleService(self.database, home, self.settings, clock, KEY, library, self.directives)
        self.sheets = SheetService(self.database, home, self.settings, clock, KEY, self.schedule)

    def close(self) -> None:
        self.database.close()

    def put(self, airable: Airable, *, directive_id: str = "", bulletin_id: str = "", source: str = "voice",
            words: str = "") -> str:
        """Store a cart; returns its id. `source`: how a bulletin's sound was made; `words`: the cut of its words."""
        cart, cut, granted = airable.cart, airable.cart.cut, airable.approval
        if granted and bulletin_id:
            granted = replace(granted, text_sha256=text_sha256("…")).sealed(KEY)
        with self.database.write("cart") as c:
            c.execute(insert(cut_table).values(
                sha256=cut.sha256, frames=cut.frames, lufs=cut.lufs, true_peak_db=cut.true_peak_db,
                source=source if bulletin_id else cut.source,
                original_name=cut.original_name, waveform=cut.waveform, created_at=NOW))
            if granted:
                c.execute(insert(approval_table).values(**vars(granted)))
            if bulletin_id:
                c.execute(insert(bulletin_table).values(
                    id=bulletin_id, title=cart.title, kind=str(cart.kind), text="…", state="approved",
                    author="Cán bộ truyền thanh", voice="vi", speech_sha256=words, created_at=NOW, updated_at=NOW))
            c.execute(insert(cart_table).values(
                id=cart.id, kind=str(cart.kind), title=cart.title, cut_sha256=cut.sha256, state=str(cart.state),
                origin=cart.origin, directive_id=directive_id or None, bulletin_id=bulletin_id or None,
                approval_id=granted.id if granted else None, created_at=NOW, updated_at=NOW))
        return cart.id

    def put_letter(self, letter_id: str = "letter-1") -> str:
        with self.database.write("directive") as c:
            c.execute(insert(directive_table).values(
                id=letter_id, sha256=letter_id, suffix=".txt", file_name="cv.txt", text="…", text_sha256=letter_id,
                number="", issuer="SỞ MẪU", subject="V/v phòng dịch", fields={"symbol": {"value": "STTTT-BCXB"}},
                received_at=NOW))
        return letter_id

    def put_furniture(self) -> None:
        for item in FURNITURE.values():
            self.put(item)


def with_id(airable: Airable, cart_id: str) -> Airable:
    return replace(airable, cart=replace(airable.cart, id=cart_id))
