"""Campaigns by week, with spacing, hours and zones; sessions changed by hand, special periods, relay sources."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TABLES = ("relay_source", "rule_override", "period", "session_edit")


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default=default)


def _plain(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default="0")


def _data(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False, server_default="[]")


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _added() -> list[sa.Column[Any]]:
    return [_text("per", "day"), _count("spacing_minutes"), _data("dayparts"), _data("zones"), _count("position")]


def upgrade() -> None:
    op.execute("ALTER TABLE campaign RENAME COLUMN times_per_day TO times")
    for column in _added():
        op.add_column("campaign", column)
    op.create_table("session_edit", *_plain("day", "session"), sa.Column("body", sa.JSON(), nullable=False),
                    _text("reason"), *_plain("by", "at"), _key("session_edit", "day", "session"))
    op.create_table("period", *_plain("id", "kind", "name", "first_day", "last_day"), _text("reason"),
                    _text("directive_number"), _text("profile"), sa.Column("sessions", sa.JSON(), nullable=True),
                    _data("without"), _text("removed_at"), *_plain("created_by", "created_at"), _key("period", "id"))
    op.create_index(op.f("ix_period_first_day"), "period", ["first_day"])
    op.create_index(op.f("ix_airing_campaign_day"), "airing", ["campaign", "day"])
    op.create_table("rule_override", *_plain("id", "rule"), _text("session"), _count("most"), *_plain("reason"),
                    _text("directive_number"), *_plain("by", "at"), _text("revoked_at"), _key("rule_override", "id"))
    op.create_table("relay_source", *_plain("id", "name", "kind", "address"),
                    sa.Column("fallback_cart_id", sa.String(), nullable=True), _text("fallback_sha256"),
                    _count("fallback_frames"), _text("approval_id"), _text("note"), _text("removed_at"),
                    *_plain("created_by", "created_at"),
                    sa.ForeignKeyConstraint(["fallback_cart_id"], ["cart.id"],
                                            name=op.f("fk_relay_source_fallback_cart_id_cart")),
                    _key("relay_source", "id"))


def downgrade() -> None:
    op.drop_index(op.f("ix_airing_campaign_day"), "airing")
    op.drop_index(op.f("ix_period_first_day"), "period")
    for table in _TABLES:
        op.drop_table(table)
    for column in reversed(_added()):
        op.drop_column("campaign", column.name)
    op.execute("ALTER TABLE campaign RENAME COLUMN times TO times_per_day")
