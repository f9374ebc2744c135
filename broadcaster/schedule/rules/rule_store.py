"""Reasons why a rule of the profile does not hold, in the database."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, insert, select, update

from broadcaster.db.schema import rule_override
from broadcaster.schedule.model import RuleOverride
from broadcaster.schedule.sessions.toml_words import LONGEST_MINUTES
from broadcaster.schedule.stored import Broken, number, readable


def overrides(c: Connection, broken: Broken | None = None) -> list[RuleOverride]:
    """Those in force, the newest last."""
    rows = c.execute(select(rule_override).where(rule_override.c.revoked_at == "").order_by(
        rule_override.c.at, rule_override.c.id)).mappings()
    return list(readable("rule_override", rows, _override, lambda row: row["reason"], broken))


def _override(row: RowMapping) -> RuleOverride:
    return RuleOverride(row["id"], row["rule"], row["session"], number(row["most"], 0, LONGEST_MINUTES), row["reason"],
                        row["by"], row["at"], row["directive_number"])


def insert_override(c: Connection, new: RuleOverride) -> None:
    c.execute(insert(rule_override).values(
        id=new.id, rule=new.rule, session=new.session, most=new.most, reason=new.reason,
        directive_number=new.directive_number, by=new.by, at=new.at))


def set_revoked(c: Connection, override_id: str, at: str) -> None:
    """`at`: when it was taken back; empty puts it in force again."""
    c.execute(update(rule_override).where(rule_override.c.id == override_id).values(revoked_at=at))
