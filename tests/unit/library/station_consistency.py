"""What must hold of a station's database and files after anything that went wrong."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from broadcaster.base.paths import StationHome
from broadcaster.protocol.ledger import LedgerBook
from broadcaster.wiring import build_app


def consistency(home: StationHome, *, strays: bool = False) -> list[str]:
    """Every fault in plain words; nothing may be open. `strays`: sound files nobody knows are let pass."""
    app = build_app(home)  # as after a start: what the database and the ledger must settle is settled
    try:
        with app.database.read() as connection:
            faults = [f"trail: {fault}" for fault in app.approval_book.trail_faults(connection)]
        faults += [f"ledger: {trouble}" for trouble in [app.approval_book.trouble()] if trouble]
        key = app.key
    finally:
        app.close()
    with closing(sqlite3.connect(home.database)) as connection:
        faults += [f"database: {row[0]}" for row in connection.execute("pragma integrity_check") if row[0] != "ok"]
        faults += [f"database: {row}" for row in connection.execute("pragma foreign_key_check")]
        faults += _sounds(connection, home, strays)
        faults += _approvals(connection, home, key)
        faults += _imports(connection)
    return faults + _left(home)


def _sounds(connection: sqlite3.Connection, home: StationHome, strays: bool) -> list[str]:
    wanted = dict(connection.execute(
        "select sha256, 'cut' from cut union all select ends_sha256, 'ends' from cut_edit"))
    aside = {path.stem for path in (home.root / "audio" / ".removed").glob("*/*.flac")}
    there = {path.stem: path for path in (home.root / "audio").glob("[0-9a-f][0-9a-f]/*.flac")}
    faults = [f"{kind} {sha[:8]} has no file" for sha, kind in wanted.items() if sha not in there and sha not in aside]
    faults += [f"file {sha[:8]} is another sound" for sha, path in there.items() if _sha256(path) != sha]
    if not strays:
        faults += [f"nobody knows file {sha[:8]}" for sha in there if sha not in wanted]
    odd = [path.name for path in (home.root / "audio").rglob("*") if path.is_file() and path.suffix != ".flac"
           and ".removed" not in path.parts]
    faults += [f"in audio: {name}" for name in odd]
    return faults + [f"{row[0]}: its sound is not its version" for row in connection.execute(
        "select c.title from cart c where not exists (select 1 from cart_version v where v.cart_id = c.id "
        "and v.cut_sha256 = c.cut_sha256 and v.number = (select max(number) from cart_version where cart_id = c.id))")]


def _approvals(connection: sqlite3.Connection, home: StationHome, key: bytes) -> list[str]:
    ledger = LedgerBook(home, key).read()
    holding = {row[0] for row in connection.execute("select id from approval where voided_at = ''")}
    faults = [f"approval {name} is not in the ledger" for name in holding - set(ledger.approved)]
    faults += [f"approval {name} ended in the ledger alone" for name in holding & set(ledger.ended)]
    return faults + [f"{row[0]}: approved without an approval" for row in connection.execute(
        "select c.title from cart c left join approval a on a.id = c.approval_id "
        "where c.state = 'approved' and (a.id is null or a.voided_at <> '' or a.audio_sha256 <> c.cut_sha256)")]


def _imports(connection: sqlite3.Connection) -> list[str]:
    faults = [f"file {row[0]} of an import has no item" for row in connection.execute(
        "select path from import_file where state in ('accepted', 'warning', 'known') "
        "and cart_id not in (select id from cart)")]
    twice = connection.execute("select cut_sha256 from cart_version where why = 'import' group by cut_sha256 "
                               "having count(*) > 1")
    return faults + [f"{row[0][:8]} came in twice" for row in twice]


def _left(home: StationHome) -> list[str]:
    """Half-written files anywhere, working folders in run/."""
    left = [path for path in home.root.rglob("*") if path.name.endswith(".tmp")]
    left += [path for path in home.run.iterdir() if path.is_dir()]
    return [f"left: {path.relative_to(home.root)}" for path in left]


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
