"""The ledger of approvals: approvals/ledger.jsonl, one sealed line for each yes given and each taken back.

The player goes by it, not by the database: an approval counts only if it stands here and no later line ends it. Lines
are only ever added, each carries the hash of the one before it and the station's seal (docs/formats.md). Its writer is
whoever holds the database's write lock.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import threading
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, sync_folder, unwritable
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.seal import seal, seal_holds
from broadcaster.protocol.verifier import GENESIS, canonical, intact, link


@dataclass
class Ledger:
    """What the lines say together."""

    there: bool = False
    """False: the station keeps none yet."""
    approved: dict[str, str] = field(default_factory=dict)
    """Id of an approval -> its seal."""
    ended: dict[str, str] = field(default_factory=dict)
    """Id -> why it no longer holds."""
    heads: set[str] = field(default_factory=lambda: {GENESIS})
    """Hashes of all lines, and of those that a ledger made anew replaces."""
    head: str = GENESIS
    seq: int = 0
    trail: tuple[int, str] = (0, GENESIS)
    """Number and hash of the last act on the trail (db/trail.py) that a line here vouches for."""
    fault: str = ""
    """altered, unreadable, broken_link: the first line that does not hold; none after it counts."""

    def knows(self, mark: str) -> bool:
        """Whether it holds the line a plan was made by; an empty mark is of a plan older than ledgers."""
        return not mark or (not self.fault and mark in self.heads)

    def lets(self, approval: Approval, mark: str = "") -> bool:
        """Whether the approval stands here unended. A station without a ledger lets what no plan says otherwise of."""
        if not self.knows(mark) or self.fault:
            return False
        if not self.there:
            return True
        return self.approved.get(approval.id) == approval.seal and approval.id not in self.ended


class LedgerBook:
    """Reads the ledger, only what was added since the last look; adds lines to it."""

    def __init__(self, home: StationHome, key: bytes) -> None:
        self.path = home.approvals
        self._key = key
        self._lock = threading.Lock()
        self._stamp: tuple[int, int, int] | None = None
        self._taken = 0
        """Bytes of whole lines that were read."""
        self._digest = b""
        self._ledger = Ledger()

    def read(self) -> Ledger:
        """As the file stands now. A last line without its end is one whose writing a power cut stopped: it is none."""
        with self._lock:
            try:
                state = self.path.stat()
                if not stat.S_ISREG(state.st_mode):  # a pipe in its place would be waited for without end
                    raise OSError("no file")
                stamp = (state.st_ino, state.st_size, state.st_mtime_ns)
                if stamp != self._stamp:
                    self._look(self.path.read_bytes())
                    self._stamp = stamp
            except FileNotFoundError:
                self._forget(Ledger())
            except OSError:
                self._forget(Ledger(there=True, fault="unreadable"))
            return self._ledger

    def add(self, entries: Iterable[Mapping[str, Any]]) -> int:
        """Append and sync; the database's write lock is held. Returns the length before, for `take_back`.

        Raises Refused: ledger.broken, disk.*.
        """
        ledger = self.read()
        if ledger.fault:
            raise Refused("ledger.broken", f"the ledger of approvals does not hold together: {ledger.fault}",
                          path=str(self.path), fault=ledger.fault)
        prev, seq, lines = ledger.head, ledger.seq, []
        for entry in entries:
            seq += 1
            line = link({"seq": seq, **entry}, prev)
            lines.append(canonical({**line, "seal": seal(line["hash"], self._key)}) + b"\n")
            prev = line["hash"]
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            new = not self.path.exists()
            with self.path.open("ab") as file:
                file.truncate(self._taken)  # what a power cut left of a line
                file.write(b"".join(lines))
                file.flush()
                os.fsync(file.fileno())
            if new:
                sync_folder(self.path.parent)
        except OSError as error:
            self.take_back(self._taken)
            raise unwritable(self.path, error) from error
        return self._taken

    def take_back(self, length: int) -> None:
        """What was added since must not stay: it did not fit, or its act was not saved. The write lock is held."""
        try:
            os.truncate(self.path, length)
        except OSError:
            return  # a half line is read as none; a whole one is what the database learns from at the next start

    def _forget(self, ledger: Ledger) -> None:
        self._stamp, self._taken, self._digest, self._ledger = None, 0, b"", ledger

    def _look(self, raw: bytes) -> None:
        """Only what is new is parsed, if what was read before still stands there unaltered."""
        digest = hashlib.sha256(memoryview(raw)[: self._taken])
        if not self._ledger.there or self._ledger.fault or digest.digest() != self._digest:
            self._forget(Ledger(there=True))
            digest = hashlib.sha256()
        end = raw.rfind(b"\n") + 1
        for text in raw[self._taken:end].splitlines():
            self._ledger.fault = self._check(text)
            if self._ledger.fault:
                return
        digest.update(memoryview(raw)[self._taken:end])
        self._taken, self._digest = end, digest.digest()

    def _check(self, text: bytes) -> str:
        try:
            line = json.loads(text)
            claimed = line.pop("seal")
            if not intact(line) or not seal_holds(line["hash"], claimed, self._key):
                return "altered"
            if line["prev"] != self._ledger.head or line["seq"] != self._ledger.seq + 1:
                return "broken_link"
            _enter(self._ledger, line)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return "unreadable"
        return ""


def approved(approval: Approval, at: str) -> dict[str, Any]:
    """The line of a yes."""
    return {"act": "approved", "at": at, "approval": asdict(approval)}


def ended(approval_id: str, reason: str, at: str) -> dict[str, Any]:
    """The line of a yes that no longer holds."""
    return {"act": "ended", "at": at, "id": approval_id, "reason": reason}


def opened(reason: str, replaces: Iterable[str], at: str) -> dict[str, Any]:
    """The first line of a ledger that had to be made anew; `replaces`: heads by which plans were made."""
    return {"act": "opened", "at": at, "reason": reason, "replaces": sorted(replaces)}


def _enter(ledger: Ledger, line: Mapping[str, Any]) -> None:
    act = line["act"]
    if act == "approved":
        ledger.approved[str(line["approval"]["id"])] = str(line["approval"]["seal"])
    elif act == "ended":
        ledger.ended[str(line["id"])] = str(line["reason"])
    elif act == "opened":
        ledger.heads.update(map(str, line["replaces"]))
    else:
        raise ValueError(act)
    if "trail" in line:
        ledger.trail = int(line["trail"][0]), str(line["trail"][1])
    ledger.head, ledger.seq = str(line["hash"]), int(line["seq"])
    ledger.heads.add(ledger.head)
