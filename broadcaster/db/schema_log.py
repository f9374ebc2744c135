"""What stands beside the airing log: seals, names under it, corrections, what went up and what came down."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Integer, String, Table

from broadcaster.db.schema_people import metadata

seal = Table(
    "seal", metadata,  # a filed copy of seals/, as journal_line is of the journal
    Column("day", String, primary_key=True),
    Column("first_seq", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("head", String, nullable=False),  # sha256 of the last line sealed
    Column("sha256", String, nullable=False),  # of the seal itself: what the next one names, what the paper shows
    Column("made_at", String, nullable=False),
)

signature = Table(
    "signature", metadata,  # only ever added to
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),  # day | week
    Column("first_day", String, nullable=False, index=True),
    Column("last_day", String, nullable=False),
    Column("head", String, nullable=False, default=""),
    Column("rows_sha256", String, nullable=False),
    Column("person", String, nullable=False),
    Column("role", String, nullable=False, default=""),
    Column("at", String, nullable=False),
    Column("note", String, nullable=False, default=""),
)

correction = Table(
    "correction", metadata,  # only ever added to; the newest of an airing counts
    Column("id", String, primary_key=True),
    Column("airing_id", String, nullable=False),
    Column("day", String, nullable=False),
    Column("outcome", String, nullable=False, default=""),
    Column("reason", String, nullable=False, default=""),
    Column("note", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Index(None, "day", "airing_id"),
)

delivery = Table(
    "delivery", metadata,  # what is to go up, and what became of it
    Column("id", String, primary_key=True),
    Column("package", String, nullable=False),  # file name in outbox/
    Column("sha256", String, nullable=False),  # of its manifest: what the next package and the receipt name
    Column("number", Integer, nullable=False, unique=True),  # counts the station's packages
    Column("first_day", String, nullable=False),
    Column("last_day", String, nullable=False),
    Column("state", String, nullable=False, index=True),  # queued | sent | received | refused
    Column("place", String, nullable=False, default=""),  # where it was put, without passwords
    Column("tries", Integer, nullable=False, default=0),
    Column("problem", JSON, nullable=False, default=dict),  # code and facts of the last refusal
    Column("made_at", String, nullable=False),
    Column("made_by", String, nullable=False, default=""),
    Column("next_try", String, nullable=False, default=""),
    Column("sent_at", String, nullable=False, default=""),
    Column("answered_at", String, nullable=False, default=""),
)

received = Table(
    "received", metadata,  # what came down from the office above
    Column("sha256", String, primary_key=True),
    Column("file_name", String, nullable=False),
    Column("sender", String, nullable=False, default=""),  # fingerprint of the key
    Column("number", Integer, nullable=False, default=0),
    Column("state", String, nullable=False),  # taken | waiting (unknown key) | refused
    Column("problem", JSON, nullable=False, default=dict),
    Column("made", JSON, nullable=False, default=list),  # ids of letters and carts it became
    Column("at", String, nullable=False),
    Column("by", String, nullable=False, default=""),
)
