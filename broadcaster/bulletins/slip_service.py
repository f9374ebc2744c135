"""Making approval slips and checking printed ones."""

from __future__ import annotations

from sqlalchemy import Connection

from broadcaster.accounts.service import AccountService
from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, sha256_of
from broadcaster.base.settings import Settings
from broadcaster.bulletins import approval_store, slip_store, store
from broadcaster.bulletins.model import text_sha256
from broadcaster.bulletins.slip import Slip, SlipCheck, code_holds, code_text, read_code
from broadcaster.bulletins.slip_store import Filed
from broadcaster.bulletins.subjects import Subject, subject_of
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.library import store as library_store
from broadcaster.library.model import Cut
from broadcaster.protocol.approval import Approval


class SlipService:
    """Subjects are "bulletin:<id>" and "cart:<id>"; a week's sheet has a print of its own."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, key: bytes,
                 accounts: AccountService, directives: DirectiveService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._key = key
        self._accounts = accounts
        self._directives = directives

    def of(self, subject: str, *, blank: bool = False) -> Slip:
        """The slip of what was approved last, or, where nothing was (or `blank`), of what stands there now.

        Raises Refused: approval.unknown, slip.no_sound.
        """
        with self._database.read() as connection:
            found = subject_of(connection, subject)
            filed = None if blank else slip_store.last_of(connection, found.name)
            cut = library_store.cut(connection, filed.approval.audio_sha256) if filed else found.cut
            letter = _letter_of(connection, found)
        if cut is None:
            raise Refused("slip.no_sound", f"{found.title!r} has no sound yet: nothing can be approved",
                          title=found.title)
        text = filed.text if filed and filed.text else found.bulletin.text if found.bulletin else ""
        return self._slip(found, filed, cut, text, self._number(letter))

    def pdf(self, subject: str, *, blank: bool = False) -> bytes:
        """A4, ready to print. Raises what `of` raises."""
        # reportlab takes a third of a second to load.
        from broadcaster.bulletins.slip_pdf import slip_pdf

        return slip_pdf(self.of(subject, blank=blank), self._settings.station, self._clock.now().date())

    def check(self, code: str) -> SlipCheck:
        """What became of a printed approval; words and sound are read again. Raises Refused: slip.code."""
        read = read_code(code)
        if not code_holds(read, self._key):
            return SlipCheck("altered", reason="code")
        with self._database.read() as connection:
            filed = slip_store.by_id(connection, read.approval_id)
            title = _title_of(connection, filed.approval.subject) if filed else ""
        if filed is None:
            return SlipCheck("unknown")
        approval = filed.approval
        same = (approval.text_sha256, approval.audio_sha256) == (read.text_sha256, read.audio_sha256)
        day = approval.valid_until or approval.valid_from  # any day it was given for: only the seal matters here
        if not same or not approval.holds(approval.audio_sha256, day, self._key):
            return SlipCheck("altered", approval, title, "approval")
        if filed.text and text_sha256(filed.text) != approval.text_sha256:
            return SlipCheck("altered", approval, title, "text")
        return self._standing(filed, title)

    def _standing(self, filed: Filed, title: str) -> SlipCheck:
        approval, today = filed.approval, self._clock.now().date().isoformat()
        if filed.voided_at:
            why = filed.voided_reason
            if why.startswith("withdrawn: "):
                return SlipCheck("withdrawn", approval, title, why.removeprefix("withdrawn: "))
            return SlipCheck("replaced" if why == store.APPROVED_ANEW else "changed", approval, title)
        if wrong := self._wrong_sound(approval.audio_sha256):
            return SlipCheck("altered", approval, title, wrong)
        if approval.valid_until and today > approval.valid_until:
            return SlipCheck("expired", approval, title)
        if approval.valid_from and today < approval.valid_from:
            return SlipCheck("early", approval, title)
        return SlipCheck("valid", approval, title)

    def _wrong_sound(self, sha256: str) -> str:
        try:
            return "" if sha256_of(self._home.audio(sha256)) == sha256 else "sound"
        except OSError:
            return "sound_missing"

    def _slip(self, found: Subject, filed: Filed | None, cut: Cut, text: str, number: str) -> Slip:
        approval = filed.approval if filed else None
        return Slip(
            found.title, str(found.kind), number, found.author, text,
            approval.text_sha256 if approval else found.text_sha256, cut.sha256, cut.seconds, cut.lufs,
            cut.true_peak_db, cut.source, cut.original_name, approval,
            self._position(approval.approver) if approval else "",
            self._position(approval.second_approver) if approval and approval.second_approver else "",
            filed.voided_at if filed else "", filed.voided_reason if filed else "",
            code_text(approval, self._key) if approval else "", self._settings.approval.second_approver,
            self._own_reason(approval) if approval and approval.self_approved else "")

    def _own_reason(self, approval: Approval) -> str:
        with self._database.read() as connection:
            return approval_store.own_reason(connection, approval.id)

    def _position(self, name: str) -> str:
        try:
            return self._accounts.by_name(name).title
        except Refused:
            return ""

    def _number(self, directive_id: str) -> str:
        if not directive_id:
            return ""
        letter = self._directives.get(directive_id)
        symbol = letter.value("symbol")
        return str(letter.value("number") or (f"…/{symbol}" if symbol else letter.file_name))


def _letter_of(connection: Connection, found: Subject) -> str:
    if found.bulletin is not None:
        return found.bulletin.directive_id
    return library_store.carts(connection, [found.cart_id])[0].directive_id


def _title_of(connection: Connection, subject: str) -> str:
    try:
        return subject_of(connection, subject).title
    except Refused:
        return ""
