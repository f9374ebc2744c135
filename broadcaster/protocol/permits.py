"""Whether a person's yes still holds: its seal, its days, and the ledger of approvals as it stands now."""

from __future__ import annotations

import logging

from broadcaster.base.paths import StationHome
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.journal import Reason
from broadcaster.protocol.ledger import Ledger, LedgerBook
from broadcaster.protocol.rundown import RundownEvent

log = logging.getLogger(__name__)


class Permits:
    """Asks no database: the ledger's lines are sealed, and a plan names the line it was made by."""

    def __init__(self, home: StationHome, key: bytes) -> None:
        self._key = key
        self._book = LedgerBook(home, key)
        self._fault = self._head = ""
        self._over: dict[str, str] = {}
        """What was ever read as taken back: an older ledger in its place brings nothing back."""
        self._read()  # years of approvals: not when the first item is due

    def event(self, event: RundownEvent, day: str, mark: str) -> Reason:
        """NONE, EXPIRED or NOT_APPROVED, for airing on ISO date `day` by a plan made at ledger line `mark`."""
        approval = event.approval
        if not approval.holds(event.cut.sha256, day, self._key):
            until = approval.valid_until
            over = until and until < day and approval.holds(event.cut.sha256, until, self._key)
            return Reason.EXPIRED if over else Reason.NOT_APPROVED
        return Reason.NONE if self._lets(approval, mark) else Reason.NOT_APPROVED

    def ended(self, approval: Approval) -> bool:
        """Whether it was taken back; a microphone's and a hand-made relay's has no id."""
        self._read()
        return approval.id in self._over

    def message(self, approval: Approval, sha256: str, day: str) -> bool:
        """For an emergency: a ledger that is lost or damaged keeps nobody from being warned, a withdrawal does."""
        return approval.holds(sha256, day, self._key) and not self.ended(approval)

    def _lets(self, approval: Approval, mark: str) -> bool:
        ledger = self._read()
        fault = ledger.fault or ("" if ledger.knows(mark) else "missing")
        if fault != self._fault:
            self._fault = fault
            log.error("the ledger of approvals: %s", fault or "good again")
        return ledger.lets(approval, mark) and approval.id not in self._over

    def _read(self) -> Ledger:
        ledger = self._book.read()
        if ledger.head != self._head:
            self._head = ledger.head
            self._over |= ledger.ended
        return ledger
