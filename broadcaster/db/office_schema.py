"""All tables of the office above, the same on SQLite and PostgreSQL (docs/formats.md "The office's database").

The packages in the archive are the truth; everything about days and airings here can be made again from them.
Days are ISO dates as text in Python; moments ISO 8601 text with offset. `station` is the office's own small number of
a station everywhere: fifty million rows carry it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator, TypeEngine


class Day(TypeDecorator[str]):
    """An ISO day as text; PostgreSQL keeps it in four bytes and can cut a table by month of it."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Date() if dialect.name == "postgresql" else String())

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return value if value is None or isinstance(value, str) else value.isoformat()


metadata = MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
})


def _text(name: str, default: str = "") -> Column[str]:
    return Column(name, String, nullable=False, default=default)


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, default=0)


unit = Table(
    "unit", metadata,  # the tree above the stations, as their packages name it
    Column("ref", Integer, primary_key=True),
    Column("parent", Integer, nullable=False, default=0),  # 0: none
    Column("name", String, nullable=False),
    Column("depth", SmallInteger, nullable=False, default=0),
    Column("path", String, nullable=False, index=True),  # "/1/7/": refs from the top to itself
    UniqueConstraint("parent", "name"),
)

station = Table(
    "station", metadata,  # one with a trusted key; what merely asks to come in stands in station_key
    Column("ref", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),  # its own id, or another one where two stations had the same
    _text("name"),
    _text("commune"),
    _text("province"),
    Column("unit", Integer, nullable=False, default=0, index=True),  # the unit right above it; 0: none
    _text("key"),  # the trusted public key, hex
    _text("state", "active"),  # active | fork (waits for a person)
    Column("branch", SmallInteger, nullable=False, default=0),  # grows with every fork a person accepted
    _count("number"),  # of the newest package merged
    _text("manifest"),  # sha256 of its manifest: what the next one must name
    _text("head"),  # hash of the last journal line merged
    Column("last_seq", BigInteger, nullable=False, default=0),
    Column("first_day", Day, nullable=True),  # of all it stated
    Column("last_day", Day, nullable=True),
    _text("last_received_at"),
    _text("trusted_at"),
    _text("trusted_by"),
)

station_key = Table(
    "station_key", metadata,  # every key a package was ever signed with
    Column("key", String, primary_key=True),
    Column("station", Integer, nullable=False, default=0, index=True),  # 0: no station's yet
    Column("sender_id", String, nullable=False, index=True),  # as its packages say
    _text("name"),
    _text("commune"),
    _text("fingerprint"),
    Column("state", String, nullable=False, index=True),  # waiting | changed | trusted | refused | replaced
    _text("first_seen_at"),
    _text("decided_at"),
    _text("decided_by"),
)

package = Table(
    "package", metadata,
    Column("ref", Integer, primary_key=True),
    Column("sha256", String, nullable=False, unique=True),  # of the manifest; of the file where it has none
    Column("station", Integer, nullable=False, default=0),  # 0: of a key nobody trusts
    Column("key", String, nullable=False, default="", index=True),
    _text("sender_id"),
    _count("number"),
    _text("previous"),
    Column("branch", SmallInteger, nullable=False, default=0),
    Column("first_day", Day, nullable=True),
    Column("last_day", Day, nullable=True),
    Column("days", JSON, nullable=False, default=list),
    Column("first_seq", BigInteger, nullable=False, default=0),
    Column("last_seq", BigInteger, nullable=False, default=0),
    _text("prev_head"),
    _text("head"),
    _count("airings"),
    Column("state", String, nullable=False, index=True),
    # received | waiting (key) | early (a number is missing) | fork | refused | set_aside (another branch was chosen)
    _text("code"),
    Column("facts", JSON, nullable=False, default=dict),
    _text("file"),  # below office/ of the home; empty where it was not kept
    Column("size", BigInteger, nullable=False, default=0),
    _text("made_at"),
    Column("received_at", String, nullable=False, default="", index=True),
    Index(None, "station", "number"),
)

seal = Table(
    "seal", metadata,
    Column("station", Integer, primary_key=True),
    Column("branch", SmallInteger, primary_key=True, default=0),
    Column("day", Day, primary_key=True),
    Column("first_seq", BigInteger, nullable=False),
    Column("last_seq", BigInteger, nullable=False),
    Column("head", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("package", Integer, nullable=False),
)

airing = Table(
    "airing", metadata,  # what the drill-down shows; the whole row and its journal lines lie in the package
    # On PostgreSQL cut by month of the day: the migration says so; here it would load that dialect at every start.
    # No key to another table: checking it would cost more than writing the row.
    # Nor a key on PostgreSQL: an index by station and day finds as well and costs half (AIRING_INDEX).
    Column("station", Integer, nullable=False, autoincrement=False),
    Column("day", Day, nullable=False),
    Column("position", SmallInteger, nullable=False, autoincrement=False),  # within the day, by planned start
    Column("package", Integer, nullable=False),
    Column("id", String, nullable=False),  # as the station names it
    Column("session", String, nullable=False),
    Column("title", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("urgency", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("language", String, nullable=False),
    Column("category", String, nullable=False),
    Column("directive", Integer, nullable=False),  # 0: none
    Column("item", BigInteger, nullable=False),  # the sound: first 15 hex digits of its sha256; 0: none
    Column("planned_second", Integer, nullable=False),  # of the day, local time; may be beyond 86400
    Column("planned_ms", Integer, nullable=False),
    Column("started_second", Integer, nullable=False),  # -1: not at all
    Column("aired_ms", Integer, nullable=False),
    Column("outcome", String, nullable=False),  # as counted: with the newest correction in its place
    Column("reason", String, nullable=False),
    Column("verification", String, nullable=False),
    Column("is_repeat", Boolean, nullable=False),
    Column("is_relay", Boolean, nullable=False),
    Column("is_corrected", Boolean, nullable=False),
    PrimaryKeyConstraint("station", "day", "position").ddl_if(dialect="sqlite"),
    sqlite_with_rowid=False,
)
AIRING_INDEX = "ix_airing_station_day"
"""On PostgreSQL alone, in the place of the key."""

FIGURES = ("planned", "aired", "partial", "missed", "made_up", "unscheduled", "verified", "not_heard", "repeats",
           "corrected", "seconds", "relay_seconds", "faults")
"""What is counted of a day: outcomes as in asrun.model; `verified`: of what sounded, heard by the monitor;
`seconds` on air, of which `relay_seconds` of others' programmes; `faults`: damaged journal lines."""

day_figures = Table(
    "day_figures", metadata,  # what the overview reads
    Column("station", Integer, nullable=False, autoincrement=False),
    Column("day", Day, nullable=False),
    *(Column(name, Integer, nullable=False) for name in FIGURES),
    Column("late_days", Integer, nullable=False),  # from the day after it until the package came
    Column("package", Integer, nullable=False),
    PrimaryKeyConstraint("day", "station"),  # a night adds at the end; a week is read without leaps
    Index(None, "station", "day"),
    sqlite_with_rowid=False,
)

month_figures = Table(
    "month_figures", metadata,  # sums of day_figures, for long spans
    Column("station", Integer, nullable=False, autoincrement=False),
    Column("month", String, nullable=False),  # YYYY-MM
    Column("days", Integer, nullable=False),
    *(Column(name, Integer, nullable=False) for name in FIGURES),
    Column("late_days", Integer, nullable=False),  # the worst day's
    PrimaryKeyConstraint("month", "station"),
    sqlite_with_rowid=False,
)

month_facets = Table(
    "month_facets", metadata,  # what sounded, by kind, origin, language, category, urgency; what did not, by reason
    Column("station", Integer, nullable=False, autoincrement=False),
    Column("month", String, nullable=False),
    Column("facet", String, nullable=False),  # kind | origin | language | category | urgency | reason
    Column("value", String, nullable=False),
    Column("airings", Integer, nullable=False),
    Column("repeats", Integer, nullable=False),
    Column("items", Integer, nullable=False),  # different sounds
    Column("seconds", Integer, nullable=False),
    PrimaryKeyConstraint("month", "station", "facet", "value"),
    sqlite_with_rowid=False,
)

stale_month = Table(
    "stale_month", metadata,  # months whose sums are to be made anew: marked with the rows, done a little later
    Column("station", Integer, primary_key=True, autoincrement=False),
    Column("month", String, primary_key=True),
)

day_reasons = Table(
    "day_reasons", metadata,  # why what was planned did not air, or not wholly
    Column("station", Integer, nullable=False, autoincrement=False),
    Column("day", Day, nullable=False),
    Column("reason", String, nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("day", "station", "reason"),
    Index(None, "station", "day"),
    sqlite_with_rowid=False,
)

directive = Table(
    "directive", metadata,  # one letter, whoever registered it: known by number and issuer
    Column("ref", Integer, primary_key=True),
    Column("number_key", String, nullable=False),  # directives.citations.number_key
    Column("issuer_key", String, nullable=False),  # without accents, blanks made one
    _text("number"),
    _text("issuer"),
    _text("subject"),
    _text("issued_date"),
    UniqueConstraint("number_key", "issuer_key"),
)

duty = Table(
    "duty", metadata,  # what a station took upon itself for a letter: all its campaigns together
    Column("directive", Integer, primary_key=True, autoincrement=False),
    Column("station", Integer, primary_key=True, autoincrement=False),
    _count("required"),  # airings in all; 0: no number was set
    Column("first_day", Day, nullable=True),
    Column("last_day", Day, nullable=True),
    Column("package", Integer, nullable=False),  # 0: it never took the letter on, an airing alone names it
    _count("due"),  # this and the next: sums of directive_figures over all its days (letter_totals)
    _count("aired"),
    _count("verified"),
    _count("seconds"),
    Column("newest", Day, nullable=True),  # on which it aired
    Column("known_to", Day, nullable=True),  # the last day stated or asked for; none: no day
    Index(None, "station"),
    sqlite_with_rowid=False,
)

directive_figures = Table(
    "directive_figures", metadata,
    Column("directive", Integer, primary_key=True, autoincrement=False),
    Column("station", Integer, primary_key=True, autoincrement=False),
    Column("day", Day, primary_key=True),
    Column("required", Integer, nullable=False),  # planned that day
    Column("aired", Integer, nullable=False),  # wholly or partly
    Column("verified", Integer, nullable=False),
    Column("seconds", Integer, nullable=False),
    Index(None, "station", "day"),
    sqlite_with_rowid=False,
)

signature = Table(
    "signature", metadata,  # only ever added to
    Column("station", Integer, primary_key=True, autoincrement=False),
    Column("id", String, primary_key=True),
    _text("kind"),
    Column("first_day", Day, nullable=False),
    Column("last_day", Day, nullable=False),
    _text("head"),
    _text("rows_sha256"),
    _text("person"),
    _text("role"),
    _text("at"),
    _text("note"),
    Column("package", Integer, nullable=False),
    Index(None, "station", "first_day"),
)

correction = Table(
    "correction", metadata,  # only ever added to
    Column("station", Integer, primary_key=True, autoincrement=False),
    Column("id", String, primary_key=True),
    _text("airing_id"),
    Column("day", Day, nullable=False),
    _text("outcome"),
    _text("reason"),
    _text("note"),
    _text("by"),
    _text("at"),
    Column("package", Integer, nullable=False),
    Index(None, "station", "day"),
)

decision = Table(
    "decision", metadata,  # who trusted, refused, resolved what; only ever added to
    Column("ref", Integer, primary_key=True),
    _text("at"),
    _text("by"),
    _text("act"),  # trust | refuse | resolve
    Column("station", Integer, nullable=False, default=0),
    Column("detail", JSON, nullable=False, default=dict),
)
