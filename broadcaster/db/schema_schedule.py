"""The tables of what shall air and when; schema.py says what holds for all."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table

from broadcaster.db.columns import Json
from broadcaster.db.schema_people import metadata

campaign = Table(
    "campaign", metadata,
    Column("id", String, primary_key=True),
    Column("title", String, nullable=False),
    Column("cart_id", ForeignKey("cart.id"), nullable=False, index=True),
    Column("directive_id", ForeignKey("directive.id"), nullable=True, index=True),
    Column("times", Integer, nullable=False),
    Column("per", String, nullable=False, default="day"),  # day | week
    Column("first_day", String, nullable=False),
    Column("last_day", String, nullable=False),  # inclusive
    Column("weekdays", String, nullable=False, default="1234567"),  # ISO: 1 = Monday … 7 = Sunday
    Column("urgency", String, nullable=False),
    Column("state", String, nullable=False),  # active | stopped
    Column("if_missed", String, nullable=False, default="late:15"),  # late:MINUTES | make-up:SESSION | skip
    Column("spacing_minutes", Integer, nullable=False, default=0),
    Column("dayparts", Json, nullable=False, default=list),
    Column("zones", Json, nullable=False, default=list),
    Column("position", Integer, nullable=False, default=0),  # among campaigns of one urgency
    Column("created_by", String, nullable=False),
    Column("created_at", String, nullable=False),
)

session_edit = Table(
    "session_edit", metadata,
    Column("day", String, primary_key=True),
    Column("session", String, primary_key=True),  # id of a template, or of a session of that day alone
    Column("body", Json, nullable=False),  # schedule/days/edits.py
    Column("reason", String, nullable=False, default=""),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
)

period = Table(
    "period", metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),  # a word of resources/calendar/periods.toml
    Column("name", String, nullable=False),
    Column("first_day", String, nullable=False, index=True),
    Column("last_day", String, nullable=False),  # inclusive
    Column("reason", String, nullable=False, default=""),
    Column("directive_number", String, nullable=False, default=""),
    Column("profile", String, nullable=False, default=""),
    Column("sessions", Json, nullable=True),  # template ids; null: as always
    Column("without", Json, nullable=False, default=list),  # kinds of items left out
    Column("removed_at", String, nullable=False, default=""),
    Column("created_by", String, nullable=False),
    Column("created_at", String, nullable=False),
)

rule_override = Table(
    "rule_override", metadata,
    Column("id", String, primary_key=True),
    Column("rule", String, nullable=False),  # session_long | sessions_many | weekday
    Column("session", String, nullable=False, default=""),  # id of a template
    Column("most", Integer, nullable=False, default=0),
    Column("reason", String, nullable=False),
    Column("directive_number", String, nullable=False, default=""),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("revoked_at", String, nullable=False, default=""),
)

relay_source = Table(
    "relay_source", metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),  # stream | line | file
    Column("address", String, nullable=False),
    Column("fallback_cart_id", ForeignKey("cart.id"), nullable=True),
    Column("fallback_sha256", String, nullable=False, default=""),  # the sound the approval binds
    Column("fallback_frames", Integer, nullable=False, default=0),
    Column("approval_id", String, nullable=False, default=""),
    Column("note", String, nullable=False, default=""),  # the standing decision: number, slot
    Column("removed_at", String, nullable=False, default=""),
    Column("created_by", String, nullable=False),
    Column("created_at", String, nullable=False),
)

published_plan = Table(
    "published_plan", metadata,
    Column("name", String, primary_key=True),  # of the rundown file
    Column("day", String, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),  # the file as it was published, zlib
)
