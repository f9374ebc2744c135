"""Airings by zone, inserts and verdicts; what to do when a slot is missed; a copy of each published plan."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

def _airing() -> list[sa.Column[Any]]:
    return [
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("by_zone", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("insert_id", sa.String(), nullable=False, server_default=""),
        sa.Column("ordered_by", sa.String(), nullable=False, server_default=""),
        sa.Column("confirmed", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("recording", sa.String(), nullable=False, server_default=""),
        sa.Column("is_relay", sa.Boolean(), nullable=False, server_default=sa.false()),
    ]


def upgrade() -> None:
    for column in _airing():
        op.add_column("airing", column)
    op.add_column("campaign", sa.Column("if_missed", sa.String(), nullable=False, server_default="late:15"))
    op.create_table(
        "published_plan",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_published_plan")),
    )
    op.create_index(op.f("ix_published_plan_day"), "published_plan", ["day"])


def downgrade() -> None:
    op.drop_index(op.f("ix_published_plan_day"), "published_plan")
    op.drop_table("published_plan")
    op.drop_column("campaign", "if_missed")
    for column in reversed(_airing()):
        op.drop_column("airing", column.name)
