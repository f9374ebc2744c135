"""Seals, names under the log, corrections, what went up and what came down; what an airing was in."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TABLES = ("seal", "signature", "correction", "delivery", "received")


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default=default)


def _plain(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default="0")


def _data(name: str, default: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False, server_default=default)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def upgrade() -> None:
    for column in (_text("language", "vi"), _text("category"), _text("origin")):
        op.add_column("airing", column)
    op.create_table("seal", *_plain("day"), _number("first_seq"), _number("last_seq"),
                    *_plain("head", "sha256", "made_at"), _key("seal", "day"))
    op.create_table("signature", *_plain("id", "kind", "first_day", "last_day"), _text("head"),
                    *_plain("rows_sha256", "person"), _text("role"), *_plain("at"), _text("note"),
                    _key("signature", "id"))
    op.create_index(op.f("ix_signature_first_day"), "signature", ["first_day"])
    op.create_table("correction", *_plain("id", "airing_id", "day"), _text("outcome"), _text("reason"),
                    *_plain("note", "by", "at"), _key("correction", "id"))
    op.create_index(op.f("ix_correction_day_airing_id"), "correction", ["day", "airing_id"])
    op.create_table("delivery", *_plain("id", "package", "sha256"), _number("number"),
                    *_plain("first_day", "last_day", "state"), _text("place"), _count("tries"), _data("problem", "{}"),
                    *_plain("made_at"), _text("made_by"), _text("next_try"), _text("sent_at"), _text("answered_at"),
                    _key("delivery", "id"), sa.UniqueConstraint("number", name=op.f("uq_delivery_number")))
    op.create_index(op.f("ix_delivery_state"), "delivery", ["state"])
    op.create_table("received", *_plain("sha256", "file_name"), _text("sender"), _count("number"), *_plain("state"),
                    _data("problem", "{}"), _data("made", "[]"), *_plain("at"), _text("by"), _key("received", "sha256"))


def downgrade() -> None:
    op.drop_index(op.f("ix_delivery_state"), "delivery")
    op.drop_index(op.f("ix_correction_day_airing_id"), "correction")
    op.drop_index(op.f("ix_signature_first_day"), "signature")
    for table in reversed(_TABLES):
        op.drop_table(table)
    for name in ("origin", "category", "language"):
        op.drop_column("airing", name)
