"""The retention rule: which sound files are no longer needed, said before anything is moved, with a way back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection

from broadcaster.base.clock import Clock, format_time, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.frames import seconds
from broadcaster.base.paths import StationHome, sha256_of, sync_folder, unwritable, write_atomic
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.db import trail
from broadcaster.db.engine import Database
from broadcaster.library import retention_store
from broadcaster.library.model import Removal

DAYS_ASIDE = 30
"""How long a file that was taken away can be brought back."""


class Retention:
    """Takes away sound files nobody needs any longer; what is known of them stays for ever."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock

    def plan(self, today: str = "") -> list[Removal]:
        """What the rule would take away on ISO date `today` (empty: today) and why; the oldest first."""
        with self._database.read() as connection:
            return self._plan(connection, date.fromisoformat(today) if today else self._clock.now().date())

    def remove(self, removals: Sequence[Removal], by: str, reason: str) -> list[Removal]:
        """Move these files aside for 30 days; gives what really went: what came into use meanwhile stays.

        Raises Refused: retention.reason, disk.*.
        """
        why = one_line(reason)
        if not why:
            raise Refused("retention.reason", "a reason is needed to take sounds away")
        asked = {removal.sha256 for removal in removals}
        gone: list[Removal] = []
        try:
            with self._database.write("audit", "cut") as connection:
                for removal in self._plan(connection, self._clock.now().date()):
                    if removal.sha256 in asked:
                        gone.append(removal)
                        self._put_aside(removal, by, why)
                        trail.add(connection, self._now(), by, "sound.remove", f"cut:{removal.sha256}",
                                  {**asdict(removal), "reason": why})
        except BaseException:
            for removal in gone:
                with suppress(OSError):
                    self._put_back(removal.sha256, removal.ends_sha256)
            raise
        return gone

    def removed(self) -> list[Removal]:
        """What lies aside and can be brought back, the last taken first."""
        found = sorted(((note["at"], removal) for removal, note, _ in self._aside()), key=lambda item: item[0])
        return [removal for _, removal in reversed(found)]

    def bring_back(self, sha256: str, by: str) -> Removal:
        """The sound in its place again. Raises Refused: retention.unknown, retention.altered, disk.*."""
        found = next(((removal, path) for removal, _, path in self._aside() if removal.sha256 == sha256), None)
        if found is None:
            raise Refused("retention.unknown", f"no sound {sha256[:12]} lies aside", sha256=sha256)
        removal, path = found
        if not path.exists() or sha256_of(path) != sha256:
            raise Refused("retention.altered", f"the sound {sha256[:12]} was altered or lost where it lay",
                          sha256=sha256, title=removal.title)
        with self._database.write("audit", "cut") as connection:
            trail.add(connection, self._now(), by, "sound.bring_back", f"cut:{sha256}", {"title": removal.title})
            try:
                self._put_back(sha256, removal.ends_sha256)
            except OSError as error:
                raise unwritable(self._home.audio(sha256), error) from error
        return removal

    def sweep(self) -> int:
        """Delete what has lain aside for 30 days; gives the number of sounds.

        What is needed again, as after an older database was put back, returns to its place instead.
        """
        self._return_needed()
        swept = 0
        for removal, note, path in list(self._aside()):
            if self._clock.now() - parse_time(note["at"]) >= timedelta(days=DAYS_ASIDE):
                for sha in filter(None, (removal.sha256, removal.ends_sha256)):
                    path.with_name(f"{sha}.flac").unlink(missing_ok=True)
                path.with_suffix(".json").unlink(missing_ok=True)
                swept += 1
        for folder in self._folder.glob("*"):
            with suppress(OSError):  # not empty
                folder.rmdir()
        return swept

    def _return_needed(self) -> None:
        aside = [removal.sha256 for removal, _, _ in self._aside()]
        if not aside:
            return
        with self._database.read() as connection:
            kept = self._needed(connection, self._clock.now().date())
        for sha256 in kept.intersection(aside):
            with suppress(Refused):  # altered or lost: it stays in the list of what lies aside
                self.bring_back(sha256, "")

    @property
    def _folder(self) -> Path:
        return self._home.root / "audio" / ".removed"

    def _plan(self, connection: Connection, today: date) -> list[Removal]:
        months = self._settings.library.retention_months
        if months <= 0:
            return []
        last = _months_before(today, months).isoformat()
        kept = self._needed(connection, today)
        found = []
        for row in retention_store.not_needed(connection, kept):
            path = self._home.audio(row["sha256"])
            if row["last_day"] < last and path.exists():
                ends = retention_store.ends_of(connection, row["sha256"])
                found.append(Removal(
                    row["sha256"], row["title"], row["cart_id"], row["why"], row["last_day"], seconds(row["frames"]),
                    path.stat().st_size, ends if ends and ends not in kept else ""))
        return sorted(found, key=lambda removal: (removal.last_day, removal.title, removal.sha256))

    def _needed(self, connection: Connection, today: date) -> set[str]:
        return retention_store.needed(connection, self._home, today.isoformat(), (today - timedelta(1)).isoformat())

    def _put_aside(self, removal: Removal, by: str, reason: str) -> None:
        folder = self._folder / self._now()[:7]
        note = {"at": self._now(), "by": by, "reason": reason, "removal": asdict(removal)}
        # The note first: a file without one could not be brought back.
        write_atomic(folder / f"{removal.sha256}.json", json.dumps(note, ensure_ascii=False, indent=1).encode("utf-8"))
        try:
            for sha in filter(None, (removal.ends_sha256, removal.sha256)):
                if self._home.audio(sha).exists():
                    self._home.audio(sha).replace(folder / f"{sha}.flac")
            sync_folder(folder)
        except OSError as error:
            raise unwritable(folder, error) from error

    def _put_back(self, *hashes: str) -> None:
        for sha in filter(None, hashes):
            for path in self._folder.glob(f"*/{sha}.flac"):
                self._home.audio(sha).parent.mkdir(parents=True, exist_ok=True)
                path.replace(self._home.audio(sha))
                sync_folder(self._home.audio(sha).parent)
            for note in self._folder.glob(f"*/{sha}.json"):
                note.unlink()

    def _aside(self) -> Iterator[tuple[Removal, dict[str, str], Path]]:
        """Each note with the place of its sound; one that cannot be read is left alone."""
        for path in sorted(self._folder.glob("*/*.json")):
            try:
                note = json.loads(path.read_text(encoding="utf-8"))
                removal = Removal(**note["removal"])
                parse_time(note["at"])
            except (OSError, ValueError, TypeError, KeyError):
                continue
            yield removal, note, path.with_suffix(".flac")

    def _now(self) -> str:
        return format_time(self._clock.now())


def _months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    first = date(max(year, 1), month + 1, 1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first + timedelta(days=min(day.day, (following - first).days) - 1)
