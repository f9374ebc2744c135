"""People of the station and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    OPERATOR = "operator"
    APPROVER = "approver"
    VIEWER = "viewer"
    ADMIN = "admin"


@dataclass(frozen=True)
class Person:
    """Someone who signs with a name and a PIN."""

    id: str
    name: str
    title: str
    role: Role
    active: bool = True

    @property
    def may_approve(self) -> bool:
        return self.active and self.role in {Role.APPROVER, Role.ADMIN}

    @property
    def may_write(self) -> bool:
        return self.active and self.role in {Role.OPERATOR, Role.APPROVER, Role.ADMIN}


@dataclass(frozen=True)
class AuditEntry:
    """Who did what to which thing."""

    at: str
    person: str
    action: str
    subject: str
    detail: dict[str, object]
