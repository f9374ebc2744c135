"""Where the office keeps packages: each one that was verified, for ever, and what was refused for a while."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from broadcaster.aggregation.model import SUFFIX, Manifest, Resting
from broadcaster.aggregation.opened import open_package
from broadcaster.aggregation.rows_check import starts_row
from broadcaster.asrun.model import Airing
from broadcaster.base.clock import Clock, format_time, parse_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome, sha256_of, sync_folder, unwritable
from broadcaster.protocol.restored import ACTION as RESTORED

_MOST_REFUSED = 500
_OLD = 86_400.0


class Shelf:
    """office/ of the home: incoming/, packages/<key>/, refused/, receipts/."""

    def __init__(self, home: StationHome, clock: Clock) -> None:
        self.root = home.root / "office"
        self._clock = clock

    @property
    def receipts(self) -> Path:
        return self.root / "receipts"

    def take_in(self, source: Path) -> Path:
        """Our own copy, which nobody else writes to any more. Raises Refused("package.unreadable"), disk.*."""
        target = self.incoming()
        try:
            if not source.is_file():
                raise Refused("package.unreadable", f"{source} is not a file", name=source.name)
            with source.open("rb") as theirs:
                self._write(theirs, target)
        except OSError as error:
            raise Refused("package.unreadable", f"cannot read {source.name}: {error.strerror}",
                          name=source.name) from error
        return target

    def incoming(self) -> Path:
        """A new name for a file that is to be looked at."""
        folder = self.root / "incoming"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(folder, error) from error
        return folder / f"{new_id()}{SUFFIX}"

    def sweep(self) -> None:
        """What a crash left half looked at a day ago or more; it still lies in the inbox. Others may be at work."""
        probe = self.incoming()
        with suppress(OSError):
            probe.touch()
            old = probe.stat().st_mtime - _OLD
            probe.unlink()
            for path in (self.root / "incoming").glob("*"):
                if path.stat().st_mtime < old:
                    path.unlink()

    def keep(self, incoming: Path, manifest: Manifest, sha256: str) -> str:
        """Put a verified package in its place, as the database names it; the same one again finds the same place."""
        name = f"packages/{manifest.key[:16]}/{manifest.number:06d}-{sha256[:16]}{SUFFIX}"
        target = self.root / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with incoming.open("rb") as file:
                os.fsync(file.fileno())
            incoming.replace(target)
            sync_folder(target.parent)
        except OSError as error:
            raise unwritable(target, error) from error
        return name

    def drop(self, file: str) -> None:
        """A kept package nobody wants."""
        with suppress(OSError):
            self.path(file).unlink(missing_ok=True)

    def refuse(self, incoming: Path) -> tuple[str, str]:
        """Keep what was refused for whoever wants to look; gives its sha256 and its name. The oldest go."""
        sha256 = sha256_of(incoming)
        name = f"refused/{sha256[:32]}{SUFFIX}"
        target = self.root / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            incoming.replace(target)
            there = sorted(target.parent.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime_ns)
            for path in there[:-_MOST_REFUSED]:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(target, error) from error
        return sha256, name

    def path(self, file: str) -> Path:
        """Of a kept package."""
        return self.root / file

    def hash_at(self, file: str, seq: int) -> str:
        """Hash of a journal line inside a kept package; empty where it is not there."""
        for _, line in self.lines(file, seq, seq):
            return str(line.get("hash", ""))
        return ""

    def restored_from(self, file: str) -> str:
        """When the backup was made that the station says it was brought back from; empty: it says nothing."""
        said = [str(data.get("made_at")) for _, line in self.lines(file, 1, 1 << 62)
                if isinstance(data := line.get("data"), dict) and data.get("action") == RESTORED]
        with suppress(ValueError, OverflowError):
            return format_time(parse_time(said[-1])) if said else ""
        return ""

    def bears_out(self, file: str, resting: Resting, airing: Airing) -> bool:
        """Whether the journal inside holds the START an airing rests on."""
        event = airing.id.split("#")[0]
        for _, line in self.lines(file, resting.first_seq, resting.last_seq):
            data = line.get("data")
            if line.get("kind") == "START" and isinstance(data, dict) and starts_row(airing, data) \
                    and data.get("event_id") in {airing.id, event, None, ""}:
                return True
        return False

    def lines(self, file: str, first: int, last: int) -> Iterator[tuple[str, dict[str, Any]]]:
        """(File, journal line) by number, of a kept package; it is verified anew as it is opened."""
        try:
            with open_package(self.path(file), self._clock.now()) as opened:
                seq = opened.manifest.first_seq - 1
                for name, raw in opened.journal():
                    seq += 1
                    if first <= seq <= last:
                        line = _parsed(raw)
                        yield name, line if line is not None else {"seq": seq, "raw": raw.decode("utf-8", "replace")}
        except BroadcasterError as refusal:
            raise Refused("office.archive_damaged", f"the kept package {file} is damaged or missing: {refusal.text}",
                          file=file) from refusal

    def _write(self, source: Any, target: Path) -> None:
        try:
            with target.open("wb") as ours:
                shutil.copyfileobj(source, ours, 1 << 20)
        except OSError as error:
            with suppress(OSError):
                target.unlink(missing_ok=True)
            raise unwritable(target, error) from error


def _parsed(raw: bytes) -> dict[str, Any] | None:
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return line if isinstance(line, dict) else None
