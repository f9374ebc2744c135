"""Seals over the days of the journal: signed files in seals/, a chain of their own (docs/formats.md "The seals").

A damaged journal is sealed too, because what is damaged now must not get worse unseen; but the seal says where, and a
verifier that finds damage a seal kept quiet about says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from broadcaster.asrun import seal_store
from broadcaster.asrun.filing import verify_journal
from broadcaster.asrun.identity import Identity, fingerprint, signature_holds
from broadcaster.asrun.seal_ranges import Range, Unsealed
from broadcaster.asrun.seal_store import FiledSeal
from broadcaster.asrun.store import restored_notes
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome, unwritable, write_atomic
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.protocol import verifier
from broadcaster.protocol.journal import journal_files
from broadcaster.protocol.verifier import (
    GENESIS,
    LARGEST_SEAL,
    Fault,
    Seal,
    canonical,
    read_seal,
    seal_body,
    thread,
    thread_faults,
)

NOTES = verifier.NOTES | {"key_changed"}
"""No faults to the station itself: it knows its keys, what was filed of its seals vouches for them."""


class SealService:
    """Seals each day of the journal that is over."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 identity: Identity) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._identity = identity

    def make(self, *, some: bool = False) -> Sequence[str]:
        """Seal every day that is over and has no seal; returns those ISO days, in the order of their lines.

        `some`: a month at most, for whoever has other things to do. Safe to repeat and to interrupt; none while another
        process is at it, because two seals of one day would be a fork. Raises Refused: asrun.unreadable,
        signing_key.unreadable, disk.*.
        """
        made: list[str] = []
        try:
            with self._alone():
                while (more := self._month()) and not some:
                    made += more
        except OSError as error:
            raise Refused("asrun.unreadable", f"cannot read {error.filename}: {error.strerror}",
                          path=str(error.filename)) from error
        except Refused as refusal:
            if refusal.code != "process.running":
                raise
            return []
        return [*made, *more]

    @contextmanager
    def _alone(self) -> Iterator[None]:
        lock = ProcessLock(self._home, "seal")
        try:
            yield
        finally:
            lock.release()

    def _month(self) -> list[str]:
        made = []
        filed = self._file()
        unsealed = Unsealed(journal_files(self._home.asrun), filed)
        last = filed[-1] if filed else None
        lost = last if last is not unsealed.base else None
        for each in unsealed.ranges(self._clock.now(), {row.day for row in filed}):
            if lost is not None:
                # What was sealed is not what the journal says now: gone, written anew, or an old copy of it.
                each.note(Fault(f"{lost.day}.json", 0, "fork"))
                lost = None
            last = self._seal(each, last)
            made.append(each.day)
        return made

    def of(self, day: str) -> Seal | None:
        """The good seal of an ISO day; None: there is none."""
        return self._read(self._home.seals / f"{day}.json")[0]

    def list(self, first: str = "", last: str = "9999") -> Sequence[Seal]:
        """The good seals of the ISO days from `first` to `last`; the file of each is home.seals / seal.file."""
        return [seal for path in self._files() if first <= path.stem <= last and (seal := self._read(path)[0])]

    def text(self, day: str) -> str:
        """What the paper shows of a day's seal: "DAIXA1 xa-mau 2026-11-21 <32 hex> <fingerprint>"; empty: no seal."""
        seal = self.of(day)
        if seal is None:
            return ""
        return f"DAIXA1 {seal.station or '-'} {seal.day} {seal.sha256[:32]} {fingerprint(seal.key)}"

    def verify(self) -> Sequence[Fault]:
        """Every fault: the journal and what was filed of it, the seals over it and what was filed of them."""
        found = [(path, *self._read(path)) for path in self._files()]
        seals = thread(seal for _, seal, _ in found if seal)
        faults = [Fault(path.name, 0, problem) for path, _, problem in found if problem]
        faults += thread_faults(seals, whole=True)
        there = {seal.sha256 for seal in seals}
        with self._database.read() as c:
            faults += [Fault(f"{row.day}.json", 0, "seal_removed") for row in seal_store.rows(c)
                       if row.sha256 not in there]
            faults += restored_notes(c)
        return [*verify_journal(self._database, self._home.asrun, seals), *faults]

    def _file(self) -> Sequence[FiledSeal]:
        """All seals in the order they were made; those the database does not know yet (it is a copy from before them)
        are filed, if they are ours."""
        with self._database.read() as c:
            known = {row.day for row in seal_store.rows(c)}
        new = [seal for path in self._files() if path.stem not in known and (seal := self._read(path)[0])
               and seal.key == self._identity.public]
        if new:
            with self._database.write("seal") as c:
                seal_store.add(c, thread(new))
        with self._database.read() as c:
            return seal_store.rows(c)

    def _seal(self, under: Range, last: FiledSeal | None) -> FiledSeal:
        before = self.of(last.day) if last else None
        key = self._identity.public
        seal = Seal(
            station=self._settings.station.id, day=under.day, made_at=format_time(self._clock.now()),
            first_seq=under.first_seq, last_seq=under.last_seq, prev_head=under.prev_head, head=under.head,
            lines_sha256=under.digest.hexdigest(), previous=last.sha256 if last else GENESIS, key=key,
            key_before=before.key if before and before.key != key else "", faults=tuple(under.faults),
            fault_count=under.fault_count)
        body = seal_body(seal)
        path = self._home.seals / f"{under.day}.json"
        self._set_aside(path)
        write_atomic(path, canonical({**body, "signature": self._identity.sign(canonical(body))}) + b"\n")
        made = self._read(path)[0]
        if made is None:
            raise Refused("disk.unwritable", f"{path} is not what was written", path=str(path))
        with self._database.write("seal") as c:
            seal_store.add(c, [made])
        return FiledSeal(made.day, made.last_seq, made.head, made.sha256)

    def _set_aside(self, path: Path) -> None:
        """What lies there is no seal of ours: kept, but not in the way."""
        try:
            if path.exists():
                path.replace(path.with_name(f"{path.stem}.set-aside-{self._clock.now():%Y%m%d%H%M%S}"))
        except OSError as error:
            raise unwritable(path, error) from error

    def _files(self) -> Sequence[Path]:
        return sorted(self._home.seals.glob("????-??-??.json"))

    def _read(self, path: Path) -> tuple[Seal | None, str]:
        try:
            with path.open("rb") as file:
                return read_seal(path.name, file.read(LARGEST_SEAL), signature_holds)
        except OSError:
            return None, "seal_unreadable"
