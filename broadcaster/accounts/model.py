"""People of the station and what they may do: one table of rights, asked by every part of the program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from broadcaster.base.errors import Refused


class Role(StrEnum):
    OPERATOR = "operator"
    APPROVER = "approver"
    VIEWER = "viewer"
    ADMIN = "admin"


class Right(StrEnum):
    """One kind of act."""

    LOOK = "look"
    """Look, listen, print."""
    WRITE = "write"
    """Take letters in, write, import, plan, submit."""
    AIR_LIVE = "air_live"
    """Microphone, relay, skip."""
    APPROVE = "approve"
    """Approve, give back, withdraw, keep ready for emergencies."""
    SETTINGS = "settings"
    """Change how the station sounds and when."""
    RETENTION = "retention"
    """Let old sounds go."""
    RESTORE = "restore"
    """Put another in the station's place: bring a backup back, update the program; and where backups go."""
    PEOPLE = "people"
    """Who is here and what they may do; the approval rule; the recovery sheet."""


_OPERATOR = frozenset({Right.LOOK, Right.WRITE, Right.AIR_LIVE, Right.SETTINGS})
_APPROVER = _OPERATOR | {Right.APPROVE, Right.RETENTION}
RIGHTS: dict[Role, frozenset[Right]] = {
    Role.VIEWER: frozenset({Right.LOOK}),
    Role.OPERATOR: _OPERATOR,
    Role.APPROVER: _APPROVER,
    Role.ADMIN: frozenset(Right),
}
"""Who may do what. Where there is no administrator, approvers stand in: see `allowed`."""

_STAND_IN = frozenset({Right.RESTORE, Right.PEOPLE})


@dataclass(frozen=True)
class Person:
    """Someone who signs with a name and a PIN or password."""

    id: str
    name: str
    title: str
    role: Role
    active: bool = True
    must_change: bool = False
    """The PIN was made by somebody else: it signs nothing until its owner has chosen another."""

    def has(self, right: Right) -> bool:
        """Whether the role alone allows it; `allowed` also knows who stands in."""
        return self.active and right in RIGHTS[self.role]

    @property
    def may_approve(self) -> bool:
        return self.has(Right.APPROVE)

    @property
    def may_write(self) -> bool:
        return self.has(Right.WRITE)


@dataclass(frozen=True)
class Standing:
    """A person as the list of people shows them."""

    person: Person
    last_signed: str = ""
    """When they last did anything that was written down; ISO, empty: never."""
    locked_until: str = ""
    """Empty unless too many wrong PINs lock them now."""

    @property
    def id(self) -> str:
        return self.person.id


@dataclass(frozen=True)
class RecoverySheet:
    """The printed sheet that now holds."""

    printed_at: str = ""
    """Empty: none was ever printed."""
    left: int = 0
    used: int = 0


@dataclass(frozen=True)
class AuditEntry:
    """Who did what to which thing."""

    at: str
    person: str
    action: str
    subject: str
    detail: dict[str, object]


def guard(people: Iterable[Person]) -> Role | None:
    """Whose word decides over people: an administrator's, else an approver's, else nobody's yet."""
    active = [person for person in people if person.active]
    if any(person.role is Role.ADMIN for person in active):
        return Role.ADMIN
    return Role.APPROVER if any(person.may_approve for person in active) else None


def allowed(person: Person, right: Right, people: Iterable[Person]) -> bool:
    """Whether `person`, one of `people`, may do it; an approver stands in where there is no administrator."""
    if person.has(right):
        return True
    return right in _STAND_IN and person.may_approve and guard(people) is Role.APPROVER


def need(person: Person, right: Right, people: Iterable[Person] = ()) -> None:
    """Raises Refused("right.missing", name, right) unless they may."""
    if not allowed(person, right, people):
        raise Refused("right.missing", f"{person.name} may not do this ({right.value})", name=person.name,
                      right=right.value)
