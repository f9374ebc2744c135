"""The office above: units, stations and their keys, packages, airings, figures."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_FIGURES = ("planned", "aired", "partial", "missed", "made_up", "unscheduled", "verified", "not_heard", "repeats",
            "corrected", "seconds", "relay_seconds", "faults")
_DAY = sa.String().with_variant(sa.Date(), "postgresql")


def _columns(kind: Any, names: str, *, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=nullable) for name in names.split()]


def _text(names: str) -> list[sa.Column[Any]]:
    return _columns(sa.String(), names)


def _number(names: str) -> list[sa.Column[Any]]:
    return _columns(sa.Integer(), names)


def _long(names: str) -> list[sa.Column[Any]]:
    return _columns(sa.BigInteger(), names)


def _short(names: str) -> list[sa.Column[Any]]:
    return _columns(sa.SmallInteger(), names)


def _day(names: str, *, nullable: bool = False) -> list[sa.Column[Any]]:
    return _columns(_DAY, names, nullable=nullable)


def _data(names: str) -> list[sa.Column[Any]]:
    return _columns(sa.JSON(), names)


def _make(table: str, key: str, *columns: sa.Column[Any] | sa.UniqueConstraint, **options: Any) -> None:
    names = key.split()
    op.create_table(table, *columns, sa.PrimaryKeyConstraint(*names, name=op.f(f"pk_{table}")), **options)


def _keyed(table: str, key: str, *columns: sa.Column[Any], **options: Any) -> None:
    """A table of many rows, which SQLite keeps in the order of the key."""
    _make(table, key, *columns, sqlite_with_rowid=False, **options)


def _unique(table: str, names: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*names.split(), name=op.f(f"uq_{table}_{names.replace(' ', '_')}"))


def _index(table: str, names: str) -> None:
    op.create_index(op.f(f"ix_{table}_{names.replace(' ', '_')}"), table, names.split())


def upgrade() -> None:
    _stations()
    _packages()
    _days()
    _directives()
    _people()


def _stations() -> None:
    _make("unit", "ref", *_number("ref parent"), *_text("name"), *_short("depth"), *_text("path"),
          _unique("unit", "parent name"))
    _make("station", "ref", *_number("ref"), *_text("id name commune province"), *_number("unit"),
          *_text("key state"), *_short("branch"), *_number("number"), *_text("manifest head"), *_long("last_seq"),
          *_day("first_day last_day", nullable=True), *_text("last_received_at trusted_at trusted_by"),
          _unique("station", "id"))
    _make("station_key", "key", *_text("key"), *_number("station"),
          *_text("sender_id name commune fingerprint state first_seen_at decided_at decided_by"))
    for table, names in (("unit", "path"), ("station", "unit"), ("station_key", "station"),
                         ("station_key", "sender_id"), ("station_key", "state")):
        _index(table, names)


def _packages() -> None:
    _make("package", "ref", *_number("ref"), *_text("sha256"), *_number("station"), *_text("key sender_id"),
          *_number("number"), *_text("previous"), *_short("branch"), *_day("first_day last_day", nullable=True),
          *_data("days"), *_long("first_seq last_seq"), *_text("prev_head head"), *_number("airings"),
          *_text("state code"), *_data("facts"), *_text("file"), *_long("size"), *_text("made_at received_at"),
          _unique("package", "sha256"))
    for names in ("key", "state", "received_at", "station number"):
        _index("package", names)
    _make("seal", "station branch day", *_number("station"), *_short("branch"), *_day("day"),
          *_long("first_seq last_seq"), *_text("head sha256"), *_number("package"))


def _days() -> None:
    _airings()
    _keyed("day_figures", "day station", *_number("station"), *_day("day"),
           *_number(" ".join(_FIGURES) + " late_days package"))
    _keyed("month_figures", "month station", *_number("station"), *_text("month"),
           *_number("days " + " ".join(_FIGURES) + " late_days"))
    _keyed("month_facets", "month station facet value", *_number("station"), *_text("month facet value"),
           *_number("airings repeats items seconds"))
    _make("stale_month", "station month", *_number("station"), *_text("month"))
    _keyed("day_reasons", "day station reason", *_number("station"), *_day("day"), *_text("reason"),
           *_number("count"))
    for table in ("day_figures", "day_reasons"):
        _index(table, "station day")


def _airings() -> None:
    columns = [*_number("station"), *_day("day"), *_short("position"), *_number("package"),
               *_text("id session title kind urgency origin language category"), *_number("directive"), *_long("item"),
               *_number("planned_second planned_ms started_second aired_ms"), *_text("outcome reason verification"),
               *_columns(sa.Boolean(), "is_repeat is_relay is_corrected")]
    if op.get_bind().dialect.name == "postgresql":
        op.create_table("airing", *columns, postgresql_partition_by="RANGE (day)")
        _index("airing", "station day")
    else:
        _keyed("airing", "station day position", *columns)


def _directives() -> None:
    _make("directive", "ref", *_number("ref"), *_text("number_key issuer_key number issuer subject issued_date"),
          _unique("directive", "number_key issuer_key"))
    _keyed("duty", "directive station", *_number("directive station required"),
           *_day("first_day last_day", nullable=True), *_number("package due aired verified seconds"),
           *_day("newest known_to", nullable=True))
    _keyed("directive_figures", "directive station day", *_number("directive station"), *_day("day"),
           *_number("required aired verified seconds"))
    for table, names in (("duty", "station"), ("directive_figures", "station day")):
        _index(table, names)


def _people() -> None:
    _make("signature", "station id", *_number("station"), *_text("id kind"), *_day("first_day last_day"),
          *_text("head rows_sha256 person role at note"), *_number("package"))
    _make("correction", "station id", *_number("station"), *_text("id airing_id"), *_day("day"),
          *_text("outcome reason note by at"), *_number("package"))
    _index("signature", "station first_day")
    _index("correction", "station day")
    _make("decision", "ref", *_number("ref"), *_text("at by act"), *_number("station"), *_data("detail"))


def downgrade() -> None:
    for table in ("decision", "correction", "signature", "directive_figures", "duty", "directive", "day_reasons",
                  "stale_month", "month_facets", "month_figures", "day_figures", "airing", "seal", "package",
                  "station_key", "station", "unit"):
        op.drop_table(table)
