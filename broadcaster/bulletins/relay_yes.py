"""The yes to a programme of another station: bound to its address and to what replaces it, by a digest (R31)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from broadcaster.accounts import store as accounts_store
from broadcaster.accounts.model import Person
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.settings import Settings
from broadcaster.bulletins import approval_store, store
from broadcaster.bulletins.sign_off import FirstYes, check_days, narrowed
from broadcaster.protocol.approval import Approval

TABLES = ("approval", "first_yes", "audit")
"""What a unit of work that gives or ends a yes writes to: the ledger gets its line by "approval"."""


@dataclass(frozen=True)
class Asked:
    """What somebody is asked to agree to."""

    subject: str
    """"relay:<id>"."""
    title: str
    digest: str
    """Relay.digest()."""
    authors: frozenset[str]
    """Folded names of who entered it and who changed its address last."""


class RelayApprover:
    """Works in the caller's unit of work; the rules are those of bulletins (approval.py)."""

    def __init__(self, settings: Settings, clock: Clock, key: bytes) -> None:
        self._settings = settings
        self._clock = clock
        self._key = key

    def give(self, connection: Connection, asked: Asked, by: Person, days: tuple[str, str],
             reason: str) -> Approval | FirstYes:
        """Let it air on these days; where two must agree, the first gets a FirstYes and nothing airs yet.

        Raises Refused: approval.role, approval.self, approval.reason, approval.date, approval.second.
        """
        if not by.may_approve or not accounts_store.as_now(connection, by).may_approve:
            raise Refused("approval.role", f"{by.name} may not approve", name=by.name)
        why = self._own(asked, by, reason)
        checked = check_days(*days, self._clock.now().date())
        yes = FirstYes(asked.subject, by.name, self._now(), "", asked.digest, checked)
        first = self.first(connection, asked)
        if first is None and self._settings.approval.second_approver:
            approval_store.keep_first(connection, yes.sealed(self._key))
            self._note(connection, yes, asked, "first_yes", why)
            return yes
        return self._last(connection, asked, yes, first, why)

    def first(self, connection: Connection, asked: Asked) -> FirstYes | None:
        """The first of two yes, if it was given here and to exactly this."""
        first = approval_store.first(connection, asked.subject)
        return first if first is not None and first.holds(self._key) and first.audio_sha256 == asked.digest else None

    def end(self, connection: Connection, subject: str, reason: str) -> bool:
        """No yes holds any longer. True if there was one."""
        approval_store.forget_first(connection, subject)
        return store.void_approvals(connection, subject, self._now(), reason)

    def _own(self, asked: Asked, by: Person, reason: str) -> dict[str, str]:
        """Why somebody judges their own entry; refused where more than one person works."""
        if by.name.casefold() not in asked.authors:
            return {}
        if not self._settings.approval.single_person:
            raise Refused("approval.self", f"{by.name} cannot approve their own work", name=by.name)
        if not reason:
            raise Refused("approval.reason", "a reason is needed")
        return {"reason": reason}

    def _last(self, connection: Connection, asked: Asked, yes: FirstYes, first: FirstYes | None,
              why: dict[str, str]) -> Approval:
        given = Approval(new_id(), asked.subject, "", asked.digest, yes.approver, yes.at, yes.days[1], bool(why),
                         yes.days[0])
        if first is not None:
            if first.approver.casefold() == yes.approver.casefold():
                raise Refused("approval.second", f"{yes.approver} was the first; another must be the second",
                              name=yes.approver)
            days = narrowed(first.days, yes.days)
            own = bool(why) or first.approver.casefold() in asked.authors
            given = replace(given, approver=first.approver, self_approved=own, valid_from=days[0],
                            valid_until=days[1], second_approver=yes.approver, second_at=yes.at)
        given = given.sealed(self._key)
        store.void_approvals(connection, asked.subject, given.approved_at, store.APPROVED_ANEW)
        store.add_approval(connection, given)
        approval_store.forget_first(connection, asked.subject)
        self._note(connection, yes, asked, "approve", {
            **why, "approval": given.id, "self_approved": given.self_approved,
            "first": first.approver if first else ""}, (given.valid_from, given.valid_until))
        return given

    def _note(self, connection: Connection, yes: FirstYes, asked: Asked, act: str, detail: Mapping[str, object],
              days: tuple[str, str] | None = None) -> None:
        begins, ends = days or yes.days
        store.audit(connection, yes.at, yes.approver, f"relay.{act}", asked.subject, title=asked.title,
                    valid_from=begins, valid_until=ends, **detail)

    def _now(self) -> str:
        return format_time(self._clock.now())
