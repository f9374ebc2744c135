"""Whether a restored copy is a station: it opens, holds together, counts right and can plan a day."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path

from broadcaster.asrun.identity import Identity
from broadcaster.asrun.seals import NOTES
from broadcaster.base.clock import Clock
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.care.backup.counts import counts_of
from broadcaster.care.backup.model import Backup
from broadcaster.wiring import App, build_app

log = logging.getLogger(__name__)


@dataclass
class Proof:
    """`problems` make the copy useless; `notes` were so at the station itself when it was backed up."""

    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def prove(root: Path, backup: Backup, clock: Clock, *, work: bool = True,
          without: frozenset[str] = frozenset()) -> Proof:
    """Look at a copy that was written and hashed. `work`: does it work, too; `without`: files that were left out."""
    proof = Proof()
    _count(root, backup, proof)
    _integrity(root, proof)
    home = StationHome(root)
    try:
        if (root / "station.sign").exists() and Identity(home).public != backup.key:
            proof.problems.append("key: the copy's key is not the one the backup is signed with")
        app = build_app(home, clock)
    except Exception as error:  # whatever keeps a station from opening is what this is here to find
        log.info("the copy does not open", exc_info=True)
        proof.problems.append(f"open: {error}")
        return proof
    try:
        if work:
            _look(app, clock, proof, without)
    finally:
        app.close()
    return proof


def _count(root: Path, backup: Backup, proof: Proof) -> None:
    found, wanted = asdict(counts_of(root)), asdict(backup.counts)
    for word, number in wanted.items():
        if found[word] != number and word != "newest_at":
            proof.problems.append(f"counts: {word} is {found[word]}, was {number}")


def _integrity(root: Path, proof: Proof) -> None:
    for path in sorted(root.glob("*.db")):
        try:
            with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as base:
                fault = base.execute("PRAGMA integrity_check(1)").fetchone()[0]
        except sqlite3.Error as error:
            fault = str(error)
        if fault != "ok":
            proof.problems.append(f"database: {path.name}: {fault}")


def _look(app: App, clock: Clock, proof: Proof, without: frozenset[str]) -> None:
    try:
        if app.approval_book.trouble():
            proof.notes.append(f"ledger: {app.approval_book.trouble()}")
        missing = [sha256 for sha256, _ in app.strays.missing()
                   if app.home.audio(sha256).relative_to(app.home.root).as_posix() not in without]
        if missing:
            proof.notes.append(f"sounds: {len(missing)} sounds of items in use are not in the backup")
        faults = [fault for fault in app.seals.verify() if fault.problem not in NOTES]
        proof.notes += [f"journal: {fault.file}:{fault.line} {fault.problem}" for fault in faults[:5]]
        if app.settings.office.role != "office":
            app.schedule.plan(clock.now().date() + timedelta(days=1))
    except BroadcasterError as error:  # a file a person has written wrongly: the copy holds it as it was
        proof.notes.append(f"work: {error.text}")
    except Exception as error:  # as above
        log.info("the copy does not work", exc_info=True)
        proof.problems.append(f"work: {error!r}")
