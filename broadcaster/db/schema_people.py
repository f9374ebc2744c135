"""The tables of people, of what they did, and of the units a station belongs to; schema.py says what holds for all."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
})

person = Table(
    "person", metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("title", String, nullable=False, default=""),  # Phó Chủ tịch UBND xã …
    Column("role", String, nullable=False),
    Column("pin_hash", String, nullable=False),
    Column("wrong_pins", Integer, nullable=False, default=0),
    Column("locked_until", String, nullable=False, default=""),
    Column("active", Boolean, nullable=False, default=True),
    Column("must_change", Boolean, nullable=False, default=False),  # the PIN was given by somebody else
    Column("created_at", String, nullable=False),
)

audit = Table(
    "audit", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),
    Column("person", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False, index=True),
    Column("detail", JSON, nullable=False, default=dict),
    Column("prev", String, nullable=False, default=""),  # chained as the journal is: db/trail.py
    Column("hash", String, nullable=False, default=""),
    Column("words", Text, nullable=False, default=""),  # folded, to search by: db/trail_words.py; no part of the chain
    Index(None, "person", "action"),
)

recovery_code = Table(
    "recovery_code", metadata,
    Column("id", String, primary_key=True),
    Column("code_hash", String, nullable=False),
    Column("printed_at", String, nullable=False),
    Column("used_at", String, nullable=False, default=""),
    Column("used_for", String, nullable=False, default=""),  # whose PIN it reset
    Column("revoked_at", String, nullable=False, default=""),  # a newer sheet was printed
)

unit = Table(
    "unit", metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("level", String, nullable=False),  # a word of resources/units.toml, never a fixed tier
    Column("parent_id", ForeignKey("unit.id"), nullable=True, index=True),
    Column("code", String, nullable=False, default=""),
    Column("zone", String, nullable=False, default=""),  # the zone a former station became
    Column("role", String, nullable=False, default=""),  # own | superior | former | ""
    Column("since", String, nullable=False, default=""),
    Column("until", String, nullable=False, default=""),
    Column("note", String, nullable=False, default=""),
)

former_record = Table(
    "former_record", metadata,
    Column("id", String, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("day", String, nullable=False, index=True),
    Column("time", String, nullable=False, default=""),
    Column("title", String, nullable=False, default=""),
    Column("kind", String, nullable=False, default=""),
    Column("seconds", Integer, nullable=False, default=0),
    Column("author", String, nullable=False, default=""),
    Column("approver", String, nullable=False, default=""),
    Column("note", String, nullable=False, default=""),
    Column("extra", JSON, nullable=False, default=dict),  # columns the file had besides
    Column("file_name", String, nullable=False),
    Column("file_sha256", String, nullable=False, index=True),
    Column("row", Integer, nullable=False),
    Column("imported_at", String, nullable=False),
    Column("imported_by", String, nullable=False, default=""),
)
