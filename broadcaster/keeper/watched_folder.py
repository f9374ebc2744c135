"""The watched folder: sound files laid there come into the library as drafts, the folder itself is never touched."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from broadcaster.base.clock import Clock
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings
from broadcaster.library.importing.files import files_of
from broadcaster.library.importing.model import WATCHER, FoundFile, Wish
from broadcaster.library.imports import ImportService
from broadcaster.library.source_file import shown_name
from broadcaster.wiring import build_app

log = logging.getLogger(__name__)

STILL_SECONDS = 10.0
"""A file that has not grown or changed for so long is no longer being copied."""

Raise = Callable[..., None]
Clear = Callable[[str], None]


class WatchedFolder:
    """`look()` again and again. It has services of its own: an import takes minutes and must hold up no other job."""

    def __init__(self, home: StationHome, clock: Clock, raise_alarm: Raise, clear_alarm: Clear) -> None:
        self._home = home
        self._clock = clock
        self._raise_alarm = raise_alarm
        self._clear_alarm = clear_alarm
        self._over = threading.Event()
        self._since: dict[FoundFile, float] = {}
        """What was seen, as it was seen, and since when (monotonic)."""
        self._taken: frozenset[FoundFile] = frozenset()
        """Nothing new since the last look as long as this is what lies there."""

    def look(self) -> int:
        """Take what is new and still; returns how many files came in."""
        try:
            folder = load_settings(self._home).library.watch.strip()
            return self._look(Path(folder)) if folder else self._rest()
        except BroadcasterError as error:
            self._raise_alarm("watch_failed", code=error.code, detail=error.text)
            return 0

    def stop(self) -> None:
        """An import that runs is stopped and gone on with after the next start."""
        self._over.set()

    def _rest(self) -> int:
        for code in ("watch_gone", "watch_refused", "watch_failed"):
            self._clear_alarm(code)
        self._since = {}
        return 0

    def _look(self, folder: Path) -> int:
        root = self._home.root
        if folder == root or folder in root.parents or root in folder.parents:
            raise Refused("watch.own_home", f"{folder} holds the station itself", path=str(folder))
        found = files_of([folder]) if _is_folder(folder) else None
        if found is None or (shown_name(folder) in found.unreadable and not found.files):
            self._raise_alarm("watch_gone", path=str(folder))
            return 0
        self._clear_alarm("watch_gone")
        now = self._clock.monotonic()
        self._since = {file: self._since.get(file, now) for file in found.files}
        still = [file for file, since in self._since.items() if now - since >= STILL_SECONDS]
        if not still or frozenset(still) == self._taken:
            return 0
        came = self._take(still)
        self._taken = frozenset(still)
        return came

    def _take(self, still: Sequence[FoundFile]) -> int:
        app = build_app(self._home, self._clock)
        try:
            runs = [run.id for run in app.imports.unfinished() if run.by == WATCHER]
            new = app.imports.not_seen(still, WATCHER)
            if new:
                runs.append(app.imports.start([file.path for file in new], Wish(), WATCHER))
            came = 0
            for run_id in runs:
                before = app.imports.run(run_id).waiting
                came += before - app.imports.go_on(run_id, cancelled=self._over.is_set).waiting
            self._clear_alarm("watch_failed")
            self._tell_refused(app.imports, still)
        finally:
            app.close()
        if came:
            log.info("%d files of the watched folder were looked at", came)
        return came

    def _tell_refused(self, imports: ImportService, still: Sequence[FoundFile]) -> None:
        """An alarm for as long as the refused files lie there as they are."""
        refused = imports.refused(still, WATCHER)
        if refused:
            last = refused[-1]
            self._raise_alarm("watch_refused", count=len(refused), name=last.name,
                              detail=_text(last.verdict))
        else:
            self._clear_alarm("watch_refused")


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):
        return False


def _text(verdict: Any) -> str:
    return str(verdict.get("text", ""))
